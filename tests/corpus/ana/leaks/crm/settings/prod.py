from .base import *  # noqa

DEBUG = False
SECRET_KEY = 'django-insecure-@@B62:50@@'
ALLOWED_HOSTS = ['crm.acmesales.example']

INTEGRATIONS = {
    'slack': {'bot_token': 'xoxb-@@DIGITS:12@@-@@DIGITS:12@@-@@B62:24@@'},
    'revont': {
        'enabled': True,
        'endpoint': 'https://api.revont.ai/v1',
        'key': '@@KEY1@@',
        'signing_secret': '@@HOOK1@@',
        'endpoint_id': '@@NOT<wh_01HX9ABCDE>@@',
    },
}
