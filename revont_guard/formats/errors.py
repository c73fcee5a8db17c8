"""Messages of failures: one line, no control characters, and nothing in them that may be a key."""

from __future__ import annotations

from revont_guard import catalog
from revont_guard.detectors.redaction import masked
from revont_guard.formats.text import visible


def shown(message: str) -> str:
    """``message`` as it may be printed."""
    return visible(masked(message, catalog.knowledge()))
