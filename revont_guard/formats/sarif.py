"""SARIF 2.1.0, for code scanning: the rules that exist, the findings with fingerprints that survive edits, and whether
all was read. ASCII only."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from revont_guard import __version__, catalog
from revont_guard.formats import outcome, page
from revont_guard.formats.text import because, place, visible
from revont_guard.model import Finding, Location, Notice, Report, Rule, Severity, SourceKind, SuppressedBy, Suppression

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_HOME = "https://github.com/revont-guard/revont-guard"
_ROOT = "SRCROOT"
_LEVELS = {
    Severity.CRITICAL: "error",
    Severity.HIGH: "error",
    Severity.MEDIUM: "warning",
    Severity.LOW: "note",
    Severity.INFO: "note",
}
# Within the bands that code scanning reads: over 9.0 critical, from 7.0 high, from 4.0 medium, from 0.1 low.
_SCORES = {
    Severity.CRITICAL: "9.5",
    Severity.HIGH: "8.0",
    Severity.MEDIUM: "5.5",
    Severity.LOW: "3.0",
    Severity.INFO: "0.0",
}
_CWE = re.compile(r"//cwe\.mitre\.org/data/definitions/(\d+)")


def render(report: Report, *, color: bool = False) -> str:
    rules = catalog.rules()
    numbers = {id: number for number, id in enumerate(rules)}
    run = {
        "tool": {
            "driver": {
                "name": "revont-guard",
                "informationUri": _HOME,
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [_rule(rule) for rule in rules.values()],
            }
        },
        "automationDetails": {"id": f"revont-guard/{report.command}/"},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The root of what was scanned."}}},
        "invocations": [
            {
                "executionSuccessful": report.coverage.complete,
                "toolExecutionNotifications": list(_notifications(report)),
            }
        ],
        "results": [_result(finding, numbers[finding.rule]) for finding in report.findings],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    cwes = [f"external/cwe/cwe-{number}" for link in rule.references for number in _CWE.findall(link)]
    links = "\n".join(f"- <{link}>" for link in rule.references)
    return {
        "id": rule.id,
        "name": "".join(word.capitalize() for word in rule.id.split("-")),
        "shortDescription": _message(f"{rule.title}."),
        "fullDescription": _message(rule.why),
        "help": {
            **_message("\n\n".join([rule.why, rule.fix, *rule.references])),
            "markdown": _literal(f"**Why**: {rule.why}\n\n**What to do**: {rule.fix}\n\n{links}".rstrip()),
        },
        "helpUri": page.url(rule.id),
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"security-severity": _SCORES[rule.severity], "tags": ["security", "secret", *cwes]},
    }


def _result(finding: Finding, number: int) -> dict[str, Any]:
    return {
        "ruleId": finding.rule,
        "ruleIndex": number,
        "level": _LEVELS[finding.severity],
        "message": _message(" ".join(_sentences(finding))),
        "locations": [_location(finding.location)],
        "partialFingerprints": {"revontGuard/v1": finding.fingerprint},
        **({"codeFlows": [_flow(finding.flow)]} if finding.flow else {}),
        "suppressions": [_suppression(finding.suppression)] if finding.suppression else [],
        "properties": _properties(finding),
    }


def _sentences(finding: Finding) -> Iterator[str]:
    yield visible(finding.message)
    if finding.location.inner:
        trail = " → ".join(
            visible(inner.path) + (f":{inner.line}" if inner.line else "") for inner in finding.location.inner
        )
        yield f"It is inside, at {trail}."
    if finding.location.commit:
        yield f"First in commit {finding.location.commit[:12]}."
    if finding.key:
        yield f"The value is {visible(finding.key.secret.masked)}."
    if finding.evidence:
        yield f"Reported because {because(finding.evidence)}."


def _flow(steps: tuple[Location, ...]) -> dict[str, Any]:
    return {"threadFlows": [{"locations": [{"location": _location(at)} for at in steps]}]}


def _suppression(suppression: Suppression) -> dict[str, str]:
    inline = suppression.by is SuppressedBy.INLINE
    told = {"kind": "inSource" if inline else "external", "status": "accepted"}
    terms = outcome.terms(suppression)
    return told | ({"justification": visible(terms)} if terms else {})


def _location(at: Location) -> dict[str, Any]:
    """A file with its region; what is no file (standard input, a commit message) is named instead."""
    if at.path is None:
        return {"logicalLocations": [{"fullyQualifiedName": place(at)}]}
    physical: dict[str, Any] = {"artifactLocation": _artifact(at.path)}
    if at.line is not None and at.source is not SourceKind.MESSAGE:
        physical["region"] = _region(at.line, at.column, at.end_column)
    return {"physicalLocation": physical}


def _region(line: int, column: int | None, end: int | None) -> dict[str, int]:
    region = {"startLine": line}
    if column is not None:
        region["startColumn"] = column
        if end is not None and end > column:
            region["endColumn"] = end
    return region


def _artifact(path: str) -> dict[str, str]:
    uri = quote(path.encode("utf-8", "surrogateescape"), safe="/")
    return {"uri": f"file://{uri}"} if path.startswith("/") else {"uri": uri, "uriBaseId": _ROOT}


def _properties(finding: Finding) -> dict[str, Any]:
    at = finding.location
    properties: dict[str, Any] = {"source": at.source.value, "severity": finding.severity.label}
    history = {"commit": at.commit, "object": at.object, "authorDate": at.author_date, "refs": [*map(visible, at.refs)]}
    properties |= {name: value for name, value in history.items() if value}
    if finding.key:
        properties |= {"keyFingerprint": finding.key.secret.fingerprint, "keyKind": finding.key.kind.value}
    return properties


def _notifications(report: Report) -> Iterator[dict[str, Any]]:
    for skipped in report.coverage.skipped:
        text = f"{'Not read' if skipped.blocking else 'Skipped'}: {visible(skipped.what)}: {visible(skipped.why)}"
        yield {"level": "error" if skipped.blocking else "note", "message": _message(text)}
    yield from map(_notice, report.notices)


def _notice(notice: Notice) -> dict[str, Any]:
    told = {"level": "note", "message": _message(visible(notice.message))}
    return told | ({"locations": [_location(notice.location)]} if notice.location else {})


def _message(text: str) -> dict[str, str]:
    return {"text": _literal(text)}


def _literal(text: str) -> str:
    """``text`` as it is: in a SARIF message braces are placeholders, and a bracket before a parenthesis is a link."""
    return text.replace("{", "{{").replace("}", "}}").replace("](", "] (")
