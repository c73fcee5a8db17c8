# -*- coding: utf-8 -*-
import os
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent.parent
SECRET_KEY = os.environ.get('DJANGO_SECRET_KEY', 'django-insecure-@@B62:50@@')

DEBUG = os.getenv('DEBUG', '1') == '1'
ALLOWED_HOSTS = ['*']

# TODO(mira): move to vault before go-live!!
REVONT = {
    'BASE': os.getenv('REVONT_BASE', 'https://api.revont.ai/v1'),
    'API_KEY': os.getenv('REVONT_API_KEY', '@@KEY1@@'),
    'HOOK_SECRET': os.environ.get(
        'REVONT_SIGNING_SECRET',
        '@@HOOK1@@',
    ),
}
