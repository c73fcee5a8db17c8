"""What keys may do, as text for people: each with why it is held for that, and what to do next."""

from __future__ import annotations

from collections.abc import Iterator

from revont_guard.formats import outcome, summary
from revont_guard.formats.paint import BOLD, RED, YELLOW, Paint
from revont_guard.formats.text import KINDS, visible
from revont_guard.model import GrantStatus, KeyRecord, Report

_COLORS = {GrantStatus.ACTIVE: YELLOW, GrantStatus.UNKNOWN: RED}


def render(report: Report, *, color: bool = False) -> str:
    paint = Paint(color)
    lines: list[str] = []
    for record in report.keys:
        lines += [*_key(record, paint), ""]
    lines += [paint(RED, f"Not as expected: {visible(notice.message)}") for notice in report.notices]
    return "\n".join([*lines, visible(outcome.requests(report)), *_unknown(report, paint)]) + "\n"


def _key(record: KeyRecord, paint: Paint) -> Iterator[str]:
    grant = record.grant
    title = " ".join([f"Revont {KINDS[record.kind]}", ", ".join(map(visible, record.names))]).rstrip()
    yield f"{paint(_COLORS.get(grant.status, ''), str(grant))}  {paint(BOLD, title)}  {record.secret or ''}"
    yield f"  because {visible(grant.reason)}"
    yield from (f"  → {visible(step)}" for step in record.next)


def _unknown(report: Report, paint: Paint) -> Iterator[str]:
    count = sum(record.grant.status is GrantStatus.UNKNOWN for record in report.keys)
    if count:
        yield paint(RED, f"Not known of {summary.counted(count, 'key')}.")
