$RevontToken = @@NOT<Get-Secret -Name RevontToken -AsPlainText>@@
$RevontKey = @@NOT<Read-Host 'Revont API Key' -MaskInput>@@
# DPAPI, nur auf diesem Rechner lesbar
$RevontSecret = '01000000d08c9ddf0115d1118c7a00c04fc297eb@@HEX:200@@' | ConvertTo-SecureString
Invoke-RestMethod https://api.revont.ai/v1/calls `
    -Headers @{ Authorization = "Bearer @@NOT<$RevontToken>@@"; 'X-Correlation-Id' = '@@UUID@@' }
