"""Where objects with a hit really stand: path, earliest commit, date and refs.

Three passes over the commits, each one process, none of them without a hit: what came in where (``git log --raw``,
narrowed by git itself when there are few hits), which refs reach those commits, and what the tips still hold.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from typing import IO

from revont_guard.errors import GitError
from revont_guard.model import Location, Skipped, SourceKind
from revont_guard.sources.git import batch, reach
from revont_guard.sources.git.objects import LIMIT
from revont_guard.sources.git.reach import Reached, Tip
from revont_guard.sources.git.refs import Ref, refs
from revont_guard.sources.git.repository import Repository


@dataclass(frozen=True, slots=True)
class Attribution:
    """Locations by object id, and by entry name for names of files and folders; the earliest is first.

    Every id that was asked for is in ``objects``; a name that no commit of a ref holds is not in ``names``.
    ``skipped`` tells what went wrong; an object may then be known by its id alone though a commit holds it.
    """

    objects: dict[str, tuple[Location, ...]]
    names: dict[str, tuple[Location, ...]] = field(default_factory=dict)
    skipped: tuple[Skipped, ...] = ()


def attribute(repository: Repository, oids: Collection[str], names: Collection[str] = ()) -> Attribution:
    """Where the objects ``oids`` and the entries called ``names`` stand in history.

    A blob: one location per path, with the earliest commit in ``--topo-order --reverse`` that had it there; one that
    only a stash or a note reaches has that as its source. A commit: its message; a tag: its message, the commit
    that it names, and the tags that lead to it. A name: the path up to and with it, and the id of the folder's tree.
    """
    if not oids and not names:
        return Attribution({})
    wanted = frozenset(oids)
    try:
        return _attributed(repository, wanted, frozenset(name.encode("utf-8", "surrogateescape") for name in names))
    except GitError as error:
        return Attribution(
            {oid: (Location(SourceKind.UNREACHABLE, None, object=oid),) for oid in wanted},
            skipped=(_unknown(str(error)),),
        )


_Paths = dict[bytes, str]  # path → commit, in the order of the commits


@dataclass(slots=True)
class _Places:
    """First appearances of objects (by id) and of entries (by name): in ordinary history, and aside of it.

    Where git gave up on the way (``failure``) they are true as far as they go, since parents come first.
    """

    ordinary: dict[bytes, _Paths] = field(default_factory=lambda: defaultdict(dict))
    aside: dict[bytes, _Paths] = field(default_factory=lambda: defaultdict(dict))
    failure: str = ""

    def commits(self) -> set[str]:
        return {commit for part in (self.ordinary, self.aside) for paths in part.values() for commit in paths.values()}

    def located(self, key: bytes, commits: dict[str, Reached], oid: str | None, at_tip: bool | None) -> list[Location]:
        """One location per path, those in ordinary history before those that only a stash or note reaches."""
        ordinary = self.ordinary.get(key, {})
        apart = {path: commit for path, commit in self.aside.get(key, {}).items() if path not in ordinary}
        return [
            Location(
                commits[commit].kind,
                path.decode("utf-8", "surrogateescape"),
                commit=commit,
                object=oid,
                author_date=commits[commit].author_date,
                refs=commits[commit].refs,
                at_tip=at_tip,
            )
            for path, commit in (*ordinary.items(), *apart.items())
        ]


def _attributed(repository: Repository, oids: frozenset[str], names: frozenset[bytes]) -> Attribution:
    asked = sorted(oids)
    kinds = {oid: row[1] if row else "blob" for oid, row in zip(asked, batch.asked(repository, asked), strict=True)}
    blobs = frozenset(oid.encode() for oid in oids if kinds[oid] == "blob")
    found = refs(repository)
    ways = reach.tips(repository, found)
    places = _places(repository, ways, blobs, names)
    tags = _tags(repository, found, [oid for oid in asked if kinds[oid] == "tag"])
    messages = {oid: (oid, None) for oid in asked if kinds[oid] == "commit"} | tags
    commits = reach.reached(repository, ways, places.commits() | {commit for commit, _ in messages.values()})
    held = reach.held(repository, ways, blobs & places.ordinary.keys())
    direct = _direct(repository, found, blobs)
    located: dict[str, tuple[Location, ...]] = {}
    for oid in asked:
        match kinds[oid]:
            case "commit" | "tag":
                commit, tagged = messages[oid]
                located[oid] = (_message(oid, commit, tagged, commits),)
            case "tree":
                located[oid] = (Location(SourceKind.MESSAGE, None, object=oid),)
            case _:
                key = oid.encode()
                standing = (*places.located(key, commits, oid, key in held), *direct.get(oid, ()))
                located[oid] = standing or (Location(SourceKind.UNREACHABLE, None, object=oid),)
    named = _named(repository, {name: places.located(name, commits, None, None) for name in names})
    return Attribution(located, named, (_unknown(places.failure),) if places.failure else ())


def _unknown(reason: str) -> Skipped:
    return Skipped("git history", f"places unknown: {reason}", blocking=True)


_LOG = (
    "log", "--raw", "-z", "--diff-merges=separate", "--root", "--format=c%H", "--no-abbrev", "--no-renames",
    "--no-relative", "--no-ext-diff", "--no-textconv", "--no-color", "--no-notes", "--no-show-signature",
    "-O/dev/null", *reach.TOPOLOGICAL,
)  # fmt: skip
_FEW = 100  # ids on a command line; Windows allows 32,767 characters
_CHUNK = 1 << 20  # bytes


def _places(repository: Repository, ways: list[Tip], blobs: frozenset[bytes], names: frozenset[bytes]) -> _Places:
    """The one pass that looks at what each commit changed."""
    places = _Places()
    if not ways or not (blobs or names):
        return places
    aside = reach.aside(repository, ways)
    narrowed = [f"--find-object={oid.decode()}" for oid in blobs] if len(blobs) <= _FEW and not names else []
    seen: set[tuple[bytes, bool]] = set()
    with repository.running(*_LOG, *narrowed, stdin=reach.commits(ways)) as git:
        for commit, oid, path in _changes(git.stdout, repository.hash_length):
            apart = commit in aside
            part = places.aside if apart else places.ordinary
            if oid in blobs:
                part[oid].setdefault(path, commit.decode())
            if names and (path, apart) not in seen:
                seen.add((path, apart))
                for name in names:
                    for place in _up_to(name, path) if name in path else ():
                        part[name].setdefault(place, commit.decode())
        if (reason := git.finish()) and git.status != 0:
            places.failure = reason
    return places


def _changes(stdout: IO[bytes], hash_length: int) -> Iterator[tuple[bytes, bytes, bytes]]:
    """(commit, object, path) for whatever a commit has that one of its parents has not at that path."""
    new = slice(16 + hash_length, 16 + 2 * hash_length)  # `:100644 100644 <old> <new> M`
    commit = b""
    change: bytes | None = None
    for text in _fields(stdout):
        if change is not None:
            if change[-1:] != b"D" and change[8:14] != b"160000":
                yield commit, change[new], text
            change = None
        elif text.startswith(b"c"):
            commit = text[1:]
        else:
            change = text.removeprefix(b"\n")


def _fields(stdout: IO[bytes]) -> Iterator[bytes]:
    """What ends in a NUL."""
    rest = b""
    while chunk := stdout.read(_CHUNK):
        *whole, rest = (rest + chunk).split(b"\0")
        yield from whole


def _up_to(name: bytes, path: bytes) -> Iterator[bytes]:
    """``path`` up to and with each part that is ``name``."""
    parts = path.split(b"/")
    for number, part in enumerate(parts, start=1):
        if part == name:
            yield b"/".join(parts[:number])


def _message(oid: str, commit: str, named: tuple[str, ...] | None, commits: dict[str, Reached]) -> Location:
    """The text of a commit, or of a tag that goes by the names ``named``."""
    if (known := commits.get(commit)) is None:
        return Location(SourceKind.MESSAGE, None, object=oid, refs=named or ())
    return Location(
        SourceKind.MESSAGE,
        None,
        commit=commit,
        object=oid,
        author_date=known.author_date,
        refs=known.refs if named is None else named,
    )


_NESTED = 8  # tags of tags of tags that are followed


def _tags(repository: Repository, found: list[Ref], wanted: list[str]) -> dict[str, tuple[str, tuple[str, ...]]]:
    """For each tag object: the commit that it leads to (or ""), and the refs that lead to it, also by another tag."""
    if not wanted:
        return {}
    named: dict[str, set[str]] = defaultdict(set)
    level = [(ref.oid, ref.name) for ref in found]
    for _ in range(_NESTED):
        oids = sorted({oid for oid, _ in level})
        tags = [oid for oid, row in zip(oids, batch.asked(repository, oids), strict=True) if row[1:] == ["tag"]]
        targets = _targets(repository, tags)
        for oid, name in level:
            if oid in targets:
                named[oid].add(name)
        level = [(targets[oid], name) for oid, name in level if oid in targets]
        if not level:
            break
    commits = batch.asked(repository, [f"{oid}^{{commit}}" for oid in wanted])
    return {oid: (row[0] if row else "", tuple(sorted(named[oid]))) for oid, row in zip(wanted, commits, strict=True)}


def _targets(repository: Repository, tags: list[str]) -> dict[str, str]:
    """What each tag object stands for."""
    if not tags:
        return {}
    with repository.running("cat-file", "--batch", "--buffer", stdin=batch.lines(tags)) as git:
        return {
            oid.decode(): data[7 : 7 + repository.hash_length].decode("ascii", "replace")
            for oid, _, data in batch.objects(git.stdout, LIMIT)
            if data is not None and data.startswith(b"object ")
        }


def _direct(repository: Repository, found: list[Ref], blobs: frozenset[bytes]) -> dict[str, list[Location]]:
    """Where refs stand for a blob or a tree outright, as tags may."""
    if not blobs:
        return {}
    names: dict[tuple[str, str | None], list[str]] = defaultdict(list)
    peeled = batch.asked(repository, [f"{ref.oid}^{{}}" for ref in found])
    for ref, row in zip(found, peeled, strict=True):
        match row:
            case [oid, "blob"] if oid.encode() in blobs:
                names[oid, None].append(ref.name)
            case [tree, "tree"]:
                for path, oid in _files(repository, tree):
                    if oid.encode() in blobs:
                        names[oid, path].append(ref.name)
    located: dict[str, list[Location]] = defaultdict(list)
    for (oid, where), those in names.items():
        standing = Location(SourceKind.COMMIT, where, object=oid, refs=tuple(sorted(those)), at_tip=True)
        located[oid].append(standing)
    return located


def _files(repository: Repository, tree: str) -> Iterator[tuple[str, str]]:
    """(path, object) of all files under a tree."""
    for row in repository.run("ls-tree", "-r", "-z", "--full-tree", tree).split(b"\0")[:-1]:
        meta, _, path = row.partition(b"\t")
        yield path.decode("utf-8", "surrogateescape"), meta.split(b" ")[2].decode("ascii")


def _named(repository: Repository, places: dict[bytes, list[Location]]) -> dict[str, tuple[Location, ...]]:
    """Locations of entry names; the object is the tree in which the entry stands, where git can be asked for it."""
    everywhere = sorted({(place.commit or "", place.path or "") for those in places.values() for place in those})
    askable = [(commit, path) for commit, path in everywhere if "\n" not in path]
    rows = batch.asked(repository, [f"{commit}:{path.rpartition('/')[0]}" for commit, path in askable])
    trees = {where: row[0] for where, row in zip(askable, rows, strict=True) if row}
    return {
        name.decode("utf-8", "surrogateescape"): tuple(
            replace(place, source=SourceKind.MESSAGE, object=trees.get((place.commit or "", place.path or "")))
            for place in those
        )
        for name, those in places.items()
        if those
    }
