"""Colours for a terminal."""

from __future__ import annotations

BOLD, DIM, RED, GREEN, YELLOW = "\x1b[1m", "\x1b[2m", "\x1b[31m", "\x1b[32m", "\x1b[33m"
_OFF = "\x1b[0m"


class Paint:
    """Colours a piece of text, or leaves it alone."""

    def __init__(self, color: bool) -> None:
        self._color = color

    def __call__(self, code: str, text: str) -> str:
        return f"{code}{text}{_OFF}" if self._color and code else text
