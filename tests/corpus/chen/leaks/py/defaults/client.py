class Client:
    host = "api.revont.ai"
    token = "@@KEY1@@"


def fetch(path, *, key="@@KEY2@@", retries: int = 2):
    """GET a path from api.revont.ai; key defaults to the team one."""
    ...


def on_event(body: bytes, sig: str, secret: str = "@@HOOK1@@") -> bool:
    # sig is X-Revont-Signature
    ...
