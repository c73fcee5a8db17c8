"""What revont-guard can do, as functions: typed, documented, stable. The command line only parses and prints."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from revont_guard import catalog, report
from revont_guard import scan as loop
from revont_guard.detectors.keys import Match, examine
from revont_guard.detectors.prefilter import WordFilter
from revont_guard.detectors.redaction import masked_name
from revont_guard.detectors.shape import Opacity
from revont_guard.detectors.text import decode
from revont_guard.errors import GitError, UsageError
from revont_guard.model import Blob, Hit, Location, Report, Skipped, Source, SourceKind, Tally

if TYPE_CHECKING:
    from revont_guard.sources.git.repository import Repository

Watch = Callable[[str, Tally], None]
"""Told of each source as its reading begins: what it is, and the tally that grows meanwhile."""


def _unwatched(what: str, tally: Tally) -> None:
    return


def scan(
    paths: Sequence[Path],
    *,
    stdin: BinaryIO | None = None,
    stdin_name: str | None = None,
    staged: bool = False,
    cwd: Path | None = None,
    watch: Watch = _unwatched,
) -> Report:
    """The keys in files, folders and, if given, a binary stream.

    Paths in the report are relative to the folder, if one alone is named, else to the repository or folder that
    holds all. Of a named file the index's version is read where that is another one: it is what a commit would hold.
    ``staged``: instead of ``paths``, what is staged in the repository of ``cwd``, or of that what lies in ``paths``.
    Raises UsageError for a path that does not exist, GitError where the index cannot be read that was asked for.
    """
    from revont_guard.sources.files import scanned_root
    from revont_guard.sources.stdin import Stdin

    cwd = cwd or Path.cwd()
    gathered = _Gathered(watch)
    if staged:
        gathered.read("staged files", _staged(cwd, paths))
    elif paths:
        root = scanned_root(paths, cwd)
        for version in _other_versions(paths, gathered):
            gathered.read("staged files", version.source, _prefix(version.top, root))
            paths = [path for path in paths if path not in version.paths]
        if paths:
            gathered.read("files", gathered.files(paths, root, all_needed=False))
    if stdin is not None:
        gathered.read("standard input", Stdin(stdin, stdin_name))
    return gathered.report("scan")


def audit(
    repositories: Sequence[Path | str], *, history: bool = True, since: str | None = None, watch: Watch = _unwatched
) -> Report:
    """The keys in the worktree and in every object of each repository.

    A path inside a repository means that repository; without ``history`` a folder need not be in one. A string that
    is an https or ssh URL is cloned to a temporary mirror. ``since`` limits the history to what that revision does
    not reach. Paths of several repositories begin with the repository's own, as seen from the folder that holds all.
    Raises UsageError for a path that does not exist or an unknown revision, GitError where git cannot say what there
    is to read.
    """
    from revont_guard.sources.git import mirror

    gathered = _Gathered(watch)
    prefixes = _prefixes(repositories)
    for named, prefix in zip(repositories, prefixes, strict=True):
        if isinstance(named, str) and mirror.is_url(named):
            if not history:
                raise UsageError("a URL is cloned without files: --no-history leaves nothing to read")
            watch(mirror.shown(named), Tally())
            with mirror.cloned(named) as repository:
                _audit_history(repository, gathered, prefix, since)
            gathered.skip([mirror.SERVER_ONLY])
        else:
            _audit(Path(named), gathered, prefix, history, since)
    return gathered.report("audit")


def _prefixes(repositories: Sequence[Path | str]) -> list[str]:
    """What each repository's paths begin with: nothing for a single one."""
    from revont_guard.sources.git import mirror

    if len(repositories) < 2:
        return [""] * len(repositories)
    urls = [isinstance(named, str) and mirror.is_url(named) for named in repositories]
    folders = [Path(named).resolve() for named, url in zip(repositories, urls, strict=True) if not url]
    try:
        common = Path(os.path.commonpath(folders)) if folders else Path()
    except ValueError:  # on several drives
        common = Path()
    prefixes = []
    for named, url in zip(repositories, urls, strict=True):
        if url:
            prefixes.append(str(named).rstrip("/").rpartition("/")[2].removesuffix(".git") + "/")
        else:
            prefixes.append(_prefix(Path(named).resolve(), common))
    return prefixes


def explain(path: Path, line: int) -> tuple[list[Match], int]:
    """The candidates on the 1-based ``line`` of a file with their signals, and the score that a finding needs."""
    if not path.is_file():
        raise UsageError(f"{path} is no file" if path.exists() else f"no such file: {path}")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror}") from error
    if not 1 <= line <= max(1, len(decode(data).splitlines())):
        raise UsageError(f"{path} has no line {line}")
    knowledge = catalog.knowledge()
    blob = Blob(data, Location(SourceKind.WORKTREE, path.as_posix()))
    matches = examine(blob, knowledge, least=Opacity.TEXT)
    return [match for match in matches if match.line == line], knowledge.report


