variable "revont_token" {
  type      = string
  sensitive = true
  default   = "@@KEY1@@"
}

resource "aws_lambda_function" "ingest" {
  function_name    = "revont-ingest"
  source_code_hash = "@@B64:44@@"
  kms_key_arn      = "arn:aws:kms:eu-north-1:@@DIGITS:12@@:key/@@UUID@@"
  environment {
    variables = {
      REVONT_SECRET_KEY = "@@KEY2@@"
    }
  }
}
