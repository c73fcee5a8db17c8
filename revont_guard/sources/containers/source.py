"""Any source, with its containers opened."""

from __future__ import annotations

from collections.abc import Iterator

from revont_guard.model import Blob, Prefilter, Skipped, Source, SourceKind
from revont_guard.sources.containers.extent import OnDisk
from revont_guard.sources.containers.limits import Limits
from revont_guard.sources.containers.marks import is_container, kind
from revont_guard.sources.containers.opening import DEFAULT, opened, placed_kind
from revont_guard.sources.large import Large
from revont_guard.sources.walk import Unread


class Opened:
    """What ``source`` holds and, in place of a container, what is in it.

    An archive that is too large to be held is read from the disk. The tally is the source's own: it counts what was
    read, not what was unpacked. ``limits_block``: whether a container that costs more than ``limits`` leaves the run
    incomplete.
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
                case Large():
                    yield from self._large(item, prefilter)
                case Blob() if item.origin.source is not SourceKind.MESSAGE and kind(item.data):
                    yield from opened(item, prefilter, self._limits, limits_block=self._limits_block)
                case Blob() if item.origin.source is SourceKind.MESSAGE and not prefilter(item.data):
                    pass  # a name or a message that only looks like a container
                case _:
                    yield item

    def _large(self, large: Large, prefilter: Prefilter) -> Iterator[Blob | Skipped]:
        """A file that is too large to be held: what is in it, if it is an archive."""
        file = large.open()
        if isinstance(file, Unread):
            yield Skipped(large.what, file.why, large.blocking)
            return
        with file:
            content = OnDisk(file)
            if len(content) > self._limits.packed or placed_kind(content) is None:
                yield Skipped(large.what, large.why, large.blocking)
                return
            self.tally.files += 1
            self.tally.bytes += len(content)
            blob = Blob(b"", large.origin, large.tracked)
            yield from opened(blob, prefilter, self._limits, limits_block=self._limits_block, large=content)
