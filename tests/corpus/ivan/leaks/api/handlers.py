CFG = dict(host='api.revont.ai', revont_key='@@KEY1@@', retries=3)
HEADERS = {'authorization': 'bearer @@KEY2@@', 'x-trace': '@@HEX:32@@'}
url = f"https://api.revont.ai/v1/calls?access_token=@@KEY3@@&cursor=@@NOT<cur_01HX4CDEF>@@"
if request.headers.get("X-Revont-Signature") != sign(body, "@@HOOK1@@"): raise Forbidden
os.environ.setdefault("REVONT_API_KEY", "@@KEY1@@")
