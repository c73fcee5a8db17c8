import os, requests
from dataclasses import dataclass

@dataclass
class Client:
    token: str
    base: str = "https://api.revont.ai/v1"

    def _h(self):
        return {"Authorization": f"Bearer {self.token}"}

    def calls(self):
        return requests.get(self.base + "/calls", headers=self._h())

Client(token=os.environ["REVONT_API_KEY"]).calls()
