"""Which name a value goes by, and the names of what it stands in: read outwards from the value."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from revont_guard.catalog import Words
from revont_guard.detectors import layout, tables
from revont_guard.detectors import words as spelling
from revont_guard.detectors.candidates import Candidate
from revont_guard.detectors.fields import fields
from revont_guard.detectors.layout import Frame, Place
from revont_guard.detectors.text import Text

NAME = re.compile(r"(?<!\w)[^\W\d]\w*(?:(?:->|::|\?\.|[-.:/])++[^\W\d]\w*)*")
_PART = re.compile(r"->|::|\?\.|[-.:/]")
_URL = re.compile(r"[a-z][a-z0-9+]{1,9}://[^\s\"'`<>()\[\]{}]*", re.IGNORECASE)
_CALLEE = re.compile(
    r"([^\W\d][\w$]*(?:(?:::<[^<>()]{0,60}>)?(?:->|::|\?\.|\.)[^\W\d][\w$]*)*)[!?]?(?:(?:::)?<[^<>()]{0,60}>)?\s*$"
)
_ENTRY = re.compile(r"^[-\s{]*[\"']?/?([^\W\d][\w.\-/]*)[\"']?\s*(?:[:=]|=>)\s*(?:&[\w-]+\s*|[|>][-+0-9]*\s*)?$")
_TAG = re.compile(r"<([\w:.-]{1,60})((?:\s+[\w:.-]+\s*=\s*(?:\"[^\"<>]{0,200}\"|'[^'<>]{0,200}'))*)\s*>\s*$")
_OPEN_TAG = re.compile(r"<([\w:.-]{1,60})\s[^<>]{0,800}$")
_KEY_TAG = re.compile(r"<(?:key|name)>\s*+([^<>\n]{2,100}?)\s*+</(?:key|name)>\s*(?:<\w+>\s*)?$")
_ENCLOSING_TAG = re.compile(r"<[\w:.-]{1,60}((?:\s+[\w:.-]+\s*=\s*(?:\"[^\"<>]{0,200}\"|'[^'<>]{0,200}'))*)\s*>\s*$")
_CELL = re.compile(
    r"<(?:t[hd]|dt)(?:\s[^<>]{0,100})?>\s{0,9}(?:<\w+>)?([^<>\n]{2,80}?)\s{0,9}(?:</\w+>)?</(?:t[hd]|dt)>\s{0,9}<(?:td|dd)(?:\s[^<>]{0,100})?>\s{0,9}(?:<\w+>)?$"
)
_IDENTIFIER = re.compile(r"[\w.-]+")
_POSITIONAL = re.compile(r"[(,]\s{0,40}[\"'`]([^\"'`\n]{3,60})[\"'`](?=\s{0,40},)")
_PLIST = re.compile(r"<key>([^<\n]{1,100})</key>\s*<dict>|<dict>|</dict>")
# ``class RevontKey(str, Enum):``, ``enum class Keys {``: what is declared names all of its members.
_DECLARED = re.compile(
    r"\b(?:class|enum|struct|object|module|namespace|interface|record|protocol|extension|impl)\s+(?!class\b)([^\W\d][\w.]*)"
)
_TARGET = re.compile(r"([^\W\d][\w.\-]*)[\"'\]]*\s*(?::=|=>|\?\?=|\|\|=|(?<![=!<>])=(?![=>])|:(?!:)|<-)")
_BOUND = re.compile(r"[\"'\])\s]*(?::=|=>|=|:|<-|\|\|=)[\s\"'`(\[{@$&*brfuLRFUB#]*")
# Tags that say how a text looks, not what it is.
_MARKUP = frozenset(
    ["a", "b", "br", "code", "dd", "em", "i", "kbd", "li", "p", "pre", "samp", "span", "strong", "td", "tt", "u"]
)
_VARIABLE = re.compile(
    r"([A-Za-z_]\w{0,80})[\"'\])]{0,2}\s{0,9}(?::[^=\n:]{1,40})?(?::?=|<-|:)\s{0,9}"
    r"(?:[\w.&:-]{1,40}(?:\((?:\w{1,20}:)?|(?=[ \t][\"']))\s{0,9}){0,3}[b@]?[\"'`]?$"
)
_DRAWN = re.compile(r"[A-Za-z_.-]{0,24}[0-9][\w.-]{11,}")
# ``NAME='value' ./command …``: the variable has its value, and what follows is told to the command.
_COMMAND = re.compile(r"(?:'[^'\n]*'|\"[^\"\n]*\"|[\w$./-][^\s\"'?(){}]*)[ \t]++([\w./-]+)")
# Between a scheme and a value: the scheme belongs to another value.
_OTHER_VALUE = re.compile(r"[,;\]]|[\"'][\s\\]+[\w-]+\s*[=:]|\S\s[\s\\]*[\w-]+[=:]\s?[\"']?$")
# ``'Bearer ' + (…`` and ``setValue("…", forHTTPHeaderField: "NAME")``.
_SCHEME_BEFORE = re.compile(r"\bbearer\s*+[\"'`]?\s*+[+.&$#]?\s*+$", re.IGNORECASE)
_TOLD_AFTER = re.compile(r"[\"']\s*,\s*for[A-Za-z]*:\s*@?[\"']([\w.-]{2,80})[\"']")
_HOSTLIKE = re.compile(r"\.(?:ai|com|net|org|io|dev|eu|app)$", re.IGNORECASE)
# ``The Revont key for staging is …``: what stands before a verb is no name that is assigned to.
_VERBS = frozenset(["is", "are", "was", "ist", "est", "es", "lautet"])
_OPENERS = ("{", "[", "(", "=", ":", "|", ">", "->", "do")
# ``revont-key-check/1.2``: what called, and no name of what follows.
_PRODUCT = re.compile(r"/[0-9]+\.[0-9]")
# ``N'…'``, ``b"…"``: what kind of string it is.
_PREFIX = re.compile(r"(?<=[\s=(,\[])[A-Za-z]{1,2}[\"']$")
_DIGIT = re.compile(r"[0-9]")
_PHRASE = re.compile(r"([\"'`])[^\s\"'`]+ [^\"'`\n]*\1\s*$")
# The letters of a UUID or a hash may spell "fb" or "dd".
_NUMBERS = re.compile(r"(?<!\w)[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}(?!\w)|(?<!\w)[0-9a-f]{16,}(?!\w)")
_ADDRESS = re.compile(r"://|\w@\w")
# ``s:7:"api_key";s:32:"…"``: as PHP serialises an entry of an array.
_SERIALISED = re.compile(r"[si]:\d{1,4}:\\?\"([\w.:-]{1,80})\\?\";s:\d{1,4}:\\?\"$")
# ``<add key="…"`` on a line above ``value="…``: an attribute belongs to its tag.
_ATTRIBUTE = re.compile(r"<[\w:.-]{1,60}\s[^<>]{0,700}=\s{0,3}\{?$")
# ``curl -u …``, ``http --auth …``: what is sent as the user of a request.
_CREDENTIALS = re.compile(
    r"\b(?:curl|https?|xh|wget|ab)\b(?:[^\n]|\\\n){0,200}?"
    r"\s(?:-u|--user|-a|--auth|--bearer|--oauth2-bearer)[ =][\"']?(?:[\w.%+-]{1,40}:)?$"
)
# ``echo -n "…" | gcloud secrets create NAME``: what is piped goes by what it is piped to.
_TYPED = re.compile(r"(?:\becho|\bprintf|<<<)\s[^|;&\n]{0,40}$")
# ``vercel env add NAME <<< "…"`` and, on the line before, ``pass insert NAME <<EOF``.
_FED = re.compile(r"([^\n<>]{3,200})(?:<<<[ \t]{0,9}[\"']?|<<[-~]?[\"']?\w{1,40}[\"']?[^\n]{0,40}\n[ \t]{0,40})$")
_PIPED = re.compile(r"[\"']?\s{0,9}\|\s{0,9}([^\n|;&#]{3,160})")
_LONG, _MOST_DIGITS = 16, 2
_LEAD = 400
_OBJECT = 6_000
_LONGEST_CELL = 80
_FARTHER = 200
_MOST_CALLS = 2
_MOST_WORDS = 6


@dataclass(slots=True)
class Naming:
    """What was read: ``own`` is the value's name; ``path`` the names round it, innermost first.

    ``scheme``: an Authorization scheme stands right before the value. ``called``: what it is an argument of.
    ``as_value``: it stands in a field that any value may stand in, its ``holder``: ``value: …``.
    ``in_tag``: it is an attribute's value, so that no other tag names it. ``tabled``: it stands in a table.
    ``beside``: other names of its statement. ``entries``: the part of the path that plain entries make, as in YAML.
    """

    own: str | None = None
    scheme: bool = False
    phrase: str | None = None
    holder: str | None = None
    as_value: bool = False
    in_tag: bool = False
    tabled: bool = False
    called: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    path: list[str] = field(default_factory=list)
    entries: list[str] = field(default_factory=list)

    @property
    def last(self) -> str:
        """The last part of the own name: ``api_key`` of ``settings.revont.api_key``."""
        return _PART.split(self.own)[-1] if self.own else ""

    def sections(self, words: Words) -> list[tuple[str, ...]]:
        """The words of each of the nearest names that the value stands in."""
        return [spelling.split(part, words) for part in self.path[:3] if " " not in part]


class Reader:
    """Reads names in one text; ``learned`` are names (lower case) that count as a key's whatever they say."""

    def __init__(self, text: Text, words: Words, learned: frozenset[str]) -> None:
        self.text = text
        self.words = words
        self.learned = learned
        self.fields = fields(words)
        self._assigned: tuple[int, str | None] = (-1, None)  # of the candidate asked for last
        self._declarations: dict[str, list[list[str]]] = {}

    def read(self, candidate: Candidate, place: Place) -> Naming:
        content, found = self.text.content, Naming()
        self._read_lead(content[max(place.segment, candidate.start - _LEAD) : candidate.start], candidate.start, found)
        sibling, statement, calls = place.sibling, True, 0
        for frame in place.frames():
            object_ = layout.is_object(content, frame)
            statement = statement or frame.kind == "string"  # what it holds is data, and it a part of code
            fields = object_ and found.as_value
            inner = statement or found.as_value  # beyond an object nothing names what has a name in it
            if found.own is None and sibling and not fields and inner and self._beside(frame, sibling, candidate):
                self._read_sibling(sibling, frame, found)
            if found.own is None and found.as_value and (object_ or frame.kind == "("):
                self._read_fields(frame.start, frame.end, candidate, found)
            lead = self._header(frame)
            if frame.kind == "(":
                if calls < _MOST_CALLS:
                    arguments = content[max(frame.start - 1, candidate.start - _LEAD) : candidate.start]
                    self._read_positional(_POSITIONAL.findall(arguments), found)
                calls += 1
                lead = self._read_callee(lead, found)
            if found.own is None:
                self._read_lead(lead, frame.start - 1, found, outer=object_)
            elif object_:
                self._add_path(lead, found)
            elif statement:
                found.beside += self._names(lead[-160:])
                if _SCHEME_BEFORE.search(lead[-40:]) and not self.says_something(found.own):
                    found.scheme = True
            statement = statement and not object_
            sibling = frame.sibling
        if found.own is None and sibling and self.text.line_of(sibling[0]) == self.text.line_of(candidate.start):
            self._read_sibling(sibling, None, found)
        if told := _TOLD_AFTER.match(content, candidate.end):
            found.own, found.as_value = told[1], False
        if told := _SERIALISED.search(content, max(0, candidate.start - 160), candidate.start):
            found.own, found.as_value = told[1], False
        self._read_pipe(candidate, found)
        if _CREDENTIALS.search(content, max(0, candidate.start - _LEAD), candidate.start):
            found.scheme = True
        if found.own and not self.says_something(found.own) and any(self._signs(name) for name in found.called):
            found.own = None  # the digest's, or its algorithm
        if found.called and (found.own is None or not self.says_something(found.own)):
            self._read_parameter(candidate, place, found)
        for section in reversed(layout.sections(self.text, candidate.start)):
            self._add_path(section, found)
        self._read_arguments(found)
        if not found.in_tag and (found.as_value or self.fields.is_value(found.last)):
            self._read_fields(*self._block(candidate), candidate, found)
        if found.own is None and found.as_value:
            self._read_wrapper(found)
        if "metadata" not in found.path and (name := tables.manifest_name(self.text, candidate.start)):
            found.path.append(name)
        if column := tables.column_of(self.text, candidate.start, place):
            self._read_row(column, found)
        return found

    def _header(self, frame: Frame) -> str:
        """The text before a frame that is its own; before an attribute's value, that of the tag."""
        lead = layout.header(self.text.content, frame)
        if frame.kind == "string" and lead.rstrip(" {").endswith("=") and "<" not in lead:
            before = self.text.content[max(0, frame.start - 1 - 2 * _LEAD) : frame.start - 1]
            if (tag := before.rfind("<")) >= 0 and _ATTRIBUTE.match(before, tag):
                return before[tag:]
        return lead

    def variable(self, candidate: Candidate) -> str | None:
        """What a value is assigned to, whatever it is called."""
        if self._assigned[0] != candidate.start:
            assigned = _VARIABLE.search(self.text.content, max(0, candidate.start - 160), candidate.start)
            self._assigned = candidate.start, assigned[1] if assigned else None
        return self._assigned[1]

    def reported(self, found: Naming) -> str | None:
        """The name as a report gives it: config entries as dotted paths, others as they are written."""
        if found.own is None or found.last.lower() in ("authorization", "bearer"):
            return None
        return ".".join([*reversed(found.entries), found.own])

    # -- one lead ---------------------------------------------------------------------------------------------

    def _read_lead(self, lead: str, at: int, found: Naming, outer: bool = False) -> None:
        """Takes the names of ``lead``, which ends ``at``, from right to left; the first that speaks is the value's."""
        while (tag := _TAG.search(lead)) and self._is_markup(tag, lead, at):
            lead, at = lead[: tag.start()], at - len(tag[0])
        if tag:
            return self._read_tag(tag, lead, at, found)
        if (open_tag := _OPEN_TAG.search(lead)) is not None:
            found.path.append(open_tag[1])
            self._read_attributes(lead[open_tag.start() :], at, found)
            if found.own is not None:
                return None
        if "://" in lead:
            lead = _URL.sub(lambda url: _query(url[0]) if url.end() >= len(lead) - 1 else " " * len(url[0]), lead)
        end = len(lead) - len(prefix[0]) if (prefix := _PREFIX.search(lead)) else len(lead)
        tokens = [
            match
            for match in NAME.finditer(lead, 0, end)
            if not _PRODUCT.match(lead, match.end()) and not self._is_directive(lead, match.start(), at)
        ]
        prose = bool(tokens) and tokens[-1].group().lower() in _VERBS and not outer
        for position, match in enumerate(reversed(tokens)):
            name = match.group()
            if name.lower() in self.words.schemes and not found.scheme and found.own is None and not outer:
                found.scheme = not _OTHER_VALUE.search(lead, match.end())
                continue
            if found.own is not None:
                if name.lower() in self.words.schemes and not outer and not self.says_something(found.own):
                    found.scheme = not _OTHER_VALUE.search(lead, match.end())
                if not _is_drawn(name):
                    found.beside.append(name)
                continue
            if position == 0 and self.fields.is_value(name):
                found.as_value, found.holder = True, name
                if tokens[0] is match:
                    return
            if (own := self._spoken(name)) is not None and not (
                found.as_value
                and position > 0
                and not self.says_something(own)
                and self.words.digest.isdisjoint(spelling.split(own, self.words))
            ):
                found.own = own
                found.phrase = self._phrase(lead, match)
                found.as_value = found.as_value and not self._is_named(own)
            if found.own is not None and prose and not self.says_something(found.own):
                found.beside.append(found.own)
                found.own, prose = None, False
                continue
            if found.own is not None and not _BOUND.fullmatch(lead, match.end()):
                self._prefer_target(lead[: match.start()], found)

    def _is_directive(self, lead: str, start: int, at: int) -> bool:
        """Whether a word of ``lead``, which ends ``at``, tells how a comment is set: ``{@code …}``."""
        before = self.text.content[max(0, at - len(lead) + start - 2) : at - len(lead) + start]
        return before == "{@"

    def _prefer_target(self, lead: str, found: Naming) -> None:
        """``secret = production? ? "…"``: what is assigned to is the name, where the nearest name says nothing."""
        if found.own is None or self.says_something(found.own) or lead.endswith("--"):
            return
        target = _TARGET.search(lead, max(lead.rfind("\n") + 1, len(lead) - 160))
        if target and target[0].endswith("=") and (command := _COMMAND.match(lead, target.end())):
            target = target if command[1].lower() in self.words.transparent else None
        if target and self.says_something(target[1]) and target[1] != found.own:
            found.beside.append(found.own)
            found.own = target[1]

    def _read_tag(self, tag: re.Match[str], lead: str, at: int, found: Naming) -> None:
        """``<string name="revont_key">…``, ``<apiKey>…`` and ``<key>revontKey</key><string>…``."""
        before = self.text.content[max(0, at - _LEAD) : at]
        outer = _ENCLOSING_TAG.search(before, 0, len(before) - len(tag[0]))
        if tag[1].lower() in _MARKUP:
            if row := _CELL.search(before):
                found.own = row[1]
            return
        if named := self.fields.named(tag[2]):
            found.own = named
        elif self._spoken(tag[1]) is not None and not self.fields.is_value(tag[1]):
            found.own = tag[1]
        elif key := _KEY_TAG.search(before):
            found.own = key[1]
            found.path += self._plist_path(at)
        elif outer and (named := self.fields.named(outer[1])):
            found.own = named
        else:
            found.as_value = True
        found.beside += self._names(tag[2])
        found.path += [match[1] for match in re.finditer(r"<([A-Za-z][\w.-]*)[^<>/]*>", lead[: tag.start()])][::-1]

    def _is_markup(self, tag: re.Match[str], lead: str, at: int) -> bool:
        """Whether a tag stands between a label and its value, and says how that looks: ``API key: <code>``."""
        labelled = lead[: tag.start()].rstrip().endswith((":", "="))
        return labelled and tag[1].lower() in _MARKUP

    def _read_attributes(self, tag: str, at: int, found: Naming) -> None:
        """``<add key="Revont:ApiKey" value="…"``: a value's attribute goes by the one that names the tag."""
        last = re.search(r"([\w:.-]+)\s*=\s*[\"']?[^\"'<>=]*$", tag)
        if last and self.fields.is_value(last[1]):
            close = self.text.content.find(">", at, at + 2 * _LEAD)
            found.own = self.fields.named(tag + self.text.content[at : max(at, close)])
            found.in_tag = True

    def _plist_path(self, at: int) -> list[str]:
        """The names of the dictionaries of a property list that are open ``at``, innermost first."""
        opened: list[str] = []
        for match in _PLIST.finditer(self.text.content, max(0, at - _OBJECT), at):
            if match[0] != "</dict>":
                opened.append(match[1] or "")
            elif opened:
                opened.pop()
        return [name for name in reversed(opened) if name]

    def _spoken(self, name: str) -> str | None:
        """``name`` without the parts at its end that say nothing, or None where nothing is left."""
        parts = _PART.split(name)
        if all(part.lower() in self.words.transparent or not part for part in parts) or _HOSTLIKE.search(name):
            return None
        if name.lower() in self.words.transparent:
            return None
        if parts[-1].lower() not in self.words.transparent or name.lower() in self.learned:
            return name
        while parts[-1].lower() in self.words.transparent:
            parts.pop()
        return ".".join(parts)

    def says_something(self, name: str) -> bool:
        split = spelling.split(name, self.words)
        return (
            spelling.says_key(split, self.words)
            or not self.words.password.isdisjoint(split)
            or not self.words.webhook.isdisjoint(split)
            or spelling.says_vendor(split, self.words)
            or name.lower() in self.learned
        )

    def _signs(self, called: str) -> bool:
        return not self.words.hmac.isdisjoint(re.split(r"\W+", called.lower()))

    def _phrase(self, lead: str, match: re.Match[str]) -> str | None:
        """The word before, where the two make a term of their own: ``PRIMARY KEY``."""
        before = re.search(r"([A-Za-z]+) $", lead[: match.start()])
        return f"{before[1]} {match.group()}".lower() if before else None

    def _names(self, text: str) -> list[str]:
        return [name for name in iter_names(text) if _HOSTLIKE.search(name) or self._spoken(name) is not None]

    # -- neighbours -------------------------------------------------------------------------------------------

    def _beside(self, frame: Frame, sibling: tuple[int, int], candidate: Candidate) -> bool:
        """Whether the segment before may name the value: an argument before it, or a word before it on its line."""
        return frame.kind in "([" or self.text.line_of(sibling[0]) == self.text.line_of(candidate.start)

    def _read_sibling(self, span: tuple[int, int], frame: Frame | None, found: Naming) -> None:
        """The argument before, as a name: ``setenv("NAME", …)``, ``headers.set("Authorization", …)``.

        A variable is one only where it is the first: ``put(REVONT_KEY, …)``, but not ``verify(body, sig, …)``.
        """
        sibling = self.text.content[max(span[0], span[1] - _LEAD) : span[1]].strip()
        quoted = sibling[-1:] in "\"'`"
        name = re.sub(r"^[\s\S]*[\s(]", "", sibling).strip("\"'`:@- $")
        if len(name) > 100 or "://" in name or not NAME.fullmatch(name) or self._spoken(name) is None:
            return
        if _is_drawn(name) or _PHRASE.search(sibling):
            found.beside += self._names(sibling[-160:])
            return
        if not quoted and sibling == name and frame and frame.kind == "(" and span[0] > frame.start:
            return
        if self.says_something(name) or (quoted and sibling[:1] in "\"'`"):
            found.own, found.as_value = name, False

    def _read_positional(self, arguments: list[str], found: Naming) -> None:
        """The strings that a call is given before a value: beside it, and its name where that before it is none."""
        found.beside += self._names(" ".join(arguments))
        if found.own is not None and not self.says_something(found.own) and self._says_little(found.own):
            told = (name for name in arguments if _IDENTIFIER.fullmatch(name) and self._says_vendor(name))
            found.own = next((name for name in told if self.says_key(name)), found.own)

    def _read_arguments(self, found: Naming) -> None:
        """``arguments: [ … ]`` of a service, ``<constructor-arg>`` of a bean: that is called with them."""
        names = [found.own or "", *found.path[:4]]
        at = next((at for at, name in enumerate(names[:3]) if name and self._holds_arguments(name)), None)
        if at is not None:
            outer = " ".join(names[at + 1 : at + 3]).split()
            found.called += [name for name in outer if self._says_vendor(name)][:1]
            found.own = None if at == 0 else found.own

    def _holds_arguments(self, name: str) -> bool:
        return self.words.arguments.issuperset(spelling.split(_PART.split(name)[-1], self.words))

    def _read_pipe(self, candidate: Candidate, found: Naming) -> None:
        piped = _PIPED.match(self.text.content, candidate.end)
        if piped and _TYPED.search(self.text.content, max(0, candidate.start - 60), candidate.start):
            names = [name for name in iter_names(piped[1]) if self.says_something(name)]
            found.own = next((name for name in names if self._says_vendor(name)), found.own)
        elif fed := _FED.search(self.text.content, max(0, candidate.start - _LEAD), candidate.start):
            names = [name for name in iter_names(fed[1]) if self.says_something(name)]
            found.own = next((name for name in names if self._says_vendor(name)), found.own)

    def says_key(self, name: str) -> bool:
        return spelling.names_key(spelling.split(name, self.words), self.words)

    def _says_vendor(self, name: str) -> bool:
        return spelling.says_vendor(spelling.split(name, self.words), self.words)

    def _read_row(self, column: tables.Column, found: Naming) -> None:
        """A value in a table goes by its column, and where that says little, by what its row tells of it."""
        found.tabled = True
        found.scheme = found.scheme and not column.whole
        speaks = found.own is not None and self.says_something(found.own)
        if (column.whole or not speaks) and (found.own is None or column.certain or not speaks):
            found.own, found.as_value = column.name, False
            found.entries.clear()
        if column.whole and found.own is not None and self._says_little(found.own):
            found.own = self._told_by(column.cells, found.own)
        found.beside = column.row if column.whole else [*found.beside, *column.row]

    def _says_little(self, name: str) -> bool:
        """Whether a name is one of a column that may hold anybody's key, or any value."""
        known = self.words.key | self.words.password | self.words.generic | self.words.value_fields
        split = spelling.split(name, self.words)
        return (set(split) <= known and self.words.not_secret.isdisjoint(split[-1:])) or self.fields.is_value(name)

    def _told_by(self, cells: list[str], own: str) -> str:
        """The cell that says what a value is, with the one that says whose it is where that is another."""
        names = [
            " ".join(NAME.findall(cell))
            for cell in cells
            if len(cell) < _LONGEST_CELL and not _DRAWN.search(cell) and not _ADDRESS.search(cell)
        ]
        split = {name: spelling.split(name, self.words) for name in names if name and name.count(" ") < _MOST_WORDS}
        told = next((name for name in split if self._tells(split[name])), None)
        if told is None:
            named = next((name for name in split if self._is_name(name)), None)
            told = f"{named} {own}" if named and self.fields.is_value(own) else own
        if spelling.says_vendor(spelling.split(told, self.words), self.words):
            return told
        vendor = next((name for name in split if set(split[name]) & self.words.vendor and len(split[name]) < 4), None)
        return f"{vendor} {told}" if vendor else told

    def _tells(self, found: tuple[str, ...]) -> bool:
        """Whether words name a key, or something that is none."""
        if spelling.names_key(found, self.words):
            return True
        none = found[-1:] and (found[-1] in self.words.not_secret or found[-1] in self.words.digest)
        return bool(none) and len(found) < _MOST_WORDS

    def _is_name(self, cell: str) -> bool:
        """Whether a cell is the name of an entry: of several words, written as one."""
        return " " not in cell and len(spelling.split(cell, self.words)) > 1

    def _read_callee(self, lead: str, found: Naming) -> str:
        """Takes the called name off the end of ``lead``; a setter's is the value's own name."""
        match = _CALLEE.search(lead, max(0, len(lead) - 160))
        if not match:
            return lead
        rest = lead[: match.start()]
        callee = match[1]
        if self._spoken(callee) is None:
            return rest
        found.called.append(callee)
        last = spelling.split(_PART.split(callee)[-1], self.words)
        if found.own is None and spelling.says_key(last, self.words):
            found.own = callee
        elif found.own is None and last == ("set",) and self._is_no_secret(callee):
            found.own = self._spoken(callee)
        else:
            found.path.append(callee)
        return rest

    def _is_no_secret(self, setter: str) -> bool:
        """Whether what is set is no secret, by its name: ``uploadId.set(…)``."""
        name = self._spoken(setter) or ""
        return not self.words.not_secret.isdisjoint(spelling.split(_PART.split(name)[-1], self.words)[-1:])

    def _read_parameter(self, candidate: Candidate, place: Place, found: Naming) -> None:
        """An argument goes by the parameter, where the same text declares what is called: ``new Tenant("a", "…")``."""
        frame = next((frame for frame in place.frames() if frame.kind == "("), None)
        if frame is None or candidate.start - frame.start > _OBJECT:
            return
        index = tables.columns(self.text.content[frame.start : candidate.start]) - 1
        for name in (_PART.split(found.called[0])[-1], *self._holders(candidate)):
            for parameters in self._declared(name):
                if index < len(parameters):
                    for word in reversed(NAME.findall(parameters[index].partition("=")[0])):
                        if self.says_something(word):
                            found.own, found.as_value = word, False
                            return

    def _holders(self, candidate: Candidate) -> list[str]:
        """The names of what declares the constants that a line is one of: of an enumeration."""
        lines = layout.sections(self.text, candidate.start)
        return [told[1] for line in reversed(lines) if (told := _DECLARED.search(line[-200:]))][:1]

    def _declared(self, name: str) -> list[list[str]]:
        """The parameters of the functions and constructors called ``name`` that the text declares."""
        if name not in self._declarations:
            declaration = re.compile(
                rf"\b(?:{re.escape(name)}|{re.escape(name)}\b[^;={{}}]{{0,80}}[:{{]\s[^;]{{0,200}}?(?:__init__|constructor))"
                r"\s?\(([^()\"']{3,300})\)"
            )
            found = itertools.islice(declaration.finditer(self.text.content), 3)
            self._declarations[name] = [match[1].removeprefix("self,").split(",") for match in found]
        return self._declarations[name]

    def _add_path(self, line: str, found: Naming) -> None:
        entry = _ENTRY.match(line)
        if entry:
            found.path.append(entry[1])
            found.entries.append(entry[1])
        elif line.startswith(layout.SECTION_MARK):
            name = line[1:].replace('"', "").replace("'", "").strip()
            found.path.append(name)
            found.entries.append(re.sub(r"\s+", ".", name))
        elif names := self._names(line[-200:]):
            told = _DECLARED.search(line[-200:])
            if told is None and line.endswith(_OPENERS):
                told = _TARGET.search(line[-200:])
            if told and told[1] in names:
                found.path.append(told[1])
                names.remove(told[1])
            if names:
                found.path.append(" ".join(names))

    def _read_fields(self, start: int, end: int, candidate: Candidate, found: Naming) -> None:
        """``name: X`` beside ``value: …``: the value goes by what its sibling says."""
        if end - start > _OBJECT:
            return
        named = self.fields.nearest(self.text.content[start:end], candidate.start - start, self._worth)
        if named is not None:
            found.own, found.as_value = named, False
            found.entries.clear()

    def _read_wrapper(self, found: Naming) -> None:
        """A value that no field names goes by its own field, or by what that is the value of."""
        names = [found.holder or "", *(found.path[0].split() if found.path else ())]
        found.own = next((name for name in names if self.says_something(name)), None)

    def _is_named(self, name: str) -> bool:
        """Whether a name is a value's own, and not one that any value may have: ``data``, ``environment``."""
        return self.says_something(name) or not self._says_little(name)

    def _worth(self, name: str) -> int | None:
        if self._spoken(name) is None or self.fields.is_value(name):
            return None
        return 0 if self.says_something(name) else _FARTHER

    def _block(self, candidate: Candidate) -> tuple[int, int]:
        return layout.block(self.text, candidate.start, 8)


def _query(url: str) -> str:
    """The part of a URL that a value stands behind, padded to its length: the name of the last query argument."""
    name = re.split(r"[?&;#/]", url)[-1]
    return " " * (len(url) - len(name)) + name


def iter_names(text: str) -> Iterator[str]:
    """The names in ``text``, URLs left out, and what looks like a value."""
    plain = _URL.sub(" ", text) if "://" in text else text
    for match in NAME.finditer(_NUMBERS.sub(" ", plain)):
        if not _is_drawn(match[0]) and not _PRODUCT.match(match.string, match.end()):
            yield match.group()


def _is_drawn(name: str) -> bool:
    """Whether a name looks like a value: its letters may spell anything."""
    return len(name) >= _LONG and len(_DIGIT.findall(name)) > _MOST_DIGITS
