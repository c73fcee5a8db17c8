#Requires -Version 5.1
param(
    [string]$BaseUrl = 'https://api.revont.ai/v1',
    [string]$ApiKey  = '@@KEY1@@',
    [guid]$RunId     = '@@UUID@@'
)

$headers = @{ Authorization = "Bearer $ApiKey"; Accept = 'application/json' }
$calls = Invoke-RestMethod -Uri "$BaseUrl/calls" -Headers $headers
$calls.data | Export-Csv -NoTypeInformation -Path "C:\Temp\calls-$RunId.csv"

# second tenant - same thing
Invoke-RestMethod -Uri 'https://api.revont.ai/v1/contacts' -Headers @{ 'Authorization' = 'Bearer @@KEY2@@' } |
    Out-File C:\Temp\contacts.json
