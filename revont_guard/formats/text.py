"""Text for people: by key, not by line. Where it stands, why it counts, what to do next, and what was read."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence

from revont_guard import catalog
from revont_guard.formats import outcome, summary
from revont_guard.formats.paint import BOLD, DIM, RED, YELLOW, Paint
from revont_guard.model import (
    NOT_CHECKED,
    Finding,
    KeyKind,
    KeyRecord,
    Location,
    Notice,
    Report,
    Severity,
    Skipped,
    SourceKind,
)

KINDS = {KeyKind.API_KEY: "API key", KeyKind.WEBHOOK_SECRET: "webhook signing secret"}
_COLORS = {Severity.CRITICAL: RED, Severity.HIGH: RED, Severity.MEDIUM: YELLOW}
_WIDTH = 110
_MOST_PLACES = 20
_MOST_REFS = 3
_COMMAND = re.compile(r"(?<!\S)::|##(?=\w*\[)")
"""How a line tells GitHub Actions (also ``##[``), Azure Pipelines (``##vso[``) or TeamCity to do something."""


def render(report: Report, *, color: bool = False) -> str:
    paint = Paint(color)
    keys = outcome.to_act_on(report)
    shared = outcome.shared_steps(record for record, _ in keys)
    lines: list[str] = []
    for record, findings in keys:
        lines += [*_key(record, findings, shared.get(record.kind, []), paint), ""]
    lines += [*_why(outcome.new(report.findings), paint), *_what_to_do([record for record, _ in keys], shared, paint)]
    lines += [*_others(report, paint), *map(_notice, report.notices), *_coverage(report, len(keys), paint)]
    return "\n".join(lines) + "\n"


def _key(record: KeyRecord, findings: list[Finding], shared: Sequence[str], paint: Paint) -> Iterator[str]:
    worst = max((finding.severity for finding in outcome.new(findings)), default=Severity.INFO)
    title = " ".join([f"Revont {KINDS[record.kind]}", ", ".join(map(visible, record.names))]).rstrip()
    yield f"{paint(_COLORS.get(worst, ''), worst.label.upper())}  {paint(BOLD, title)}  {record.secret or ''}"
    for finding in findings:
        if finding.suppression:
            yield paint(
                DIM, f"  {place(finding.location)}  {finding.rule} ({visible(outcome.told(finding.suppression))})"
            )
        else:
            yield f"  {paint(BOLD, place(finding.location))}  {finding.rule}"
            if finding.evidence:
                yield paint(DIM, f"    because {because(finding.evidence)}")
    if record.grant != NOT_CHECKED:
        yield f"  {record.grant}, because {visible(record.grant.reason)}"
    if record.need.calls:
        yield f"  {needs(record)}"
    told = {finding.location for finding in findings}
    rest = [location for location in record.locations if location not in told]
    for location in rest[:_MOST_PLACES]:
        yield f"  also {place(location)}"
    if len(rest) > _MOST_PLACES:
        yield f"  and {summary.counted(len(rest) - _MOST_PLACES, 'place')} more: --format json lists them all"
    for step in record.next:
        if step not in shared:
            yield f"  → {visible(step)}"


def needs(record: KeyRecord) -> str:
    """``needs read-only in this tree: GET /calls, GET /calls/{}``."""
    need = record.need
    if need.scope is None and need.unresolved:
        first = need.unresolved[0]
        return f"what it needs could not be determined: {visible(first.reason)}, at {place(first.location)}"
    calls = [call for call in need.calls if need.scope in (None, call.scope)] or need.calls
    if not calls:
        return "no request with it was found"
    endpoints = list(dict.fromkeys(f"{call.method} {visible(call.path)}" for call in calls))
    scope = need.scope.label if need.scope else "what could not be determined"
    more = f" and {len(endpoints) - _MOST_REFS} more" if len(endpoints) > _MOST_REFS else ""
    return f"needs {scope} in this tree: {', '.join(endpoints[:_MOST_REFS])}{more}"


def _others(report: Report, paint: Paint) -> Iterator[str]:
    """The keys that the code knows by their names alone."""
    others = [record for record in report.keys if record.secret is None]
    if others:
        yield paint(BOLD, "Keys that the code reads from outside (`revont-guard scopes` tells more):")
    mismatched = [finding for finding in outcome.new(report.findings) if finding.key is None]
    for record in others:
        yield f"  {', '.join(map(visible, record.names))}  {needs(record)}"
    yield from (
        f"  {finding.severity.label.upper()} {place(finding.location)} {visible(finding.message)}"
        for finding in mismatched
    )
    if others:
        yield ""


def _why(findings: Sequence[Finding], paint: Paint) -> Iterator[str]:
    known = catalog.rules()
    for rule in dict.fromkeys(finding.rule for finding in findings):
        first, *rest = _wrapped(f"{rule}: {known[rule].why}")
        yield from [paint(BOLD, rule) + first.removeprefix(rule), *rest]
    if findings:
        yield ""


def _what_to_do(records: Sequence[KeyRecord], shared: dict[KeyKind, list[str]], paint: Paint) -> Iterator[str]:
    for kind, steps in shared.items():
        many = sum(record.kind is kind for record in records) > 1
        dead = any(record.kind is kind and outcome.is_dead(record) for record in records)
        which = f"{'each' if many else 'the'} {KINDS[kind]}{' that is not dead' if dead else ''}"
        yield paint(BOLD, f"What to do with {which}:")
        yield from (f"  {number}. {visible(step)}" for number, step in enumerate(steps, 1))
        yield ""


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)


