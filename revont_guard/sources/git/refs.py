"""The names and logs through which a repository's commits are reached."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from revont_guard.errors import GitError
from revont_guard.model import SourceKind
from revont_guard.sources.git.repository import Repository, regular

_LONGEST_LOG = 256 << 20  # bytes


@dataclass(frozen=True, slots=True)
class Ref:
    """A name and the object that it stands for. ``name`` is short, as a person writes it; ``full`` is git's."""

    full: str
    name: str
    oid: str

    @property
    def kind(self) -> SourceKind:
        """What a commit is that only this ref reaches."""
        if self.full.startswith("refs/stash"):
            return SourceKind.STASH
        return SourceKind.NOTE if self.full.startswith("refs/notes/") else SourceKind.COMMIT

    @property
    def files(self) -> bool:
        """Whether its tip is something that people work on: a branch, a tag or HEAD."""
        return self.full.startswith(("refs/heads/", "refs/tags/", "refs/remotes/")) or self.full.endswith("HEAD")


@dataclass(frozen=True, slots=True)
class Logged:
    """One line of a reflog: the id that the ref got, and who did what."""

    name: str
    oid: str
    message: bytes


def refs(repository: Repository) -> list[Ref]:
    """Every ref that is not just another name for one, in git's order."""
    answer = repository.run("for-each-ref", "--format=%(objectname) %(refname) %(symref)")
    found = [line.split(b" ", 2) for line in answer.splitlines()]
    names = [(oid.decode(), name.decode("utf-8", "surrogateescape")) for oid, name, symref in found if not symref]
    twice = Counter(_short(name) for _, name in names)
    return [Ref(name, _short(name) if twice[_short(name)] == 1 else name[5:], oid) for oid, name in names]


def _short(name: str) -> str:
    for prefix in ("refs/heads/", "refs/tags/", "refs/remotes/", "refs/"):
        if name.startswith(prefix):
            return name[len(prefix) :]
    return name


def heads(repository: Repository) -> list[str]:
    """``HEAD`` of every worktree, as revisions; those that are unborn included."""
    worktrees = repository.common_dir / "worktrees"
    try:
        others = sorted(os.listdir(worktrees))
    except OSError:
        others = []
    return ["HEAD", "main-worktree/HEAD", *(f"worktrees/{name}/HEAD" for name in others if "\n" not in name)]


def stashes(repository: Repository) -> list[str]:
    """The commits of ``stash@{0}``, ``stash@{1}``…; only the first is reached by a ref."""
    try:
        return repository.run("rev-list", "--walk-reflogs", "refs/stash", "--").decode().split()
    except GitError:
        return []


def reflog(repository: Repository) -> Iterator[Logged]:
    """Every entry of every reflog.

    Log files are read as they are: git's own walk leaves out the entries whose commit is gone and the logs whose
    ref is gone, and just those may hold what somebody wanted to be rid of. Only reftable needs git to be read.
    """
    folders = [repository.common_dir / "logs", *sorted((repository.common_dir / "worktrees").glob("*/logs"))]
    for folder in folders:
        for parent, _, files in os.walk(folder):
            for name in sorted(files):
                path = Path(parent, name)
                yield from _log_file(path, _short(path.relative_to(folder).as_posix()))
    if (repository.common_dir / "reftable").is_dir():
        yield from _log_table(repository)


def _log_file(path: Path, name: str) -> Iterator[Logged]:
    """Lines of ``old new Name <mail> seconds zone<TAB>message``."""
    for line in (regular(path, _LONGEST_LOG) or b"").splitlines():
        _, oid, said = (*line.split(b" ", 2), b"", b"")[:3]
        yield Logged(name, oid.decode("ascii", "replace"), said)


def _log_table(repository: Repository) -> Iterator[Logged]:
    answer = repository.run("log", "--walk-reflogs", "--all", "--no-color", "--format=%H %gD%x00%gn <%ge>%x09%gs")
    for line in answer.splitlines():
        head, _, said = line.partition(b"\0")
        oid, _, name = head.decode("utf-8", "surrogateescape").partition(" ")
        yield Logged(_short(name.partition("@{")[0]), oid, said)
