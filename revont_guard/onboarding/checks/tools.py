"""The programs: this one, Python, git."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from pathlib import Path

from revont_guard import __version__
from revont_guard.errors import GitError
from revont_guard.onboarding.check import Check, State
from revont_guard.sources.git import process

_PATIENCE = 60.0  # seconds


def look() -> Iterator[Check]:
    yield Check("version", State.OK, f"revont-guard {__version__}")
    yield Check("python", State.OK, f"Python {platform.python_version()}")
    yield _git()


def _git() -> Check:
    mend = f"install git {process.OLDEST[0]}.{process.OLDEST[1]} or newer: https://git-scm.com/downloads"
    try:
        if reason := process.too_old():
            return Check("git", State.PROBLEM, reason, mend)
        told = process.run(("version",), cwd=Path(), env=process.environment({}), seconds=_PATIENCE)
    except GitError as error:
        return Check("git", State.PROBLEM, str(error), mend)
    return Check("git", State.OK, told.decode("utf-8", "replace").strip())
