"""Asking the vendor about keys: the probe, the transport and the answers of before, put together."""

from __future__ import annotations

from collections.abc import Sequence

from revont_guard import catalog
from revont_guard.cache import Answers, folder
from revont_guard.model import Grant, GrantSource, GrantStatus, Hit, Secret
from revont_guard.transport import Transport
from revont_guard.verify.admission import objection_to_found
from revont_guard.verify.endpoint import Endpoint, Proxy, endpoint
from revont_guard.verify.pace import Pace
from revont_guard.verify.probe import PATIENCE, Prober


class Inquiry:
    """One run of questions: a request for each distinct key at the most, all of them to one host.

    ``where``: None is the vendor's own API. ``remember``: answers are kept for the next run, and those of the last few
    minutes count; not where ``fresh`` ones are wanted. ``patience``: seconds to wait for the rate limit altogether.
    """

    def __init__(
        self,
        where: Endpoint | None = None,
        *,
        proxy: Proxy | None = None,
        remember: bool = False,
        fresh: bool = False,
        patience: float = PATIENCE,
    ) -> None:
        knowledge = catalog.knowledge()
        where = where or endpoint(knowledge.vendor.api_url, "api_url of rules/revont.toml")
        self.host = str(where)
        self._knowledge = knowledge
        self._prober = Prober(Transport(where, proxy=proxy).send, self.host, knowledge, pace=Pace(patience))
        kept = folder() if remember else None
        self._answers = Answers(kept, self.host, knowledge.vendor.probe) if kept else None
        self._fresh = fresh

    @property
    def requests(self) -> int:
        """How many were sent so far."""
        return self._prober.requests

    def ask(self, secret: Secret) -> Grant:
        """What a key may do that the user names."""
        if self._answers is None:
            return self._prober.probe(secret)
        if not self._fresh and (before := self._answers.get(secret)):
            return before
        grant = self._prober.probe(secret)
        self._answers.put(secret, grant)
        return grant

    def objection(self, hits: Sequence[Hit]) -> str | None:
        """Why a key that was found at the places of ``hits`` is not sent, in words that go on from "it"."""
        return objection_to_found(hits, self._knowledge)

    def ask_about(self, hits: Sequence[Hit]) -> Grant:
        """What a key may do that was found at the places of ``hits``; it is sent only on good grounds."""
        if objected := self.objection(hits):
            return Grant(GrantStatus.UNKNOWN, None, f"it {objected}, so it was not sent", GrantSource.POLICY)
        return self.ask(hits[0].key.secret)
