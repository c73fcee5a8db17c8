"""ar, from front to end: packages of Debian, which are two tars in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from revont_guard.sources.containers.limits import Meter
from revont_guard.sources.containers.parts import Broken, Member, Part, Piece, name
from revont_guard.sources.containers.streams import Source

_MAGIC = b"!<arch>\n"
_HEADER = 60
_END = b"`\n"


def members(pieces: Iterable[Piece], meter: Meter) -> Iterator[Part]:
    source = Source(pieces)
    source.read(len(_MAGIC))
    while header := source.read(_HEADER):
        digits = header[48:58].rstrip(b" ")
        if len(header) < _HEADER or header[58:] != _END or not digits.isdigit():
            raise Broken("it is cut short" if len(header) < _HEADER else "it is damaged")
        meter.entry()
        size = int(digits)
        content = source.pieces(size)
        yield Member(name(header[:16].rstrip(b" ").rstrip(b"/")), content)
        for _ in content:  # what nobody has read
            pass
        source.read(size % 2)
