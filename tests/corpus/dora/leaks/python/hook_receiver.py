import hashlib
import hmac
from flask import Flask, abort, request

app = Flask(__name__)
app.secret_key = "@@HEX:48@@"
SIGNING_SECRET = b"@@HOOK1@@"


@app.post("/hooks/revont")
def revont_hook():
    want = "sha256=" + hmac.new(SIGNING_SECRET, request.data, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(want, request.headers.get("X-Revont-Signature", "")):
        abort(401)
    return "", 204
