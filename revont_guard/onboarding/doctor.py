"""`doctor` as a function: whether all that is to keep keys out of a project is in place, and works.

Nothing that the project configures is run: files are read, and git is asked what it knows, as everywhere else here.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from revont_guard.errors import ConfigError, GitError
from revont_guard.onboarding.changes import Untouchable
from revont_guard.onboarding.check import Check, Look, State, Subject
from revont_guard.onboarding.checks import hooks, pipelines, project, repository, tools

LOOKS: tuple[tuple[str, Look], ...] = (
    ("ownership", repository.ownership),
    ("clone", repository.clone),
    ("hook-config", hooks.config),
    ("hook-version", hooks.version),
    ("hook-installed", hooks.installed),
    ("ci", pipelines.present),
    ("ci-depth", pipelines.depth),
    ("env-files", project.env_files),
    ("configuration", project.configuration),
    ("baseline", project.baseline),
    ("detect-secrets", project.detect_secrets),
)


def examine(folder: Path) -> list[Check]:
    """Every check, in the order in which things are to be mended. UsageError where there is no such folder."""
    checks = [*tools.look()]
    found = repository.find(folder)
    if isinstance(found, Check):
        blind = any(check.state is State.PROBLEM for check in checks)
        return [*checks, replace(found, state=State.UNKNOWN) if blind else found]
    checks.append(Check("repository", State.OK, "readable"))
    subject = Subject(found, found.worktree or found.git_dir)
    for name, look in LOOKS:
        if found.worktree is None and look not in (repository.ownership, repository.clone):
            continue
        try:
            checks += look(subject)
        except (GitError, ConfigError, Untouchable) as error:
            checks.append(Check(name, State.UNKNOWN, str(error), "see whether the file can be read"))
    return checks
