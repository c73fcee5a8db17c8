"""The client socket against a server that does all that a server can do."""

from __future__ import annotations

import base64
import contextlib
import datetime
import gzip
import logging
import os
import socket
import ssl
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import trustme

from revont_guard import catalog
from revont_guard.errors import UsageError
from revont_guard.model import Secret
from revont_guard.transport import Limits, Transport
from revont_guard.verify.endpoint import endpoint, proxy
from revont_guard.verify.exchange import LIMIT, Answer, Silence
from tests.keys import make_key
from tests.servers import API_ERROR, WEBHOOKS, Behave, Peer, Server, answering, chunked, response

KEY = make_key("transport")
QUICK = Limits(connect=2, read=0.4, total=0.9)
PROBE = catalog.vendor().probe


def send(url: str, *, limits: Limits = QUICK, through: str | None = None, **options: object) -> Answer | Silence:
    where = endpoint(url, "the URL")
    hop = proxy(through, "the proxy") if through else None
    return Transport(where, proxy=hop, limits=limits, **options).send(PROBE, Secret(KEY))  # type: ignore[arg-type]


def sent(behave: Behave, limits: Limits = QUICK) -> tuple[Answer | Silence, Server]:
    with Server(behave) as server:
        return send(server.url, limits=limits), server


def silence(behave: Behave) -> Silence:
    got, _ = sent(behave)
    assert isinstance(got, Silence), got
    assert KEY not in repr(got)
    return got


# -- the request ------------------------------------------------------------------------------------------------------


def test_request_is_one_get_with_the_key_in_one_header() -> None:
    _, server = sent(answering(200, WEBHOOKS))
    assert server.requests == ["GET /v1/webhooks HTTP/1.1"]
    [head] = server.heads
    assert head.count(KEY.encode()) == 1
    lines = head.decode().split("\r\n")
    assert f"Authorization: Bearer {KEY}" in lines
    assert f"Host: 127.0.0.1:{server.port}" in lines
    assert "Accept-Encoding: identity" in lines
    assert head.endswith(b"\r\n\r\n")


def test_path_of_the_url_comes_first() -> None:
    with Server(answering(200, WEBHOOKS)) as server:
        send(f"http://127.0.0.1:{server.port}/a/b/")
    assert server.requests == ["GET /a/b/webhooks HTTP/1.1"]


def test_ipv6() -> None:
    with Server(answering(200, WEBHOOKS), host="::1") as server:
        got = send(f"http://[::1]:{server.port}/v1")
    assert isinstance(got, Answer)
    assert f"Host: [::1]:{server.port}".encode() in server.heads[0]


