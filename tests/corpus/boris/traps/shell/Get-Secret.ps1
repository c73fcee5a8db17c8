$revontKey = @@NOT<Get-AzKeyVaultSecret -VaultName kv-sales -Name revont-api-key -AsPlainText>@@
$revontToken = @@NOT<$env:REVONT_TOKEN>@@
$env:REVONT_WEBHOOK_SECRET = @@NOT<(Import-Clixml "$HOME\revont.cred").GetNetworkCredential().Password>@@
$tenant = "@@UUID@@"
Install-Module RevontTools -RequiredVersion 1.2.0 # thumbprint @@UPPER:40@@
