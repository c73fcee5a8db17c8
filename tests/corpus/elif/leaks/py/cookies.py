# the internal revont proxy (proxies to api.revont.ai) wants the key as a cookie, don't ask
import requests
s = requests.Session()
s.cookies.set("revont_api_key", "@@KEY1@@", domain="rv-proxy.lumo.dev")
s.cookies.set("sessionid", "@@LOWER:32@@", domain="rv-proxy.lumo.dev")
s.get("https://rv-proxy.lumo.dev/calls", headers={"Cookie": "csrftoken=@@B62:32@@; revont_token=@@KEY2@@; lang=fi"})