def _staged(cwd: Path, paths: Sequence[Path]) -> Source:
    """What is staged in the repository of ``cwd``, as far as it lies in ``paths``."""
    from revont_guard.sources.git.index import Entry, Staged, staged
    from revont_guard.sources.git.repository import discover, inside

    repository = discover(cwd)
    within = [name for path in paths if (name := inside(repository, path)) is not None]
    if len(within) < len(paths):
        raise UsageError(f"--staged is about the repository of {cwd}, and a named path lies outside of it")

    def wanted(item: Entry | Skipped) -> bool:
        name = item.path if isinstance(item, Entry) else item.what.encode("utf-8", "surrogateescape")
        return not within or any(name == top or top == b"." or name.startswith(top + b"/") for top in within)

    return Staged(repository, [item for item in staged(repository) if wanted(item)])


@dataclass(frozen=True, slots=True)
class _Versions:
    """Those of the named ``paths`` of which the index of the repository at ``top`` holds another version."""

    top: Path
    paths: frozenset[Path]
    source: Source


def _other_versions(paths: Sequence[Path], gathered: _Gathered) -> Iterator[_Versions]:
    """The named files to be read from an index. Where git cannot tell, what is on disk is read, and that is said."""
    from revont_guard.sources.git import glance

    files = [path for path in paths if path.is_file()]
    if glance.holds_no_other([str(path) for path in files]):
        return
    from revont_guard.sources.git.index import Staged, differing
    from revont_guard.sources.git.repository import discover, inside

    by_repository: dict[Repository, dict[bytes, Path]] = {}
    try:
        for path in files:
            if not glance.holds_no_other([str(path)]) and (name := inside(repository := discover(path), path)):
                by_repository.setdefault(repository, {})[name] = path
        for repository, names in by_repository.items():
            found = differing(repository, names)
            entries = [entry for versions in found.values() for entry in versions]
            if entries and repository.worktree is not None:
                yield _Versions(
                    repository.worktree, frozenset(names[name] for name in found), Staged(repository, entries)
                )
    except GitError as error:
        gathered.skip([Skipped("staged versions of the named files", f"what is on disk was read: {error}", False)])


def _prefix(top: Path, root: Path) -> str:
    """What leads from ``root`` to a repository's ``top`` in a shown path: nothing where they are the same."""
    try:
        between = top.relative_to(root.resolve()).as_posix()
    except ValueError:
        return ""
    return "" if between == "." else between + "/"


def _audit(path: Path, gathered: _Gathered, prefix: str, history: bool, since: str | None) -> None:
    from revont_guard.sources.git.repository import NotARepository, discover

    try:
        repository = discover(path)
    except NotARepository as error:
        if history:
            raise GitError(f"{error}; `audit --no-history` and `scan` read a folder without git") from error
        root = path if path.is_dir() else path.parent
        gathered.read("files", gathered.files([path], root, all_needed=True), prefix)
        return
    if repository.worktree is not None:
        top = repository.worktree
        gathered.read("files", gathered.files([top], top, all_needed=True), prefix)
    if history:
        _audit_history(repository, gathered, prefix, since)
        if since is None:
            _audit_submodules(repository, gathered, prefix)


def _audit_submodules(repository: Repository, gathered: _Gathered, prefix: str) -> None:
    """The history of each submodule that is checked out; its files were read with those round them."""
    from revont_guard.sources.git.index import submodules
    from revont_guard.sources.git.repository import discover

    if repository.worktree is None:
        return
    for name in submodules(repository):
        path = repository.worktree / name
        if (path / ".git").exists():
            try:
                inner = discover(path)
                _audit_history(inner, gathered, f"{prefix}{name}/", None)
                _audit_submodules(inner, gathered, f"{prefix}{name}/")
            except GitError as error:
                why = f"the history of the submodule was not read: {error}"
                gathered.skip([Skipped(prefix + name, why, blocking=True)])
        else:
            gathered.skip([Skipped(prefix + name, "a submodule that is not checked out", blocking=False)])


def _audit_history(repository: Repository, gathered: _Gathered, prefix: str, since: str | None) -> None:
    from revont_guard.sources.git.objects import History
    from revont_guard.sources.git.since import Since

    objects = History(repository, Since(known=(since,)) if since is not None else None)
    hits = gathered.hits("history", objects, prefix)
    gathered.add(_attributed(repository, hits, gathered), prefix)


