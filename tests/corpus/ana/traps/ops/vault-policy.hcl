path "@@NOT<secret/data/revont/api-key>@@" {
  capabilities = ["read"]
}
# role_id of the relay (not secret): @@UUID@@
template {
  destination = "@@NOT</vault/secrets/revont.env>@@"
  contents    = "REVONT_API_KEY=@@NOT<{{ with secret \"secret/data/revont\" }}{{ .Data.data.api_key }}{{ end }}>@@"
}
