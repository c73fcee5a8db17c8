"""What the tests of the detectors share: a text in, its keys out."""

from __future__ import annotations

from revont_guard import catalog
from revont_guard.detectors import keys
from revont_guard.detectors.candidates import Candidate, candidates
from revont_guard.detectors.hosts import Hosts
from revont_guard.detectors.keys import Match
from revont_guard.detectors.layout import Place
from revont_guard.detectors.naming import Naming, Reader
from revont_guard.detectors.text import Text
from revont_guard.hints import NO_HINTS, Hints
from revont_guard.model import Blob, Location, SourceKind
from tests.keys import make_key

KEY = make_key("detectors")
OTHER = make_key("detectors, another")


def blob(text: str | bytes, path: str | None = None) -> Blob:
    data = text if isinstance(text, bytes) else text.encode()
    return Blob(data, Location(SourceKind.WORKTREE, path))


def find(text: str | bytes, path: str | None = None, hints: Hints = NO_HINTS) -> list[Match]:
    """The keys that are reported. ``{key}`` in a text stands for KEY."""
    return keys.find_keys(blob(_filled(text) if isinstance(text, str) else text, path), catalog.knowledge(), hints)


def examined(text: str, path: str | None = None) -> Match:
    """KEY with all its signals, reported or not; it must be a candidate exactly once."""
    (match,) = (m for m in keys.examine(blob(_filled(text), path), catalog.knowledge()) if value(m) == KEY)
    return match


def signals(text: str, path: str | None = None) -> set[str]:
    return {signal.id for signal in examined(text, path).signals}


def value(match: Match) -> str:
    return match.key.secret.reveal()


def values(text: str | bytes, path: str | None = None, hints: Hints = NO_HINTS) -> list[str]:
    return [value(match) for match in find(text, path, hints)]


def placed(text: str, path: str | None = None) -> tuple[Text, Candidate, Place]:
    """The text, the candidate that KEY is in it, and its place."""
    read = Text(_filled(text), path)
    found = list(candidates(read.content, catalog.knowledge()))
    places = Hosts(read, catalog.vendor()).places(found)
    ((candidate, place),) = ((c, p) for c, p in zip(found, places, strict=True) if c.value == KEY)
    return read, candidate, place


def naming(text: str, path: str | None = None, learned: frozenset[str] = frozenset()) -> tuple[Naming, Reader]:
    read, candidate, place = placed(text, path)
    reader = Reader(read, catalog.knowledge().words, learned)
    return reader.read(candidate, place), reader


def _filled(text: str) -> str:
    return text.replace("{key}", KEY)
