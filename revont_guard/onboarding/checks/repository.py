"""The repository: whether it can be read, and whether all of it is here."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from revont_guard.errors import GitError
from revont_guard.onboarding.check import Check, State, Subject
from revont_guard.sources.git import process
from revont_guard.sources.git.repository import NotARepository, Repository, discover

_PATIENCE = 60.0  # seconds


def find(folder: Path) -> Repository | Check:
    """The repository of ``folder``, or the check that tells why there is none to be read."""
    try:
        return discover(folder)
    except NotARepository:
        what = "not in a git repository, so there is no history and no hook"
        return Check("repository", State.PROBLEM, what, "`git init`, or name a folder of a repository")
    except GitError as error:
        return Check("repository", State.PROBLEM, str(error), "mend the repository, or clone it again")


def ownership(subject: Subject) -> Iterator[Check]:
    """Whether git itself works here. Its refusal is not ours: see :mod:`revont_guard.sources.git.repository`."""
    try:
        process.run(("rev-parse", "--git-dir"), cwd=subject.top, env=users_environment(), seconds=_PATIENCE)
    except GitError as error:
        if "dubious ownership" not in str(error) and "unsafe repository" not in str(error):
            raise
        yield Check(
            "ownership",
            State.NOTE,
            "git refuses this repository, because it belongs to somebody else; revont-guard reads it all the same",
            "if you trust it: git config --global --add safe.directory " + str(subject.top),
        )
        return
    yield Check("ownership", State.OK, "git works here")


def clone(subject: Subject) -> Iterator[Check]:
    """What is missing would end an audit with exit code 3."""
    repository = subject.repository
    whole = True
    if repository.shallow:
        whole = False
        what = "shallow: the older history is not here, so `audit` ends with exit code 3"
        yield Check("clone", State.PROBLEM, what, "git fetch --unshallow")
    if repository.partial and _lacks_objects(repository):
        whole = False
        what = "partial: some objects are still with the server, so `audit` ends with exit code 3"
        yield Check("clone", State.PROBLEM, what, "git fetch --refetch --no-filter")
    if whole:
        yield Check("clone", State.OK, "the whole history is here")


def users_environment() -> dict[str, str]:
    """For a git that is asked what holds for this user: with their own configuration, unlike everywhere else."""
    environment = process.environment({})
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_NOSYSTEM"):
        del environment[name]
    return environment | {name: value for name, value in os.environ.items() if name.startswith("GIT_CONFIG_")}


def _lacks_objects(repository: Repository) -> bool:
    listed = repository.run("rev-list", "--objects", "--all", "--quiet", "--missing=print", seconds=_PATIENCE)
    return any(line.startswith(b"?") for line in listed.splitlines())