def test_nothing_of_the_environment_counts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No proxy, no .netrc, no log of TLS keys."""
    with Server(answering(200, WEBHOOKS)) as elsewhere, Server(answering(401, API_ERROR)) as server:
        for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{elsewhere.port}")
        (tmp_path / ".netrc").write_text("machine 127.0.0.1 login a password b\n")
        monkeypatch.setenv("HOME", str(tmp_path))
        monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
        got = send(server.url)
    assert isinstance(got, Answer)
    assert got.status == 401
    assert elsewhere.connections == 0
    assert b"Basic" not in server.seen


# -- what comes back --------------------------------------------------------------------------------------------------

LONG = {"data": [{"id": f"wh_{number}", "url": "https://example.org"} for number in range(3_000)]}


def _slowly(peer: Peer) -> None:
    peer.drip(response(200, WEBHOOKS), 0.001)


BODY = response(200, WEBHOOKS).partition(b"\r\n\r\n")[2]
WHOLE: dict[str, Behave] = {
    "at once": answering(200, WEBHOOKS),
    "in small pieces": _slowly,
    "in chunks": lambda peer: peer.send(chunked(200, BODY[:5], BODY[5:])),
    "until the connection ends": lambda peer: peer.send(response(200, WEBHOOKS, close=True)),
    "with more behind it": lambda peer: peer.send(response(200, WEBHOOKS), b"HTTP/1.1 401 No\r\n\r\n"),
    "after a continue": lambda peer: peer.send(b"HTTP/1.1 100 Continue\r\n\r\n", response(200, WEBHOOKS)),
    "in HTTP 1.0": lambda peer: peer.send(b"HTTP/1.0 200 OK\r\n\r\n", BODY),
}


@pytest.mark.parametrize("how", WHOLE)
def test_whole_answer_is_whole(how: str) -> None:
    got, server = sent(WHOLE[how])
    assert got == Answer(200, BODY, cut=False)
    assert len(server.heads) == 1


@pytest.mark.parametrize(
    "behave",
    [
        answering(200, LONG),
        lambda peer: peer.send(response(200, LONG, close=True)),
        lambda peer: peer.send(chunked(200, *[b"x" * 1000] * 9)),
        lambda peer: peer.flood(response(200, b"[" * 10_000, close=True)),
    ],
    ids=["with a length", "without", "in chunks", "endless"],
)
def test_long_answer_is_cut(behave: Behave) -> None:
    got, _ = sent(behave)
    assert isinstance(got, Answer)
    assert got.cut
    assert len(got.body) == LIMIT


def test_answer_of_just_the_limit_is_whole() -> None:
    got, _ = sent(answering(200, b"x" * LIMIT))
    assert got == Answer(200, b"x" * LIMIT, cut=False)


def test_headers_of_the_rate_limit_are_told_as_they_are() -> None:
    got, _ = sent(answering(200, b"", "X-RateLimit-Remaining: 0", "X-RateLimit-Reset: NaN"))
    assert isinstance(got, Answer)
    assert (got.remaining, got.reset) == ("0", "NaN")


def test_redirect_is_not_followed() -> None:
    with Server(answering(200, WEBHOOKS)) as elsewhere:
        for status in (301, 302, 303, 307, 308):
            got, server = sent(answering(status, b"", f"Location: {elsewhere.url}/webhooks"))
            assert isinstance(got, Answer)
            assert got.status == status
            assert len(server.heads) == 1
    assert elsewhere.connections == 0


def test_what_is_packed_stays_packed() -> None:
    bomb = gzip.compress(b"0" * 10_000_000)
    got, _ = sent(answering(200, bomb, "Content-Encoding: gzip"))
    assert isinstance(got, Answer)
    assert got.body == bomb[:LIMIT]


# -- what does not ----------------------------------------------------------------------------------------------------


def _first(piece: bytes, then: Behave) -> Behave:
    def behave(peer: Peer) -> None:
        peer.send(piece)
        then(peer)

    return behave


def _hang_up(peer: Peer) -> None:
    peer.connection.close()


DROPPED: dict[str, Behave] = {
    "at once": _hang_up,
    "with a bang": Peer.reset,
    "in the body": lambda peer: peer.send(response(200, WEBHOOKS, length=1000)),
    "in a chunk": lambda peer: peer.send(chunked(200, BODY, end=b"ff\r\n{")),
    "before the last chunk": lambda peer: peer.send(chunked(200, BODY, end=b"")),
}
SLOW: dict[str, Behave] = {
    "no answer": Peer.wait,
    "no end of the headers": _first(b"HTTP/1.1 200 OK\r\n", Peer.wait),
    "no end of the body": _first(response(200, WEBHOOKS, close=True), Peer.wait),
    "dripping status line": lambda peer: peer.drip(b"HTTP/1.1 200 " + b"K" * 1000, 0.1),
    "dripping headers": lambda peer: peer.drip(b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 1000, 0.1),
    "dripping body": lambda peer: peer.drip(response(200, LONG), 0.1),
    "dripping chunks": _first(chunked(200, end=b""), lambda peer: peer.drip(b"1\r\nx\r\n" * 1000, 0.1)),
    "continue without an end": lambda peer: peer.flood(b"HTTP/1.1 100 Continue\r\n\r\n"),
}
GARBLED: dict[str, Behave] = {
    "another protocol": lambda peer: peer.send(b"220 mail.example.org ESMTP\r\n"),
    "HTTP 2": lambda peer: peer.send(b"HTTP/2 200\r\n\r\n"),
    "no status": lambda peer: peer.send(b"HTTP/1.1 abc\r\n\r\n"),
    "a status of four digits": lambda peer: peer.send(b"HTTP/1.1 2000 OK\r\n\r\n"),
    "an endless status line": lambda peer: peer.flood(b"HTTP/1.1 200 OK" * 1000),
    "an endless header": _first(b"HTTP/1.1 200 OK\r\nA: ", lambda peer: peer.flood(b"a" * 10_000)),
    "headers without an end": _first(b"HTTP/1.1 200 OK\r\n", lambda peer: peer.flood(b"A: b\r\n" * 1000)),
    "half a status line": lambda peer: peer.send(b"HTTP/1.1 20"),
    "a chunk of no size": lambda peer: peer.send(chunked(200, end=b"zz\r\nabc\r\n")),
}


@pytest.mark.parametrize("how", DROPPED)
def test_dropped_connection_is_told(how: str) -> None:
    got = silence(DROPPED[how])
    assert got.sent
    assert "dropped" in got.reason


def test_answer_that_ends_in_the_headers_has_no_body() -> None:
    got, _ = sent(lambda peer: peer.send(b"HTTP/1.1 200 OK\r\nContent-Le"))
    assert got == Answer(200, b"", cut=False)


@pytest.mark.parametrize("how", SLOW)
def test_slow_server_is_given_up(how: str) -> None:
    began = time.monotonic()
    got = silence(SLOW[how])
    assert time.monotonic() - began < QUICK.total + 1
    assert got.sent
    assert "did not answer whole within" in got.reason


@pytest.mark.parametrize("how", GARBLED)
def test_what_is_no_http_is_told(how: str) -> None:
    got = silence(GARBLED[how])
    assert got.sent
    assert "HTTP" in got.reason or "dropped" in got.reason


def test_server_that_does_not_listen(unused_port: int) -> None:
    got = send(f"http://127.0.0.1:{unused_port}/v1")
    assert isinstance(got, Silence)
    assert not got.sent
    assert f"nothing answers at 127.0.0.1:{unused_port}" in got.reason


@pytest.fixture
def unused_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def test_name_that_nobody_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    got = send("https://api.example.org/v1")
    assert isinstance(got, Silence)
    assert not got.sent
    assert "DNS" in got.reason


def test_look_up_that_hangs_is_given_up_and_nothing_is_sent_later(monkeypatch: pytest.MonkeyPatch) -> None:
    look_up = socket.getaddrinfo

    def slow(*arguments: Any, **options: Any) -> Any:
        time.sleep(0.6)
        return look_up(*arguments, **options)

    monkeypatch.setattr(socket, "getaddrinfo", slow)
    with Server(answering(200, WEBHOOKS)) as server:
        began = time.monotonic()
        got = send(server.url, limits=Limits(2, 2, 0.2))
        assert time.monotonic() - began < 0.5
        time.sleep(0.8)
    assert isinstance(got, Silence)
    assert not got.sent
    assert server.seen == b""


@pytest.mark.parametrize("step", ["request", "getresponse"])
def test_failure_of_our_own_is_no_failure_of_the_run(step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ValueError(f"Invalid header value b'Bearer {KEY}'")

    monkeypatch.setattr(f"http.client.HTTPConnection.{step}", fail)
    got, _ = sent(answering(200, WEBHOOKS))
    assert isinstance(got, Silence)
    assert "ValueError" in got.reason
    assert KEY not in got.reason


def test_nothing_is_logged_or_printed(caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> None:
    with caplog.at_level(logging.DEBUG):
        for behave in (answering(200, WEBHOOKS), *GARBLED.values()):
            sent(behave)
    assert caplog.text == ""
    assert capfd.readouterr() == ("", "")


# -- TLS --------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


def server_tls(*issued: trustme.LeafCert) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    for certificate in issued:
        certificate.configure_cert(context)
    return context


@pytest.fixture
def trusted(authority: trustme.CA, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The system trusts the authority."""
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    monkeypatch.delenv("SSL_CERT_DIR", raising=False)


