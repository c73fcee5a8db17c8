"""What the files of a folder need of each key, as a report: files → usage → needs, compared with what keys grant."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from revont_guard import catalog
from revont_guard.detectors.redaction import masked, masked_name
from revont_guard.flow.languages import language_of
from revont_guard.flow.lower import lower
from revont_guard.flow.shell import EXTENSIONS, lower_shell
from revont_guard.flow.tree import File
from revont_guard.gathering import Watch
from revont_guard.model import (
    NOT_CHECKED,
    Blob,
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
    Report,
    Scope,
    Skipped,
    SourceKind,
    Unresolved,
    Verdict,
    digest,
)
from revont_guard.project import Project
from revont_guard.scope import verdict
from revont_guard.sources.files import Files
from revont_guard.usage.inside import is_container
from revont_guard.usage.inside import programs as inside
from revont_guard.usage.knowledge import Conventions
from revont_guard.usage.needs import KeyUse, uses
from revont_guard.usage.selection import component
from revont_guard.usage.workflows import is_workflow, read

_LARGEST = 1 << 20
"""Bytes of one file that is analysed: programs that people write are smaller."""

_SHELL = re.compile(rb"#!\S*(?:/|env )(?:ba|z|k|da)?sh\b")


def report(
    folder: Path, project: Project, assume: Scope | None, grants: Mapping[str, Grant], requests: int, watch: Watch
) -> Report:
    """The report of ``revont-guard scopes``. ``grants``: by the name of a variable, what its key may do."""
    source = Files([folder], folder if folder.is_dir() else folder.parent, excluded=project.excluded)
    watch("files", source.tally)
    texts: dict[str, bytes] = {}
    skipped: list[Skipped] = []
    for item in source.blobs(_anything):
        match item:
            case Blob(origin=Location(path=str() as path, source=SourceKind.WORKTREE)):
                texts[path] = item.data
            case Skipped():
                skipped.append(item)
    knowledge = catalog.knowledge()
    programs, unread = _programs(texts, project)
    definitions = [read(path, text.decode("utf-8", "replace")) for path, text in texts.items() if is_workflow(path)]
    workflows = [definition for definition in definitions if definition is not None]
    found = uses(programs, unread, knowledge, project.config.names, workflows)
    records = [_record(use, assume, grants) for use in found]
    coverage = Coverage(source.tally.files, 0, 0, source.tally.bytes, requests, (*skipped, *_untold(grants)))
    findings = tuple(finding for record in records if (finding := _finding(record)) is not None)
    return Report("scopes", findings, tuple(records), (), coverage)


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


def _record(use: KeyUse, assume: Scope | None, grants: Mapping[str, Grant]) -> KeyRecord:
    need = _cleared(use.need)
    grant = _grant(use, assume, grants)
    told = verdict(need, grant)
    names = () if use.secret else tuple(map(_clean, (*sorted(use.secrets), use.key.name)))
    steps = tuple(_next(use, told, need.scope))
    places = tuple(map(_clear, use.locations))
    return KeyRecord(use.secret, names, KeyKind.API_KEY, places, steps, grant, None, need, told)


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


def _grant(use: KeyUse, assume: Scope | None, grants: Mapping[str, Grant]) -> Grant:
    if assume is not None:
        told = f"--assume says that every key is {assume.label}"
        return Grant(GrantStatus.ACTIVE, assume, told, GrantSource.ASSUMED, inferred=False)
    return grants.get(use.key.name, NOT_CHECKED)


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


def _finding(record: KeyRecord) -> Finding | None:
    rule = {Verdict.OVER_SCOPED: "over-scoped-key", Verdict.UNDER_SCOPED: "under-scoped-key"}.get(record.verdict)
    if rule is None:
        return None
    told = catalog.rules()[rule]
    name = record.names[0] if record.names else None
    calls = [call for call in record.need.calls if call.scope is record.need.scope] or list(record.need.calls)
    at = calls[0].location if record.verdict is Verdict.UNDER_SCOPED or not record.locations else record.locations[0]
    need, grant = record.need.scope, record.grant.scope
    assert need is not None and grant is not None
    message = f"{told.title}: {name or 'a literal'}. It is {record.grant}; in this tree {need.label} is enough."
    if record.verdict is Verdict.UNDER_SCOPED:
        endpoint = f"{calls[0].method} {calls[0].path}"
        message = f"{told.title}: {name or 'a literal'}. It is {record.grant}; {endpoint} needs {need.label}."
    key = Key(record.secret, record.kind, name) if record.secret else None
    return Finding(
        rule,
        told.severity,
        message,
        at,
        key,
        (),
        digest("finding", rule, name or "", record.secret.fingerprint if record.secret else ""),
    )


def _untold(grants: Mapping[str, Grant]) -> list[Skipped]:
    return [
        Skipped(f"the answer of the API about {name}", grant.reason, blocking=True)
        for name, grant in grants.items()
        if grant.status is GrantStatus.UNKNOWN and grant.source is not GrantSource.POLICY
    ]
