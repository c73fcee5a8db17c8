"""How much is unpacked before a container is given up."""

from __future__ import annotations

from dataclasses import dataclass

from revont_guard.sources.walk import size

HELD = 64 << 20
"""Bytes of a container that are in memory at once beside a member: its directory, or what stands before it."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one container, with all that is nested in it, may cost.

    ``unpacked``: bytes that come out of it in all, of a large one ``times`` its own size; ``ratio``: how many times its
    own size that may be, once it is more than ``ratio_from`` bytes; ``members``: entries of all kinds. The others are
    about one member: its bytes, how deep it is nested, and the length of its name. A member that is itself a stream
    (tar, gzip, …) has no limit of its own. Containers in containers that are not streams, and are held to be opened,
    have ``held`` bytes together. An archive of more than ``packed`` bytes is not opened at all.
    """

    packed: int = 16 << 30
    unpacked: int = 1 << 30
    times: int = 8
    ratio: int = 200
    ratio_from: int = 16 << 20
    members: int = 200_000
    member: int = 64 << 20
    depth: int = 8
    path: int = 4096
    held: int = 128 << 20


class LimitReached(Exception):
    """The container has cost what it may. The text names the limit."""


class Meter:
    """Counts what a container costs; everything that unpacks tells it."""

    __slots__ = ("_entries", "_limits", "_most", "_ratio", "_unpacked")

    def __init__(self, limits: Limits, packed: int) -> None:
        self._limits = limits
        self._most = max(limits.unpacked, limits.times * packed)
        self._ratio = max(limits.ratio_from, limits.ratio * packed)
        self._unpacked = 0
        self._entries = 0

    def unpacked(self, count: int) -> None:
        """So many bytes came out."""
        self._unpacked += count
        if self._unpacked > self._most:
            times, least = self._limits.times, self._limits.unpacked
            most = size(least) if self._most == least else f"{times} times its size"
            raise LimitReached(f"it unpacks to more than {most}")
        if self._unpacked > self._ratio:
            raise LimitReached(f"it unpacks to more than {self._limits.ratio} times its size")

    def entry(self) -> None:
        """A member, or something in its place."""
        self._entries += 1
        if self._entries > self._limits.members:
            raise LimitReached(f"it has more than {self._limits.members} members")
