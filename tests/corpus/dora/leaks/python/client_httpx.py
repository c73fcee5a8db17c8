import httpx

client = httpx.Client(
    base_url="https://api.revont.ai/v1/",
    headers=httpx.Headers([("authorization", "Bearer @@KEY1@@"), ("user-agent", "coach-bot/0.3")]),
    http2=True,
)

def summary(call_id: str = "@@NOT<call_01HX4BQZPK8J2NFRT3WY>@@"):
    return client.get("summaries", params={"call": call_id}).json()
