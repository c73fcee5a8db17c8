param([int]$Days = 7)

$RevontToken = '@@KEY1@@'
$hdr = @{
    'Authorization' = "Bearer $RevontToken"
    'Accept'        = 'application/json'
}
$tenant = '@@UUID@@'
$since = (Get-Date).AddDays(-$Days).ToString('o')
Invoke-RestMethod -Uri "https://api.revont.ai/v1/calls?since=$since" -Headers $hdr |
    Select-Object -ExpandProperty data | Export-Csv -NoTypeInformation .\calls.csv
