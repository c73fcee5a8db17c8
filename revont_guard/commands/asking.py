"""What every command shares that asks the vendor: where, through which proxy, and whether answers are kept."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import click

from revont_guard.errors import UsageError
from revont_guard.formats import summary
from revont_guard.verify import endpoint
from revont_guard.verify.endpoint import Endpoint, Proxy

_F = TypeVar("_F", bound=Callable[..., Any])
API_URL = "REVONT_GUARD_API_URL"
"""The one variable of the environment that counts: for tests and stand-ins on this machine."""


@dataclass(frozen=True, slots=True)
class Asking:
    """What the options say. ``where``: None is the vendor's own API. ``named``: the first of them that was given."""

    where: Endpoint | None
    proxy: Proxy | None
    remember: bool
    named: str | None = None


def asking(command: _F) -> _F:
    """Adds the options of a command that asks the vendor; it is handed what they say as ``asking``."""

    @functools.wraps(command)
    def parsed(*, api_url: str | None, proxy: str | None, cache: bool, **arguments: Any) -> Any:
        through = endpoint.proxy(proxy, "--proxy") if proxy is not None else None
        given = {"--api-url": api_url is not None, "--proxy": proxy is not None, "--cache": cache}
        named = next((option for option, is_given in given.items() if is_given), None)
        return command(**arguments, asking=Asking(_where(api_url), through, cache, named))

    for option in reversed(_OPTIONS):
        parsed = option(parsed)
    return parsed  # type: ignore[return-value]


def consent(agreed: bool, *, before: Callable[[], None]) -> Callable[[int, str], bool]:
    """What asks on the terminal whether keys may be sent; it calls ``before`` first. ``agreed``: it need not ask.

    Raises UsageError where there is no terminal to ask on.
    """
    if agreed:
        return lambda count, host: True
    if not (sys.stdin is not None and sys.stdin.isatty() and sys.stderr is not None and sys.stderr.isatty()):
        raise UsageError("--verify sends keys that are found to the API: without a terminal to ask on, add --yes")

    def ask(count: int, host: str) -> bool:
        before()
        keys = summary.counted(count, "key")
        told = f"{keys} can be asked about: {'it is' if count == 1 else 'each is'} sent to {host} once. Send?"
        return click.confirm(told, err=True)

    return ask


def _where(api_url: str | None) -> Endpoint | None:
    if api_url is not None:
        return endpoint.endpoint(api_url, "--api-url")
    url = os.environ.get(API_URL)
    return endpoint.loopback(url, API_URL) if url else None


_OPTIONS = (
    click.option(
        "--api-url",
        metavar="URL",
        help=f"Where the API is: https, or http on 127.0.0.1 or [::1].  [default: the vendor's, or {API_URL}]",
    ),
    click.option(
        "--proxy", metavar="URL", help="A proxy to go through, http://[USER:PASSWORD@]HOST:PORT. It sees no key."
    ),
    click.option(
        "--cache/--no-cache", help="Let answers of the last ten minutes count, and keep these.  [default: no]"
    ),
)
