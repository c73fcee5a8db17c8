"""Workflow commands of GitHub Actions: an annotation a finding, and one when not all was read."""

from __future__ import annotations

from collections.abc import Iterator

from revont_guard.formats import outcome, summary
from revont_guard.formats.text import because, place, visible
from revont_guard.model import Finding, Report, Severity, SourceKind

_IN_THE_CHECKOUT = (SourceKind.WORKTREE, SourceKind.INDEX)


def render(report: Report, *, color: bool = False) -> str:
    return "".join(f"{line}\n" for line in _commands(report))


def _commands(report: Report) -> Iterator[str]:
    """What is missing comes first: GitHub shows only the first ten of a kind."""
    blocking = [skipped for skipped in report.coverage.skipped if skipped.blocking]
    if blocking:
        said = ["What had to be read was not:"]
        said += [f"{visible(skipped.what)}: {visible(skipped.why)}" for skipped in blocking]
        yield _command("error", said, title="revont-guard: not complete")
    new = outcome.new(report.findings)
    yield from map(_finding, new)
    yield _command("notice", [_closing(report, len(new))], title="revont-guard")


def _finding(finding: Finding) -> str:
    at = finding.location
    where: dict[str, str | int] = {}
    if at.path is not None and at.source in _IN_THE_CHECKOUT:
        numbers = {"line": at.line, "col": at.column, "endColumn": at.end_column}
        where = {"file": visible(at.path)} | {name: value for name, value in numbers.items() if value is not None}
    said = [visible(finding.message), place(at)]
    if finding.key:
        said.append(visible(finding.key.secret.masked))
    if finding.evidence:
        said.append(f"because {because(finding.evidence)}")
    return _command("error" if finding.severity >= Severity.HIGH else "warning", said, **where, title=finding.rule)


def _closing(report: Report, new: int) -> str:
    coverage = report.coverage
    counts = (coverage.files, coverage.bytes, coverage.commits, coverage.blobs)
    suppressed = outcome.suppressed(report)
    if not new:
        return summary.clean(*counts, complete=coverage.complete, suppressed=suppressed)
    found = "; ".join(filter(None, (summary.counted(new, "finding"), suppressed)))
    return f"{found}. Read {summary.read(*counts)}."


def _command(name: str, lines: list[str], **properties: str | int) -> str:
    told = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {told}::{_data(chr(10).join(lines))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
