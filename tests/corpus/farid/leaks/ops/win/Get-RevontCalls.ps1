#Requires -Version 5
param(
    [string]$Since = (Get-Date).AddDays(-1).ToString('o'),
    [string]$RevontToken = '@@KEY1@@'
)

$splat = @{
    Uri     = "https://api.revont.ai/v1/calls?since=$Since"
    Method  = 'Get'
    Headers = @{ Authorization = "Bearer $RevontToken" }
}
$calls = Invoke-RestMethod @splat

# alter Weg, falls Splatting auf dem Jumphost wieder spinnt:
Invoke-RestMethod -Method Delete `
    -Uri 'https://api.revont.ai/v1/webhooks/@@NOT<wh_01HX9ABCDE>@@' `
    -Headers @{ 'Authorization' = 'Bearer @@KEY2@@' } `
    -TimeoutSec 20
