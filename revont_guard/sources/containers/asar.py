"""asar: the archive of an Electron application, a list of files in JSON before their bytes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from revont_guard.sources.containers.extent import Window
from revont_guard.sources.containers.limits import Meter
from revont_guard.sources.containers.parts import Broken, Extent, Member, Part, Unread, storable
from revont_guard.sources.containers.streams import stored
from revont_guard.sources.walk import size

_LONGEST = 32 << 20  # bytes of the list of files


def members(archive: Extent, meter: Meter) -> Iterator[Part]:
    head = archive.read(0, 16)
    begin = 8 + int.from_bytes(head[4:8], "little")
    length = int.from_bytes(head[12:16], "little")
    if length > _LONGEST:
        raise Broken(f"its list of files is larger than {size(_LONGEST)}")
    try:
        root = json.loads(archive.read(16, length).decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        raise Broken("its list of files is damaged") from None
    for path, entry in _files(root, meter):
        count, offset = _number(entry.get("size")), _number(entry.get("offset"))
        if count is None or offset is None:
            if not (entry.get("unpacked") or "link" in entry):  # those lie beside the archive
                yield Unread(path, "it is damaged")
        else:
            content = Window(archive, begin + offset, begin + offset + count)
            yield Member(path, stored(content, count, meter), content)


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
