"""What ``rules/usage.toml`` tells of programs."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from revont_guard import catalog


@dataclass(frozen=True)
class Conventions:
    """What each entry is for stands in the file."""

    clients: re.Pattern[str]
    harmless: frozenset[str]
    hands_on: frozenset[str]
    runs_text: frozenset[str]
    outside: frozenset[str]
    unsupported: frozenset[str]
    contexts: tuple[tuple[str, re.Pattern[str]], ...]
    verb: re.Pattern[str]
    request: re.Pattern[str]
    result: re.Pattern[str]
    functions: frozenset[str]
    urls: tuple[str, ...]
    methods: tuple[str, ...]
    bases: tuple[str, ...]
    bodies: tuple[str, ...]
    addressing: frozenset[str]
    tokens: frozenset[str]
    elsewhere: re.Pattern[bytes]
    documents: frozenset[str]

    @staticmethod
    @cache
    def loaded() -> Conventions:
        """Read once."""
        table = tomllib.loads(catalog.text("usage.toml"))
        shapes = table["requests"]
        return Conventions(
            clients=re.compile("|".join(table["clients"])),
            harmless=frozenset(table["harmless"]),
            hands_on=frozenset(table["hands_on"]),
            runs_text=frozenset(table["runs_text"]),
            outside=frozenset(table["outside"]),
            elsewhere=re.compile(table["elsewhere"]["requests"].encode()),
            documents=frozenset(table["elsewhere"]["documents"]),
            unsupported=frozenset(table["unsupported"]),
            contexts=tuple((name, re.compile("|".join(told))) for name, told in table["contexts"].items()),
            verb=re.compile(shapes["verb"], re.IGNORECASE),
            request=re.compile(shapes["request"], re.IGNORECASE),
            result=re.compile(shapes["result"]),
            functions=frozenset(shapes["functions"]),
            urls=tuple(shapes["urls"]),
            methods=tuple(shapes["methods"]),
            bases=tuple(shapes["bases"]),
            bodies=tuple(shapes["bodies"]),
            addressing=frozenset(shapes["addressing"]),
            tokens=frozenset(shapes["tokens"]),
        )

    def context(self, path: str) -> str:
        """What kind of code a file is, by where it lies."""
        return next((name for name, told in reversed(self.contexts) if told.search(path)), "app")
