"""What the name of a candidate, and what it stands in, say against it: it is no key, or that of another."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from revont_guard.catalog import Knowledge
from revont_guard.detectors import layout
from revont_guard.detectors import words as spelling
from revont_guard.detectors.candidates import Candidate
from revont_guard.detectors.computed import looks_up, names_file
from revont_guard.detectors.layout import Place
from revont_guard.detectors.mentions import Mentions
from revont_guard.detectors.naming import Naming, iter_names
from revont_guard.detectors.siblings import Siblings
from revont_guard.detectors.text import Text
from revont_guard.detectors.values import is_public_id

_LINK = re.compile(r"://[^\s\"'<>?]{3,200}/([\w-]{3,60})/?\?[^\s\"'<>?]{0,200}$")
_PARAMETER = re.compile(r"://[^\s\"'<>]{1,500}[?&;][\w.\[\]-]{2,60}=$")
_ARGUMENT = re.compile(r"\s*(?:\w{1,40}\s*[:=]\s*)?((?:[A-Za-z_$]\w{0,60}(?:\.|->|\?\.|::))*[A-Za-z_$]\w{0,60})!?\s*")
_KEPT = re.compile(r"(\w{3,40})[\"']?\s{0,9}(?::|=>?|=)\s{0,9}$")
_ELEMENT = re.compile(r"<([A-Z][\w.]{0,80})\s")
_PART = re.compile(r"->|::|\?\.|[.:]")
_SHORT = 6
_CERTAIN = 5
_AROUND = 600


def is_parameter(text: Text, candidate: Candidate) -> bool:
    """Whether it is the value of a parameter of a URL, which has a name of its own whatever is said round it."""
    return _PARAMETER.search(text.content[max(0, candidate.start - _AROUND) : candidate.start]) is not None


class Objections:
    """What speaks against the candidates of one text."""

    def __init__(self, text: Text, knowledge: Knowledge, mentions: Mentions, siblings: Siblings) -> None:
        self._text = text
        self._knowledge = knowledge
        self._words = knowledge.words
        self._mentions = mentions
        self._siblings = siblings

    def against(
        self, candidate: Candidate, place: Place, found: Naming, own: tuple[str, ...], so_far: list[str]
    ) -> Iterator[str]:
        words = self._words
        if not words.dummy.isdisjoint(own):
            yield "dummy-name"
        if "authorization-position" in so_far:
            return
        keys = [at for at, word in enumerate(own) if word in words.key | words.password]
        tail, against = (own[keys[-1] + 1 :], words.not_key) if keys else (own[-1:], words.not_secret)
        if (
            not against.isdisjoint(tail)
            or not words.digest.isdisjoint(own)
            or self._is_of_something(candidate, place, found)
        ):
            yield "name-is-not-a-key"
        known = words.key | words.password | words.generic | words.vendor | words.webhook
        if own and known.isdisjoint(own) and is_parameter(self._text, candidate):
            yield "name-is-not-a-key"
        if (
            self._is_other_kind(found, own, keys)
            or self._is_in_link(candidate)
            or (own == ("key",) and bool(found.path) and self._is_react_key(found.path[0], candidate))
        ):
            yield "other-kind-of-key"
        certain = {"vendor-host-in-statement", "name-says-vendor"} & set(so_far)
        if not certain and any(
            spelling.names_other_vendor(spelling.split(name, words), words)
            for name in itertools.takewhile(lambda name: not self._mentions.is_name(name), found.beside[:6])
            if name not in self._knowledge.computed.stores
        ):
            yield "other-vendor-name"
        for part in (found.own or "", *(part for part in found.path[:4] if " " not in part)):
            split = spelling.split(part, words)
            if spelling.says_vendor(split, words):  # where it is kept says nothing of whose it is: `vault_revont_key`
                split = tuple(word for word in split if word not in self._knowledge.computed.stores)
            if spelling.names_other_vendor(split, words):
                yield "other-vendor-name"
                break
            if spelling.says_vendor(split, words):
                break
        if own and not (
            spelling.says_key(own, words)
            or spelling.says_vendor(own, words)
            or {"hmac-key", "name-says-password", "name-says-webhook"} & set(so_far)
            or all(len(word) < 3 for word in own)
            or "file-name-says-key" in so_far
            or any(
                spelling.says_vendor(part, words) and spelling.names_key(part, words) for part in found.sections(words)
            )
            or is_public_id(found.own or "", self._knowledge)
        ):
            yield "name-says-neither"
        strong = {
            signal
            for signal in so_far
            if signal in self._knowledge.signals and self._knowledge.signals[signal].group == "vendor"
        }
        weights = sorted(self._knowledge.signals[signal].weight for signal in strong)
        # A host on a line beside it says less where the name says something else.
        if "vendor-host-in-block" in strong and weights[-2:][:1] < [_CERTAIN]:
            names = own if not found.called else self._made_of(found.called[0]) if self._mentions.has_key_name else ()
            if any(len(word) > 2 for word in set(names) - known):
                yield "foreign-name"
        if max(weights, default=0) < _CERTAIN and "hmac-key" not in so_far:
            entry = set(spelling.split(found.entries[0], words) if found.entries else ()) - words.transparent
            if any(len(word) > 1 and not word.isdigit() for word in {*own, *(entry - words.connectors)} - known):
                yield "foreign-name"
            if self._beside_other_vendor(candidate) or self._siblings.run_other(candidate.start):
                yield "other-vendor-name"

    def _is_of_something(self, candidate: Candidate, place: Place, found: Naming) -> bool:
        """Whether it is an id or a hash by what it is given to or stands in."""
        known = self._knowledge.computed
        if any(names_file(name, known) for name in (found.own or "", *found.path[:1])):
            return True
        leads = (layout.header(self._text.content, frame) for frame in list(place.frames())[:3] if frame.kind in "[{")
        if any((kept := _KEPT.search(lead)) and kept[1].lower() in known.hash_lists for lead in leads):
            return True
        return self._is_looked_up(candidate, place, found) or self._is_verified(candidate, place, found)

    def _is_verified(self, candidate: Candidate, place: Place, found: Naming) -> bool:
        """Whether it is held against a key that has a name of its own: ``verify(body, "…", secret)``."""
        frame = next((frame for frame in place.frames() if frame.kind != "string"), None)
        if not found.called or frame is None or frame.kind != "(" or frame.end - frame.start > _AROUND:
            return False
        last = spelling.split(_PART.split(found.called[0])[-1], self._words)
        if self._knowledge.computed.verifies.isdisjoint(last):
            return False
        content = self._text.content
        arguments = (content[frame.start : candidate.start] + content[candidate.end : frame.end]).split(",")
        names = (_ARGUMENT.fullmatch(argument) for argument in arguments)
        return any(name and spelling.names_key(spelling.split(name[1], self._words), self._words) for name in names)

    def _is_looked_up(self, candidate: Candidate, place: Place, found: Naming) -> bool:
        """Whether it is the only or first argument of what looks things up by their id: ``calls.get("…")``."""
        frame = next((frame for frame in place.frames() if frame.kind != "string"), None)
        if not found.called or frame is None or frame.kind != "(":
            return False
        lead = self._text.content[frame.start : candidate.start] if candidate.start - frame.start < _SHORT else "="
        return not lead.strip(" \t\n\"'`bur") and looks_up(found.called[0], self._knowledge)

    def _made_of(self, called: str) -> tuple[str, ...]:
        """The words of a class that is called: ``BillingClient``, ``billing.New``."""
        return spelling.split(called, self._words) if _PART.split(called)[-1][:1].isupper() else ()

    def _beside_other_vendor(self, candidate: Candidate) -> bool:
        """Whether the lines just above, in the same block, name another vendor: ``uses: codecov/…``."""
        if not layout.width_at(self._text, candidate.start):
            return False
        start, _ = layout.block(self._text, candidate.start, 3)
        line = self._text.line_of(candidate.start)
        first = self._text.line_starts[max(self._text.line_of(start), line - 3)]
        own = self._text.line_starts[line]
        above = self._text.content[max(first, own - _AROUND) : own]
        return any(
            spelling.names_other_vendor(spelling.split(name, self._words), self._words) for name in iter_names(above)
        )

    def _is_other_kind(self, found: Naming, own: tuple[str, ...], keys: list[int]) -> bool:
        words = self._words
        if found.phrase and (
            found.phrase in words.framework_names or found.phrase.partition(" ")[0] in words.other_kind
        ):
            return True
        names = ((found.own or "").lower(), found.last.lower(), re.sub("[_-]", "", found.last.lower()))
        if not spelling.says_vendor(own, words) and not words.framework_names.isdisjoint(names):
            return True
        if any(at and own[at - 1] in words.other_kind for at in keys):
            return True
        if found.called and (not own or own[-1] in ("secret", "secrets", "keys")) and not found.scheme:
            called = spelling.split(_PART.split(found.called[0])[-1], words)
            if not words.sessions.isdisjoint(called) and not spelling.says_vendor(own, words):
                return True
        if not keys and any(
            word in words.key and before in words.other_kind
            for part in found.sections(words)[:2]
            for before, word in itertools.pairwise(part)
        ):
            return True
        if found.path and not set(own) - words.key - words.generic - words.password and " " not in found.path[0]:
            return not (words.other_kind - words.not_secret).isdisjoint(spelling.split(found.path[0], words)[-1:])
        return False

    def _is_react_key(self, tag: str, candidate: Candidate) -> bool:
        """Whether it is what tells an element from its neighbours: ``<Call key="…" />``."""
        start = self._text.content.rfind("<", max(0, candidate.start - _AROUND), candidate.start)
        component = _ELEMENT.match(self._text.content, start) if start >= 0 else None
        return component is not None and component[1] == tag and not self._mentions.is_name(tag)

    def _is_in_link(self, candidate: Candidate) -> bool:
        """Whether it is the token of a link that is good for one thing: ``…/verify?token=…``."""
        link = _LINK.search(self._text.content, max(0, candidate.start - _AROUND), candidate.start)
        if link is None:
            return False
        words = spelling.split(link[1], self._words)
        return words[:1] == ("verify",) or not self._words.other_kind.isdisjoint(words)
