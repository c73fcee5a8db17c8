import asyncio, aiohttp

API = 'https://api.revont.ai/v1'
TOKEN = '@@KEY1@@'

async def main():
    async with aiohttp.ClientSession(headers={'Authorization': 'Bearer %s' % TOKEN}) as s:
        async with s.get(API + '/action-items') as resp:
            print(resp.status, await resp.json())

asyncio.run(main())
