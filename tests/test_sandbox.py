"""The stand-in server over its socket: what is answered to whom, what is kept of it, where it can be reached."""

from __future__ import annotations

import http.client
import json
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from email.message import Message
from urllib.parse import urlsplit

import pytest

from revont_guard.errors import UsageError
from revont_guard.model import Secret
from revont_guard.sandbox import Request, Sandbox
from tests.keys import make_key

READER, WRITER = (make_key(f"sandbox, {name}") for name in ("reader", "writer"))
FINGERPRINT = Secret(READER).fingerprint


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox({READER: "read-only", WRITER: "read-write"}) as sandbox:
        yield sandbox


@dataclass(frozen=True)
class Reply:
    status: int
    headers: Message
    body: bytes


def ask(
    sandbox: Sandbox, method: str, path: str, key: str | None = READER, body: str | None = None, **headers: str
) -> Reply:
    """What a plain HTTP client gets."""
    at = urlsplit(sandbox.url)
    connection = http.client.HTTPConnection(at.hostname or "", at.port, timeout=30)
    try:
        bearer = {"Authorization": f"Bearer {key}"} if key else {}
        connection.request(method, at.path + path, body, bearer | headers)
        response = connection.getresponse()
        return Reply(response.status, response.headers, response.read())
    finally:
        connection.close()


def send(sandbox: Sandbox, data: bytes) -> bytes:
    """What comes back for bytes that no HTTP client would send."""
    at = urlsplit(sandbox.url)
    with socket.create_connection((at.hostname, at.port), timeout=30) as connection:
        connection.sendall(data)
        connection.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: connection.recv(65536), b""))


@pytest.mark.parametrize(
    ("method", "key", "status"),
    [("GET", READER, 403), ("GET", WRITER, 200), ("GET", make_key("nobody"), 401), ("GET", None, 401)],
)
def test_answers_by_the_scope_of_the_key(method: str, key: str | None, status: int, sandbox: Sandbox) -> None:
    reply = ask(sandbox, method, "/webhooks", key)
    assert reply.status == status
    assert reply.headers["Content-Type"] == "application/json"
    assert {"X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"} <= set(reply.headers)
    assert json.loads(reply.body).keys() == ({"data"} if status == 200 else {"error"})


def test_webhooks_are_made_and_deleted(sandbox: Sandbox) -> None:
    wanted = json.dumps({"url": "https://hooks.example", "events": ["call.ended"]})
    made = ask(sandbox, "POST", "/webhooks", WRITER, wanted)
    assert made.status == 201
    gone = ask(sandbox, "DELETE", f"/webhooks/{json.loads(made.body)['id']}", WRITER)
    assert (gone.status, gone.body) == (204, b"")


def test_keys_come_and_go_as_in_a_rotation(sandbox: Sandbox) -> None:
    new = make_key("sandbox, rotated")
    assert ask(sandbox, "GET", "/calls", new).status == 401
    sandbox.add(new, "read-only")
    assert [ask(sandbox, "GET", "/calls", key).status for key in (READER, new)] == [200, 200]
    sandbox.revoke(READER)
    assert [ask(sandbox, "GET", "/calls", key).status for key in (READER, new)] == [401, 200]
    with pytest.raises(KeyError):
        sandbox.revoke(READER)


def test_scope_of_a_key_cannot_change(sandbox: Sandbox) -> None:
    sandbox.add(READER, "read-only")
    with pytest.raises(ValueError, match="fixed"):
        sandbox.add(READER, "read-write")


@pytest.mark.parametrize("value", ["", "a b", "a\n", "clé", "\x7f"])
def test_what_cannot_be_a_key_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="printable"):
        Sandbox({value: "read-only"})


def test_scope_that_nobody_knows_is_refused(sandbox: Sandbox) -> None:
    with pytest.raises(ValueError, match="read-only or read-write"):
        sandbox.add("another", "admin")  # type: ignore[arg-type]


# -- what is kept -----------------------------------------------------------------------------------------------------


def test_requests_are_kept_in_order_and_told_before_they_are_answered() -> None:
    told: list[tuple[Request, int]] = []
    with Sandbox({READER: "read-only"}, log=lambda *line: told.append(line)) as sandbox:
        ask(sandbox, "GET", "/calls?outcome=won")
        ask(sandbox, "POST", "/webhooks", body="{}")
        ask(sandbox, "HEAD", "/calls", key=None)
    assert sandbox.requests == [
        ("GET", "/v1/calls", FINGERPRINT),
        ("POST", "/v1/webhooks", FINGERPRINT),
        ("HEAD", "/v1/calls", None),
    ]
    assert told == list(zip(sandbox.requests, [200, 403, 401], strict=True))


def test_no_key_is_kept_or_printed_wherever_it_stands(capfd: pytest.CaptureFixture[str]) -> None:
    keys = {place: make_key(f"sandbox, {place}") for place in ("path", "query", "header", "body", "agent", "method")}
    told: list[object] = []
    with Sandbox({READER: "read-write"}, log=lambda *line: told.append(line)) as sandbox:
        for method in ("GET", "POST", "DELETE"):
            ask(sandbox, method, f"/calls/{keys['path']}?key={keys['query']}", keys["header"], keys["body"])
            ask(sandbox, method, "/webhooks", None, keys["body"], **{"X-Api-Key": keys["agent"]})
        raw = [
            f"{keys['method']} /v1/{keys['path']} HTTP/1.1\r\n\r\n",
            f"GET /v1/{keys['path']} {keys['query']} HTTP/9\r\n\r\n",
            f"{keys['method']}\r\n\r\n",
            f"GET /{keys['path'] * 3000} HTTP/1.1\r\n\r\n",
            f"GET / HTTP/1.1\r\n{keys['agent']}\r\n\r\n",
            f"GET / HTTP/1.1\r\nAuthorization: Basic {keys['header']}\r\n\r\n",
        ]
        answers = [send(sandbox, text.encode()).decode() for text in raw]
    printed = "".join([*capfd.readouterr(), repr(sandbox), repr(sandbox.requests), repr(told), *answers])
    assert [place for place, key in {**keys, "sandbox": READER}.items() if key[:9] in printed] == []


