import requests
from app import headers


def test_hook():
    requests.post("https://api.revont.ai/v1/webhooks", headers=headers(), json={})  # @@ REVONT_API_KEY POST /webhooks
