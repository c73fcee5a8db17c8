"""Bytes that come in pieces: unpacking them in bounded steps, and reading so many at a time."""

from __future__ import annotations

import bz2
import importlib
import lzma
import zlib
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any, Protocol

from revont_guard.sources.containers.extent import STEP
from revont_guard.sources.containers.limits import Meter
from revont_guard.sources.containers.parts import Broken, Extent, Piece

_FIRST = 1 << 10
_MEMORY = 256 << 20  # what xz may ask for
_STREAMS = 1 << 16  # one behind the other; the blocks of bgzip are such streams


class Decompressor(Protocol):
    """As :class:`bz2.BZ2Decompressor` has it."""

    def decompress(self, data: Any, max_length: int) -> bytes: ...
    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...


class Inflater:
    """zlib with the manners of the others."""

    __slots__ = ("_full", "_zlib")

    def __init__(self, window: int) -> None:
        self._zlib = zlib.decompressobj(window)
        self._full = False

    def decompress(self, data: Any, max_length: int) -> bytes:
        tail = self._zlib.unconsumed_tail
        found = self._zlib.decompress(tail + data if tail else data, max_length)
        self._full = len(found) == max_length
        return found

    @property
    def eof(self) -> bool:
        return self._zlib.eof

    @property
    def needs_input(self) -> bool:
        return not (self._full or self._zlib.unconsumed_tail)

    @property
    def unused_data(self) -> bytes:
        return self._zlib.unused_data


def deflate() -> Decompressor:
    return Inflater(-zlib.MAX_WBITS)


def gzip() -> Decompressor:
    return Inflater(zlib.MAX_WBITS + 16)


def bzip2() -> Decompressor:
    return bz2.BZ2Decompressor()


def xz() -> Decompressor:
    return lzma.LZMADecompressor(lzma.FORMAT_XZ, _MEMORY)


def lzma_alone() -> Decompressor:
    return lzma.LZMADecompressor(lzma.FORMAT_ALONE, _MEMORY)


def zstd() -> Decompressor:
    """Python has it from 3.14 on, before that ``backports.zstd``, which is the same; raises Broken without both."""
    for module in ("compression.zstd", "backports.zstd"):
        try:
            found: Decompressor = importlib.import_module(module).ZstdDecompressor()
        except ImportError:
            continue
        return found
    raise Broken("it is packed with zstd, which cannot be read here")


def unpacked(
    packed: Iterable[Piece], start: Callable[[], Decompressor], meter: Meter, again: bytes = b""
) -> Iterator[bytes]:
    """What ``packed`` unpacks to. ``again``: how a stream begins that may follow another, as in gzip.

    What else follows is left alone. Takes time linear in what goes in and comes out, however short the streams are.
    """
    source = Source(packed)
    data: Piece = b""
    for _ in range(_STREAMS):
        stream, step = start(), _FIRST
        while not stream.eof:
            if stream.needs_input and not data:
                data = source.take(step)
                step = min(2 * step, STEP)
                if not data:
                    raise Broken("it is cut short")
            try:
                found = stream.decompress(data, STEP)
            except Exception as error:  # each library has its own, and the one of zstd may not be there to be named
                raise Broken(_told(error)) from None
            data = b""
            if found:
                meter.unpacked(len(found))
                yield found
        source.give_back(len(stream.unused_data))
        data = source.read(len(again))
        if not data or data != again:
            return
    raise Broken(f"it has more than {_STREAMS} packed streams")


def _told(error: Exception) -> str:
    if isinstance(error, MemoryError) or "emory" in str(error):
        return "unpacking it takes too much memory"
    return "it is damaged"


def stored(content: Extent, length: int, meter: Meter) -> Iterator[bytes]:
    """What was not packed at all: ``length`` bytes, if they are there."""
    for piece in content.pieces(0, length):
        for at in range(0, len(piece), STEP):
            found = bytes(piece[at : at + STEP])
            meter.unpacked(len(found))
            yield found
    if len(content) < length:
        raise Broken("it is cut short")


def peeked(pieces: Iterable[Piece], count: int) -> tuple[bytes, Iterator[Piece]]:
    """The first ``count`` bytes or more, if there are so many, and all pieces.

    What is Broken before anything came is so now, what is Broken later will be so after the pieces.
    """
    pieces = iter(pieces)
    head = b""
    try:
        for piece in pieces:
            head += piece
            if len(head) >= count:
                break
    except Broken as error:
        if not head:
            raise
        return head, _then_broken(head, error)
    return head, chain((head,), pieces)


def _then_broken(head: bytes, error: Broken) -> Iterator[Piece]:
    yield head
    raise error


class Source:
    """Pieces as one stream, of which nothing is copied before it is asked for."""

    __slots__ = ("_at", "_piece", "_pieces")

    def __init__(self, pieces: Iterable[Piece]) -> None:
        self._pieces = iter(pieces)
        self._piece = memoryview(b"")
        self._at = 0

    def take(self, most: int) -> memoryview:
        """What comes next, at most ``most`` bytes of it; empty at the end."""
        while self._at == len(self._piece):
            piece = next(self._pieces, None)
            if piece is None:
                return self._piece[:0]
            self._piece, self._at = memoryview(piece), 0
        found = self._piece[self._at : self._at + most]
        self._at += len(found)
        return found

    def give_back(self, count: int) -> None:
        """The last ``count`` bytes of what was taken last come next once more."""
        self._at -= count

    def pieces(self, count: int) -> Iterator[memoryview]:
        """The next ``count`` bytes; raises Broken if there are fewer."""
        while count:
            found = self.take(min(count, STEP))
            if not found:
                raise Broken("it is cut short")
            count -= len(found)
            yield found

    def read(self, count: int) -> bytes:
        """The next ``count`` bytes, or as many as there are."""
        found = self.take(count)
        if len(found) == count:
            return bytes(found)
        parts = [bytes(found)]
        missing = count - len(found)
        while missing and (found := self.take(missing)):
            parts.append(bytes(found))
            missing -= len(found)
        return b"".join(parts)
