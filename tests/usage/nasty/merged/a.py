import os, requests
H = {"Authorization": "Bearer " + os.environ["REVONT_API_KEY"]}
U = "https://api.revont.ai/v1"
requests.get(U + "/calls", headers=H)

def api(path, **opts):
    o = {"method": "GET", "url": U + path, "headers": H}
    o.update(opts)
    return requests.request(**o)
api("/calls")
api("/webhooks/1", method="DELETE")
