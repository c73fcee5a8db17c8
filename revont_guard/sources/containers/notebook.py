"""Jupyter notebooks: the cells' sources and the texts that came out of them, as one text.

They stay together, because what one cell says of the vendor speaks for the key in the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress

from revont_guard.sources.containers.cursor import BROKEN, Cursor, Lines, Span, blanked
from revont_guard.sources.containers.limits import Meter
from revont_guard.sources.containers.parts import Part, Passage, Rest, Segment

_SOURCE = ("source", "input")  # the second before version 4 of the format
_PICTURES = ("png", "jpeg", "pdf")  # so, before version 4; else by media type
_COLOR = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")


def members(data: bytes, meter: Meter) -> Iterator[Part]:
    text = data.decode("utf-8-sig", "replace")
    cells = _Cells(text)
    with suppress(*BROKEN):  # what came before was read, and the rest stays in the container
        cells.notebook()
    if cells.segments:
        meter.entry()
        meter.unpacked(cells.length)
        yield Passage(None, "".join(cells.texts), tuple(cells.segments))
    yield Rest(blanked(text, cells.taken).encode("utf-8", "replace"))


class _Cells:
    """What the cells of a notebook say, gathered while they are read."""

    def __init__(self, text: str) -> None:
        self.texts: list[str] = []
        self.length = 0
        self.segments: list[Segment] = []
        self.taken: list[Span] = []
        self._lines = Lines(text)
        self._line = 1
        self._cursor = Cursor(text, max(0, text[:16].find("{")))

    def notebook(self) -> None:
        count = 0
        for key in self._cursor.fields():
            if key == "cells":
                count = self._cells(count)
            elif key == "worksheets":  # before version 4
                for _ in self._cursor.items():
                    for inner in self._cursor.fields():
                        if inner == "cells":
                            count = self._cells(count)

    def _cells(self, count: int) -> int:
        for _ in self._cursor.items():
            count += 1
            for key in self._cursor.fields():
                if key in _SOURCE:
                    self._add(f"cell {count}", self._taken())
                elif key == "outputs":
                    for _ in self._cursor.items():
                        self._output(f"cell {count} output")
        return count

    def _output(self, name: str) -> None:
        for key in self._cursor.fields():
            match key:
                case "text" | "html" | "svg" | "latex":
                    self._add(name, self._taken(), colored=True)
                case "traceback":
                    self._add(name, self._taken(), colored=True, ended="\n")
                case "data":
                    for media in self._cursor.fields():
                        if media.startswith("text/"):
                            self._add(name, self._taken(), colored=True)
                        elif media.startswith("image/"):
                            self._taken()
                case _ if key in _PICTURES:
                    self._taken()

    def _taken(self) -> list[Span]:
        spans = self._cursor.strings()
        self.taken += spans
        return spans

    def _add(self, name: str, spans: Iterable[Span], *, colored: bool = False, ended: str = "") -> None:
        """A text in pieces, mostly one a line; an empty line parts it from the next."""
        lines: list[int] = []
        fresh = True
        for span in spans:
            said = (_COLOR.sub("", span.text) if colored else span.text) + ended
            if not said:
                continue
            at = self._lines(span.start)
            breaks = said.count("\n")
            lines += [at] * (fresh + breaks - (breaks > 0 and said.endswith("\n")))
            fresh = said.endswith("\n")
            self.texts.append(said)
            self.length += len(said)
        if lines:
            self.segments.append(Segment(self._line, name, tuple(lines)))
            self.texts.append("\n" if fresh else "\n\n")
            self._line += len(lines) + 1
