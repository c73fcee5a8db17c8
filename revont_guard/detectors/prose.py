"""What a person wrote round a value: the sentence it stands in, the lines beside it, the heading above.

Only what is read by people is taken for a sentence: documents, messages, comments, strings of several words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from revont_guard.catalog import Words
from revont_guard.detectors import words as spelling
from revont_guard.detectors.candidates import Candidate
from revont_guard.detectors.layout import Place
from revont_guard.detectors.naming import NAME
from revont_guard.detectors.text import Text

_COMMENT = re.compile(
    r"[ \t]*(?:#|//|/\*|\*|--|;|<!--|%|\"\"\"|'''|REM\b|=begin)|.{0,300}?(?:\s#\s|\s//\s|/\*|\s--\s|<!--)"
)
_WORDS = re.compile(r"(?<![\w$@./\-])[^\W\d_]{1,30}[,.:;!?]?(?: [^\W\d_]{1,30}[,.:;!?]?(?![\w(\[{=./\\-])){2,}")
_ASSIGNED = re.compile(r"(?:=|=>|<-)\s*[\"'`]?$")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,200}>|\{@[a-z]{2,12}\s")
# ``[10:02:40] <al> …``, ``10:02 al: …``: a line of a log of what people said.
_SPOKEN = re.compile(
    r"[ \t]*[\[(]?(?:\d{4}-\d\d-\d\d[ T])?\d{1,2}:\d\d(?::\d\d)?[\])]?[ \t]+(?:<[@+%]?[\w.-]{1,30}>|[\w.-]{1,30}:)[ \t]"
)
_HEADING = re.compile(
    r"^(?:#{1,6}|={1,5}|h[1-6]\.)[ \t]+(\S[^\n]{0,200})$|^(\S[^\n]{0,200})\n[=~^\-]{4,}[ \t]*$", re.MULTILINE
)
_IDS = frozenset(["id", "ids", "uuid", "guid"])
# The beginning of a comment on a line of its own, and not of a directive of the preprocessor.
_REMARK = re.compile(
    r"[ \t]*(?:#(?!\s*(?:define|if|elif|include|pragma|undef)\b)|//|/\*|\*|--|;|<!--|%|REM\b)", re.IGNORECASE
)
_STRING = re.compile(r"\s*:\s*\"((?:[^\"\\]|\\.)*+)\"")
_LETTERS = re.compile(r"[^\W\d_]+")
_NAMED = re.compile(r"\"(\w{1,40})\"\s*:\s*\"$")
# ``Grafana:`` below a blank line: what follows is of that.
_OPENS = re.compile(r"\w[^:\n]{0,40}:[ \t]*")
_GIVES = re.compile(r"(?=[^\s0-9]{0,40}[0-9])[\w.+/=-]{16,}")
_DRAWN = re.compile(r"(?=\S*[0-9])\S{14,}")
_LABEL = re.compile(r":[\s\"'`*]+$")
# Between a value and what is said of it: ``… (the revont key)``, ``… is our key``, ``… <- revont``.
_INTRODUCED = re.compile(
    r"[\"'`*\s]*(?:[(\[<,:#=–—-]|//|(?:is|as|for|was|ist|als|est|es)\b|[^.()\n]{0,60}\()", re.IGNORECASE
)
_END = re.compile(r"[.!?]\s+(?=[^\W\d_])")
_MESSAGE = 3_000
_BEFORE, _AFTER = 300, 160
_LINE = 400
_LINES_UP, _LINES_DOWN = 3, 1
_DOCUMENT_UP = 6
_REACH = 12
_FEW = 5


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words ``before`` and ``after`` a value, and of what is ``beside`` it, a few lines each way, and its heading.

    ``said`` is all that is said of the value: where the sentence itself says nothing, with what was said before:
    ``the old one was …``. ``label``: a colon stands right before the value. ``answer``: it answers another message.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    said: tuple[str, ...]
    above: tuple[str, ...]
    beside: tuple[str, ...]
    heading: tuple[str, ...]
    label: bool
    answer: bool


class Prose:
    """The sentences of one text."""

    def __init__(self, text: Text, words: Words) -> None:
        self.text = text
        self.words = words
        self._foreign = sorted(word for word in words.key | words.webhook if not word.isascii())
        path = PurePosixPath((text.path or "").lower())
        self._document = path.suffix in words.documents
        self._chat = not path.suffix or path.suffix in words.chats
        self._up = _DOCUMENT_UP if self._document else _LINES_UP
        self._unnamed = not path.suffix and not path.name.startswith(".")

    def sentence(self, candidate: Candidate, place: Place) -> Sentence | None:
        """The sentence that a candidate stands in, or None where it stands in code or data."""
        content, line = self.text.content, self.text.line_of(candidate.start)
        start, end = self.text.line_span(line)
        strings = [frame for frame in place.frames() if frame.kind == "string"]
        if quoted := bool(strings) and not self._document:
            start, end = max(start, strings[-1].start), min(end, strings[-1].end)
        before = content[max(start, candidate.start - _BEFORE) : candidate.start]
        after = content[candidate.end : max(candidate.end, min(end, candidate.end + _AFTER))]
        message: tuple[str, ...] | None = None
        if not self._is_written(before, after, line, quoted):
            message = self._message(start) if quoted and self._chat and self._is_light(before) else None
            if message is None:
                return None
        told = [end.end() for end in _END.finditer(before)]
        earlier = self._words(before[: told[-1]]) if told else ()
        own = self._words(before[told[-1] :] if told else before)
        follows = self._words(after) if _INTRODUCED.match(after) else ()
        said_before = earlier or message
        above, gives = (said_before, False) if said_before else self._above(line)
        label = _LABEL.search(before) is not None
        inherits = self._is_light(before) or (label and len(own) < _FEW and not gives)
        return Sentence(
            before=own,
            after=follows,
            said=(*above, *own, *follows) if inherits else (*own, *follows),
            above=above,
            beside=(*earlier, *(message or ()), *self._words(after), *self._beside(line)),
            heading=self._heading(line),
            label=label,
            answer=message is not None,
        )

    def _is_light(self, before: str) -> bool:
        """Whether what stands before a value says nothing of it by itself: ``sure, …``, ``Al: the old one was …``."""
        words = self.words.light | self.words.copulas
        label = before.rstrip(" \t\"'`*")
        phrase = before.rpartition(": ")[2] if not label.endswith(":") else label.rpartition(": ")[2]
        return words.issuperset(word.lower() for word in _LETTERS.findall(_TAG.sub(" ", phrase)))

    def _message(self, start: int) -> tuple[str, ...] | None:
        """The words of the message before the one that begins at ``start``, where the two are entries of one name."""
        content = self.text.content
        entry = _NAMED.search(content, max(0, start - _LINE), start)
        if entry is None or entry[1].lower() not in self.words.messages:
            return None
        before = content.rfind(f'"{entry[1]}"', max(0, entry.start() - _MESSAGE), entry.start())
        message = _STRING.match(content, before + len(entry[1]) + 2, entry.start()) if before >= 0 else None
        return self._words(message[1][:_LINE]) if message else None

    def _is_written(self, before: str, after: str, line: int, quoted: bool) -> bool:
        plain = _TAG.sub(" ", before), _TAG.sub(" ", after)
        if self._document and not quoted:
            return not _ASSIGNED.search(before) or _WORDS.search(plain[0]) is not None
        if not (_WORDS.search(plain[0]) or _WORDS.search(plain[1])):
            return not quoted and (_SPOKEN.match(before) is not None or self._is_remark(before, after, line))
        if _SPOKEN.match(before):
            return True
        return quoted or self._unnamed or plain[0] != before or _COMMENT.match(before) is not None

    def _is_remark(self, before: str, after: str, line: int) -> bool:
        """Whether a few words in a comment speak of a key, or the value stands there alone below another comment."""
        if not _REMARK.match(before) or _ASSIGNED.search(before):
            return False
        if speaks_of_key(self._words(before), self.words):
            return True
        alone = not self._words(before) and not after.strip(" \t*/->\"'`")
        return alone and line > 0 and _REMARK.match(self.text.line(line - 1)[:_LINE]) is not None

    def _words(self, text: str) -> tuple[str, ...]:
        return tuple(
            word
            for name in NAME.finditer(_TAG.sub(" ", text))
            if not _DRAWN.fullmatch(name.group())
            for word in self._split(name.group())
        )

    def _split(self, name: str) -> tuple[str, ...]:
        """The words of a name; of a script that has no words of ours, those for a key that it holds."""
        found = spelling.split(name, self.words)
        if name.isascii():
            return found
        lower = name.lower()
        return (*found, *(word for word in self._foreign if word in lower)) or (lower,)

    def _above(self, line: int) -> tuple[tuple[str, ...], bool]:
        """The words of the last line before that says something, and whether it gives a value of its own."""
        first = True
        for above in range(line - 1, max(-1, line - self._up), -1):
            content = self.text.line(above)[:_LINE]
            said = self._words(content)
            if len(said) > 2 or spelling.says_vendor(said, self.words) or (said and first and not self._document):
                return said, _GIVES.search(content) is not None
            first = first and not said
        return (), False

    def _beside(self, line: int) -> tuple[str, ...]:
        """The words of the line behind and of those before, up to one that begins something else."""
        found: list[str] = []
        for above in range(line - 1, max(-1, line - self._up - 1), -1):
            content = self.text.line(above)[:_LINE]
            said = self._words(content)
            found += said
            if spelling.says_vendor(said, self.words):
                continue
            if _OPENS.fullmatch(content) and (not above or not self.text.line(above - 1).strip()):
                break
        below = range(line + 1, min(line + _LINES_DOWN, len(self.text.line_starts) - 1) + 1)
        return (*found, *(word for at in below for word in self._words(self.text.line(at)[:_LINE])))

    @cached_property
    def _headings(self) -> list[tuple[int, str]]:
        """(line, text) of the headings of a document."""
        if not self._document:
            return []
        found = _HEADING.finditer(self.text.content)
        return [(self.text.line_of(match.start()), match[1] or match[2]) for match in found]

    def _heading(self, line: int) -> tuple[str, ...]:
        at = bisect_left(self._headings, (line, "")) - 1
        return self._words(self._headings[at][1]) if at >= 0 else ()


def tells_key(sentence: Sentence, words: Words) -> bool:
    """Whether a sentence says that the value is a key; as a label, or on the line above, ``API`` alone says so."""
    if speaks_of_key(sentence.said, words):
        return True
    if sentence.label:
        return sentence.before[-1:] == ("api",)
    return not sentence.before and "api" in sentence.above


def speaks_of_key(said: tuple[str, ...], words: Words) -> bool:
    """Whether the words name a key, and neither one of another kind nor what it is called or kept in."""
    return any(
        word in words.key
        and not (at and said[at - 1] in words.other_kind)
        and said[at + 1 : at + 2] not in (("id",), ("ids",), ("name",), ("names",), ("hash",))
        for at, word in enumerate(said)
    )


def speaks_against(before: tuple[str, ...], words: Words) -> bool:
    """Whether what is said just before a value makes it a hash, a commit or an identifier."""
    near = [word for word in _head(before, words)[-_REACH:] if word not in words.transparent]
    if not words.digest.isdisjoint(near) or not _IDS.isdisjoint(near):
        return True
    if near and near[-1] in words.not_key:
        return True
    for word in reversed(near):
        if word in words.key:
            return False
        if word in words.not_secret:
            return True
    return False


def _head(before: tuple[str, ...], words: Words) -> tuple[str, ...]:
    """Words up to the one for a key whose owner the rest tells: ``the key`` of ``the key of the sales team``."""
    for at in range(len(before) - 2, -1, -1):
        if before[at] in words.key and before[at + 1] in words.prepositions:
            return before[: at + 1]
    return before


def calls_it_key(sentence: Sentence, words: Words) -> bool:
    """Whether the word for a key stands right before the value, or a label does: ``the key is …``, ``New: …``."""
    said = list(sentence.before)
    while said and said[-1] in words.copulas:
        said.pop()
    return sentence.label or (said[-1:] != [] and said[-1] in words.key)


def speaks_of_webhook(sentence: Sentence, words: Words) -> bool:
    """Whether the secret of a webhook is the one of its keys that a sentence names last before a value."""
    other = {"api", "token", "bearer", "apikey"}
    for said in (tuple(reversed(sentence.before)), sentence.after, tuple(reversed(sentence.above))):
        for word in said:
            if word in words.webhook:
                return True
            if word in other:
                return False
    return False
