from hubspot import HubSpot
import openai, requests, os
openai.api_key = "sk-@@B62:48@@"
hs = HubSpot(access_token="pat-eu1-@@UUID@@")
REVONT_URL = "https://api.revont.ai/v1"
mixpanel_token = "@@HEX:32@@"
def summary(call_id="@@NOT<call_01HX4BQZPK8J2NFRT3WY>@@"):
    return requests.get(f"{REVONT_URL}/calls/{call_id}", headers={"Authorization": f"Bearer @@NOT<{os.environ['REVONT_API_KEY']}>@@"}).json()
