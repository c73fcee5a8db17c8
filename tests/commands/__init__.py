"""Running the command line in this process, from the same door as the console script."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from revont_guard.__main__ import main


@dataclass(frozen=True)
class Outcome:
    """How a run ended and what it said."""

    code: int
    out: str
    err: str


class Stream(io.TextIOWrapper):
    """A standard stream that keeps what is written, and may pretend to be a terminal."""

    def __init__(self, data: bytes = b"", *, terminal: bool = False, encoding: str = "utf-8") -> None:
        self._kept = io.BytesIO(data)
        self._terminal = terminal
        super().__init__(self._kept, encoding=encoding, newline="", write_through=True)

    def isatty(self) -> bool:
        return self._terminal

    @property
    def text(self) -> str:
        return self._kept.getvalue().decode(self.encoding, "surrogateescape")


def run(
    *arguments: str | Path, cwd: Path | None = None, stdin: bytes = b"", terminal: bool = False, encoding: str = "utf-8"
) -> Outcome:
    """``revont-guard ARGUMENTS`` in the folder ``cwd``; ``terminal``: both outputs are one, in ``encoding``."""
    out, err = (Stream(terminal=terminal, encoding=encoding) for _ in range(2))
    with pytest.MonkeyPatch.context() as patch, _inside(cwd):
        patch.setattr(sys, "argv", ["revont-guard", *map(str, arguments)])
        for name, stream in (("stdin", Stream(stdin)), ("stdout", out), ("stderr", err)):
            patch.setattr(sys, name, stream)
        code = 0
        try:
            main()
        except SystemExit as end:
            code = int(end.code or 0)
    return Outcome(code, out.text, err.text)


ROOT = Path(__file__).parents[2]


def start(*arguments: str | Path, **options: Any) -> subprocess.CompletedProcess[bytes]:
    """``python ARGUMENTS`` in a process of its own that finds this package; ``options`` as for subprocess.run."""
    environment = os.environ | {"PYTHONPATH": str(ROOT)} | options.pop("env", {})
    return subprocess.run([sys.executable, *map(str, arguments)], env=environment, check=False, timeout=60, **options)


@contextlib.contextmanager
def _inside(folder: Path | None) -> Iterator[None]:
    if folder is None:
        yield
    else:
        with contextlib.chdir(folder):
            yield
