"""Hits and what was read, joined into a Report: one finding a place, one record a key, and no key in any text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from fnmatch import fnmatchcase

from revont_guard import catalog
from revont_guard.model import (
    Coverage,
    Finding,
    Hit,
    Inner,
    Key,
    KeyKind,
    KeyRecord,
    Location,
    Notice,
    Report,
    Rule,
    Secret,
    Severity,
    Skipped,
    SourceKind,
    Status,
    Tally,
    digest,
)

_PRESENT = (SourceKind.WORKTREE, SourceKind.INDEX, SourceKind.STDIN)
_STEM = 8  # characters by which keys are looked up; none is shorter
_HELD: dict[bool | None, str] = {
    True: " A branch or tag still holds it.",
    False: " No branch or tag holds it any more.",
}


def assemble(
    command: str,
    hits: Iterable[Hit],
    skipped: Iterable[Skipped],
    tallies: Iterable[Tally],
    notices: Iterable[Notice] = (),
    clean: Callable[[str], str] = str,
    *,
    published: bool = True,
) -> Report:
    """The report of a run. The order of ``hits`` does not matter. ``published``: others may have the history already.

    Every text in it is cleared of the keys found. ``clean`` takes out of a name what may be a key besides.
    """
    hits = sorted(set(hits), key=_position)
    cleared = _Redaction({hit.key.secret for hit in hits}, clean)
    hits = [replace(hit, location=cleared.location(hit.location), key=cleared.key(hit.key)) for hit in hits]
    present = {hit.key.secret for hit in hits if is_present(hit.location)}
    findings: dict[tuple[object, ...], Finding] = {}
    for hit in hits:
        finding = _finding(hit, present)
        if finding is not None:
            first = findings.setdefault(_place(finding), finding)
            if first.allows != finding.allows:
                findings[_place(finding)] = replace(first, allows=(*first.allows, *finding.allows))
    read = list(tallies)
    return Report(
        command=command,
        findings=tuple(
            sorted(findings.values(), key=lambda f: (-f.severity, f.location.path or "", f.location.line or 0))
        ),
        keys=tuple(_records(hits, {finding.key.secret for finding in findings.values() if finding.key}, published)),
        notices=tuple(cleared.notice(notice) for notice in notices),
        coverage=Coverage(
            files=sum(tally.files for tally in read),
            commits=sum(tally.commits for tally in read),
            blobs=sum(tally.blobs for tally in read),
            bytes=sum(tally.bytes for tally in read),
            skipped=tuple(replace(item, what=cleared.text(item.what), why=cleared.text(item.why)) for item in skipped),
        ),
    )


def count_at_least(report: Report, severity: Severity) -> int:
    """How many new findings are as severe as ``severity`` or more."""
    return sum(finding.status is Status.NEW and finding.severity >= severity for finding in report.findings)


def _finding(hit: Hit, present: set[Secret]) -> Finding | None:
    """A hit in the files at hand is a finding; one in the history only where no file at hand holds the key."""
    rule = in_file = _rule(hit)
    if not is_present(hit.location):
        if hit.key.secret in present:
            return None
        rule = catalog.rules()["key-in-history"]
    named = f": {hit.key.name}" if hit.key.name else ""
    return Finding(
        rule=rule.id,
        severity=rule.severity,
        message=f"{rule.title}{named}.{_HELD.get(hit.location.at_tip, '')}",
        location=hit.location,
        key=hit.key,
        evidence=hit.evidence,
        fingerprint=fingerprint(rule.id, hit.key, hit.location.path or hit.location.object or ""),
        in_file=in_file.id if in_file is not rule else None,
        allows=hit.allows,
    )


def is_present(at: Location) -> bool:
    """Whether a place is in the files at hand. So is the name of such a file: names in the history are in objects."""
    return at.source in _PRESENT or (at.source is SourceKind.MESSAGE and at.object is None)


def fingerprint(rule: str, key: Key, where: str) -> str:
    """What names a finding: ``where`` is its path as it is shown, or the id of an object that has none."""
    return digest("finding", rule, key.secret.fingerprint, where)


def _rule(hit: Hit) -> Rule:
    """The most specific rule for a literal in a file: the first of ``lints.toml`` whose files it is one of."""
    paths = [hit.location.path or "", *(inner.path for inner in hit.location.inner)]
    other = "hardcoded-key" if hit.key.kind is KeyKind.WEBHOOK_SECRET else "hardcoded-webhook-secret"
    for rule in catalog.rules().values():
        if rule.id != other and any(_fits(path, glob) for glob in rule.files for path in paths):
            return rule
    raise AssertionError("hardcoded-key is about every file")


def _fits(path: str, glob: str) -> bool:
    """``*`` crosses folders, as ``**`` does: a glob without a slash is about the name alone."""
    return fnmatchcase(path if "/" in glob or glob == "**" else path.rsplit("/", 1)[-1], glob)


def _place(finding: Finding) -> tuple[object, ...]:
    """What makes two hits one finding: the place in a file, on disk or staged; in the history the path alone."""
    at = finding.location
    if finding.rule == "key-in-history":
        return (finding.fingerprint,)
    return (finding.fingerprint, at.line, at.column, at.inner)


def _records(hits: list[Hit], found: set[Secret], published: bool) -> Iterable[KeyRecord]:
    by_key: dict[Secret, list[Hit]] = {}
    for hit in hits:
        by_key.setdefault(hit.key.secret, []).append(hit)
    for secret, places in by_key.items():
        if secret in found:
            names = dict.fromkeys(hit.key.name for hit in places if hit.key.name)
            kind = places[0].key.kind
            locations = tuple(dict.fromkeys(hit.location for hit in places))
            yield KeyRecord(secret, tuple(names), kind, locations, tuple(_next(kind, locations, published)))


def _next(kind: KeyKind, locations: tuple[Location, ...], published: bool) -> Iterable[str]:
    vendor = catalog.vendor()
    present = [at for at in locations if is_present(at)]
    if kind is KeyKind.WEBHOOK_SECRET:
        yield f"Create the webhook anew ({vendor.name} shows its signing secret once)."
        yield "Give the new secret to the receiver at run time (environment or secret store)."
        yield "Delete the old webhook: from then on nothing that this secret signs is yours."
    else:
        yield f"Make a new key in {vendor.settings}, read-only if reading is all that the code does."
        yield "Put it where the program finds it at run time (environment or secret store), and check that it works."
        yield f"Delete the old key in {vendor.settings}; both work until then."
    if present:
        yield f"Replace the literal in {_places(present)} by a look-up."
    if len(present) < len(locations) and not published:
        yield "Take it out of the commits (`git commit --amend`, `git rebase --interactive`): then it is never pushed."
    elif len(present) < len(locations):
        yield "The history keeps the old value; once it is deleted at the vendor, that does no harm."


def _places(locations: list[Location]) -> str:
    paths = list(dict.fromkeys(at.path or "standard input" for at in locations))
    return paths[0] if len(paths) == 1 else f"{len(paths)} files"


def _position(hit: Hit) -> tuple[object, ...]:
    """Files at hand first, then the history as it came; within a file by position."""
    at = hit.location
    return (
        not is_present(at),
        at.path or "",
        at.line or 0,
        at.column or 0,
        at.source is SourceKind.INDEX,
        at.commit is None,
        at.author_date or "",
        at.commit or "",
        at.object or "",
        hit.key.secret.fingerprint,
        repr(hit),  # what is left to tell two hits apart, so that their order never depends on how they came
    )


class _Redaction:
    """Replaces keys in texts by their masks: a key that stands in a file may stand in a path or a branch name too."""

    def __init__(self, secrets: set[Secret], clean: Callable[[str], str]) -> None:
        self._clean = clean
        self._cleared: dict[str, str] = {}
        self._masks: dict[str, list[tuple[str, str]]] = {}
        for secret in sorted(secrets, key=lambda secret: -len(secret.reveal())):
            value = secret.reveal()
            self._masks.setdefault(value[:_STEM], []).append((value, secret.masked))

    def text(self, text: str) -> str:
        """``text`` without the keys; linear in its length, however many keys there are."""
        if (known := self._cleared.get(text)) is None:
            out, at = [], 0
            for start in range(len(text) - _STEM + 1):
                if start < at:
                    continue
                for value, masked in self._masks.get(text[start : start + _STEM], ()):
                    if text.startswith(value, start):
                        out += [text[at:start], masked]
                        at = start + len(value)
                        break
            known = self._cleared[text] = self._clean("".join([*out, text[at:]]))
        return known

    def notice(self, notice: Notice) -> Notice:
        at = notice.location
        return replace(notice, message=self.text(notice.message), location=self.location(at) if at else None)

    def key(self, key: Key) -> Key:
        return replace(key, name=self.text(key.name)) if key.name else key

    def location(self, at: Location) -> Location:
        return replace(
            at,
            path=self.text(at.path) if at.path else at.path,
            inner=tuple(Inner(self.text(inner.path), inner.line, inner.column) for inner in at.inner),
            refs=tuple(self.text(ref) for ref in at.refs),
        )
