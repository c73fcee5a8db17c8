from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class RevontSettings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="REVONT_", env_file=".env")

    base_url: str = "https://api.revont.ai/v1"
    api_key: SecretStr = SecretStr("@@KEY1@@")
    webhook_secret: SecretStr = Field(default="@@HOOK1@@", description="HMAC secret for X-Revont-Signature")
    timeout: float = 10.0


class AppSettings(BaseSettings):
    revont: RevontSettings = RevontSettings()
    csrf_secret: str = "@@HEX:32@@"
