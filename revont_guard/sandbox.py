"""A server on this machine that stands in for the Revont API: to try the tool, and for tests of programs that use it.

    with Sandbox({key: "read-only"}) as sandbox:
        client(sandbox.url, key)
        assert sandbox.requests[0].method == "GET"

It keeps everything in memory, delivers no webhooks and opens no connections.
"""

from __future__ import annotations

import ipaddress
import json
import os
import socket
import sys
import time
from collections.abc import Callable, Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from socketserver import ThreadingTCPServer
from threading import Lock, Thread
from typing import Any, NamedTuple, Self

from revont_guard import catalog
from revont_guard.errors import UsageError
from revont_guard.fake_api import Answer, FakeApi, KeyScope, base_path, shown
from revont_guard.model import Secret

_IDLE = 10  # seconds for a client to go on
_LARGEST_BODY = 64 << 10  # bytes
_POLL = 0.05  # seconds in which the end is noticed
_UNKNOWN = "?"


class Request(NamedTuple):
    """What is kept of a request: no query, no header, no body, and of its path only what the API knows.

    ``fingerprint``: of the key that it came with, as reports name it; None without a key. Method and path are ``?``
    where it was no HTTP that the server understands.
    """

    method: str
    path: str
    fingerprint: str | None


Log = Callable[[Request, int], object]
"""Is told of every request, and of the status of the answer."""


class Sandbox:
    """The documented API on ``url`` while the context lasts. ``requests``: all that came, in order.

    ``keys``: with their scopes. ``port`` 0 takes a free one. ``host``: a literal loopback address.
    ``rate_limit``: requests a minute. Raises UsageError where it cannot listen, or for another host.
    """

    def __init__(
        self,
        keys: Mapping[str, KeyScope] | None = None,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        rate_limit: int | None = None,
        log: Log = lambda request, status: None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        if not _is_loopback(host):
            raise UsageError("the sandbox is for this machine only: its host must be an address such as 127.0.0.1")
        self.requests: list[Request] = []
        self._address = (host, port)
        self._log = log
        self._lock = Lock()
        self._api = FakeApi(rate_limit or catalog.stand_in().requests_per_minute, clock)
        for key, scope in (keys or {}).items():
            self.add(key, scope)

    def add(self, key: str | Secret, scope: KeyScope) -> None:
        """Creates a key of ``scope``. Raises ValueError where no key can be so, or where it exists with another one."""
        if scope not in ("read-only", "read-write"):
            raise ValueError("a key is read-only or read-write")
        with self._lock:
            if self._api.keys.setdefault(_secret(key), scope) != scope:
                raise ValueError("the scope of a key is fixed when it is created")

    def revoke(self, key: str | Secret) -> None:
        """Deletes a key: from now on it is answered with 401. Raises KeyError where there is none."""
        with self._lock:
            if self._api.keys.pop(_secret(key), None) is None:
                raise KeyError("no such key")

    @property
    def url(self) -> str:
        """Where the API begins: http, a loopback address, the port and the path of its version."""
        host, port = self._address[0], self._server.server_address[1]
        return f"http://{f'[{host}]' if ':' in host else host}:{port}{base_path()}"

    def __enter__(self) -> Self:
        self._server = _Server(self._address, self)
        self._thread = Thread(target=self._server.serve_forever, args=(_POLL,), daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _answer(self, method: str, target: str, key: Secret | None, body: bytes) -> Answer:
        request = Request(method, shown(target) or _UNKNOWN, key.fingerprint if key else None)
        with self._lock:
            self.requests.append(request)
            answer = self._api.answer(method, target, key, body)
            self._log(request, answer.status)
        return answer


class _Server(ThreadingTCPServer):
    daemon_threads = True
    # On POSIX so that it can be started again at once; on Windows that would let others listen on the same port.
    allow_reuse_address = os.name == "posix"

    def __init__(self, address: tuple[str, int], sandbox: Sandbox) -> None:
        self.answer = sandbox._answer
        self.address_family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
        try:
            super().__init__(address, _Handler)
        except OSError as error:
            raise UsageError(
                f"the sandbox cannot listen on port {address[1]}: {error.strerror}. Port 0 takes a free one"
            ) from None

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that goes away is its own business; a traceback might quote what it sent."""
        error = sys.exc_info()[1]
        if not isinstance(error, OSError):
            print(f"revont-guard sandbox: internal error: {type(error).__name__}", file=sys.stderr)


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    timeout = _IDLE

    def _handle(self) -> None:
        self._send(self.server.answer(self.command, self.path, self._key(), self._body()))

    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = _handle

    def _key(self) -> Secret | None:
        given = self.headers.get_all("Authorization") or []
        scheme, _, token = given[0].strip().partition(" ") if len(given) == 1 else ("", "", "")
        return Secret(token.strip()) if scheme.lower() == "bearer" and token.strip() else None

    def _body(self) -> bytes:
        """Empty where it is too large or of no told length."""
        length = self.headers.get("Content-Length", "")
        small = length.isascii() and length.isdigit() and len(length) < 9 and int(length) <= _LARGEST_BODY
        return self.rfile.read(int(length)) if small else b""

    def _send(self, answer: Answer) -> None:
        data = json.dumps(answer.body).encode() if answer.body is not None else b""
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if answer.body is not None:
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
        # One request a connection: the end of the sandbox is the end of its answers.
        self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """What is no HTTP, or of no method above, is answered as the API answers; the usual page would quote it."""
        if code == HTTPStatus.NOT_IMPLEMENTED:
            self._send(self.server.answer(_UNKNOWN, self.path, self._key(), b""))
        else:
            self.request_version, self.close_connection = "HTTP/1.1", True
            self._send(self.server.answer(_UNKNOWN, _UNKNOWN, None, b""))

    def version_string(self) -> str:
        return "revont-guard-sandbox"

    def log_message(self, format: str, *args: Any) -> None:
        """Would print the whole request line, with query and key."""


def _secret(key: str | Secret) -> Secret:
    if isinstance(key, Secret):
        return key
    if not key or not key.isascii() or not key.isprintable() or " " in key:
        raise ValueError("a key is of printable ASCII characters without spaces")
    return Secret(key)


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
