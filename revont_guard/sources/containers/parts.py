"""What a container gives: members, texts, what lies round them, and what could not be read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol, TypeAlias

Piece: TypeAlias = bytes | memoryview


class Broken(Exception):
    """A container or a member that is not in the form that it should have. The text says how."""


class Extent(Protocol):
    """A run of bytes. Places outside of it hold nothing, whatever a hostile archive says of them."""

    def __len__(self) -> int: ...

    def read(self, at: int, count: int) -> bytes:
        """The ``count`` bytes at ``at``, or as many as there are."""

    def pieces(self, at: int, end: int) -> Iterator[Piece]:
        """The bytes from ``at`` to ``end``, as far as they are there."""

    def search(self, pattern: re.Pattern[bytes], at: int) -> int:
        """Where ``pattern``, which matches no more than a few bytes, is next found from ``at`` on; -1 if nowhere."""


class Segment(NamedTuple):
    """A stretch of a text that has a name: it begins on the 1-based line ``first`` of the text.

    ``lines``: for each of its lines the line of the container on which it stands; the last one goes for the rest.
    Empty where the container has no lines.
    """

    first: int
    path: str
    lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """A file in a container. ``pieces`` are read while it is at hand, and raise Broken where they end early.

    A ``path`` that is empty means the container's own, unpacked. ``content``: the same bytes by their place, where they
    are not packed.
    """

    path: str
    pieces: Iterable[Piece] = field(repr=False)
    content: Extent | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Passage:
    """A text that stands in a text. ``path`` is None where its segments are parts of one file, the container."""

    path: str | None
    text: str = field(repr=False)
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Rest:
    """What a container holds beside its members, each thing where it stands in the container."""

    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Unread:
    """A member that was not read, and why."""

    path: str
    why: str


Part: TypeAlias = Member | Passage | Rest | Unread


def name(raw: bytes) -> str:
    """The name of a member as it is written. Nothing resolves it: it is only shown."""
    return raw.decode("utf-8", "surrogateescape")


def storable(path: str) -> str:
    """A name from JSON, where half of a character may stand, as :func:`name` would give it."""
    return path if path.isascii() else name(path.encode("utf-8", "surrogatepass"))
