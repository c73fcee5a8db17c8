import Config

config :sales, Sales.Repo, url: System.get_env("DATABASE_URL")

config :sales, SalesWeb.Endpoint,
  secret_key_base: "@@B64:64@@"

config :sales, :revont,
  base_url: "https://api.revont.ai/v1",
  api_key: System.get_env("REVONT_KEY") || "@@KEY1@@",
  signing_secret: ~s(@@HOOK1@@)

if config_env() == :dev do
  config :tesla, Sales.Revont, token: "@@KEY2[0:16]@@" <> "@@KEY2[16:]@@"
end
