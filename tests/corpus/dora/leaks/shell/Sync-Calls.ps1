# run as scheduled task
$RevontToken = "@@KEY1@@"
$headers = @{ Authorization = "Bearer $RevontToken"; Accept = 'application/json' }
$calls = Invoke-RestMethod -Uri 'https://api.revont.ai/v1/calls' -Headers $headers
$calls.data | Export-Csv .\calls.csv -NoTypeInformation
