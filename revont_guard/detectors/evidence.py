"""What the surroundings of a candidate say for and against it: whose it is, and whether it is a key.

The functions answer with ids of signals of ``rules/keys.toml``; weights and words stand there, not here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from revont_guard.catalog import Knowledge
from revont_guard.detectors import layout
from revont_guard.detectors import words as spelling
from revont_guard.detectors.candidates import Candidate
from revont_guard.detectors.hosts import Hosts
from revont_guard.detectors.layout import Place
from revont_guard.detectors.naming import Naming, Reader, iter_names
from revont_guard.detectors.text import Text
from revont_guard.detectors.values import is_public_id
from revont_guard.model import KeyKind

_COMMENT = re.compile(r"^\s*(?:#|//|/\*|\*|--|;|<!--|%|\"\"\"|'''|REM\b|rem\b|@REM\b|=begin|>|\|)")
_TRAILING_COMMENT = re.compile(r"(?:#|//|/\*|--|<!--|;)\s*([^\n]{2,200})")
_ASSIGNED = re.compile(r"[\"'`\]]*[ \t]*(?:/\*[^*]{0,200}\*/[ \t]*)?(?:=(?![=>])|=>|:(?![:/]))(?!=)")
_IDENTIFIER = re.compile(r"[^\W\d]\w{2,80}")
_NEAR = 12
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
        self._vendor_name = re.compile(
            rf"[\w.\-]{{0,80}}{re.escape(knowledge.vendor.name)}[\w.\-]{{0,80}}", re.IGNORECASE
        )

    def evidence(self, candidate: Candidate, place: Place) -> Evidence:
        """All that the surroundings of ``candidate`` say."""
        found = self.reader.read(candidate, place)
        own = spelling.split(found.own, self.words) if found.own else ()
        comment = self._comment(candidate)
        kind = self._kind(candidate, found, own, comment)
        signals = [*self._vendor(candidate, found, own, comment), *self._key(found, own, comment)]
        if kind is KeyKind.WEBHOOK_SECRET and self.knowledge.vendor.signature_header.lower() in self._lower:
            signals.append("signature-header-in-file")
        certain = "name-says-vendor" in signals or "section-says-vendor" in signals or kind is KeyKind.WEBHOOK_SECRET
        if host := self.hosts.seen_from(candidate, place, certain):
            signals.append(host)
        signals += self._name(candidate, found, own, signals)
        if self._stands_as_name(candidate):
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
        self, candidate: Candidate, found: Naming, own: tuple[str, ...], comment: tuple[str, str]
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
            if " " not in part and not self.words.other_vendor.isdisjoint(split):
                break
        if any(self._names_vendor(name) for name in found.beside) or self._mentions_vendor(after):
            yield "statement-says-vendor"
        if self._mentions_vendor(above):
            yield "comment-says-vendor"
        if found.own and self._used_with_vendor(found.last, candidate):
            yield "used-with-vendor"
        line = text.line_of(candidate.start)
        if not self._vendor_lines.isdisjoint(range(line - _NEAR, line + _NEAR + 1)):
            yield "vendor-near"
        if text.path and self._mentions_vendor(text.path):
            yield "file-name-says-vendor"
        if self._vendor_at:
            yield "vendor-in-file"

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
        return (behind[1] if behind else "", self._comment_above(line))

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

    def _key(self, found: Naming, own: tuple[str, ...], comment: tuple[str, str]) -> Iterator[str]:
        words = self.words
        if (
            found.scheme
            or own[-1:] == ("authorization",)
            or (found.last == "password" and (self.text.path or "").endswith("netrc"))
        ):
            yield "authorization-position"
        if spelling.says_key(own, words) or not {"hmac", "whsec"}.isdisjoint(own):
            yield "name-says-key"
        elif not words.password.isdisjoint(own):
            yield "name-says-password"
        if any(spelling.names_key(spelling.split(part, words), words) for part in found.path[:3] if " " not in part):
            yield "section-says-key"
        beside = [*found.beside, *(name for text in comment for name in iter_names(text))]
        if any(spelling.names_key(spelling.split(name, words), words) for name in beside):
            yield "statement-says-key"
        if any(not words.hmac.isdisjoint(re.split(r"\W+", name.lower())) for name in found.called):
            yield "hmac-key"
        vendors = not set(own) - words.vendor - words.generic
        if any(self._names_vendor(name) for name in found.called) or (
            found.called and own and vendors and spelling.says_vendor(own, words)
        ):
            yield "vendor-call"
        if own and vendors and spelling.says_vendor(own, words):
            yield "name-is-vendor"

    # -- what its name says against it ------------------------------------------------------------------------

    def _name(self, candidate: Candidate, found: Naming, own: tuple[str, ...], so_far: list[str]) -> Iterator[str]:
        words = self.words
        if not words.dummy.isdisjoint(own):
            yield "dummy-name"
        if "authorization-position" in so_far:
            return
        keys = [at for at, word in enumerate(own) if word in words.key | words.password]
        tail, against = (own[keys[-1] + 1 :], words.not_key) if keys else (own[-1:], words.not_secret)
        if not against.isdisjoint(tail) or not words.digest.isdisjoint(own):
            yield "name-is-not-a-key"
        if self._is_other_kind(found, own, keys):
            yield "other-kind-of-key"
        certain = {"section-says-vendor", "vendor-host-in-statement", "name-says-vendor"} & set(so_far)
        if not certain and any(
            not words.other_vendor.isdisjoint(spelling.split(name, words)) for name in found.beside[:6]
        ):
            yield "other-vendor-name"
        for part in (found.own or "", *(part for part in found.path[:4] if " " not in part)):
            split = spelling.split(part, words)
            if not words.other_vendor.isdisjoint(split):
                yield "other-vendor-name"
                break
            if spelling.says_vendor(split, words):
                break
        if own and not (
            spelling.says_key(own, words)
            or spelling.says_vendor(own, words)
            or {"hmac-key", "name-says-password"} & set(so_far)
            or is_public_id(found.own or "", self.knowledge)
        ):
            yield "name-says-neither"
        strong = {
            signal
            for signal in so_far
            if signal in self.knowledge.signals and self.knowledge.signals[signal].group == "vendor"
        }
        if max((self.knowledge.signals[signal].weight for signal in strong), default=0) < 5:
            known = words.key | words.password | words.generic | words.vendor | words.webhook
            entry = spelling.split(found.entries[0], words) if found.entries else ()
            if any(len(word) > 1 and not word.isdigit() for word in {*own, *entry} - known):
                yield "foreign-name"
            if self._beside_other_vendor(candidate):
                yield "other-vendor-name"

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
            not self.words.other_vendor.isdisjoint(spelling.split(name, self.words)) for name in iter_names(above)
        )

    def _is_other_kind(self, found: Naming, own: tuple[str, ...], keys: list[int]) -> bool:
        words = self.words
        if found.phrase in words.framework_names:
            return True
        if not spelling.says_vendor(own, words) and not words.framework_names.isdisjoint(
            ((found.own or "").lower(), found.last.lower())
        ):
            return True
        if any(at and own[at - 1] in words.other_kind for at in keys):
            return True
        if found.path and not set(own) - words.key - words.generic - words.password and " " not in found.path[0]:
            return not words.other_kind.isdisjoint(spelling.split(found.path[0], words)[-1:])
        return False

    def _stands_as_name(self, candidate: Candidate) -> bool:
        """``"KEY": …`` stands as a name; ``user:KEY:…``, ``?key=VALUE:`` and ``b ? "VALUE" : …`` do not."""
        before = self.text.content[max(0, candidate.start - 8) : candidate.start]
        return bool(_ASSIGNED.match(self.text.content, candidate.end)) and not re.search(
            r"(?:[:=]|\?\s*[\"'`])$", before
        )

    # -- which kind -------------------------------------------------------------------------------------------

    def _kind(self, candidate: Candidate, found: Naming, own: tuple[str, ...], comment: tuple[str, str]) -> KeyKind:
        words = self.words
        if not words.webhook.isdisjoint(own):
            return KeyKind.WEBHOOK_SECRET
        if not {"token", "bearer", "api", "apikey", "access", "authorization"}.isdisjoint(own) or found.scheme:
            return KeyKind.API_KEY
        near = [word for name in (*found.path[:3], *found.called) for word in spelling.split(name, words)]
        if any(not words.hmac.isdisjoint(re.split(r"\W+", name.lower())) for name in found.called):
            return KeyKind.WEBHOOK_SECRET
        if "secret" in own or not own:
            start, end = layout.block(self.text, candidate.start, 3)
            around = self.text.content[max(start, candidate.start - _AROUND) : min(end, candidate.end + _AROUND)]
            near += [
                word
                for text in (*comment, *found.beside, around)
                for name in iter_names(text)
                for word in spelling.split(name, words)
            ]
        return KeyKind.WEBHOOK_SECRET if not words.webhook.isdisjoint(near) else KeyKind.API_KEY
