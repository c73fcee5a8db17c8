"""Scores the detectors on the labelled corpus: ``python -m tests.corpus.score ana boris --misses --by-form``.

A positive counts as found when a finding of its kind stands on its line with its value; one that is encoded or in
pieces, when such a finding stands on its line. Every other finding is a false report, further pieces of one key too.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from revont_guard import catalog
from revont_guard.detectors.keys import Match, find_keys
from revont_guard.model import Blob, Location, SourceKind
from tests.corpus.cases import HELD_OUT, Case, Expected, cases


@dataclass(slots=True)
class Score:
    """Sums over cases. ``negatives`` counts the labelled ones, ``false`` the findings that are no positive."""

    positives: int = 0
    found: int = 0
    plain: int = 0
    plain_found: int = 0
    negatives: int = 0
    false: int = 0

    @property
    def recall(self) -> float:
        return self.found / (self.positives or 1)

    @property
    def plain_recall(self) -> float:
        return self.plain_found / (self.plain or 1)

    @property
    def false_rate(self) -> float:
        """False reports per labelled negative."""
        return self.false / (self.negatives or 1)

    def __str__(self) -> str:
        return (
            f"plain {self.plain_found}/{self.plain} ({self.plain_recall:.3f})  "
            f"all {self.found}/{self.positives} ({self.recall:.3f})  "
            f"false {self.false} in {self.negatives} negatives"
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one case."""

    case: Case
    missed: tuple[Expected, ...] = field(repr=False)
    false: tuple[Match, ...] = field(repr=False)


def blob(case: Case) -> Blob:
    return Blob(case.text.encode(), Location(SourceKind.WORKTREE, case.path))


def outcome(case: Case) -> Outcome:
    matches = find_keys(blob(case), catalog.knowledge())
    missed = tuple(expected for expected in case.expected if not any(_meets(match, expected) for match in matches))
    false = tuple(match for match in matches if not any(_meets(match, expected) for expected in case.expected))
    return Outcome(case, missed, false)


def _meets(match: Match, expected: Expected) -> bool:
    same = match.line == expected.line and match.key.kind == expected.kind
    return same and (not expected.plain or match.key.secret.reveal() == expected.value)


def total(outcomes: Iterable[Outcome]) -> Score:
    score = Score()
    for each in outcomes:
        score.positives += len(each.case.expected)
        score.found += len(each.case.expected) - len(each.missed)
        plain = sum(expected.plain for expected in each.case.expected)
        score.plain += plain
        score.plain_found += plain - sum(expected.plain for expected in each.missed)
        score.negatives += each.case.negatives
        score.false += len(each.false)
    return score


def form(case: Case) -> str:
    """The ending of a case's file, or its name where it has none."""
    path = PurePosixPath(case.path)
    return path.suffix.lower() or path.name.lower()


def _lines(outcomes: list[Outcome], misses: bool, false: bool, by_form: bool) -> Iterator[str]:
    for author in dict.fromkeys(each.case.author for each in outcomes):
        own = [each for each in outcomes if each.case.author == author]
        yield f"{author:8} {total(own)}"
        if by_form and author not in HELD_OUT:
            for ending, count in Counter(form(each.case) for each in own).most_common():
                yield f"  {ending:14} {count:3} files  {total(each for each in own if form(each.case) == ending)}"
    for each in outcomes:
        if each.case.author in HELD_OUT:  # its cases stay unseen, or they would hold nothing out
            continue
        for missed in each.missed if misses else ():
            how = "" if missed.plain else " (encoded or in pieces)"
            yield f"missed {each.case.name}:{missed.line} {missed.kind}{how}"
        for match in each.false if false else ():
            yield f"false  {each.case.name}:{match.line}:{match.column} {match.key.name} {', '.join(match.evidence)}"


def main() -> None:
    parser = argparse.ArgumentParser(description="Scores the detectors on the labelled corpus.")
    parser.add_argument("authors", nargs="*", help="all, if none is named")
    parser.add_argument("--style", help="one of tests/keys.py for every key; by default one drawn for each")
    parser.add_argument("--misses", action="store_true", help="list the positives that were not found")
    parser.add_argument("--false", action="store_true", help="list the findings that are none")
    parser.add_argument("--by-form", action="store_true", help="also by file extension")
    asked = parser.parse_args()
    outcomes = [outcome(case) for case in cases(*asked.authors, style=asked.style)]
    for line in _lines(outcomes, asked.misses, asked.false, asked.by_form):
        print(line)


if __name__ == "__main__":
    main()
