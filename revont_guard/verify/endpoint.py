"""Whom to ask: an address that can be read in one way only, and that no key goes to in the clear."""

from __future__ import annotations

import ipaddress
import re
from base64 import b64encode
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

from revont_guard.errors import UsageError

_URL = re.compile(
    r"(?P<scheme>https?)://(?:(?P<user>[^\s/?#@]+)@)?(?P<host>\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)(?::(?P<port>[0-9]{1,5}))?"
    r"(?P<path>(?:/[A-Za-z0-9._~-]*)*)"
)
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where the API is: ``path`` is what its paths begin with, without a slash at the end."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def is_loopback(self) -> bool:
        """Whether the host is an address of this machine itself, written as one: no name, which others resolve."""
        try:
            address = ipaddress.ip_address(self.host)
        except ValueError:
            return False
        return address.is_loopback if address.version == 4 else address == ipaddress.IPv6Address("::1")

    @property
    def name(self) -> str:
        """The host as a URL has it."""
        return f"[{self.host}]" if ":" in self.host else self.host

    def __str__(self) -> str:
        """The host, with the port where it is not the usual one."""
        return self.name if self.port == _PORTS[self.scheme] else f"{self.name}:{self.port}"


def endpoint(url: str, what: str) -> Endpoint:
    """The API at ``url``: https, or http on this machine. Raises UsageError, which says ``what`` and never the URL."""
    found, user = _parsed(url, what)
    if user:
        raise UsageError(f"{what} must have no user name in it")
    if found.scheme == "http" and not found.is_loopback:
        raise UsageError(f"{what} must begin with https:// (http:// goes with 127.0.0.1 and [::1] alone)")
    return found


@dataclass(frozen=True, slots=True)
class Proxy:
    """A proxy that hands TLS through. ``credentials``: for its Proxy-Authorization header."""

    host: str
    port: int
    credentials: str | None = None

    def __repr__(self) -> str:
        return f"Proxy({self.host}:{self.port})"


def proxy(url: str, what: str) -> Proxy:
    """The proxy at ``url``, ``http://[USER:PASSWORD@]HOST[:PORT]``. Raises UsageError, as :func:`endpoint` does."""
    found, user = _parsed(url, what)
    if found.scheme != "http" or found.path:
        raise UsageError(f"{what} must be http://HOST:PORT: the key goes through it inside TLS")
    return Proxy(found.host, found.port, b64encode(unquote_to_bytes(user)).decode() if user else None)


def loopback(url: str, what: str) -> Endpoint:
    """The API at ``url``, which must be an address of this machine, written as one."""
    found = endpoint(url, what)
    if not found.is_loopback:
        raise UsageError(f"{what} must be on 127.0.0.1 or [::1]; any other host is named with --api-url")
    return found


def _parsed(url: str, what: str) -> tuple[Endpoint, str | None]:
    match = _URL.fullmatch(url)
    if match is None:
        raise UsageError(f"{what} must be a URL such as https://HOST/v1, without a query")
    host = match["host"].strip("[]")
    port = int(match["port"] or _PORTS[match["scheme"]])
    try:
        if match["host"].startswith("["):
            ipaddress.IPv6Address(host)
        elif not all(1 <= len(label) <= 63 for label in host.removesuffix(".").split(".")) or len(host) > 253:
            raise ValueError
        if not 0 < port < 65536:
            raise ValueError
    except ValueError:
        raise UsageError(f"{what} has a host or a port that cannot be") from None
    return Endpoint(match["scheme"], host, port, match["path"].rstrip("/")), match["user"]
