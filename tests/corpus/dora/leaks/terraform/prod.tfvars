region              = "eu-central-1"
revont_api_key      = "@@KEY1@@"
revont_webhook = {
  id     = "@@NOT<wh_01HX9ABCDE>@@"
  secret = "@@HOOK1@@"
}
