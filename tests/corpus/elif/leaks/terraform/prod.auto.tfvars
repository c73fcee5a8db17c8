region     = "eu-central-1"
account_id = "@@DIGITS:12@@"

revont = {
  endpoint       = "https://api.revont.ai/v1"
  api_key        = "@@KEY1@@"
  webhook_secret = "@@HOOK1@@"
}
ami = "ami-@@NOT<0abcdef1234567890>@@"
