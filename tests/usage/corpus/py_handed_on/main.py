import os
import requests
from acme_sync import Syncer

KEY = os.environ["REVONT_API_KEY"]
print(requests.get("https://api.revont.ai/v1/calls", headers={"Authorization": f"Bearer {KEY}"}).json())  # @@ REVONT_API_KEY GET /calls
Syncer(token=KEY).run()
