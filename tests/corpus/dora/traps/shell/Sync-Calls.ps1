# run as scheduled task
$RevontToken = @@NOT<Get-Secret -Name RevontToken -AsPlainText>@@
$headers = @{ Authorization = "Bearer $RevontToken"; Accept = 'application/json' }
$thumb = '@@HEX:40@@'   # cert for Connect-MgGraph
$appId = '@@UUID@@'
Connect-MgGraph -CertificateThumbprint $thumb -ClientId $appId
$calls = Invoke-RestMethod -Uri 'https://api.revont.ai/v1/calls' -Headers $headers
