"""zip: wheels, jars, apk, ipa, xpi, crx, nupkg, programs that unpack themselves.

Not the zipfile module: it reads the whole directory before anything else, and gives up an archive that is cut short.
"""

from __future__ import annotations

import re
import struct
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from revont_guard.sources.containers import marks
from revont_guard.sources.containers.extent import Window
from revont_guard.sources.containers.limits import HELD, Meter
from revont_guard.sources.containers.parts import Broken, Extent, Member, Part, Piece, Rest, Unread, name
from revont_guard.sources.containers.streams import (
    Decompressor,
    bzip2,
    deflate,
    lzma_alone,
    stored,
    unpacked,
    xz,
    zstd,
)
from revont_guard.sources.walk import size

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR = struct.Struct("<4sLQL")
_MEMBER = re.compile(rb"PK\x03\x04")
_AFTER_DATA = re.compile(rb"PK(?:\x03\x04|\x07\x08|\x01\x02)")

_ENCRYPTED = 1
_SIZE_FOLLOWS = 8
_STORED, _LZMA, _AES = 0, 14, 99
_PACKED: dict[int, Callable[[], Decompressor]] = {8: deflate, 12: bzip2, _LZMA: lzma_alone, 93: zstd, 95: xz}
_METHODS = {9: "deflate64", 96: "jpeg", 97: "wavpack", 98: "ppmd"}
_IN_EXTRA = 0xFFFFFFFF


class _Entry(NamedTuple):
    path: bytes
    flags: int
    method: int
    packed: int
    size: int
    at: int  # of its local header


class _Directory(NamedTuple):
    at: int
    data: bytes
    shift: int  # bytes before the archive, which its offsets do not count


def members(archive: Extent, meter: Meter) -> Iterator[Part]:
    directory = _directory(archive)
    listed = _entries(directory, meter) if directory else iter(())
    entries = [(entry, _data_at(archive, entry.at)) for entry in listed]
    if not (entries or archive.read(0, 2) == b"PK"):
        yield from _before(archive, len(archive))  # a program that knows the marks of archives, and is none
        return
    if directory is None:
        yield from _without_directory(archive, meter)
        raise Broken("it is cut short: its directory is missing")
    starts = sorted({directory.at, *(entry.at for entry, begin in entries if begin is not None)})
    read: set[int] = set()
    for entry, begin in entries:
        if begin is None or begin > directory.at:
            yield Unread(name(entry.path), "it is damaged")
        elif entry.at in read or begin + entry.packed > starts[bisect_right(starts, entry.at)]:
            yield Unread(name(entry.path), "it overlaps another member")
        elif not entry.path.endswith(b"/"):
            yield _member(archive, entry, begin, meter)
        read.add(entry.at)
    if starts[0]:
        yield from _before(archive, starts[0])


def _before(archive: Extent, end: int) -> Iterator[Part]:
    """What is no part of the archive: a signature, a program that unpacks what follows."""
    yield Rest(archive.read(0, min(end, HELD)))
    if end > HELD:
        raise Broken(f"of what stands before it only the first {size(HELD)} were read")


def _directory(archive: Extent) -> _Directory | None:
    """The directory, found by the record at the end."""
    tail_at = max(0, len(archive) - marks.ZIP_TAIL)
    tail = archive.read(tail_at, marks.ZIP_TAIL)
    at = tail.rfind(marks.ZIP_END)
    if at < 0 or len(tail) - at < _END.size:
        return None
    *_, length, offset, _ = _END.unpack_from(tail, at)
    end = at = tail_at + at
    if archive.read(at - _LOCATOR.size, 4) == b"PK\x06\x07":
        wide = archive.read(at - _LOCATOR.size - _END_64.size, _END_64.size)
        if wide.startswith(b"PK\x06\x06") and len(wide) == _END_64.size:
            *_, length, offset = _END_64.unpack(wide)
            end = at - _LOCATOR.size - _END_64.size
    for begin in (end - length, offset):
        if 0 <= begin <= end and (not length or archive.read(begin, 4) == b"PK\x01\x02"):
            shift = max(0, begin - offset)
            # An archive that begins at the very start, but not for this directory, is cut short: this is a member's.
            if shift and archive.read(0, 4) == b"PK\x03\x04":
                return None
            if end - begin > HELD:
                raise Broken(f"its directory is larger than {size(HELD)}")
            return _Directory(begin, archive.read(begin, end - begin), shift)
    return None


