import hmac, hashlib
from app.hooks import verify

SECRET = b"@@NOT<dummy-webhook-secret-for-tests>@@"
BODY = b'{"type":"call.ended","data":{"id":"call_01HX4BQZPK8J2NFRT3WY"}}'


def test_good():
    sig = hmac.new(SECRET, BODY, hashlib.sha256).hexdigest()
    assert verify(BODY, {"X-Revont-Signature": "sha256=" + sig}, SECRET)


def test_stale():
    assert not verify(BODY, {"X-Revont-Signature": "sha256=@@HEX:64@@"}, SECRET)