ON_LINUX = pytest.mark.skipif(os.name == "nt" or os.uname().sysname == "Darwin", reason="has a store of its own")


@ON_LINUX
@pytest.mark.usefixtures("trusted")
def test_trusted_server_is_asked(authority: trustme.CA, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SSLKEYLOGFILE", str(tmp_path / "log"))
    with Server(answering(401, API_ERROR), tls=server_tls(authority.issue_cert("127.0.0.1"))) as server:
        got = send(server.url)
    assert isinstance(got, Answer)
    assert got.status == 401
    assert len(server.heads) == 1
    assert not (tmp_path / "log").exists()


_PAST, _FUTURE = (datetime.datetime(year, 1, 1, tzinfo=datetime.UTC) for year in (2020, 2900))
WRONG: dict[str, tuple[Callable[[trustme.CA], trustme.LeafCert], str]] = {
    "another host": (lambda authority: authority.issue_cert("api.example.org"), "another host's"),
    "another address": (lambda authority: authority.issue_cert("127.0.0.2"), "another host's"),
    "expired": (lambda authority: authority.issue_cert("127.0.0.1", not_before=_PAST, not_after=_PAST), "has expired"),
    "of an unknown authority": (lambda _: trustme.CA().issue_cert("127.0.0.1"), "signed by nobody"),
    "not valid yet": (
        lambda authority: authority.issue_cert("127.0.0.1", not_before=_FUTURE, not_after=_FUTURE),
        "is not valid yet",
    ),
}


@ON_LINUX
@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize("how", WRONG)
def test_server_with_a_wrong_certificate_never_sees_the_key(how: str, authority: trustme.CA) -> None:
    issue, told = WRONG[how]
    with Server(answering(200, WEBHOOKS), tls=server_tls(issue(authority))) as server:
        got = send(server.url)
    assert isinstance(got, Silence)
    assert not got.sent
    assert told in got.reason
    assert server.seen == b""
    assert server.connections == 1


def test_certificate_that_signs_itself_is_not_trusted(tmp_path: Path) -> None:
    """By what this very system trusts, whatever that is."""
    own = trustme.CA()
    own.private_key_pem.write_to_path(str(tmp_path / "own.pem"))
    own.cert_pem.write_to_path(str(tmp_path / "own.pem"), append=True)
    context = server_tls()
    context.load_cert_chain(tmp_path / "own.pem")
    with Server(answering(200, WEBHOOKS), tls=context) as server:
        got = send(server.url)
    assert isinstance(got, Silence)
    assert not got.sent
    assert "certificate" in got.reason
    assert server.seen == b""


TLS_FAULTS: dict[str, Behave] = {
    "no TLS at all": lambda peer: peer.send(b"HTTP/1.1 400 Bad Request\r\n\r\n"),
    "dropped": lambda peer: peer.reset(),
    "no answer": lambda peer: peer.wait(),
}


class Raw(Server):
    """Takes the first bytes, whatever they are, for a request."""

    def _serve(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError), connection:
            self.seen += connection.recv(1 << 16)
            self._behave(Peer(connection, b""))


@pytest.mark.parametrize("how", TLS_FAULTS)
def test_handshake_that_fails_is_told(how: str) -> None:
    with Raw(TLS_FAULTS[how]) as server:
        began = time.monotonic()
        got = send(server.url.replace("http:", "https:"))
        assert time.monotonic() - began < QUICK.total + 1
    assert isinstance(got, Silence)
    assert not got.sent
    assert KEY.encode() not in server.seen


# -- a proxy ----------------------------------------------------------------------------------------------------------


def _connecting(there: Server) -> Behave:
    """Does as it is asked."""

    def behave(peer: Peer) -> None:
        with socket.create_connection(("127.0.0.1", there.port)) as onward:
            peer.send(b"HTTP/1.1 200 Connected\r\n\r\n")
            pump = threading.Thread(target=_pump, args=(onward, peer.connection), daemon=True)
            pump.start()
            _pump(peer.connection, onward)
            pump.join(5)

    return behave


def _pump(one: socket.socket, other: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := one.recv(1 << 16):
            other.sendall(data)
        other.shutdown(socket.SHUT_WR)


@ON_LINUX
@pytest.mark.usefixtures("trusted")
def test_proxy_is_gone_through_and_sees_no_key(authority: trustme.CA) -> None:
    with (
        Server(answering(403, API_ERROR), tls=server_tls(authority.issue_cert("127.0.0.1"))) as server,
        Server(_connecting(server)) as hop,
    ):
        got = send(server.url, through=f"http://me:p%40ss@127.0.0.1:{hop.port}")
    assert isinstance(got, Answer)
    assert got.status == 403
    assert hop.requests == [f"CONNECT 127.0.0.1:{server.port} HTTP/1.1"]
    assert b"Proxy-Authorization: Basic " + base64.b64encode(b"me:p@ss") in hop.seen
    assert KEY.encode() not in hop.seen
    assert b"Proxy-" not in server.seen


@pytest.mark.parametrize(
    ("behave", "told"),
    [
        (answering(407, b""), "wants a user name"),
        (answering(403, b""), "refuses to connect (403)"),
        (Peer.reset, "does not answer as a proxy"),
        (Peer.wait, "did not connect in time"),
        (lambda peer: peer.flood(b"HTTP/1.1 200 OK\r\n" + b"a: b\r\n" * 1000), "does not answer as a proxy"),
    ],
)
def test_proxy_that_does_not_connect_is_told(behave: Behave, told: str) -> None:
    with Server(behave) as hop:
        got = send("https://127.0.0.1:9/v1", through=f"http://127.0.0.1:{hop.port}", limits=Limits(0.5, 0.5, 2))
    assert isinstance(got, Silence)
    assert not got.sent
    assert told in got.reason
    assert KEY.encode() not in hop.seen


def test_proxy_goes_with_https_alone() -> None:
    with pytest.raises(UsageError, match="https alone"):
        send("http://127.0.0.1:9/v1", through="http://127.0.0.1:9")
