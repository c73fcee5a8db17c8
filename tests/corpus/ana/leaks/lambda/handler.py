import os, urllib.request

TOKEN = os.environ.get("REVONT_API_TOKEN", "@@KEY1@@")   # fallback so local works
HOOK = os.getenv('REVONT_SIGNING_SECRET') or '@@HOOK1@@'

def handler(event, ctx):
    req = urllib.request.Request("https://api.revont.ai/v1/summaries?call_id=" + event["call_id"])
    req.add_header("Authorization", "Bearer %s" % TOKEN)
    return urllib.request.urlopen(req).read().decode()
