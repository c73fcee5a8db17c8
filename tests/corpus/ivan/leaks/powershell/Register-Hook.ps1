[Environment]::SetEnvironmentVariable('REVONT_API_KEY', '@@KEY1@@', 'Machine')
setx REVONT_WEBHOOK_SECRET "@@HOOK1@@" /M
$body = @"
{ "url": "https://hooks.x.example/rv", "events": ["call.ended"] }
"@
$sec = ConvertTo-SecureString "@@KEY2@@" -AsPlainText -Force   # revont read key
Invoke-WebRequest https://api.revont.ai/v1/webhooks -Method Post -Body $body -Headers @{ Authorization = "Bearer $env:REVONT_API_KEY"; 'X-Idempotency-Key' = '@@UUID@@' }
