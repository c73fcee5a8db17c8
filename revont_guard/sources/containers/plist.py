"""Property lists of Apple in their binary form, as they are in apps for iOS: written out as XML, as people know them.

Not the plistlib module: shared parts of a hostile list, which it takes as they come, would be written out again and
again.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from revont_guard.sources.containers.compiled import Bytes, Text
from revont_guard.sources.containers.limits import Meter
from revont_guard.sources.containers.parts import Broken, Part

_DATA, _ASCII, _UTF16, _ARRAY, _SET, _DICT = 0x4, 0x5, 0x6, 0xA, 0xC, 0xD
_COUNTED = (_DATA, _ASCII, _UTF16, _ARRAY, _SET, _DICT)
_COUNT_FOLLOWS = 0xF
_TRAILER = 32
_DEEPEST = 64
_SIZES = {1: "B", 2: "H", 4: "I", 8: "Q"}


def members(data: bytes, meter: Meter) -> Iterator[Part]:
    text = Text(meter)
    try:
        plist = _List(Bytes(data, ">"), text)
        plist.write(plist.top)
    finally:
        yield from text.passage()


class _List:
    def __init__(self, data: Bytes, text: Text) -> None:
        self._data = data
        self._text = text
        offset_size, ref_size, count, self.top, table = data.numbers("6xBBQQQ", len(data.data) - _TRAILER)
        self._refs = _SIZES.get(ref_size, "")
        self._ref_size = ref_size
        if not self._refs or not 1 <= offset_size <= 8 or table + count * offset_size > len(data.data):
            raise Broken("it is damaged")
        self._offset_size = offset_size
        self._table = table
        self._count = count

    def write(self, number: int, depth: int = 0) -> None:
        """Writes the object of this ``number``, with all that is in it."""
        kind, at, count = self._object(number)
        if depth > _DEEPEST:
            raise Broken(f"it is nested more than {_DEEPEST} deep")
        if kind in (_ARRAY, _SET):
            self._text.line("<array>")
            for child in self._data.array(self._refs, count, at):
                self.write(child, depth + 1)
            self._text.line("</array>")
        elif kind == _DICT:
            self._text.line("<dict>")
            keys = self._data.array(self._refs, count, at)
            for key, value in zip(keys, self._data.array(self._refs, count, at + count * self._ref_size), strict=True):
                self._text.line(f"<key>{self._said(*self._object(key))}</key>")
                self.write(value, depth + 1)
            self._text.line("</dict>")
        else:
            self._text.line(f"<string>{self._said(kind, at, count)}</string>")

    def _object(self, number: int) -> tuple[int, int, int]:
        """Its kind, where its contents begin, and how many there are."""
        if number >= self._count:
            raise Broken("it is damaged")
        place = self._table + number * self._offset_size
        at = int.from_bytes(self._data.data[place : place + self._offset_size], "big")
        kind, count = divmod(self._data.number("B", at), 16)
        at += 1
        if kind in _COUNTED and count == _COUNT_FOLLOWS:
            size = 1 << (self._data.number("B", at) & 0xF)
            count = int.from_bytes(self._data.data[at + 1 : at + 1 + size], "big")
            at += 1 + size
        self._data.spend(1)
        return kind, at, count

    def _said(self, kind: int, at: int, count: int) -> str:
        """A text; of anything else, such as a number, nothing."""
        if kind not in (_DATA, _ASCII, _UTF16):
            return ""
        length = 2 * count if kind == _UTF16 else count
        if at + length > len(self._data.data):
            raise Broken("it is damaged")
        self._data.spend(length)
        raw = self._data.data[at : at + length]
        if kind == _DATA:
            return escape(raw.decode("utf-8", "replace"), quote=False) if raw.isascii() and b"\0" not in raw else ""
        return escape(raw.decode("utf-16-be" if kind == _UTF16 else "latin-1", "replace"), quote=False)
