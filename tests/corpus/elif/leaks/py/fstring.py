import httpx, os
def auth(prefix="Bearer", key=os.getenv("REVONT_API_KEY", "@@KEY1@@")):
    return f"{prefix} {key}"
URL = f"https://api.revont.ai/v1/calls?api_key={'@@KEY2@@'}&limit={10}"
httpx.get(URL, headers={"X-Request-ID": "@@HEX:32@@", "Authorization": auth()})
