"""Looking only at what is new."""

from __future__ import annotations

from dataclasses import dataclass

from revont_guard.errors import UsageError
from revont_guard.sources.git.batch import asked
from revont_guard.sources.git.repository import Repository


@dataclass(frozen=True, slots=True)
class Since:
    """What is new: reached from ``tips`` and neither from ``known`` nor from the refs of ``remote``.

    Without ``tips`` everything counts that a ref, a HEAD or a stash reaches. A pre-push hook gives the pushed
    commits as ``tips`` and the name of the ``remote``. All are revisions in any spelling that git knows.
    """

    known: tuple[str, ...] = ()
    tips: tuple[str, ...] = ()
    remote: str | None = None


def resolve(repository: Repository, revision: str) -> str:
    """The id of the commit that ``revision`` names, else :class:`UsageError`. It is never read as an option."""
    if revision and not set(revision) & {"\n", "\0"}:
        match asked(repository, [f"{revision}^{{commit}}"]):
            case [[oid, "commit"]]:
                return oid
    raise UsageError(f"unknown revision: {revision!r}")
