"""What a string looks like on its own: opaque like a key, or words, a sequence, an identifier.

A string is *opaque* when it is much cheaper to describe as random draws from its alphabet than as text. The text
model is a table of character pairs (``rules/shape.toml``); the difference of the two description lengths, in bits,
is what the margins there are held against. No list of formats is needed, because the vendor documents none.
"""

from __future__ import annotations

import enum
import math
import re
from dataclasses import dataclass
from functools import cache

from revont_guard.catalog import ShapeModel

_ALPHABETS = (
    (frozenset("0123456789abcdef-"), 4.0),
    (frozenset("0123456789ABCDEF-"), 4.0),
    (frozenset("0123456789abcdefghijklmnopqrstuvwxyz-_."), math.log2(36)),
    (frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-_."), math.log2(36)),
)
_MIXED_BITS = math.log2(62)


_SEPARATORS = re.compile(r"[-_./+~=]+")
_WORDY = re.compile(
    r"[A-Za-z]{0,14}[a-z][0-9]{0,4}|[A-Z]{0,14}[0-9]{0,4}|[0-9]{1,20}(?:[a-z]{0,3}|[A-Z]{0,3})|[A-Za-z0-9]{0,3}|[a-z][0-9]{1,2}[a-z]"
)
_CAPITALISED_LENGTH = 4
_DRAWS = frozenset("MmLlHhVvCcSsQqTtAaZz")
_MOSTLY = 0.45
_ALPHABET = 36
_TRIPLES, _TRIPLES_AGAIN = 14, 3
_CAMEL = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|[0-9]+")
# Most UUIDs are identifiers.
_UUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


class Opacity(enum.IntEnum):
    """How sure it is that a string was drawn and not written, in rising order."""

    TEXT = 0
    DOUBTFUL = 1
    OPAQUE = 2
    STRONG = 3


@dataclass(frozen=True, slots=True)
class Shape:
    """``opacity`` of a string, the ``bits`` that drawing it takes, and whether it merely counts or repeats."""

    opacity: Opacity
    bits: float
    dummy: bool


def assess(value: str, model: ShapeModel) -> Shape:
    """The shape of ``value``; time is linear in its length, which the caller bounds."""
    drawn = _bits_when_drawn(value)
    margin = _bits_as_text(value, model) - drawn
    dummy = is_sequence(value, model)
    if (
        len(value) < model.least_length
        or dummy
        or margin <= 0
        or value.isdecimal()
        or _is_wordy(value)
        or _is_drawing(value)
        or (len(value) >= _ALPHABET and len(set(value)) == len(value))
        or _repeats(value, drawn)
    ):
        opacity = Opacity.TEXT
    elif margin < model.opaque_margin or drawn < model.least_bits:
        opacity = Opacity.DOUBTFUL
    elif margin < model.strong_margin or drawn < model.strong_bits or is_uuid(value):
        opacity = Opacity.OPAQUE
    else:
        opacity = Opacity.STRONG
    return Shape(opacity, drawn, dummy)


def is_uuid(value: str) -> bool:
    return _UUID.fullmatch(value) is not None


def _is_wordy(value: str) -> bool:
    """Several parts, each of them a word, a number or a short code: ``gpt-3.5-turbo-0301``; or capitalised words."""
    parts = _SEPARATORS.split(value)
    if len(parts) == 1:
        return _is_camel(value)
    return not is_uuid(value) and all(_WORDY.fullmatch(part) or _is_camel(part) for part in parts)


def _is_drawing(value: str) -> bool:
    """Numbers between single letters, as SVG has: ``C14.728.833-13.416``."""
    letters = [c for c in value if c.isalpha()]
    digits = sum(c.isdigit() for c in value)
    return digits >= _MOSTLY * len(value) and _DRAWS.issuperset(letters)


def _repeats(value: str, drawn: float) -> bool:
    """Whether triples of characters come again more often than chance has it: tables of parsers, packed code."""
    size = len(value) - 2
    if size < _TRIPLES:
        return False
    again = size - len({value[at : at + 3] for at in range(size)})
    chance = size * size / 2 / 2 ** (3 * drawn / len(value))
    return again > _TRIPLES_AGAIN + 6 * chance


def _is_camel(value: str) -> bool:
    """Capitalised words: ``CloudDialogflowV3ToolAuthConfig``; what is drawn changes case every other letter."""
    words = _CAMEL.findall(value)
    capitalised = sum(word[0].isupper() and word[-1].islower() and len(word) >= _CAPITALISED_LENGTH for word in words)
    mean = sum(map(len, words)) / max(1, len(words))
    return (capitalised >= 3 and mean >= 3.5) or (capitalised >= 2 and mean >= 4.5)


def is_sequence(value: str, model: ShapeModel) -> bool:
    """True for strings that count, repeat or use few characters: ``abcdef123456``, ``a1b2c3d4``, ``xxxxxxxx``."""
    letters = [c for c in value.lower() if c.isalnum()]
    if len(letters) < 4:
        return True
    if len(set(letters)) < model.distinct_share * min(len(letters), 16):
        return True
    for stride in (1, 2, 3):
        steps = list(zip(letters, letters[stride:], strict=False))
        if sum(abs(ord(b) - ord(a)) <= 1 for a, b in steps) > model.sequence_share * len(steps):
            return True
    return any(letters[period:] == letters[:-period] for period in range(2, len(letters) // 2 + 1))


def _bits_when_drawn(value: str) -> float:
    used = set(value)
    for alphabet, bits in _ALPHABETS:
        if used <= alphabet:
            return sum(c.isalnum() for c in value) * bits + 1
    return sum(c.isalnum() or c in "+/" for c in value) * _MIXED_BITS + 1


def _bits_as_text(value: str, model: ShapeModel) -> float:
    costs = _costs(model)
    total, before, before_case = 0.0, "_", None
    for c in value:
        if c.isdigit():
            folded = "0"
            total += model.digit
        elif c.isalpha() and c.isascii():
            folded = c.lower()
            case = c == folded
            if before_case is not None:
                total += model.case_same if case == before_case else model.case_change
            before_case = case
        else:
            folded, before_case = "_", None
            total += model.separator
        total += costs[before, folded]
        before = folded
    return total


@cache
def _costs(model: ShapeModel) -> dict[tuple[str, str], float]:
    return {
        (a, b): int(digit, 36) / 2
        for a, row in zip(model.order, model.bigrams, strict=True)
        for b, digit in zip(model.order, row, strict=True)
    }
