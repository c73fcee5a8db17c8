defmodule Sales.Revont do
  @api_key_env "@@NOT<REVONT_API_KEY>@@"
  @fingerprint "@@HEX:64@@"

  def key, do: @@NOT<System.fetch_env!(@api_key_env)>@@
  def token, do: @@NOT<Application.get_env(:sales, :revont)[:token]>@@
  def cache_key(id), do: "@@NOT<revont_token>@@:" <> id
  def doc_example, do: call("@@NOT<call_01HX4BQZPK8J2NFRT3WY>@@")
end
