"""What code needs of each key, as text for people: the verdict, what forces it, what is not known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from revont_guard.formats import outcome, summary
from revont_guard.formats.paint import BOLD, DIM, GREEN, RED, YELLOW, Paint
from revont_guard.formats.text import KINDS, place, visible
from revont_guard.model import Confidence, GrantStatus, KeyRecord, Report, Scope, Usage, Verdict

_MOST_PLACES = 3
_MOST_UNKNOWN = 8
_COLORS = {Verdict.OVER_SCOPED: RED, Verdict.UNDER_SCOPED: RED, Verdict.FITS: GREEN, Verdict.UNDETERMINED: YELLOW}


def render(report: Report, *, color: bool = False) -> str:
    paint = Paint(color)
    lines: list[str] = []
    for record in report.keys:
        lines += [*_key(record, paint), ""]
    if not report.keys:
        lines.append("No code in this tree uses a Revont key, as far as it could be read.")
    lines += [f"Note: {visible(notice.message)}" for notice in report.notices]
    coverage = report.coverage
    keys = summary.counted(len(report.keys), "key")
    lines.append(f"{keys} in this tree. Read {summary.read(coverage.files, coverage.bytes)}.")
    if outcome.asked(report) and coverage.requests:
        lines.append(visible(outcome.requests(report)))
    for skipped in coverage.skipped:
        lines.append(
            f"  {'not read' if skipped.blocking else 'skipped'}: {visible(skipped.what)}: {visible(skipped.why)}"
        )
    return "\n".join(lines) + "\n"


def _key(record: KeyRecord, paint: Paint) -> Iterator[str]:
    title = " ".join([f"Revont {KINDS[record.kind]}", ", ".join(map(visible, record.names))]).rstrip()
    verdict = _told(record)
    yield f"{paint(_COLORS.get(record.verdict, ''), verdict)}  {paint(BOLD, title)}  {record.secret or ''}".rstrip()
    if record.grant.status is not GrantStatus.NOT_CHECKED:
        yield f"  it is {record.grant}, because {visible(record.grant.reason)}"
    writes = [call for call in record.need.calls if call.scope is Scope.READ_WRITE]
    reads = [call for call in record.need.calls if call.scope is Scope.READ_ONLY]
    others = [call for call in record.need.calls if call.scope is None]
    if writes:
        yield "  needs read-write for"
        for call in _first(writes):
            yield from _call(call, paint)
    if reads:
        yield f"  reads {_endpoints(reads)}"
        yield from (paint(DIM, f"    {where}") for where in _places(reads))
    for call in others[:_MOST_UNKNOWN]:
        yield f"  cannot tell what {call.method} {visible(call.path)} needs, at {place(call.location)}"
    unknown = [item for item in record.need.unresolved if not any(item.location == call.location for call in others)]
    for item in unknown[:_MOST_UNKNOWN]:
        yield f"  could not be determined: {visible(item.reason)}, at {place(item.location)}"
    if len(unknown) > _MOST_UNKNOWN:
        yield f"  and {len(unknown) - _MOST_UNKNOWN} more: --format json lists them all"
    yield from (f"  → {visible(step)}" for step in record.next)


def _told(record: KeyRecord) -> str:
    if record.verdict is not Verdict.NOT_CHECKED:
        return (
            record.verdict.value.upper()
            if record.verdict in (Verdict.OVER_SCOPED, Verdict.UNDER_SCOPED)
            else record.verdict.value
        )
    need = record.need.scope.label if record.need.scope else "unknown"
    return f"needs {need}" + (" (likely)" if record.need.confidence is Confidence.LIKELY else "")


def _first(calls: Sequence[Usage]) -> list[Usage]:
    """Of the calls of an endpoint the first."""
    by_endpoint: dict[tuple[str, str], Usage] = {}
    for call in calls:
        by_endpoint.setdefault((call.method, call.path), call)
    return list(by_endpoint.values())


def _call(call: Usage, paint: Paint) -> Iterator[str]:
    told = "" if call.confidence is Confidence.PROVED else f" ({call.confidence.value})"
    context = "" if call.context == "app" else f" [{call.context}]"
    yield f"    {call.method} {visible(call.path)}  {paint(BOLD, place(call.location))}{told}{context}"
    if call.chain:
        yield paint(DIM, f"      by way of {' → '.join(map(place, call.chain))}")


def _endpoints(calls: Sequence[Usage]) -> str:
    return ", ".join(f"{call.method} {visible(call.path)}" for call in _first(calls))


def _places(calls: Sequence[Usage]) -> Iterator[str]:
    places = list(dict.fromkeys(place(call.location) for call in calls))
    yield ", ".join(places[:_MOST_PLACES]) + (
        f" and {len(places) - _MOST_PLACES} more" if len(places) > _MOST_PLACES else ""
    )
