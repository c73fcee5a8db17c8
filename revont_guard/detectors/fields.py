"""Values whose name stands in a field beside them: ``name: X`` with ``value: …``, ``ParameterKey`` with ``…Value``."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from revont_guard.catalog import Words
from revont_guard.detectors import words as spelling

_NAMED = re.compile(r"(?<![\w@:.-])([\w@:.-]++)\s*+=\s*+[\"']([^\"']*+)[\"']")
_FIRST = re.compile(r"\s*(?:(?:this|self|scope)\s*,\s*)?[\"'](?:--?)?([\w.-]+)[\"']\s*,")
_WORD = re.compile(r"[\w.-]+")
_FAR, _ADJACENT = 200, 2


class Fields:
    """Which fields hold a value and which its name, by the lists of ``words``."""

    def __init__(self, words: Words) -> None:
        self._words = words
        kinds, names = (_any_of(of) for of in (words.field_kinds, words.name_fields))
        keyed = _any_of(words.field_kinds - words.key)
        self._names = rf"@?(?:{names}|(?:{kinds})[._:-]?name|(?:{keyed})[._:-]?key)"
        self._name = re.compile(self._names, re.IGNORECASE)
        self._pattern = re.compile(
            r"(?<![\w-])name\s?=\s?[\"'](?:\w{1,20}\.)?name[\"']>\s*+([^<>\n]{2,80}?)\s*+</"
            rf"|(?<![\w-]){self._names}[\"']?\s*(?:[:=]|=>)\s*(?:\[\s*)?(?:N(?='))?[\"']?"
            r"([^\W\d/][\w.\-:/]{1,80}|/[\w.\-/]{2,80})"
            rf"|<{self._names}>\s*+([^<>\n]{{2,80}}?)\s*+</",
            re.IGNORECASE,
        )

    def is_value(self, name: str) -> bool:
        """``value``, ``currentValue``, ``option_value``, ``Argument.value``."""
        if re.sub("[_-]", "", name.lower()) in self._words.value_fields:
            return True
        *kinds, last = spelling.split(name, self._words) or ("",)
        return last == "value" and bool(kinds) and self._words.field_kinds.issuperset(kinds)

    def is_name(self, name: str) -> bool:
        """``name``, ``key``, ``ParameterKey``, ``android:name``."""
        return self._name.fullmatch(name) is not None

    def named(self, attributes: str) -> str | None:
        """What the attribute of a tag says that names it."""
        read = dict(_NAMED.findall(attributes))
        return next((read[name] for name in read if self.is_name(name)), None)

    def nearest(self, around: str, here: int, worth: Callable[[str], int | None]) -> str | None:
        """The name that a field of ``around`` gives to what stands at ``here`` in it.

        ``worth`` says what a name is worth: how much farther away it counts, or None where it is no name.
        """
        best: tuple[int, str] | None = None
        for match in self._pattern.finditer(around):
            name = (match[1] or match[2] or match[3] or "").strip()
            if match.start() <= here < match.end() or (farther := worth(name)) is None:
                continue
            between = around[match.end() : here] if match.end() < here else around
            distance = abs(match.start() - here) + (farther if len(_WORD.findall(between[:_FAR])) > _ADJACENT else 0)
            if best is None or distance < best[0]:
                best = (distance, name)
        if best is None and (first := _FIRST.match(around)) and worth(first[1]) == 0:
            return first[1]
        return best[1] if best else None


@lru_cache(maxsize=4)
def fields(words: Words) -> Fields:
    """The fields of a vocabulary, made once."""
    return Fields(words)


def _any_of(words: frozenset[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
