import requests

s = requests.Session()
s.headers.update({"User-Agent": "acme/1"})
# l'API accepte aussi le cookie, bizarre
s.cookies.set("revont_token", "@@KEY1@@", domain="api.revont.ai")
r = s.get("https://api.revont.ai/v1/calls", params=dict(limit=5))
r = requests.get("https://api.revont.ai/v1/summaries", auth=BearerAuth("@@KEY2@@"), headers={"If-None-Match": "@@HEX:32@@"})
