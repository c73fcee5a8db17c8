"""What a run knows besides the rules: learned names, the organisation's own patterns, keys that the user holds."""

from __future__ import annotations

import base64
import itertools
import re
import urllib.parse
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from revont_guard.model import KeyKind, Secret, mask_spans

LEAST_KNOWN = 8
"""Characters of a key that is looked for wherever it stands: a shorter text stands in many places by chance."""

_PIECE = 8
_LITERAL = 4
"""Characters that a pattern must begin with to be looked for in encoded texts, too."""

_GROUP = "key"
_HALVES = re.compile("[\ud800-\udfff]")
# How a character may be written by its number.
_ESCAPES = ("\\u{:04x}", "\\u{:04X}", "\\x{:02x}", "\\x{:02X}", "%{:02x}", "%{:02X}", "&#{};", "&#x{:x};", "&#x{:X};")


@dataclass(frozen=True)
class Pattern:
    """A regular expression for keys in the syntax of RE2, which takes time linear in the text whatever it is.

    Its group ``key``, if it has one, is the key; else all of it is. Raises ValueError where it is no such expression.
    """

    regex: str
    kind: KeyKind = KeyKind.API_KEY

    def __post_init__(self) -> None:
        if self._expression.search("") or self._expression.fullmatch("a"):
            raise ValueError("it fits almost everything")

    @cached_property
    def _expression(self) -> Any:
        return _compiled(self.regex)

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where the keys stand in ``text``."""
        group = self._expression.groupindex.get(_GROUP, 0)
        # RE2 reads UTF-8, which has no halves of pairs; JSON and names of files may hold them.
        matches = self._expression.finditer(_HALVES.sub("\ufffd", text))
        return (match.span(group) for match in matches if match[group])

    @cached_property
    def literal(self) -> str:
        """What each of its matches begins with; empty where that is too little to look for."""
        least, most = self._expression.possiblematchrange(32)  # bytes of UTF-8
        shared = bytes(
            a for a, _ in itertools.takewhile(lambda pair: pair[0] == pair[1], zip(least, most, strict=False))
        )
        common = shared.decode(errors="ignore")
        return common if len(common) >= _LITERAL else ""


def _compiled(regex: str) -> Any:
    import re2  # type: ignore[import-untyped]  # here: few have patterns

    options = re2.Options()
    options.log_errors = False
    options.max_mem = 8 << 20
    try:
        return re2.compile(regex, options)
    except re2.error as error:
        told = error.args[0] if error.args else "not a regular expression"
        raise ValueError(told.decode("utf-8", "replace") if isinstance(told, bytes) else str(told)) from error


@dataclass(frozen=True, slots=True)
class Known:
    """A key that the user holds, and the name of the variable that it came from.

    ``signal``: on what grounds it counts as a key, by the id in ``rules/keys.toml``.
    """

    name: str
    secret: Secret
    signal: str = "known-key"

    @property
    def value(self) -> str:
        """As guarded as :meth:`~revont_guard.model.Secret.reveal`: for candidates alone, which hide it, too."""
        return self.secret.reveal()


@dataclass(frozen=True)
class Hints:
    """``names`` need not say Revont; ``known`` keys are found wherever they stand, whatever stands round them."""

    names: frozenset[str] = frozenset()
    patterns: tuple[Pattern, ...] = ()
    known: tuple[Known, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.names or self.patterns or self.known)

    @cached_property
    def pieces(self) -> frozenset[str]:
        """Parts of the known keys, and what patterns begin with: wherever a key stands, in pieces or encoded, one does.

        Of each known key several: one that is split up in the middle of one part still shows another.
        """
        parts = {pattern.literal for pattern in self.patterns if pattern.literal}
        for known in self.known:
            value = known.value
            last = max(0, len(value) - _PIECE)
            parts |= {value[at : at + _PIECE] for at in {0, last // 3, 2 * last // 3, last}}
        return frozenset(parts)

    def known_spans(self, text: str) -> Iterator[tuple[int, int, Known]]:
        """Where the known keys stand in ``text``, as they are or encoded: ``[start, end)`` in characters."""
        for known in self.known:
            for match in _forms(known.secret).finditer(text):
                yield *match.span(), known

    def masked(self, text: str) -> str:
        """``text`` without the keys that are known and without what the patterns fit."""
        spans = [(start, end) for start, end, _ in self.known_spans(text)]
        for pattern in self.patterns:
            spans += pattern.spans(text)
        return mask_spans(text, spans)


NO_HINTS = Hints()


@cache
def _forms(secret: Secret) -> re.Pattern[str]:
    """A key as it is, and in every encoding of which its characters alone tell how they look; the longest first."""
    value = secret.reveal()
    raw = value.encode()
    forms = {value, raw.hex(), raw.hex().upper(), urllib.parse.quote(value, safe=""), value.replace("/", "\\/")}
    for data in (raw, value.encode("utf-16-le")):
        for before in range(3):
            digits = base64.b64encode(b"\0" * before + data).decode()
            whole = digits[-(-before * 8 // 6) : (before + len(data)) * 8 // 6]
            forms |= {whole, whole.translate(str.maketrans("+/", "-_"))}
    forms |= {"".join(map(escape.format, raw)) for escape in _ESCAPES}
    return re.compile("|".join(map(re.escape, sorted(forms, key=len, reverse=True))))
