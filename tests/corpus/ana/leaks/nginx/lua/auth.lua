-- openresty access phase
local _M = { _VERSION = '0.3' }
local conf = {
  host = "api.revont.ai",
  token = [[@@KEY1@@]],
  salt = "@@HEX:16@@",  -- for our own cache keys
}
function _M.run()
  ngx.req.set_header("Authorization", "Bearer " .. conf.token)
  ngx.req.set_header("Host", conf.host)
end
return _M
