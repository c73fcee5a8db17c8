"""zip: wheels, jars, apk, ipa, xpi, crx, nupkg, programs that unpack themselves.

Not the zipfile module: it reads the whole directory before anything else, and gives up an archive that is cut short.
"""

from __future__ import annotations

import re
import struct
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import NamedTuple

from revont_guard.sources.containers import marks
from revont_guard.sources.containers.limits import Meter
from revont_guard.sources.containers.parts import Broken, Member, Part, Piece, Rest, Unread, name
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

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR = struct.Struct("<4sLQL")
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
    end: int
    shift: int  # bytes before the archive, which its offsets do not count


def members(data: bytes, meter: Meter) -> Iterator[Part]:
    directory = _directory(data)
    listed = _entries(data, directory, meter) if directory else iter(())
    entries = [(entry, _data_at(data, entry.at)) for entry in listed]
    if not (entries or data.startswith(b"PK")):
        yield Rest(data)  # a program that knows the marks of archives, and is none
        return
    if directory is None:
        yield from _without_directory(data, meter)
        raise Broken("it is cut short: its directory is missing")
    starts = sorted({directory.at, *(entry.at for entry, begin in entries if begin is not None)})
    read: set[int] = set()
    for entry, begin in entries:
        if begin is None or begin > directory.at:
            yield Unread(name(entry.path), "it is damaged")
        elif entry.at in read or begin + entry.packed > starts[bisect_right(starts, entry.at)]:
            yield Unread(name(entry.path), "it overlaps another member")
        elif not entry.path.endswith(b"/"):
            yield _member(data, entry, begin, meter)
        read.add(entry.at)
    if before := data[: starts[0]]:
        yield Rest(before)


def _directory(data: bytes) -> _Directory | None:
    """Where the directory stands, told from the record at the end."""
    at = data.rfind(marks.ZIP_END, max(0, len(data) - marks.ZIP_TAIL))
    if at < 0 or len(data) - at < _END.size:
        return None
    *_, length, offset, _ = _END.unpack_from(data, at)
    end = at
    if data.startswith(b"PK\x06\x07", max(0, at - _LOCATOR.size)):
        wide = at - _LOCATOR.size - _END_64.size
        if wide >= 0 and data.startswith(b"PK\x06\x06", wide):
            *_, length, offset = _END_64.unpack_from(data, wide)
            end = wide
    for begin in (end - length, offset):
        if 0 <= begin <= end and (data.startswith(b"PK\x01\x02", begin) or not length):
            shift = max(0, begin - offset)
            # An archive that begins at the very start, but not for this directory, is cut short: this is a member's.
            return None if shift and data.startswith(b"PK\x03\x04") else _Directory(begin, end, shift)
    return None


def _entries(data: bytes, directory: _Directory, meter: Meter) -> Iterator[_Entry]:
    at = directory.at
    while at + _CENTRAL.size <= directory.end and data.startswith(b"PK\x01\x02", at):
        meter.entry()
        fields = _CENTRAL.unpack_from(data, at)
        flags, method = fields[3:5]
        packed, size, path_length, extra_length, comment_length = fields[8:13]
        offset = fields[16]
        extra_at = at + _CENTRAL.size + path_length
        path = data[at + _CENTRAL.size : extra_at]
        if _IN_EXTRA in (packed, size, offset):
            size, packed, offset = _wide((size, packed, offset), data[extra_at : extra_at + extra_length])
        yield _Entry(path, flags, method, packed, size, offset + directory.shift)
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


def _data_at(data: bytes, at: int) -> int | None:
    """Where the data of the member begins whose local header is at ``at``."""
    if not data.startswith(b"PK\x03\x04", at) or at + _LOCAL.size > len(data):
        return None
    *_, path_length, extra_length = _LOCAL.unpack_from(data, at)
    begin: int = at + _LOCAL.size + path_length + extra_length
    return begin


def _member(data: bytes, entry: _Entry, begin: int, meter: Meter) -> Part:
    if entry.flags & _ENCRYPTED or entry.method == _AES:
        return Unread(name(entry.path), "it is encrypted")
    packed = memoryview(data)[begin : begin + entry.packed]
    if entry.method == _STORED:
        return Member(name(entry.path), stored(packed, entry.packed, meter))
    start = _PACKED.get(entry.method)
    if start is None:
        method = _METHODS.get(entry.method, f"method {entry.method}")
        return Unread(name(entry.path), f"it is packed with {method}, which cannot be read here")
    pieces: tuple[Piece, ...] = (packed,)
    if entry.method == _LZMA:  # its header has two bytes of version and two of length, and lacks the size
        pieces = (packed[4:9], b"\xff" * 8 if entry.flags & 2 else entry.size.to_bytes(8, "little"), packed[9:])
    return Member(name(entry.path), unpacked(pieces, start, meter))


def _without_directory(data: bytes, meter: Meter) -> Iterator[Part]:
    """Member after member, as far as they go."""
    at = data.find(b"PK\x03\x04")
    while at >= 0 and (begin := _data_at(data, at)) is not None:
        meter.entry()
        _, _, flags, method, _, _, _, packed, size, path_length, extra_length = _LOCAL.unpack_from(data, at)
        path = data[at + _LOCAL.size : at + _LOCAL.size + path_length]
        if _IN_EXTRA in (packed, size):
            size, packed = _wide((size, packed), data[begin - extra_length : begin])
        if flags & _SIZE_FOLLOWS and not packed:
            after = _AFTER_DATA.search(data, begin)
            packed = (after.start() if after else len(data)) - begin
        if not path.endswith(b"/"):
            yield _member(data, _Entry(path, flags, method, packed, size, at), begin, meter)
        at = data.find(b"PK\x03\x04", begin + packed)
