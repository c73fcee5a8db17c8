"""What to do about a key, now that it is known what it may do, or that it is not."""

from __future__ import annotations

from collections.abc import Iterator

from revont_guard.catalog import Vendor
from revont_guard.model import Grant, GrantStatus, Scope


def advice(grant: Grant, vendor: Vendor) -> Iterator[str]:
    """The steps, the first first."""
    match grant.status:
        case GrantStatus.ACTIVE if grant.scope is Scope.READ_WRITE:
            yield f"If the program only reads, give it a read-only key instead: make one in {vendor.settings}."
            yield "If others may have seen the key, delete it there: it can send every call to a webhook of theirs."
        case GrantStatus.ACTIVE:
            yield f"If others may have seen the key, delete it in {vendor.settings}: it reads every call and contact."
        case GrantStatus.INACTIVE:
            yield f"Compare it with the one that {vendor.settings} has, or make a new one there."
            yield "Where nothing needs it any more, take it out: whoever finds it has to find out that it is dead."
        case GrantStatus.UNKNOWN:
            yield "Until it is known, treat the key as one that works."
