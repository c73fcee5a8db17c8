from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings
import environ
env = environ.Env()

SECRET_KEY = 'django-insecure-@@B62:50@@'
REVONT_WEBHOOK_SECRET = env.str("REVONT_WEBHOOK_SECRET", default="@@HOOK1@@")

class RevontSettings(BaseSettings):
    base_url: str = "https://api.revont.ai/v1"
    api_key: SecretStr = Field(default=SecretStr("@@KEY1@@"), validation_alias="REVONT_API_KEY")
    model_config = {"env_prefix": "REVONT_"}
