"""One file that is packed: gzip, bzip2, xz, zstd. A tar in it is read as it is unpacked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from revont_guard.sources.containers import marks, streams, tar
from revont_guard.sources.containers.limits import Meter
from revont_guard.sources.containers.parts import Member, Part, Piece


def members(
    start: Callable[[], streams.Decompressor], magic: bytes, pieces: Iterable[Piece], meter: Meter
) -> Iterator[Part]:
    """``magic``: how each of the packed streams begins that may follow each other."""
    head, unpacked = streams.peeked(streams.unpacked(pieces, start, meter, magic), marks.HEAD)
    if marks.streamed(head) == marks.TAR:
        yield from tar.members(unpacked, meter)
    else:
        meter.entry()
        yield Member("", unpacked)


gzip = partial(members, streams.gzip, b"\x1f\x8b")
bzip2 = partial(members, streams.bzip2, b"BZh")
xz = partial(members, streams.xz, b"\xfd7zXZ")
zstd = partial(members, streams.zstd, b"\x28\xb5\x2f\xfd")
