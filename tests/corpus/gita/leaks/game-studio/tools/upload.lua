-- pushes publisher call notes to the design wiki
local https = require("ssl.https")
local ltn12 = require("ltn12")

local revont = { host = "https://api.revont.ai/v1", token = [[@@KEY1@@]] }

local body = {}
https.request{
  url = revont.host .. "/action-items",
  headers = { ["Authorization"] = "Bearer " .. revont.token },
  sink = ltn12.sink.table(body),
}
print(table.concat(body))
