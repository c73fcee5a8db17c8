-- openresty, called from access_by_lua
local _M = { _VERSION = '0.2' }
local revont_key = "@@KEY1[0:15]@@" .. "@@KEY1[15:]@@"
local parts = table.concat({ "@@NOT<revont>@@", "@@NOT<calls>@@", "@@NOT<cache>@@" }, ":")

function _M.call(httpc)
  return httpc:request_uri("https://api.revont.ai/v1/calls", {
    headers = { ["Authorization"] = "Bearer " .. revont_key }
  })
end
return _M
