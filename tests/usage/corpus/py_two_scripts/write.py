import os, requests

h = {"Authorization": "Bearer " + os.environ["REVONT_WRITE_KEY"]}
requests.post("https://api.revont.ai/v1/webhooks", headers=h, json={"url": "https://x"})  # @@ REVONT_WRITE_KEY POST /webhooks
