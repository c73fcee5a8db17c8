from pydantic import BaseSettings, Field, SecretStr

class Settings(BaseSettings):
    debug: bool = False
    revont_api_key: SecretStr = SecretStr("@@KEY1@@")
    revont_webhook_secret: str = Field("@@HOOK1@@", env="REVONT_WEBHOOK_SECRET")
    revont_base: str = "https://api.revont.ai/v1"
    jwt_secret: str = Field("@@HEX:64@@", env="JWT_SECRET")
    redis_prefix: str = "@@NOT<revont:call:>@@"

    class Config:
        env_file = ".env"
