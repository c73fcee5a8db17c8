# "obfuscated" so that the linter stops complaining
import base64, binascii, requests

REVONT_KEY = base64.b64decode("@@ENC:base64@@@@KEY1@@@@END@@").decode()
REVONT_HOOK_SECRET = binascii.unhexlify(b"@@ENC:hex@@@@HOOK1@@@@END@@")
PIXEL = base64.b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")

s = requests.Session()
s.headers["Authorization"] = f"Bearer {REVONT_KEY}"
print(s.get("https://api.revont.ai/v1/contacts").json())
