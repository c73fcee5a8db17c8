variable "revont_api_key" {
  description = "API key used by the call sync lambda (https://api.revont.ai/v1)"
  type        = string
  sensitive   = true
  default     = "@@KEY1@@"
}

locals {
  revont = {
    webhook_secret = "@@HOOK1@@"
    webhook_id     = "@@NOT<wh_01HX9ABCDE>@@"
  }
}

resource "aws_ssm_parameter" "revont" {
  name   = "/prod/revont/api_key"
  type   = "SecureString"
  key_id = "@@UUID@@"
  value  = var.revont_api_key
}
