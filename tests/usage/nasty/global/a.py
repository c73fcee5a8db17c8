import os, requests
S = None
def init():
    global S
    S = requests.Session()
    S.headers["Authorization"] = "Bearer " + os.environ["REVONT_API_KEY"]
init()
S.get("https://api.revont.ai/v1/calls")
S.delete("https://api.revont.ai/v1/webhooks/1")
