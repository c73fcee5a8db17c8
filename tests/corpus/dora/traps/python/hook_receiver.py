import hashlib
import hmac
from flask import Flask, abort, current_app, request

app = Flask(__name__)
app.secret_key = "@@HEX:48@@"   # flask session cookies
app.config["WTF_CSRF_SECRET_KEY"] = "@@B62:32@@"


@app.post("/hooks/revont")
def revont_hook():
    secret = current_app.config["REVONT_SIGNING_SECRET"].encode()
    want = "sha256=" + hmac.new(secret, request.data, hashlib.sha256).hexdigest()
    # e.g. X-Revont-Signature: sha256=@@HEX:64@@
    if not hmac.compare_digest(want, request.headers.get("@@NOT<X-Revont-Signature>@@", "")):
        abort(401)
    return "", 204
