"""What an answer means: the API's own is believed, everything else is unknown and says what to do."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revont_guard import catalog
from revont_guard.catalog import Probe
from revont_guard.model import Grant, GrantSource, GrantStatus, Scope, Secret
from revont_guard.verify.exchange import LIMIT, Answer, Silence
from revont_guard.verify.pace import Pace
from revont_guard.verify.probe import Prober
from tests.keys import make_key
from tests.servers import API_ERROR, WEBHOOKS

KNOWLEDGE = catalog.knowledge()
HOST = "api.example.org"


class Api:
    """Hands out ``answers`` in turn, the last for ever, and keeps what it was asked."""

    def __init__(self, *answers: Answer | Silence) -> None:
        self.asked: list[Secret] = []
        self._answers = list(answers)

    def __call__(self, probe: Probe, secret: Secret) -> Answer | Silence:
        self.asked.append(secret)
        return self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]


def answer(status: int, body: bytes | object, *limits: str, cut: bool = False) -> Answer:
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    return Answer(status, data, cut, *limits)


def prober(*answers: Answer | Silence, patience: float = 0, **options: Any) -> tuple[Prober, Api]:
    api = Api(*answers)
    pace = Pace(patience, lambda: 1_800_000_000.0, lambda _: None)
    return Prober(api, HOST, KNOWLEDGE, pace=pace, **options), api


def probed(given_: Answer | Silence) -> Grant:
    return prober(given_)[0].probe(Secret(make_key("probe")))


def keys(count: int) -> list[Secret]:
    return [Secret(make_key(number)) for number in range(count)]


# -- the API's own answers --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "body", "state", "scope"),
    [
        (401, API_ERROR, GrantStatus.INACTIVE, None),
        (403, {"error": {"message": "No.", "code": "anything"}}, GrantStatus.ACTIVE, Scope.READ_ONLY),
        (403, {"request_id": 1, "error": {"code": ""}}, GrantStatus.ACTIVE, Scope.READ_ONLY),
        (200, WEBHOOKS, GrantStatus.ACTIVE, Scope.READ_WRITE),
        (200, {"has_more": False, "data": [{"id": "wh_01HX9ABCDE"}]}, GrantStatus.ACTIVE, Scope.READ_WRITE),
    ],
)
def test_answer_of_the_api_is_believed(status: int, body: object, state: GrantStatus, scope: Scope | None) -> None:
    grant = probed(answer(status, body))
    assert (grant.status, grant.scope, grant.source, grant.host) == (state, scope, GrantSource.PROBE, HOST)
    assert grant.inferred
    assert grant.reason


def test_long_answer_is_believed_by_its_beginning() -> None:
    body = json.dumps({"data": [{"id": number} for number in range(9_999)]}).encode()
    assert probed(answer(200, body[:LIMIT], cut=True)).scope is Scope.READ_WRITE
    assert probed(answer(200, b"{" + b'"x": [' + b"1, " * 2_000, cut=True)).status is GrantStatus.UNKNOWN


# -- and all others ---------------------------------------------------------------------------------------------------

HTML = b"<!doctype html><title>Welcome to the airport</title>"
NOT_THE_APIS: list[tuple[int, object]] = [
    (200, HTML),
    (200, b""),
    (200, API_ERROR),
    (200, {"webhooks": []}),
    (200, {"x": {"data": []}}),
    (200, [{"data": []}]),
    (200, {"data": None}),
    (200, {"data": "logged out"}),
    (200, b'{"data": [], "data": []}'),
    (200, b'{"data": []} <script>'),
    (401, HTML),
    (401, b""),
    (401, WEBHOOKS),
    (401, {"message": "Unauthorized"}),
    (401, {"error": "unauthorized"}),
    (401, {"error": ["code"]}),
    (401, {"error": {"message": "Unauthorized"}}),
    (401, {"error.code": "unauthorized"}),
    (403, HTML),
    (403, {"error": {"code": 403, "message": "Forbidden", "status": "PERMISSION_DENIED"}}),
    (403, {"error": {"code": None}}),
    (403, {"error": {"error": {"code": "a"}}}),
]


@pytest.mark.parametrize(("status", "body"), NOT_THE_APIS)
def test_answer_that_is_not_the_apis_is_unknown(status: int, body: object) -> None:
    grant = probed(answer(status, body))
    assert (grant.status, grant.scope) == (GrantStatus.UNKNOWN, None)
    assert "not the API's own" in grant.reason
    assert "another network" in grant.reason


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (301, "leads elsewhere"),
        (302, "leads elsewhere"),
        (308, "leads elsewhere"),
        (404, "--api-url"),
        (405, "--api-url"),
        (408, "later"),
        (429, "rate limit"),
        (500, "later"),
        (502, "later"),
        (503, "later"),
        (599, "later"),
        (100, "knows no such answer"),
        (201, "knows no such answer"),
        (204, "knows no such answer"),
        (206, "knows no such answer"),
        (400, "knows no such answer"),
        (407, "knows no such answer"),
        (999, "knows no such answer"),
    ],
)
@pytest.mark.parametrize("body", [WEBHOOKS, API_ERROR])
def test_any_other_status_is_unknown_whatever_it_says(status: int, told: str, body: object) -> None:
    grant = probed(answer(status, body))
    assert (grant.status, grant.scope) == (GrantStatus.UNKNOWN, None)
    assert told in grant.reason
    assert str(status) in grant.reason


def test_silence_is_unknown_with_its_reason() -> None:
    grant = probed(Silence("nobody was there", sent=True))
    assert (grant.status, grant.reason, grant.host) == (GrantStatus.UNKNOWN, "nobody was there", HOST)


BODIES = (
    st.binary(max_size=80)
    | st.sampled_from([json.dumps(body).encode() for body in (API_ERROR, WEBHOOKS)])
    | st.recursive(
        st.none() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["data", "error", "code", "a"]), inner, max_size=3)
        ),
    ).map(lambda value: json.dumps(value).encode())
)


def _belongs_to_the_api(status: int, body: bytes) -> bool:
    """As plainly as it can be said."""
    try:
        read = json.loads(body)
    except ValueError:
        return False
    if not isinstance(read, dict):
        return False
    if status == 200:
        return isinstance(read.get("data"), list)
    error = read.get("error")
    return status in (401, 403) and isinstance(error, dict) and isinstance(error.get("code"), str)


@given(st.sampled_from([200, 401, 403]) | st.integers(100, 999), BODIES, st.text(max_size=9), st.text(max_size=9))
def test_nothing_but_the_apis_own_answer_tells_anything(status: int, body: bytes, remaining: str, reset: str) -> None:
    grant = probed(answer(status, body, remaining, reset))
    if not _belongs_to_the_api(status, body):
        assert (grant.status, grant.scope) == (GrantStatus.UNKNOWN, None)
    assert grant.reason.isprintable()


# -- how often, and how long ------------------------------------------------------------------------------------------


def test_one_request_for_each_distinct_key() -> None:
    asking, api = prober(answer(401, API_ERROR))
    one, other = keys(2)
    for secret in (one, other, one, Secret(make_key(0))):
        asking.probe(secret)
    assert api.asked == [one, other]
    assert asking.requests == 2


def test_what_may_not_be_sent_is_not_sent() -> None:
    asking, api = prober(answer(200, WEBHOOKS))
    for text in ("a\nb", "", "sk_" + "live_" + make_key("another vendor")):
        grant = asking.probe(Secret(text))
        assert (grant.status, grant.source, grant.host) == (GrantStatus.UNKNOWN, GrantSource.POLICY, None)
        assert "was not sent" in grant.reason
    assert api.asked == []
    assert asking.requests == 0


def test_budget_ends_the_requests() -> None:
    asking, api = prober(answer(401, API_ERROR), budget=2)
    grants = [asking.probe(secret) for secret in keys(4)]
    assert [grant.status for grant in grants] == [GrantStatus.INACTIVE] * 2 + [GrantStatus.UNKNOWN] * 2
    assert "2 requests at the most" in grants[-1].reason
    assert len(api.asked) == 2


def test_rate_limit_stops_further_requests() -> None:
    for spent in (answer(429, API_ERROR, "0", "1800000060"), answer(401, API_ERROR, "0", "1800000060")):
        asking, api = prober(spent, answer(401, API_ERROR))
        first, *others = [asking.probe(secret) for secret in keys(3)]
        assert first.status is (GrantStatus.UNKNOWN if spent.status == 429 else GrantStatus.INACTIVE)
        assert all("08:01:00 UTC" in grant.reason for grant in others)
        assert len(api.asked) == 1


def test_rate_limit_that_ends_soon_is_waited_for() -> None:
    asking, api = prober(answer(401, API_ERROR, "0", "1800000005"), answer(403, API_ERROR), patience=6)
    _, second = [asking.probe(secret) for secret in keys(2)]
    assert second.scope is Scope.READ_ONLY
    assert len(api.asked) == 2


def test_host_that_cannot_be_reached_is_tried_once() -> None:
    asking, api = prober(Silence("no such host", sent=False))
    grants = [asking.probe(secret) for secret in keys(3)]
    assert {grant.reason for grant in grants} == {"no such host"}
    assert len(api.asked) == 1
    assert asking.requests == 0


def test_host_that_stays_silent_is_left_in_peace() -> None:
    asking, api = prober(Silence("dropped", sent=True))
    grants = [asking.probe(secret) for secret in keys(5)]
    assert len(api.asked) == asking.requests == 3
    assert "3 times in a row" in grants[-1].reason


def test_silence_now_and_then_stops_nothing() -> None:
    answers: list[Answer | Silence] = [Silence("dropped", sent=True)] * 2
    asking, api = prober(*[*answers, answer(401, API_ERROR)] * 3)
    for secret in keys(9):
        asking.probe(secret)
    assert len(api.asked) == 9


@pytest.mark.parametrize("status", [200, 302, 401, 404, 418, 429, 503])
def test_every_reason_is_a_sentence_for_a_person(status: int) -> None:
    reason = probed(answer(status, b"")).reason
    assert 20 < len(reason) < 240
    assert not reason.endswith(".")
