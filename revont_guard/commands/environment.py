"""Keys in environment variables: read only where the user names the variable, never shown."""

from __future__ import annotations

import os

from revont_guard.errors import UsageError
from revont_guard.hints import LEAST_KNOWN
from revont_guard.model import Secret


def given(name: str) -> Secret:
    """What the variable ``name`` holds, as it is: it is to be tried. Raises UsageError where there is nothing."""
    value = os.environ.get(name, "")
    if not value.strip():
        raise UsageError(_missing(name))
    return Secret(value)


def held(name: str) -> Secret:
    """The key in the variable ``name``, without white space round it. Raises UsageError where there is none."""
    value = os.environ.get(name, "").strip()
    if not value:
        raise UsageError(_missing(name))
    if not (value.isascii() and value.isprintable()) or " " in value:
        raise UsageError(f"the environment variable {name} holds no key: there are characters in it that no key has")
    if len(value) < LEAST_KNOWN:
        raise UsageError(f"the environment variable {name} holds fewer than {LEAST_KNOWN} characters: too few to find")
    return Secret(value)


def _missing(name: str) -> str:
    return f"the environment variable {name} is {'empty' if name in os.environ else 'not set'}"
