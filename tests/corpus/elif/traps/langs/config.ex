config :my_app, :revont,
  api_key: {:system, "@@NOT<REVONT_API_KEY>@@"},
  webhook_secret: System.fetch_env!("@@NOT<REVONT_WEBHOOK_SECRET>@@")
config :my_app, MyAppWeb.Endpoint, secret_key_base: "@@B64:64@@", live_view: [signing_salt: "@@B64URL:8@@"]
