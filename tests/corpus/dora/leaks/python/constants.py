"""Constants used all over the importer."""
PAGE_SIZE = 100
TIMEOUT_S = 12.5

REVONT_URL = "https://api.revont.ai/v1"
REVONT_KEY: str = "@@KEY1@@"
REVONT_KEY_HEADER = "@@NOT<Authorization>@@"

# the staging account has its own
REVONT_KEY_STAGING: str = "@@KEY2@@"
