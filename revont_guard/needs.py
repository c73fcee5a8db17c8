"""What the files of a folder need of each key, as a report: files → usage → needs, compared with what keys grant."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from revont_guard import catalog
from revont_guard.config import Expectation, is_name
from revont_guard.detectors import words as spelling
from revont_guard.detectors.redaction import masked, masked_name
from revont_guard.flow.languages import language_of
from revont_guard.flow.lower import lower
from revont_guard.flow.shell import EXTENSIONS, lower_shell
from revont_guard.flow.tree import File
from revont_guard.gathering import Watch
from revont_guard.hints import Known
from revont_guard.model import (
    NO_NEED,
    NOT_CHECKED,
    Blob,
    Confidence,
    Coverage,
    Finding,
    Grant,
    GrantSource,
    GrantStatus,
    Key,
    KeyKind,
    KeyRecord,
    Location,
    Need,
    Notice,
    Report,
    Scope,
    Secret,
    Skipped,
    SourceKind,
    Tally,
    Unresolved,
    Verdict,
    digest,
)
from revont_guard.project import Project
from revont_guard.scope import verdict
from revont_guard.sources.files import Files
from revont_guard.usage.containers import given, images, is_container_file
from revont_guard.usage.inside import is_container
from revont_guard.usage.inside import programs as inside
from revont_guard.usage.knowledge import Conventions
from revont_guard.usage.needs import KeyUse, uses
from revont_guard.usage.selection import component
from revont_guard.usage.workflows import is_workflow, read

_LARGEST = 1 << 20
"""Bytes of one file that is analysed: programs that people write are smaller."""

_MOST_TOLD = 4
_MOST_SENT = 50
"""Literals that are looked for elsewhere."""

_TELL_THE_HOOK = "`revont-guard audit --write-names` lets the hook know it, too"

_VENDOR = b"revont"
_WORDS = re.compile(rb"\w+")
_SHELL = re.compile(rb"#!\S*(?:/|env )(?:ba|z|k|da)?sh\b")


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the code below a folder does with keys. ``learned``: names that only this tells to be keys', and where.

    ``sent``: literals that it sends to the vendor. ``policy``: what the project expects of each key. ``prefix``: what
    the paths of the report begin with.
    """

    uses: tuple[KeyUse, ...]
    learned: Mapping[str, Location]
    sent: tuple[Secret, ...]
    policy: Mapping[str, Expectation]
    notices: tuple[Notice, ...]
    tally: Tally
    skipped: tuple[Skipped, ...]
    prefix: str = ""

    @property
    def known(self) -> tuple[Known, ...]:
        """The literals, to be looked for everywhere."""
        return tuple(Known("", secret, "sent-by-code") for secret in self.sent[:_MOST_SENT])


def analysed(folder: Path, project: Project, watch: Watch, prefix: str = "") -> Analysis:
    """What the code below ``folder`` does with each key. Costs little where no file speaks of the vendor."""
    speaks = _speaking(project)
    policy, notices = _in_force(project.config.keys)
    skipped: list[Skipped] = []
    source = _files(folder, project, watch, prefix)
    for item in source.blobs(_anything):
        if isinstance(item, Skipped):
            skipped.append(item)
        elif speaks(item.data):
            break
    else:  # most trees end here, and nothing of them was kept
        return Analysis((), {}, (), policy, notices, source.tally, tuple(skipped), prefix)
    source = _files(folder, project, watch, prefix)
    texts, skipped = _texts(source, speaks)
    programs, unread = _programs(texts, project)
    definitions = [read(path, text.decode("utf-8", "replace")) for path, text in texts.items() if is_workflow(path)]
    own = images(texts, folder.resolve().name)
    definitions += [
        given(path, text.decode("utf-8", "replace"), own)
        for path, text in texts.items()
        if len(text) <= _LARGEST and not is_workflow(path) and is_container_file(path, text)
    ]
    workflows = [definition for definition in definitions if definition is not None]
    found = uses(programs, unread, catalog.knowledge(), project.config.names, workflows)
    sent = tuple(use.secret for use in found if use.sent and use.secret)
    learned = _learned(found, texts, project.config.names)
    return Analysis(tuple(found), learned, sent, policy, notices, source.tally, tuple(skipped), prefix)