def _attributed(repository: Repository, hits: Iterable[Hit], gathered: _Gathered) -> Iterator[Hit]:
    """Each hit in an object at every place of the history that has the object; no git runs without a hit."""
    from revont_guard.sources.git.attribution import attribute
    from revont_guard.sources.git.index import staged_as

    hits = list(hits)
    if not hits:
        return
    ids = {hit.location.object for hit in hits if hit.location.object and not _is_name(hit.location)}
    found = attribute(
        repository, ids, {hit.location.path for hit in hits if hit.location.path and _is_name(hit.location)}
    )
    gathered.skip(found.skipped)
    lost = {oid for oid, places in found.objects.items() if places[0].source is SourceKind.UNREACHABLE}
    objects = dict(found.objects) | staged_as(repository, lost)
    for hit in hits:
        at = hit.location
        if at.refs:
            yield hit
        elif _is_name(at):
            yield from (replace(hit, location=location) for location in found.names.get(at.path or "", (at,)))
        else:
            for location in objects.get(at.object or "", (at,)):
                yield replace(hit, location=replace(location, line=at.line, column=at.column, end_column=at.end_column))


def _is_name(at: Location) -> bool:
    """Whether a hit is the name of a file or folder in a tree, and not in what an object holds."""
    return at.source is SourceKind.MESSAGE and at.path is not None


@dataclass
class _Gathered:
    """What the sources of a run gave: hits, what was skipped, and how much was read."""

    watch: Watch

    def __post_init__(self) -> None:
        self._hits: list[Hit] = []
        self._skipped: list[Skipped] = []
        self._tallies: list[Tally] = []

    def hits(self, what: str, source: Source, prefix: str = "") -> list[Hit]:
        """The hits in a source, not yet added; what was skipped and read is."""
        self.watch(what, source.tally)
        self._tallies.append(source.tally)
        found = []
        for item in loop.scan(source.blobs(WordFilter()), catalog.knowledge()):
            match item:
                case Hit():
                    found.append(item)
                case Skipped():
                    self._skipped.append(replace(item, what=prefix + item.what))
        return found

    def read(self, what: str, source: Source, prefix: str = "") -> None:
        self.add(self.hits(what, source, prefix), prefix)

    def files(self, paths: Sequence[Path], root: Path, *, all_needed: bool) -> Source:
        """Files and folders as a source; ``all_needed``: what is too large, or hidden while git is silent, blocks."""
        from revont_guard.sources.files import Files
        from revont_guard.sources.git.index import tracked
        from revont_guard.sources.git.repository import discover

        def ask(folder: Path) -> frozenset[bytes] | None:
            try:
                return tracked(discover(folder))
            except GitError as error:
                why = f"git cannot tell what it tracks, so what .gitignore hides was not read: {error}"
                self.skip([Skipped(f"tracked files of {folder.name}", why, blocking=all_needed)])
                return None

        return Files(paths, root, tracked=ask, limits_block=all_needed)

    def add(self, hits: Iterable[Hit], prefix: str = "") -> None:
        for hit in hits:
            path = hit.location.path
            self._hits.append(
                replace(hit, location=replace(hit.location, path=prefix + path)) if prefix and path else hit
            )

    def skip(self, skipped: Iterable[Skipped]) -> None:
        self._skipped.extend(skipped)

    def report(self, command: str) -> Report:
        return report.assemble(command, self._hits, self._skipped, self._tallies, clean=_without_keys)


def _without_keys(name: str) -> str:
    return masked_name(name, catalog.knowledge())


@dataclass(frozen=True, slots=True)
class Failure:
    """An example in ``rules/lints.toml`` that its ``rule`` does not treat as it says."""

    rule: str
    path: str
    why: str


def check_rules() -> list[Failure]:
    """Runs the examples of every rule with a key made for the occasion."""
    failures = []
    for rule in catalog.rules().values():
        for example, wanted in [*((e, True) for e in rule.finds), *((e, False) for e in rule.ignores)]:
            data = example.text.replace("{key}", _sample_key()).encode()
            blob = Blob(data, Location(SourceKind.WORKTREE, example.path))
            hits = [hit for hit in loop.scan([blob], catalog.knowledge()) if isinstance(hit, Hit)]
            found = {finding.rule for finding in report.assemble("rules", hits, [], []).findings}
            if wanted and rule.id not in found:
                failures.append(Failure(rule.id, example.path, "does not report"))
            elif not wanted and rule.id in found:
                failures.append(Failure(rule.id, example.path, "should leave alone"))
    return failures


def _sample_key() -> str:
    """A random string as a key may be; the vendor documents no format."""
    from secrets import token_hex

    return token_hex(24)
