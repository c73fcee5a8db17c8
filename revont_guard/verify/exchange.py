"""What goes between the verb and the edge that has the network: one request, and an answer or the want of one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from revont_guard.catalog import Probe
from revont_guard.model import Secret

LIMIT = 4096
"""Bytes of a body that are read: enough to see whose it is."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer of HTTP. ``body``: its first LIMIT bytes; ``cut``: more may follow.

    ``remaining`` and ``reset``: the headers of the rate limit as they were sent, whatever stands in them.
    """

    status: int
    body: bytes = field(repr=False)
    cut: bool
    remaining: str | None = field(default=None, repr=False)
    reset: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Silence:
    """There was no answer. ``reason``: why, and what to do, in words without a key.

    ``sent``: the key may have left this machine. If not, no other key would fare better.
    """

    reason: str
    sent: bool


class Send(Protocol):
    """Makes the request of a probe with a key, once, and sends the key nowhere else."""

    def __call__(self, probe: Probe, secret: Secret, /) -> Answer | Silence: ...
