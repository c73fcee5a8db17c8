"""What a report comes to: what is new, what was accepted before and how, and which keys are to be acted on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from revont_guard.formats import summary
from revont_guard.model import (
    Finding,
    GrantSource,
    GrantStatus,
    KeyKind,
    KeyRecord,
    Report,
    SuppressedBy,
    Suppression,
)

_HOW = {
    SuppressedBy.INLINE: "allowed inline",
    SuppressedBy.BASELINE: "baseline",
    SuppressedBy.DETECT_SECRETS: "accepted in detect-secrets",
    SuppressedBy.CONFIG: "allowed by configuration",
}


def new(findings: Iterable[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.suppression is None]


def accepted(findings: Iterable[Finding]) -> list[tuple[Finding, Suppression]]:
    return [(finding, finding.suppression) for finding in findings if finding.suppression]


def suppressed(report: Report) -> str:
    """``4 suppressed (3 baseline, 1 inline)``; nothing where there are none."""
    by = Counter(suppression.by.value for _, suppression in accepted(report.findings))
    told = ", ".join(f"{count:,} {name}" for name, count in by.most_common())
    return f"{by.total():,} suppressed ({told})" if by else ""


def how(suppression: Suppression) -> str:
    """In words, where it is accepted."""
    return _HOW[suppression.by]


def terms(suppression: Suppression) -> str:
    """``REASON, until DATE``, as far as they are given. The reason is text from outside."""
    until = f"until {suppression.expires}" if suppression.expires else None
    return ", ".join(filter(None, (suppression.reason, until)))


def told(suppression: Suppression) -> str:
    """``allowed inline: REASON, until DATE``."""
    return ": ".join(filter(None, (how(suppression), terms(suppression))))


def to_act_on(report: Report) -> list[tuple[KeyRecord, list[Finding]]]:
    """The keys, each with all its findings, without those of which every finding is suppressed."""
    by_key: dict[str, list[Finding]] = {}
    for finding in report.findings:
        by_key.setdefault(finding.key.secret.fingerprint if finding.key else "", []).append(finding)
    keys = [(record, by_key.get(record.secret.fingerprint, [])) for record in report.keys if record.secret]
    return [(record, findings) for record, findings in keys if not findings or new(findings)]


def shared_steps(records: Iterable[KeyRecord]) -> dict[KeyKind, list[str]]:
    """The steps that every key of a kind needs, told once; the others stand with their key. The dead need none."""
    shared: dict[KeyKind, list[str]] = {}
    for record in records:
        if is_dead(record):
            continue
        steps = shared.setdefault(record.kind, list(record.next))
        shared[record.kind] = [step for step in steps if step in record.next]
    return shared


def requests(report: Report) -> str:
    """What was sent to whom, in a sentence or two. A host is text from outside."""
    count = report.coverage.requests
    hosts = sorted({record.grant.host for record in report.keys if record.grant.host})
    remembered = sum(record.grant.source is GrantSource.CACHE for record in report.keys)
    made = summary.counted(count, "request") if count else "No request was made"
    to = f" to {', '.join(hosts)}" if count and hosts else ""
    known = f"; {summary.counted(remembered, 'answer')} from the cache" if remembered else ""
    return f"{made}{to}{known}. Nothing was changed, and nothing that came back was kept."


def is_dead(record: KeyRecord) -> bool:
    return record.grant.status is GrantStatus.INACTIVE


def asked(report: Report) -> bool:
    """Whether the vendor was to be asked about any key."""
    told = (record.grant for record in report.keys)
    return any(grant.status is not GrantStatus.NOT_CHECKED and grant.source is not GrantSource.POLICY for grant in told)
