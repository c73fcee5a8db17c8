import os
import requests

METHODS = {"list": "GET", "drop": "DELETE"}


def act(name, path):
    return requests.request(
        METHODS[name],
        "https://api.revont.ai/v1" + path,
        headers={"Authorization": "Bearer " + os.environ["REVONT_API_KEY"]},
    )


act("list", "/webhooks")  # @@ REVONT_API_KEY GET /webhooks
act("drop", "/webhooks/1")  # @@ REVONT_API_KEY DELETE /webhooks/{}
