"""Takes revont summaries, asks GPT for a mail, posts it in Slack."""
import os, openai, requests
from slack_sdk import WebClient

openai.api_key = "sk-@@B62:48@@"
slack = WebClient(token="xoxb-@@DIGITS:12@@-@@DIGITS:12@@-@@B62:24@@")
HUBSPOT = {"Authorization": "Bearer pat-eu1-@@UUID@@"}

calls = requests.get("https://api.revont.ai/v1/calls",
                     headers={"Authorization": "Bearer " + os.environ["REVONT_API_KEY"]}).json()
requests.post("https://api.hubapi.com/crm/v3/objects/calls", headers=HUBSPOT, json=calls)
