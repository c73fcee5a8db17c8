import os
from functools import lru_cache

REVONT_API_KEY = @@NOT<os.environ["REVONT_API_KEY"]>@@
REVONT_WEBHOOK_SECRET = os.getenv("@@NOT<REVONT_WEBHOOK_SECRET>@@", "@@NOT<dev-only-not-secret>@@")
SECRET_KEY = "django-insecure-@@LOWER:50@@"
REVONT_CACHE_PREFIX = "@@NOT<revont:calls:v2:by-owner>@@"


@lru_cache
def revont_token():
    return open("@@NOT</var/run/secrets/revont/token>@@").read().strip()
