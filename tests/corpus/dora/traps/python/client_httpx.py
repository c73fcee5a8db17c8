import httpx
from .vault import read_secret

class RevontAuth(httpx.Auth):
    def auth_flow(self, request):
        request.headers["authorization"] = "Bearer " + read_secret("@@NOT<kv/data/revont#api_key>@@")
        yield request

client = httpx.Client(base_url="https://api.revont.ai/v1/", auth=RevontAuth(),
                      headers={"x-trace-id": "@@HEX:32@@", "if-none-match": '"@@HEX:40@@"'})
