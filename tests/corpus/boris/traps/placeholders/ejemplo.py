import requests

# Sustituye por tu clave
API_KEY = "@@NOT<TU_CLAVE_DE_REVONT_AQUI>@@"
WEBHOOK_SECRET = "@@NOT<mi-secreto-del-webhook>@@"
r = requests.get("https://api.revont.ai/v1/calls", headers={"Authorization": f"Bearer {API_KEY}"})
