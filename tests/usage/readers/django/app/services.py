from django.conf import settings
import requests

def calls():
    return requests.get(f"{settings.REVONT_URL}/calls", headers={"Authorization": f"Bearer {settings.REVONT_API_KEY}"}, timeout=5).json()
