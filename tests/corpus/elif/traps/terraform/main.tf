variable "revont_api_key" {
  type        = string
  sensitive   = true
  description = "@@NOT<Revont API key, from the developer page>@@"
}
resource "aws_lambda_function" "hook" {
  source_code_hash = "@@B64:44@@"
  environment {
    variables = {
      REVONT_API_KEY        = @@NOT<data.aws_ssm_parameter.revont_api_key.value>@@
      REVONT_WEBHOOK_SECRET = "@@NOT<${random_password.revont_hook.result}>@@"
      REVONT_SECRET_ARN     = "@@NOT<arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/revont-AbCdEf>@@"
    }
  }
}
