"""How programs read what comes from outside: ``rules/settings.toml``."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from revont_guard import catalog


@dataclass(frozen=True)
class Settings:
    """What each entry is for stands in the file."""

    readers: re.Pattern[str]
    tables: re.Pattern[str]
    config: re.Pattern[str]
    holders: re.Pattern[str]
    keys: re.Pattern[str]
    same: frozenset[str]

    @staticmethod
    @cache
    def loaded() -> Settings:
        """Read once."""
        table = tomllib.loads(catalog.text("settings.toml"))
        return Settings(
            re.compile(table["readers"]),
            re.compile(table["tables"]),
            re.compile(table["config"]),
            re.compile(table["holders"]),
            re.compile(table["keys"], re.IGNORECASE),
            frozenset(table["same"]),
        )
