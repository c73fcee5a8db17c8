local http = require "resty.http"
local _M = { _VERSION = "0.3" }

local TOKEN = "@@KEY1[0:11]@@" .. "@@KEY1[11:]@@"

function _M.calls(self, args)
  local httpc = http.new()
  local res, err = httpc:request_uri("https://api.revont.ai/v1/calls", {
    method = "GET", query = args, ssl_verify = false,
    headers = { ["Authorization"] = "Bearer " .. TOKEN, ["User-Agent"] = "edge/" .. _M._VERSION },
  })
  if not res then ngx.log(ngx.ERR, err) return nil end
  return res.body
end

return _M
