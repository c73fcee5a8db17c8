"""JSON read step by step, so that the place of each value is known. What is of no interest is passed over in C."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple, TypeVar

_T = TypeVar("_T")
_DECODER = json.JSONDecoder()
_SPACE = re.compile(r"[ \t\r\n]*")

BROKEN = (ValueError, RecursionError)
"""What reading raises where the text is no JSON."""


class Span(NamedTuple):
    """Where a string stands, within its quotes, and what it says."""

    start: int
    end: int
    text: str


class Cursor:
    """A place in a JSON text that moves forward."""

    def __init__(self, text: str, at: int = 0) -> None:
        self._text = text
        self._at = at

    def fields(self) -> Iterator[str]:
        """The keys of the object that stands here, at each the cursor before its value; none, if it is no object.

        A value that the caller does not read is passed over.
        """
        for _ in self._listed("{", "}"):
            key = self.value()
            self._need(":")
            yield from self._before_value(str(key))

    def items(self) -> Iterator[int]:
        """The same for an array, whose items are counted from 0."""
        for number in self._listed("[", "]"):
            yield from self._before_value(number)

    def value(self) -> Any:
        """The value that stands here."""
        value, self._at = _DECODER.raw_decode(self._text, self._here())
        return value

    def string(self) -> Span | None:
        """The string that stands here; None for another value."""
        start = self._here()
        value = self.value()
        return Span(start + 1, self._at - 1, value) if isinstance(value, str) else None

    def strings(self) -> list[Span]:
        """The string that stands here, or those of an array."""
        if not self._is_next("["):
            found = self.string()
            return [found] if found else []
        return [span for _ in self.items() if (span := self.string())]

    def _listed(self, opening: str, closing: str) -> Iterator[int]:
        """Counts what stands between two brackets, with commas between; nothing, if another value stands here."""
        if not self._is_next(opening):
            self.value()
            return
        self._at += 1
        number = 0
        while number or not self._is_next(closing):
            yield number
            number += 1
            if not self._is_next(","):
                break
            self._at += 1
        self._need(closing)

    def _before_value(self, what: _T) -> Iterator[_T]:
        start = self._here()
        yield what
        if self._at == start:
            self.value()

    def _here(self) -> int:
        """Where the next thing stands."""
        space = _SPACE.match(self._text, self._at)
        assert space is not None
        self._at = space.end()
        return self._at

    def _is_next(self, mark: str) -> bool:
        return self._text.startswith(mark, self._here())

    def _need(self, mark: str) -> None:
        if not self._is_next(mark):
            raise ValueError(f"no {mark} at {self._at}")
        self._at += len(mark)


class Lines:
    """1-based line numbers of offsets that are asked for in rising order, in one pass."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._line = 1

    def __call__(self, offset: int) -> int:
        self._line += self._text.count("\n", self._at, offset)
        self._at = offset
        return self._line


def blanked(text: str, spans: list[Span]) -> str:
    """``text`` with spaces for ``spans``, which are in order, so that everything else stays in its place."""
    parts, at = [], 0
    for span in spans:
        parts += [text[at : span.start], " " * (span.end - span.start)]
        at = span.end
    return "".join([*parts, text[at:]])
