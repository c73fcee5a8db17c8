"""Which name a value goes by, and the names of what it stands in: read outwards from the value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from revont_guard.catalog import Words
from revont_guard.detectors import layout, tables
from revont_guard.detectors import words as spelling
from revont_guard.detectors.candidates import Candidate
from revont_guard.detectors.layout import Frame, Place
from revont_guard.detectors.text import Text

NAME = re.compile(r"[^\W\d]\w*(?:(?:->|::|\?\.|[-.:/])++[^\W\d]\w*)*")
_PART = re.compile(r"->|::|\?\.|[-.:/]")
_URL = re.compile(r"[a-z][a-z0-9+]{1,9}://[^\s\"'`<>()\[\]{}]*", re.IGNORECASE)
_CALLEE = re.compile(r"([^\W\d][\w$]*(?:(?:->|::|\?\.|\.)[^\W\d][\w$]*)*)[!?]?(?:<[^<>()]{0,60}>)?\s*$")
_ENTRY = re.compile(r"^[-\s{]*[\"']?([^\W\d][\w.\-/]*)[\"']?\s*(?:[:=]|=>)\s*(?:&[\w-]+\s*|[|>][-+0-9]*\s*)?$")
_TAG = re.compile(r"<([\w:.-]{1,60})((?:\s+[\w:.-]+\s*=\s*(?:\"[^\"<>]{0,200}\"|'[^'<>]{0,200}'))*)\s*>\s*$")
_OPEN_TAG = re.compile(r"<([\w:.-]{1,60})\s[^<>]{0,800}$")
_KEY_TAG = re.compile(r"<(?:key|name)>\s*+([^<>\n]{2,100}?)\s*+</(?:key|name)>\s*(?:<\w+>\s*)?$")
_TARGET = re.compile(r"([^\W\d][\w.\-]*)[\"'\]]*\s*(?::=|=>|\?\?=|\|\|=|(?<![=!<>])=(?![=>])|:(?!:)|<-)")
_BOUND = re.compile(r"[\"'\])\s]*(?::=|=>|=|:|<-|\|\|=)[\s\"'`(\[{@$&*brfuLRFUB#]*")
# Between a scheme and a value: the scheme belongs to another value.
_OTHER_VALUE = re.compile(r"[,;\]]|[\"']\s+[\w-]+\s*[=:]")
# ``'Bearer ' + (…`` and ``setValue("…", forHTTPHeaderField: "NAME")``.
_SCHEME_BEFORE = re.compile(r"\bbearer\s*[\"'`]\s*[+.&]?\s*$", re.IGNORECASE)
_TOLD_AFTER = re.compile(r"[\"']\s*,\s*for[A-Za-z]*:\s*@?[\"']([\w.-]{2,80})[\"']")
_HOSTLIKE = re.compile(r"\.(?:ai|com|net|org|io|dev|eu|app)$", re.IGNORECASE)
# ``The Revont key for staging is …``: what stands before a verb is no name that is assigned to.
_VERBS = frozenset(["is", "are", "was", "ist", "est", "es", "lautet"])
_LEAD = 400
_OBJECT = 6_000


@dataclass(slots=True)
class Naming:
    """What was read: ``own`` is the value's name; ``path`` the names round it, innermost first.

    ``scheme``: an Authorization scheme stands right before the value. ``called``: what it is an argument of.
    ``beside``: other names of its statement. ``entries``: the part of the path that plain entries make, as in YAML.
    """

    own: str | None = None
    scheme: bool = False
    phrase: str | None = None
    as_value: bool = False
    called: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    path: list[str] = field(default_factory=list)
    entries: list[str] = field(default_factory=list)

    @property
    def last(self) -> str:
        """The last part of the own name: ``api_key`` of ``settings.revont.api_key``."""
        return _PART.split(self.own)[-1] if self.own else ""


class Reader:
    """Reads names in one text; ``learned`` are names (lower case) that count as a key's whatever they say."""

    def __init__(self, text: Text, words: Words, learned: frozenset[str]) -> None:
        self.text = text
        self.words = words
        self.learned = learned

    def read(self, candidate: Candidate, place: Place) -> Naming:
        content, found = self.text.content, Naming()
        self._read_lead(content[max(place.segment, candidate.start - _LEAD) : candidate.start], found)
        sibling, statement = place.sibling, True
        for frame in place.frames():
            object_ = layout.is_object(content, frame)
            fields = object_ and found.as_value
            if found.own is None and sibling and not fields and self._beside(frame, sibling, candidate):
                self._read_sibling(content[max(sibling[0], sibling[1] - _LEAD) : sibling[1]], found)
            if found.own is None and found.as_value and (object_ or frame.kind == "("):
                self._read_fields(frame.start, frame.end, candidate, found)
            lead = layout.header(content, frame)
            if frame.kind == "(":
                lead = self._read_callee(lead, found)
            if found.own is None:
                self._read_lead(lead, found, outer=object_)
            elif object_:
                self._add_path(lead, found)
            elif statement:
                found.beside += self._names(lead[-160:])
                if _SCHEME_BEFORE.search(lead[-40:]) and not self._says_something(found.own):
                    found.scheme = True
            statement = statement and not object_
            sibling = frame.sibling
        if found.own is None and sibling and self.text.line_of(sibling[0]) == self.text.line_of(candidate.start):
            self._read_sibling(content[max(sibling[0], sibling[1] - _LEAD) : sibling[1]], found)
        if told := _TOLD_AFTER.match(content, candidate.end):
            found.own, found.as_value = told[1], False
        for section in reversed(layout.sections(self.text, candidate.start)):
            self._add_path(section, found)
        if found.own is None or found.as_value or found.last.lower() in self.words.value_fields:
            self._read_fields(*self._block(candidate), candidate, found)
        if name := tables.manifest_name(self.text, candidate.start):
            found.path.append(name)
        if column := tables.column_of(self.text, candidate.start, place):
            found.own, found.as_value = (
                (column.name, False) if found.own is None or column.certain else (found.own, found.as_value)
            )
            found.beside += column.row
        return found

    def reported(self, found: Naming) -> str | None:
        """The name as a report gives it: config entries as dotted paths, others as they are written."""
        if found.own is None or found.last.lower() in ("authorization", "bearer"):
            return None
        return ".".join([*reversed(found.entries), found.own])

    # -- one lead ---------------------------------------------------------------------------------------------

    def _read_lead(self, lead: str, found: Naming, outer: bool = False) -> None:
        """Takes the names of ``lead`` from right to left; the first that says something is the value's own."""
        if tag := _TAG.search(lead):
            return self._read_tag(tag, lead, found)
        if (open_tag := _OPEN_TAG.search(lead)) is not None:
            found.path.append(open_tag[1])
            self._read_attributes(lead[open_tag.start() :], found)
            if found.own is not None:
                return None
        lead = _URL.sub(lambda url: _query(url[0]) if url.end() >= len(lead) - 1 else " " * len(url[0]), lead)
        tokens = list(NAME.finditer(lead))
        prose = bool(tokens) and tokens[-1].group().lower() in _VERBS and not outer
        for position, match in enumerate(reversed(tokens)):
            name = match.group()
            if name.lower() in self.words.schemes and not found.scheme and found.own is None and not outer:
                found.scheme = not _OTHER_VALUE.search(lead, match.end())
                continue
            if found.own is not None:
                if name.lower() in self.words.schemes and not outer and not self._says_something(found.own):
                    found.scheme = not _OTHER_VALUE.search(lead, match.end())
                found.beside.append(name)
                continue
            if position == 0 and name.lower().replace("_", "") in self.words.value_fields:
                found.as_value = True
                if tokens[0] is match:
                    return
            if (own := self._spoken(name)) is not None and not (
                found.as_value and position > 0 and not self._says_something(own)
            ):
                found.own = own
                found.phrase = self._phrase(lead, match)
            if found.own is not None and prose and not self._says_something(found.own):
                found.beside.append(found.own)
                found.own, prose = None, False
                continue
            if found.own is not None and not _BOUND.fullmatch(lead, match.end()):
                self._prefer_target(lead[: match.start()], found)

    def _prefer_target(self, lead: str, found: Naming) -> None:
        """``secret = production? ? "…"``: what is assigned to is the name, where the nearest name says nothing."""
        if found.own is None or self._says_something(found.own):
            return
        target = _TARGET.search(lead, max(lead.rfind("\n") + 1, len(lead) - 160))
        if target and self._says_something(target[1]) and target[1] != found.own:
            found.beside.append(found.own)
            found.own = target[1]

    def _read_tag(self, tag: re.Match[str], lead: str, found: Naming) -> None:
        """``<string name="revont_key">…``, ``<apiKey>…`` and ``<key>revontKey</key><string>…``."""
        attributes = dict(re.findall(r"([\w:.-]+)\s*=\s*[\"']([^\"']*)[\"']", tag[2]))
        named = next((attributes[name] for name in attributes if name.lower() in self.words.name_fields), None)
        if named:
            found.own = named
        elif self._spoken(tag[1]) is not None and tag[1].lower() not in self.words.value_fields:
            found.own = tag[1]
        elif key := _KEY_TAG.search(lead[: tag.end()]):
            found.own = key[1]
        else:
            found.as_value = True
        found.path += [match[1] for match in re.finditer(r"<([A-Za-z][\w.-]*)[^<>/]*>", lead[: tag.start()])][::-1]

    def _read_attributes(self, tag: str, found: Naming) -> None:
        """``<add key="Revont:ApiKey" value="…"``: a value's attribute goes by the one that names the tag."""
        last = re.search(r"([\w:.-]+)\s*=\s*[\"']?[^\"'<>=]*$", tag)
        if last and last[1].lower() in self.words.value_fields:
            attributes = dict(re.findall(r"([\w:.-]+)\s*=\s*[\"']([^\"']*)[\"']", tag))
            found.own = next((attributes[name] for name in attributes if name.lower() in self.words.name_fields), None)

    def _spoken(self, name: str) -> str | None:
        """``name`` without the parts at its end that say nothing, or None where nothing is left."""
        parts = _PART.split(name)
        if all(part.lower() in self.words.transparent or not part for part in parts) or _HOSTLIKE.search(name):
            return None
        if parts[-1].lower() not in self.words.transparent or name.lower() in self.learned:
            return name
        while parts[-1].lower() in self.words.transparent:
            parts.pop()
        return ".".join(parts)

    def _says_something(self, name: str) -> bool:
        split = spelling.split(name, self.words)
        return (
            spelling.says_key(split, self.words)
            or not self.words.password.isdisjoint(split)
            or spelling.says_vendor(split, self.words)
            or name.lower() in self.learned
        )

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

    def _read_sibling(self, sibling: str, found: Naming) -> None:
        """The argument before, as a name: ``setenv("NAME", …)``, ``headers.set("Authorization", …)``."""
        quoted = sibling.strip()[-1:] in "\"'`"
        name = re.sub(r"^[\s\S]*[\s(]", "", sibling.strip()).strip("\"'`:@- $")
        if len(name) > 100 or "://" in name or not NAME.fullmatch(name) or self._spoken(name) is None:
            return
        if self._says_something(name) or (quoted and sibling.strip()[:1] in "\"'`"):
            found.own, found.as_value = name, False

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
        else:
            found.path.append(callee)
        return rest

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
            found.path.append(" ".join(names))

    def _read_fields(self, start: int, end: int, candidate: Candidate, found: Naming) -> None:
        """``name: X`` beside ``value: …``: the value goes by what its sibling says."""
        if end - start > _OBJECT:
            return
        around, here = self.text.content[start:end], candidate.start - start
        best: tuple[int, str] | None = None
        for match in self._field_pattern.finditer(around):
            name = match[1] or match[2] or ""
            if match.start() <= here < match.end() or self._spoken(name.strip()) is None:
                continue
            distance = abs(match.start() - here) + (0 if self._says_something(name) else 200)
            if best is None or distance < best[0]:
                best = (distance, name.strip())
        if (
            best is None
            and (quoted := re.match(r"\s*[\"'](--?)?([\w.-]+)[\"']\s*,", around))
            and self._says_something(quoted[2])
        ):
            best = (0, quoted[2])
        if best is not None:
            found.own, found.as_value = best[1], False
            found.entries.clear()

    @cached_property
    def _field_pattern(self) -> re.Pattern[str]:
        fields = "|".join(sorted(self.words.name_fields, key=len, reverse=True))
        return re.compile(
            rf"(?<![\w-])(?:{fields})[\"']?\s*(?:[:=]|=>)\s*(?:\[\s*)?[\"']?([^\W\d/][\w.\-:/]{{1,80}}|/[\w.\-/]{{2,80}})"
            rf"|<(?:{fields})>\s*+([^<>\n]{{2,80}}?)\s*+</",
            re.IGNORECASE,
        )

    def _block(self, candidate: Candidate) -> tuple[int, int]:
        return layout.block(self.text, candidate.start, 8)


def _query(url: str) -> str:
    """The part of a URL that a value stands behind, padded to its length: the name of the last query argument."""
    name = re.split(r"[?&;#/]", url)[-1]
    return " " * (len(url) - len(name)) + name


def iter_names(text: str) -> Iterator[str]:
    """The names in ``text``, URLs left out."""
    for match in NAME.finditer(_URL.sub(" ", text)):
        yield match.group()
