import os, requests
H = {"Authorization": "Bearer " + os.environ["REVONT_API_KEY"]}
U = "https://api.revont.ai/v1"
requests.get(U + "/calls", headers=H)
import http.client
c = http.client.HTTPSConnection("api.revont.ai")
c.request("DELETE", "/v1/webhooks/1", headers=H)
