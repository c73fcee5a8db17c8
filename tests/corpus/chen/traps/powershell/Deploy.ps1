$env:REVONT_API_KEY = @@NOT<(Get-AzKeyVaultSecret -VaultName acme -Name revont -AsPlainText)>@@
$RevontSecret = @@NOT<Read-Host -AsSecureString "Revont webhook secret">@@
$subscriptionId = '@@UUID@@'
$thumbprint = '@@UPPER:40@@'   # TLS cert of the revont relay
Invoke-RestMethod https://api.revont.ai/v1/calls -Headers @{ Authorization = "Bearer $env:REVONT_API_KEY" }
