"""Keys in the names of files and folders: ``backup/revont_api_key_….env``. There is no statement to read there."""

from __future__ import annotations

import re
from functools import cache

from revont_guard.catalog import Knowledge, Words
from revont_guard.detectors import words as spelling
from revont_guard.detectors.candidates import Candidate
from revont_guard.detectors.hinted import hinted
from revont_guard.detectors.shape import Opacity, assess
from revont_guard.detectors.values import is_placeholder, is_public_id
from revont_guard.hints import NO_HINTS, Hints
from revont_guard.model import Key, KeyKind, Secret

_ENDING = re.compile(r"(?:\.(?:[A-Za-z]{1,5}[0-9]?|7z))+$")
_NAME = re.compile(r"[A-Za-z]+(?:[-_.]?[A-Za-z]+)*")


_EVIDENCE = ("name-says-vendor", "name-says-key", "opaque")


def keys_in_path(path: str, knowledge: Knowledge, hints: Hints = NO_HINTS) -> list[tuple[Key, tuple[str, ...]]]:
    """The keys that ``path`` holds, each with the ids of the signals that spoke for it.

    A key is what is opaque behind a word for a key, in a path that names the vendor before; or what ``hints`` tell of.
    """
    found: dict[Secret, tuple[KeyKind, str | None, tuple[str, ...]]] = {
        Secret(candidate.value): (hint.kind or KeyKind.API_KEY, hint.name, (hint.signal,))
        for candidate, hint in hinted(path, hints, knowledge).items()
    }
    for match in _behind_key_words(knowledge.words).finditer(path):
        before = path[: match.start(2)]
        if not any(
            spelling.says_vendor(spelling.split(name, knowledge.words), knowledge.words)
            for name in _NAME.findall(before)
        ):
            continue
        value = _ENDING.sub("", match[2])
        shape = assess(value[: knowledge.shape.longest], knowledge.shape)
        candidate = Candidate(0, len(value), value, shape)
        if (
            shape.opacity >= Opacity.OPAQUE
            and not is_public_id(value, knowledge)
            and not is_placeholder(candidate, knowledge)
        ):
            kind = (
                KeyKind.API_KEY
                if knowledge.words.webhook.isdisjoint(spelling.split(before, knowledge.words))
                else KeyKind.WEBHOOK_SECRET
            )
            found.setdefault(Secret(value), (kind, None, _EVIDENCE))
    return [(Key(secret, kind, name), evidence) for secret, (kind, name, evidence) in found.items()]


@cache
def _behind_key_words(words: Words) -> re.Pattern[str]:
    known = "|".join(sorted(map(re.escape, words.key), key=len, reverse=True))
    return re.compile(rf"(?<![A-Za-z])(?:[A-Za-z]{{0,40}}?)({known})[-_./= ]+(?=[^/\s]{{16}})([^/\s]+)", re.IGNORECASE)
