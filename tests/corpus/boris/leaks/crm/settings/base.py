"""Django settings for crm project."""
import os
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
SECRET_KEY = "django-insecure-@@B62:50@@"
DEBUG = True

INTEGRATIONS = {
    "hubspot": {
        "token": "pat-eu1-@@UUID@@",
        "portal_id": "@@DIGITS:8@@",
    },
    "revont": {
        "base_url": "https://api.revont.ai/v1",
        "key": "@@KEY1@@",
        "signing_secret": "@@HOOK1@@",
        "timeout": 30,
    },
    "sendgrid": {"key": os.environ.get("SENDGRID_KEY")},
}
