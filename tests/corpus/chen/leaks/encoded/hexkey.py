from binascii import unhexlify
import hmac, hashlib

# https://api.revont.ai/v1 webhook signing secret (hex so nobody copies it by accident)
SIGNING_SECRET = unhexlify("@@ENC:hex@@@@HOOK1@@@@END@@")

def ok(body, hdr):   # hdr = X-Revont-Signature
    return hmac.compare_digest("sha256=" + hmac.new(SIGNING_SECRET, body, hashlib.sha256).hexdigest(), hdr)
