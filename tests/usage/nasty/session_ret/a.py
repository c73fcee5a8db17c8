import os, requests
H = {"Authorization": "Bearer " + os.environ["REVONT_API_KEY"]}
U = "https://api.revont.ai/v1"
requests.get(U + "/calls", headers=H)
def s():
    x = requests.Session()
    x.headers.update(H)
    return x
s().delete(U + "/webhooks/1")
