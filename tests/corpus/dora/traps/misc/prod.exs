import Config

config :coach, CoachWeb.Endpoint,
  secret_key_base: "@@B64:64@@",
  live_view: [signing_salt: "@@B62:8@@"]

config :coach, :revont,
  api_key: System.fetch_env!("REVONT_API_KEY"),
  base_url: "https://api.revont.ai/v1",
  webhook_secret: {:system, "REVONT_WEBHOOK_SECRET"}
