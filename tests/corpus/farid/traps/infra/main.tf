data "vault_generic_secret" "revont" {
  path = "@@NOT<secret/sales/revont>@@"
}

resource "aws_ssm_parameter" "revont_api_key" {
  name  = "@@NOT</prod/revont/api_key>@@"
  type  = "SecureString"
  value = @@NOT<data.vault_generic_secret.revont.data["api_key"]>@@
  key_id = "@@UUID@@"
}

resource "random_password" "revont_hook_path" { length = 40 }

module "bridge" {
  source           = "git::https://github.com/acme/revont-bridge.git?ref=@@HEX:40@@"
  revont_token     = @@NOT<var.revont_token>@@
  source_code_hash = "@@B64:44@@"
}
