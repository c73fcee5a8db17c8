"""Any source, with its containers opened."""

from __future__ import annotations

from collections.abc import Iterator

from revont_guard.model import Blob, Prefilter, Skipped, Source, SourceKind
from revont_guard.sources.containers.limits import Limits
from revont_guard.sources.containers.marks import is_container
from revont_guard.sources.containers.opening import DEFAULT, opened


class Opened:
    """What ``source`` holds and, in place of a container, what is in it.

    The tally is the source's own: it counts what was read, not what was unpacked. ``limits_block``: whether a container
    that costs more than ``limits`` leaves the run incomplete.
    """

    def __init__(self, source: Source, limits: Limits = DEFAULT, *, limits_block: bool = False) -> None:
        self.tally = source.tally
        self._source = source
        self._limits = limits
        self._limits_block = limits_block

    def blobs(self, prefilter: Prefilter) -> Iterator[Blob | Skipped]:
        def wanted(data: bytes, /) -> bool:
            return prefilter(data) or is_container(data)

        for item in self._source.blobs(wanted):
            match item:
                case Blob() if item.origin.source is not SourceKind.MESSAGE and is_container(item.data):
                    yield from opened(item, prefilter, self._limits, limits_block=self._limits_block)
                case Blob() if item.origin.source is SourceKind.MESSAGE and not prefilter(item.data):
                    pass  # a name or a message that only looks like a container
                case _:
                    yield item
