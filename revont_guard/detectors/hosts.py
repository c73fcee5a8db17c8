"""Where hosts stand in a text, and what that says of a candidate: the vendor's beside it, or another's nearer."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Protocol

from revont_guard.catalog import Vendor
from revont_guard.detectors import layout, tables
from revont_guard.detectors.layout import Frame, Place
from revont_guard.detectors.text import Text

_HOST = re.compile(
    r"(?:[a-z][a-z0-9+]{1,9}://(?:[^\s/@\"',;<>()]{1,200}@)?|\bmachine\s+|^Host:\s*)([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)",
    re.IGNORECASE | re.MULTILINE,
)
# What a registration calls the address that events are sent to.
_CALLBACK = re.compile(
    r"\b\w*(?:url|uri|callback|target|endpoint)[\"'\\]{0,3}\s*(?:[:=]|=>)\s*[\"'`\\]{0,3}https?://$", re.IGNORECASE
)
_SIGNATURE_HEADER = re.compile(
    r"(?<![\w-])(?:HTTP[_-])?X[_-][A-Za-z]{1,20}[_-]Signature\b|(?<![\w-])Stripe-Signature\b", re.IGNORECASE
)
_USER = re.compile(r"://(?:[\w.%-]{0,60}:)?$")
_NEAR = 12
_REGISTRATION = 600
_BLOCK = 6_000
_LONG_LINE = 2_000
_MOST_CONTINUED = 40


class Span(Protocol):
    """A part of the text, such as a candidate."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class Hosts:
    """The hosts of one text that an API may have."""

    def __init__(self, text: Text, vendor: Vendor) -> None:
        self.text = text
        self.vendor = vendor
        self.object_at: dict[int, Frame] = {}

    @cached_property
    def all(self) -> list[tuple[int, bool]]:
        """(offset, is the vendor's) of every host in the text that an API may have."""
        content, found = self.text.content, []
        for match in _HOST.finditer(content):
            host = match[1].lower()
            if self._is_vendor_host(host):
                found.append((match.start(1), True))
            elif not host.startswith(self.vendor.bland_host_starts) and not host.endswith(self.vendor.bland_host_ends):
                found.append((match.start(1), False))
        found = [host for host in found if host[1] or not self._is_callback(host[0])]
        scheme = re.compile(rf"(?<![\w.-]){re.escape(self.vendor.name)}(?:\+\w{{1,10}})?://", re.IGNORECASE)
        found.extend((match.start(), True) for match in scheme.finditer(content))
        for host in self.vendor.hosts:
            bare = re.compile(rf"(?<![\w/@.-])(?:[a-z0-9-]{{1,60}}\.){{0,4}}{re.escape(host)}(?![\w-])", re.IGNORECASE)
            found.extend((match.start(), True) for match in bare.finditer(content))
        return sorted(found)

    @cached_property
    def _webhooks(self) -> list[int]:
        """Offsets of the vendor's hosts in URLs of its endpoint for webhooks."""
        hosts = "|".join(re.escape(host) for host in self.vendor.hosts)
        endpoint = re.compile(rf"(?:{hosts})(?::\d+)?/[\w/.\-]{{0,40}}webhooks?\b", re.IGNORECASE)
        return [match.start() for match in endpoint.finditer(self.text.content)]

    def webhooks_near(self, span: Span) -> bool:
        """Whether the vendor's endpoint for webhooks is called close by."""
        return _any_between(self._webhooks, span.start - _REGISTRATION, span.end + _REGISTRATION)

    @cached_property
    def _signature_headers(self) -> list[tuple[int, bool]]:
        """(offset, is the vendor's) of the headers that carry a signature."""
        own = self.vendor.signature_header.lower()
        return [
            (match.start(), match.group().lower().replace("_", "-").endswith(own))
            for match in _SIGNATURE_HEADER.finditer(self.text.content)
        ]

    def other_signature_nearer(self, span: Span) -> bool:
        """Whether the nearest header with a signature is another vendor's."""
        return bool(self._signature_headers) and not _nearest(self._signature_headers, span)[1]

    def _is_callback(self, host: int) -> bool:
        """Whether a host is where the vendor is told to send its events to, and no API of anybody's."""
        if not _any_between(self._webhooks, host - _REGISTRATION, host + _REGISTRATION):
            return False
        return _CALLBACK.search(self.text.content, max(0, host - 60), host) is not None

    @cached_property
    def _vendors(self) -> list[tuple[int, bool]]:
        return [host for host in self.all if host[1]]

    def _is_vendor_host(self, host: str) -> bool:
        return any(host == known or host.endswith("." + known) for known in self.vendor.hosts)

    def places(self, found: Sequence[Span], entries: Iterable[int] = ()) -> list[Place]:
        """The place of each of ``found``; remembers in which object each host of the text and of ``entries`` stands."""
        marks = {*entries, *(at for at, _ in self.all)}
        offsets = sorted({*marks, *(span.start for span in found)})
        at = {place.offset: place for place in layout.places(self.text, offsets)}
        for mark in marks:
            inside = (frame for frame in at[mark].frames() if layout.is_object(self.text.content, frame))
            if (frame := next(inside, None)) is not None:
                self.object_at[mark] = frame
        return [at[span.start] for span in found]

    def seen_from(self, candidate: Span, place: Place, certain: bool, stated: bool = False) -> str | None:
        """Where the vendor's host is as seen from the candidate, or that another host is nearer.

        Other hosts say nothing where it is ``certain`` by other signs whose the candidate is, and where its statement
        names the vendor (``stated``) only in that.
        """
        hosts = self._vendors if certain else self.all
        if not hosts:
            return None
        if (self.text.path or "").endswith("netrc"):
            return "vendor-host-in-statement" if self.follows_vendors(candidate) else "other-host-nearer"
        if inside := self._hosts_of_object(place, hosts):
            return "vendor-host-in-block" if _nearest(inside, candidate)[1] else "other-host-nearer"
        start, end = self._statement(candidate, place)
        if inside := _between(hosts, start, end):
            return "vendor-host-in-statement" if _nearest(inside, candidate)[1] else "other-host-nearer"
        if stated:
            hosts = self._vendors
        if inside := self._hosts_of_block(candidate, place, hosts):
            return "vendor-host-in-block" if _nearest(inside, candidate)[1] else "other-host-nearer"
        if not self._vendors:
            return None
        line = self.text.line_of(candidate.start)
        last = min(line + _NEAR, len(self.text.line_starts) - 1)
        first = max(self.text.line_starts[max(0, line - _NEAR)], candidate.start - _BLOCK)
        near = _between(hosts, first, min(self.text.line_span(last)[1], candidate.end + _BLOCK))
        if not near:
            return "vendor-host-in-file"
        if _nearest(near, candidate)[1]:
            return "vendor-host-near"
        return "vendor-host-in-file" if any(vendor for _, vendor in near) else "other-host-nearer"

    def _hosts_of_object(self, place: Place, hosts: list[tuple[int, bool]]) -> list[tuple[int, bool]]:
        """The hosts that are entries of the innermost object."""
        frame = next((frame for frame in place.frames() if layout.is_object(self.text.content, frame)), None)
        if frame is None or frame.end - frame.start > _BLOCK:
            return []
        inside = _between(hosts, frame.start, frame.end)
        return [host for host in inside if self.object_at.get(host[0]) is frame]

    def follows_vendors(self, span: Span) -> bool:
        """Whether the host named last before it is the vendor's, as the machine of an entry in a ``.netrc``."""
        at = bisect_left(self.all, (span.start, False))
        return at > 0 and self.all[at - 1][1]

    def is_user_of(self, span: Span) -> bool | None:
        """Whether it stands before the vendor's host in a URL, as user or password; None where it is no such part."""
        content = self.text.content
        if content[span.end : span.end + 1] != "@" or not _USER.search(content, max(0, span.start - 80), span.start):
            return None
        return bool(_between(self._vendors, span.end + 1, span.end + 2)) or self._follows_scheme(span)

    def _follows_scheme(self, span: Span) -> bool:
        """Whether the URL that it stands in has a scheme called after the vendor."""
        url = self.text.content.rfind("://", max(0, span.start - 80), span.start)
        return self.text.content[:url].lower().endswith(self.vendor.name.lower())

    def _hosts_of_block(self, candidate: Span, place: Place, hosts: list[tuple[int, bool]]) -> list[tuple[int, bool]]:
        """The hosts that are entries of an object round the candidate, or stand in lines indented as its own is.

        A host inside of another entry of that object belongs to that entry.
        """
        content, text = self.text.content, self.text
        for depth, frame in enumerate(frame for frame in place.frames() if layout.is_object(content, frame)):
            if frame.end - frame.start > _BLOCK:
                break
            inside = _between(hosts, frame.start, frame.end)
            if depth:
                inside = [host for host in inside if self.object_at.get(host[0]) is frame]
            if inside:
                return inside
        if candidate.start - text.line_starts[text.line_of(candidate.start)] > _LONG_LINE:
            return []  # of minified code, the lines beside say nothing
        start, end = layout.block(text, candidate.start, 15)
        width = layout.width_at(text, candidate.start)
        round_it = {id(frame) for frame in place.frames()}
        return [
            host
            for host in _between(hosts, start, end)
            if layout.width_at(text, host[0]) == width
            and ((within := self.object_at.get(host[0])) is None or id(within) in round_it)
        ]

    def _statement(self, candidate: Span, place: Place) -> tuple[int, int]:
        """The statement that a candidate stands in: its line, continued lines, and all of a call that holds it."""
        content, text = self.text.content, self.text
        start, end = place.segment, candidate.end
        objects = 0
        for frame in place.frames():
            if frame.end - frame.start > _BLOCK or objects > 3:
                break
            if layout.is_object(content, frame):
                objects += 1
            elif frame.kind == "(" or not objects:
                start, end = frame.segment, max(end, frame.end)
                objects = 0
        if (text.path or "").lower().endswith(tables.ENDINGS):
            start = min(start, text.line_starts[text.line_of(candidate.start)])
        line = text.line_of(min(end, len(content) - 1))
        last = min(line + _MOST_CONTINUED, len(text.line_starts) - 1)
        while line < last and text.line(line).rstrip().endswith("\\"):
            line += 1
        line_end = text.line_span(line)[1]
        return start, line_end if line_end - start < _BLOCK else end


def _any_between(offsets: list[int], start: int, end: int) -> bool:
    return bisect_left(offsets, start) < bisect_left(offsets, end)


def _between(hosts: list[tuple[int, bool]], start: int, end: int) -> list[tuple[int, bool]]:
    return hosts[bisect_left(hosts, (start, False)) : bisect_left(hosts, (end, False))]


def _nearest(hosts: list[tuple[int, bool]], candidate: Span) -> tuple[int, bool]:
    return min(hosts, key=lambda host: min(abs(host[0] - candidate.start), abs(host[0] - candidate.end)))
