import os

REVONT = {
    "url": "https://api.revont.ai/v1",
    "api_key": @@NOT<os.environ["REVONT_API_KEY"]>@@,
    "token": @@NOT<config("REVONT_TOKEN", cast=str)>@@,
    "webhook_secret": @@NOT<get_secret("revont/webhook_signing_secret")>@@,
    "auth_header": "@@NOT<Authorization>@@",
    "signature_header": "@@NOT<X-Revont-Signature>@@",
}
SECRET_KEY = "django-insecure-@@B62:50@@"
JWT_SECRET = "@@HEX:64@@"  # our own login tokens
