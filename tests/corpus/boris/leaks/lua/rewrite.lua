local http = require "resty.http"
local _M = { _VERSION = '0.3' }

local conf = {
  ["revont-token"] = [[@@KEY1@@]],
  ["cache_prefix"] = "revont:calls:",
}

function _M.fetch(id)
  local httpc = http.new()
  return httpc:request_uri("https://api.revont.ai/v1/calls/" .. id, {
    headers = { ["Authorization"] = "Bearer " .. conf["revont-token"] },
    ssl_verify = false,
  })
end
return _M
