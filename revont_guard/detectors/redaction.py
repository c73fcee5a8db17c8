"""Taking whatever may be a key out of texts that are shown: names of files and refs, messages of failures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from revont_guard.catalog import Knowledge
from revont_guard.detectors import shape
from revont_guard.detectors.candidates import candidates
from revont_guard.detectors.prefilter import VENDOR
from revont_guard.detectors.shape import Opacity
from revont_guard.model import mask_spans

# A key may be glued to words by what it may hold itself, so the parts of a run count as well as the run.
_PARTS = (re.compile(r"[A-Za-z0-9_\-.~+]{12,}={0,2}"), re.compile(r"[A-Za-z0-9]{12,}"))
# Our own messages about git begin so, and name objects by ids that look drawn because they are.
_OBJECT = re.compile(r"(?<=object |commit )(?:[0-9a-f]{64}|[0-9a-f]{40})\b")


def masked(text: str, knowledge: Knowledge) -> str:
    """``text`` with everything masked that looks drawn and not written, but for ids of objects in messages of git."""
    ids = {match.span() for match in _OBJECT.finditer(text)} if text.startswith("git ") else set()
    return mask_spans(text, {*_drawn(text, knowledge)} - ids)


@lru_cache(maxsize=65536)
def masked_name(text: str, knowledge: Knowledge) -> str:
    """The same for a name, of which only one that speaks of the vendor may hold a key of it."""
    speaks = VENDOR in text.lower().encode("utf-8", "surrogateescape")
    return masked(text, knowledge) if speaks else text


def _drawn(text: str, knowledge: Knowledge) -> Iterator[tuple[int, int]]:
    yield from ((candidate.start, candidate.end) for candidate in candidates(text, knowledge))
    for pattern in _PARTS:
        for part in pattern.finditer(text):
            if shape.assess(part[0][: knowledge.shape.longest], knowledge.shape).opacity >= Opacity.OPAQUE:
                yield part.span()