def _entries(directory: _Directory, meter: Meter) -> Iterator[_Entry]:
    at, data = 0, directory.data
    while at + _CENTRAL.size <= len(data) and data.startswith(b"PK\x01\x02", at):
        meter.entry()
        fields = _CENTRAL.unpack_from(data, at)
        flags, method = fields[3:5]
        packed, length, path_length, extra_length, comment_length = fields[8:13]
        offset = fields[16]
        extra_at = at + _CENTRAL.size + path_length
        path = data[at + _CENTRAL.size : extra_at]
        if _IN_EXTRA in (packed, length, offset):
            length, packed, offset = _wide((length, packed, offset), data[extra_at : extra_at + extra_length])
        yield _Entry(path, flags, method, packed, length, offset + directory.shift)
        at = extra_at + extra_length + comment_length


def _wide(numbers: tuple[int, ...], extra: bytes) -> Iterator[int]:
    """``numbers``, those that did not fit taken from the extra field."""
    at, field = 0, b""
    while at + 4 <= len(extra):
        id, length = struct.unpack_from("<2H", extra, at)
        if id == 1:
            field = extra[at + 4 : at + 4 + length]
            break
        at += 4 + length
    for number in numbers:
        if number == _IN_EXTRA and len(field) >= 8:
            number, field = int.from_bytes(field[:8], "little"), field[8:]
        yield number


def _data_at(archive: Extent, at: int) -> int | None:
    """Where the data of the member begins whose local header is at ``at``."""
    header = archive.read(at, _LOCAL.size)
    if not header.startswith(b"PK\x03\x04") or len(header) < _LOCAL.size:
        return None
    *_, path_length, extra_length = _LOCAL.unpack(header)
    begin: int = at + _LOCAL.size + path_length + extra_length
    return begin


def _member(archive: Extent, entry: _Entry, begin: int, meter: Meter) -> Part:
    if entry.flags & _ENCRYPTED or entry.method == _AES:
        return Unread(name(entry.path), "it is encrypted")
    if entry.method == _STORED:
        content = Window(archive, begin, begin + entry.packed)
        return Member(name(entry.path), stored(content, entry.packed, meter), content)
    start = _PACKED.get(entry.method)
    if start is None:
        method = _METHODS.get(entry.method, f"method {entry.method}")
        return Unread(name(entry.path), f"it is packed with {method}, which cannot be read here")
    packed: Iterable[Piece] = archive.pieces(begin, begin + entry.packed)
    if entry.method == _LZMA:  # its header has two bytes of version and two of length, and lacks the size
        header = archive.read(begin + 4, min(5, max(0, entry.packed - 4)))
        length = b"\xff" * 8 if entry.flags & 2 else entry.size.to_bytes(8, "little")
        packed = chain((header, length), archive.pieces(begin + 9, begin + entry.packed))
    return Member(name(entry.path), unpacked(packed, start, meter))


def _without_directory(archive: Extent, meter: Meter) -> Iterator[Part]:
    """Member after member, as far as they go."""
    at = archive.search(_MEMBER, 0)
    while at >= 0 and (begin := _data_at(archive, at)) is not None:
        meter.entry()
        header = archive.read(at, begin - at)
        _, _, flags, method, _, _, _, packed, length, path_length, extra_length = _LOCAL.unpack_from(header)
        path = header[_LOCAL.size : _LOCAL.size + path_length]
        if _IN_EXTRA in (packed, length):
            length, packed = _wide((length, packed), header[len(header) - extra_length :])
        if flags & _SIZE_FOLLOWS and not packed:
            after = archive.search(_AFTER_DATA, begin)
            packed = (after if after >= 0 else len(archive)) - begin
        if not path.endswith(b"/"):
            yield _member(archive, _Entry(path, flags, method, packed, length, at), begin, meter)
        at = archive.search(_MEMBER, begin + packed)
