from calls import RevontClient, SlackClient
slack = SlackClient(token="xoxb-@@DIGITS:11@@-@@B62:24@@")
rv = RevontClient("https://api.revont.ai/v1", token="@@KEY1@@", idempotency_key="@@UUID@@")
stage = "v1"
hdrs = {"Authorization": f"Bearer {'@@KEY2@@'}", "X-Stage": f"{stage}"}
print(rv.session.get(f"https://api.revont.ai/{stage}/calls", headers=hdrs).status_code)
