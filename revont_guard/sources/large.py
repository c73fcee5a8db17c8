"""Files that are too large to be held in memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from revont_guard.model import Location, Skipped

if TYPE_CHECKING:
    from collections.abc import Callable
    from io import RawIOBase

    from revont_guard.sources.walk import Unread


@dataclass(frozen=True, slots=True)
class Large(Skipped):
    """A file that was not read because of its size: who knows no better passes it on as what it is, Skipped.

    Who can read it piece by piece ``open``s it, and closes it.
    """

    origin: Location
    tracked: bool | None
    open: Callable[[], RawIOBase | Unread]
