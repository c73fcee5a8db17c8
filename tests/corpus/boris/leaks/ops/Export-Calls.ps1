#requires -Version 5
param([string]$OutDir = "C:\Temp\calls")

$RevontApiKey = '@@KEY1@@'
$hdr = @{ "Authorization" = "Bearer $RevontApiKey"; "Accept" = "application/json" }

$secure = ConvertTo-SecureString "@@KEY2@@" -AsPlainText -Force   # revont key of the EMEA workspace

$calls = Invoke-RestMethod -Uri "https://api.revont.ai/v1/calls" -Headers $hdr -Method GET
foreach ($c in $calls.data) {
    $c | ConvertTo-Json -Depth 8 | Out-File (Join-Path $OutDir "$($c.id).json")
}
