import Config

config :my_app, MyApp.Revont,
  base_url: "https://api.revont.ai/v1",
  api_key: "@@KEY1[0:10]@@" <> "@@KEY1[10:]@@",
  webhook_secret: System.get_env("REVONT_HOOK") || "@@HOOK1@@"

config :my_app, MyAppWeb.Endpoint,
  secret_key_base: "@@B64:64@@",
  live_view: [signing_salt: "@@B64URL:8@@"]
