from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    revont_api_key: str
    revont_base: str = "https://api.revont.ai/v1"


settings = Settings()
