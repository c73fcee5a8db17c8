"""The formats by name. A format is a module with one function, ``render``; it is imported when it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import Protocol, cast

from revont_guard.model import Report

FORMATS = ("text", "json", "sarif", "github", "gitlab", "junit", "markdown")


class Render(Protocol):
    """Turns a report into the text that is written. ``color``: escape sequences are welcome."""

    def __call__(self, report: Report, *, color: bool = False) -> str: ...


def render(name: str) -> Render:
    """The renderer of the format ``name``, one of FORMATS."""
    return cast(Render, import_module(f"revont_guard.formats.{name}").render)
