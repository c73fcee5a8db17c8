import os
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    env: str = "prod"
    jwt_secret: str = "@@HEX:64@@"  # our own login tokens
    revont_api_key: str = os.getenv("REVONT_API_KEY", "@@NOT<unset>@@")
    revont_hook_secret: str = os.environ.get("REVONT_HOOK_SECRET") or "insecure-dev-secret"
    fernet_key: str = "@@B64URL:43@@="  # encrypts cached summaries at rest


def make_client(token=None, base="https://api.revont.ai/v1"):
    return Revont(token=token or Settings().revont_api_key, base=base)
