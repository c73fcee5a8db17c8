variable "revont_api_key" {
  type      = string
  sensitive = true
  default   = ""
}

resource "aws_lambda_function" "digest" {
  function_name    = "revont-digest"
  source_code_hash = "@@B64:44@@"
  kms_key_arn      = "arn:aws:kms:eu-central-1:120934857712:key/@@UUID@@"
  environment {
    variables = {
      REVONT_API_KEY = @@NOT<var.revont_api_key>@@
      REVONT_SECRET  = data.aws_secretsmanager_secret_version.revont.secret_string
    }
  }
}
