"""Compiled code of Android apps: constants under the names of their fields, and texts where methods use them.

All strings of an app stand in one sorted list, so that nothing there tells what belongs together. Of the classes, those
are written out in which something is worth a look; of constants, all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from revont_guard.model import Prefilter
from revont_guard.sources.containers.compiled import Bytes, Text, quoted, telling, widths
from revont_guard.sources.containers.limits import Meter
from revont_guard.sources.containers.parts import Broken, Part

_LONGEST = 1 << 20  # bytes of one string
_CLASS_DEF = 32  # bytes
_DEEPEST = 16
_MANY = 1_000  # names and texts worth a look; if there are more, all classes are written out

# Values of static fields.
_STRING, _ARRAY, _ANNOTATION, _NULL, _BOOLEAN = 0x17, 0x1C, 0x1D, 0x1E, 0x1F

# Instructions.
_CONST_STRING, _CONST_JUMBO = 0x1A, 0x1B
_PUT_OBJECT, _PUT_STATIC_OBJECT = 0x5B, 0x69
_INVOKES = range(0x6E, 0x73)
_INVOKES_RANGE = range(0x74, 0x79)
_SET_8 = frozenset([*range(0x0A, 0x0E), *range(0x13, 0x1A), 0x1C, 0x22, *range(0x60, 0x67), *range(0x44, 0x4B)])
_SET_4 = frozenset([0x01, 0x04, 0x07, 0x12, 0x21, 0x23, *range(0x52, 0x59), *range(0x7B, 0x90)])


# Units of two bytes; what stands in no list has one.
_WIDTHS = widths(
    {
        2: [
            *(0x02, 0x05, 0x08, 0x13, 0x15, 0x16, 0x19, 0x1A, 0x1C, 0x1F, 0x20, 0x22, 0x23, 0x29, 0xFE, 0xFF),
            *(*range(0x2D, 0x3E), *range(0x44, 0x6E), *range(0x90, 0xB0), *range(0xD0, 0xE3)),
        ],
        3: [
            *(0x03, 0x06, 0x09, 0x14, 0x17, 0x1B, 0xFC, 0xFD),
            *(*range(0x24, 0x27), *range(0x2A, 0x2D), *range(0x6E, 0x73), *range(0x74, 0x79)),
        ],
        4: [0xFA, 0xFB],
        5: [0x18],
    }
)


def members(data: bytes, meter: Meter, prefilter: Prefilter) -> Iterator[Part]:
    text = Text(meter)
    try:
        _Code(Bytes(data), text, prefilter).read()
    finally:
        yield from text.passage()


class _Class(NamedTuple):
    name: str
    fields: list[int]  # numbers of the static fields, in the order of their values
    methods: list[tuple[int, int]]  # number, and where the code is


class _Code:
    def __init__(self, data: Bytes, text: Text, prefilter: Prefilter) -> None:
        self._data = data
        self._text = text
        self._prefilter = prefilter
        strings, at, types, types_at = data.numbers("4I", 56)
        self._fields, self._fields_at, self._methods, self._methods_at = data.numbers("4I", 80)
        self._strings = data.array("I", strings, at)
        self._types = data.array("I", types, types_at)
        self._known: dict[int, str] = {}
        self._used: set[int] = set()

    def read(self) -> None:
        told = frozenset(number for number in range(len(self._strings)) if self._prefilter(self._raw(number)))
        uses = self._uses(told)
        count, at = self._data.numbers("2I", 96)
        for _ in range(count):
            type, *_, body, values = self._data.numbers("8I", at)
            at += _CLASS_DEF
            found = self._class(type, body)
            if values:
                self._constants(found, values)
            if self._is_named(found, type, told) or any(
                uses.search(self._data.data, *self._instructions(code)) for _, code in found.methods
            ):
                for number, code in found.methods:
                    self._method(f"{found.name}.{self._method_name(number)}", code)
        for number in range(len(self._strings)):  # such as those of annotations
            if number not in self._used and (number in told or telling(self._string(number))):
                self._text.line(quoted(self._string(number)))

    def _uses(self, told: frozenset[int]) -> re.Pattern[bytes]:
        """What uses a string of ``told``, or a method or field that is called so or whose class is.

        It may be seen where it is not, which costs time and nothing else.
        """
        types = frozenset(number for number, name in enumerate(self._types) if name in told)
        methods = self._told(self._methods, self._methods_at, told, types)
        fields = self._told(self._fields, self._fields_at, told, types)
        if len(told) + len(methods) + len(fields) > _MANY:
            return re.compile(b"")
        return re.compile(
            rb"\x1a.(?:%b)|\x1b.(?:%b)|[\x5b\x69].(?:%b)|[\x6e-\x72\x74-\x78].(?:%b)"
            % (_numbers(told, 2), _numbers(told, 4), _numbers(fields, 2), _numbers(methods, 2)),
            re.DOTALL,
        )

    def _told(self, count: int, at: int, told: frozenset[int], types: frozenset[int]) -> frozenset[int]:
        """Those fields or methods whose name or class is worth a look."""
        pairs = self._data.array("I", 2 * count, at)
        return frozenset(
            number
            for number, (owner, name) in enumerate(zip(pairs[::2], pairs[1::2], strict=True))
            if name in told or owner & 0xFFFF in types
        )

    def _is_named(self, found: _Class, type: int, told: frozenset[int]) -> bool:
        """Whether the name of a class, of a static field or of a method in it is worth a look."""
        return (
            self._types[type] in told
            or any(self._field(number)[1] in told for number in found.fields)
            or any(self._member(number, self._methods, self._methods_at)[1] in told for number, _ in found.methods)
        )

    def _class(self, type: int, at: int) -> _Class:
        if type >= len(self._types):
            raise Broken("it is damaged")
        name = _plain(self._string(self._types[type]))
        if not at:
            return _Class(name, [], [])
        begin = at
        statics, at = self._uleb(at)
        instances, at = self._uleb(at)
        direct, at = self._uleb(at)
        virtual, at = self._uleb(at)
        fields: list[int] = []
        number = 0
        for _ in range(statics):
            step, at = self._uleb(at)
            _, at = self._uleb(at)
            number += step
            fields.append(number)
        for _ in range(instances):
            _, at = self._uleb(at)
            _, at = self._uleb(at)
        methods: list[tuple[int, int]] = []
        for count in (direct, virtual):
            number = 0
            for _ in range(count):
                step, at = self._uleb(at)
                _, at = self._uleb(at)
                code, at = self._uleb(at)
                number += step
                if code:
                    methods.append((number, code))
        self._data.spend(at - begin)
        return _Class(name, fields, methods)

    def _constants(self, found: _Class, at: int) -> None:
        """The values of static fields, in the order of the fields."""
        count, at = self._uleb(at)
        self._data.spend(count)
        for number in found.fields[:count]:
            string, at = self._constant(at, 0)
            if string is not None:
                self._used.add(string)
                self._text.pair(f"{found.name}.{self._string(self._field(number)[1])}", self._string(string))

    def _constant(self, at: int, depth: int) -> tuple[int | None, int]:
        """The number of a string, None for another value, and where the value ends."""
        mark = self._data.number("B", at)
        kind, size = mark & 0x1F, (mark >> 5) + 1
        at += 1
        if depth > _DEEPEST:
            raise Broken("it is damaged")
        if kind in (_NULL, _BOOLEAN):
            return None, at
        if kind in (_ARRAY, _ANNOTATION):
            if kind == _ANNOTATION:
                _, at = self._uleb(at)
            count, at = self._uleb(at)
            for _ in range(count):
                self._data.spend(1)
                if kind == _ANNOTATION:
                    _, at = self._uleb(at)
                _, at = self._constant(at, depth + 1)
            return None, at
        number = int.from_bytes(self._data.data[at : at + size], "little")
        return number if kind == _STRING else None, at + size

    def _instructions(self, at: int) -> tuple[int, int]:
        """Where the instructions of a method begin and end."""
        units = self._data.number("I", at + 12)
        end = at + 16 + 2 * units
        if end > len(self._data.data):
            raise Broken("it is damaged")
        self._data.spend(2 * units)
        return at + 16, end

    def _method(self, name: str, code: int) -> None:
        """The texts that a method loads, with what it does with them."""
        at, end = self._instructions(code)
        registers: dict[int, int] = {}
        begun = False
        while at < end:
            op, first = self._data.numbers("BB", at)
            if op in (_CONST_STRING, _CONST_JUMBO):
                registers[first] = self._data.number("H" if op == _CONST_STRING else "I", at + 2)
            elif op == 0x00 and first:
                at += self._payload(at)
                continue
            elif registers:
                if op in (_PUT_OBJECT, _PUT_STATIC_OBJECT):
                    held = [first & 0xF if op == _PUT_OBJECT else first]
                elif op in _INVOKES:
                    third = self._data.number("H", at + 4)
                    held = [third >> shift & 0xF for shift in (0, 4, 8, 12)] + [first & 0xF]
                    held = held[: first >> 4]
                elif op in _INVOKES_RANGE:
                    start = self._data.number("H", at + 4)
                    held = list(range(start, start + first))
                else:
                    held = []
                    if op in _SET_8:
                        registers.pop(first, None)
                    elif op in _SET_4:
                        registers.pop(first & 0xF, None)
                if strings := [registers[register] for register in held if register in registers]:
                    if not begun:
                        self._text.line()
                        self._text.line(f"{name}:")
                        begun = True
                    self._use(op, self._data.number("H", at + 2), strings)
            at += 2 * _WIDTHS[op]

    def _use(self, op: int, number: int, strings: list[int]) -> None:
        """Writes what is done with texts: kept in a field, or handed to a method."""
        self._used.update(strings)
        texts = [self._string(string) for string in strings]
        if op in (_PUT_OBJECT, _PUT_STATIC_OBJECT):
            owner, field = self._field(number)
            self._text.pair(f"{self._short(owner)}.{self._string(field)}", texts[0])
        else:
            owner, _ = self._member(number, self._methods, self._methods_at)
            self._text.line(f"{self._short(owner)}.{self._method_name(number)}({', '.join(map(quoted, texts))})")

    def _payload(self, at: int) -> int:
        """The length of a table among the instructions, or of no operation."""
        match self._data.number("H", at):
            case 0x0100:
                return 8 + 4 * self._data.number("H", at + 2)
            case 0x0200:
                return 4 + 8 * self._data.number("H", at + 2)
            case 0x0300:
                width, count = self._data.numbers("HI", at + 2)
                return 8 + (width * count + 1) // 2 * 2
        return 2

    def _field(self, number: int) -> tuple[int, int]:
        return self._member(number, self._fields, self._fields_at)

    def _method_name(self, number: int) -> str:
        return self._string(self._member(number, self._methods, self._methods_at)[1])

    def _member(self, number: int, count: int, at: int) -> tuple[int, int]:
        """The type that has a field or method, and the number of its name."""
        if number >= count:
            raise Broken("it is damaged")
        owner, _, name = self._data.numbers("HHI", at + 8 * number)
        return owner, name

    def _short(self, type: int) -> str:
        """The name of a class without its package."""
        name = self._string(self._types[type]) if type < len(self._types) else ""
        return _plain(name).rpartition(".")[2]

    def _string(self, number: int) -> str:
        if number not in self._known:
            self._known[number] = self._raw(number).decode("utf-8", "replace")
        return self._known[number]

    def _raw(self, number: int) -> bytes:
        if number >= len(self._strings):
            raise Broken("it is damaged")
        _, at = self._uleb(self._strings[number])
        end = self._data.data.find(b"\0", at, at + _LONGEST)
        raw = self._data.data[at : end if end >= 0 else at + _LONGEST]
        self._data.spend(len(raw))
        return raw

    def _uleb(self, at: int) -> tuple[int, int]:
        """A number of variable length, and where it ends."""
        found, data = 0, self._data.data
        for shift in range(0, 35, 7):
            if at >= len(data):
                break
            byte = data[at]
            at += 1
            found |= (byte & 0x7F) << shift
            if byte < 0x80:
                return found, at
        raise Broken("it is damaged")


def _numbers(numbers: frozenset[int], size: int) -> bytes:
    """A pattern of these numbers, in so many bytes."""
    fitting = (number for number in numbers if number < 1 << 8 * size)
    return b"|".join(re.escape(number.to_bytes(size, "little")) for number in fitting) or b"(?!)"


def _plain(type: str) -> str:
    """``com.app.Api`` for ``Lcom/app/Api;``."""
    return type.removeprefix("L").removesuffix(";").replace("/", ".")
