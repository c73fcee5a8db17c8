"""`revont-guard verify`: the right answer and exit code, one GET for each distinct key, and no key in sight."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from revont_guard.commands import verify as command
from revont_guard.model import Secret
from tests.commands import Outcome, Stream, run
from tests.formats import validated
from tests.keys import make_key
from tests.servers import API_ERROR, WEBHOOKS, Behave, Peer, Server, answering, like_the_api, response

READER, WRITER, DEAD = (make_key(f"verify {name}") for name in ("reader", "writer", "dead"))
SCOPES = {READER: "read-only", WRITER: "read-write"}
KEYS = {"READER": READER, "WRITER": WRITER, "DEAD": DEAD}


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, key in KEYS.items():
        monkeypatch.setenv(name, key)


@pytest.fixture
def api() -> Iterator[Server]:
    with Server(like_the_api(SCOPES)) as server:
        yield server


def verify(server: Server, *arguments: str, **options: Any) -> Outcome:
    outcome = run("verify", "--api-url", server.url, *arguments, **options)
    for key in KEYS.values():
        assert key not in outcome.out + outcome.err
    return outcome


def grants(outcome: Outcome) -> dict[str, tuple[str, str | None]]:
    """By the first name of each key, its status and scope."""
    report = validated(outcome.out)
    return {record["names"][0]: (record["grant"]["status"], record["grant"]["scope"]) for record in report["keys"]}


# -- answers ----------------------------------------------------------------------------------------------------------


def test_every_key_gets_its_answer_with_one_get_each(api: Server) -> None:
    outcome = verify(api, "--env", "READER", "--env", "WRITER", "--env", "DEAD", "--env", "READER", "--format", "json")
    assert outcome.code == 0
    assert grants(outcome) == {
        "READER": ("active", "read-only"),
        "WRITER": ("active", "read-write"),
        "DEAD": ("inactive", None),
    }
    assert api.requests == ["GET /v1/webhooks HTTP/1.1"] * 3
    assert api.connections == 3
    report = json.loads(outcome.out)
    assert report["coverage"]["requests"] == 3
    assert report["coverage"]["complete"]
    for record in report["keys"]:
        assert record["grant"]["inferred"]
        assert record["grant"]["source"] == "probe"
        assert record["grant"]["host"] == f"127.0.0.1:{api.port}"
        assert record["kind"] == "api-key"
        assert record["next"]


def test_names_of_one_key_are_one_record(api: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAME", READER)
    [record] = validated(verify(api, "--env", "READER", "--env", "SAME", "--format", "json").out)["keys"]
    assert record["names"] == ["READER", "SAME"]
    assert record["fingerprint"] == Secret(READER).fingerprint
    assert len(api.heads) == 1


def test_text_is_for_people(api: Server) -> None:
    outcome = verify(api, "--env", "READER", "--env", "DEAD")
    assert outcome.code == 0
    assert f"active, read-only (inferred)  Revont API key READER  {Secret(READER)}" in outcome.out
    assert "inactive  Revont API key DEAD" in outcome.out
    assert "Settings → API → API Keys" in outcome.out
    assert f"2 requests to 127.0.0.1:{api.port}." in outcome.out
    assert outcome.err == ""


@pytest.mark.parametrize("end", ["", "\n", "\r\n", "\n\n"])
def test_key_on_standard_input(end: str, api: Server) -> None:
    outcome = verify(api, "--stdin", "--format", "json", stdin=(WRITER + end).encode())
    assert outcome.code == 0
    assert grants(outcome) == {"standard input": ("active", "read-write")}


def test_key_is_asked_for_unseen_on_a_terminal(api: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("getpass.getpass", lambda prompt: READER)
    monkeypatch.setattr(Stream, "isatty", lambda self: True)
    assert "read-only" in verify(api, "--stdin").out


def test_terminal_that_would_show_the_key_is_not_used(api: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """As getpass does where it cannot switch the echo off."""
    import getpass
    import warnings

    def echoing(prompt: str) -> str:
        warnings.warn("it would be shown", getpass.GetPassWarning, stacklevel=1)
        return READER

    monkeypatch.setattr("getpass.getpass", echoing)
    monkeypatch.setattr(Stream, "isatty", lambda self: True)
    outcome = verify(api, "--stdin")
    assert outcome.code == 2
    assert "unseen" in outcome.err
    assert api.connections == 0


# -- what is expected -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "met"),
    [("READER", {"active", "read-only"}), ("WRITER", {"active", "read-write"}), ("DEAD", {"inactive"})],
)
@pytest.mark.parametrize("expected", ["active", "inactive", "read-only", "read-write"])
def test_expectation_decides_the_exit_code(name: str, met: set[str], expected: str, api: Server) -> None:
    outcome = verify(api, "--env", name, "--expect", expected)
    assert outcome.code == (0 if expected in met else 1)
    assert (f"should be {expected}" in outcome.out) is (expected not in met)


def test_every_key_must_be_as_expected(api: Server) -> None:
    assert verify(api, "--env", "READER", "--env", "WRITER", "--expect", "active").code == 0
    outcome = verify(api, "--env", "READER", "--env", "WRITER", "--expect", "read-only", "--format", "json")
    assert outcome.code == 1
    report = validated(outcome.out)
    assert [notice["kind"] for notice in report["notices"]] == ["not-as-expected"]
    assert "WRITER is active, read-write" in report["notices"][0]["message"]
    assert {record["expected"] for record in report["keys"]} == {"read-only"}


def test_what_is_not_known_beats_what_is_not_expected(api: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ODD", "two words")
    outcome = verify(api, "--env", "READER", "--env", "ODD", "--expect", "inactive", "--format", "json")
    assert outcome.code == 3
    report = validated(outcome.out)
    assert not report["coverage"]["complete"]
    assert [item["what"] for item in report["coverage"]["skipped"]] == ["ODD"]
    assert len(report["notices"]) == 1


# -- what is not known ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("a\tb", "white space"),
        ("key\r", "line break"),
        ("key ", "white space"),
        ("key\nHost: evil.example", "white space"),
        ("k\x01ey", "characters in it that no key has"),
        ("schl\u00fcssel", "characters in it that no key has"),
        ("ghp_" + make_key("verify, of github", "base62-48"), "another vendor's key"),
    ],
)
def test_what_may_be_no_key_is_not_sent(value: str, told: str, api: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ODD", value)
    outcome = verify(api, "--env", "ODD", "--format", "json")
    assert outcome.code == 3
    [record] = validated(outcome.out)["keys"]
    assert record["grant"]["status"] == "unknown"
    assert record["grant"]["source"] == "policy"
    assert told in record["grant"]["reason"]
    assert json.loads(outcome.out)["coverage"]["requests"] == 0
    assert api.connections == 0


@pytest.mark.parametrize("value", ["\x1b[2J" * 20, "\udcff" * 40, "\r\n::error::" + "x" * 60])
@pytest.mark.parametrize("format_", ["text", "json"])
def test_what_is_no_key_drives_no_terminal(
    value: str, format_: str, api: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ODD", value)
    outcome = verify(api, "--env", "ODD", "--format", format_)
    assert outcome.code == 3
    assert value[:4] not in outcome.out
    assert "\\udcff" not in outcome.out


FAULTS: dict[str, Behave] = {
    "a page of a captive portal": answering(200, b"<html>Log in</html>", "Content-Type: text/html"),
    "a proxy that refuses": answering(403, b"<html>Blocked</html>"),
    "a redirect": answering(302, b"", "Location: https://example.org/"),
    "too many requests": answering(429, API_ERROR),
    "a fault": answering(500, API_ERROR),
    "a dropped connection": Peer.reset,
    "an answer without an end": lambda peer: peer.flood(b"HTTP/1.1 200 OK\r\n\r\n" + b" " * 5000),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_not_the_apis_answer_is_unknown(fault: str) -> None:
    with Server(FAULTS[fault]) as server:
        outcome = verify(server, "--env", "READER", "--format", "json")
        assert outcome.code == 3
        assert grants(outcome) == {"READER": ("unknown", None)}
        text = verify(server, "--env", "READER", "--quiet")
        assert text.code == 3
        assert "unknown  Revont API key READER" in text.out
        assert "treat the key as one that works" in text.out
    assert server.requests == ["GET /v1/webhooks HTTP/1.1"] * 2


def test_faults_for_one_key_are_none_for_the_next(api: Server) -> None:
    """Each key its own answer."""

    def behave(peer: Peer) -> None:
        if peer.key == DEAD:
            peer.reset()
        else:
            like_the_api(SCOPES)(peer)

    with Server(behave) as server:
        outcome = verify(server, "--env", "DEAD", "--env", "READER", "--format", "json")
    assert outcome.code == 3
    assert grants(outcome) == {"DEAD": ("unknown", None), "READER": ("active", "read-only")}


def test_rate_limit_stops_before_the_next_key() -> None:
    reset = str(int(time.time()) + 3600)
    with Server(answering(401, API_ERROR, "X-RateLimit-Remaining: 0", f"X-RateLimit-Reset: {reset}")) as server:
        outcome = verify(server, "--env", "DEAD", "--env", "READER", "--format", "json")
    assert outcome.code == 3
    assert grants(outcome) == {"DEAD": ("inactive", None), "READER": ("unknown", None)}
    assert len(server.heads) == 1


def test_rate_limit_that_ends_soon_is_waited_for() -> None:
    reset = int(time.time()) + 2
    behave = answering(401, API_ERROR, "X-RateLimit-Remaining: 0", f"X-RateLimit-Reset: {reset}")
    with Server(behave) as server:
        outcome = verify(server, "--env", "DEAD", "--env", "READER")
    assert outcome.code == 0
    assert len(server.heads) == 2
    assert time.time() >= reset


@pytest.mark.slow
@pytest.mark.parametrize(
    "behave", [lambda peer: peer.drip(b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 9999, 0.5), Peer.wait]
)
def test_probe_ends_within_half_a_minute(behave: Behave) -> None:
    with Server(behave) as server:
        began = time.monotonic()
        assert verify(server, "--env", "READER").code == 3
        assert time.monotonic() - began < 30
    assert len(server.heads) == 1


ECHOING = [
    lambda key: response(200, {"data": [key]}),
    lambda key: response(200, {key: key}),
    lambda key: response(401, {"error": {"code": key, "message": key}}),
    lambda key: response(302, b"", f"Location: https://example.org/{key}"),
    lambda key: response(429, b"", f"X-RateLimit-Reset: {key}", f"X-RateLimit-Remaining: {key}"),
    lambda key: response(200, b"", f"{key}: {key}", f"Content-Type: {key}"),
    lambda key: f"HTTP/1.1 500 {key}\r\n\r\n{key}".encode(),
    lambda key: f"{key}\r\n\r\n".encode(),
    lambda key: f"HTTP/1.1 {key}\r\n\r\n".encode(),
    lambda key: f"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{key}\r\n".encode(),
    lambda key: f"HTTP/1.1 200 OK\r\nContent-Length: {key}\r\n\r\n{key}".encode(),
]


@pytest.mark.parametrize("number", range(len(ECHOING)))
@pytest.mark.parametrize("format_", ["text", "json"])
def test_server_that_says_the_key_again_is_not_repeated(number: int, format_: str) -> None:
    with Server(lambda peer: peer.send(ECHOING[number](peer.key))) as server:
        verify(server, "--env", "READER", "--format", format_)
    assert len(server.heads) == 1


PIECES = st.sampled_from(
    [
        b"HTTP/1.1 200 OK\r\n",
        b"HTTP/1.1 401 No\r\n",
        b"HTTP/1.1 403 No\r\n",
        b"HTTP/1.0 429 Slow\r\n",
        b"Content-Length: 5\r\n",
        b"Transfer-Encoding: chunked\r\n",
        b"Content-Encoding: gzip\r\n",
        b"X-RateLimit-Remaining: 0\r\n",
        b"X-RateLimit-Reset: -1\r\n",
        b"\r\n",
        b"5\r\n",
        b"0\r\n\r\n",
        b'{"data": [',
        b'{"error": {"code": "',
        b'"}}',
        b"]}",
    ]
)


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(pieces=st.lists(PIECES | st.binary(max_size=9), max_size=9), abrupt=st.booleans())
def test_whatever_a_server_sends_there_is_an_answer(pieces: list[bytes], abrupt: bool) -> None:
    """Never a crash, and what is believed has a whole status line and the body that belongs to it."""
    sent = b"".join(pieces)

    def behave(peer: Peer) -> None:
        peer.send(sent)
        if abrupt:
            peer.reset()

    with Server(behave) as server:
        outcome = verify(server, "--env", "READER", "--format", "json")
    assert "internal error" not in outcome.err
    status, scope = grants(outcome)["READER"]
    assert outcome.code == (3 if status == "unknown" else 0)
    needed = {
        ("inactive", None): (b" 401 ", b'{"error": {"code": "'),
        ("active", "read-only"): (b" 403 ", b'{"error": {"code": "'),
        ("active", "read-write"): (b" 200 ", b'{"data": ['),
        ("unknown", None): (),
    }
    assert all(part in sent for part in needed[status, scope])
    assert len(server.heads) == 1


# -- use --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "stdin", "told"),
    [
        ([], b"", "--env NAME"),
        (["--env", "READER", "--stdin"], READER.encode(), "--env NAME"),
        (["--env", "NOWHERE"], b"", "the environment variable NOWHERE is not set"),
        (["--env", "READER", "--env", "NOWHERE"], b"", "NOWHERE is not set"),
        (["--env", "EMPTY"], b"", "EMPTY is empty"),
        (["--env", "BLANK"], b"", "BLANK is empty"),
        (["--env", ""], b"", "is not set"),
        (["--stdin"], b"", "no key on standard input"),
        (["--stdin"], b"\r\n \n", "no key on standard input"),
        (["--stdin"], f"{READER}\n{WRITER}\n".encode(), "more than one line"),
        (["--stdin"], b"a" * 100_000, "more than one line"),
        (["--stdin", "--expect", "alive"], b"", "alive"),
        ([READER], b"", "unexpected extra argument"),
        (["--env", READER], b"", "is not set"),
        (["--stdin", "--proxy", "socks5://127.0.0.1:1"], READER.encode(), "--proxy must be"),
        (["--stdin", "--proxy", "http://127.0.0.1:1"], READER.encode(), "https alone"),
        (["--stdin", "--format", "sarif"], READER.encode(), "sarif"),
    ],
)
def test_wrong_use_is_told_and_nothing_is_sent(
    arguments: list[str], stdin: bytes, told: str, api: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EMPTY", "")
    monkeypatch.setenv("BLANK", " \t")
    monkeypatch.delenv("NOWHERE", raising=False)
    outcome = verify(api, *arguments, stdin=stdin)
    assert outcome.code == 2
    assert told in outcome.err
    assert outcome.out == ""
    assert api.connections == 0


def test_variable_of_the_environment_names_this_machine_alone(api: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REVONT_GUARD_API_URL", api.url)
    assert "read-only" in run("verify", "--env", "READER").out
    for url in ("https://api.example.org/v1", "https://localhost/v1", f"http://localhost:{api.port}/v1", "nonsense"):
        monkeypatch.setenv("REVONT_GUARD_API_URL", url)
        outcome = run("verify", "--env", "READER")
        assert outcome.code == 2
        assert "REVONT_GUARD_API_URL must" in outcome.err
    assert len(api.heads) == 1


def test_option_comes_before_the_variable(api: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REVONT_GUARD_API_URL", "http://127.0.0.1:9/v1")
    assert verify(api, "--env", "READER").code == 0


def test_nothing_in_the_folder_tells_where_to_ask(api: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REVONT_GUARD_API_URL", api.url)
    with Server(answering(200, WEBHOOKS)) as elsewhere:
        for name in (".env", ".revont-guard.toml", "pip.conf", ".netrc", ".curlrc", "setup.cfg", "pyproject.toml"):
            (tmp_path / name).write_text(f'REVONT_GUARD_API_URL="{elsewhere.url}"\napi_url = "{elsewhere.url}"\n')
        assert "read-only" in run("verify", "--env", "READER", cwd=tmp_path).out
    assert elsewhere.connections == 0


def test_quiet_says_nothing_of_what_is_well(api: Server) -> None:
    assert verify(api, "--env", "READER", "--expect", "read-only", "--quiet") == Outcome(0, "", "")
    assert verify(api, "--env", "READER", "--expect", "inactive", "--quiet").out


def test_report_goes_to_a_file(api: Server, tmp_path: Path) -> None:
    outcome = verify(api, "--env", "READER", "--format", "json", "--output", str(tmp_path / "report"))
    assert outcome == Outcome(0, "", "")
    assert validated((tmp_path / "report").read_text())["keys"]


def test_terminal_gets_colours(api: Server) -> None:
    assert "\x1b[1m" in verify(api, "--env", "READER", terminal=True).out


def test_cache_is_used_only_where_it_is_wanted(api: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("revont_guard.inquiry.folder", lambda: tmp_path / "cache")
    verify(api, "--env", "READER")
    assert not (tmp_path / "cache").exists()
    verify(api, "--env", "READER", "--cache")
    kept = verify(api, "--env", "READER", "--cache", "--format", "json")
    assert validated(kept.out)["keys"][0]["grant"]["source"] == "cache"
    assert validated(kept.out)["coverage"]["requests"] == 0
    assert len(api.heads) == 2
    verify(api, "--env", "READER", "--cache", "--expect", "active")
    assert len(api.heads) == 3
    for path in (tmp_path / "cache").iterdir():
        assert READER.encode() not in path.read_bytes()


def test_closed_standard_input_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(Exception, match="standard input is closed"):
        command._from_stdin()
