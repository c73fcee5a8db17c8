"""Bytes as text with lines and columns."""

from __future__ import annotations

import codecs
from bisect import bisect_right
from functools import cached_property

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LONG = 2_000


class Text:
    """Decoded text. Offsets are in characters, lines and columns 1-based; a lone carriage return ends a line too."""

    __slots__ = ("__dict__", "_long", "content", "path")

    def __init__(self, content: str, path: str | None = None) -> None:
        self.content = content
        self.path = path
        self._long: dict[int, str] = {}  # lines that would be copied again for each candidate in or near them

    @cached_property
    def line_starts(self) -> list[int]:
        starts = [0]
        content = self.content
        at = content.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = content.find("\n", at + 1)
        if "\r" in content and len(starts) == 1:
            starts += [i + 1 for i, c in enumerate(content) if c == "\r" and i + 1 < len(content)]
        return starts

    def line_of(self, offset: int) -> int:
        """The 0-based index of the line that holds ``offset``."""
        return bisect_right(self.line_starts, offset) - 1

    def position(self, offset: int) -> tuple[int, int]:
        line = self.line_of(offset)
        return line + 1, offset - self.line_starts[line] + 1

    def line_span(self, line: int) -> tuple[int, int]:
        """Start and end (without the line break) of the 0-based ``line``."""
        start = self.line_starts[line]
        end = self.line_starts[line + 1] if line + 1 < len(self.line_starts) else len(self.content)
        while end > start and self.content[end - 1] in "\r\n":
            end -= 1
        return start, end

    def line(self, line: int) -> str:
        if line in self._long:
            return self._long[line]
        start, end = self.line_span(line)
        found = self.content[start:end]
        if self.line_starts[line] + _LONG < (
            self.line_starts[line + 1] if line + 1 < len(self.line_starts) else len(self.content)
        ):
            self._long[line] = found
        return found


def decode(data: bytes) -> str:
    """``data`` as text: by its byte order mark, else UTF-16 where every second byte is zero, else UTF-8, else Latin-1.

    Never fails. A byte order mark is not part of the text, so that the first column is the first character's.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if wide := wide_encoding(data):
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def wide_encoding(data: bytes) -> str | None:
    """The UTF-16 or UTF-32 byte order of text without a mark, told from where its zero bytes stand."""
    head = data[:4096]
    if len(head) < 8 or b"\0" not in head:
        return None
    zero = [head[i::4].count(0) * 4 / len(head) > 0.7 for i in range(4)]
    match zero:
        case [False, True, True, True]:
            return "utf-32-le"
        case [True, True, True, False]:
            return "utf-32-be"
        case [False, True, False, True]:
            return "utf-16-le"
        case [True, False, True, False]:
            return "utf-16-be"
    return None
