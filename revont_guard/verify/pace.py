"""When the next request may be made, as the headers of the rate limit tell, whatever somebody wrote into them."""

from __future__ import annotations

import datetime
import re
import time
from collections.abc import Callable

from revont_guard.verify.exchange import Answer

_SECONDS = re.compile(r"[0-9]{1,12}")
_SPENT = re.compile(r"0{1,9}")
_TOO_MANY = 429
_DAY = 86_400


class Pace:
    """Waits at most ``patience`` seconds altogether. ``clock`` gives Unix time in seconds."""

    def __init__(
        self,
        patience: float,
        clock: Callable[[], float] = time.time,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._patience = patience
        self._clock = clock
        self._sleep = sleep
        self._spent = False
        self._reset: int | None = None

    def heed(self, answer: Answer) -> None:
        """Takes in what an answer says of the rate limit."""
        refused = answer.status == _TOO_MANY
        reset = int(answer.reset) if answer.reset and _SECONDS.fullmatch(answer.reset) else None
        if refused and reset is not None and reset <= self._clock():
            reset = None  # it refuses still
        self._spent = refused or bool(answer.remaining and _SPENT.fullmatch(answer.remaining))
        self._reset = reset

    def wait(self) -> str | None:
        """Waits until a request may be made. Gives the reason where that would take too long, or nobody knows."""
        if not self._spent:
            return None
        if self._reset is None:
            return f"the rate limit is reached; run this again {self.when}"
        seconds = self._reset - self._clock()
        if seconds > self._patience:
            return f"the rate limit is reached; run this again {self.when}"
        if seconds > 0:
            self._patience -= seconds
            self._sleep(seconds)
        self._spent = False
        return None

    @property
    def when(self) -> str:
        """When the rate limit ends, in words."""
        if self._reset is None:
            return "in a minute"
        if not 0 <= self._reset - self._clock() < _DAY:
            return "later (the API names no sensible time)"
        return f"after {datetime.datetime.fromtimestamp(self._reset, datetime.UTC):%H:%M:%S} UTC"
