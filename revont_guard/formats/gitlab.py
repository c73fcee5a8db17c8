"""GitLab's secret detection report (``gl-secret-detection-report.json``). ASCII only, and never an extract of code."""

from __future__ import annotations

import json
import uuid
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from typing import Any

from revont_guard import __version__, catalog
from revont_guard.formats import outcome
from revont_guard.formats.markup import code, prose
from revont_guard.formats.text import because, place, visible
from revont_guard.model import Finding, Location, Notice, Report, Suppression

_VERSION = "15.0.7"
_HOME = "https://github.com/revont-guard/revont-guard"
_MOST_ACCEPTED = 100
_NO_COMMIT = "0000000"  # the schema asks for a commit, also for what is in none


def render(report: Report, *, color: bool = False) -> str:
    tool = {
        "id": "revont-guard",
        "name": "revont-guard",
        "url": _HOME,
        "version": __version__,
        "vendor": {"name": "revont-guard"},
    }
    scan = {
        "analyzer": tool,
        "scanner": tool,
        "type": "secret_detection",
        "start_time": _moment(),
        "end_time": _moment(),
        "status": "success" if report.coverage.complete else "failure",
        "messages": list(_messages(report)),
    }
    written = {"version": _VERSION, "scan": scan, "vulnerabilities": list(_vulnerabilities(report))}
    return json.dumps(written, indent=2) + "\n"


@cache
def _moment() -> str:
    """When the first report of this process was written. A Report knows no times, and GitLab asks for two."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S")


def _vulnerabilities(report: Report) -> Iterator[dict[str, Any]]:
    """GitLab would show a suppressed finding as open: those are told in the messages."""
    seen: Counter[str] = Counter()
    for finding in outcome.new(report.findings):
        seen[finding.fingerprint] += 1
        yield _vulnerability(finding, seen[finding.fingerprint])


def _vulnerability(finding: Finding, occurrence: int) -> dict[str, Any]:
    rule = catalog.rules()[finding.rule]
    identifier = {"type": "revont_guard_rule", "name": f"revont-guard {rule.id}", "value": rule.id}
    if rule.references:
        identifier["url"] = rule.references[0]
    return {
        "id": str(uuid.uuid5(uuid.NAMESPACE_URL, f"{_HOME}#{finding.fingerprint}/{occurrence}")),
        "name": rule.title,
        "description": "\n\n".join(_paragraphs(finding, rule.why)),
        "severity": finding.severity.label.capitalize(),
        "solution": rule.fix,
        "identifiers": [identifier],
        "links": [{"url": link} for link in rule.references],
        "details": _details(finding),
        "location": _location(finding.location),
    }


def _paragraphs(finding: Finding, why: str) -> Iterator[str]:
    """Descriptions are Markdown, in which nothing of the scanned tree may become a link or an image."""
    yield f"{prose(finding.message)} It stands at {code(place(finding.location))}."
    if finding.evidence:
        yield f"Reported because {because(finding.evidence)}."
    yield why


def _details(finding: Finding) -> dict[str, Any]:
    at = finding.location
    told = {"fingerprint": ("Fingerprint", finding.fingerprint), "source": ("Source", at.source.value)}
    if finding.key:
        told["key"] = ("Key", finding.key.secret.masked)
    if at.object:
        told["object"] = ("Object", at.object)
    details: dict[str, Any] = {
        id: {"name": name, "type": "text", "value": visible(value)} for id, (name, value) in told.items()
    }
    if at.refs:
        items = [{"type": "text", "value": visible(ref)} for ref in at.refs]
        details["refs"] = {"name": "Reached by", "type": "list", "items": items}
    return details


def _location(at: Location) -> dict[str, Any]:
    commit = {"sha": at.commit or _NO_COMMIT}
    if at.author_date:
        commit["date"] = at.author_date
    location: dict[str, Any] = {"commit": commit}
    if at.path is not None:
        location["file"] = visible(at.path)
    if at.line is not None:
        location |= {"start_line": at.line, "end_line": at.line}
    return location


def _messages(report: Report) -> Iterator[dict[str, str]]:
    for skipped in report.coverage.skipped:
        value = f"{'not read' if skipped.blocking else 'skipped'}: {visible(skipped.what)}: {visible(skipped.why)}"
        yield {"level": "warn" if skipped.blocking else "info", "value": value}
    told = [*map(_notice, report.notices), outcome.suppressed(report)]
    accepted = outcome.accepted(report.findings)
    told += [_accepted(*each) for each in accepted[:_MOST_ACCEPTED]]
    if len(accepted) > _MOST_ACCEPTED:
        told.append(f"and {len(accepted) - _MOST_ACCEPTED:,} suppressed ones more")
    yield from ({"level": "info", "value": value} for value in told if value)


def _notice(notice: Notice) -> str:
    at = f"{place(notice.location)}: " if notice.location else ""
    return f"note: {at}{visible(notice.message)}"


def _accepted(finding: Finding, suppression: Suppression) -> str:
    return f"suppressed: {finding.rule} at {place(finding.location)} ({visible(outcome.told(suppression))})"
