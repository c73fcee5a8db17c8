"""Names into words: ``NEXT_PUBLIC_revontApiKey`` → next, public, revont, api, key. Decides nothing else."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

from revont_guard.catalog import Words

# Upper-case runs end before the capital that starts the next word; digits are words of their own.
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")

_LONGEST_COMPOUND = 40  # nobody writes longer ones, and the ways to take one apart double with every few letters


@lru_cache(maxsize=8192)
def split(name: str, words: Words) -> tuple[str, ...]:
    """The lower-case words of a name in snake, kebab, camel or dotted case, ``revontapikey`` being three of them."""
    found: list[str] = []
    written, plain = name.lower(), name.isascii()
    if not plain:
        name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    for word in _joined(_WORD.findall(name), words):
        found.extend(_segments(word.lower(), words))
    if plain:
        return tuple(found)
    # The prefilter knows the vendor by its plain letters alone, so no accent or foreign letter makes one.
    return tuple(word for word in found if word not in words.vendor or word in written)


def says_vendor(found: tuple[str, ...], words: Words) -> bool:
    return not words.vendor.isdisjoint(found)


def says_key(found: tuple[str, ...], words: Words) -> bool:
    return not words.key.isdisjoint(found)


def names_other_vendor(found: tuple[str, ...], words: Words) -> bool:
    """Whether another vendor is named, in one word or in two as in ``LaunchDarkly``."""
    pairs = (one + two for one, two in pairwise(found))
    return not words.other_vendor.isdisjoint(found) or not words.other_vendor.isdisjoint(pairs)


def names_key(found: tuple[str, ...], words: Words) -> bool:
    """Whether the words name a key, and not its id, its file or its store: what follows the word for a key tells."""
    keys = [at for at, word in enumerate(found) if word in words.key]
    if not keys or (keys[0] and found[keys[0] - 1] in words.other_kind):
        return False
    return words.not_key.isdisjoint(found[keys[-1] + 1 :])


def _joined(parts: list[str], words: Words) -> list[str]:
    """``SHA256`` and ``V1`` are split by the pattern and are words all the same."""
    out: list[str] = []
    for part in parts:
        if part.isdigit() and out and (out[-1] + part).lower() in words.not_key | words.generic | words.other_vendor:
            out[-1] += part
        else:
            out.append(part)
    return out


def _segments(word: str, words: Words) -> tuple[str, ...]:
    """A lower-case compound that begins with the vendor or ends with a word for a key, taken apart."""
    if word in words.vendor or word in words.key or len(word) < 6:
        return (word,)
    for vendor in sorted(words.vendor, key=lambda vendor: (len(vendor), vendor)):
        if word.startswith(vendor) and (rest := _known(word[len(vendor) :], words)):
            return (vendor, *rest)
        if word.endswith(vendor) and (rest := _known(word[: -len(vendor)], words)):
            return (*rest, vendor)
    return (word,)


def _known(rest: str, words: Words) -> tuple[str, ...]:
    """``rest`` as known words laid end to end, or nothing."""
    if not rest or len(rest) > _LONGEST_COMPOUND:
        return ()
    vocabulary = words.key | words.generic | words.webhook
    for length in range(len(rest), 1, -1):
        head = rest[:length]
        if head in vocabulary:
            if length == len(rest):
                return (head,)
            if tail := _known(rest[length:], words):
                return (head, *tail)
    return ()
