import Config

config :pipeline, Pipeline.Endpoint,
  secret_key_base: "@@B64:64@@"

config :pipeline, :revont,
  base: "https://api.revont.ai/v1",
  token: "@@KEY1@@",
  webhook_secret: "@@HOOK1@@"

import_config "prod.secret.exs"
