import os, requests
H = {"Authorization": "Bearer " + os.environ["REVONT_API_KEY"]}
U = "https://api.revont.ai/v1"
requests.get(U + "/calls", headers=H)

class Api:
    verb = "GET"
    def go(self, p): return requests.request(self.verb, U + p, headers=H)
class Killer(Api):
    verb = "DELETE"
Api().go("/calls")
Killer().go("/webhooks/1")
