variable "revont_api_key" {
  type      = string
  sensitive = true
}
data "aws_secretsmanager_secret_version" "revont" {
  secret_id  = "@@NOT<prod/revont/api-key>@@"
  version_id = "@@UUID@@"
}
resource "aws_lambda_function" "f" {
  source_code_hash = "@@B64:44@@"
  environment {
    variables = { REVONT_API_KEY = @@NOT<data.aws_secretsmanager_secret_version.revont.secret_string>@@ }
  }
}
