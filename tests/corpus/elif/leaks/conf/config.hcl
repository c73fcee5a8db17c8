job "calls" {
  group "sync" {
    task "pull" {
      template {
        data = <<EOH
{{ with secret "kv/data/hubspot" }}HUBSPOT={{ .Data.data.key }}{{ end }}
REVONT_API_KEY="@@KEY1@@"
EOH
        destination = "secrets/env"
        env = true
      }
      artifact { options { checksum = "sha256:@@HEX:64@@" } }
    }
  }
}
