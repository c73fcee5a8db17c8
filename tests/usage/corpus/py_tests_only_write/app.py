import os, requests


def headers():
    return {"Authorization": "Bearer " + os.environ["REVONT_API_KEY"]}


def calls():
    return requests.get("https://api.revont.ai/v1/calls", headers=headers())  # @@ REVONT_API_KEY GET /calls


calls()
