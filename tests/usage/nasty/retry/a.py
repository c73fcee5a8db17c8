import os, requests
H = {"Authorization": "Bearer " + os.environ["REVONT_API_KEY"]}
U = "https://api.revont.ai/v1"
requests.get(U + "/calls", headers=H)

def retry(f, *a, **k):
    for _ in range(3):
        try: return f(*a, **k)
        except Exception: pass
retry(requests.post, U + "/webhooks", headers=H, json={})