def _files(folder: Path, project: Project, watch: Watch, prefix: str) -> Files:
    source = Files([folder], folder if folder.is_dir() else folder.parent, excluded=project.below(prefix))
    watch("code", source.tally)
    return source


def _texts(source: Files, speaks: Callable[[bytes], bool]) -> tuple[dict[str, bytes], list[Skipped]]:
    """What may have to do with keys: what speaks of the vendor, programs, definitions; and what was not read."""
    texts: dict[str, bytes] = {}
    skipped: list[Skipped] = []
    for item in source.blobs(_anything):
        match item:
            case Blob(origin=Location(path=str() as path, source=SourceKind.WORKTREE)):
                data = item.data
                if speaks(data) or _is_definition(path, data) or (len(data) <= _LARGEST and _is_program(path, data)):
                    texts[path] = data
            case Skipped():
                skipped.append(item)
    return texts, skipped


def _is_definition(path: str, text: bytes) -> bool:
    return is_workflow(path) or (len(text) <= _LARGEST and is_container_file(path, text))


def _speaking(project: Project) -> Callable[[bytes], bool]:
    """Whether a text speaks of the vendor, or of a key of a learned name."""
    words = [_VENDOR, *(name.lower().encode() for name in sorted(project.config.names))]

    def speaks(text: bytes) -> bool:
        small = text.lower()
        return any(word in small for word in words)

    return speaks


def _in_force(policy: Mapping[str, Expectation]) -> tuple[dict[str, Expectation], tuple[Notice, ...]]:
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    over = {name for name, entry in policy.items() if entry.until and entry.until < today}
    notices = tuple(
        Notice(
            "expired-policy", f"what is expected of {_clean(name)} counted until {policy[name].until}: look at it anew"
        )
        for name in sorted(over)
    )
    return {name: entry for name, entry in policy.items() if name not in over}, notices


def _learned(found: Sequence[KeyUse], texts: Mapping[str, bytes], known: Collection[str]) -> dict[str, Location]:
    """The names of variables and secrets that are sent to the vendor, and do not say so themselves.

    One that any program may use for its own, as ``API_TOKEN``, only where no other program in the tree speaks of it.
    """
    words = catalog.knowledge().words
    learned: dict[str, Location] = {}
    for use in found:
        if not use.sent or use.key.kind not in ("env", "ci-secret") or not use.locations:
            continue
        own = {at.path for at in use.locations}
        for full in sorted({use.key.name, *use.secrets}):
            name = full.rpartition(".")[2]
            split = spelling.split(name, words)
            if name in known or not is_name(name) or spelling.says_vendor(split, words):
                continue
            if spelling.names_other_vendor(split, words):
                continue
            entry = "." in full and not full.startswith(("secrets.", "vars."))
            anybodys = not set(split) - words.key - words.generic - words.password - words.webhook
            if anybodys and (entry or _is_elsewhere(name, own, texts)):
                continue
            learned.setdefault(name, _clear(use.locations[0]))
    return learned


def _is_elsewhere(name: str, own: Collection[str | None], texts: Mapping[str, bytes]) -> bool:
    others = (text for path, text in texts.items() if path not in own and language_of(path))
    return any(name.encode() in text and name.encode() in _WORDS.findall(text) for text in others)


def report(
    folder: Path, project: Project, assume: Scope | None, grants: Mapping[str, Grant], requests: int, watch: Watch
) -> Report:
    """The report of ``revont-guard scopes``. ``grants``: by the name of a variable, what its key may do."""
    found = analysed(folder, project, watch)
    records = [_record(use, found.policy, assume, grants) for use in found.uses]
    coverage = Coverage(found.tally.files, 0, 0, found.tally.bytes, requests, (*found.skipped, *_untold(grants)))
    return Report("scopes", tuple(_findings(records)), tuple(records), found.notices, coverage)


