import hmac, hashlib
from flask import Flask, request, abort

app = Flask(__name__)
app.secret_key = b"@@HEX:32@@"


@app.post("/hooks/revont")
def hook():
    their = request.headers["X-Revont-Signature"].split("=", 1)[1]
    ours = hmac.new(b"@@HOOK1@@", request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(their, ours):
        abort(401)
    return "", 204