# -- what no client of ours sends -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data",
    [
        b"hello\r\n\r\n",
        b"GET /v1/calls HTTP/9.9\r\n\r\n",
        b"GET /v1/calls SPDY/1\r\n\r\n",
        b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n\r\n",
        b"GET /v1/calls HTTP/1.1\r\n" + b"a: b\r\n" * 200 + b"\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n",
    ],
)
def test_what_is_no_http_is_answered_as_the_api_answers_and_kept(data: bytes, sandbox: Sandbox) -> None:
    reply = send(sandbox, data)
    head, _, body = reply.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 401 ")
    assert b"X-RateLimit-Remaining: 99" in head
    assert json.loads(body)["error"]["code"] == "unauthorized"
    assert sandbox.requests == [("?", "?", None)]


def test_method_of_its_own_is_kept_as_unknown(sandbox: Sandbox) -> None:
    assert ask(sandbox, "PURGE", "/calls").status == 404
    assert sandbox.requests == [("?", "/v1/calls", FINGERPRINT)]


@pytest.mark.parametrize(
    "authorization",
    ["{}", "Basic {}", "Bearer", "Bearer ", "Bearer {} x", "Bearer {}\r\nAuthorization: Bearer {}", "Token {}"],
)
def test_only_one_bearer_key_counts(authorization: str, sandbox: Sandbox) -> None:
    header = authorization.replace("{}", READER)
    assert b" 401 " in send(sandbox, f"GET /v1/calls HTTP/1.1\r\nAuthorization: {header}\r\n\r\n".encode())[:20]


@pytest.mark.parametrize("length", ["-1", "x", "99999999999999", str(1 << 20)])
def test_body_of_no_known_length_is_refused(length: str, sandbox: Sandbox) -> None:
    request = f"POST /v1/webhooks HTTP/1.1\r\nAuthorization: Bearer {WRITER}\r\nContent-Length: {length}\r\n\r\n"
    assert b" 400 " in send(sandbox, request.encode())[:20]


def test_clients_that_go_away_leave_it_at_work(sandbox: Sandbox, capfd: pytest.CaptureFixture[str]) -> None:
    at = urlsplit(sandbox.url)
    for sent in (b"", b"GET /v1/calls", b"GET /v1/calls HTTP/1.1\r\n\r\n"):
        with socket.create_connection((at.hostname, at.port)) as connection:
            connection.sendall(sent)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    assert ask(sandbox, "GET", "/calls").status == 200
    assert capfd.readouterr() == ("", "")


def test_many_at_once_are_each_counted(sandbox: Sandbox) -> None:
    with ThreadPoolExecutor(16) as pool:
        replies = list(pool.map(lambda _: ask(sandbox, "GET", "/calls?limit=1"), range(60)))
    left = sorted(int(reply.headers["X-RateLimit-Remaining"]) for reply in replies)
    assert left == list(range(40, 100))
    assert len(sandbox.requests) == 60


# -- where it listens -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "", "192.0.2.1", "localhost", "example.org", "::ffff:192.0.2.1"])
def test_it_listens_on_loopback_only(host: str) -> None:
    with pytest.raises(UsageError, match="this machine only"):
        Sandbox(host=host)


def test_it_is_bound_to_loopback() -> None:
    with Sandbox() as sandbox:
        assert sandbox._server.socket.getsockname()[0] == "127.0.0.1"
        assert sandbox.url.startswith("http://127.0.0.1:") and sandbox.url.endswith("/v1")


def test_it_takes_the_other_loopback_too() -> None:
    try:
        with Sandbox({READER: "read-only"}, host="::1") as sandbox:
            assert sandbox.url.startswith("http://[::1]:")
            assert ask(sandbox, "GET", "/calls").status == 200
    except UsageError:
        pytest.skip("this machine has no IPv6")


def test_port_in_use_is_told(sandbox: Sandbox) -> None:
    port = urlsplit(sandbox.url).port
    assert port
    with pytest.raises(UsageError, match=f"port {port}.*in use.*Port 0"), Sandbox(port=port):
        pass


def test_it_can_be_started_again_at_once_and_then_knows_nothing(sandbox: Sandbox) -> None:
    again = Sandbox({READER: "read-only"})
    with again:
        assert ask(again, "GET", "/calls").status == 200
    port = urlsplit(again.url).port
    assert port
    with pytest.raises(ConnectionRefusedError):
        ask(again, "GET", "/calls")
    with Sandbox(port=port) as next_:
        assert ask(next_, "GET", "/calls").status == 401


def test_looking_up_no_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server of the standard library asks for the name of its address, which may take seconds and tell others."""

    def look_up(*_: object) -> str:
        raise AssertionError("looked up")

    for name in ("getfqdn", "gethostbyaddr", "getnameinfo"):
        monkeypatch.setattr(socket, name, look_up)
    with Sandbox({READER: "read-only"}) as sandbox:
        assert ask(sandbox, "GET", "/calls").status == 200
