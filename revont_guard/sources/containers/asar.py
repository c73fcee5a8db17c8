"""asar: the archive of an Electron application, a list of files in JSON before their bytes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from revont_guard.sources.containers.limits import Meter
from revont_guard.sources.containers.parts import Broken, Member, Part, Unread, storable
from revont_guard.sources.containers.streams import stored


def members(data: bytes, meter: Meter) -> Iterator[Part]:
    begin = 8 + int.from_bytes(data[4:8], "little")
    length = int.from_bytes(data[12:16], "little")
    try:
        root = json.loads(data[16 : 16 + length].decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        raise Broken("its list of files is damaged") from None
    view = memoryview(data)
    for path, entry in _files(root, meter):
        size, offset = _number(entry.get("size")), _number(entry.get("offset"))
        if size is None or offset is None:
            if not (entry.get("unpacked") or "link" in entry):  # those lie beside the archive
                yield Unread(path, "it is damaged")
        else:
            yield Member(path, stored(view[begin + offset : begin + offset + size], size, meter))


def _files(root: Any, meter: Meter) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each file with its path, which is not made before its turn: a long one may lead to many files."""
    waiting = [("", "", root)]
    while waiting:
        above, named, entry = waiting.pop()
        meter.entry()
        path = f"{above}/{named}" if above else named
        meter.unpacked(len(path))
        if not isinstance(entry, dict):
            continue
        below = entry.get("files")
        if isinstance(below, dict):
            waiting += [(path, storable(child), below[child]) for child in reversed(below)]
        elif path:
            yield path, entry


def _number(value: object) -> int | None:
    """Sizes are numbers, offsets are strings of digits, as they may be too large for JavaScript."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 20:
        value = int(value)
    return value if isinstance(value, int) and 0 <= value < 1 << 63 else None
