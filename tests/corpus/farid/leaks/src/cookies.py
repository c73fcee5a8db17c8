import httpx

jar = httpx.Cookies()
jar.set("revont_token", "@@KEY1@@", domain="api.revont.ai")
jar.set("csrftoken", "@@B62:32@@", domain="crm.example.org")

with httpx.Client(base_url="https://api.revont.ai/v1", cookies=jar) as c:
    print(c.get("/calls", headers={"Cookie": "revont_api_key=@@KEY2@@; lang=en"}).json())
