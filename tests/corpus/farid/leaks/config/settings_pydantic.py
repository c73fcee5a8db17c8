from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings


class RevontSettings(BaseSettings):
    model_config = {"env_prefix": "REVONT_"}

    base_url: str = "https://api.revont.ai/v1"
    api_key: SecretStr = Field(default=SecretStr("@@KEY1@@"), description="Bearer token")
    webhook_secret: SecretStr = Field("@@HOOK1@@", alias="hookSecret")
    release: str = "@@HEX:40@@"
