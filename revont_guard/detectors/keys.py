"""Recognising keys: candidates and the signals that speak for and against each, added up."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace

from revont_guard.catalog import Knowledge, Signal
from revont_guard.detectors import values
from revont_guard.detectors.candidates import Candidate, candidates
from revont_guard.detectors.evidence import Surroundings
from revont_guard.detectors.hinted import hinted
from revont_guard.detectors.prefilter import is_heeded
from revont_guard.detectors.readings.rounds import Reading, read
from revont_guard.detectors.redaction import masked
from revont_guard.detectors.shape import Opacity
from revont_guard.detectors.text import Text, decode
from revont_guard.hints import NO_HINTS, Hints
from revont_guard.model import Blob, Key, KeyKind, Secret, mask

_NOT_KEY = frozenset(["name-is-not-a-key", "commit-id", "computed"])
_CALLED_KEY = frozenset(
    [
        "known-key",
        "sent-by-code",
        "own-pattern",
        "learned-name",
        "name-says-key",
        "authorization-position",
        "hmac-key",
        "text-says-key",
    ]
)
_DIGIT = re.compile(r"[0-9]")


@dataclass(frozen=True, slots=True)
class Match:
    """A candidate with its verdict. Lines and columns are 1-based, ``end_column`` is one past the last character.

    ``start`` and ``end`` count the same in characters of the text. A key in pieces begins with its first.
    ``sendable``: it may be sent to the vendor on the grounds of this place.
    """

    key: Key
    start: int
    end: int
    line: int
    column: int
    end_column: int
    signals: tuple[Signal, ...]
    score: int
    reported: bool
    sendable: bool = False

    @property
    def evidence(self) -> tuple[str, ...]:
        """The ids of the signals that spoke for it, the strongest first."""
        return tuple(signal.id for signal in sorted(self.signals, key=lambda s: -s.weight) if signal.weight > 0)

    def says(self, ids: frozenset[str]) -> bool:
        """Whether one of the signals ``ids`` spoke, for it or against."""
        return any(signal.id in ids for signal in self.signals)


def find_keys(blob: Blob, knowledge: Knowledge, hints: Hints = NO_HINTS) -> list[Match]:
    """The keys in ``blob``, in order."""
    return [match for match in examine(blob, knowledge, hints) if match.reported]


def examine(blob: Blob, knowledge: Knowledge, hints: Hints = NO_HINTS, least: Opacity = Opacity.OPAQUE) -> list[Match]:
    """Every candidate of ``blob`` that is at least as opaque as ``least``, reported or not, with its signals."""
    content = decode(blob.data)
    told = hints if hints and is_heeded(hints, blob.data) else NO_HINTS
    text = Text(content, blob.path)
    matches = _matches(text, knowledge, told, least)
    reading = read(content, blob.path, knowledge.joints)
    if reading:
        again = _matches(Text(reading.content, blob.path), knowledge, told, least)
        matches = _joined(matches, again, reading, text)
    return _same_values(matches, knowledge)


def _matches(text: Text, knowledge: Knowledge, hints: Hints, least: Opacity) -> list[Match]:
    found = list(candidates(text.content, knowledge, least))
    told = hinted(text.content, hints, knowledge) if hints else {}
    if told:
        found = _instead(found, list(told))
    if not found:
        return []
    surroundings = Surroundings(text, knowledge, hints.names)
    drawn = frozenset(candidate.value for candidate in found if candidate.shape.opacity >= Opacity.OPAQUE)
    matches = []
    for candidate, place in zip(found, surroundings.places(found), strict=True):
        evidence = surroundings.evidence(candidate, place)
        ids = [*evidence.signals, *_shape_signals(candidate)]
        if against := values.judge(candidate, text, knowledge):
            ids.append(against)
        name, kind = _without(drawn, evidence.name, knowledge), evidence.kind
        if hint := told.get(candidate):
            ids.append(hint.signal)
            name, kind = name or hint.name or None, hint.kind or kind
        signals = tuple(knowledge.signals[id] for id in ids)
        matches.append(_match(candidate, text, signals, name, kind, knowledge))
    return matches


def _instead(found: list[Candidate], told: list[Candidate]) -> list[Candidate]:
    """``told``, and those of ``found`` that overlap none of it; in order."""
    ends = [candidate.end for candidate in told]

    def is_apart(candidate: Candidate) -> bool:
        following = bisect_right(ends, candidate.start)
        return following == len(told) or told[following].start >= candidate.end

    return sorted([*filter(is_apart, found), *told], key=lambda candidate: candidate.start)


def _joined(plain: list[Match], read: list[Match], reading: Reading, text: Text) -> list[Match]:
    """What was found in the text as it is and in its reading.

    Of the text as it is, what was decoded does not count, nor what is a piece of something found in the reading.
    """
    plain = _outside(plain, sorted(reading.replaced), text)
    known = {(match.start, match.key.secret) for match in plain if match.reported}
    covered, out = [], []
    for match in read:
        start, end = reading.span(match.start, match.end)
        if match.reported and (start, match.key.secret) not in known:
            covered += [(start, end), *reading.elsewhere(start)]
            out.append(_placed(match, text, start, end))
        elif not match.reported and end - start > match.end - match.start:
            covered.append((start, end))  # put together it is no key, so none of its pieces is
    return sorted([*_outside(plain, sorted(covered), text), *out], key=lambda match: match.start)


def _outside(matches: list[Match], covered: list[tuple[int, int]], text: Text) -> list[Match]:
    """Those of ``matches`` that lie in none of the spans ``covered``, which are sorted."""
    out = []
    for match in matches:
        at = bisect_right(covered, (match.start, len(text.content)))
        if not any(start <= match.start and match.end <= end for start, end in covered[max(0, at - 3) : at]):
            out.append(match)
    return out


def _placed(match: Match, text: Text, start: int, end: int) -> Match:
    """A match of the reading at its place in the text; it ends, for a reader, with the line that it begins in."""
    line, column = text.position(start)
    _, stop = text.line_span(line - 1)
    return replace(match, start=start, end=end, line=line, column=column, end_column=column + min(end, stop) - start)


def _without(drawn: frozenset[str], name: str | None, knowledge: Knowledge) -> str | None:
    """A name without what is, or is cut out of, something in the text that may be a key itself."""
    if name is None:
        return None
    parts = masked(name, knowledge).split(".")
    return ".".join(mask(part) if _DIGIT.search(part) and _is_cut(part, drawn) else part for part in parts)


def _is_cut(part: str, drawn: frozenset[str]) -> bool:
    return len(part) > 8 and any(part in value for value in drawn)


def _shape_signals(candidate: Candidate) -> list[str]:
    match candidate.shape.opacity:
        case Opacity.STRONG:
            return ["strongly-opaque"]
        case Opacity.OPAQUE:
            return ["opaque"]
        case _:
            return ["not-opaque"]


def score(signals: Iterable[Signal]) -> int:
    """The sum of the weights, of each group only the strongest for and the strongest against."""
    best: dict[tuple[str, bool], int] = {}
    for signal in signals:
        side = (signal.group, signal.weight > 0)
        if abs(signal.weight) > abs(best.get(side, 0)):
            best[side] = signal.weight
    return sum(best.values())


def _match(
    candidate: Candidate, text: Text, signals: tuple[Signal, ...], name: str | None, kind: KeyKind, knowledge: Knowledge
) -> Match:
    line, column = text.position(candidate.start)
    total = score(signals)
    grounds = [signal for signal in signals if signal.id not in knowledge.probe.without]
    return Match(
        key=Key(Secret(candidate.value), kind, name),
        start=candidate.start,
        end=candidate.end,
        line=line,
        column=column,
        end_column=column + candidate.end - candidate.start,
        signals=signals,
        score=total,
        reported=total >= knowledge.report and _is_spoken_for(signals),
        sendable=score(grounds) >= knowledge.probe.least and _is_spoken_for(grounds) and kind is KeyKind.API_KEY,
    )


def _is_spoken_for(signals: Iterable[Signal]) -> bool:
    groups = {signal.group for signal in signals if signal.weight > 0}
    return "format" in groups or {"vendor", "key"} <= groups


def _identifiers(matches: list[Match], known: Iterable[Secret]) -> set[Secret]:
    """Of what is reported, that which a name in the text calls an identifier, and no name a key."""
    named = {match.key.secret for match in matches if match.says(_NOT_KEY)}.intersection(known)
    return named - {match.key.secret for match in matches if match.reported and match.says(_CALLED_KEY)}


def _same_values(matches: list[Match], knowledge: Knowledge) -> list[Match]:
    """What is recognised once is recognised wherever the same value stands in the text."""
    known = {match.key.secret: match for match in matches if match.reported}
    if not known:
        return matches
    if ids := _identifiers(matches, known):
        matches = [replace(match, reported=False) if match.key.secret in ids else match for match in matches]
        known = {secret: match for secret, match in known.items() if secret not in ids}
    same = knowledge.signals["same-value"]
    out = []
    for match in matches:
        first = known.get(match.key.secret)
        if first is None or match.reported:
            out.append(match)
            continue
        key = Key(match.key.secret, first.key.kind, match.key.name)
        total = match.score + same.weight
        out.append(replace(match, key=key, signals=(*match.signals, same), score=total, reported=True))
    return out
