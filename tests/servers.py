"""A server on this machine that behaves as it is told, counts what it is asked, and keeps what it is sent."""

from __future__ import annotations

import contextlib
import json
import socket
import ssl
import struct
import threading
import time
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import Any, Self

API_ERROR = {"error": {"code": "unauthorized", "message": "Missing or invalid API key."}}
WEBHOOKS: dict[str, object] = {"data": [], "next_cursor": None, "has_more": False}

Behave = Callable[["Peer"], None]


class Peer:
    """One connection, from the server's side. ``head``: the request as it was read."""

    def __init__(self, connection: socket.socket, head: bytes) -> None:
        self.connection = connection
        self.head = head

    @property
    def key(self) -> str:
        """The key in the request."""
        lines = self.head.decode("latin-1").split("\r\n")
        [key] = [line.partition(": Bearer ")[2] for line in lines if line.lower().startswith("authorization")]
        return key

    def send(self, *pieces: bytes) -> None:
        for piece in pieces:
            self.connection.sendall(piece)

    def drip(self, data: bytes, pause: float) -> None:
        """A byte at a time."""
        for at in range(len(data)):
            self.send(data[at : at + 1])
            time.sleep(pause)

    def flood(self, piece: bytes) -> None:
        """Without an end."""
        while True:
            self.send(piece)

    def reset(self) -> None:
        """Ends the connection with a bang."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()

    def wait(self) -> None:
        """Until the other side is gone."""
        with contextlib.suppress(OSError):
            while self.connection.recv(1 << 12):
                pass


class Server:
    """Answers each connection as ``behave`` says; a failure to do so is the other side's leaving."""

    def __init__(self, behave: Behave, *, tls: ssl.SSLContext | None = None, host: str = "127.0.0.1") -> None:
        self.heads: list[bytes] = []
        self.seen = b""
        self.connections = 0
        self._behave = behave
        self._tls = tls
        self._listening = socket.create_server((host, 0), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
        self._open: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self.port: int = self._listening.getsockname()[1]

    @property
    def url(self) -> str:
        return f"{'https' if self._tls else 'http'}://127.0.0.1:{self.port}/v1"

    @property
    def requests(self) -> list[str]:
        """The first line of each."""
        return [head.decode("latin-1").partition("\r\n")[0] for head in self.heads]

    def __enter__(self) -> Self:
        self._start(self._accept)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with contextlib.suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        for connection in self._open:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
            connection.close()
        for thread in self._threads:
            thread.join(10)

    def _start(self, work: Callable[..., None], *arguments: Any) -> None:
        thread = threading.Thread(target=work, args=arguments, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self._listening.accept()
                self.connections += 1
                self._open.append(connection)
                self._start(self._serve, connection)

    def _serve(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError, ValueError):
            if self._tls:
                connection = self._tls.wrap_socket(connection, server_side=True)
                self._open.append(connection)
            with connection:
                head = b""
                while b"\r\n\r\n" not in head and (data := connection.recv(1 << 16)):
                    head += data
                    self.seen += data
                if b"\r\n\r\n" in head:
                    self.heads.append(head)
                    self._behave(Peer(connection, head))


def response(status: int, body: bytes | object, *headers: str, length: int | None = None, close: bool = False) -> bytes:
    """An answer as bytes; ``body`` becomes JSON where it is no bytes. ``close``: it ends with the connection."""
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    lines = [f"HTTP/1.1 {status} Whatever", "Content-Type: application/json", *headers]
    if not close:
        lines.append(f"Content-Length: {len(data) if length is None else length}")
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + data


def chunked(status: int, *chunks: bytes, end: bytes = b"0\r\n\r\n") -> bytes:
    head = f"HTTP/1.1 {status} Whatever\r\nTransfer-Encoding: chunked\r\n\r\n".encode()
    return head + b"".join(b"%x\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks) + end


def answering(status: int, body: bytes | object, *headers: str) -> Behave:
    data = response(status, body, *headers)
    return lambda peer: peer.send(data)


def like_the_api(scopes: dict[str, str]) -> Behave:
    """As documented: ``scopes`` has what each key may do; any other key is unknown."""

    def behave(peer: Peer) -> None:
        match scopes.get(peer.key):
            case "read-write":
                peer.send(response(200, WEBHOOKS))
            case "read-only":
                peer.send(response(403, {"error": {"code": "forbidden", "message": "Insufficient permissions."}}))
            case _:
                peer.send(response(401, API_ERROR))

    return behave


@contextlib.contextmanager
def serving(behave: Behave, **options: Any) -> Iterator[Server]:
    with Server(behave, **options) as server:
        yield server
