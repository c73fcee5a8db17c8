import os, requests
H = {"Authorization": "Bearer " + os.environ["REVONT_API_KEY"]}
U = "https://api.revont.ai/v1"
requests.get(U + "/calls", headers=H)
import urllib.request
req = urllib.request.Request(U + "/webhooks", b"{}", H)
urllib.request.urlopen(req)
