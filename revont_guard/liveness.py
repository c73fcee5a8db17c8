"""What the vendor says of the keys that were found, joined into the report: severity follows what is known."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from revont_guard import catalog
from revont_guard.model import (
    Finding,
    Grant,
    GrantSource,
    GrantStatus,
    Hit,
    Key,
    KeyRecord,
    Report,
    Secret,
    Severity,
    Skipped,
)
from revont_guard.report import fingerprint, is_present


@dataclass(frozen=True, slots=True)
class Answers:
    """What is known of each key that was found, after ``requests`` to the vendor."""

    grants: Mapping[Secret, Grant] = field(default_factory=dict)
    requests: int = 0


Ask = Callable[[Mapping[Secret, Sequence[Hit]]], Answers]
"""Asks about keys, each with the places where it was found."""


def joined(report: Report, answers: Answers) -> Report:
    """``report`` with what each key may do.

    A key that works is a finding of its own, ``live-key``; what is found of a dead one is low. A key of which the
    vendor was to tell and did not leaves the report incomplete.
    """
    keys = tuple(_known(record, answers) for record in report.keys)
    dead = {key.secret for key in keys if key.grant.status is GrantStatus.INACTIVE}
    live = [_live(key) for key in keys if key.secret and key.grant.status is GrantStatus.ACTIVE]
    coverage = report.coverage
    return replace(
        report,
        keys=keys,
        findings=(*live, *(_of_dead(finding) if _is_of(finding, dead) else finding for finding in report.findings)),
        coverage=replace(
            coverage,
            requests=coverage.requests + answers.requests,
            skipped=(*coverage.skipped, *(skipped for key in keys for skipped in _untold(key))),
        ),
    )


def _known(record: KeyRecord, answers: Answers) -> KeyRecord:
    grant = answers.grants.get(record.secret) if record.secret else None
    if grant is None:
        return record
    return replace(record, grant=grant, next=tuple(_next(record, grant)))


def _next(record: KeyRecord, grant: Grant) -> Iterator[str]:
    match grant.status:
        case GrantStatus.INACTIVE if any(map(is_present, record.locations)):
            yield "It opens nothing any more: take it out, or whoever finds it next has to check again."
        case GrantStatus.INACTIVE:
            yield "It opens nothing any more, and stands in the history alone: nothing is left to do."
        case GrantStatus.UNKNOWN:
            yield "Until it is known, treat the key as one that works."
            yield from record.next
        case _:
            yield from record.next


def _live(record: KeyRecord) -> Finding:
    rule = catalog.rules()["live-key"]
    assert record.secret is not None
    key = Key(record.secret, record.kind, record.names[0] if record.names else None)
    named = f": {key.name}" if key.name else ""
    return Finding(
        rule=rule.id,
        severity=rule.severity,
        message=f"{rule.title}{named}. It is {record.grant}, because {record.grant.reason}.",
        location=record.locations[0],
        key=key,
        evidence=(),
        fingerprint=fingerprint(rule.id, key, ""),
    )


def _is_of(finding: Finding, secrets: set[Secret | None]) -> bool:
    return finding.key is not None and finding.key.secret in secrets


def _of_dead(finding: Finding) -> Finding:
    severity = min(finding.severity, Severity.LOW)
    return replace(finding, severity=severity, message=f"{finding.message} The API does not take it any more.")


def _untold(record: KeyRecord) -> Iterator[Skipped]:
    grant = record.grant
    if grant.status is GrantStatus.UNKNOWN and grant.source is not GrantSource.POLICY:
        named = ", ".join(record.names) or (record.secret.masked if record.secret else "a key")
        yield Skipped(f"the answer of the API about {named}", grant.reason, blocking=True)
