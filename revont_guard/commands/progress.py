"""A line on the terminal while something long is read. It watches the tallies and costs the reader nothing."""

from __future__ import annotations

import sys
import threading
from types import TracebackType

from revont_guard.formats import summary
from revont_guard.model import Tally

_FIRST, _EVERY = 0.5, 0.2  # seconds


class Progress:
    """A context manager whose :meth:`watch` is handed to the api. Silent where standard error is no terminal."""

    def __init__(self, *, wanted: bool = True) -> None:
        self._shown = wanted and sys.stderr.isatty()
        self._told = False
        self._now: tuple[str, Tally] | None = None
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def watch(self, what: str, tally: Tally) -> None:
        self._now = (what, tally)

    def __enter__(self) -> Progress:
        if self._shown:
            self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """Ends it and clears its line; from then on the terminal is free."""
        self._done.set()
        if self._shown:
            self._thread.join()
        if self._told:
            self._told = False
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def _run(self) -> None:
        wait = _FIRST
        while not self._done.wait(wait):
            wait = _EVERY
            if self._now is not None:
                what, tally = self._now
                read = summary.read(tally.files, tally.bytes, tally.commits, tally.blobs)
                self._told = True
                sys.stderr.write(f"\r\x1b[KReading {what}: {read}")
                sys.stderr.flush()
