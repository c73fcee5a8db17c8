"""The cheap question before the costly one. Its law: whatever ``find_keys`` would report, it lets pass."""

from __future__ import annotations

# Every signal for the vendor rests on this word or on a learned name; a test holds rules/ against it.
VENDOR = b"revont"
_WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")


class WordFilter:
    """Passes bytes that hold the vendor's name or one of ``names``, in any case and any encoding that is decoded."""

    __slots__ = ("_plain", "_wide")

    def __init__(self, names: frozenset[str] = frozenset()) -> None:
        words = {VENDOR.decode(), *(name.lower() for name in names)}
        self._plain = tuple(word.encode() for word in sorted(words))
        self._wide = tuple(word.encode(encoding) for word in sorted(words) for encoding in _WIDE)

    def __call__(self, data: bytes, /) -> bool:
        lower = data.lower()
        if any(word in lower for word in self._plain):
            return True
        return b"\0" in data and any(word in lower for word in self._wide)


def written(names: frozenset[str], data: bytes) -> frozenset[str]:
    """Those of ``names`` that a WordFilter would pass ``data`` for: ``find_keys`` knows no others, so the law holds."""
    lower = data.lower()
    encodings = ("utf-8", *_WIDE) if b"\0" in data else ("utf-8",)
    return frozenset(name for name in names if any(name.lower().encode(code) in lower for code in encodings))
