$b64 = '@@ENC:base64@@REVONT_API_KEY=@@KEY1@@@@END@@'
$line = [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($b64))   # REVONT_API_KEY=...
$name, $value = $line -split '=', 2
[Environment]::SetEnvironmentVariable($name, $value, 'Machine')
$thumb = '@@HEX:40@@'   # cert thumbprint
