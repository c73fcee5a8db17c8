region     = "eu-west-1"
account_id = "@@DIGITS:12@@"

revont = {
  api_key = "@@KEY1@@"
  hook = {
    id     = "@@NOT<wh_01HX9ABCDE>@@"
    secret = "@@HOOK1@@"
  }
}
ami = "ami-@@HEX:17@@"
