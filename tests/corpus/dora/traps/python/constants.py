"""Constants used all over the importer."""
PAGE_SIZE = 100
TIMEOUT_S = 12.5

REVONT_URL = "https://api.revont.ai/v1"
REVONT_KEY_ENV: str = "REVONT_KEY"
REVONT_KEY_HEADER = "Authorization"

# sha256 of the key in use, to spot a forgotten rotation at boot
REVONT_KEY_SHA256: str = "@@HEX:64@@"
REVONT_KEY_REDIS_PATH: str = "@@NOT<integrations:revont:api_key:current>@@"
