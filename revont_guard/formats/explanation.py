"""`scan --explain`: each candidate of a line, the signals for and against it, and the verdict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from revont_guard import catalog
from revont_guard.detectors.keys import Match
from revont_guard.detectors.redaction import masked
from revont_guard.formats.text import visible


def render(where: str, matches: Sequence[Match], threshold: int) -> str:
    """``matches`` are the candidates of the line ``where`` (``path:line``); ``threshold`` is the score to reach."""
    if not matches:
        return f"{_shown(where)}: nothing on this line is long and random enough to be a key.\n"
    return "\n".join(line for match in matches for line in _match(where, match, threshold))


def _match(where: str, match: Match, threshold: int) -> Iterator[str]:
    named = f", named {_shown(match.key.name)}" if match.key.name else ""
    yield f"{_shown(where)}:{match.column}  {match.key.secret}{named}"
    for signal in sorted(match.signals, key=lambda signal: -signal.weight):
        yield f"  {signal.weight:+4d}  {signal.text}  ({signal.group}: {signal.id})"
    yield f"  {match.score:4d}  in all, of each group only the strongest for and the strongest against"
    yield f"        {_verdict(match, threshold)}"
    yield ""


def _verdict(match: Match, threshold: int) -> str:
    if match.reported:
        return f"reported as {match.key.kind.value}: at least {threshold}, and both the vendor and a key are spoken for"
    if match.score < threshold:
        return f"not reported: {threshold} would be needed"
    return "not reported: one of the groups vendor and key is silent"


def _shown(name: str) -> str:
    return visible(masked(name, catalog.knowledge()))