def joined(report: Report, analyses: Iterable[Analysis], clean: Callable[[str], str]) -> Report:
    """``report`` with what the code needs of each key, and with a record of each that only the code knows.

    ``clean`` takes keys out of a text.
    """
    records, notices, learned = list(report.keys), list(report.notices), []
    for analysis in analyses:
        notices += analysis.notices
        for name, where in analysis.learned.items():
            learned.append(clean(name))
            told = f"the code sends {clean(name)} to the vendor, so it was looked for everywhere; {_TELL_THE_HOOK}"
            notices.append(Notice("learned-name", told, _below(analysis.prefix, where, clean)))
        for use in analysis.uses:
            record = _placed(_record(use, analysis.policy, None, {}), analysis.prefix, clean)
            same = [at for at, known in enumerate(records) if _is_same(known, use)]
            for at in same:
                records[at] = _merged(records[at], record)
            if not same:
                records.append(record)
    return replace(
        report,
        keys=tuple(records),
        findings=(*report.findings, *_findings(records)),
        notices=tuple(notices),
        learned=tuple(dict.fromkeys(learned)),
    )


def _is_same(record: KeyRecord, use: KeyUse) -> bool:
    if use.secret is not None:
        return record.secret == use.secret
    names = {name.rpartition(".")[2] for name in (use.key.name, *use.secrets)}
    return record.kind is KeyKind.API_KEY and any(name.rpartition(".")[2] in names for name in record.names)


def _merged(record: KeyRecord, known: KeyRecord) -> KeyRecord:
    """What was found of a key, with what the code needs of it."""
    need = _both(record.need, known.need)
    grant = known.grant if record.grant.status is GrantStatus.NOT_CHECKED else record.grant
    names = dict.fromkeys([*record.names, *known.names])
    steps = dict.fromkeys([*record.next, *_needed(need)])
    told = verdict(need, grant)
    return replace(
        record, names=tuple(names), need=need, grant=grant, verdict=told, next=tuple(steps), expected=known.expected
    )


def _both(one: Need, other: Need) -> Need:
    """What code needs that does the one and the other."""
    if one == NO_NEED:
        return other
    calls = tuple(dict.fromkeys([*one.calls, *other.calls]))
    unresolved = tuple(dict.fromkeys([*one.unresolved, *other.unresolved]))
    writes = [need for need in (one, other) if need.scope is Scope.READ_WRITE]
    if writes:
        sure = any(need.confidence is Confidence.PROVED for need in writes)
        return Need(Scope.READ_WRITE, Confidence.PROVED if sure else Confidence.LIKELY, calls, unresolved)
    if one.scope is None or other.scope is None:
        return Need(None, None, calls, unresolved)
    reads = [need for need in (one, other) if need.scope is Scope.READ_ONLY]
    if not reads:
        return Need(Scope.NONE, None, calls, unresolved)
    sure = all(need.confidence is Confidence.PROVED for need in reads)
    return Need(Scope.READ_ONLY, Confidence.PROVED if sure else Confidence.LIKELY, calls, unresolved)


def _needed(need: Need) -> Iterator[str]:
    """What the need means for the next key."""
    reads = {(call.method, call.path) for call in need.calls if call.scope is Scope.READ_ONLY}
    writes = [call for call in need.calls if call.scope is Scope.READ_WRITE and call.context == "app"]
    if need.scope is Scope.READ_ONLY and need.confidence is Confidence.PROVED:
        yield f"Make the new key read-only: this tree only reads with it ({_endpoints(reads)})."
    elif need.scope is Scope.READ_WRITE and writes:
        at = writes[0].location
        keep = f"Keep a read-write key for {at.path}:{at.line} ({writes[0].method} {writes[0].path})"
        yield keep + (f"; a read-only one does for what is only read ({_endpoints(reads)})." if reads else ".")


def _endpoints(calls: Collection[tuple[str, str]]) -> str:
    told = [f"{method} {path}" for method, path in sorted(calls)]
    return ", ".join(told[:_MOST_TOLD]) + (f" and {len(told) - _MOST_TOLD} more" if len(told) > _MOST_TOLD else "")


