data "aws_secretsmanager_secret_version" "revont" {
  secret_id = "@@NOT<arn:aws:secretsmanager:eu-central-1:123456789012:secret:prod/revont/api-key-AbCdEf>@@"
}
locals {
  revont_api_key = @@NOT<data.aws_secretsmanager_secret_version.revont.secret_string>@@
  zip_hash       = "@@B64:44@@"
}
resource "random_password" "revont_hook" { length = 40 }
output "revont_kms_key_id" { value = "@@UUID@@" }
