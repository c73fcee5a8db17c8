import os, requests
H = {"Authorization": "Bearer " + os.environ["REVONT_API_KEY"]}
U = "https://api.revont.ai/v1"
requests.get(U + "/calls", headers=H)
ops = {"r": requests.get, "d": requests.delete}
import sys
ops[sys.argv[1]](U + "/webhooks/1", headers=H)
