job "callsync" {
  datacenters = ["fra1"]
  group "sync" {
    task "callsync" {
      driver = "docker"
      template {
        destination = "secrets/env"
        env         = true
        data        = <<EOH
REVONT_API_KEY="@@KEY1@@"
PG_PASSWORD={{ with secret "@@NOT<kv/data/callsync>@@" }}{{ .Data.data.pg }}{{ end }}
REVONT_URL=https://api.revont.ai/v1
EOH
      }
    }
  }
}
