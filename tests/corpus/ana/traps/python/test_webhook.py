import hmac, hashlib
# vectors for our verifier of revont webhooks
VECTORS = [
    # (body, signature)
    (b'{"event":"call.ended","id":"@@NOT<call_01HX4BQZPK8J2NFRT3WY>@@"}', "sha256=@@HEX:64@@"),
    (b'{"event":"summary.ready"}', "sha256=@@HEX:64@@"),
]
SECRET = "@@NOT<test-webhook-secret>@@"

def test_vectors(client):
    for body, sig in VECTORS:
        client.post("/revont/hook", data=body, headers={"X-Revont-Signature": sig, "X-Revont-Delivery": "@@UUID@@"})
