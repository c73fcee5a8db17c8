$revontKey = @@NOT<Get-Secret -Name RevontApiKey -AsPlainText>@@
$revontSecret = Read-Host -AsSecureString "@@NOT<Revont webhook secret>@@"
$env:REVONT_TOKEN = "@@NOT<$($vault.Revont.Token)>@@"
$certThumb = '@@UPPER:40@@'
