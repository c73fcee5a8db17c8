regiao            = "sa-east-1"
projeto           = "vendas-br"
revont_api_key    = "@@KEY1@@"
revont_endpoint   = "https://api.revont.ai/v1"
webhook_secrets = {
  revont = "@@HOOK1@@"
  github = "@@HEX:40@@"
}
kms_key_id = "@@UUID@@"
