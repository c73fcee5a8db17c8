"""A stress test for false alarms: real packages about another vendor, read as if they were about Revont.

``python -m tests.swapped FOLDER VENDOR [HOST]`` replaces VENDOR (in any case) by Revont and HOST by the vendor's host
in every file below FOLDER that names it, and prints what is reported: client libraries, their documentation, tests and
change logs hold no live key, so every report is false. Nothing is written.
"""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path

from revont_guard import catalog
from revont_guard.detectors.keys import find_keys
from revont_guard.model import Blob, Location, SourceKind

_LIMIT = 3_000_000


def main(folder: str, vendor: str, host: str | None = None) -> int:
    name = re.compile(re.escape(vendor).encode(), re.IGNORECASE)
    files = size = found = 0
    start = time.perf_counter()
    for path in sorted(Path(folder).rglob("*")):
        if not path.is_file() or path.is_symlink() or path.stat().st_size > _LIMIT:
            continue
        data = path.read_bytes()
        if not name.search(data):
            continue
        if host:
            data = data.replace(host.encode(), b"api.revont.ai")
        data = name.sub(_as_written, data).replace(b"api.revont.com", b"api.revont.ai")
        files, size = files + 1, size + len(data)
        where = path.relative_to(folder).as_posix()
        for match in find_keys(Blob(data, Location(SourceKind.WORKTREE, where)), catalog.knowledge()):
            found += 1
            print(f"{where}:{match.line}:{match.column} {match.key.name} {match.score} {', '.join(match.evidence)}")
    seconds = time.perf_counter() - start
    print(f"{files} files, {size / 1e6:.1f} MB, {seconds:.0f} s: {found} false reports")
    return 1 if found else 0


def _as_written(match: re.Match[bytes]) -> bytes:
    """Revont in the case of what it replaces."""
    text = match.group()
    return b"REVONT" if text.isupper() else b"Revont" if text[:1].isupper() else b"revont"


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
