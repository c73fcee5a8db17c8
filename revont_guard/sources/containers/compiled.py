"""What the readers of compiled files share: numbers by their place, a bound on the work, and texts to be looked at.

A compiled file is written out again as a text in which names and values stand together. That text has lines, the file
has none: nothing is said of where in it something stands.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable, Iterator, Mapping

from revont_guard.sources.containers.limits import Meter
from revont_guard.sources.containers.parts import Broken, Passage
from revont_guard.sources.walk import size

_PASSES = 4  # times that each byte of a file may be visited; offsets that lead to the same place again and again do not
_FIRST = 100_000
_LONGEST = 32 << 20  # characters of a text
_LEAST = 24


def widths(codes: Mapping[int, Iterable[int]]) -> bytes:
    """The width of the instruction of each code: the one that it is listed under, else 1."""
    found = bytearray([1]) * 256
    for width, listed in codes.items():
        for code in listed:
            found[code] = width
    return bytes(found)


class Bytes:
    """``data`` in which numbers are read; raises Broken outside of it, and where too much is read again and again."""

    __slots__ = ("_work", "data", "order")

    def __init__(self, data: bytes, order: str = "<") -> None:
        self.data = data
        self.order = order
        self._work = _FIRST + _PASSES * len(data)

    def numbers(self, form: str, at: int) -> tuple[int, ...]:
        """Numbers in the notation of :mod:`struct`, without the order of their bytes."""
        try:
            return struct.unpack_from(self.order + form, self.data, at)
        except (struct.error, OverflowError):
            raise Broken("it is damaged") from None

    def array(self, form: str, count: int, at: int) -> tuple[int, ...]:
        """``count`` numbers of one form, if so many are there."""
        length = count * struct.calcsize(self.order + form)
        if not 0 <= at <= at + length <= len(self.data):
            raise Broken("it is damaged")
        self.spend(length)
        return self.numbers(f"{count}{form}", at)

    def number(self, form: str, at: int) -> int:
        return self.numbers(form, at)[0]

    def spend(self, count: int) -> None:
        """Counts that so many bytes were visited."""
        self._work -= count
        if self._work < 0:
            raise Broken("its parts overlap")


class Text:
    """A text that is written line by line, of bounded length. Raises Broken where it would become longer."""

    __slots__ = ("_length", "_lines", "_meter")

    def __init__(self, meter: Meter) -> None:
        self._lines: list[str] = []
        self._length = 0
        self._meter = meter

    def line(self, line: str = "") -> None:
        self._length += len(line) + 1
        if self._length > _LONGEST:
            raise Broken(f"more than {size(_LONGEST)} of text are in it")
        self._meter.unpacked(len(line) + 1)
        self._lines.append(line)

    def pair(self, name: str, value: str) -> None:
        """``value`` under ``name``."""
        self.line(f"{name} = {quoted(value)}")

    def passage(self) -> Iterator[Passage]:
        """What was written, if anything was. It stands nowhere: without segments, so without lines."""
        if self._lines:
            yield Passage(None, "\n".join(self._lines), ())


def quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def telling(text: str) -> bool:
    """Whether a text is more than a name, so that it may hold a key together with what it is for."""
    return len(text) >= _LEAST and any(sign in text for sign in ' =:?&"')
