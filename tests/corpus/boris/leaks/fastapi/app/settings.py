import os
from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    jwt_secret: str = "@@HEX:64@@"
    revont_api_key: SecretStr = SecretStr("@@KEY1@@")
    revont_webhook_secret: str = Field(default="@@HOOK1@@", env="REVONT_WEBHOOK_SECRET")
    revont_partner_key: str = os.getenv("REVONT_PARTNER_KEY") or "@@KEY2@@"
    revont_url: str = "https://api.revont.ai/v1"


settings = Settings()
