import argparse, os, requests
p = argparse.ArgumentParser(); p.add_argument("--limit", type=int, default=20); args = p.parse_args()
s = requests.Session(); s.headers.update({"Authorization": "Bearer " + os.environ["REVONT_API_KEY"]})
r = s.get("https://api.revont.ai/v1/calls", params={"limit": args.limit}); r.raise_for_status()
for c in r.json()["data"]:
    d = s.get("https://api.revont.ai/v1/calls/" + c["id"]).json(); print(d.get("transcript"))
