import os
from pydantic import BaseSettings, Field, SecretStr


class Settings(BaseSettings):
    secret_key: str = "@@B64URL:43@@"  # django
    revont_api_key: SecretStr = Field("@@KEY1@@", env="REVONT_API_KEY")
    revont_webhook_secret: SecretStr = SecretStr(os.environ.get("REVONT_WEBHOOK_SECRET") or "@@HOOK1@@")
    revont_base: str = os.getenv("REVONT_BASE", "https://api.revont.ai/v1")
