data "google_secret_manager_secret_version" "revont" {
  secret  = "@@NOT<revont-api-key>@@"
  version = "latest"
}

resource "google_cloud_run_service" "extrator" {
  name = "extrator"
  template { spec { containers {
    image = "gcr.io/vendas-br/extrator@sha256:@@HEX:64@@"
    env {
      name  = "REVONT_API_KEY"
      value = @@NOT<data.google_secret_manager_secret_version.revont.secret_data>@@
    }
    env {
      name  = "REVONT_WEBHOOK_SECRET"
      value = "@@NOT<${var.revont_webhook_secret}>@@"
    }
  } } }
}
