-- nur Verweise, nichts Geheimes
local revont_key = @@NOT<os.getenv("REVONT_API_KEY")>@@
local revont_secret = assert(io.open("@@NOT</etc/sales/revont.key>@@")):read("*l")
local shm_key = "@@NOT<revont_token>@@" .. ":" .. "@@NOT<v1>@@"
local expected = "sha256=" .. "@@HEX:64@@"
return { key = revont_key, secret = revont_secret, shm = shm_key, sig = expected }
