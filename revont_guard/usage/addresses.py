"""Where a request goes: to the vendor or not, and to which path, as far as that is known."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from revont_guard.catalog import Vendor
from revont_guard.flow.values import HOLE
from revont_guard.model import Scope

_VERSION = re.compile(rf"/*v1(?=/|$|{HOLE})")
_READS = frozenset({"GET", "HEAD", "OPTIONS"})
_TEMPLATED = re.compile(r"\{[^{}/]*\}|\$\{[^{}/]*\}|<[^<>/]*>|(?<=/):\w+")


@dataclass(frozen=True, slots=True)
class Address:
    """``vendor``: whether it is the vendor's host; None: that is not known. ``path``: as reports have it.

    ``segment``: the first part of the path, None where it is not known. ``based``: the host is not known, but what
    stands before the path is a base that somebody hands in.
    """

    vendor: bool | None
    path: str
    segment: str | None
    based: bool = False


def addresses(templates: Iterable[str], bases: Iterable[str], vendor: Vendor) -> list[Address]:
    """What a request's address may be, each once. With a default for a base, that is what counts."""
    found: dict[Address, None] = {}
    bases = list(bases)
    for template in templates:
        for whole in _whole(template, bases):
            found[_address(whole, vendor)] = None
    certain = {one.path for one in found if one.vendor}
    return [
        one for one in found if not (one.vendor is None and (one.path in certain or (certain and one.segment is None)))
    ]


def scope(method: str, address: Address, vendor: Vendor) -> Scope | None:
    """What a key must be allowed to do for a request; None where that is not known."""
    if method in _READS:
        return vendor.resources.get(address.segment or "")
    return None if method == "?" else Scope.READ_WRITE


def first_segment(template: str) -> str | None:
    """The first part of the path of an address, None where it is not known."""
    path = template.partition("://")[2].partition("/")[2] if "://" in template else template.lstrip(HOLE)
    path = path.partition("?")[0]
    return _path(_VERSION.sub("", path, count=1) if _VERSION.match(path) else path)[1]


def _whole(template: str, bases: list[str]) -> list[str]:
    if "://" in template or template.startswith(HOLE) or not bases:
        return [template]
    return [f"{base.rstrip('/')}/{template.lstrip('/')}" for base in bases]


def _address(text: str, vendor: Vendor) -> Address:
    host: str | None = None
    based = False
    if "://" in text:
        rest = text.partition("://")[2]
        host, slash, path = rest.partition("/")
        path = slash + path
    elif text.startswith(HOLE):
        path, based = text[1:], True
    elif re.match(r"^(?:[\w-]+\.)+(?:ai|com|io|net|org)(?:/|$)", text):
        host, slash, path = text.partition("/")
        path = slash + path
    else:
        path = text
    path = path.partition("?")[0].partition("#")[0]
    path = _VERSION.sub("", path, count=1) if _VERSION.match(path) else path
    known = host is not None and HOLE not in host
    is_vendor = _is_vendors(host or "", vendor) if known else None
    if host is not None and HOLE in host and any(domain in host for domain in vendor.hosts):
        is_vendor = True
    told, segment = _path(path)
    return Address(is_vendor, told, segment, based)


def _path(path: str) -> tuple[str, str | None]:
    parts = [part for part in _TEMPLATED.sub(HOLE, path).split("/") if part]
    if not parts:
        return ("?", None) if HOLE in path or not path else ("/", None)
    shown = ["{}" if HOLE in part else part for part in parts]
    if HOLE in parts[0]:
        told = "?" if len(parts) == 1 else "/" + "/".join(["{?}", *shown[1:]])
        whole = parts[0].strip(HOLE)
        before = parts[0].partition(HOLE)[0]
        if before and not parts[0].startswith(HOLE) and len(parts) == 1 and whole == before:
            return f"/{before}{{}}", None
        return told, None
    return "/" + "/".join(shown), parts[0]


def _is_vendors(host: str, vendor: Vendor) -> bool:
    name = host.rpartition("@")[2].partition(":")[0].lower()
    return any(name == domain or name.endswith(f".{domain}") for domain in vendor.hosts)
