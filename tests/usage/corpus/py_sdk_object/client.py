import os
import requests

API_ROOT = "https://api.revont.ai/v1"


class Resource:
    path = ""

    def __init__(self, parent):
        self.parent = parent

    def list(self, **params):
        return self.parent.request(method="GET", path=self.path, params=params)

    def get(self, id_):
        return self.parent.request(method="GET", path=f"{self.path}/{id_}")


class Calls(Resource):
    path = "calls"


class Hooks(Resource):
    path = "webhooks"

    def create(self, url):
        return self.parent.request(method="POST", path=self.path, json={"url": url})  # @@ REVONT_API_KEY POST /webhooks


class Revont:
    def __init__(self, token=None):
        self.token = token or os.environ["REVONT_API_KEY"]
        self.calls = Calls(self)
        self.hooks = Hooks(self)

    def request(self, method, path, **kwargs):
        headers = {"Authorization": "Bearer %s" % self.token}
        response = requests.request(method, "/".join([API_ROOT, path]), headers=headers, timeout=10, **kwargs)
        response.raise_for_status()
        return response.json()


if __name__ == "__main__":
    api = Revont()
    for call in api.calls.list(limit=100)["data"]:
        print(call["id"])
    api.hooks.create("https://example.org/hook")
