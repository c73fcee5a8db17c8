"""The index: what the next commit will hold. Nothing here touches the work tree through git, so no filter runs."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from revont_guard.model import Blob, Location, Prefilter, Skipped, SourceKind, Tally
from revont_guard.sources.exclusion import Excluded, LeftOut, nothing
from revont_guard.sources.git import batch, lfs
from revont_guard.sources.git.objects import LIMIT
from revont_guard.sources.git.repository import Repository, regular


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the index: a path, relative to the top, and the object that it holds. ``stage`` is 0 to 3."""

    path: bytes
    oid: str
    stage: int = 0


def tracked(repository: Repository) -> frozenset[bytes]:
    """Every path of the index."""
    return frozenset(repository.run("ls-files", "-z").split(b"\0")[:-1])


def staged(repository: Repository) -> list[Entry | Skipped]:
    """What is staged against HEAD, or all of it before the first commit: what was added or changed.

    Of a conflict every stage. A submodule, and a file that was only announced (``git add --intent-to-add``), has
    no content in the index: such are :class:`Skipped`, and do not block, since the commit will not hold them.
    """
    base = _head(repository)
    conflicts: list[bytes] = []
    found: list[Entry | Skipped] = []
    announced: frozenset[bytes] | None = None
    for mode, oid, status, path in _diff(repository, base, "--ita-visible-in-index"):
        if status == "U":
            conflicts.append(path)
        elif status in "AMT":
            if oid == _object_id(repository, b"") and announced is None:
                announced = _announced(repository, base)
            if mode == _SUBMODULE:
                found.append(Skipped(_shown(path), "a submodule, scanned by itself", blocking=False))
            elif announced and path in announced:
                found.append(Skipped(_shown(path), "only announced (intent to add), not staged", blocking=False))
            else:
                found.append(Entry(path, oid))
    if conflicts:
        found += [entry for mode, entry in _listed(repository, "--unmerged") if mode != _SUBMODULE]
    return found


def submodules(repository: Repository) -> list[str]:
    """The paths at which the index has another repository."""
    return [_shown(entry.path) for mode, entry in _listed(repository, "--stage") if mode == _SUBMODULE]


def staged_as(repository: Repository, oids: Collection[str]) -> dict[str, tuple[Location, ...]]:
    """Where the index has the objects ``oids``, of those that it has: what no commit holds yet may be staged."""
    found: dict[str, tuple[Location, ...]] = {}
    if oids and repository.worktree is not None:
        for _, entry in _listed(repository, "--stage"):
            if entry.oid in oids:
                place = Location(SourceKind.INDEX, _shown(entry.path), object=entry.oid)
                found[entry.oid] = (*found.get(entry.oid, ()), place)
    return found


def differing(repository: Repository, paths: Collection[bytes]) -> dict[bytes, tuple[Entry, ...]]:
    """Of the work tree's files ``paths`` (relative to the top), those of which the index holds another version.

    That version is given; of a conflict all stages. Line ends and Git LFS make no other version, and an announced
    file (``git add --intent-to-add``) has none, so its work tree file is the one to read.
    """
    wanted = frozenset(paths)
    if not wanted or repository.worktree is None:
        return {}
    short = sum(map(len, wanted)) < _SHORT
    listing = ("--", *(path.decode("utf-8", "surrogateescape") for path in wanted)) if short and os.name != "nt" else ()
    held: dict[bytes, list[Entry]] = {}
    for mode, entry in _listed(repository, "--stage", *listing):
        if (
            entry.path in wanted
            and mode != _SUBMODULE
            and (entry.stage or _differs(repository, repository.worktree, mode, entry))
        ):
            held.setdefault(entry.path, []).append(entry)
    empty = _object_id(repository, b"")
    if any(entry.oid == empty for entries in held.values() for entry in entries):
        for path in _announced(repository, _head(repository)):
            held.pop(path, None)
    return {path: tuple(entries) for path, entries in held.items()}


