"""What every command shares that asks the vendor: where, through which proxy, and whether answers are kept."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import click

from revont_guard.verify import endpoint
from revont_guard.verify.endpoint import Endpoint, Proxy

_F = TypeVar("_F", bound=Callable[..., Any])
API_URL = "REVONT_GUARD_API_URL"
"""The one variable of the environment that counts: for tests and stand-ins on this machine."""


@dataclass(frozen=True, slots=True)
class Asking:
    """What the options say. ``where``: None is the vendor's own API."""

    where: Endpoint | None
    proxy: Proxy | None
    remember: bool


def asking(command: _F) -> _F:
    """Adds the options of a command that asks the vendor; it is handed what they say as ``asking``."""

    @functools.wraps(command)
    def parsed(*, api_url: str | None, proxy: str | None, cache: bool, **arguments: Any) -> Any:
        through = endpoint.proxy(proxy, "--proxy") if proxy is not None else None
        return command(**arguments, asking=Asking(_where(api_url), through, cache))

    for option in reversed(_OPTIONS):
        parsed = option(parsed)
    return parsed  # type: ignore[return-value]


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
