import os, requests
H = {"Authorization": "Bearer " + os.environ["REVONT_API_KEY"]}
U = "https://api.revont.ai/v1"

def pages(path):
    cursor = None
    while True:
        r = requests.get(f"{U}{path}", headers=H, params={"cursor": cursor}).json()
        yield from r["data"]
        if not r["has_more"]: break
        cursor = r["next_cursor"]
for c in pages("/calls"): print(c)
