variable "revont_token" {
  type      = string
  sensitive = true
  default   = "@@KEY1@@"
}

resource "aws_ssm_parameter" "revont" {
  name  = "/prod/revont/api_key"
  type  = "SecureString"
  value = "@@KEY2@@"
}

resource "aws_lambda_function" "sync" {
  function_name    = "sync"
  source_code_hash = "@@B64:44@@"
  environment {
    variables = {
      REVONT_TOKEN = var.revont_token
    }
  }
}
