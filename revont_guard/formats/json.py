"""JSON, version 1: its shape is fixed by ``report-v1.schema.json`` and owned here. ASCII only."""

from __future__ import annotations

import json
import re
from typing import Any

from revont_guard import __version__
from revont_guard.model import (
    Finding,
    Grant,
    Inner,
    Key,
    KeyRecord,
    Location,
    Need,
    Notice,
    Report,
    Scope,
    Skipped,
    Step,
    Suppression,
    Usage,
)

_HALF = re.compile("[\ud800-\udc7f\udd00-\udfff]")


def render(report: Report, *, color: bool = False) -> str:
    return (
        json.dumps(
            {
                "version": 1,
                "tool": {"name": "revont-guard", "version": __version__},
                "findings": [_finding(finding) for finding in report.findings],
                "keys": [_record(record) for record in report.keys],
                "notices": [_notice(notice) for notice in report.notices],
                "coverage": {
                    "complete": report.coverage.complete,
                    "files": report.coverage.files,
                    "commits": report.coverage.commits,
                    "blobs": report.coverage.blobs,
                    "bytes": report.coverage.bytes,
                    "requests": report.coverage.requests,
                    "skipped": [_skipped(skipped) for skipped in report.coverage.skipped],
                },
            }
            | ({"steps": [_step(step) for step in report.steps]} if report.steps else {}),
            indent=2,
        ).replace("##", r"#\u0023")  # `##vso[` in a log would tell Azure Pipelines to do something
        + "\n"
    )


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.label,
        "message": _text(finding.message),
        "location": _location(finding.location),
        "key": _key(finding.key) if finding.key else None,
        "evidence": list(finding.evidence),
        "fingerprint": finding.fingerprint,
        "status": finding.status,
        "suppression": _suppression(finding.suppression) if finding.suppression else None,
    }


def _key(key: Key) -> dict[str, Any]:
    return {
        "fingerprint": key.secret.fingerprint,
        "masked": key.secret.masked,
        "kind": key.kind.value,
        "name": _text(key.name),
    }


def _suppression(suppression: Suppression) -> dict[str, Any]:
    return {
        "by": suppression.by.value,
        "reason": _text(suppression.reason),
        "expires": suppression.expires,
    }


def _record(record: KeyRecord) -> dict[str, Any]:
    return {
        "fingerprint": record.secret.fingerprint if record.secret else None,
        "masked": record.secret.masked if record.secret else None,
        "names": [_text(name) for name in record.names],
        "kind": record.kind.value,
        "locations": [_location(location) for location in record.locations],
        "grant": _grant(record.grant),
        "need": _need(record.need),
        "expected": _scope(record.expected),
        "verdict": record.verdict.value,
        "next": [_text(step) for step in record.next],
    }


def _grant(grant: Grant) -> dict[str, Any]:
    return {
        "status": grant.status.value,
        "scope": _scope(grant.scope),
        "reason": _text(grant.reason),
        "inferred": grant.inferred,
        "source": grant.source.value,
        "host": grant.host,
    }


def _need(need: Need) -> dict[str, Any]:
    return {
        "scope": _scope(need.scope),
        "confidence": need.confidence.value if need.confidence else "none",
        "calls": [_usage(usage) for usage in need.calls],
        "unresolved": [
            {"reason": _text(item.reason), "location": _location(item.location)} for item in need.unresolved
        ],
    }


def _usage(usage: Usage) -> dict[str, Any]:
    return {
        "method": usage.method,
        "path": _text(usage.path),
        "scope": _scope(usage.scope),
        "location": _location(usage.location),
        "via": usage.via,
        "confidence": usage.confidence.value,
        "context": usage.context,
        "chain": [_location(location) for location in usage.chain],
    }


def _scope(scope: Scope | None) -> str | None:
    return scope.label if scope else None


def _location(at: Location) -> dict[str, Any]:
    return {
        "source": at.source.value,
        "path": _text(at.path),
        "line": at.line,
        "column": at.column,
        "end_column": at.end_column,
        "inner": [_inner(inner) for inner in at.inner],
        "commit": at.commit,
        "object": at.object,
        "author_date": at.author_date,
        "refs": [_text(ref) for ref in at.refs],
    }


def _inner(inner: Inner) -> dict[str, Any]:
    return {"path": _text(inner.path), "line": inner.line, "column": inner.column}


def _notice(notice: Notice) -> dict[str, Any]:
    return {
        "kind": notice.kind,
        "message": _text(notice.message),
        "location": _location(notice.location) if notice.location else None,
    }


def _skipped(skipped: Skipped) -> dict[str, Any]:
    return {"what": _text(skipped.what), "why": _text(skipped.why), "blocking": skipped.blocking}


def _step(step: Step) -> dict[str, Any]:
    return {
        "step": step.id,
        "status": step.status.value,
        "message": _text(step.message),
        "next": _text(step.next),
        "locations": [_location(location) for location in step.locations],
    }


def _text(text: str | None) -> str | None:
    """What is no character as an escape, so that the JSON is valid in every reader.

    Bytes that are no UTF-8 (file names may hold them) become ``\\xff``, halves of a pair (JSON may) ``\\ud800``.
    """
    if text is None or text.isascii():
        return text
    text = _HALF.sub(lambda half: f"\\u{ord(half[0]):04x}", text)
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
