"""`revont-guard sandbox`: what it prints for people and for scripts, how it ends, what it refuses."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest

from revont_guard.model import Secret
from revont_guard.sandbox import Sandbox
from tests.commands import ROOT, run
from tests.keys import make_key

KEY = make_key("sandbox command")
PATIENCE = 60  # seconds, on a busy machine


@contextmanager
def serving(*arguments: str, **variables: str) -> Iterator[subprocess.Popen[str]]:
    """The command as a process of its own, killed at the latest at the end."""
    command = [sys.executable, "-m", "revont_guard", "sandbox", *arguments]
    environment = os.environ | {"PYTHONPATH": str(ROOT)} | variables
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def url(process: subprocess.Popen[str]) -> str:
    """The first line that it prints."""
    assert process.stdout
    return process.stdout.readline().rstrip("\n")


def status(base: str, path: str, key: str) -> int:
    at = urlsplit(base)
    connection = HTTPConnection(at.hostname or "", at.port, timeout=PATIENCE)
    try:
        connection.request("GET", at.path + path, headers={"Authorization": f"Bearer {key}"})
        return connection.getresponse().status
    finally:
        connection.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows ends a process without asking it")
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_until_it_is_told_to_end(end: signal.Signals) -> None:
    with serving("--port", "0", "--key-env", "A=read-only", "--rate-limit", "2", A=KEY) as process:
        base = url(process)
        assert [status(base, path, KEY) for path in ("/webhooks", "/calls", "/calls")] == [403, 200, 429]
        process.send_signal(end)
        out, err = process.communicate(timeout=PATIENCE)
    assert (process.returncode, out) == (0, "")
    fingerprint = Secret(KEY).fingerprint
    assert err.splitlines() == [
        "A stand-in for the Revont API, with made-up data. Ctrl-C ends it.",
        f"A: read-only, fingerprint {fingerprint}",
        f"GET /v1/webhooks 403 key {fingerprint}",
        f"GET /v1/calls 200 key {fingerprint}",
        f"GET /v1/calls 429 key {fingerprint}",
    ]


def test_without_a_key_it_says_how_to_make_one() -> None:
    with serving("--port", "0") as process:
        assert status(url(process), "/calls", KEY) == 401
        process.terminate()
        _, err = process.communicate(timeout=PATIENCE)
    assert "answers 401 to everything" in err and "--key-env SANDBOX_KEY=read-only" in err
    assert KEY not in err


def test_port_in_use_is_wrong_usage() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = run("sandbox", "--port", str(taken.getsockname()[1]))
    assert (done.code, done.out) == (2, "")
    assert "cannot listen on port" in done.err and "Port 0 takes a free one" in done.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--key-env", "A"], "NAME=read-only or NAME=read-write"),
        (["--key-env", "A=admin"], "NAME=read-only or NAME=read-write"),
        (["--key-env", "=read-only"], "NAME=read-only or NAME=read-write"),
        (["--key-env", "NOT_SET=read-only"], "NOT_SET is not set"),
        (["--key-env", "EMPTY=read-only"], "EMPTY is empty"),
        (["--key-env", "A=read-only", "--key-env", "SAME=read-write"], "SAME holds a key that another variable holds"),
        (["--key-env", f"{KEY}=read-only"], "is not set"),
        (["--key-env", KEY], "NAME=read-only or NAME=read-write"),
        (["--port", "70000"], "70000"),
        (["--rate-limit", "0"], "rate-limit"),
    ],
)
def test_what_makes_no_sense_is_refused(arguments: list[str], told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"A": KEY, "SAME": KEY, "EMPTY": ""}.items():
        monkeypatch.setenv(name, value)
    done = run("sandbox", *arguments)
    assert (done.code, done.out) == (2, "")
    assert told in done.err
    assert KEY not in done.err


def test_verify_tells_what_its_keys_may_do_as_they_come_and_go(monkeypatch: pytest.MonkeyPatch) -> None:
    reader, writer = (make_key(f"sandbox command, {name}") for name in ("reader", "writer"))
    monkeypatch.setenv("READER", reader)
    monkeypatch.setenv("WRITER", writer)
    with Sandbox({reader: "read-only", writer: "read-write"}, rate_limit=5) as sandbox:
        command = ("verify", "--env", "READER", "--env", "WRITER", "--format", "json", "--api-url", sandbox.url)
        grants = [_grants(*command)]
        sandbox.revoke(reader)
        grants += [_grants(*command), _grants(*command)]
    reads, writes, gone, unknown = (
        ("active", "read-only"),
        ("active", "read-write"),
        ("inactive", None),
        ("unknown", None),
    )
    assert grants == [[reads, writes], [gone, writes], [gone, unknown]]
    assert {(method, path) for method, path, _ in sandbox.requests} == {("GET", "/v1/webhooks")}
    assert len(sandbox.requests) == 5


def _grants(*command: str) -> list[tuple[str, str | None]]:
    keys = json.loads(run(*command).out)["keys"]
    return [(key["grant"]["status"], key["grant"]["scope"]) for key in keys]
