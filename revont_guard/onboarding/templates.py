"""The texts that `init` writes. They are data: files of ``rules/onboarding/``."""

from __future__ import annotations

from revont_guard import __version__, catalog


def template(name: str, **values: str) -> str:
    """The text ``name`` with ``{version}`` and the other placeholders filled in."""
    text = catalog.text(f"onboarding/{name}")
    for placeholder, value in {"version": __version__, **values}.items():
        text = text.replace(f"{{{placeholder}}}", value)
    return text
