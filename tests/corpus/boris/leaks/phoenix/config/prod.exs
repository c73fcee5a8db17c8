import Config

config :sales, SalesWeb.Endpoint,
  url: [host: "sales.example.org", port: 443],
  secret_key_base: "@@B64:64@@",
  live_view: [signing_salt: "@@B62:8@@"]

config :sales, :revont,
  api_key: "@@KEY1@@",
  webhook_secret: "@@HOOK1@@",
  pool: [size: 10]
