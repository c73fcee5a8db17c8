"""Is every blob that git holds looked at? ``python -m benchmarks.coverage REPO…`` compares the two sets of ids."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from revont_guard.model import Blob, SourceKind
from revont_guard.sources.git.objects import History
from revont_guard.sources.git.repository import discover


def main(paths: list[str]) -> int:
    unequal = 0
    for path in paths:
        repository = discover(Path(path))
        listed = repository.run("cat-file", "--batch-all-objects", "--batch-check").split(b"\n")
        held = {line.split()[0].decode() for line in listed if line.split()[1:2] == [b"blob"]}
        start = time.perf_counter()
        read = {
            item.origin.object
            for item in History(repository).blobs(lambda _: True)
            if isinstance(item, Blob) and item.origin.source is SourceKind.UNREACHABLE
        }
        seconds = time.perf_counter() - start
        unequal += read != held
        verdict = "equal" if read == held else f"{len(held - read)} not looked at, {len(read - held)} unknown to git"
        print(f"{repository.git_dir}: {len(held):,} blobs, {seconds:.1f} s, {verdict}")
    return 1 if unequal else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
