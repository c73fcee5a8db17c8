"""The verdict: what a key grants against what the code needs, line by line of the table."""

from __future__ import annotations

import pytest

from revont_guard.model import NOT_CHECKED, Confidence, Grant, GrantSource, GrantStatus, Need, Scope, Verdict
from revont_guard.scope import verdict

RO, RW = Scope.READ_ONLY, Scope.READ_WRITE
PROVED, LIKELY = Confidence.PROVED, Confidence.LIKELY


def grant(scope: Scope) -> Grant:
    return Grant(GrantStatus.ACTIVE, scope, "it is", GrantSource.PROBE)


@pytest.mark.parametrize(
    ("granted", "needed", "confidence", "told"),
    [
        (RW, RW, PROVED, Verdict.FITS),
        (RW, RW, LIKELY, Verdict.FITS),
        (RW, RO, PROVED, Verdict.OVER_SCOPED),
        (RW, RO, LIKELY, Verdict.UNDETERMINED),
        (RO, RW, PROVED, Verdict.UNDER_SCOPED),
        (RO, RW, LIKELY, Verdict.UNDETERMINED),
        (RO, RO, PROVED, Verdict.FITS),
        (RO, RO, LIKELY, Verdict.FITS),
    ],
)
def test_table(granted: Scope, needed: Scope, confidence: Confidence, told: Verdict) -> None:
    assert verdict(Need(needed, confidence), grant(granted)) is told


@pytest.mark.parametrize("granted", [RO, RW])
def test_what_is_not_known_or_not_used_is_never_held_against_a_key(granted: Scope) -> None:
    assert verdict(Need(None, None), grant(granted)) is Verdict.UNDETERMINED
    assert verdict(Need(Scope.NONE, None), grant(granted)) is Verdict.UNUSED


def test_without_a_grant_the_need_alone_is_told() -> None:
    unknown = Grant(GrantStatus.UNKNOWN, None, "nobody answered", GrantSource.PROBE)
    for one in (NOT_CHECKED, unknown, Grant(GrantStatus.INACTIVE, None, "gone", GrantSource.PROBE)):
        assert verdict(Need(RO, PROVED), one) is Verdict.NOT_CHECKED
        assert verdict(Need(None, None), one) is Verdict.UNDETERMINED
