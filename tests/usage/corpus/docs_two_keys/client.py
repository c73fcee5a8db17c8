import requests


class Revont:
    def __init__(self, key):
        self.key = key

    def call(self, method, path, **more):
        headers = {"Authorization": f"Bearer {self.key}"}
        return requests.request(method, f"https://api.revont.ai/v1{path}", headers=headers, timeout=30, **more)

    def calls(self):
        return self.call("GET", "/calls")  # @@ REVONT_API_KEY GET /calls

    def one(self, id):
        return self.call("GET", f"/calls/{id}")  # @@ REVONT_API_KEY GET /calls/{}

    def hook(self, url):
        return self.call("POST", "/webhooks", json={"url": url})  # @@ REVONT_HOOKS_KEY POST /webhooks
