"""Source maps inside of the file that they are about: ``sourceMappingURL=data:application/json;base64,…``."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from typing import NamedTuple

from revont_guard.sources.containers import marks, sourcemap
from revont_guard.sources.containers.limits import Meter
from revont_guard.sources.containers.parts import Part, Rest

_PAYLOAD = re.compile(rb"[A-Za-z0-9+/_-]*")
_ESCAPED = re.compile(rb"[^\s\"'`\\<>]*")
_HEADER = 200  # bytes between the mark and the comma
_URL_SAFE = bytes.maketrans(b"-_", b"+/")


class _Url(NamedTuple):
    at: int
    start: int  # of what follows the comma
    end: int
    base64: bool


def members(data: bytes, meter: Meter) -> Iterator[Part]:
    line, counted, kept, parts = 1, 0, 0, []
    for url in _urls(data):
        text = _decoded(data, url)
        meter.unpacked(len(text))
        found = sourcemap.read(text).originals if text.lstrip(")]}'\r\n").startswith("{") else []
        line += data.count(b"\n", counted, url.at)
        counted = url.at
        for path, span in found:
            yield sourcemap.passage(path, span.text, line, meter)
        if found:
            parts += [data[kept : url.start], b" " * (url.end - url.start)]
            kept = url.end
    yield Rest(b"".join([*parts, data[kept:]]))


def _urls(data: bytes) -> Iterator[_Url]:
    """The URLs of data that may be maps. That the mark stands in code that makes such URLs is no rarity."""
    at = data.find(marks.INLINE)
    while at >= 0:
        end = at + len(marks.INLINE)
        comma = data.find(b",", end, end + _HEADER)
        header = data[end:comma].lower() if comma >= 0 else b""
        if b"json" in header:
            base64 = header.endswith(b";base64")
            payload = (_PAYLOAD if base64 else _ESCAPED).match(data, comma + 1)
            assert payload is not None
            end = payload.end()
            yield _Url(at, comma + 1, end, base64)
        at = data.find(marks.INLINE, end)


def _decoded(data: bytes, url: _Url) -> str:
    payload = data[url.start : url.end]
    if url.base64:
        whole = payload[: len(payload) - (len(payload) % 4 == 1)]  # one that is cut short
        found = binascii.a2b_base64(whole.translate(_URL_SAFE) + b"=" * (-len(whole) % 4))
    else:
        from urllib.parse import unquote_to_bytes

        found = unquote_to_bytes(payload)
    return found.decode("utf-8-sig", "replace")
