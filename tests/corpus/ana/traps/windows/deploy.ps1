$env:REVONT_API_KEY = @@NOT<(Get-AzKeyVaultSecret -VaultName 'kv-acme' -Name 'revont-api-key' -AsPlainText)>@@
$headers = @{ Authorization = "Bearer @@NOT<$env:REVONT_API_KEY>@@" }
$tenantId = '@@UUID@@'
$subscription = '@@UUID@@'
Invoke-RestMethod https://api.revont.ai/v1/calls -Headers $headers
