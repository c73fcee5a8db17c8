# liest den Schlüssel aus dem SecretStore
$ApiKey = @@NOT<Get-Secret -Name RevontApiKey -AsPlainText>@@
$env:REVONT_TOKEN = @@NOT<(Import-Clixml "$HOME\revont.cred").GetNetworkCredential().Password>@@
$dpapi = '01000000d08c9ddf0115d1118c7a00c04fc297eb@@HEX:200@@'
$headers = @{ Authorization = "Bearer $ApiKey" }
Invoke-RestMethod 'https://api.revont.ai/v1/calls' -Headers $headers
