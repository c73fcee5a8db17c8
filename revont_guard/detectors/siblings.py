"""Entries beside a value that tell whose it is: ``"provider": "revont"``, ``uses: acme/revont-action@v2``."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

from revont_guard.catalog import Words
from revont_guard.detectors import layout
from revont_guard.detectors import words as spelling
from revont_guard.detectors.hosts import Hosts
from revont_guard.detectors.layout import Place
from revont_guard.detectors.text import Text

_SECTION = re.compile(r"^[ \t]*(\[{1,2})([\w.\"' -]{1,100})\]", re.MULTILINE)
_FEW, _FAR = 20, 2_000
_MOST_UP = 40
_MOST_PARENTS = 3


class Siblings:
    """The entries of one text that say the vendor; ``hosts`` knows in which object each of them stands."""

    def __init__(self, text: Text, words: Words, name: str, hosts: Hosts) -> None:
        self._text = text
        self._words = words
        self._hosts = hosts
        vendor = re.escape(name)
        self._entry = re.compile(
            rf"(?:[:=>,]|Name\()\s*[\"'`]?([\w.\-]{{0,20}}{vendor}[\w.\-]{{0,20}})[\"'`]?\s*(?=[,;}})\]<\n]|$)",
            re.IGNORECASE,
        )
        steps = "|".join(sorted(words.steps, key=len, reverse=True))
        self._step = re.compile(rf"^[ \t]*(?:- +)?(?:{steps}):[ \t]+[\"']?([\w./@:-]{{1,200}})", re.MULTILINE)
        components = "|".join(sorted(words.components, key=len, reverse=True))
        self._component = re.compile(
            rf"(?<![\w-])(?:{components})[\"']?\s{{0,3}}[:=]\s{{0,3}}[\"']?/?((?:[\w.-]{{1,40}}[/:]){{0,3}}[\w.-]{{0,40}}{vendor}[\w.\-]{{0,40}})",
            re.IGNORECASE,
        )

    @cached_property
    def entries(self) -> list[int]:
        """Offsets of the entries, in order."""
        content, words = self._text.content, self._words
        known = words.vendor | words.key | words.connectors
        found = {
            match.start(1)
            for match in self._entry.finditer(content)
            if set(split := spelling.split(match[1], words)) <= known and spelling.says_vendor(split, words)
        }
        found |= {
            match.start(1)
            for match in self._component.finditer(content)
            if spelling.says_vendor(spelling.split(match[1], words), words)
        }
        return sorted(found)

    def say_vendor(self, offset: int, place: Place, own: tuple[str, ...]) -> bool:
        """Whether such an entry stands beside what is called ``own``: in its object or one round that, or its block."""
        words = self._words
        if not self.entries or not own or set(own) - words.key - words.webhook - words.generic:
            return False
        around = [frame for frame in place.frames() if layout.is_object(self._text.content, frame)]
        for frame in around[:2]:
            inside = self._between(frame.start, frame.end)
            if len(inside) < _FEW and any(self._hosts.object_at.get(at) is frame for at in inside):
                return True
        for frame in around[:3]:
            if frame.parent and frame.parent.kind == "(" and frame.sibling and self._between(*frame.sibling):
                return True
        if around or set(own) - words.key - words.webhook - {"api"}:
            return False
        return any(
            layout.width_at(self._text, at) == width and self._is_of_section(at, offset)
            for start, end, width in self._blocks(offset)
            for at in self._between(start, end)
        )

    def _is_of_section(self, entry: int, offset: int) -> bool:
        """Whether an entry is of the ``[section]`` that ``offset`` stands in, or of one that holds that."""
        content = self._text.content
        heads = list(_SECTION.finditer(content, min(entry, offset), max(entry, offset)))
        if not heads or entry > offset:
            return not heads
        own = [head[2] for head in _SECTION.finditer(content, max(0, entry - _FAR), entry)][-1:]
        return bool(own) and all(head[1] == "[" and head[2].startswith(f"{own[0]}.") for head in heads)

    def run_other(self, offset: int) -> bool:
        """Whether it is a parameter of a step that runs something of another: ``uses: acme/upload@v2``, ``with: …``."""
        steps = (
            match
            for start, end, width in itertools.islice(self._blocks(offset), 1, 3)
            for match in self._step.finditer(self._text.content, start, end)
            if layout.width_at(self._text, match.end()) == width
        )
        step = next(steps, None)
        return step is not None and not spelling.says_vendor(spelling.split(step[1], self._words), self._words)

    def _blocks(self, offset: int) -> Iterator[tuple[int, int, int]]:
        """The block of ``offset`` and those of the lines that it is nested in, each with its indentation."""
        text = self._text
        width = layout.width_at(text, offset)
        yield *layout.block(text, offset, 8), width
        line, parents = text.line_of(offset), 0
        for above in range(line - 1, max(-1, line - _MOST_UP), -1):
            start, end = text.line_span(above)
            if not text.content[start:end].strip():
                continue
            if (outer := layout.width_at(text, end)) < width:
                width = outer
                yield *layout.block(text, end, 8), width
                parents += 1
                if parents == _MOST_PARENTS or not width:
                    return

    def _between(self, start: int, end: int) -> list[int]:
        return self.entries[bisect_left(self.entries, start) : bisect_left(self.entries, end)]
