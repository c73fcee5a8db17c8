import httpx
from .settings import settings


def client() -> httpx.AsyncClient:
    return httpx.AsyncClient(
        base_url=settings.revont_base, headers={"Authorization": f"Bearer {settings.revont_api_key}"}
    )


async def contacts():
    async with client() as c:
        r = await c.get("/contacts")  # @@ REVONT_API_KEY GET /contacts
        return r.json()


async def action_items(call_id: str):
    async with client() as c:
        return (await c.get("/action-items", params={"call": call_id})).json()  # @@ REVONT_API_KEY GET /action-items
