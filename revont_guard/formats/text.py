"""Text for people: by key, not by line. Where it stands, why it counts, what to do next, and what was read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from revont_guard import catalog
from revont_guard.formats import summary
from revont_guard.model import Finding, KeyRecord, Location, Report, Severity, Skipped, SourceKind

_BOLD, _DIM, _RED, _YELLOW, _GREEN, _OFF = "\x1b[1m", "\x1b[2m", "\x1b[31m", "\x1b[33m", "\x1b[32m", "\x1b[0m"
_COLORS = {Severity.CRITICAL: _RED, Severity.HIGH: _RED, Severity.MEDIUM: _YELLOW}
_KINDS = {"api-key": "API key", "webhook-secret": "webhook signing secret"}
_MOST_PLACES = 20
_MOST_REFS = 3


def render(report: Report, *, color: bool = False) -> str:
    paint = _Paint(color)
    lines: list[str] = []
    by_key: dict[str, list[Finding]] = {}
    for finding in report.findings:
        by_key.setdefault(finding.key.secret.fingerprint if finding.key else "", []).append(finding)
    for record in report.keys:
        lines += [*_key(record, by_key.get(record.secret.fingerprint if record.secret else "", []), paint), ""]
    lines += [*_notices(report), *_coverage(report, paint)]
    return "\n".join(lines) + "\n"


def _key(record: KeyRecord, findings: list[Finding], paint: _Paint) -> Iterator[str]:
    worst = max((finding.severity for finding in findings), default=Severity.INFO)
    named = f" {', '.join(map(visible, record.names))}" if record.names else ""
    title = f"Revont {_KINDS[record.kind.value]}{named}"
    yield f"{paint(_COLORS.get(worst, ''), worst.label.upper())}  {paint(_BOLD, title)}  {record.secret or ''}"
    told: set[Location] = set()
    for finding in findings:
        told.add(finding.location)
        yield f"  {paint(_BOLD, place(finding.location))}  {paint(_DIM, finding.rule)}"
        yield f"    {paint(_DIM, 'because ' + because(finding.evidence))}"
    rest = [location for location in record.locations if location not in told]
    if rest:
        yield f"  {'and ' if findings else ''}in the history:"
        yield from (f"    {place(location)}" for location in rest[:_MOST_PLACES])
        if len(rest) > _MOST_PLACES:
            yield f"    and {summary.counted(len(rest) - _MOST_PLACES, 'place')} more (--format json lists them all)"
    if findings:
        rules = {finding.rule: catalog.rules()[finding.rule] for finding in findings}
        for rule in rules.values():
            yield f"  {paint(_BOLD, 'Why it matters')}  {rule.why}"
            break
    yield f"  {paint(_BOLD, 'What to do')}"
    yield from (f"    {number}. {visible(step)}" for number, step in enumerate(record.next, 1))


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
    elif at.object:
        where += f" in object {at.object[:12]}"
    if at.source is SourceKind.UNREACHABLE:
        where += " (no ref reaches it)"
    if at.refs:
        shown = ", ".join(visible(ref) for ref in at.refs[:_MOST_REFS])
        more = f" and {len(at.refs) - _MOST_REFS} more" if len(at.refs) > _MOST_REFS else ""
        where += f", reached by {shown}{more}"
    return where


def because(evidence: Iterable[str]) -> str:
    """The signals in words, as ``rules/keys.toml`` tells them."""
    known = catalog.knowledge().signals
    return "; ".join(known[id].text if id in known else id for id in evidence)


def _notices(report: Report) -> Iterator[str]:
    for notice in report.notices:
        yield f"Note: {visible(notice.message)}"


def _coverage(report: Report, paint: _Paint) -> Iterator[str]:
    coverage = report.coverage
    counts = (coverage.files, coverage.bytes, coverage.commits, coverage.blobs)
    if not report.findings:
        yield paint(_GREEN if coverage.complete else _YELLOW, summary.clean(*counts, complete=coverage.complete))
    else:
        keys = summary.counted(len(report.keys), "Revont key")
        findings = summary.counted(len(report.findings), "finding")
        yield f"{paint(_BOLD, keys)}, {findings}. Read {summary.read(*counts)}."
    for skipped in coverage.skipped:
        yield _skipped(skipped, paint)
    if not coverage.complete:
        yield paint(_RED, "Not complete: what is marked above had to be read and was not.")


def _skipped(skipped: Skipped, paint: _Paint) -> str:
    mark = paint(_RED, "not read:") if skipped.blocking else "skipped:"
    return f"  {mark} {visible(skipped.what)}: {visible(skipped.why)}"


def visible(text: str) -> str:
    """``text`` with control characters and undecodable bytes shown as escapes: a path cannot drive the terminal."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


class _Paint:
    """Colours a piece of text, or leaves it alone."""

    def __init__(self, color: bool) -> None:
        self._color = color

    def __call__(self, code: str, text: str) -> str:
        return f"{code}{text}{_OFF}" if self._color and code else text
