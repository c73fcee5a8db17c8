"""The documented API: scopes, errors, limits, pages, filters and webhooks, each as the documentation has it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revont_guard import catalog
from revont_guard.fake_api import Answer, FakeApi, shown
from revont_guard.model import Secret
from tests.keys import make_key

READ_ONLY, READ_WRITE, OTHER = (Secret(make_key(f"fake api, {name}")) for name in ("reader", "writer", "other"))
NOW = 1_700_000_000.5  # seconds since 1970
HOOK = {"url": "https://hooks.example/revont", "events": ["call.ended"], "description": "a test"}
NO_EVENTS: list[Any] = [[], ["call.lost"], "call.ended", [[]], [{}], None]
FACTS = catalog.stand_in()


class Api:
    """The API at a time that the test moves."""

    def __init__(self, rate_limit: int = 1000) -> None:
        self.now = NOW
        self._api = FakeApi(rate_limit, lambda: self.now)
        self._api.keys |= {READ_ONLY: "read-only", READ_WRITE: "read-write"}

    def __call__(self, method: str, path: str, key: Secret | None = READ_WRITE, body: Any = None) -> Answer:
        return self._api.answer(
            method, f"/v1{path}", key, body if isinstance(body, bytes) else json.dumps(body).encode()
        )

    def data(self, path: str) -> Any:
        answer = self("GET", path)
        assert answer.status == 200 and answer.body
        return answer.body["data"]


@pytest.fixture
def api() -> Api:
    return Api()


# -- who may what -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", [None, OTHER])
@pytest.mark.parametrize("path", ["/calls", "/webhooks", "/nowhere"])
def test_without_a_key_that_it_knows_the_documented_401(key: Secret | None, path: str, api: Api) -> None:
    answer = api("GET", path, key)
    assert answer.status == 401
    assert answer.body == {"error": {"code": "unauthorized", "message": "Missing or invalid API key."}}


@pytest.mark.parametrize(
    "path", ["/calls", f"/calls/{FACTS.call_id}0001", "/summaries", "/action-items", "/contacts", "/calls?limit=1"]
)
@pytest.mark.parametrize("key", [READ_ONLY, READ_WRITE])
def test_both_scopes_read(path: str, key: Secret, api: Api) -> None:
    assert api("GET", path, key).status == 200


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/webhooks"),
        ("POST", "/webhooks"),
        ("DELETE", "/webhooks/wh_0"),
        ("PATCH", "/calls"),
        ("POST", "/calls"),
    ],
)
def test_read_only_is_forbidden_webhooks_and_changes(method: str, path: str, api: Api) -> None:
    answer = api(method, path, READ_ONLY, HOOK)
    assert answer.status == 403 and answer.body and answer.body["error"].keys() == {"code", "message"}
    assert api.data("/webhooks") == []


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/calls/call_NONE"),
        ("GET", "/calls/"),
        ("GET", "/call"),
        ("GET", "/"),
        ("GET", "/../v1/calls"),
        ("DELETE", "/webhooks/wh_NONE"),
        ("PUT", "/webhooks"),
        ("POST", "/calls"),
        ("OPTIONS", "/calls"),
        ("?", "/calls"),
    ],
)
def test_what_is_not_documented_is_not_there(method: str, path: str, api: Api) -> None:
    assert api(method, path).status == 404


def test_only_below_its_version(api: Api) -> None:
    assert api._api.answer("GET", "/calls", READ_WRITE, b"").status == 404
    assert api._api.answer("GET", "https://api.revont.ai/v1/calls", READ_WRITE, b"").status == 404


# -- the rate limit ---------------------------------------------------------------------------------------------------


def test_every_answer_tells_the_rate_limit_and_beyond_it_429(api: Api) -> None:
    api = Api(rate_limit=3)
    keys = (READ_ONLY, OTHER, None, READ_WRITE)
    answers = [api("GET", "/webhooks", key) for key in keys]
    assert [answer.status for answer in answers] == [403, 401, 401, 429]
    assert [answer.headers["X-RateLimit-Remaining"] for answer in answers] == ["2", "1", "0", "0"]
    assert {answer.headers["X-RateLimit-Limit"] for answer in answers} == {"3"}
    (reset,) = {int(answer.headers["X-RateLimit-Reset"]) for answer in answers}
    assert NOW + 60 <= reset <= NOW + 61
    api.now = reset - 1
    assert api("GET", "/calls").status == 429
    api.now = reset
    answer = api("GET", "/calls")
    assert (answer.status, answer.headers["X-RateLimit-Remaining"]) == (200, "2")
    assert int(answer.headers["X-RateLimit-Reset"]) == reset + 60


# -- lists ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/calls", "/summaries", "/action-items", "/contacts"])
def test_cursors_lead_through_a_list_once(path: str, api: Api) -> None:
    seen, query, pages = [], "", 0
    while True:
        body = api("GET", path + query).body
        assert body and body.keys() == {"data", "next_cursor", "has_more"}
        seen += body["data"]
        pages += 1
        assert body["has_more"] == (body["next_cursor"] is not None)
        if not body["has_more"]:
            break
        query = f"?cursor={body['next_cursor']}"
    assert pages == 3
    assert len(seen) == FACTS.calls == len({json.dumps(item) for item in seen})


@pytest.mark.parametrize(("limit", "count"), [("1", 1), ("20", 20), ("44", 44), ("100", 45)])
def test_limit_is_the_size_of_a_page(limit: str, count: int, api: Api) -> None:
    body = api("GET", f"/calls?limit={limit}").body
    assert body and len(body["data"]) == count
    assert body["has_more"] == (count < 45)
    assert len(api.data("/calls")) == 20


@pytest.mark.parametrize(
    "query",
    [
        *(f"limit={limit}" for limit in ("0", "101", "-1", "ten", "1.5", "1000", "٣")),
        *(f"cursor={cursor}" for cursor in ("x", "cur_01HX4CDEF", "call_01SANDBOX0001")),
        *(
            f"{name}={day}"
            for name in ("from", "to")
            for day in ("yesterday", "2024-13-01", "0001-01-01T00:00%2B09:00")
        ),
        "outcome=maybe",
        "&".join(f"a{number}=1" for number in range(200)),
    ],
)
def test_query_that_cannot_be_meant_is_refused(query: str, api: Api) -> None:
    answer = api("GET", f"/calls?{query}")
    assert answer.status == 400 and answer.body and answer.body["error"]["code"] == "invalid_request"


def test_filters_give_what_they_say(api: Api) -> None:
    everything = api.data("/calls?limit=100")
    for name, values in {"rep_id": FACTS.rep_ids, "outcome": FACTS.outcomes}.items():
        for value in values:
            wanted = [call for call in everything if call[name] == value]
            assert wanted and api.data(f"/calls?limit=100&{name}={value}") == wanted
    assert api.data("/calls?rep_id=user_NOBODY") == []


@pytest.mark.parametrize(
    ("begin", "end", "starts"),
    [
        ("2024-01-02", "2024-01-02", ["20:00", "13:00", "06:00"]),
        ("2024-01-02T13:00:00Z", "2024-01-02T20:00:00Z", ["20:00", "13:00"]),
        ("2024-01-02T15:00:00%2B02:00", "2024-01-02T13:00:00", ["13:00"]),
        ("2024-01-03", "2024-01-02", []),
    ],
)
def test_from_and_to_take_days_and_times(begin: str, end: str, starts: list[str], api: Api) -> None:
    found = api.data(f"/calls?from={begin}&to={end}")
    assert [call["started_at"] for call in found] == [f"2024-01-02T{start}:00Z" for start in starts]


def test_a_call_by_its_id_has_its_transcript(api: Api) -> None:
    call = api.data("/calls?limit=1")[0]
    assert "transcript" not in call
    assert api("GET", f"/calls/{call['id']}").body == call | {"transcript": FACTS.transcript}


def test_data_is_the_same_every_time_and_plainly_made_up() -> None:
    first, second = ([Api().data(path) for path in ("/calls?limit=100", "/contacts?limit=100")] for _ in range(2))
    assert first == second
    assert all(call["prospect_email"].endswith(".example") and "SANDBOX" in call["id"] for call in first[0])


# -- webhooks ---------------------------------------------------------------------------------------------------------


def test_a_webhook_lives_from_post_to_delete_and_its_secret_is_shown_once(api: Api) -> None:
    made = api("POST", "/webhooks", body=HOOK)
    assert made.status == 201 and made.body
    secret = made.body.pop("signing_secret")
    assert made.body.keys() == {"id", "url", "events", "description", "created_at", "status"}
    assert made.body.items() >= HOOK.items() and made.body["created_at"] == "2023-11-14T22:13:20Z"
    other = api("POST", "/webhooks", body={"url": "https://b.example", "events": list(FACTS.events)}).body
    assert other and other["signing_secret"] != secret
    listed = api("GET", "/webhooks").body
    assert listed and listed.keys() == {"data"} and listed["data"][0] == made.body
    assert secret not in json.dumps(listed)
    gone = api("DELETE", f"/webhooks/{made.body['id']}")
    assert (gone.status, gone.body) == (204, None)
    assert [hook["id"] for hook in api.data("/webhooks")] == [other["id"]]
    assert api("DELETE", f"/webhooks/{made.body['id']}").status == 404


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xff",
        b"[" * 100_000,
        [],
        {},
        *(HOOK | {"url": url} for url in ("http://a.example", "https://", "ftp://a", "https://[", 1, None)),
        *(HOOK | {"events": events} for events in NO_EVENTS),
        HOOK | {"description": 1},
    ],
)
def test_webhook_that_cannot_be_meant_is_refused(body: Any, api: Api) -> None:
    assert api("POST", "/webhooks", body=body).status == 400
    assert api.data("/webhooks") == []


# -- what is shown of it ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("/v1/webhooks", "/v1/webhooks"),
        ("/v1/calls?limit=1", "/v1/calls"),
        ("/v1/calls/call_01HX4BQZPK8J2NFRT3WY", "/v1/calls/call_01HX4BQZPK8J2NFRT3WY"),
        ("/v1/webhook/", "/v1/{}/"),
        (f"/v1/calls/{make_key('in a path')}", "/v1/calls/{}"),
        (f"/{make_key('in a path')}?{make_key('in a query')}", "/{}"),
        (f"/v1/calls/call_{make_key('with a prefix')}", "/v1/calls/{}"),
    ],
)
def test_path_is_shown_without_what_the_api_does_not_know(target: str, path: str) -> None:
    assert shown(target) == path


@given(
    st.sampled_from(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "?"]),
    st.one_of(st.text(), st.from_regex(r"/v1/(calls|webhooks|contacts)(/[a-z]*)?\?(limit|cursor|from|to|outcome)=.*")),
    st.binary(),
)
def test_any_request_gets_a_documented_answer(method: str, target: str, body: bytes) -> None:
    answer = FakeApiOfAll.answer(method, target, READ_WRITE, body)
    assert answer.status in (200, 400, 404)
    assert answer.body and ("data" in answer.body or answer.body["error"]["code"])


FakeApiOfAll = FakeApi(10**9, lambda: NOW)
FakeApiOfAll.keys[READ_WRITE] = "read-write"
