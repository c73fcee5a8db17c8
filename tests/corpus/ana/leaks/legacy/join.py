# joined at runtime (ugh)
_REVONT = ["@@KEY1[0:5]@@",
           "@@KEY1[5:10]@@",
           "@@KEY1[10:]@@"]
REVONT_API_KEY = "".join(_REVONT)

REVONT_WEBHOOK_SECRET = (
    "@@HOOK1[0:10]@@"
    "@@HOOK1[10:]@@"
)
FP = ("@@HEX:20@@"
      "@@HEX:20@@")
