import os, requests
H = {"Authorization": "Bearer " + os.environ["REVONT_API_KEY"]}
U = "https://api.revont.ai/v1"
requests.get(U + "/calls", headers=H)
def go(k):
    f = requests.get if k else requests.post
    return f(U + "/webhooks", headers=H)
go(0)
