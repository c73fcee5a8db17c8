"""Bytes that are read by their place, in memory or on disk: the first are at hand, the second need not be held."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from io import RawIOBase

from revont_guard.sources.containers.parts import Broken, Extent, Piece

STEP = 1 << 18
"""Bytes that are read from a disk at a time, where all are wanted."""

_FIRST = 1 << 10
_LONGEST = 16  # bytes of what is searched for


class InMemory:
    """All of ``data``."""

    __slots__ = ("_data",)

    def __init__(self, data: bytes) -> None:
        self._data = data

    def __len__(self) -> int:
        return len(self._data)

    def read(self, at: int, count: int) -> bytes:
        return self._data[at : at + count] if at >= 0 else b""

    def pieces(self, at: int, end: int) -> Iterator[Piece]:
        yield memoryview(self._data)[at:end]

    def search(self, pattern: re.Pattern[bytes], at: int) -> int:
        found = pattern.search(self._data, min(at, len(self._data)))
        return found.start() if found else -1


class OnDisk:
    """A ``file`` as long as it was when it was opened. Raises Broken where it cannot be read to there."""

    __slots__ = ("_file", "_size")

    def __init__(self, file: RawIOBase) -> None:
        self._file = file
        self._size = file.seek(0, os.SEEK_END)

    def __len__(self) -> int:
        return self._size

    def read(self, at: int, count: int) -> bytes:
        count = min(count, self._size - at)
        if at < 0 or count <= 0:
            return b""
        parts, missing = [], count
        try:
            self._file.seek(at)
            while missing:
                part = self._file.read(missing)
                if not part:
                    raise Broken("it became shorter while it was being read")
                parts.append(part)
                missing -= len(part)
        except OSError:
            raise Broken("the disk reported an error") from None
        return parts[0] if len(parts) == 1 else b"".join(parts)

    def pieces(self, at: int, end: int) -> Iterator[Piece]:
        while piece := self.read(at, min(STEP, end - at)):
            yield piece
            at += len(piece)

    def search(self, pattern: re.Pattern[bytes], at: int) -> int:
        kept, step = b"", _FIRST
        while piece := self.read(at, step):
            window = kept + piece
            if found := pattern.search(window):
                return at - len(kept) + found.start()
            kept = window[-_LONGEST:]
            at += len(piece)
            step = min(2 * step, STEP)
        return -1


class Window:
    """The bytes of ``extent`` from ``begin`` to ``end``, as far as they are there."""

    __slots__ = ("_begin", "_end", "_extent")

    def __init__(self, extent: Extent, begin: int, end: int) -> None:
        self._extent = extent
        self._begin = min(begin, len(extent))
        self._end = max(self._begin, min(end, len(extent)))

    def __len__(self) -> int:
        return self._end - self._begin

    def read(self, at: int, count: int) -> bytes:
        return self._extent.read(self._begin + at, min(count, len(self) - at)) if 0 <= at < len(self) else b""

    def pieces(self, at: int, end: int) -> Iterator[Piece]:
        return self._extent.pieces(self._begin + at, min(self._begin + end, self._end))

    def search(self, pattern: re.Pattern[bytes], at: int) -> int:
        found = self._extent.search(pattern, self._begin + at) - self._begin
        return found if 0 <= found < len(self) else -1
