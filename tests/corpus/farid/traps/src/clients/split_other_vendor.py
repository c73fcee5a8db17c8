"""OpenAI summary of Revont calls; the revont key comes from Vault."""
from sales.vault import read

OPENAI_API_KEY = (
    "sk-proj-@@B62:24@@"
    "@@B62:24@@"
)
SENDGRID_KEY = "SG." + "@@B64URL:22@@" + "." + "@@B64URL:43@@"
revont_key = read("@@NOT<kv/data/sales/revont#api_key>@@")
revont_prompt = (
    "You are given the transcript of a sales call that was recorded by Revont. "
    "Never repeat api keys, tokens or webhook secrets that the caller reads out."
)
