import Config

config :coach, CoachWeb.Endpoint,
  secret_key_base: "@@B64:64@@"

config :coach, :revont,
  api_key: "@@KEY1@@",
  base_url: "https://api.revont.ai/v1",
  webhook_secret: ~s(@@HOOK1@@)
