"""Messages of failures: one line, no control characters, and nothing in them that may be a key."""

from __future__ import annotations

import re

from revont_guard import catalog
from revont_guard.detectors.candidates import candidates
from revont_guard.formats.text import visible
from revont_guard.model import mask

_OBJECT = re.compile(r"\b(?:object|commit|blob|tree|tag|revision) $")


def shown(message: str) -> str:
    """``message`` with everything masked that looks drawn and not written, but for the ids of git objects."""
    out, at = [], 0
    for candidate in candidates(message, catalog.knowledge()):
        if _OBJECT.search(message, 0, candidate.start):
            continue
        out += [message[at : candidate.start], mask(candidate.value)]
        at = candidate.end
    return visible("".join([*out, message[at:]]))
