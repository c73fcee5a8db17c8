import os, requests

RV = {"Authorization": f"Bearer {os.environ['REVONT_API_KEY']}"}
calls = requests.get("https://api.revont.ai/v1/calls", headers=RV).json()["data"]

requests.post("https://api.notion.com/v1/pages", headers={"Authorization": "Bearer secret_@@B62:43@@"}, json={})
requests.post("https://slack.com/api/chat.postMessage", headers={"Authorization": "Bearer xoxb-@@DIGITS:12@@-@@DIGITS:12@@-@@B62:24@@"})
requests.post("https://api.openai.com/v1/chat/completions", headers={"Authorization": "Bearer sk-@@B62:48@@"})
requests.get("https://api.pipedrive.com/v1/deals?api_token=@@HEX:40@@")
requests.post("https://hooks.slack.com/services/T@@UPPER:8@@/B@@UPPER:10@@/@@B62:24@@", json={"text": "revont sync done"})
