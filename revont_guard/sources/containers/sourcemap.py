"""Source maps: the original files that a bundle was made of, whole, in ``sourcesContent``."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field

from revont_guard.sources.containers.cursor import BROKEN, Cursor, Lines, Span, blanked
from revont_guard.sources.containers.limits import Meter
from revont_guard.sources.containers.parts import Part, Passage, Rest, Segment, storable


@dataclass(slots=True)
class Map:
    """What a map holds, as far as it is JSON: originals with their paths, and what is ``coded`` for machines."""

    originals: list[tuple[str, Span]] = field(default_factory=list)
    coded: list[Span] = field(default_factory=list)


def members(data: bytes, meter: Meter) -> Iterator[Part]:
    text = data.decode("utf-8-sig", "replace")
    lines = Lines(text)
    found = read(text)
    for path, span in found.originals:
        yield passage(path, span.text, lines(span.start), meter)
    yield Rest(blanked(text, sorted([*found.coded, *(span for _, span in found.originals)])).encode())


def passage(path: str, text: str, line: int, meter: Meter) -> Passage:
    """An original file that stands, as one string, on ``line`` of the container."""
    meter.entry()
    meter.unpacked(len(text))
    return Passage(path, text, (Segment(1, path, (line,)),))


def read(text: str) -> Map:
    """A map, or a map of maps (``sections``)."""
    found = Map()
    cursor = Cursor(text, max(0, text[:16].find("{")))  # what may stand before it: the guard ")]}'"
    with suppress(*BROKEN):  # what came before was read, and the rest stays in the container
        _read(cursor, found, sections=True)
    return found


def _read(cursor: Cursor, found: Map, *, sections: bool) -> None:
    contents: list[tuple[int, Span]] = []
    names: list[Span] = []
    root = ""
    try:
        for key in cursor.fields():
            match key:
                case "sourcesContent":
                    for number in cursor.items():
                        if span := cursor.string():
                            contents.append((number, span))  # one by one: the array may be cut short
                case "sources":
                    names = [cursor.string() or Span(0, 0, "") for _ in cursor.items()]
                case "sourceRoot":
                    root = span.text if (span := cursor.string()) else ""
                case "mappings":
                    found.coded += cursor.strings()
                case "sections" if sections:
                    for _ in cursor.items():
                        for inner in cursor.fields():
                            if inner == "map":
                                _read(cursor, found, sections=False)
    finally:
        for number, span in contents:
            name = names[number].text if number < len(names) else ""
            found.originals.append((_path(root, name) or f"source {number + 1}", span))


def _path(root: str, name: str) -> str:
    return storable(f"{root.rstrip('/')}/{name}" if root and name else name)