def _placed(record: KeyRecord, prefix: str, clean: Callable[[str], str]) -> KeyRecord:
    """A record as the report of several projects has it."""

    def placed(at: Location) -> Location:
        return _below(prefix, at, clean)

    need = replace(
        record.need,
        calls=tuple(
            replace(call, path=clean(call.path), location=placed(call.location), chain=tuple(map(placed, call.chain)))
            for call in record.need.calls
        ),
        unresolved=tuple(Unresolved(clean(item.reason), placed(item.location)) for item in record.need.unresolved),
    )
    return replace(
        record, names=tuple(map(clean, record.names)), locations=tuple(map(placed, record.locations)), need=need
    )


def _below(prefix: str, at: Location, clean: Callable[[str], str]) -> Location:
    return replace(at, path=clean(prefix + at.path)) if at.path else at


def _anything(data: bytes) -> bool:
    return True


def _programs(texts: Mapping[str, bytes], project: Project) -> tuple[list[File], list[Unresolved]]:
    """What is a program and has to do with the vendor, lowered; and what speaks of the vendor and could not be."""
    conventions = Conventions.loaded()
    known = {path: text for path, text in texts.items() if _is_program(path, text)}
    names = [re.escape(name.encode()) for name in project.config.names]
    speaks = re.compile(b"|".join([rb"revont", *names]), re.IGNORECASE)
    chosen = component({path: text for path, text in known.items() if len(text) <= _LARGEST}, speaks)
    programs: list[File] = []
    unread: list[Unresolved] = []
    for path in sorted(chosen):
        language = language_of(path)
        programs.append(lower(known[path], path, language) if language else lower_shell(known[path], path))
    for path, text in sorted(texts.items()):
        if is_container(path) and len(text) <= _LARGEST and speaks.search(text):
            held = inside(path, text.decode("utf-8", "replace"))
            if held is not None:
                programs += held
                continue
        ending = PurePosixPath(path).suffix[1:]
        if path in known and len(text) > _LARGEST and speaks.search(text):
            unread.append(Unresolved("too large", _at(path)))
        elif path not in known and _is_own(path, conventions) and speaks.search(text):
            other = conventions.elsewhere.search(text) and ending not in conventions.documents
            if ending in conventions.unsupported or other:
                unread.append(Unresolved(f"unsupported language {PurePosixPath(path).name}", _at(path)))
    return programs, unread


def _is_own(path: str, conventions: Conventions) -> bool:
    return not is_workflow(path) and conventions.context(path) != "vendored"


def _is_program(path: str, text: bytes) -> bool:
    ending = PurePosixPath(path).suffix[1:]
    return language_of(path) is not None or ending in EXTENSIONS or (not ending and _SHELL.match(text) is not None)


def _at(path: str) -> Location:
    return Location(SourceKind.WORKTREE, path, 1, 1)


def _record(
    use: KeyUse, policy: Mapping[str, Expectation], assume: Scope | None, grants: Mapping[str, Grant]
) -> KeyRecord:
    need = _cleared(use.need)
    expected = _expected(use, policy)
    grant = _grant(use, expected, assume, grants)
    told = verdict(need, grant)
    names = () if use.secret else tuple(map(_clean, (*sorted(use.secrets), use.key.name)))
    steps = tuple(_next(use, told, need.scope))
    places = tuple(map(_clear, use.locations))
    wanted = expected.scope if expected else None
    return KeyRecord(use.secret, names, KeyKind.API_KEY, places, steps, grant, wanted, need, told)


def _expected(use: KeyUse, policy: Mapping[str, Expectation]) -> Expectation | None:
    names = (use.key.name, *sorted(use.secrets))
    return next((policy[name] for full in names for name in (full, full.rpartition(".")[2]) if name in policy), None)


def _cleared(need: Need) -> Need:
    """Without what may be a key in a name, a path or a reason: all of them are text of the scanned tree."""
    return replace(
        need,
        calls=tuple(
            replace(call, path=_clean(call.path), location=_clear(call.location), chain=tuple(map(_clear, call.chain)))
            for call in need.calls
        ),
        unresolved=tuple(Unresolved(_clean(item.reason), _clear(item.location)) for item in need.unresolved),
    )


def _clear(at: Location) -> Location:
    return replace(at, path=_clean(at.path)) if at.path else at


def _clean(text: str) -> str:
    return masked(masked_name(text, catalog.knowledge()), catalog.knowledge())


