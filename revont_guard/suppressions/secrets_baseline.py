"""``.secrets.baseline``, the baseline of detect-secrets: what was looked at there counts here, too.

An entry names a file and the unsalted SHA-1 of a secret. One that a person marked as a real secret in its audit
(``"is_secret": true``) accepts nothing.
"""

from __future__ import annotations

import json
from pathlib import Path

from revont_guard.config import read
from revont_guard.errors import ConfigError

_MOST_BYTES = 64 << 20
FILE = ".secrets.baseline"

SecretsBaseline = frozenset[tuple[str, str]]
"""Accepted secrets: path with ``/`` and SHA-1 in hex."""


def load(path: Path) -> SecretsBaseline:
    """What the file at ``path`` accepts. Raises ConfigError where it is no baseline."""
    try:
        written = json.loads(read(path, _MOST_BYTES))
        return frozenset(
            (file.replace("\\", "/").removeprefix("./"), entry["hashed_secret"])
            for file, found in written["results"].items()
            for entry in found
            if entry.get("is_secret") is not True and isinstance(entry["hashed_secret"], str)
        )
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ConfigError(f"{path.name}: not a baseline of detect-secrets; `detect-secrets scan` writes one") from error
