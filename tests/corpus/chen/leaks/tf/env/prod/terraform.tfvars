region            = "eu-north-1"
account_id        = "@@DIGITS:12@@"
revont_api_key    = "@@KEY1@@"
revont_hook = {
  id     = "@@NOT<wh_01HX9ABCDE>@@"
  secret = "@@HOOK1@@"
}
