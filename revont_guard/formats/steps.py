"""How far a rotation is, as text for people: each step with why, what to do next, and where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from revont_guard.formats import outcome, summary
from revont_guard.formats.paint import BOLD, DIM, RED, YELLOW, Paint
from revont_guard.formats.text import place, visible
from revont_guard.model import Report, Step, StepStatus

_SHOWN = {
    StepStatus.DONE: ("done", ""),
    StepStatus.NOT_YET: ("not yet", RED),
    StepStatus.UNKNOWN: ("cannot tell", YELLOW),
}
_WIDTH = max(len(word) for word, _ in _SHOWN.values())
_MOST_PLACES = 10


def render(report: Report, *, color: bool = False) -> str:
    paint = Paint(color)
    lines = [line for step in report.steps for line in _step(step, paint)]
    counts = Counter(step.status for step in report.steps)
    told = ", ".join(f"{counts[status]} {word}" for status, (word, _) in _SHOWN.items() if counts[status])
    coverage = report.coverage
    read = summary.read(coverage.files, coverage.bytes, coverage.commits, coverage.blobs)
    lines += ["", f"{paint(BOLD, told)}. Read {read}.", visible(outcome.requests(report))]
    for skipped in coverage.skipped:
        if skipped.blocking:
            lines.append(f"  {paint(RED, 'not known:')} {visible(skipped.what)}: {visible(skipped.why)}")
    return "\n".join(lines) + "\n"


def _step(step: Step, paint: Paint) -> Iterator[str]:
    word, style = _SHOWN[step.status]
    yield f"{paint(style, word.ljust(_WIDTH))}  {visible(step.message)}"
    indent = " " * (_WIDTH + 2)
    for location in step.locations[:_MOST_PLACES]:
        yield paint(DIM, f"{indent}{place(location)}")
    if len(step.locations) > _MOST_PLACES:
        yield paint(DIM, f"{indent}and {len(step.locations) - _MOST_PLACES:,} more: --format json lists them all")
    if step.next:
        yield f"{indent}→ {visible(step.next)}"
