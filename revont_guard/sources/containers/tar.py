"""tar, from front to end: packages of npm, images of docker and their layers.

Not the tarfile module: hostile headers have made it slow more than once, and it keeps an object for every member.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from revont_guard.sources.containers.limits import Meter
from revont_guard.sources.containers.parts import Broken, Member, Part, Piece, name
from revont_guard.sources.containers.streams import Source

_BLOCK = 512
_ZEROS = bytes(_BLOCK)
_LONGEST = 1 << 20  # bytes of a header that extends another
_FILES = b"0\x007S"  # plain, of old tars, contiguous, sparse
_WITHOUT_DATA = b"123456"  # links, devices, folders, pipes: their size means something else


class _Header(NamedTuple):
    path: bytes
    size: int
    type: bytes
    extended: bool  # a map of holes follows


def members(pieces: Iterable[Piece], meter: Meter) -> Iterator[Part]:
    """Files only: links lead nowhere here, and folders hold nothing."""
    source = Source(pieces)
    told: dict[bytes, bytes] = {}  # what the headers before say of the next member
    ended = False
    while block := source.read(_BLOCK):
        if block == _ZEROS[: len(block)]:
            ended = True  # and perhaps another tar follows
            continue
        header = _header(block)
        if header is None:
            if ended:
                return
            raise Broken("it is cut short" if len(block) < _BLOCK else "it is damaged")
        meter.entry()
        size = _number(told.get(b"size", b"")) or header.size if header.type in _FILES else header.size
        if header.type in _WITHOUT_DATA:
            told, size = {}, 0
        elif header.type in b"xL":
            begin = source.read(min(size, _LONGEST))
            told |= _records(begin) if header.type == b"x" else {b"path": begin.split(b"\0", 1)[0]}
            _pass(source.pieces(size - len(begin)))
        elif header.type in _FILES:
            if header.extended:
                while source.read(_BLOCK)[504:505] not in (b"", b"\0"):
                    pass
            pieces = source.pieces(size)
            yield Member(name(told.get(b"path") or header.path), pieces)
            _pass(pieces)
            told = {}
        else:
            _pass(source.pieces(size))
        source.read(-size % _BLOCK)


def _pass(pieces: Iterable[Piece]) -> None:
    """Goes over what nobody has read."""
    for _ in pieces:
        pass


def _header(block: bytes) -> _Header | None:
    """None for what is no header."""
    if len(block) < _BLOCK:
        return None
    summed = block[:148] + b" " * 8 + block[156:]
    given = _octal(block[148:156])
    if given is None or (
        given != sum(summed) and given != sum(memoryview(summed).cast("b"))
    ):  # some took chars as signed
        return None
    size = int.from_bytes(block[125:136], "big") if block[124] == 0x80 else _octal(block[124:136])
    if size is None:
        return None
    path, prefix = block[:100].split(b"\0", 1)[0], block[345:500].split(b"\0", 1)[0]
    posix = block[257:265] == b"ustar\x0000"
    type = block[156:157]
    return _Header(
        prefix + b"/" + path if posix and prefix else path, size, type, type == b"S" and block[482:483] not in b"\0"
    )


def _octal(field: bytes) -> int | None:
    digits = field.split(b"\0", 1)[0].strip(b" ")
    return int(digits or b"0", 8) if not digits.strip(b"01234567") else None


def _number(digits: bytes) -> int:
    return int(digits) if len(digits) < 20 and digits.isdigit() else 0


def _records(data: bytes) -> dict[bytes, bytes]:
    """``LENGTH KEY=VALUE`` lines, as far as they are well formed."""
    found: dict[bytes, bytes] = {}
    at = 0
    while (space := data.find(b" ", at, at + 20)) > 0:
        length = _number(data[at:space])
        key, equals, value = data[space + 1 : at + length].rstrip(b"\n").partition(b"=")
        if at + length <= space or not equals:
            break
        found[key] = value
        at += length
    if sparse := found.get(b"GNU.sparse.name"):
        found[b"path"] = sparse
    return found
