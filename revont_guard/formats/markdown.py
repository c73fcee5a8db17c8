"""Markdown, for the job summary of GitHub Actions (``GITHUB_STEP_SUMMARY``) or a comment on a merge request.

GitHub takes 1 MiB as a summary and 64 KiB as a comment: what would not fit in a comment is counted instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from revont_guard.formats import outcome, page, summary
from revont_guard.formats.markup import code, plain, prose
from revont_guard.formats.text import KINDS, because, place, visible
from revont_guard.model import Finding, KeyRecord, Notice, Report, Skipped, Suppression

# Bytes for each list, so that all of them with what stands between them stay below 64 KiB.
_FINDINGS = 24_000
_EVIDENCE = 10_000
_STEPS = 2_000  # for each of the two kinds of key, once for what its keys share and once for what they do not
_SUPPRESSED = 6_000
_NOTICES = 4_000
_UNREAD = 6_000
_SKIPPED = 4_000
_LONGEST = 200  # characters of one text


def render(report: Report, *, color: bool = False) -> str:
    return "\n\n".join(_parts(report)) + "\n"


def _parts(report: Report) -> Iterator[str]:
    findings, coverage = outcome.new(report.findings), report.coverage
    yield f"## revont-guard {report.command}: {_verdict(report, findings)}"
    if findings:
        yield from _table(findings)
        yield from _folded("Why they count", _list(map(_evidence, findings), len(findings), _EVIDENCE))
    keys = outcome.to_act_on(report)
    if keys:
        yield from _folded("What to do next", *_steps([record for record, _ in keys]))
    accepted = outcome.accepted(report.findings)
    if accepted:
        told = (_accepted(finding, suppression) for finding, suppression in accepted)
        yield from _folded(outcome.suppressed(report), _list(told, len(accepted), _SUPPRESSED))
    if report.notices:
        yield _list(map(_notice, report.notices), len(report.notices), _NOTICES)
    yield _read(report, bool(findings))
    yield from _unread(coverage.skipped)


def _verdict(report: Report, findings: Sequence[Finding]) -> str:
    missing = [] if report.coverage.complete else ["not complete"]
    if not findings:
        return ", ".join(missing or ["nothing new" if report.findings else "clean"])
    keys = len({finding.key.secret for finding in findings if finding.key})
    counted = [summary.counted(keys, "Revont key")] if keys else []
    return ", ".join([*counted, summary.counted(len(findings), "finding"), *missing])


def _table(findings: Sequence[Finding]) -> Iterator[str]:
    rows, more = _fitting(map(_row, findings), len(findings), _FINDINGS)
    yield "\n".join(["| Severity | Rule | Place | Key | Name |", "| --- | --- | --- | --- | --- |", *rows])
    if more:
        yield more
    yield "\n".join(f"[{rule}]: {page.url(rule)}" for rule in dict.fromkeys(finding.rule for finding in findings))


def _row(finding: Finding) -> str:
    masked = code(finding.key.secret.masked) if finding.key else ""
    name = _code(finding.key.name) if finding.key and finding.key.name else ""
    return f"| {finding.severity.label} | [{finding.rule}] | {_code(place(finding.location))} | {masked} | {name} |"


def _evidence(finding: Finding) -> str:
    said = plain(because(finding.evidence)) if finding.evidence else _prose(finding.message)
    return f"- {_code(place(finding.location))}: {said}"


def _steps(records: Sequence[KeyRecord]) -> Iterator[str]:
    """What every key of a kind needs, then what a key needs besides."""
    shared = outcome.shared_steps(records)
    for kind in dict.fromkeys(record.kind for record in records):
        alike = [record for record in records if record.kind is kind]
        steps = shared.get(kind, [])
        dead = any(map(outcome.is_dead, alike))
        yield f"For {'each' if len(alike) > 1 else 'the'} {KINDS[kind]}{' that is not dead' if dead else ''}:"
        if steps:
            yield _list((f"{number}. {_prose(step)}" for number, step in enumerate(steps, 1)), len(steps), _STEPS)
        own = [(record, step) for record in alike for step in record.next if step not in steps]
        if own:
            yield _list((_own_step(*each) for each in own), len(own), _STEPS)


def _own_step(record: KeyRecord, step: str) -> str:
    named = [_code(", ".join(record.names))] if record.names else []
    masked = [code(record.secret.masked)] if record.secret else []
    return f"- {' '.join([*named, *masked]) or KINDS[record.kind]}: {_prose(step)}"


def _accepted(finding: Finding, suppression: Suppression) -> str:
    return f"- {finding.rule} at {_code(place(finding.location))} ({_prose(outcome.told(suppression))})"


def _notice(notice: Notice) -> str:
    at = f"{_code(place(notice.location))}: " if notice.location else ""
    return f"- Note: {at}{_prose(notice.message)}"


def _read(report: Report, found: bool) -> str:
    coverage = report.coverage
    counts = (coverage.files, coverage.bytes, coverage.commits, coverage.blobs)
    asked = f" {_prose(outcome.requests(report))}" if outcome.asked(report) else ""
    if found:
        return f"Read {summary.read(*counts)}.{asked}"
    return summary.clean(*counts, complete=coverage.complete, suppressed=outcome.suppressed(report)) + asked


def _unread(skipped: Iterable[Skipped]) -> Iterator[str]:
    skipped = list(skipped)
    blocking = [item for item in skipped if item.blocking]
    others = [item for item in skipped if not item.blocking]
    if blocking:
        yield "**Not complete: what had to be read was not.**"
        yield _list(map(_skipped, blocking), len(blocking), _UNREAD)
    if others:
        yield from _folded(f"{len(others):,} skipped", _list(map(_skipped, others), len(others), _SKIPPED))


def _skipped(skipped: Skipped) -> str:
    return f"- {_code(skipped.what)}: {_prose(skipped.why)}"


def _folded(title: str, *paragraphs: str) -> Iterator[str]:
    """A part that opens when it is asked for. HTML ends at an empty line, and Markdown begins."""
    yield f"<details>\n<summary>{title}</summary>"
    yield from paragraphs
    yield "</details>"


def _list(items: Iterable[str], count: int, size: int) -> str:
    lines, more = _fitting(items, count, size)
    return "\n".join([*lines, f"- {more}"] if more else lines)


def _fitting(lines: Iterable[str], count: int, size: int) -> tuple[list[str], str]:
    """As many of the ``count`` lines as fit into ``size`` bytes, and how many are left, in words."""
    taken: list[str] = []
    for line in lines:
        size -= len(line.encode()) + 1
        if size < 0:
            return taken, f"and {count - len(taken):,} more: `--format json` lists them all"
        taken.append(line)
    return taken, ""


def _code(text: str) -> str:
    return code(_short(text))


def _prose(text: str) -> str:
    return prose(_short(text))


def _short(text: str) -> str:
    text = visible(text)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
