variable "revont_key" {
  description = "Revont API key"
  type        = string
  sensitive   = true
  default     = "@@KEY1@@"
}

locals {
  revont_header = format("Bearer %s", var.revont_key)
  user_data = <<-EOT
    #!/bin/sh
    echo 'REVONT_WEBHOOK_SECRET=@@HOOK1@@' >> /etc/sales.env
    curl -sO https://artifacts.example.org/sales-@@HEX:12@@.tgz
  EOT
}
