"""``resources.arsc``: the resources of an Android app, compiled. Keys are there under the names of ``strings.xml``."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from revont_guard.sources.containers.compiled import Bytes, Text
from revont_guard.sources.containers.limits import Meter
from revont_guard.sources.containers.parts import Broken, Part

_POOL, _PACKAGE, _TYPE = 0x0001, 0x0200, 0x0201
_UTF8 = 1 << 8
_SPARSE, _SHORT_OFFSETS = 1, 2
_COMPLEX, _COMPACT = 1, 8
_STRING = 3
_NONE = 0xFFFFFFFF
_NONE_SHORT = 0xFFFF
_LONGEST = 1 << 20  # bytes of one string


def members(data: bytes, meter: Meter) -> Iterator[Part]:
    text = Text(meter)
    try:
        _Table(Bytes(data), meter, text).read()
    finally:
        yield from text.passage()


class _Table:
    """A table of resources, of which each name is written with each text that it has in some language, once."""

    def __init__(self, data: Bytes, meter: Meter, text: Text) -> None:
        self._text = text
        self._known: set[tuple[str, str]] = set()
        self._data = data
        self._meter = meter
        self._strings: _Pool | None = None

    def read(self) -> None:
        _, header, size = self._data.numbers("HHI", 0)
        for kind, at, end in self._chunks(header, size):
            if kind == _POOL and self._strings is None:
                self._strings = _Pool(self._data, at, self._meter)
            elif kind == _PACKAGE:
                self._package(at, end)

    def _chunks(self, at: int, end: int) -> Iterator[tuple[int, int, int]]:
        """Kind, beginning and end of the parts that follow each other."""
        end = min(end, len(self._data.data))
        while at + 8 <= end:
            kind, header, size = self._data.numbers("HHI", at)
            if size < max(8, header) or at + size > end:
                raise Broken("it is damaged")
            yield kind, at, at + size
            at += size

    def _package(self, start: int, end: int) -> None:
        header = self._data.number("H", start + 2)
        keys = _Pool(self._data, start + self._data.number("I", start + 276), self._meter)
        for kind, at, _ in self._chunks(start + header, end):
            if kind == _TYPE:
                for offset in self._offsets(at):
                    with suppress(IndexError):  # of one value that leads out of its pool
                        self._entry(offset, keys)

    def _offsets(self, at: int) -> list[int]:
        """Where the entries of one type and language begin."""
        header = self._data.number("H", at + 2)
        _, flags, _, count, start = self._data.numbers("BBHII", at + 8)
        if flags & _SPARSE:
            places = [4 * (packed >> 16) for packed in self._data.array("I", count, at + header)]
        elif flags & _SHORT_OFFSETS:
            places = [4 * place for place in self._data.array("H", count, at + header) if place != _NONE_SHORT]
        else:
            places = [place for place in self._data.array("I", count, at + header) if place != _NONE]
        return [at + start + place for place in places]

    def _entry(self, at: int, keys: _Pool) -> None:
        size, flags, key = self._data.numbers("HHI", at)
        self._data.spend(8)
        if flags & _COMPACT:
            self._found(keys, size, flags >> 8, key)
        elif flags & _COMPLEX:
            count = self._data.number("I", at + 12)
            self._data.spend(12 * count)
            for number in range(count):
                _, kind, value = self._data.numbers("HxBI", at + 16 + 12 * number + 4)
                self._found(keys, key, kind, value)
        else:
            _, kind, value = self._data.numbers("HxBI", at + size)
            self._found(keys, key, kind, value)

    def _found(self, keys: _Pool, key: int, kind: int, value: int) -> None:
        if kind == _STRING and self._strings is not None:
            found = keys.string(key), self._strings.string(value)
            if found not in self._known:
                self._known.add(found)
                self._text.pair(*found)


class _Pool:
    """Strings that are known by their number; each is decoded when it is asked for."""

    def __init__(self, data: Bytes, at: int, meter: Meter) -> None:
        kind, header, size, count, _, flags, start, _ = data.numbers("HHIIIIII", at)
        if kind != _POOL:
            raise Broken("it is damaged")
        self._data = data
        self._meter = meter
        self._offsets = data.array("I", count, at + header)
        self._start = at + start
        self._end = min(at + size, len(data.data))
        self._is_utf8 = bool(flags & _UTF8)
        self._known: dict[int, str] = {}

    def string(self, number: int) -> str:
        """Raises IndexError where there is none of this number."""
        offset = self._offsets[number]
        if offset not in self._known:
            self._known[offset] = self._decoded(self._start + offset)
        return self._known[offset]

    def _decoded(self, at: int) -> str:
        if self._is_utf8:
            at += 2 if self._data.number("B", at) & 0x80 else 1  # length in characters
            length = self._data.number("B", at)
            at += 1
            if length & 0x80:
                length = (length & 0x7F) << 8 | self._data.number("B", at)
                at += 1
        else:
            length = self._data.number("H", at)
            at += 2
            if length & 0x8000:
                length = (length & 0x7FFF) << 16 | self._data.number("H", at)
                at += 2
            length *= 2
        end = min(at + min(length, _LONGEST), self._end)
        self._meter.unpacked(max(0, end - at))
        return self._data.data[at:end].decode("utf-8" if self._is_utf8 else "utf-16-le", "replace")
