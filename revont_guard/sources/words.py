"""Where the files of a folder speak of given names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from revont_guard.model import Blob, Location, SourceKind
from revont_guard.sources.files import Files


def places(top: Path, names: Sequence[str]) -> list[Location]:
    """The first place on each line below ``top`` that has any of ``names`` as a whole word."""
    if not names:
        return []
    words = re.compile("|".join(rf"(?<![\w-]){re.escape(name)}(?![\w-])" for name in names))
    plain = [name.encode() for name in names]
    found = []
    for item in Files([top], top).blobs(lambda data: any(name in data for name in plain)):
        if isinstance(item, Blob) and item.origin.source is SourceKind.WORKTREE:
            for number, line in enumerate(item.data.decode("utf-8", "replace").splitlines(), 1):
                if at := words.search(line):
                    found.append(item.at(number, at.start() + 1, at.end() + 1))
    return found
