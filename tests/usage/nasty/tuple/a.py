import os, requests
H = {"Authorization": "Bearer " + os.environ["REVONT_API_KEY"]}
U = "https://api.revont.ai/v1"
requests.get(U + "/calls", headers=H)
def pair(): return U, H
u, h = pair()
requests.delete(u + "/webhooks/1", headers=h)
