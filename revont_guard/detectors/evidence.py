"""What the surroundings of a candidate say for and against it: whose it is, and whether it is a key.

The functions answer with ids of signals of ``rules/keys.toml``; weights and words stand there, not here.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from revont_guard.catalog import Knowledge
from revont_guard.detectors import layout, shape
from revont_guard.detectors import words as spelling
from revont_guard.detectors.candidates import Candidate
from revont_guard.detectors.comments import Comments
from revont_guard.detectors.computed import is_commit_like
from revont_guard.detectors.hosts import Hosts
from revont_guard.detectors.layout import Place
from revont_guard.detectors.mentions import Mentions
from revont_guard.detectors.naming import Naming, Reader, iter_names
from revont_guard.detectors.objections import Objections, is_parameter
from revont_guard.detectors.prose import (
    Prose,
    Sentence,
    calls_it_key,
    speaks_against,
    speaks_of_key,
    speaks_of_webhook,
    tells_key,
)
from revont_guard.detectors.siblings import Siblings
from revont_guard.detectors.text import Text
from revont_guard.detectors.uses import belongings, handed, sent, signing
from revont_guard.model import KeyKind

_ASSIGNED = re.compile(
    r"[\"'`\]]*(?:[ \t]*(?:/\*[^*]{0,200}\*/[ \t]*)?(?:=(?![=>])|=>)(?!=)|:(?![:/=])|[ \t]+:(?![:/=\w]))"
)
_IDENTIFIER = re.compile(r"[^\W\d]\w{2,80}")
_APPOSED = re.compile(r"\w[\s\"'`*]{1,4}$")
_TAIL = re.compile(r"->|::|\?\.|[.:]")
_RECEIVER = re.compile(r"\w*")
_EVENTS = re.compile(r"\bevents?(?:_?types?)?[\"']?\s*(?:[:=\[])", re.IGNORECASE)
_NEAR = 12
_SHORT = 6
_LINE = 160
_ADDRESSED = re.compile(r"\(\s{0,40}[\"'`]https?://[^\"'`\s]{3,120}[\"'`]\s{0,9},\s{0,40}[\"'`]$")
# ``:crypto.mac(:hmac, :sha256, …`` and ``require("openssl.hmac").new(…``.
_MAC = re.compile(
    r"\b(?:mac\(\s{0,9}[:\"']{0,2}hmac\b[^()\n]{0,60}|hmac[\"')]{1,3}\.new\(\s{0,9}[\"'])$", re.IGNORECASE
)
_HMAC = re.compile(r"\bhmac\b", re.IGNORECASE)
_LONG_LINE = 2_000
_AROUND = 600


@dataclass(frozen=True, slots=True)
class Evidence:
    """The ids of the ``signals`` that the surroundings gave, the ``name`` as it is reported, and the ``kind``."""

    signals: tuple[str, ...]
    name: str | None
    kind: KeyKind


class Surroundings:
    """A text with what is worth knowing of it once: where the vendor and other hosts are named."""

    def __init__(self, text: Text, knowledge: Knowledge, learned: frozenset[str]) -> None:
        self.text = text
        self.knowledge = knowledge
        self.words = knowledge.words
        self.learned = frozenset(name.lower() for name in learned)
        self.hosts = Hosts(text, knowledge.vendor)
        self.reader = Reader(text, knowledge.words, self.learned)
        self.prose = Prose(text, knowledge.words)
        self.siblings = Siblings(text, knowledge.words, knowledge.vendor.name, self.hosts)
        self.uses = sent(text.content, knowledge.words)
        self.mentions = Mentions(text, knowledge)
        self.comments = Comments(text)
        self.objections = Objections(text, knowledge, self.mentions, self.siblings)

    def places(self, found: list[Candidate]) -> list[Place]:
        """The place of each candidate."""
        return self.hosts.places(found, self.siblings.entries)

    def evidence(self, candidate: Candidate, place: Place) -> Evidence:
        """All that the surroundings of ``candidate`` say."""
        found = self.reader.read(candidate, place)
        comment = self.comments.of(candidate)
        sentence = self.prose.sentence(candidate, place) if not (found.tabled or found.scheme) else None
        if (
            sentence
            and sentence.answer
            and found.own
            and not found.holder
            and not self.words.light.issuperset(_TAIL.split(found.own.lower()))
        ):
            sentence = None
        bare = sentence is not None and not sentence.label
        if (
            found.own
            and not is_parameter(self.text, candidate)
            and (sentence or self._named_by(comment))
            and (self._says_nothing(found.own, bare) or (sentence and self._is_of_phrase(found.own, sentence)))
        ):
            found.beside.append(found.own)
            found.own = None
            found.entries.clear()
        own = spelling.split(found.own, self.words) if found.own else ()
        kind = self._kind(candidate, place, found, own, comment, sentence)
        signals = [*self._vendor(candidate, place, found, own, comment), *self._key(candidate, found, own, comment)]
        if sentence:
            signals += self._said(candidate, sentence, own)
        if kind is KeyKind.WEBHOOK_SECRET and self._handles_signatures:
            signals.append("signature-header-in-file")
        if kind is KeyKind.WEBHOOK_SECRET and self.hosts.webhooks_near(candidate):
            signals.append("registers-webhook")
        if kind is KeyKind.WEBHOOK_SECRET and self._is_beside_id(candidate, place):
            signals.append("public-id-beside")
        saying = {"name-says-vendor", "sent-to-vendor"}
        if not (
            found.scheme and self.reader.reported(found) is None
        ):  # the host that it is sent to says more than what it stands in
            saying.add("section-says-vendor")
        certain = kind is KeyKind.WEBHOOK_SECRET or not saying.isdisjoint(signals)
        if host := self.hosts.seen_from(candidate, place, certain, "statement-says-vendor" in signals):
            signals.append(host)
        user = self.hosts.is_user_of(candidate)
        if user is not None:
            signals.append("authorization-position" if user else "other-host-nearer")
        named = "name-says-vendor" in signals
        if kind is KeyKind.WEBHOOK_SECRET and not named and self.hosts.other_signature_nearer(candidate):
            signals.append("other-signature-header")
        signals += self.objections.against(candidate, place, found, own, signals)
        if self._is_kept_encrypted(found):
            signals.append("encrypted")
        if not found.scheme and self._stands_as_name(candidate):
            signals.append("stands-as-name")
        return Evidence(tuple(dict.fromkeys(signals)), self.reader.reported(found), kind)

    # -- whose it is ------------------------------------------------------------------------------------------

    @cached_property
    def _lower(self) -> str:
        return self.text.content.lower()

    def _vendor(
        self, candidate: Candidate, place: Place, found: Naming, own: tuple[str, ...], comment: tuple[str, str]
    ) -> Iterator[str]:
        text, after, above = self.text, *comment
        if found.own and not self.learned.isdisjoint((found.own.lower(), found.last.lower())):
            yield "learned-name"
            yield "name-says-key"
        if spelling.says_vendor(own, self.words):
            yield "name-says-vendor"
        for part in found.path:
            split = spelling.split(part, self.words)
            if spelling.says_vendor(split, self.words):
                yield "section-says-vendor"
                break
            if " " not in part and spelling.names_other_vendor(split, self.words):
                break
        if self._is_sent(candidate, found):
            yield "sent-to-vendor"
        if any(self.mentions.is_name(name) for name in found.beside) or self.mentions.stand_in(after):
            yield "statement-says-vendor"
        elif self._is_handed_over(candidate, found):
            yield "statement-says-vendor"
        if not found.tabled and self.siblings.say_vendor(candidate.start, place, own):
            yield "sibling-says-vendor"
        if self.mentions.stand_in(above):
            yield "comment-says-vendor"
        if found.own and self._used_with_vendor(found.last, candidate):
            yield "used-with-vendor"
        line = text.line_of(candidate.start)
        if not self.mentions.lines.isdisjoint(range(line - _NEAR, line + _NEAR + 1)):
            yield "vendor-near"
        if text.path and self.mentions.stand_in(text.path):
            yield "file-name-says-vendor"
            if self._is_vendors_file:
                yield "file-is-vendors"
        if self.mentions.offsets:
            yield "vendor-in-file"

    @cached_property
    def _is_vendors_file(self) -> bool:
        """Whether the file holds the settings of what is the vendor's, by its name: ``.revontrc``, ``revont.toml``."""
        path = PurePosixPath(self.text.path or "")
        if path.suffix.lower() not in self.words.settings_endings:
            return False
        names = (spelling.split(name, self.words) for name in (path.name.removesuffix(path.suffix), path.parent.name))
        return any(
            spelling.says_vendor(name, self.words) and not set(name) - self.words.vendor - self.words.generic
            for name in names
        )

    @cached_property
    def _belongings(self) -> frozenset[str]:
        """The names that stand for something of the vendor's: imported from its module, or made by it."""
        lines = (self.text.line(at)[:_LONG_LINE] for at in sorted(self.mentions.lines))
        return frozenset(belongings(lines, self.mentions.is_name)) - self.words.transparent

    @cached_property
    def _handed_to_vendor(self) -> frozenset[str]:
        lines = (self.text.line(at)[:_LONG_LINE] for at in sorted(self.mentions.lines))
        return frozenset(handed(lines, self.mentions.is_name))

    def _is_handed_over(self, candidate: Candidate, found: Naming) -> bool:
        """Whether it, or its name, is an argument of something of the vendor's: ``c.verify()`` of ``c = Revont()``."""
        receivers = (_RECEIVER.match(name) for name in found.called if self._takes_key(name))
        if any(receiver is not None and receiver[0] in self._belongings for receiver in receivers):
            return True
        return not (self._handed_to_vendor - self.words.transparent).isdisjoint(self._variables(candidate, found))

    def _sets_up(self, candidate: Candidate, called: str) -> bool:
        """Whether a client is made with the vendor's host right before the value: ``Client("https://…", "…")``."""
        last = _TAIL.split(called)[-1]
        if not last[:1].isupper() or (self.words.takes_key | self.words.connectors).isdisjoint(
            spelling.split(last, self.words)
        ):
            return False
        before = _ADDRESSED.search(self.text.content, max(0, candidate.start - _LINE), candidate.start)
        return before is not None and self.hosts.follows_vendors(candidate) and not shape.is_uuid(candidate.value)

    def _takes_key(self, called: str) -> bool:
        """Whether what is called may be handed a key: what makes or sets up a client, and no method like ``merge``."""
        receiver, _, last = called.replace("->", ".").replace("::", ".").replace("?.", ".").rpartition(".")
        words = self.words
        taking = words.takes_key | words.vendor | words.key | words.webhook
        hooks = not words.webhook.isdisjoint(spelling.split(receiver, words))
        return not receiver or last[:1].isupper() or hooks or not taking.isdisjoint(spelling.split(last, words))

    @cached_property
    def _sent_to_vendor(self) -> frozenset[str]:
        """The names that are sent as a token to the vendor's host."""
        places = self.hosts.places(self.uses)
        near = ("vendor-host-in-statement", "vendor-host-in-block", "vendor-host-near")
        return frozenset(
            use.name
            for use, place in zip(self.uses, places, strict=True)
            if self.hosts.seen_from(use, place, certain=False) in near
        )

    @cached_property
    def _chosen_from(self) -> frozenset[str]:
        """Of these names, those of what the token is chosen from: ``"Bearer " + keys[env]``."""
        chosen = {use.name for use in self.uses if self.text.content[use.end : use.end + 1] == "["}
        return self._sent_to_vendor & chosen

    def _is_sent(self, candidate: Candidate, found: Naming) -> bool:
        """Whether the name that it is given is sent to the vendor's host elsewhere in the text."""
        if not self.uses or found.scheme:
            return False
        return not self._sent_to_vendor.isdisjoint(self._variables(candidate, found)) or (
            bool(found.path) and found.path[0] in self._chosen_from
        )

    def _variables(self, candidate: Candidate, found: Naming) -> tuple[str, ...]:
        """What it is assigned to, as a program would write it."""
        return (self.reader.variable(candidate) or "", _TAIL.split(found.own or "")[-1])

    @cached_property
    def _signing(self) -> frozenset[str]:
        """The names that stand in a computation of an HMAC, where the file handles the vendor's signatures."""
        return frozenset(signing(self.text.content)) if self._handles_signatures else frozenset()

    @cached_property
    def _handles_signatures(self) -> bool:
        header = self.knowledge.vendor.signature_header.lower()
        return header in self._lower or header.replace("-", "_") in self._lower

    @cached_property
    def _names_beside_vendor(self) -> dict[str, list[int]]:
        """The names on the lines that name the vendor, and on those next to them, with the lines."""
        found: dict[str, list[int]] = {}
        last = len(self.text.line_starts) - 1
        for line in sorted({near for at in self.mentions.lines for near in (at - 1, at, at + 1) if 0 <= near <= last}):
            for name in set(_IDENTIFIER.findall(self.text.line(line)[:_LONG_LINE])):
                found.setdefault(name, []).append(line)
        return found

    def _used_with_vendor(self, name: str, candidate: Candidate) -> bool:
        """Whether the name occurs elsewhere in the file on a line, or beside one, that names the vendor."""
        if len(name) < 3 or name.lower() in self.words.key | self.words.value_fields | self.words.transparent:
            return False
        own = self.text.line_of(candidate.start)
        return any(abs(line - own) > 1 for line in self._names_beside_vendor.get(name, ()))

    # -- whether it is a key ----------------------------------------------------------------------------------

    def _key(
        self, candidate: Candidate, found: Naming, own: tuple[str, ...], comment: tuple[str, str]
    ) -> Iterator[str]:
        words = self.words
        if (
            found.scheme
            or (own[-1:] == ("authorization",) and "basic" not in own)
            or ("bearer" in own and words.not_key.isdisjoint(own[own.index("bearer") :]))
            or (
                found.last == "password"
                and (self.text.path or "").endswith("netrc")
                and self.hosts.follows_vendors(candidate)
            )
        ):
            yield "authorization-position"
        if spelling.says_key(own, words) or not {"hmac", "whsec"}.isdisjoint(own):
            yield "name-says-key"
        elif not words.password.isdisjoint(own):
            yield "name-says-password"
        if any(spelling.names_key(part, words) for part in found.sections(words)):
            yield "section-says-key"
        beside = [*found.beside, *(name for text in comment for name in iter_names(text))]
        if any(spelling.names_key(spelling.split(name, words), words) for name in beside):
            yield "statement-says-key"
        if own and not set(own) - words.webhook - words.generic - words.vendor and not words.webhook.isdisjoint(own):
            yield "name-says-webhook"
        elif (
            own
            and not set(own) - words.vendor
            and any(part and not set(part) - words.webhook for part in found.sections(words)[:1])
        ):
            yield "name-says-webhook"
        told = own or any(self.mentions.is_name(name) for name in found.beside)
        if told and not set(own) - words.generic - words.vendor and self._file_keeps_keys:
            yield "file-name-says-key"
        if self._is_hmac_key(candidate, found):
            yield "hmac-key"
        if self._is_sent(candidate, found):
            yield "authorization-position"
        if self._is_handed_over(candidate, found):
            yield "vendor-call"
        vendors = not set(own) - words.vendor - words.generic
        if found.called and self._sets_up(candidate, found.called[0]):
            yield "vendor-call"
        if any(self.mentions.is_name(name) and self._takes_key(name) for name in found.called) or (
            found.called and own and vendors and spelling.says_vendor(own, words)
        ):
            yield "vendor-call"
        if own and vendors and spelling.says_vendor(own, words) and not shape.is_uuid(candidate.value):
            yield "name-is-vendor"

    def _is_kept_encrypted(self, found: Naming) -> bool:
        """Whether its name, or what it stands in, says that it is a ciphertext: ``encryptedData``."""
        names = [found.own or "", *found.path[:4]]
        return any(
            not self._ciphers.isdisjoint(spelling.split(part, self.words)) for name in names for part in name.split(" ")
        )

    @cached_property
    def _ciphers(self) -> frozenset[str]:
        prefixes = self.knowledge.placeholders.encrypted_prefixes
        return frozenset(prefix for prefix in prefixes if prefix.isalpha() and prefix.islower())

    @cached_property
    def _file_keeps_keys(self) -> bool:
        """Whether the file is called after the keys in it: ``secrets.json``."""
        name = PurePosixPath(self.text.path or "").name.partition(".")[0]
        return spelling.split(name, self.words)[-1:] != () and spelling.split(name, self.words)[-1] in self.words.key

    def _is_hmac_key(self, candidate: Candidate, found: Naming) -> bool:
        if any(not self.words.hmac.isdisjoint(re.split(r"\W+", name.lower())) for name in found.called):
            return True
        if found.called and self._handles_signatures and _HMAC.search(self._around(candidate)):
            return True
        if _MAC.search(self.text.content, max(0, candidate.start - _LINE), candidate.start):
            return True
        return found.own is not None and not self._signing.isdisjoint((found.last, *self._variables(candidate, found)))

    def _around(self, candidate: Candidate) -> str:
        """A stretch of the line of a candidate."""
        start, end = self.text.line_span(self.text.line_of(candidate.start))
        return self.text.content[max(start, candidate.start - _LINE) : min(end, candidate.end + _LINE)]

    # -- what a person wrote round it -------------------------------------------------------------------------

    def _says_nothing(self, name: str, bare: bool) -> bool:
        """Whether a name tells neither whose a value is nor what: ``yenisi``, ``staging``, ``k``.

        The vendor's, ``bare`` in a sentence, is no name of a value.
        """
        words, split = self.words, spelling.split(name, self.words)
        telling = words.key | words.password | words.webhook | words.not_secret | words.digest
        if not bare:
            telling |= words.vendor
        return telling.isdisjoint(split) and not spelling.names_other_vendor(split, words)

    def _is_of_phrase(self, name: str, sentence: Sentence) -> bool:
        """Whether a name is but a word of what is said: ``team`` of ``the key of the team: …``."""
        if spelling.says_key(spelling.split(name, self.words), self.words):
            return False
        if not sentence.before:
            return not sentence.answer and name.lower() in sentence.above and speaks_of_key(sentence.above, self.words)
        return (
            name.lower() in sentence.before
            and speaks_of_key(sentence.before, self.words)
            and not speaks_against(sentence.before, self.words)
        )

    def _named_by(self, comment: tuple[str, str]) -> bool:
        """Whether the comment behind a value, or a short one above, gives it the name that its own name is not."""
        behind, above = comment
        for text, most in ((behind, _LONG_LINE), (above, _SHORT)):
            said = tuple(word for part in iter_names(text) for word in spelling.split(part, self.words))
            if len(said) <= most and spelling.says_vendor(said, self.words) and speaks_of_key(said, self.words):
                head = next(at for at, word in enumerate(said) if word in self.words.key)
                return not speaks_against(said[: head + 1], self.words)
        return False

    def _said(self, candidate: Candidate, sentence: Sentence, own: tuple[str, ...]) -> Iterator[str]:
        words = self.words
        if spelling.says_vendor((*sentence.before, *sentence.after), words):
            yield "statement-says-vendor"
        elif spelling.says_vendor((*sentence.beside, *sentence.heading), words):
            yield "text-says-vendor"
        if tells_key(sentence, words):
            yield "text-says-key"
        if not set(own) - words.key - words.generic and (
            self._is_apposed(candidate, sentence)
            or speaks_against(sentence.before, words)
            or (is_commit_like(candidate.value) and not calls_it_key(sentence, words))
        ):
            yield "name-is-not-a-key"

    def _is_apposed(self, candidate: Candidate, sentence: Sentence) -> bool:
        """Whether the word before it says what has it as its id: ``see run …``, ``Reporter: …``."""
        known, start = self.knowledge.computed, candidate.start
        if len(sentence.before) > 1 and not _APPOSED.search(self.text.content, max(0, start - _SHORT), start):
            return False
        return not (known.things | known.objects).isdisjoint(sentence.before[-1:])

    def _stands_as_name(self, candidate: Candidate) -> bool:
        """``"KEY": …`` stands as a name; ``user:KEY:…``, ``?key=VALUE:`` and ``b ? "VALUE" : …`` do not."""
        before = self.text.content[max(0, candidate.start - 8) : candidate.start]
        return bool(_ASSIGNED.match(self.text.content, candidate.end)) and not re.search(
            r"(?:[:=]|\?\s*[\"'`])$", before
        )

    # -- which kind -------------------------------------------------------------------------------------------

    def _kind(
        self,
        candidate: Candidate,
        place: Place,
        found: Naming,
        own: tuple[str, ...],
        comment: tuple[str, str],
        sentence: Sentence | None,
    ) -> KeyKind:
        words = self.words
        if not words.webhook.isdisjoint(own):
            return KeyKind.WEBHOOK_SECRET
        if self._is_sent(candidate, found):
            return KeyKind.API_KEY
        if not {"token", "bearer", "api", "apikey", "access", "authorization"}.isdisjoint(own) or found.scheme:
            return KeyKind.API_KEY
        near = [word for name in (*found.path[:3], *found.called) for word in spelling.split(name, words)]
        if self._is_hmac_key(candidate, found) or ("secret" in own and self._registers(candidate, place)):
            return KeyKind.WEBHOOK_SECRET
        if sentence and not set(own) - words.vendor:
            return KeyKind.WEBHOOK_SECRET if speaks_of_webhook(sentence, words) else KeyKind.API_KEY
        if found.tabled:
            near += [word for name in found.beside for word in spelling.split(name, words)]
        elif "secret" in own or not (own or found.called):
            start, end = layout.block(self.text, candidate.start, 3)
            around = self.text.content[max(start, candidate.start - _AROUND) : min(end, candidate.end + _AROUND)]
            near += [
                word
                for text in (*comment, *found.beside, around)
                for name in iter_names(text)
                for word in spelling.split(name, words)
            ]
        if "secret" in own and not {"endpoint", "endpoints"}.isdisjoint(near):
            return KeyKind.WEBHOOK_SECRET  # the API has no other endpoints that have secrets
        return KeyKind.WEBHOOK_SECRET if not words.webhook.isdisjoint(near) else KeyKind.API_KEY

    @cached_property
    def _public_ids(self) -> list[int]:
        """Offsets of identifiers that the vendor hands out for webhooks."""
        prefixes = "|".join(map(re.escape, self.knowledge.vendor.public_id_prefixes))
        return [
            match.start() for match in re.finditer(rf"(?<![\w-])(?:{prefixes})_[0-9A-Z]{{8,40}}\b", self.text.content)
        ]

    def _is_beside_id(self, candidate: Candidate, place: Place) -> bool:
        """Whether one of the vendor's identifiers stands in the same small object, or else in the same statement."""
        if not self.mentions.offsets or not self._public_ids:
            return False
        start, end = place.segment, candidate.end
        frame = next((frame for frame in place.frames() if layout.is_object(self.text.content, frame)), None)
        if frame is not None and frame.end - frame.start < _AROUND * 2:
            start, end = frame.start, frame.end
        return bisect_left(self._public_ids, start) < bisect_left(self._public_ids, end)

    def _registers(self, candidate: Candidate, place: Place) -> bool:
        """Whether it stands in what registers a webhook: beside its ``events``, or with the endpoint for webhooks."""
        for frame in place.frames():
            if layout.is_object(self.text.content, frame) and frame.end - frame.start < _AROUND * 3:
                if _EVENTS.search(self.text.content, frame.start, frame.end):
                    return True
                break
        return self.hosts.webhooks_near(candidate)
