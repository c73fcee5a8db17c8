"""Candidates that need no evidence round them: known keys, and what the organisation's own patterns fit."""

from __future__ import annotations

from dataclasses import dataclass

from revont_guard.catalog import Knowledge
from revont_guard.detectors.candidates import Candidate
from revont_guard.detectors.shape import assess
from revont_guard.hints import Hints
from revont_guard.model import KeyKind


@dataclass(frozen=True, slots=True)
class Hint:
    """What is known of a candidate beforehand: the signal that says so, its kind, a name for want of a better."""

    signal: str
    kind: KeyKind | None = None
    name: str | None = None


def hinted(content: str, hints: Hints, knowledge: Knowledge) -> dict[Candidate, Hint]:
    """The candidates that ``hints`` tell of, in order; none overlaps another, a known key comes before a pattern."""
    spans = [
        (start, end, known.value, Hint(known.signal, name=known.name))
        for start, end, known in hints.known_spans(content)
    ]
    for pattern in hints.patterns:
        spans += [(*span, content[slice(*span)], Hint("own-pattern", pattern.kind)) for span in pattern.spans(content)]
    found: dict[Candidate, Hint] = {}
    at = 0
    for start, end, value, hint in sorted(spans, key=lambda span: (span[0], span[3].signal)):
        if start >= at:
            shape = assess(value[: knowledge.shape.longest], knowledge.shape)
            found[Candidate(start, end, value, shape)] = hint
            at = end
    return found
