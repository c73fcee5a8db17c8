region         = "eu-central-1"
account_id     = "@@DIGITS:12@@"
revont_api_key = "@@KEY1@@"
revont_webhooks = {
  ended   = { id = "@@NOT<wh_01HX9ABCDE>@@", signing_secret = "@@HOOK1@@" }
  summary = { id = "@@NOT<wh_01HX9ABCDF>@@", signing_secret = "@@HOOK2@@" }
}
