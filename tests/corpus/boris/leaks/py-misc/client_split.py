from urllib.request import Request, urlopen

# flake8 max-line-length 60 ...
REVONT_API_KEY = (
    "@@KEY1[0:12]@@"
    "@@KEY1[12:]@@"
)
HASH = "@@HEX:64@@"


def calls():
    rq = Request("https://api.revont.ai/v1/calls")
    rq.add_header("Authorization", "Bearer " + REVONT_API_KEY)
    return urlopen(rq).read()