class Staged:
    """Entries of the index as a :class:`~revont_guard.model.Source`: their bytes, each entry by itself.

    The content that a pointer of Git LFS stands for is read in its place. An entry over ``limit`` bytes is
    Skipped and blocks only with ``limits_block``; one that is not in the object store always does.
    """

    def __init__(
        self,
        repository: Repository,
        entries: Iterable[Entry | Skipped] | None = None,
        limit: int = LIMIT,
        *,
        limits_block: bool = False,
        excluded: Excluded = nothing,
    ) -> None:
        """``entries``: what :func:`staged` gave, or those of :func:`differing`; by default all that is staged.

        ``excluded``: why a path is not to be read.
        """
        self.tally = Tally()
        self._repository = repository
        self._limit = limit
        self._limits_block = limits_block
        self._left_out = LeftOut(excluded)
        self._items = list(staged(repository) if entries is None else entries)

    def blobs(self, prefilter: Prefilter) -> Iterator[Blob | Skipped]:
        entries: list[Entry] = []
        for item in self._items:
            match item:
                case Entry():
                    if not self._left_out(item.path):
                        entries.append(item)
                case Skipped():
                    yield item
        yield from self._left_out.skipped()
        if not entries:
            return
        ids = (entry.oid.encode() + b"\n" for entry in entries)
        read = 0
        with self._repository.running("cat-file", "--batch", "--buffer", stdin=ids) as git:
            for entry, (_, kind, data) in zip(entries, batch.objects(git.stdout, self._limit), strict=False):
                read += 1
                yield from self._examine(entry, kind, data, prefilter)
            if reason := git.finish():
                yield Skipped("git index", reason, blocking=True)
            elif read < len(entries):
                yield Skipped("git index", "git ended too early", blocking=True)

    def _examine(self, entry: Entry, kind: bytes, data: bytes | None, prefilter: Prefilter) -> Iterator[Blob | Skipped]:
        if data is None:
            if kind == batch.MISSING:
                yield Skipped(_shown(entry.path), f"its object {entry.oid} is missing", blocking=True)
            else:
                why = f"larger than {self._limit >> 20} MiB"
                yield Skipped(_shown(entry.path), why, blocking=self._limits_block)
            return
        self.tally.files += 1
        self.tally.bytes += len(data)
        origin = Location(SourceKind.INDEX, _shown(entry.path), object=entry.oid)
        named = prefilter(entry.path)  # a name may say Revont where the content does not
        if named or prefilter(data):
            yield Blob(data, origin, tracked=True)
        if (content := lfs.pointer(data)) is not None:
            found = regular(lfs.stored(self._repository, content), self._limit)
            if found is None:
                yield Skipped(_shown(entry.path), "its Git LFS content is not here: `git lfs fetch`", blocking=True)
            elif named or prefilter(found):
                yield Blob(found, origin, tracked=True)


_SUBMODULE = "160000"
_LINK = "120000"
_SHORT = 8192  # characters of paths that go on a command line; beyond that the whole index is listed


def _shown(path: bytes) -> str:
    return path.decode("utf-8", "surrogateescape")


def _head(repository: Repository) -> str:
    """HEAD's commit, or the empty tree before the first one."""
    answer = repository.run("cat-file", "--batch-check", stdin=[b"HEAD^{commit}\n"]).split()
    return answer[0].decode() if len(answer) == 3 else _object_id(repository, b"", "tree")


def _object_id(repository: Repository, data: bytes, kind: str = "blob") -> str:
    return hashlib.new(repository.object_format, b"%s %d\0" % (kind.encode(), len(data)) + data).hexdigest()


def _diff(repository: Repository, base: str, announced: str) -> Iterator[tuple[str, str, str, bytes]]:
    """(mode, object, status, path) of what differs between ``base`` and the index."""
    fields = iter(
        repository.run(
            "diff-index", "--cached", "--raw", "-z", "--no-renames", "--no-abbrev", "--ignore-submodules=none",
            "--no-relative", "-O/dev/null", announced, base, "--",
        ).split(b"\0")[:-1]
    )  # fmt: skip
    for meta, path in zip(fields, fields, strict=True):
        _, mode, _, oid, status = meta.decode("ascii").split(" ")
        yield mode, oid, status[0], path


def _announced(repository: Repository, base: str) -> frozenset[bytes]:
    """The paths that were added with ``--intent-to-add``: git shows them in one of two views of the index only."""
    empty = _object_id(repository, b"")
    seen = {path for _, oid, status, path in _diff(repository, base, "--ita-visible-in-index") if oid == empty}
    real = {path for _, oid, status, path in _diff(repository, base, "--ita-invisible-in-index") if oid == empty}
    return frozenset(seen - real)


def _listed(repository: Repository, *options: str) -> Iterator[tuple[str, Entry]]:
    """(mode, entry) for lines of the index."""
    for line in repository.run("ls-files", "-z", "--full-name", *options).split(b"\0")[:-1]:
        meta, _, path = line.partition(b"\t")
        mode, oid, stage = meta.decode("ascii").split(" ")
        yield mode, Entry(path, oid, int(stage))


def _differs(repository: Repository, worktree: Path, mode: str, entry: Entry) -> bool:
    """Whether the work tree holds other bytes than the index, or none."""
    path = worktree / os.fsdecode(entry.path)
    try:
        if mode == _LINK and stat.S_ISLNK(path.lstat().st_mode):
            return _object_id(repository, os.fsencode(Path.readlink(path))) != entry.oid
    except OSError:
        return True
    data = regular(path, LIMIT)
    if data is None:
        return True
    return not any(_object_id(repository, form) == entry.oid for form in _forms(data))


def _forms(data: bytes) -> Iterator[bytes]:
    """The bytes that git may have stored for a file with ``data``."""
    yield data
    if b"\r\n" in data:
        yield data.replace(b"\r\n", b"\n")
    yield lfs.pointer_to(data)
