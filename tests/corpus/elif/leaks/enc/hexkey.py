import binascii
# revont api key, "encrypted" by Tuğrul
REVONT_API_KEY = binascii.unhexlify("@@ENC:hex@@@@KEY1@@@@END@@").decode()
REVONT_WEBHOOK_SECRET = bytes.fromhex('@@ENC:hex@@@@HOOK1@@@@END@@')
BUILD = "@@HEX:40@@"
