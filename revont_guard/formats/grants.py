"""What keys may do, as text for people: each with why it is held for that, and what to do next."""

from __future__ import annotations

from collections.abc import Iterator

from revont_guard.formats import summary
from revont_guard.formats.paint import BOLD, RED, YELLOW, Paint
from revont_guard.formats.text import KINDS, visible
from revont_guard.model import Grant, GrantSource, GrantStatus, KeyRecord, Report

_COLORS = {GrantStatus.ACTIVE: YELLOW, GrantStatus.UNKNOWN: RED}


def render(report: Report, *, color: bool = False) -> str:
    paint = Paint(color)
    lines: list[str] = []
    for record in report.keys:
        lines += [*_key(record, paint), ""]
    lines += [paint(RED, f"Not as expected: {visible(notice.message)}") for notice in report.notices]
    return "\n".join([*lines, _requests(report), *_unknown(report, paint)]) + "\n"


def _key(record: KeyRecord, paint: Paint) -> Iterator[str]:
    grant = record.grant
    title = " ".join([f"Revont {KINDS[record.kind]}", ", ".join(map(visible, record.names))]).rstrip()
    yield f"{paint(_COLORS.get(grant.status, ''), told(grant))}  {paint(BOLD, title)}  {record.secret or ''}"
    yield f"  because {visible(grant.reason)}"
    yield from (f"  → {visible(step)}" for step in record.next)


def told(grant: Grant) -> str:
    """``active, read-only (inferred)``."""
    if not grant.scope:
        return grant.status
    return f"{grant.status}, {grant.scope.label}" + (" (inferred)" if grant.inferred else "")


def _requests(report: Report) -> str:
    hosts = sorted({record.grant.host for record in report.keys if record.grant.host})
    remembered = sum(record.grant.source is GrantSource.CACHE for record in report.keys)
    made = summary.counted(report.coverage.requests, "request") if report.coverage.requests else "No request was made"
    to = f" to {visible(', '.join(hosts))}" if report.coverage.requests and hosts else ""
    known = f"; {summary.counted(remembered, 'answer')} from the cache" if remembered else ""
    return f"{made}{to}{known}. Nothing was changed, and nothing that came back was kept."


def _unknown(report: Report, paint: Paint) -> Iterator[str]:
    count = sum(record.grant.status is GrantStatus.UNKNOWN for record in report.keys)
    if count:
        yield paint(RED, f"Not known of {summary.counted(count, 'key')}.")
