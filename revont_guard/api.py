"""What revont-guard can do, as functions: typed, documented, stable. The command line only parses and prints."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal

from revont_guard import catalog, config, report, rotation
from revont_guard import scan as loop
from revont_guard.detectors.keys import Match, examine
from revont_guard.detectors.redaction import masked, masked_name
from revont_guard.detectors.shape import Opacity
from revont_guard.detectors.text import decode
from revont_guard.errors import GitError, UsageError
from revont_guard.gathering import Gathered, Watch, below
from revont_guard.hints import Hints, Known
from revont_guard.liveness import Answers
from revont_guard.model import (
    NOT_CHECKED,
    Blob,
    Confidence,
    Coverage,
    Grant,
    GrantStatus,
    Hit,
    KeyKind,
    KeyRecord,
    Location,
    Notice,
    Report,
    Scope,
    Secret,
    Skipped,
    Source,
    SourceKind,
    Status,
    Tally,
)
from revont_guard.project import Options, Project, opened
from revont_guard.rotation import Rotation
from revont_guard.sources.walk import enclosing_top
from revont_guard.suppressions import baseline

if TYPE_CHECKING:
    from revont_guard.needs import Analysis
    from revont_guard.sources.git.repository import Repository
    from revont_guard.sources.git.since import Since
    from revont_guard.verify.endpoint import Endpoint, Proxy

_AS_THEY_ARE = Options()


def _unwatched(what: str, tally: Tally) -> None:
    return


def scan(
    paths: Sequence[Path],
    *,
    stdin: BinaryIO | None = None,
    stdin_name: str | None = None,
    staged: bool = False,
    cwd: Path | None = None,
    options: Options = _AS_THEY_ARE,
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
    gathered = Gathered(watch, suppressions=options.suppressions)
    project = None
    if staged:
        repository = _repository(cwd, paths)
        project = opened(repository.worktree, options)
        gathered.read("staged files", _staged(repository, paths, project), project)
    elif paths:
        root = scanned_root(paths, cwd)
        project = opened(root, options)
        gathered.whole_files = not project.inside and [path.resolve() for path in paths] == [root.resolve()]
        gathered.whole_history = enclosing_top(os.fsencode(root)) is None
        for version in _other_versions(paths, root, project, gathered):
            gathered.read("staged files", version.source, project, version.prefix)
            paths = [path for path in paths if path not in version.paths]
        if paths:
            gathered.read("files", gathered.files(paths, root, project, all_needed=False), project)
    if stdin is not None:
        project = project or opened(cwd, options)
        gathered.read("standard input", Stdin(stdin, stdin_name), project)
    return gathered.report("scan")


def audit(
    repositories: Sequence[Path | str],
    *,
    history: bool = True,
    since: str | None = None,
    outgoing: Outgoing | None = None,
    verification: Verification | None = None,
    options: Options = _AS_THEY_ARE,
    watch: Watch = _unwatched,
) -> Report:
    """The keys in the worktree and in every object of each repository.

    A path inside a repository means that repository; without ``history`` a folder need not be in one. A string that
    is an https or ssh URL is cloned to a temporary mirror. ``since`` limits the history to what that revision does
    not reach; ``outgoing`` reads that part of the history alone which a push would publish. ``verification``: the
    vendor is asked about each API key found on good grounds. Paths of several repositories begin with the repository's
    own, as seen from the folder that holds all.
    Raises UsageError for a path that does not exist or an unknown revision, GitError where git cannot say what there
    is to read.
    """
    from revont_guard.sources.git import mirror
    from revont_guard.sources.git.repository import discover

    gathered = Gathered(watch, suppressions=options.suppressions, limits_block=True)
    gathered.whole_files = gathered.published = outgoing is None
    gathered.whole_history = history and since is None and outgoing is None
    prefixes = _prefixes(repositories)
    held = []
    analyses: list[Analysis] = []
    for named, prefix in zip(repositories, prefixes, strict=True):
        if isinstance(named, str) and mirror.is_url(named):
            if not history:
                raise UsageError("a URL is cloned without files: --no-history leaves nothing to read")
            watch(mirror.shown(named), Tally())
            with mirror.cloned(named) as repository:
                _audit_history(repository, gathered, opened(None, options, prefix), prefix, _since(since))
            gathered.skip([mirror.SERVER_ONLY])
            held.append(False)
        elif outgoing is not None:
            repository = discover(Path(named))
            project = opened(repository.worktree, options, prefix)
            _audit_history(repository, gathered, project, prefix, _outgoing(repository, outgoing))
            held.append(False)
        else:
            held.append(_audit(Path(named), gathered, options, prefix, history, since, analyses))
    gathered.without_files = not any(held)

    def join(found: Report, clean: Callable[[str], str]) -> Report:
        from revont_guard import needs

        return needs.joined(found, analyses, clean)

    return gathered.report("audit", verification.ask if verification else None, join if analyses else None)


_REFUSED = replace(NOT_CHECKED, reason="it was not sent: you did not agree to that")


@dataclass(frozen=True, slots=True)
class Verification:
    """How the keys that are found are to be asked about: see :func:`verify` for ``where`` to ``remember``.

    ``consent``: told how many keys would be sent, and to which host, before the first is; False: none is.
    """

    consent: Callable[[int, str], bool]
    where: Endpoint | None = None
    proxy: Proxy | None = None
    remember: bool = False

    def ask_named(self, keys: Sequence[Known]) -> Answers:
        """One request for each key that the user names."""
        from revont_guard.inquiry import Inquiry

        inquiry = Inquiry(self.where, proxy=self.proxy, remember=self.remember)
        secrets = dict.fromkeys(key.secret for key in keys)
        if not self.consent(len(secrets), inquiry.host):
            return Answers(dict.fromkeys(secrets, _REFUSED))
        return Answers({secret: inquiry.ask(secret) for secret in secrets}, inquiry.requests)

    def ask(self, found: Mapping[Secret, Sequence[Hit]]) -> Answers:
        """One request for each API key that may be sent."""
        from revont_guard.inquiry import Inquiry

        inquiry = Inquiry(self.where, proxy=self.proxy, remember=self.remember)
        keys = {secret: hits for secret, hits in found.items() if any(hit.key.kind is KeyKind.API_KEY for hit in hits)}
        sendable = sum(inquiry.objection(hits) is None for hits in keys.values())
        if sendable and not self.consent(sendable, inquiry.host):
            return Answers(dict.fromkeys(keys, _REFUSED))
        grants = {secret: inquiry.ask_about(hits) for secret, hits in keys.items()}
        return Answers(grants, inquiry.requests)


@dataclass(frozen=True, slots=True)
class Outgoing:
    """What is about to be pushed: the revision ``tip``, less what ``known`` and the refs of ``remote`` reach.

    ``remote`` may be a pattern (``*``: every remote). ``known`` may be unknown here, as the remote may have moved on.
    """

    tip: str = "HEAD"
    remote: str = "*"
    known: str | None = None


def _outgoing(repository: Repository, outgoing: Outgoing) -> Since:
    from revont_guard.sources.git.since import Since, resolve

    known = []
    if outgoing.known is not None:
        try:
            known = [resolve(repository, outgoing.known)]
        except UsageError:
            known = []  # the remote has commits that were not fetched: what it has is told by its refs alone
    return Since(tuple(known), (outgoing.tip,), outgoing.remote)


def _since(revision: str | None) -> Since | None:
    from revont_guard.sources.git.since import Since

    return Since(known=(revision,)) if revision is not None else None


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


def _repository(cwd: Path, paths: Sequence[Path]) -> Repository:
    """The repository of ``cwd``, which must hold ``paths``."""
    from revont_guard.sources.git.repository import discover, inside

    repository = discover(cwd)
    if any(inside(repository, path) is None for path in paths):
        raise UsageError(f"--staged is about the repository of {cwd}, and a named path lies outside of it")
    return repository


def _staged(repository: Repository, paths: Sequence[Path], project: Project) -> Source:
    """What is staged in the repository, as far as it lies in ``paths``."""
    from revont_guard.sources.git.index import Entry, Staged, staged
    from revont_guard.sources.git.repository import inside

    within = [name for path in paths if (name := inside(repository, path)) is not None]

    def wanted(item: Entry | Skipped) -> bool:
        name = item.path if isinstance(item, Entry) else item.what.encode("utf-8", "surrogateescape")
        return not within or any(name == top or top == b"." or name.startswith(top + b"/") for top in within)

    return Staged(repository, [item for item in staged(repository) if wanted(item)], excluded=project.excluded)


@dataclass(frozen=True, slots=True)
class _Versions:
    """Those of the named ``paths`` of which an index holds another version; ``prefix`` leads to its repository."""

    prefix: str
    paths: frozenset[Path]
    source: Source


def _other_versions(paths: Sequence[Path], root: Path, project: Project, gathered: Gathered) -> Iterator[_Versions]:
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
                prefix = _prefix(repository.worktree, root)
                source = Staged(repository, entries, excluded=project.below(prefix))
                yield _Versions(prefix, frozenset(names[name] for name in found), source)
    except GitError as error:
        gathered.skip([Skipped("staged versions of the named files", f"what is on disk was read: {error}", False)])


def _prefix(top: Path, root: Path) -> str:
    """What leads from ``root`` to a repository's ``top`` in a shown path: nothing where they are the same."""
    try:
        between = top.relative_to(root.resolve()).as_posix()
    except ValueError:
        return ""
    return "" if between == "." else between + "/"


