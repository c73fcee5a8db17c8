import os
from decouple import config

REVONT_API_KEY = @@NOT<os.environ["REVONT_API_KEY"]>@@
REVONT_WEBHOOK_SECRET = @@NOT<config("REVONT_WEBHOOK_SECRET", default=None)>@@
REVONT_TOKEN = @@NOT<get_secret("projects/acme/secrets/revont-token/versions/latest")>@@
SECRET_KEY = "django-insecure-@@B62:50@@"
