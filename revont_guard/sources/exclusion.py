"""Files that the configuration excludes: not read, but counted, each reason by itself."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator

from revont_guard.model import Skipped

Excluded = Callable[[str], str | None]
"""Why a path is excluded; None where it is not."""


def nothing(_: str) -> str | None:
    return None


class LeftOut:
    """Counts what ``excluded`` leaves out; ``what`` it is that is counted, in one and in many."""

    def __init__(self, excluded: Excluded, one: str = "file", many: str = "files") -> None:
        self._excluded = excluded
        self._what = (one, many)
        self._counts: Counter[str] = Counter()

    def __call__(self, path: bytes | str) -> bool:
        reason = self._excluded(os.fsdecode(path))
        if reason is not None:
            self._counts[reason] += 1
        return reason is not None

    def skipped(self) -> Iterator[Skipped]:
        for reason, count in sorted(self._counts.items()):
            yield Skipped(f"{count} {self._what[count > 1]}", f"excluded by the configuration: {reason}", False)
