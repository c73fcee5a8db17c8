"""Is a key alive, and what may it do: one request for each distinct key, and what its answer means.

Only what is the API's own beyond doubt is an answer. Everything else is unknown, with a reason to act upon.
"""

from __future__ import annotations

from revont_guard.catalog import Knowledge, Meaning, Probe
from revont_guard.model import Grant, GrantSource, GrantStatus, Secret
from revont_guard.verify.admission import objection
from revont_guard.verify.body import members
from revont_guard.verify.exchange import Answer, Send, Silence
from revont_guard.verify.pace import Pace

REQUESTS = 50
"""How many requests a run makes at the most."""

PATIENCE = 10.0
"""Seconds that a run waits for the rate limit altogether."""

_SILENT = 3
"""After so many requests in a row without an answer, no more are made."""


class Prober:
    """Asks ``host`` through ``send``. ``requests`` counts what was sent, whether or not it was answered."""

    def __init__(
        self, send: Send, host: str, knowledge: Knowledge, *, budget: int = REQUESTS, pace: Pace | None = None
    ) -> None:
        self.requests = 0
        self._send = send
        self._host = host
        self._knowledge = knowledge
        self._budget = budget
        self._pace = pace or Pace(PATIENCE)
        self._known: dict[Secret, Grant] = {}
        self._silent = 0
        self._unreachable: str | None = None

    def probe(self, secret: Secret) -> Grant:
        """What the key may do. Asked for the same key again, it gives the same answer without a request."""
        if secret not in self._known:
            self._known[secret] = self._probe(secret)
        return self._known[secret]

    def _probe(self, secret: Secret) -> Grant:
        if objected := objection(secret, self._knowledge):
            return self._unknown(f"it {objected}, so it was not sent", GrantSource.POLICY)
        if held := self._unreachable or self._held_up():
            return self._unknown(held, GrantSource.NONE)
        probe = self._knowledge.vendor.probe
        answer = self._send(probe, secret)
        if isinstance(answer, Silence):
            self._note(answer)
            return self._unknown(answer.reason)
        self._silent = 0
        self.requests += 1
        self._pace.heed(answer)
        meaning = meant(answer, probe)
        if meaning is None:
            return self._unknown(self._why(answer, probe))
        return Grant(meaning.state, meaning.scope, meaning.meaning, GrantSource.PROBE, self._host)

    def _held_up(self) -> str | None:
        """Why no request may be made now."""
        if self.requests >= self._budget:
            return f"a run makes {self._budget} requests at the most, so run this again for the rest"
        if self._silent >= _SILENT:
            return f"{self._host} gave no answer {_SILENT} times in a row; run this again later"
        return self._pace.wait()

    def _note(self, silence: Silence) -> None:
        if silence.sent:
            self.requests += 1
            self._silent += 1
        else:
            self._unreachable = silence.reason

    def _unknown(self, reason: str, source: GrantSource = GrantSource.PROBE) -> Grant:
        return Grant(GrantStatus.UNKNOWN, None, reason, source, self._host if source is GrantSource.PROBE else None)

    def _why(self, answer: Answer, probe: Probe) -> str:
        """Why an answer tells nothing, and what to do."""
        status = answer.status
        if any(meaning.status == status for meaning in probe.answers):
            return (
                f"the answer ({status}) is not the API's own: something between here and {self._host} may answer in "
                "its place (a proxy, a firewall, the login page of a network); try from another network"
            )
        if 300 <= status < 400:
            return (
                f"the answer ({status}) leads elsewhere, where the key was not sent; log in to the network if it asks "
                "for that, or check --api-url"
            )
        if status in (404, 405, 410):
            return f"there is nothing of the API at this address ({status}): check --api-url, which ends in /v1"
        if status == 429:
            return f"the rate limit is reached ({status}); run this again {self._pace.when}"
        if status == 408 or 500 <= status < 600:
            return f"the server has a fault ({status}); run this again later"
        return f"the API's documentation knows no such answer ({status}); check --api-url, or run this again later"


def meant(answer: Answer, probe: Probe) -> Meaning | None:
    """What the table says of an answer; None where the answer is not the API's own."""
    for meaning in probe.answers:
        if meaning.status == answer.status:
            found = members(answer.body, cut=answer.cut) or {}
            return meaning if found.get(tuple(meaning.member.split("."))) == meaning.type else None
    return None
