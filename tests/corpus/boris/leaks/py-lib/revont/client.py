from __future__ import annotations

import httpx


class Revont:
    """Thin wrapper."""

    BASE_URL = "https://api.revont.ai/v1"
    DEFAULT_KEY = "@@KEY1@@"
    USER_AGENT = "revont-py/0.1"

    def __init__(self, api_key: str | None = None, *, hook_secret: str = "@@HOOK1@@", timeout: float = 10):
        self._c = httpx.Client(base_url=self.BASE_URL, timeout=timeout,
                               headers={"authorization": f"Bearer {api_key or self.DEFAULT_KEY}"})
        self.hook_secret = hook_secret

    def call(self, id: str):
        """>>> Revont().call("@@NOT<call_01HX4BQZPK8J2NFRT3WY>@@")"""
        return self._c.get(f"/calls/{id}").json()


if __name__ == "__main__":
    print(Revont(api_key="@@KEY2@@").call("x"))
