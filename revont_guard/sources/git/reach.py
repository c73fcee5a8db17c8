"""Which refs reach a commit, and what their tips hold: one pass each, whatever the number of refs."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import compress

from revont_guard.model import SourceKind
from revont_guard.sources.git import batch
from revont_guard.sources.git.refs import Ref, heads, stashes
from revont_guard.sources.git.repository import Repository


@dataclass(frozen=True, slots=True)
class Tip:
    """A way into the history: a ref, a HEAD or an entry of the stash, and the commit that it stands for.

    ``kind`` is what a commit is that only this tip reaches; ``files`` whether people work on it (branch, tag, HEAD).
    """

    name: str
    kind: SourceKind
    files: bool
    commit: str


@dataclass(frozen=True, slots=True)
class Reached:
    """A commit that some tip reaches: its author's date (ISO 8601), the names of all those tips, and its kind."""

    author_date: str | None
    refs: tuple[str, ...]
    kind: SourceKind


TOPOLOGICAL = ("--topo-order", "--reverse", "--stdin")
"""How a pass goes through all commits, parents first. It is fed with :func:`commits`."""


def tips(repository: Repository, found: Sequence[Ref]) -> list[Tip]:
    """Every way into the history. A HEAD counts by itself only where no ref stands for the same commit."""
    others = heads(repository)
    peeled = batch.asked(repository, [f"{name}^{{commit}}" for name in (*(ref.oid for ref in found), *others)])
    of_refs, of_heads = peeled[: len(found)], peeled[len(found) :]
    ways = [Tip(ref.name, ref.kind, ref.files, row[0]) for ref, row in zip(found, of_refs, strict=True) if row]
    known = {tip.commit for tip in ways if tip.files}
    for head, row in zip(others, of_heads, strict=True):
        if row and row[0] not in known:
            known.add(row[0])
            ways.append(Tip(head, SourceKind.COMMIT, True, row[0]))
    if any(tip.kind is SourceKind.STASH for tip in ways):
        for number, commit in enumerate(stashes(repository)[1:], start=1):
            ways.append(Tip(f"stash@{{{number}}}", SourceKind.STASH, False, commit))
    return ways


def commits(ways: Sequence[Tip]) -> Iterator[bytes]:
    """What to feed a :data:`TOPOLOGICAL` pass with.

    In the order of ``--all``, so that the commits come in that order too. But ``--all`` itself gives up at the
    first ref that leads nowhere.
    """
    return batch.lines([tip.commit for tip in ways])


def aside(repository: Repository, ways: Sequence[Tip]) -> frozenset[bytes]:
    """The commits that stashes and notes reach and nothing else does."""
    special = [tip.commit for tip in ways if tip.kind is not SourceKind.COMMIT]
    if not special:
        return frozenset()
    ordinary = [f"^{tip.commit}" for tip in ways if tip.kind is SourceKind.COMMIT]
    return frozenset(repository.run("rev-list", "--stdin", stdin=batch.lines([*special, *ordinary])).split())


def reached(repository: Repository, ways: Sequence[Tip], wanted: Collection[str]) -> dict[str, Reached]:
    """Those of the commits ``wanted`` that a tip reaches, with every tip that does.

    Parents come before children, and each commit hands on to its children, as bits of one number, which of the
    wanted ones it reaches. So the cost does not grow with the number of refs.
    """
    if not wanted or not ways:
        return {}
    numbers = {commit.encode(): number for number, commit in enumerate(wanted)}
    masks: dict[bytes, int] = {}
    shared: dict[int, int] = {}  # most neighbours have the same mask: kept once
    dates: dict[bytes, str] = {}
    with repository.running(
        "log", *TOPOLOGICAL, "--format=%H %aI %P", "--no-color", "--no-notes", "--no-show-signature", "--no-patch",
        stdin=commits(ways),
    ) as git:  # fmt: skip
        for line in git.stdout:
            commit, date, *parents = line[:-1].split(b" ")
            mask = 0
            for parent in parents:
                mask |= masks.get(parent, 0)
            if commit in numbers:
                mask |= 1 << numbers[commit]
                dates[commit] = date.decode()
            if mask:
                masks[commit] = shared.setdefault(mask, mask)
        git.expect_success()
    ordered = sorted(ways, key=lambda tip: tip.name)
    names, kinds = [tip.name for tip in ordered], [tip.kind for tip in ordered]
    of_tips = [masks.get(tip.commit.encode(), 0) for tip in ordered]
    rows = {mask: format(mask, f"0{len(numbers)}b")[::-1] for mask in of_tips}
    found = {}
    same: dict[str, tuple[tuple[str, ...], SourceKind]] = {}  # neighbours are reached by the same tips
    for one, column in zip(numbers, zip(*(rows[mask] for mask in of_tips), strict=True), strict=True):
        digits = "".join(column)
        if "1" in digits:
            if digits not in same:
                through = [digit == "1" for digit in column]
                same[digits] = tuple(compress(names, through)), _kind(set(compress(kinds, through)))
            found[one.decode()] = Reached(dates[one] or None, *same[digits])
    return found


def _kind(kinds: Collection[SourceKind]) -> SourceKind:
    """What tips of ``kinds`` together make a commit."""
    return next(kind for kind in (SourceKind.COMMIT, SourceKind.STASH, SourceKind.NOTE) if kind in kinds)


def held(repository: Repository, ways: Sequence[Tip], blobs: Collection[bytes]) -> frozenset[bytes]:
    """Those of ``blobs`` that the tip of a branch or tag, or a HEAD, still holds. Shared folders are read once."""
    commits = [tip.commit for tip in ways if tip.files]
    if not commits or not blobs:
        return frozenset()
    found = set()
    with repository.running(
        "rev-list", "--objects", "--no-walk=unsorted", "--no-object-names", "--missing=allow-any", "--stdin",
        stdin=batch.lines(commits),
    ) as git:  # fmt: skip
        for line in git.stdout:
            if line[:-1] in blobs:
                found.add(line[:-1])
                if len(found) == len(blobs):
                    return frozenset(found)
        git.expect_success()
    return frozenset(found)
