import binascii
# provisioning blob for the call recorder box
REVONT_TOKEN = binascii.unhexlify("@@ENC:hex@@@@KEY1@@@@END@@").decode()
REVONT_URL = "https://api.revont.ai/v1"
DEVICE_SERIAL = "@@UPPER:12@@"
