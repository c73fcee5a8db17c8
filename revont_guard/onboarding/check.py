"""What `doctor` finds out, as values."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from revont_guard.sources.git.repository import Repository


class State(StrEnum):
    """``UNKNOWN``: it could not be looked at. Only that and ``PROBLEM`` change the exit code."""

    OK = "ok"
    PROBLEM = "problem"
    NOTE = "note"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at: ``what`` it is like and, unless all is well, how to ``mend`` it."""

    name: str
    state: State
    what: str
    mend: str = ""


@dataclass(frozen=True, slots=True)
class Subject:
    """The repository that is looked at, and the top of its work tree."""

    repository: Repository
    top: Path


Look = Callable[[Subject], Iterator[Check]]
"""Looks at one thing. A GitError or ConfigError that it lets out means that it could not be looked at."""
