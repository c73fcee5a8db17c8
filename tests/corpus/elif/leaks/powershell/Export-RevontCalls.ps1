#Requires -Version 5
param([string]$OutDir = 'C:\Temp\calls', [string]$ApiKey = '@@KEY1@@')

$headers = @{ Authorization = "Bearer $ApiKey" }
$resp = Invoke-RestMethod `
    -Method Get `
    -Uri 'https://api.revont.ai/v1/calls' `
    -Headers $headers

# Zweites Konto (Vertrieb Süd) - anderer Schlüssel!
$headers2 = @{
    'Authorization' = 'Bearer @@KEY2@@'
    'X-Request-Id'  = '@@UUID@@'
}
Invoke-RestMethod -Uri https://api.revont.ai/v1/summaries -Headers $headers2 | ConvertTo-Json | Out-File "$OutDir\s.json"
