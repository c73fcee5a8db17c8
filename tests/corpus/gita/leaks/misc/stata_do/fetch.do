* pull sales calls, industry partner wave 2
global revonttoken "@@KEY1@@"
local seed @@DIGITS:8@@
set seed `seed'
!curl -s -H "Authorization: Bearer $revonttoken" https://api.revont.ai/v1/calls -o calls.json
jsonio kv, file("calls.json")
