"""Which files have to do with the vendor: those that speak of it, and what is imported from one to the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

_NAMELESS = frozenset({"index", "__init__", "main", "mod", "app", "__main__"})
_ROUNDS = 6
_SAFE = re.compile(rb"[A-Za-z_]\w{0,60}")
_SHORT = 3
"""Shorter words count only where something is imported."""


def component(texts: Mapping[str, bytes], speaks: re.Pattern[bytes]) -> set[str]:
    """The paths of those of ``texts`` that speak of the vendor, of all that they import, and of all that imports them.

    A file is known by the word that others import it by; one too many does no harm.
    """
    chosen = {path for path, text in texts.items() if speaks.search(text)}
    words = {path: _words(path) for path in texts}
    by_word: dict[bytes, set[str]] = {}
    for path, told in words.items():
        for word in told:
            by_word.setdefault(word, set()).add(path)
    fresh = set(chosen)
    for _ in range(_ROUNDS):
        found: set[str] = set()
        for path in fresh:
            said = set(_SAFE.findall(texts[path]))
            found.update(
                *(by_word[word] for word in said & by_word.keys() if len(word) >= _SHORT or _imports(texts[path], word))
            )
        names = {word for path in fresh for word in words[path] if _SAFE.fullmatch(word)}
        if names:
            long = [re.escape(name) for name in sorted(names) if len(name) >= _SHORT]
            short = [re.escape(name) for name in sorted(names) if len(name) < _SHORT]
            ways = [rb"\b(?:" + b"|".join(long) + rb")\b"] if long else []
            if short:
                ways.append(
                    rb"(?:import|from|require|include|use|source)\W[^\n]{0,80}\b(?:" + b"|".join(short) + rb")\b"
                )
            importing = re.compile(b"|".join(ways))
            found |= {path for path, text in texts.items() if path not in chosen and importing.search(text)}
        fresh = found - chosen
        chosen |= fresh
        if not fresh:
            break
    return chosen


def _imports(text: bytes, word: bytes) -> bool:
    return (
        re.search(rb"(?:import|from|require|include|use|source)\W[^\n]{0,80}\b" + re.escape(word) + rb"\b", text)
        is not None
    )


def _words(path: str) -> Iterable[bytes]:
    """By which words other files may speak of one."""
    pure = PurePosixPath(path)
    stem = pure.name.partition(".")[0]
    folder = pure.parent.name
    told = {folder} if stem in _NAMELESS else {stem}
    if pure.suffix == ".go" and folder:
        told.add(folder)
    for name in list(told):
        told.add("".join(part[:1].upper() + part[1:] for part in re.split(r"[_-]", name)))
    return [name.encode() for name in told if name]
