import hmac, hashlib
from revont_hooks import verify

SECRET = "@@NOT<s3cr3t-for-tests>@@"
BODY = b'{"event":"summary.ready","call_id":"@@NOT<call_01HX4BQZPK8J2NFRT3WY>@@"}'


def test_bad_sig():
    assert not verify(BODY, {"X-Revont-Signature": "sha256=@@HEX:64@@"}, SECRET)


def test_wrong_algo():
    assert not verify(BODY, {"X-Revont-Signature": "sha1=@@HEX:40@@"}, SECRET)
