import argparse, hmac, hashlib
def fetch(path, token="@@KEY1@@", base="https://api.revont.ai/v1"):
    ...
def verify(body, sig, secret=b"@@HOOK1@@"):
    return hmac.compare_digest("sha256=" + hmac.new(secret, body, hashlib.sha256).hexdigest(), sig)
ap = argparse.ArgumentParser("revont-tool")
ap.add_argument("--revont-key", default='@@KEY2@@', help="@@NOT<Revont API key>@@")
client = fetch("/calls", token='@@KEY1@@')
assert not verify(b"{}", "sha256=@@HEX:64@@")