def _audit(
    path: Path,
    gathered: Gathered,
    options: Options,
    prefix: str,
    history: bool,
    since: str | None,
    analyses: list[Analysis],
) -> bool:
    """Audits what is at ``path``; whether there were files besides the history. Adds what its code does with keys."""
    from revont_guard.sources.git.repository import NotARepository, discover

    try:
        repository = discover(path)
    except NotARepository as error:
        if history:
            raise GitError(f"{error}; `audit --no-history` and `scan` read a folder without git") from error
        root = path if path.is_dir() else path.parent
        project = _knowing(root, opened(root, options, prefix), prefix, gathered, analyses)
        gathered.whole_files = gathered.whole_files and path.is_dir()
        gathered.whole_history = True
        gathered.read("files", gathered.files([path], root, project, prefix, all_needed=True), project, prefix)
        return True
    project = opened(repository.worktree, options, prefix)
    if (top := repository.worktree) is not None:
        project = _knowing(top, project, prefix, gathered, analyses)
        gathered.read("files", gathered.files([top], top, project, prefix, all_needed=True), project, prefix)
    if history:
        _audit_history(repository, gathered, project, prefix, _since(since))
        if since is None:
            _audit_submodules(repository, gathered, project, prefix)
    return top is not None


def _audit_submodules(repository: Repository, gathered: Gathered, project: Project, prefix: str) -> None:
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
                _audit_history(inner, gathered, project, f"{prefix}{name}/", None)
                _audit_submodules(inner, gathered, project, f"{prefix}{name}/")
            except GitError as error:
                why = f"the history of the submodule was not read: {error}"
                gathered.skip([Skipped(prefix + name, why, blocking=True)])
        else:
            gathered.skip([Skipped(prefix + name, "a submodule that is not checked out", blocking=False)])


