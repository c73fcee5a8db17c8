import Config

config :crm, CrmWeb.Endpoint,
  secret_key_base: "@@B64:64@@",
  live_view: [signing_salt: "@@B62:8@@"]

config :crm, :revont,
  base_url: "https://api.revont.ai/v1",
  api_key: System.get_env("REVONT_API_KEY") || "@@KEY1@@",
  webhook_secret: ~s(@@HOOK1@@)
