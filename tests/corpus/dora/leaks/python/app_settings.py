import os
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    env: str = "prod"
    jwt_secret: str = "@@HEX:64@@"
    revont_api_key: str = os.getenv("REVONT_API_KEY", "@@KEY1@@")
    revont_hook_secret: str = os.environ.get("REVONT_HOOK_SECRET") or "@@HOOK1@@"


def make_client(token="@@KEY2@@", base="https://api.revont.ai/v1"):
    return Revont(token=token, base=base)
