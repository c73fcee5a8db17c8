"""Compiled classes of Java and Kotlin: constants under the names of their fields, and texts where they are used."""

from __future__ import annotations

from collections.abc import Iterator

from revont_guard.model import Prefilter
from revont_guard.sources.containers.compiled import Bytes, Text, quoted, telling, widths
from revont_guard.sources.containers.limits import Meter
from revont_guard.sources.containers.parts import Broken, Part

_UTF8, _CLASS, _STRING = 1, 7, 8
_LENGTHS = {3: 4, 4: 4, 5: 8, 6: 8, 7: 2, 8: 2, 9: 4, 10: 4, 11: 4, 12: 4, 15: 3, 16: 2, 17: 4, 18: 4, 19: 2, 20: 2}
_WIDE_CONSTANTS = (5, 6)  # take two numbers

_LDC, _LDC_W = 0x12, 0x13
_PUT_STATIC, _PUT_FIELD = 0xB3, 0xB5
_INVOKES = range(0xB6, 0xBB)
_TABLE_SWITCH, _LOOKUP_SWITCH, _WIDE, _IINC = 0xAA, 0xAB, 0xC4, 0x84


# Bytes; what stands in no list has one.
_WIDTHS = widths(
    {
        2: [0x10, 0x12, *range(0x15, 0x1A), *range(0x36, 0x3B), 0xA9, 0xBC],
        3: [0x11, 0x13, 0x14, 0x84, *range(0x99, 0xA9), *range(0xB2, 0xB9), 0xBB, 0xBD, 0xC0, 0xC1, 0xC6, 0xC7],
        4: [0xC5],
        5: [0xB9, 0xBA, 0xC8, 0xC9],
    }
)


def members(data: bytes, meter: Meter, prefilter: Prefilter) -> Iterator[Part]:
    text = Text(meter)
    try:
        _Class(Bytes(data, ">"), text).read(prefilter)
    finally:
        yield from text.passage()


class _Class:
    def __init__(self, data: Bytes, text: Text) -> None:
        self._data = data
        self._written = text
        self._constants: list[tuple[int, int]] = [(0, 0)]  # tag and place of each
        self._used: set[str] = set()

    def read(self, prefilter: Prefilter) -> None:
        at = self._pool(8)
        name = self._name_of(self._data.number("H", at + 2))
        at += 6
        at += 2 + 2 * self._data.number("H", at)
        for is_field in (True, False):
            count = self._data.number("H", at)
            at += 2
            for _ in range(count):
                at = self._member(at, name, is_field)
        for tag, place in self._constants:  # such as those of annotations
            text = self._utf8(place) if tag == _UTF8 else ""
            if text and text not in self._used and (telling(text) or prefilter(text.encode("utf-8", "replace"))):
                self._written.line(quoted(text))

    def _pool(self, at: int) -> int:
        """Reads the constants; where they end."""
        count = self._data.number("H", at)
        at += 2
        while len(self._constants) < count:
            tag = self._data.number("B", at)
            self._constants.append((tag, at + 1))
            if tag in _WIDE_CONSTANTS:
                self._constants.append((0, 0))
            length = 2 + self._data.number("H", at + 1) if tag == _UTF8 else _LENGTHS.get(tag)
            if length is None:
                raise Broken("it is damaged")
            at += 1 + length
        return at

    def _member(self, at: int, name: str, is_field: bool) -> int:
        """Reads a field or a method; where it ends."""
        _, named, _, count = self._data.numbers("4H", at)
        at += 8
        for _ in range(count):
            kind, length = self._data.numbers("HI", at)
            at += 6
            match self._text(kind):
                case "ConstantValue" if is_field:
                    if (value := self._string(self._data.number("H", at))) is not None:
                        self._written.pair(f"{name}.{self._text(named)}", value)
                        self._used.add(value)
                case "Code" if not is_field:
                    self._code(at + 8, self._data.number("I", at + 4), f"{name}.{self._text(named)}")
            at += length
        return at

    def _code(self, at: int, length: int, method: str) -> None:
        """The texts that a method loads, with what it does with them."""
        start, end = at, min(at + length, len(self._data.data))
        self._data.spend(max(0, end - start))
        data = self._data.data
        loaded: list[str] = []
        begun = False
        while at < end:
            code = data[at]
            if code in (_LDC, _LDC_W):
                number = self._data.number("B" if code == _LDC else "H", at + 1)
                if (text := self._string(number)) is not None:
                    loaded.append(text)
            elif loaded and (code in (_PUT_STATIC, _PUT_FIELD) or code in _INVOKES):
                if not begun:
                    self._written.line()
                    self._written.line(f"{method}:")
                    begun = True
                owner, target = self._reference(self._data.number("H", at + 1))
                if code in _INVOKES:
                    self._written.line(f"{owner}.{target}({', '.join(map(quoted, loaded))})")
                else:
                    self._written.pair(f"{owner}.{target}", loaded[-1])
                self._used.update(loaded)
                loaded = []
            at += self._width(code, at, start)

    def _width(self, code: int, at: int, start: int) -> int:
        if code == _WIDE:
            return 6 if self._data.number("B", at + 1) == _IINC else 4
        if code in (_TABLE_SWITCH, _LOOKUP_SWITCH):
            operands = at + 4 - (at - start) % 4
            if code == _LOOKUP_SWITCH:
                return operands + 8 + 8 * self._data.number("I", operands + 4) - at
            low, high = self._data.numbers("ii", operands + 4)
            return operands + 12 + 4 * max(0, high - low + 1) - at
        return _WIDTHS[code]

    def _constant(self, number: int, tag: int) -> int | None:
        """The place of a constant, if it has this tag."""
        found = self._constants[number] if number < len(self._constants) else (0, 0)
        return found[1] if found[0] == tag else None

    def _utf8(self, place: int) -> str:
        length = self._data.number("H", place)
        self._data.spend(length)
        return self._data.data[place + 2 : place + 2 + length].decode("utf-8", "replace")

    def _text(self, number: int) -> str:
        place = self._constant(number, _UTF8)
        return self._utf8(place) if place is not None else ""

    def _string(self, number: int) -> str | None:
        place = self._constant(number, _STRING)
        return self._text(self._data.number("H", place)) if place is not None else None

    def _name_of(self, number: int) -> str:
        place = self._constant(number, _CLASS)
        return self._text(self._data.number("H", place)).replace("/", ".") if place is not None else ""

    def _reference(self, number: int) -> tuple[str, str]:
        """The class and the name of a field or method."""
        tag, place = self._constants[number] if number < len(self._constants) else (0, 0)
        if tag not in (9, 10, 11, 18):
            return "", ""
        owner, named = self._data.numbers("HH", place)
        at = self._constant(named, 12)
        name = self._text(self._data.number("H", at)) if at is not None else ""
        return self._name_of(owner).rpartition(".")[2] if tag != 18 else "", name
