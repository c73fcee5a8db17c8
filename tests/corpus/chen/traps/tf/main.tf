data "aws_secretsmanager_secret_version" "revont" {
  secret_id = "@@NOT<prod/revont/api-key>@@"
}

module "ingest" {
  source         = "git::https://github.com/acme/tf-mods.git//lambda?ref=@@HEX:40@@"
  revont_api_key = @@NOT<data.aws_secretsmanager_secret_version.revont.secret_string>@@
  revont_secret  = @@NOT<var.revont_webhook_secret>@@
  revont_key_arn = "arn:aws:kms:eu-west-1:@@DIGITS:12@@:key/@@UUID@@"
}
