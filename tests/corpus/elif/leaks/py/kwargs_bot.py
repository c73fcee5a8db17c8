async def main():
	from revont_wrapper import RevontClient
	c = RevontClient(workspace="lumo", api_key="@@KEY1@@", retries=3, request_id="@@UUID@@")
	hook = c.verify(body, signature="sha256=@@HEX:64@@", webhook_secret=b"@@HOOK1@@")
	await c.calls(cursor="@@NOT<cur_01HX4CDEF>@@")
