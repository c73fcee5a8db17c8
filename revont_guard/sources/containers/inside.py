"""Blobs that lie in containers, and where what stands in them stands."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from operator import attrgetter

from revont_guard.model import Blob, Inner, Location
from revont_guard.sources.containers.parts import Segment

_FIRST = attrgetter("first")


@dataclass(frozen=True, slots=True)
class Inside(Blob):
    """A member. ``levels``: for each container that leads to it, the outermost first, what is known of its lines.
    Nothing is of a text that was written from a compiled file.

    ``outer`` is the location of the outermost container; ``origin`` is the member's own, without a line.
    """

    outer: Location | None = None
    levels: tuple[tuple[Segment, ...], ...] = ()

    def at(self, line: int, column: int, end_column: int) -> Location:
        """Where a place in the text is: in the member, and in each container round it as far as that has lines."""
        inner: list[Inner] = []
        above: int | None = line
        across: int | None = column
        for segments in reversed(self.levels):
            if not segments:
                above = across = None
                continue
            segment = segments[max(0, bisect_right(segments, above or 1, key=_FIRST) - 1)]
            within = above - segment.first if above is not None else 0
            inner.append(Inner(segment.path, within + 1 if above is not None else None, across))
            across = None
            known = above is not None and segment.lines
            above = segment.lines[min(within, len(segment.lines) - 1)] if known else None
        return replace(self.outer or self.origin, line=above, inner=tuple(reversed(inner)))


def below(blob: Blob, path: str | None, segments: tuple[Segment, ...], data: bytes = b"") -> Inside:
    """What lies in ``blob``; ``path`` is None for parts of ``blob`` itself."""
    inner = (*blob.origin.inner, Inner(path)) if path is not None else blob.origin.inner
    outer, levels = (blob.outer, blob.levels) if isinstance(blob, Inside) else (blob.origin, ())
    return Inside(data, replace(blob.origin, inner=inner), blob.tracked, outer, (*levels, segments))


def shown(at: Location) -> str:
    """The path of a container or member as it is shown to people."""
    top = at.path or (f"object {at.object}" if at.object else "standard input")
    return " → ".join([top, *(inner.path for inner in at.inner)])
