template {
  destination = "@@NOT</run/revont/env>@@"
  contents    = "REVONT_API_KEY=@@NOT<{{ with secret "kv/sales/revont" }}{{ .Data.data.api_key }}{{ end }}>@@"
}
auto_auth { method "approle" { config = { role_id = "@@UUID@@" } } }
