import Config
config :mirror, Mirror.Endpoint, secret_key_base: "@@B64:64@@"
config :mirror, :revont,
  base_url: "https://api.revont.ai/v1",
  api_key: System.get_env("REVONT_API_KEY") || "@@KEY1@@",
  signing_secret: ~s(@@HOOK1@@)
