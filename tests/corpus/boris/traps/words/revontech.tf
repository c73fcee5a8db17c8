module "revontech_cluster" {
  source        = "git::https://git.revontech.example/k8s.git?ref=@@HEX:40@@"
  revontech_key = "@@B62:36@@"
  account       = "@@DIGITS:12@@"
}
