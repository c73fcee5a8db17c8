"""JUnit XML, for whatever shows test results: a failure a finding, an error for what had to be read and was not."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from revont_guard import catalog
from revont_guard.formats import outcome, summary
from revont_guard.formats.text import because, place, visible
from revont_guard.model import Finding, Report, Skipped


def render(report: Report, *, color: bool = False) -> str:
    cases = [*map(_unread, (skipped for skipped in report.coverage.skipped if skipped.blocking))]
    cases += map(_finding, report.findings)
    cases = cases or [_clean(report)]
    counts = {
        "tests": str(len(cases)),
        "failures": _count(cases, "failure"),
        "errors": _count(cases, "error"),
        "skipped": _count(cases, "skipped"),
        "time": "0",
    }
    root = Element("testsuites", {"name": "revont-guard", **counts})
    SubElement(root, "testsuite", {"name": f"revont-guard {report.command}", **counts}).extend(cases)
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _count(cases: list[Element], outcome: str) -> str:
    return str(sum(case.find(outcome) is not None for case in cases))


def _finding(finding: Finding) -> Element:
    """Every text from outside goes through ``visible``: XML 1.0 has no place for most control characters."""
    at = finding.location
    case = _case(finding.rule, place(at))
    if at.path is not None:
        case.set("file", visible(at.path))
        if at.line is not None:
            case.set("line", str(at.line))
    if finding.suppression:
        terms = outcome.terms(finding.suppression)
        told = outcome.how(finding.suppression) + (f" ({terms})" if terms else "")
        SubElement(case, "skipped", message=visible(f"{told}: {finding.message}"))
    else:
        failure = SubElement(case, "failure", type=finding.severity.label, message=visible(finding.message))
        failure.text = "\n".join(_lines(finding))
    return case


def _lines(finding: Finding) -> Iterator[str]:
    rule = catalog.rules()[finding.rule]
    yield f"{place(finding.location)}  {finding.key.secret.masked if finding.key else ''}".rstrip()
    if finding.evidence:
        yield f"because {because(finding.evidence)}"
    yield rule.why
    yield rule.fix
    yield f"fingerprint {finding.fingerprint}"


def _unread(skipped: Skipped) -> Element:
    case = _case("coverage", visible(skipped.what))
    SubElement(case, "error", type="not-read", message=visible(skipped.why))
    return case


def _clean(report: Report) -> Element:
    coverage = report.coverage
    return _case("coverage", summary.clean(coverage.files, coverage.bytes, coverage.commits, coverage.blobs))


def _case(classname: str, name: str) -> Element:
    return Element("testcase", classname=f"revont-guard.{classname}", name=name, time="0")
