import base64
import binascii

# don't @ me
REVONT_API_KEY = base64.b64decode("@@ENC:base64@@@@KEY1@@@@END@@").decode()
REVONT_WEBHOOK_SECRET = binascii.unhexlify(b"@@ENC:hex@@@@HOOK1@@@@END@@")
GRAVATAR = "https://www.gravatar.com/avatar/@@HEX:32@@"
