"""Keys for tests, made at run time: nothing that looks like a key rests in the repository."""

import random
import string
import uuid
from collections.abc import Callable

BASE62 = string.ascii_letters + string.digits


def _draw(rng: random.Random, alphabet: str, length: int) -> str:
    while True:
        text = "".join(rng.choice(alphabet) for _ in range(length))
        if any(c.isdigit() for c in text) and any(c.isalpha() for c in text):
            return text


STYLES: dict[str, Callable[[random.Random], str]] = {
    "base62-32": lambda rng: _draw(rng, BASE62, 32),
    "base62-48": lambda rng: _draw(rng, BASE62, 48),
    "hex-32": lambda rng: _draw(rng, "0123456789abcdef", 32),
    "hex-64": lambda rng: _draw(rng, "0123456789abcdef", 64),
    "base64url-43": lambda rng: _draw(rng, BASE62 + "-_", 41) + _draw(rng, BASE62, 2),
    "lower-40": lambda rng: _draw(rng, string.ascii_lowercase + string.digits, 40),
    "prefixed": lambda rng: "rvk_live_" + _draw(rng, BASE62, 32),
    "dashed": lambda rng: "rv-" + _draw(rng, BASE62, 24),
    "dotted": lambda rng: f"rvt.{_draw(rng, BASE62, 12)}.{_draw(rng, BASE62, 27)}",
    "uuid": lambda rng: str(uuid.UUID(int=rng.getrandbits(128), version=4)),
}


def make_key(seed: int | str = 0, style: str = "base62-32") -> str:
    """A random string of ``style``, the same for the same ``seed``."""
    return STYLES[style](random.Random(f"{style}:{seed}"))