def place(at: Location) -> str:
    """``src/app.py:3:12``, with the commit and what still reaches it where that is known."""
    where = (
        visible(at.path)
        if at.path
        else {SourceKind.STDIN: "standard input", SourceKind.MESSAGE: "message"}.get(at.source, "object")
    )
    if at.source is SourceKind.MESSAGE and at.path:
        where = f"the name of {where}"
    for number in (at.line, at.column):
        where += f":{number}" if number is not None else ""
    where += "".join(f" → {visible(inner.path)}" + (f":{inner.line}" if inner.line else "") for inner in at.inner)
    if at.source is SourceKind.INDEX:
        where += " (staged)"
    if at.commit:
        where += f" in commit {at.commit[:12]}"
        where += f" of {at.author_date[:10]}" if at.author_date else ""
    elif at.object and at.source is not SourceKind.INDEX:
        where += f" in object {at.object[:12]}"
    if at.source is SourceKind.UNREACHABLE:
        where += " (no ref reaches it)"
    if at.refs:
        shown = ", ".join(visible(ref) for ref in at.refs[:_MOST_REFS])
        more = f" and {len(at.refs) - _MOST_REFS} more" if len(at.refs) > _MOST_REFS else ""
        where += f", reached by {shown}{more}"
    if at.at_tip is False and at.commit:
        where += ", gone from every tip"
    return where


def because(evidence: Iterable[str]) -> str:
    """The signals that decided, in the words of ``rules/keys.toml``: of each group the strongest, which comes first."""
    known = catalog.knowledge().signals
    deciding: dict[str, str] = {}
    for id in evidence:
        deciding.setdefault(known[id].group, known[id].text)
    return "; ".join(deciding.values())


def _notice(notice: Notice) -> str:
    at = f"{place(notice.location)}: " if notice.location else ""
    return f"Note: {at}{visible(notice.message)}"


def _coverage(report: Report, keys: int, paint: Paint) -> Iterator[str]:
    coverage = report.coverage
    counts = (coverage.files, coverage.bytes, coverage.commits, coverage.blobs)
    suppressed = outcome.suppressed(report)
    new = len(outcome.new(report.findings))
    if not new:
        clean = summary.clean(*counts, complete=coverage.complete, suppressed=suppressed)
        yield clean if coverage.complete else paint(YELLOW, clean)  # plain, as the fast path has it
    else:
        found = "; ".join(filter(None, (summary.counted(new, "finding"), suppressed)))
        yield f"{paint(BOLD, summary.counted(keys, 'Revont key'))}, {found}. Read {summary.read(*counts)}."
    if outcome.asked(report):
        yield visible(outcome.requests(report))
    for skipped in coverage.skipped:
        yield _skipped(skipped, paint)
    if not coverage.complete:
        yield paint(RED, "Not complete: what is marked above had to be read and was not.")


def _skipped(skipped: Skipped, paint: Paint) -> str:
    mark = paint(RED, "not read:") if skipped.blocking else "skipped:"
    return f"  {mark} {visible(skipped.what)}: {visible(skipped.why)}"


def visible(text: str) -> str:
    """``text`` with what drives a terminal, or the CI that logs it, shown as escapes; undecodable bytes, too."""
    if not text.isprintable():
        text = "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)
    return _COMMAND.sub(lambda found: rf"\x{ord(found[0][0]):02x}{found[0][1]}", text)
