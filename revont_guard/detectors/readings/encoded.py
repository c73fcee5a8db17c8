"""Encoded texts: Base64 (also of gzip, also of UTF-16), hex, and lists of numbers, replaced by what they say.

What decodes to printable text was a text: for drawn characters the chance of that is nil.
"""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from collections.abc import Iterator

from revont_guard.detectors.readings.edits import Edit

_MOST = 1 << 20
"""Characters of one decoded text; what is longer is cut there."""
_LEAST = 12

_BASE64 = re.compile(
    r"(?<![A-Za-z0-9+/_.%-])(?:[A-Za-z0-9+/]{48,}\\?n?\r?\n[ \t\"']*){0,20000}"
    r"[A-Za-z0-9+/_-]{16,}={0,2}(?![A-Za-z0-9+/_%=-])"
)
_WRAP = re.compile(r"\\n|[\s\"'\\]+")
_HEX = re.compile(r"(?<![A-Za-z0-9])(?:0x|\\?x')?((?:[0-9a-fA-F]{2}){12,})(?![A-Za-z0-9])")
_ITEM = r"(?:0[xX][0-9a-fA-F]{1,2}|[0-9]{1,3})(?:u8|_?u8)?"
_NUMBERS = re.compile(rf"(?<![\w.])(?:{_ITEM}\s*,\s*){{15,4096}}{_ITEM}(?![\w.])")
_NUMBER = re.compile(r"0[xX]([0-9a-fA-F]{1,2})|([0-9]{1,3})")
_PRINTABLE = bytes(range(0x20, 0x7F)) + b"\t\r\n"
_LOOKS_WIDE = re.compile(rb"(?:[\x20-\x7e\r\n\t]\0){6,}")


def encoded(content: str) -> Iterator[Edit]:
    """Each encoded text of ``content``."""
    for match in _BASE64.finditer(content):
        token = match[0]
        # A token of three parts with dots is one thing, whatever its parts say.
        if content[match.end() : match.end() + 1] == ".":
            continue
        if (text := _from_base64(token)) is not None:
            yield _edit(match, 0, text, content)
    for match in _HEX.finditer(content):
        if (text := _text(bytes.fromhex(match[1]))) is not None:
            yield _edit(match, 1, text, content)
    if content.count(",") > 14:
        for match in _NUMBERS.finditer(content):
            codes = [int(hexa, 16) if hexa else int(number) for hexa, number in _NUMBER.findall(match[0])]
            if all(0x20 <= code < 0x7F for code in codes):
                yield Edit(match.start(), match.end(), f'"{"".join(map(chr, codes))}"', literal=True)


def _edit(match: re.Match[str], group: int, text: str, content: str) -> Edit:
    """A text of several lines is given lines of its own."""
    lines = "\n" in text.strip()
    return Edit(match.start(group), match.end(group), f"\n{text}\n" if lines else text, literal=True)


def _from_base64(token: str) -> str | None:
    if "\n" in token or "\\" in token:
        token = _WRAP.sub("", token)
    body = token.rstrip("=")
    if len(body) % 4 == 1:
        return None
    head = _bytes(body[:16])
    if head is None or (
        head.translate(None, _PRINTABLE) and head[:2] != b"\x1f\x8b" and head[1::2].strip(b"\0") and _text(head) is None
    ):
        return None
    data = _bytes(body)
    if data is None:
        return None
    if data[:2] == b"\x1f\x8b":
        data = _unzipped(data)
    return _text(data)


def _bytes(body: str) -> bytes | None:
    try:
        return base64.b64decode(body.translate(_URL_SAFE) + "=" * (-len(body) % 4), validate=True)
    except (binascii.Error, ValueError):
        return None


_URL_SAFE = str.maketrans("-_", "+/")


def _unzipped(data: bytes) -> bytes:
    """What it holds, as far as it can be read."""
    try:
        return zlib.decompressobj(wbits=31).decompress(data, _MOST)
    except zlib.error:
        return b""


def _text(data: bytes) -> str | None:
    """``data`` if it is text, in UTF-8 or UTF-16, of which most is ASCII."""
    data = data.rstrip(b"\0")
    if len(data) < _LEAST:
        return None
    if _LOOKS_WIDE.match(data.removeprefix(b"\xff\xfe")):
        data = data.removeprefix(b"\xff\xfe").replace(b"\0", b"")
    strange = data.translate(None, _PRINTABLE)
    if not strange:
        return data[:_MOST].decode("ascii")
    if len(strange) * 3 > len(data) or strange.translate(None, bytes(range(0x80, 0x100))):
        return None
    try:
        return data[:_MOST].decode("utf-8")
    except UnicodeDecodeError:
        return None