def _knowing(top: Path, project: Project, prefix: str, gathered: Gathered, analyses: list[Analysis]) -> Project:
    """The project with the names and literals that its code sends to the vendor: they are looked for everywhere."""
    from revont_guard.needs import analysed

    found = analysed(top, project, gathered.watch, prefix)
    analyses.append(found)
    return project.knowing(found.learned, found.known)


def write_names(folder: Path, names: Sequence[str]) -> Path:
    """Adds ``names`` to the file of learned names at the top of the project of ``folder``."""
    from revont_guard.sources.git.repository import NotARepository, discover

    try:
        top = discover(folder).worktree or folder
    except NotARepository:
        top = folder
    path = top / config.NAMES
    before = (
        config.read(path) if os.path.lexists(path) else "# Names of Revont keys, learned from the code. One a line.\n"
    )
    gap = "" if before.endswith("\n") or not before else "\n"
    path.write_text(before + gap + "".join(f"{name}\n" for name in names), encoding="utf-8")
    return path


def _audit_history(
    repository: Repository, gathered: Gathered, project: Project, prefix: str, since: Since | None
) -> None:
    from revont_guard.sources.git.objects import History

    hits = gathered.hits("history", History(repository, since), project, prefix)
    gathered.add((below(prefix, hit) for hit in _attributed(repository, hits, gathered)), project)


