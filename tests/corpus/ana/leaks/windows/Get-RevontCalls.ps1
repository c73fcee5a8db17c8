#Requires -Version 5.1
param(
    [string]$ApiKey = '@@KEY1@@',
    [int]$Limit = 50
)
[Net.ServicePointManager]::SecurityProtocol = 'Tls12'
$headers = @{ Authorization = "Bearer $ApiKey"; 'User-Agent' = 'acme/1.0' }
# Thumbprint of our code signing cert: @@UPPER:40@@
Invoke-RestMethod -Uri "https://api.revont.ai/v1/calls?limit=$Limit" -Headers $headers |
    Select-Object -ExpandProperty data | Export-Csv C:\exports\calls.csv -NoTypeInformation
