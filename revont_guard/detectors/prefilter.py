"""The cheap question before the costly one. Its law: whatever ``find_keys`` would report, it lets pass.

A word counts also where it stands only encoded. To look for each of its encodings in all bytes would take many times
as long as to look for the word. So the bytes are copied twice, each time in a way that makes encodings alike:

- with letters that stand at one place of the word or of one of its encodings in Base64 folded into one;
- without all but digits, where the signs of an escape and what stands between the numbers of a list are gone.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from revont_guard.detectors.text import decode, wide_encoding

TYPE_CHECKING = False  # as in typing, which is slow to load; so are hints, and where the program starts there are none
if TYPE_CHECKING:
    from revont_guard.hints import Hints

# Every signal for the vendor rests on this word or on a learned name; a test holds rules/ against it.
VENDOR = b"revont"

_BYTES = bytes(range(256))
_DIGITS = b"0123456789"

# Four characters of the word in any case, of each of its encodings in Base64, and of the beginning of what is zipped
# in Base64. Which four of each was chosen by measuring.
_FOUR = b"evon"
_FOURS = frozenset({b"evon", b"EVON", b"b250", b"kVWT", b"ldm9", b"FVk9", b"Zvbn", b"RVZP", b"H4sI"})
_ALIKE = (b"EFHORWZbeklmo5s", b"24Vdv", b"09INPTn")
_SEEN = b"\1\2\1\3"
_FOLD = bytes(next((at for at, group in enumerate(_ALIKE, start=1) if code in group), 0) for code in range(256))
_ZIPPED = re.compile(rb"H4sI[A-P][\w+/-]{11}")

# Digits, and three letters that Base64 of UTF-16 is full of. Capitals differ from small letters in the first digit of
# their hexadecimal number, 4 or 6, 5 or 7. Without zeros ``\x65``, ``%65``, ``\u0065`` and ``0x65`` are the same.
_PAIRED = bytes.maketrans(b"45", b"67")
_NO_DIGIT = _BYTES.translate(None, _DIGITS[1:] + b"ABY")
_HEX = "{:02x}"
_NUMBERS = (_HEX, "25{:02x}", "{:d}")  # \x65, %2565, &#101;
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")

# Frequent in Base64, rare in texts: what is looked for of a learned name.
_NOT_RARE = _BYTES.translate(None, b"ABCDEFGHIJKLMNOPQRSTUVWXYZ" + _DIGITS)
_TELLING = 5
"""So many rare characters in a row stand in no other text by chance."""
_LEAST = 5
"""Letters of a learned name that is looked for in encodings: a shorter one would be seen everywhere."""
_MOST = 16
"""Learned names of which each is looked for in encodings; of more, each only as it is."""


class WordFilter:
    """Passes bytes that hold the vendor's name or what ``hints`` tell of, in any case and every encoding decoded."""

    __slots__ = ("_names", "_patterns", "_pieces", "_plain")

    def __init__(self, hints: Hints | None = None) -> None:
        self._names = hints.names if hints else frozenset()
        self._pieces = hints.pieces if hints else frozenset()
        self._patterns = hints.patterns if hints else ()
        self._plain = tuple({spelling for name in self._names | self._pieces for spelling in _spellings(name)})

    def __call__(self, data: bytes, /) -> bool:
        return self._says(_narrow(data)) or (bool(self._patterns) and self._fits(decode(data)))

    def _fits(self, text: str) -> bool:
        return any(next(pattern.spans(text), None) for pattern in self._patterns)

    def _says(self, data: bytes) -> bool:
        if _seen(data):
            return True
        digits = data.translate(_PAIRED, _NO_DIGIT)
        for number in _VENDOR_IN_NUMBERS:
            if number in digits:
                return True
        for rest in _VENDOR_IN_WIDE:
            if rest in digits and any(text in data for text in _WIDE):
                return True
        if self._plain:
            lower = data.lower()
            if any(name in lower for name in self._plain):
                return True
            rare = data.translate(None, _NOT_RARE)
            if any(_signs(name).seen(data, rare, digits) for name in self._looked_for_encoded()):
                return True
        return False

    def _looked_for_encoded(self) -> frozenset[str]:
        return self._pieces | self._names if len(self._names) <= _MOST else self._pieces


