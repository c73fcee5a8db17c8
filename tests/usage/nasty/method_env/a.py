import os, requests
H = {"Authorization": "Bearer " + os.environ["REVONT_API_KEY"]}
U = "https://api.revont.ai/v1"
requests.get(U + "/calls", headers=H)
requests.request(os.environ.get("M", "GET"), U + "/contacts", headers=H)
