region        = "eu-west-1"
account_id    = "@@DIGITS:12@@"
vpc_id        = "vpc-@@HEX:17@@"
revont_api_key        = "@@KEY1@@"
revont_webhook_secret = "@@HOOK1@@"
extra_tags = {
  owner = "revops"
}
