"""What a key may do against what the code needs: the verdict, from a table. Never over-scoped without proof."""

from __future__ import annotations

from revont_guard.model import Confidence, Grant, GrantStatus, Need, Scope, Verdict


def verdict(need: Need, grant: Grant) -> Verdict:
    """The verdict on a key, where its grant is known or assumed; without one NOT_CHECKED, UNUSED or UNDETERMINED.

    A need is proved or likely; only a proved read-only one makes a read-write key over-scoped.
    """
    if need.scope is Scope.NONE:
        return Verdict.UNUSED
    if need.scope is None:
        return Verdict.UNDETERMINED
    if grant.scope is None or grant.status in (GrantStatus.INACTIVE, GrantStatus.UNKNOWN):
        return Verdict.NOT_CHECKED
    proved = need.confidence is Confidence.PROVED
    match grant.scope, need.scope:
        case Scope.READ_WRITE, Scope.READ_WRITE:
            return Verdict.FITS
        case Scope.READ_WRITE, _:
            return Verdict.OVER_SCOPED if proved else Verdict.UNDETERMINED
        case _, Scope.READ_WRITE:
            return Verdict.UNDER_SCOPED if proved else Verdict.UNDETERMINED
        case _:
            return Verdict.FITS