def _attributed(repository: Repository, hits: Iterable[Hit], gathered: Gathered) -> Iterator[Hit]:
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
                there = replace(location, line=at.line, column=at.column, end_column=at.end_column, inner=at.inner)
                if at.source is SourceKind.MESSAGE:  # the name of a member of what the object holds
                    there = replace(there, source=at.source)
                yield replace(hit, location=there)


def _is_name(at: Location) -> bool:
    """Whether a hit is the name of a file or folder in a tree, and not in what an object holds."""
    return at.source is SourceKind.MESSAGE and at.path is not None and not at.inner


Expectation = Literal["active", "inactive", "read-only", "read-write"]


def _needed(top: Path | None, key: KeyRecord) -> Scope | None:
    """What the code below ``top`` needs of a key, by its names; None where that is not proved."""
    if top is None:
        return None
    names = {name.rpartition(".")[2] for name in key.names}
    needs = [record.need for record in scopes(top).keys if not names.isdisjoint(record.names)]
    if any(need.scope is Scope.READ_WRITE and need.confidence is Confidence.PROVED for need in needs):
        return Scope.READ_WRITE
    proved = needs and all(need.scope is Scope.READ_ONLY and need.confidence is Confidence.PROVED for need in needs)
    return Scope.READ_ONLY if proved else None


_LEAST_NAME = 6
"""Characters of a name that is looked for: a shorter one is a word of many meanings."""

NOT_AS_EXPECTED = "not-as-expected"
"""The kind of notice that names a key which is something else."""


def verify(
    keys: Sequence[Known],
    *,
    where: Endpoint | None = None,
    proxy: Proxy | None = None,
    remember: bool = False,
    expect: Expectation | None = None,
) -> Report:
    """Whether each key is alive and what it may do, told by one request for each distinct one.

    ``where``: the API, by default the vendor's own. ``remember``: answers are kept for some minutes, and those of
    before count, but not where something is expected. ``expect``: what every key should be; a notice names each that
    is not. A key of which it is not known leaves the report incomplete. Raises UsageError where a proxy would read the
    keys.
    """
    from revont_guard.inquiry import Inquiry
    from revont_guard.verify.advice import advice

    inquiry = Inquiry(where, proxy=proxy, remember=remember, fresh=expect is not None)
    named: dict[Secret, list[str]] = {}
    for key in keys:
        named.setdefault(key.secret, []).append(key.name)
    scopes = {scope.label: scope for scope in Scope}
    records, notices, unknown = [], [], []
    for secret, names in named.items():
        grant = inquiry.ask(secret)
        steps = tuple(advice(grant, catalog.vendor()))
        expected = scopes.get(expect) if expect else None
        records.append(KeyRecord(secret, tuple(names), KeyKind.API_KEY, (), steps, grant, expected))
        if grant.status is GrantStatus.UNKNOWN:
            unknown.append(Skipped(", ".join(names), grant.reason, blocking=True))
        elif expect and expect not in (grant.status, grant.scope.label if grant.scope else None):
            what = f"{grant.status}, {grant.scope.label}" if grant.scope else grant.status
            notices.append(Notice(NOT_AS_EXPECTED, f"{', '.join(names)} is {what}, and should be {expect}"))
    coverage = Coverage(requests=inquiry.requests, skipped=tuple(unknown))
    return Report("verify", (), tuple(records), tuple(notices), coverage)


