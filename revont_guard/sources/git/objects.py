"""Everything that a repository's object store holds, each object once, and the names and logs around it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from revont_guard.errors import GitError
from revont_guard.model import Blob, Location, Prefilter, Skipped, SourceKind, Tally
from revont_guard.sources.git import batch, lfs, refs, text
from revont_guard.sources.git.repository import Repository, regular
from revont_guard.sources.git.since import Since, resolve

LIMIT = 256 << 20
"""Bytes; a larger object is reported and not looked at."""

SHALLOW = (
    "the clone is shallow, older history is not here: `git fetch --unshallow`, in GitHub Actions "
    "`fetch-depth: 0` for actions/checkout, in GitLab CI `GIT_DEPTH: 0`"
)
PROMISED = "left with the server by a partial clone: make a clone without `--filter`"


class History:
    """The object store as a :class:`~revont_guard.model.Source`.

    Every object counts, however it is (or is no longer) reached. A blob's content has a provisional origin, source
    UNREACHABLE with its object's id; :func:`~.attribution.attribute` tells where it really stands. A commit or tag
    is its text without ids and signature; a name in a tree that passes the prefilter is its own data and path, once:
    all with source MESSAGE and the object's id. What lies under such a name comes at the end, whatever it holds, with
    a provisional path from that name on. Ref names and reflog lines come with ``refs`` filled in, and need no
    attribution. An unknown revision in ``since`` is a :class:`UsageError`.
    """

    def __init__(self, repository: Repository, since: Since | None = None, limit: int = LIMIT) -> None:
        self.tally = Tally()
        self._repository = repository
        self._limit = limit
        self._since = since
        self._known = [resolve(repository, revision) for revision in since.known] if since else []
        self._tips = [resolve(repository, revision) for revision in since.tips] if since else []
        self._cut = _shallow_commits(repository)
        self._names: set[bytes] = set()
        self._named: dict[str, str] = {}  # object id → path from a name on that passed the prefilter
        self._news_ids: set[str] = set()
        self._pointers: set[str] = set()
        self._absent_content: list[str] = []
        self._missing: list[str] = []
        self._beyond_cut = False

    def blobs(self, prefilter: Prefilter) -> Iterator[Blob | Skipped]:
        """What passes ``prefilter``, and at the end what could not be read."""
        if self._since is None:
            yield from _unreadable_packs(self._repository)
            yield from self._everything(prefilter)
            yield from self._ref_names(prefilter)
            yield from self._reflog(prefilter)
        else:
            yield from self._news(self._since, prefilter)
        yield from self._below_names()
        yield from self._gaps()

    def _everything(self, prefilter: Prefilter) -> Iterator[Blob | Skipped]:
        """The whole store through one process, while a second one checks that what is referred to is there."""
        with ExitStack() as stack:
            check = stack.enter_context(
                self._repository.running("rev-list", "--objects", "--all", "--quiet", "--missing=print")
            )
            git = stack.enter_context(
                self._repository.running("cat-file", "--batch-all-objects", "--batch", "--unordered", "--buffer")
            )
            seen = _Count()
            yield from self._read(git.stdout, prefilter, seen)
            if reason := git.finish():
                yield Skipped("git objects", reason, blocking=True)
                if git.status is not None and git.status > 0:
                    yield from self._rest(prefilter, seen)
            self._missing += [line[1:].decode() for line in check.stdout.read().split() if line.startswith(b"?")]
            if reason := check.finish():
                yield Skipped("git history", reason, blocking=True)

    def _rest(self, prefilter: Prefilter, seen: _Count) -> Iterator[Blob | Skipped]:
        """What comes after an object that git cannot read, where it gives up: the list again, less that object."""
        with self._repository.running(
            "cat-file", "--batch-all-objects", "--batch-check=%(objectname)", "--unordered", "--buffer"
        ) as git:
            ids = git.stdout.read().split()
            git.finish()
        start = seen.objects
        if start and ids[start - 1 : start] != [seen.last]:
            start = 0  # the store has changed meanwhile: rather twice than not at all
        for _ in range(_PATIENCE):
            if start >= len(ids):
                return
            again = _Count()
            with self._repository.running("cat-file", "--batch", "--buffer", stdin=batch.lines(ids[start:])) as git:
                yield from self._read(git.stdout, prefilter, again)
                if not git.finish() and again.objects == len(ids) - start:
                    return
            start += again.objects
            if not again.objects:
                yield Skipped(f"object {ids[start].decode()}", "corrupt", blocking=True)
                start += 1
        yield Skipped(f"{len(ids) - start} git objects", "too much of the store is corrupt", blocking=True)

    def _news(self, since: Since, prefilter: Prefilter) -> Iterator[Blob | Skipped]:
        """What is new, from the one process that lists it through the one that prints it."""
        remote = ("--not", f"--remotes={since.remote}", "--not") if since.remote else ()
        tips = self._tips or refs.stashes(self._repository)
        listing = [] if self._tips else ["--all"]
        revisions = batch.lines([*tips, *(f"^{known}" for known in self._known)])
        with (
            self._repository.running(
                "rev-list", "--objects", "--no-object-names", "--missing=print", *listing, *remote, "--stdin",
                stdin=revisions,
            ) as lister,
            self._repository.running("cat-file", "--batch", "--buffer", stdin=lister.stdout) as git,
        ):  # fmt: skip
            yield from self._read(git.stdout, prefilter, _Count())
            for running in (lister, git):
                if reason := running.finish():
                    yield Skipped("git objects", reason, blocking=True)

    def _read(self, stdout: IO[bytes], prefilter: Prefilter, seen: _Count) -> Iterator[Blob | Skipped]:
        """Objects as they come: counted, and yielded when they pass."""
        tally = self.tally
        for oid, kind, data in batch.objects(stdout, self._limit):
            seen.objects += 1
            seen.last = oid
            if self._since is not None:
                self._news_ids.add(oid.decode())
            if data is None:
                if kind == batch.MISSING:
                    self._missing.append(oid.removeprefix(b"?").decode())
                else:
                    yield Skipped(f"object {oid.decode()}", f"larger than {self._limit >> 20} MiB", blocking=True)
            elif kind == b"blob":
                tally.blobs += 1
                tally.bytes += len(data)
                if len(data) < lfs.LONGEST and data.startswith(lfs.HEAD):
                    yield from self._pointed(oid, data, prefilter)
                if prefilter(data):
                    yield Blob(data, Location(SourceKind.UNREACHABLE, None, object=oid.decode()))
            elif kind == b"tree":
                if prefilter(data):
                    yield from self._tree(oid, data, prefilter)
            else:
                if kind == b"commit":
                    tally.commits += 1
                    self._beyond_cut |= oid in self._cut
                words = text.message(data)
                if prefilter(words):
                    yield Blob(words, _message(oid))

    def _pointed(self, oid: bytes, data: bytes, prefilter: Prefilter) -> Iterator[Blob | Skipped]:
        """The content that a pointer of Git LFS stands for, if it was fetched."""
        content = lfs.pointer(data)
        if content is None or content in self._pointers:
            return
        self._pointers.add(content)
        path = lfs.stored(self._repository, content)
        found = regular(path, self._limit)
        if found is None:
            self._absent_content.append(oid.decode())
        elif prefilter(found):
            yield Blob(found, Location(SourceKind.UNREACHABLE, None, object=oid.decode()))

    def _tree(self, oid: bytes, tree: bytes, prefilter: Prefilter) -> Iterator[Blob]:
        """The names in ``tree`` worth a look. A name stands in every later version of its folder: once is enough."""
        for mode, name, child in text.entries(tree, self._repository.hash_length // 2):
            if prefilter(name):
                path = name.decode("utf-8", "surrogateescape")
                if mode != text.SUBMODULE:
                    self._named.setdefault(child, path)
                if name not in self._names:
                    self._names.add(name)
                    yield Blob(name, Location(SourceKind.MESSAGE, path, object=oid.decode()))

    def _below_names(self) -> Iterator[Blob | Skipped]:
        """The contents under the names that passed: such a path speaks for what it leads to."""
        known: set[str] = set()
        while level := {oid: path for oid, path in self._named.items() if oid not in known}:
            known |= level.keys()
            self._named = {}
            asked = [oid for oid in level if self._since is None or oid in self._news_ids]
            with self._repository.running("cat-file", "--batch", "--buffer", stdin=batch.lines(asked)) as git:
                for oid, kind, data in batch.objects(git.stdout, self._limit):
                    path = level.get(oid.decode(), "")
                    if kind == b"tree" and data is not None:
                        for mode, name, child in text.entries(data, self._repository.hash_length // 2):
                            if mode != text.SUBMODULE:
                                self._named[child] = f"{path}/{name.decode('utf-8', 'surrogateescape')}"
                    elif kind == b"blob" and data is not None:
                        yield Blob(data, Location(SourceKind.UNREACHABLE, path, object=oid.decode()))
                if reason := git.finish():
                    yield Skipped("git objects", reason, blocking=True)

    def _ref_names(self, prefilter: Prefilter) -> Iterator[Blob | Skipped]:
        try:
            for ref in refs.refs(self._repository):
                name = ref.full.encode("utf-8", "surrogateescape")
                if prefilter(name):
                    yield Blob(name, Location(SourceKind.MESSAGE, None, object=ref.oid, refs=(ref.name,)))
        except GitError as error:
            yield Skipped("git refs", str(error), blocking=True)

    def _reflog(self, prefilter: Prefilter) -> Iterator[Blob | Skipped]:
        try:
            for entry in refs.reflog(self._repository):
                if prefilter(entry.message):
                    origin = Location(SourceKind.MESSAGE, None, object=entry.oid, refs=(entry.name,))
                    yield Blob(entry.message, origin)
        except GitError as error:
            yield Skipped("git reflogs", str(error), blocking=True)

    def _gaps(self) -> Iterator[Skipped]:
        """What had to be looked at and is not here."""
        if self._beyond_cut if self._since else self._repository.shallow:
            yield Skipped("older history", SHALLOW, blocking=True)
        if missing := sorted(set(self._missing)):
            why = PROMISED if self._repository.partial else "missing from the object store"
            yield Skipped(_counted(missing), why, blocking=True)
        if content := self._absent_content:
            why = "the content of Git LFS pointers is not here: `git lfs fetch --all`"
            yield Skipped(_counted(content), why, blocking=True)


@dataclass(slots=True)
class _Count:
    """How far a stream of objects was read."""

    objects: int = 0
    last: bytes = b""


_PATIENCE = 100  # unreadable objects before a store is given up
_NAMED = 3  # ids in a message that counts many


def _message(oid: bytes) -> Location:
    return Location(SourceKind.MESSAGE, None, object=oid.decode())


def _counted(ids: list[str]) -> str:
    more = f" and {len(ids) - _NAMED} more" if len(ids) > _NAMED else ""
    return f"{len(ids)} git object{'s' if len(ids) > 1 else ''}: {', '.join(ids[:_NAMED])}{more}"


def _shallow_commits(repository: Repository) -> frozenset[bytes]:
    """The commits whose parents were left out by a shallow clone."""
    if not repository.shallow:
        return frozenset()
    return frozenset((regular(repository.common_dir / "shallow", LIMIT) or b"").split())


def _unreadable_packs(repository: Repository) -> Iterator[Skipped]:
    """Packs that git passes over without a word: those that lack their index, or an index that lacks its pack."""
    packs = repository.common_dir / "objects" / "pack"
    names = {path.name for path in packs.glob("pack-*")} if packs.is_dir() else set()
    for name in sorted(names):
        stem = Path(name).stem
        if name.endswith(".pack") and f"{stem}.idx" not in names:
            yield Skipped(f"objects/pack/{name}", "it has no index: `git index-pack` makes one", blocking=True)
        elif name.endswith(".idx") and f"{stem}.pack" not in names:
            yield Skipped(f"objects/pack/{name}", "its pack is missing", blocking=True)
