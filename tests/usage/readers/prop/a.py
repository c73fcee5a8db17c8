import os, requests
class Client:
    def __init__(self): self._k = os.environ["REVONT_API_KEY"]
    @property
    def headers(self): return {"Authorization": f"Bearer {self._k}"}
    def contacts(self): return requests.get("https://api.revont.ai/v1/contacts", headers=self.headers)
c = Client()
c.contacts()
