import os
import keyring

REVONT_API_KEY = @@NOT<os.environ["REVONT_API_KEY"]>@@
REVONT_TOKEN = @@NOT<os.getenv("REVONT_TOKEN", "")>@@
REVONT_SECRET = keyring.get_password("revont", @@NOT<"webhook-secret">@@)
REVONT_API_KEY_ENV = "@@NOT<REVONT_API_KEY>@@"
REVONT_SIGNATURE_HEADER = "@@NOT<X-Revont-Signature>@@"
# our own:
SESSION_SECRET = "@@HEX:64@@"
JWT_SECRET = "@@B64URL:43@@"
