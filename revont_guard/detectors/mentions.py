"""Where a text names the vendor, as a word of its own and not inside of another."""

from __future__ import annotations

import re
from functools import cached_property

from revont_guard.catalog import Knowledge
from revont_guard.detectors import words as spelling
from revont_guard.detectors.text import Text


class Mentions:
    """The mentions of the vendor in one text; names and other texts are asked about one at a time."""

    def __init__(self, text: Text, knowledge: Knowledge) -> None:
        self._text = text
        self._words = knowledge.words
        self._name = re.compile(rf"[\w.\-]{{0,80}}{re.escape(knowledge.vendor.name)}[\w.\-]{{0,80}}", re.IGNORECASE)

    @cached_property
    def offsets(self) -> list[int]:
        """Where they stand in the text, in order."""
        return [found.start() for found in self._name.finditer(self._text.content) if self.is_name(found.group())]

    @cached_property
    def lines(self) -> frozenset[int]:
        """The lines that they stand on, from 0."""
        return frozenset(self._text.line_of(at) for at in self.offsets)

    @cached_property
    def has_key_name(self) -> bool:
        """Whether the text has a name for the vendor's key, so that what is called otherwise is another's."""
        found = (spelling.split(match.group(), self._words) for match in self._name.finditer(self._text.content))
        return any(spelling.says_vendor(name, self._words) and spelling.names_key(name, self._words) for name in found)

    def is_name(self, name: str) -> bool:
        """Whether ``name`` has the vendor's in it."""
        return spelling.says_vendor(spelling.split(name, self._words), self._words)

    def stand_in(self, text: str) -> bool:
        """Whether there is one in ``text``."""
        return any(self.is_name(match.group()) for match in self._name.finditer(text))
