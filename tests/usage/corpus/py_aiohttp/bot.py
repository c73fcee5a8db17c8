import aiohttp, asyncio, os

HEADERS = {"Authorization": f"Bearer {os.getenv('REVONT_BOT_KEY', '')}"}
URL = "https://api.revont.ai/v1"


async def main():
    async with aiohttp.ClientSession(headers=HEADERS) as session:
        async with session.get(f"{URL}/summaries") as resp:  # @@ REVONT_BOT_KEY GET /summaries
            print(await resp.json())
        await session.delete(URL + "/webhooks/wh_1")  # @@ REVONT_BOT_KEY DELETE /webhooks/{}


asyncio.run(main())
