"""What the surroundings of a candidate say for and against it: whose it is, and whether it is a key.

The functions answer with ids of signals of ``rules/keys.toml``; weights and words stand there, not here.
"""

from __future__ import annotations

import itertools
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
from revont_guard.detectors.computed import is_commit_like, looks_up, names_file
from revont_guard.detectors.hosts import Hosts
from revont_guard.detectors.layout import Place
from revont_guard.detectors.naming import Naming, Reader, iter_names
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
from revont_guard.detectors.values import is_public_id
from revont_guard.model import KeyKind

_COMMENT = re.compile(r"^\s*(?:#|//|/\*|\*|--|;|<!--|%|\"\"\"|'''|REM\b|rem\b|@REM\b|=begin|>|\|)")
_TRAILING_COMMENT = re.compile(r"(?:#|//|/\*|--|<!--|(?<=\s);|\s'\s)\s*([^\n]{2,200})")
_ASSIGNED = re.compile(
    r"[\"'`\]]*(?:[ \t]*(?:/\*[^*]{0,200}\*/[ \t]*)?(?:=(?![=>])|=>)(?!=)|:(?![:/=])|[ \t]+:(?![:/=\w]))"
)
_IDENTIFIER = re.compile(r"[^\W\d]\w{2,80}")
_LINK = re.compile(r"://[^\s\"'<>?]{3,200}/([\w-]{3,60})/?\?[^\s\"'<>?]{0,200}$")
_PARAMETER = re.compile(r"://[^\s\"'<>]{1,500}[?&;][\w.\[\]-]{2,60}=$")
_ARGUMENT = re.compile(r"\s*(?:\w{1,40}\s*[:=]\s*)?((?:[A-Za-z_$]\w{0,60}(?:\.|->|\?\.|::))*[A-Za-z_$]\w{0,60})!?\s*")
_KEPT = re.compile(r"(\w{3,40})[\"']?\s{0,9}(?::|=>?|=)\s{0,9}$")
_APPOSED = re.compile(r"\w[\s\"'`*]{1,4}$")
_TAIL = re.compile(r"->|::|\?\.|[.:]")
_RECEIVER = re.compile(r"\w*")
_EVENTS = re.compile(r"\bevents?(?:_?types?)?[\"']?\s*(?:[:=\[])", re.IGNORECASE)
_NEAR = 12
_SHORT = 6
_CERTAIN = 5
_LINE = 160
_ELEMENT = re.compile(r"<([A-Z][\w.]{0,80})\s")
_ADDRESSED = re.compile(r"\(\s{0,40}[\"'`]https?://[^\"'`\s]{3,120}[\"'`]\s{0,9},\s{0,40}[\"'`]$")
# ``:crypto.mac(:hmac, :sha256, …`` and ``require("openssl.hmac").new(…``.
_MAC = re.compile(
    r"\b(?:mac\(\s{0,9}[:\"']{0,2}hmac\b[^()\n]{0,60}|hmac[\"')]{1,3}\.new\(\s{0,9}[\"'])$", re.IGNORECASE
)
_HMAC = re.compile(r"\bhmac\b", re.IGNORECASE)
_LONG_LINE = 2_000
_AROUND = 600
_COMMENT_REACH = 40


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
        self._vendor_name = re.compile(
            rf"[\w.\-]{{0,80}}{re.escape(knowledge.vendor.name)}[\w.\-]{{0,80}}", re.IGNORECASE
        )

    def places(self, found: list[Candidate]) -> list[Place]:
        """The place of each candidate."""
        return self.hosts.places(found, self.siblings.entries)

    def evidence(self, candidate: Candidate, place: Place) -> Evidence:
        """All that the surroundings of ``candidate`` say."""
        found = self.reader.read(candidate, place)
        comment = self._comment(candidate)
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
            and not self._is_parameter(candidate)
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
        signals += self._name(candidate, place, found, own, signals)
        if self._is_kept_encrypted(found):
            signals.append("encrypted")
        if not found.scheme and self._stands_as_name(candidate):
            signals.append("stands-as-name")
        return Evidence(tuple(dict.fromkeys(signals)), self.reader.reported(found), kind)

    # -- whose it is ------------------------------------------------------------------------------------------

    @cached_property
    def _vendor_at(self) -> list[int]:
        """Offsets at which the vendor is named as a word of its own, not inside of another word."""
        return [
            match.start()
            for match in self._vendor_name.finditer(self.text.content)
            if self._names_vendor(match.group())
        ]

    @cached_property
    def _lower(self) -> str:
        return self.text.content.lower()

    @cached_property
    def _vendor_lines(self) -> frozenset[int]:
        return frozenset(self.text.line_of(at) for at in self._vendor_at)

    def _names_vendor(self, name: str) -> bool:
        return spelling.says_vendor(spelling.split(name, self.words), self.words)

    def _mentions_vendor(self, text: str) -> bool:
        return any(self._names_vendor(match.group()) for match in self._vendor_name.finditer(text))

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
        if any(self._names_vendor(name) for name in found.beside) or self._mentions_vendor(after):
            yield "statement-says-vendor"
        elif self._is_handed_over(candidate, found):
            yield "statement-says-vendor"
        if not found.tabled and self.siblings.say_vendor(candidate.start, place, own):
            yield "sibling-says-vendor"
        if self._mentions_vendor(above):
            yield "comment-says-vendor"
        if found.own and self._used_with_vendor(found.last, candidate):
            yield "used-with-vendor"
        line = text.line_of(candidate.start)
        if not self._vendor_lines.isdisjoint(range(line - _NEAR, line + _NEAR + 1)):
            yield "vendor-near"
        if text.path and self._mentions_vendor(text.path):
            yield "file-name-says-vendor"
            if self._is_vendors_file:
                yield "file-is-vendors"
        if self._vendor_at:
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
        lines = (self.text.line(at)[:_LONG_LINE] for at in sorted(self._vendor_lines))
        return frozenset(belongings(lines, self._names_vendor)) - self.words.transparent

    @cached_property
    def _handed_to_vendor(self) -> frozenset[str]:
        lines = (self.text.line(at)[:_LONG_LINE] for at in sorted(self._vendor_lines))
        return frozenset(handed(lines, self._names_vendor))

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
        for line in sorted({near for at in self._vendor_lines for near in (at - 1, at, at + 1) if 0 <= near <= last}):
            for name in set(_IDENTIFIER.findall(self.text.line(line)[:_LONG_LINE])):
                found.setdefault(name, []).append(line)
        return found

    def _used_with_vendor(self, name: str, candidate: Candidate) -> bool:
        """Whether the name occurs elsewhere in the file on a line, or beside one, that names the vendor."""
        if len(name) < 3 or name.lower() in self.words.key | self.words.value_fields | self.words.transparent:
            return False
        own = self.text.line_of(candidate.start)
        return any(abs(line - own) > 1 for line in self._names_beside_vendor.get(name, ()))

    # -- comments ---------------------------------------------------------------------------------------------

    def _comment(self, candidate: Candidate) -> tuple[str, str]:
        """The comment behind a candidate on its line, and the comment or heading that its paragraph has."""
        line = self.text.line_of(candidate.start)
        rest = self.text.content[candidate.end : min(self.text.line_span(line)[1], candidate.end + 300)]
        behind = _TRAILING_COMMENT.search(re.sub(r"[a-z]+://\S*", "", rest))
        if candidate.start - self.text.line_starts[line] > _LONG_LINE:
            return (behind[1] if behind else "", "")
        return (behind[1] if behind else "", self._comment_above(line) or self._comment_below(line))

    def _comment_below(self, line: int) -> str:
        """What the head of a function is told to be for: its docstring."""
        if line + 1 >= len(self.text.line_starts) or not self.text.line(line)[-_AROUND:].rstrip().endswith((":", "{")):
            return ""
        below = self.text.line(line + 1)[:400]
        return below if below.lstrip().startswith(('"""', "'''", "//", "/*")) else ""

    def _comment_above(self, line: int) -> str:
        blank = False
        for above in range(line - 1, max(-1, line - _COMMENT_REACH), -1):
            content = self.text.line(above)[:400]
            stripped = content.strip()
            if not stripped:
                if blank or line - above > 3:
                    return ""
                blank = True
            elif _COMMENT.match(content):
                return content
            elif re.fullmatch(r"[=\-~^]{3,}", stripped):
                return self.text.line(above - 1) if above else ""
            elif stripped.endswith(":") and line - above <= 2:
                return content
            elif blank:
                return ""
        return ""

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
        if any(spelling.names_key(part, words) for part in self._sections(found)):
            yield "section-says-key"
        beside = [*found.beside, *(name for text in comment for name in iter_names(text))]
        if any(spelling.names_key(spelling.split(name, words), words) for name in beside):
            yield "statement-says-key"
        if own and not set(own) - words.webhook - words.generic - words.vendor and not words.webhook.isdisjoint(own):
            yield "name-says-webhook"
        elif (
            own
            and not set(own) - words.vendor
            and any(part and not set(part) - words.webhook for part in self._sections(found)[:1])
        ):
            yield "name-says-webhook"
        told = own or any(self._names_vendor(name) for name in found.beside)
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
        if any(self._names_vendor(name) and self._takes_key(name) for name in found.called) or (
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

    def _sections(self, found: Naming) -> list[tuple[str, ...]]:
        """The words of each of the nearest names that a value stands in."""
        return [spelling.split(part, self.words) for part in found.path[:3] if " " not in part]

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

    # -- what its name says against it ------------------------------------------------------------------------

    def _name(
        self, candidate: Candidate, place: Place, found: Naming, own: tuple[str, ...], so_far: list[str]
    ) -> Iterator[str]:
        words = self.words
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
        if own and known.isdisjoint(own) and self._is_parameter(candidate):
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
            for name in itertools.takewhile(lambda name: not self._names_vendor(name), found.beside[:6])
            if name not in self.knowledge.computed.stores
        ):
            yield "other-vendor-name"
        for part in (found.own or "", *(part for part in found.path[:4] if " " not in part)):
            split = spelling.split(part, words)
            if spelling.says_vendor(split, words):  # where it is kept says nothing of whose it is: `vault_revont_key`
                split = tuple(word for word in split if word not in self.knowledge.computed.stores)
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
                spelling.says_vendor(part, words) and spelling.names_key(part, words) for part in self._sections(found)
            )
            or is_public_id(found.own or "", self.knowledge)
        ):
            yield "name-says-neither"
        strong = {
            signal
            for signal in so_far
            if signal in self.knowledge.signals and self.knowledge.signals[signal].group == "vendor"
        }
        weights = sorted(self.knowledge.signals[signal].weight for signal in strong)
        # A host on a line beside it says less where the name says something else.
        if "vendor-host-in-block" in strong and weights[-2:][:1] < [_CERTAIN]:
            names = own if not found.called else self._made_of(found.called[0]) if self._names_vendors_key else ()
            if any(len(word) > 2 for word in set(names) - known):
                yield "foreign-name"
        if max(weights, default=0) < _CERTAIN and "hmac-key" not in so_far:
            entry = set(spelling.split(found.entries[0], words) if found.entries else ()) - words.transparent
            if any(len(word) > 1 and not word.isdigit() for word in {*own, *(entry - words.connectors)} - known):
                yield "foreign-name"
            if self._beside_other_vendor(candidate) or self.siblings.run_other(candidate.start):
                yield "other-vendor-name"

    def _is_parameter(self, candidate: Candidate) -> bool:
        """Whether it is the value of a parameter of a URL, which has a name of its own whatever is said round it."""
        before = self.text.content[max(0, candidate.start - _AROUND) : candidate.start]
        return _PARAMETER.search(before) is not None

    def _is_of_something(self, candidate: Candidate, place: Place, found: Naming) -> bool:
        """Whether it is an id or a hash by what it is given to or stands in."""
        known = self.knowledge.computed
        if any(names_file(name, known) for name in (found.own or "", *found.path[:1])):
            return True
        leads = (layout.header(self.text.content, frame) for frame in list(place.frames())[:3] if frame.kind in "[{")
        if any((kept := _KEPT.search(lead)) and kept[1].lower() in known.hash_lists for lead in leads):
            return True
        return self._is_looked_up(candidate, place, found) or self._is_verified(candidate, place, found)

    def _is_verified(self, candidate: Candidate, place: Place, found: Naming) -> bool:
        """Whether it is held against a key that has a name of its own: ``verify(body, "…", secret)``."""
        frame = next((frame for frame in place.frames() if frame.kind != "string"), None)
        if not found.called or frame is None or frame.kind != "(" or frame.end - frame.start > _AROUND:
            return False
        last = spelling.split(_TAIL.split(found.called[0])[-1], self.words)
        if self.knowledge.computed.verifies.isdisjoint(last):
            return False
        content = self.text.content
        arguments = (content[frame.start : candidate.start] + content[candidate.end : frame.end]).split(",")
        names = (_ARGUMENT.fullmatch(argument) for argument in arguments)
        return any(name and spelling.names_key(spelling.split(name[1], self.words), self.words) for name in names)

    def _is_looked_up(self, candidate: Candidate, place: Place, found: Naming) -> bool:
        """Whether it is the only or first argument of what looks things up by their id: ``calls.get("…")``."""
        frame = next((frame for frame in place.frames() if frame.kind != "string"), None)
        if not found.called or frame is None or frame.kind != "(":
            return False
        lead = self.text.content[frame.start : candidate.start] if candidate.start - frame.start < _SHORT else "="
        return not lead.strip(" \t\n\"'`bur") and looks_up(found.called[0], self.knowledge)

    def _made_of(self, called: str) -> tuple[str, ...]:
        """The words of a class that is called: ``BillingClient``, ``billing.New``."""
        return spelling.split(called, self.words) if _TAIL.split(called)[-1][:1].isupper() else ()

    @cached_property
    def _names_vendors_key(self) -> bool:
        """Whether the text has a name for the vendor's key, so that what is called otherwise is another's."""
        found = (spelling.split(match.group(), self.words) for match in self._vendor_name.finditer(self.text.content))
        return any(spelling.says_vendor(name, self.words) and spelling.names_key(name, self.words) for name in found)

    def _beside_other_vendor(self, candidate: Candidate) -> bool:
        """Whether the lines just above, in the same block, name another vendor: ``uses: codecov/…``."""
        if not layout.width_at(self.text, candidate.start):
            return False
        start, _ = layout.block(self.text, candidate.start, 3)
        line = self.text.line_of(candidate.start)
        first = self.text.line_starts[max(self.text.line_of(start), line - 3)]
        own = self.text.line_starts[line]
        above = self.text.content[max(first, own - _AROUND) : own]
        return any(
            spelling.names_other_vendor(spelling.split(name, self.words), self.words) for name in iter_names(above)
        )

    def _is_other_kind(self, found: Naming, own: tuple[str, ...], keys: list[int]) -> bool:
        words = self.words
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
            called = spelling.split(_TAIL.split(found.called[0])[-1], words)
            if not words.sessions.isdisjoint(called) and not spelling.says_vendor(own, words):
                return True
        if not keys and any(
            word in words.key and before in words.other_kind
            for part in self._sections(found)[:2]
            for before, word in itertools.pairwise(part)
        ):
            return True
        if found.path and not set(own) - words.key - words.generic - words.password and " " not in found.path[0]:
            return not (words.other_kind - words.not_secret).isdisjoint(spelling.split(found.path[0], words)[-1:])
        return False

    def _is_react_key(self, tag: str, candidate: Candidate) -> bool:
        """Whether it is what tells an element from its neighbours: ``<Call key="…" />``."""
        start = self.text.content.rfind("<", max(0, candidate.start - _AROUND), candidate.start)
        component = _ELEMENT.match(self.text.content, start) if start >= 0 else None
        return component is not None and component[1] == tag and not self._names_vendor(tag)

    def _is_in_link(self, candidate: Candidate) -> bool:
        """Whether it is the token of a link that is good for one thing: ``…/verify?token=…``."""
        link = _LINK.search(self.text.content, max(0, candidate.start - _AROUND), candidate.start)
        if link is None:
            return False
        words = spelling.split(link[1], self.words)
        return words[:1] == ("verify",) or not self.words.other_kind.isdisjoint(words)

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
        if not self._vendor_at or not self._public_ids:
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
