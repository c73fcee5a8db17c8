"""The rate limit: waited for where it is near, told where it is not, and harmless whatever its headers hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revont_guard.verify.exchange import Answer
from revont_guard.verify.pace import Pace

NOW = 1_800_000_000.5


class Clock:
    """A clock that goes on only by sleeping."""

    def __init__(self) -> None:
        self.now = NOW
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        assert seconds > 0
        self.slept.append(seconds)
        self.now += seconds


def paced(answer: Answer, patience: float = 10) -> tuple[Pace, Clock]:
    clock = Clock()
    pace = Pace(patience, lambda: clock.now, clock.sleep)
    pace.heed(answer)
    return pace, clock


def answer(remaining: str | None, reset: str | None = None, status: int = 200) -> Answer:
    return Answer(status, b"", False, remaining, reset)


@pytest.mark.parametrize(
    "remaining", [None, "1", "99", "", "-1", "NaN", "0x0", "0.0", "1e9", "\u0660", "0, 5", "9" * 99]
)
def test_no_wait_while_requests_are_left_or_nobody_says_otherwise(remaining: str | None) -> None:
    pace, clock = paced(answer(remaining, str(int(NOW) + 5)))
    assert pace.wait() is None
    assert clock.slept == []


@pytest.mark.parametrize(
    "given_", [answer("0", "1800000005"), answer(None, "1800000005", 429), answer("000", "1800000005")]
)
def test_near_reset_is_waited_for_once(given_: Answer) -> None:
    pace, clock = paced(given_)
    assert pace.wait() is None
    assert pace.wait() is None
    assert clock.slept == [4.5]


def test_far_reset_is_told() -> None:
    pace, clock = paced(answer("0", "1800000060"))
    assert pace.wait() == "the rate limit is reached; run this again after 08:01:00 UTC"
    assert clock.slept == []


def test_patience_is_for_all_waits_together() -> None:
    pace, clock = paced(answer("0", "1800000006"))
    assert pace.wait() is None
    pace.heed(answer("0", "1800000012"))
    assert pace.wait() is not None
    assert clock.slept == [5.5]


@pytest.mark.parametrize("reset", [None, "", "-5", "NaN", "soon", "1e9", "1800000005.0", "9" * 13, "\u0661"])
def test_reset_that_nobody_can_read_is_no_time_to_wait_for(reset: str | None) -> None:
    for status in (200, 429):
        pace, clock = paced(answer("0", reset, status))
        assert pace.wait() == "the rate limit is reached; run this again in a minute"
        assert clock.slept == []


def test_reset_at_the_end_of_time_is_told() -> None:
    pace, _ = paced(answer("0", "9" * 12))
    assert "no sensible time" in (pace.wait() or "")


def test_reset_in_the_past_lets_go_on_but_for_a_refusal() -> None:
    pace, clock = paced(answer("0", "5"))
    assert pace.wait() is None
    assert clock.slept == []
    pace, _ = paced(answer("0", "5", 429))
    assert pace.wait() is not None


def test_next_answer_counts() -> None:
    pace, _ = paced(answer("0", None))
    pace.heed(answer("7"))
    assert pace.wait() is None


HEADER = st.none() | st.text(max_size=15) | st.integers().map(str) | st.floats().map(str)


@given(st.lists(st.tuples(HEADER, HEADER, st.integers(100, 999)), max_size=5), st.floats(0, 100))
def test_no_header_makes_it_wait_longer_than_its_patience(
    answers: list[tuple[str | None, str | None, int]], patience: float
) -> None:
    clock = Clock()
    pace = Pace(patience, lambda: clock.now, clock.sleep)
    for each in answers:
        pace.heed(answer(*each))
        pace.wait()
        assert pace.when
    assert sum(clock.slept) <= patience