def _grant(use: KeyUse, expected: Expectation | None, assume: Scope | None, grants: Mapping[str, Grant]) -> Grant:
    if assume is not None:
        told = f"--assume says that every key is {assume.label}"
        return Grant(GrantStatus.ACTIVE, assume, told, GrantSource.ASSUMED, inferred=False)
    if use.key.name in grants or expected is None:
        return grants.get(use.key.name, NOT_CHECKED)
    said = [f"{what} {text}" for what, text in (("workspace", expected.workspace), ("owner", expected.owner)) if text]
    reason = "the policy says so" + (f" ({', '.join(said)})" if said else "")
    reason += f": {expected.reason}" if expected.reason else ""
    return Grant(GrantStatus.ACTIVE, expected.scope, _clean(reason), GrantSource.POLICY, inferred=False)


def _next(use: KeyUse, told: Verdict, need: Scope | None) -> Sequence[str]:
    settings = catalog.vendor().settings
    match told:
        case Verdict.OVER_SCOPED:
            return [f"Make a read-only key in {settings} for this code; `revont-guard rotate` checks each step."]
        case Verdict.UNDER_SCOPED:
            return [f"Give a read-write key to the part that writes, and to that alone: make one in {settings}."]
        case Verdict.NOT_CHECKED if need is Scope.READ_ONLY:
            return ["A read-only key is enough in this tree: `--verify --env NAME` tells whether it is one."]
        case Verdict.UNUSED:
            return ["Nothing in this tree makes a request with it: if nothing else does, delete it."]
        case _:
            return []


def _findings(records: Iterable[KeyRecord]) -> Iterator[Finding]:
    for record in records:
        rule = {Verdict.OVER_SCOPED: "over-scoped-key", Verdict.UNDER_SCOPED: "under-scoped-key"}.get(record.verdict)
        if rule is not None:
            yield _mismatch(record, rule)
        elif record.expected and record.grant.scope and record.grant.scope is not record.expected:
            yield _drift(record, record.grant.scope, record.expected)


def _mismatch(record: KeyRecord, rule: str) -> Finding:
    """What a key grants is not what the code needs."""
    calls = [call for call in record.need.calls if call.scope is record.need.scope] or list(record.need.calls)
    forcing = next((call for call in calls if call.context == "app"), calls[0])
    under = rule == "under-scoped-key"
    at = forcing.location if under or not record.locations else record.locations[0]
    need = record.need.scope
    assert need is not None
    why = f"in this tree {need.label} is enough"
    if under:
        why = f"{forcing.method} {forcing.path} needs {need.label}"
    flow = (*forcing.chain, forcing.location) if under and forcing.chain else ()
    return _finding(record, rule, why, at, flow)


def _drift(record: KeyRecord, scope: Scope, expected: Scope) -> Finding:
    """What a key grants is not what the policy says."""
    rule = "over-scoped-key" if scope is Scope.READ_WRITE else "under-scoped-key"
    at = record.locations[0] if record.locations else record.need.calls[0].location
    return _finding(record, rule, f"the policy expects {expected.label}", at, ())


def _finding(record: KeyRecord, rule: str, why: str, at: Location, flow: tuple[Location, ...]) -> Finding:
    told = catalog.rules()[rule]
    name = record.names[0] if record.names else None
    by_policy = record.grant.source is GrantSource.POLICY
    is_ = (
        f"By the policy it is {record.grant.scope.label}"
        if by_policy and record.grant.scope
        else f"It is {record.grant}"
    )
    key = Key(record.secret, record.kind, name) if record.secret else None
    named = digest("finding", rule, name or "", record.secret.fingerprint if record.secret else "")
    message = f"{told.title}: {name or 'a literal'}. {is_}; {why}."
    return Finding(rule, told.severity, message, at, key, (), named, flow=flow)


def _untold(grants: Mapping[str, Grant]) -> list[Skipped]:
    return [
        Skipped(f"the answer of the API about {name}", grant.reason, blocking=True)
        for name, grant in grants.items()
        if grant.status is GrantStatus.UNKNOWN and grant.source is not GrantSource.POLICY
    ]
