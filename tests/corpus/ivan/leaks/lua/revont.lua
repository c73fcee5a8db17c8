local _M = { host = "api.revont.ai", port = 443 }
_M.auth = "Bearer " .. [[@@KEY1@@]]
_M.cache_key = "@@NOT<revont_calls_v1>@@"
function _M.sign(body) return ngx.hmac_sha1("@@HOOK1@@", body) end -- revont webhook secret; TODO sha256
return _M
