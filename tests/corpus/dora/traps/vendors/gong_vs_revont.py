"""Compare call lists of Gong and Revont."""
import os
import requests

GONG_ACCESS_KEY = "@@UPPER:32@@"
GONG_SECRET = "@@B64URL:86@@"
revont = requests.Session()
revont.headers["Authorization"] = "Bearer " + os.environ["REVONT_API_KEY"]

gong = requests.get("https://api.gong.io/v2/calls", auth=(GONG_ACCESS_KEY, GONG_SECRET)).json()
ours = revont.get("https://api.revont.ai/v1/calls").json()
print(len(gong["calls"]), len(ours["data"]))
