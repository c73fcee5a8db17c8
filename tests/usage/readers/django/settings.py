import os
REVONT_API_KEY = os.environ.get("REVONT_API_KEY", "")
REVONT_URL = "https://api.revont.ai/v1"
