"""A text with some of its parts replaced, that still knows where each character came from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NoReturn


@dataclass(frozen=True, slots=True)
class Edit:
    """``text`` stands for ``[start, end)``; ``literal`` if that was the thing itself, encoded, and not what joins two.

    ``covers``: where the pieces stand that it is made of, if elsewhere; it then counts as standing at the first.
    """

    start: int
    end: int
    text: str = field(repr=False)
    literal: bool = False
    covers: tuple[tuple[int, int], ...] = ()

    def __reduce__(self) -> NoReturn:
        raise TypeError("an Edit does not leave its process")


class Edited:
    """``content`` after ``edits``, of which those that overlap an earlier one are left out."""

    __slots__ = ("_at", "_lengths", "_origins", "content", "edits")

    def __init__(self, content: str, edits: Iterable[Edit]) -> None:
        self._at: list[int] = []  # where a part begins in the new content
        self._origins: list[int] = []  # ... and in the old one
        self._lengths: list[int] = []  # how many of its characters stand for one of the old ones each
        self.edits: list[Edit] = []
        out: list[str] = []
        at = size = 0

        def put(text: str, origin: int, length: int) -> None:
            nonlocal size
            if text:
                self._at.append(size)
                self._origins.append(origin)
                self._lengths.append(length)
                out.append(text)
                size += len(text)

        for edit in sorted(edits, key=lambda edit: edit.start):
            if edit.start >= at:
                put(content[at : edit.start], at, edit.start - at)
                put(edit.text, edit.covers[0][0] if edit.covers else edit.start, 0)
                self.edits.append(edit)
                at = edit.end
        put(content[at:], at, len(content) - at)
        self.content = "".join(out)

    def origin(self, offset: int) -> int:
        """Where in the old content the character at ``offset`` of the new one stands, or what it is decoded from."""
        part = bisect_right(self._at, offset) - 1
        if part < 0:
            return 0
        return self._origins[part] + min(offset - self._at[part], self._lengths[part])
