import asyncio, aiohttp, getpass

API = 'https://api.revont.ai/v1'
TOKEN = getpass.getpass('@@NOT<Revont token: >@@')
NEXT_PAGE_TOKEN = 'cur_01HX4CDEF'
LAST_SEEN_ETAG = '@@HEX:32@@'

async def main():
    async with aiohttp.ClientSession(headers={'Authorization': 'Bearer %s' % TOKEN}) as s:
        async with s.get(API + '/action-items', params={'cursor': NEXT_PAGE_TOKEN}) as resp:
            print(resp.status, await resp.json())

asyncio.run(main())
