import hmac, hashlib
# made-up secret, signature computed by hand for the unit test
SECRET = b"@@NOT<not-a-real-secret>@@"
EXPECTED = "sha256=@@HEX:64@@"
def test_revont_signature():
    got = "sha256=" + hmac.new(SECRET, b"{}", hashlib.sha256).hexdigest()
    assert verify({"X-Revont-Signature": EXPECTED}, secret=SECRET) is not None
    assert revont_header == "@@NOT<X-Revont-Signature>@@"