def rotate(
    old: Known,
    new: Known,
    folder: Path,
    *,
    where: Endpoint | None = None,
    proxy: Proxy | None = None,
    watch: Watch = _unwatched,
) -> Report:
    """How far the rotation from one key to another is: two requests, and an audit of ``folder`` for the two values.

    Nothing that the project accepts or excludes counts, and nothing is changed. Without a git repository the files are
    read alone. The report has ``steps``, and of keys and findings those of the two. Raises UsageError where both are
    the same key.
    """
    from revont_guard.inquiry import Inquiry
    from revont_guard.sources.git.repository import NotARepository, discover

    if old.secret == new.secret:
        raise UsageError(f"{old.name} and {new.name} hold the same key: make a new one first")
    inquiry = Inquiry(where, proxy=proxy)
    try:
        top, history = discover(folder).worktree, True
    except NotARepository:
        top, history = folder if folder.is_dir() else folder.parent, False
    found = audit([folder], history=history, options=Options(suppressions=False, known=(old, new)), watch=watch)
    records = []
    for known in (new, old):  # a new one that does not work is to be known before anything is said of the old one
        at = next((record for record in found.keys if record.secret == known.secret), None)
        names = tuple(dict.fromkeys([known.name, *(at.names if at else ())]))
        grant = inquiry.ask(known.secret)
        records.append(KeyRecord(known.secret, names, KeyKind.API_KEY, at.locations if at else (), (), grant))
    untold = [
        Skipped(f"the answer of the API about {record.names[0]}", record.grant.reason, blocking=True)
        for record in records
        if record.grant.status is GrantStatus.UNKNOWN
    ]
    known_new, known_old = records
    state = Rotation(
        known_old,
        known_new,
        _mentions(top, known_old, found),
        need=_needed(top, known_old),
        history=history,
        complete=found.coverage.complete,
    )
    coverage = found.coverage
    return replace(
        found,
        command="rotate",
        findings=tuple(f for f in found.findings if f.key and f.key.secret in (old.secret, new.secret)),
        keys=(known_old, known_new),
        coverage=replace(coverage, requests=inquiry.requests, skipped=(*coverage.skipped, *untold)),
        steps=tuple(rotation.steps(state, catalog.vendor())),
    )


def _mentions(top: Path | None, key: KeyRecord, report: Report) -> list[Location]:
    """Where the files below ``top`` speak of a key's names, but for the lines where the key itself stands.

    Names of files are cleared of the keys of ``report``, as its own are.
    """
    from revont_guard.sources.words import places

    told = {(at.path, at.line) for at in key.locations}
    # Of `jobs.env.CALLS_TOKEN` the variable: programs know it by that alone.
    variables = [name for path in key.names if (name := path.rpartition(".")[2]).isupper()]
    names = dict.fromkeys([*key.names, *variables])
    found = places(top, [name for name in names if len(name) >= _LEAST_NAME]) if top else []
    keys = Hints(known=tuple(Known("", record.secret) for record in report.keys if record.secret))
    named = [replace(at, path=masked_name(keys.masked(at.path or ""), catalog.knowledge())) for at in found]
    return [at for at in named if (at.path, at.line) not in told]


