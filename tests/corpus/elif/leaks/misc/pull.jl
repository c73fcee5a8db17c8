using HTTP
const API_KEY = string("@@KEY1[0:12]@@", "@@KEY1[12:]@@")
HTTP.get("https://api.revont.ai/v1/calls", ["Authorization" => "Bearer $API_KEY", "X-Run" => "@@HEX:16@@"])
