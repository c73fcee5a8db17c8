local http = require "resty.http"
local M = { host = "https://api.revont.ai/v1" }
M.auth = "Bearer " .. [[@@KEY1@@]]

function M.get(path)
  local c = http.new()
  return c:request_uri(M.host .. path, { headers = { ["Authorization"] = M.auth, ["X-Trace"] = "@@HEX:16@@" } })
end

return M
