import os
from app.crypto import decrypt
REVONT_API_KEY = @@NOT<os.environ["REVONT_API_KEY"]>@@
REVONT_WEBHOOK_SECRET = decrypt("gAAAAA@@B64URL:114@@")  # fernet
REVONT_HEADER = "@@NOT<X-Revont-Signature>@@"
SECRET_KEY = "django-insecure-@@LOWER:50@@"
HUBSPOT_TOKEN = "pat-na1-@@UUID@@"
SLACK_TOKEN = "xoxb-@@DIGITS:12@@-@@DIGITS:13@@-@@B62:24@@"
