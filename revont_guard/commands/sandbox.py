"""`revont-guard sandbox`: a server on this machine that stands in for the Revont API."""

from __future__ import annotations

import signal
import threading
from typing import TYPE_CHECKING

import click

from revont_guard.commands.environment import held
from revont_guard.errors import UsageError

if TYPE_CHECKING:
    from revont_guard.fake_api import KeyScope
    from revont_guard.sandbox import Request

_TICK = 0.2  # seconds: on Windows a wait without end is not interrupted
_SCOPES: tuple[KeyScope, ...] = ("read-only", "read-write")
_WITHOUT_KEYS = """\
It knows no key, so it answers 401 to everything. Make one in your shell and name its variable:
  export SANDBOX_KEY="$(python3 -c 'import secrets; print(secrets.token_hex(20))')"
  revont-guard sandbox --key-env SANDBOX_KEY=read-only"""


@click.command(short_help="Serve a stand-in for the Revont API on this machine.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8642,
    show_default=True,
    help="Where it listens; 0: any that is free.",
)
@click.option(
    "--key-env",
    "variables",
    multiple=True,
    metavar="NAME=SCOPE",
    help="Take the value of the environment variable NAME for a key that is read-only or read-write.",
)
@click.option(
    "--rate-limit",
    type=click.IntRange(min=1),
    metavar="N",
    help="Requests a minute; by default as many as the smallest plan has.",
)
def sandbox(port: int, variables: tuple[str, ...], rate_limit: int | None) -> None:
    """Serve what the documentation of the Revont API describes, with made-up data, until Ctrl-C or SIGTERM.

    Its URL is printed on standard output, and a line for each request on standard error. It can be reached from this
    machine alone, keeps everything in memory and opens no connections.
    """
    from revont_guard.sandbox import Sandbox

    served = Sandbox(port=port, rate_limit=rate_limit, log=_log)
    told = []
    for variable in variables:
        name, scope = _parsed(variable)
        secret = held(name)
        try:
            served.add(secret, scope)
        except ValueError as error:
            raise UsageError(f"{name} holds a key that another variable holds, too: {error}") from None
        told.append(f"{name}: {scope}, fingerprint {secret.fingerprint}")
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    with served:
        _tell("A stand-in for the Revont API, with made-up data. Ctrl-C ends it.")
        for line in told or [_WITHOUT_KEYS]:
            _tell(line)
        click.echo(served.url)
        while not stop.wait(_TICK):
            pass


def _parsed(variable: str) -> tuple[str, KeyScope]:
    name, _, wanted = variable.partition("=")
    for scope in _SCOPES:
        if name and wanted == scope:
            return name, scope
    raise UsageError("--key-env takes NAME=read-only or NAME=read-write, and reads the key from the variable NAME")


def _log(request: Request, status: int) -> None:
    _tell(
        f"{request.method} {request.path} {status} {f'key {request.fingerprint}' if request.fingerprint else 'no key'}"
    )


def _tell(line: str) -> None:
    click.echo(line, err=True)
