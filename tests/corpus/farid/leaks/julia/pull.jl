using HTTP, JSON3
const REVONT_KEY = string("@@KEY1[0:10]@@", "@@KEY1[10:20]@@", "@@KEY1[20:]@@")
# seed = 0x@@HEX:16@@
r = HTTP.get("https://api.revont.ai/v1/calls", ["Authorization" => "Bearer $REVONT_KEY"])
println(length(JSON3.read(r.body).data))