def is_heeded(hints: Hints, data: bytes) -> bool:
    """Whether a WordFilter would pass ``data``: where it does not, ``find_keys`` heeds no hints, so the law holds."""
    return _filter(hints)(data)


_filter = lru_cache(maxsize=16)(WordFilter)


def _narrow(data: bytes) -> bytes:
    """The same letters in one byte each, if it is a text in UTF-16 or UTF-32."""
    is_wide = data.startswith(_WIDE_MARKS) or (b"\0" in data[:64] and wide_encoding(data))
    return data.translate(None, b"\0") if is_wide else data


def _seen(data: bytes) -> bool:
    """Whether the vendor's name stands in ``data`` as it is or in Base64, or something zipped does in Base64."""
    folded = data.translate(_FOLD)
    at = folded.find(_SEEN)
    while at >= 0:
        four = data[at : at + 4]
        if (four in _FOURS or four.lower() == _FOUR) and _is_certain(data, at):
            return True
        at = folded.find(_SEEN, at + 1)
    return False


def _is_certain(data: bytes, at: int) -> bool:
    around = data[max(0, at - 4) : at + 8]
    return (
        VENDOR in around.lower()
        or any(text in around for text in _VENDOR_IN_BASE64)
        or _ZIPPED.match(data, at) is not None
    )


class _Signs:
    """What remains of the encodings of a learned name: of Base64 and of hex."""

    __slots__ = ("_numbers", "_texts")

    def __init__(self, name: str) -> None:
        long = len(name) >= _LEAST
        encodings = (name.encode(), name.encode("utf-16-le")) if long else ()
        texts = {text for data in encodings for text in _in_base64(data)}
        self._texts = tuple((text.translate(None, _NOT_RARE), text) for text in texts)
        self._numbers = _in_numbers([name], (*_NUMBERS, "{:02X}")) if long else ()

    def seen(self, data: bytes, rare: bytes, digits: bytes) -> bool:
        return any(number in digits for number in self._numbers) or any(
            rest in rare and (len(rest) >= _TELLING or text in data) for rest, text in self._texts
        )


_signs = lru_cache(maxsize=256)(_Signs)


def _spellings(name: str) -> frozenset[bytes]:
    """A name in small letters, as :func:`_narrow` leaves them in each encoding."""
    small = name.lower()
    return frozenset({small.encode(), small.encode("utf-16-le").translate(None, b"\0").lower()})


def _in_base64(data: bytes) -> Iterator[bytes]:
    """The digits that stand for ``data`` alone, whatever stands before and behind it."""
    for before in range(3):
        digits = base64.b64encode(b"\0" * before + data)
        yield digits[-(-before * 8 // 6) : (before + len(data)) * 8 // 6]


def _in_numbers(words: Iterable[str], forms: Iterable[str]) -> tuple[bytes, ...]:
    """What remains of each word where its characters are numbers."""
    texts = ["".join(form.format(code) for code in word.encode()) for form in forms for word in words]
    return tuple({text.encode().translate(_PAIRED, _NO_DIGIT) for text in texts} - {b""})


_VENDORS = (VENDOR.decode(), VENDOR.decode().capitalize(), VENDOR.decode().upper())
_VENDOR_IN_BASE64 = frozenset(text for word in _VENDORS for text in _in_base64(word.encode()))
_WIDE = frozenset(text for word in _VENDORS for text in _in_base64(word.encode("utf-16-le")))
_VENDOR_IN_WIDE = tuple({text.translate(_PAIRED, _NO_DIGIT) for text in _WIDE})
_VENDOR_IN_NUMBERS = _in_numbers(_VENDORS, _NUMBERS)
