from revont_client import Client, verify   # our own thin wrapper

def make(host="api.revont.ai", key="@@KEY1@@", *, retries=3, run_id="@@UUID@@"):
    return Client(host, api_key=key, retries=retries)

c = Client(base_url="https://api.revont.ai/v1", api_key="@@KEY2@@", timeout=3)
ok = verify(body=b"{}", sig="sha256=@@HEX:64@@", secret="@@HOOK1@@")
