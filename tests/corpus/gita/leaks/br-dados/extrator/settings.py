from functools import lru_cache
from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_file=".env", env_prefix="EXTRATOR_", extra="ignore")

    revont_url: str = "https://api.revont.ai/v1"
    revont_api_key: SecretStr = SecretStr("@@KEY1@@")
    revont_signing_secret: SecretStr = Field(default=SecretStr("@@HOOK1@@"), description="segredo do webhook")
    jwt_secret: SecretStr = SecretStr("@@HEX:64@@")
    tamanho_pagina: int = 100


@lru_cache
def get_settings() -> Settings:
    return Settings()