def scopes(
    folder: Path,
    *,
    assume: Scope | None = None,
    keys: Sequence[Known] = (),
    verification: Verification | None = None,
    watch: Watch = _unwatched,
) -> Report:
    """What the code below ``folder`` needs of each key that it knows, and whether the key grants more or less.

    ``assume``: every key is taken for one of that scope. ``keys``: those of the environment, by the names of their
    variables; ``verification`` asks the vendor about them. A path inside a repository means that folder alone.
    """
    from revont_guard import needs

    grants: dict[str, Grant] = {}
    requests = 0
    if verification is not None:
        answers = verification.ask_named(keys)
        grants = {key.name: answers.grants[key.secret] for key in keys}
        requests = answers.requests
    return needs.report(
        folder, opened(folder if folder.is_dir() else folder.parent, _AS_THEY_ARE), assume, grants, requests, watch
    )


Change = Literal["create", "update", "prune"]


@dataclass(frozen=True, slots=True)
class Accepting:
    """A baseline to be written to ``path``: its ``text``, and how many entries came, went and stayed."""

    path: Path
    text: str
    added: int
    removed: int
    kept: int
    report: Report


def accept(
    folder: Path,
    change: Change,
    *,
    history: bool = True,
    reason: str | None = None,
    until: str | None = None,
    options: Options = _AS_THEY_ARE,
    watch: Watch = _unwatched,
) -> Accepting:
    """The baseline of the project at ``folder`` after an audit; nothing is written.

    ``create`` accepts what is found, ``update`` adds what is new to what was accepted, with ``reason`` and ``until``
    (``YYYY-MM-DD``); ``prune`` takes out what is found no more. Raises UsageError where the baseline is there already,
    or is not there; GitError where pruning would go by half an audit.
    """
    from revont_guard.sources.git.repository import NotARepository, discover

    try:
        top = discover(folder).worktree
    except NotARepository:
        top, history = folder, False
    if top is None and options.baseline is None:
        raise UsageError("a bare repository has no files, so none of ours counts there: name one with --baseline")
    path = options.baseline or (top or folder) / baseline.FILE
    if change == "create" and path.exists():
        raise UsageError(f"{path.name} is there already: `revont-guard baseline update` adds what is new")
    if change != "create" and not path.exists():
        raise UsageError(f"{path.name} is not there: `revont-guard baseline create` writes it")
    before = baseline.load(path) if change != "create" else {}
    options = replace(options, baseline=path if before else None, read_baseline=bool(before))
    found = audit([folder], history=history, options=options, watch=watch)
    if change == "prune":
        if not found.coverage.complete:
            raise GitError("not all could be read, so what is of no use any more cannot be told: see `audit`")
        there = {finding.fingerprint for finding in found.findings}
        blind = set() if history or enclosing_top(os.fsencode(folder.resolve())) is None else {"key-in-history"}
        after = {name: entry for name, entry in before.items() if name in there or entry.rule in blind}
    else:
        new = [finding for finding in found.findings if finding.status is Status.NEW]
        said = masked(reason, catalog.knowledge()) if reason else None
        after = {**before, **baseline.entries(new, said, until)}
    return Accepting(
        path=path,
        text=baseline.dump(after),
        added=len(after.keys() - before.keys()),
        removed=len(before.keys() - after.keys()),
        kept=len(after.keys() & before.keys()),
        report=found,
    )


@dataclass(frozen=True, slots=True)
class Written:
    """A file to be written, and its whole text."""

    path: Path
    text: str


def merging(path: Path) -> Written | None:
    """The .gitattributes beside a baseline at the top of a repository that lets git merge it; None if all is well."""
    attributes = path.parent / ".gitattributes"
    if path.name != baseline.FILE or not (path.parent / ".git").exists():
        return None
    try:
        before = attributes.read_bytes().decode("utf-8") if attributes.exists() else ""
    except (OSError, UnicodeDecodeError):
        return None
    if any(_is_merged(line.split()) for line in before.splitlines()):
        return None
    end = "\r\n" if "\r\n" in before else "\n"
    gap = "" if before.endswith("\n") or not before else end
    return Written(attributes, f"{before}{gap}{baseline.MERGED}{end}")


def _is_merged(words: Sequence[str]) -> bool:
    return bool(words) and words[0].removeprefix("/") == baseline.FILE and "merge=union" in words


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
