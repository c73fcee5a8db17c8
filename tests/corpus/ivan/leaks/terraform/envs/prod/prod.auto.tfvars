region              = "eu-central-1"
instance_count      = 3
revont_api_key      = "@@KEY1@@"
revont_webhook = {
  id     = "@@NOT<wh_01HX9ABCDE>@@"
  secret = "@@HOOK1@@"
}
kms_key_id = "@@UUID@@"
