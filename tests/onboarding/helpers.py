"""Looking at one check of `doctor`."""

from __future__ import annotations

from pathlib import Path

from revont_guard.onboarding.check import Check, Look, Subject
from revont_guard.sources.git.repository import discover


def look_at(look: Look, folder: Path) -> list[Check]:
    """What ``look`` finds in the repository of ``folder``."""
    repository = discover(folder)
    return list(look(Subject(repository, repository.worktree or repository.git_dir)))


def states(checks: list[Check]) -> list[str]:
    return [str(check.state) for check in checks]
