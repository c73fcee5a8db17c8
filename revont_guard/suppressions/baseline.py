"""``.revont-guard.baseline.json``: findings that were looked at and accepted, so that only new ones count.

An entry is one line, in the order of path, rule and fingerprint, and holds neither position nor date of its own: a run
that finds the same writes the same bytes. Each entry ends in a comma and the list in ``null``, so that two branches
that both add entries can be merged line by line (``merge=union`` in .gitattributes); the reader minds neither order
nor repetition.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from revont_guard.config import is_day, read
from revont_guard.errors import ConfigError
from revont_guard.model import Finding

_MOST_BYTES = 64 << 20
FILE = ".revont-guard.baseline.json"
MERGED = f"/{FILE} merge=union"
"""The line of .gitattributes that lets git merge it."""
_NEEDED = {"fingerprint", "rule", "path"}
_KNOWN = _NEEDED | {"key", "reason", "expires"}
_LIST = re.compile(r'"findings"\s*:\s*\[\s*')
_BETWEEN = re.compile(r"\s*,?\s*")


@dataclass(frozen=True, slots=True)
class Entry:
    """An accepted finding. ``fingerprint`` is what counts; the rest tells a reader what it stands for.

    ``key`` is masked. ``reason`` and ``expires`` (``YYYY-MM-DD``) are the user's.
    """

    fingerprint: str
    rule: str
    path: str | None
    key: str | None = None
    reason: str | None = None
    expires: str | None = None


Baseline = Mapping[str, Entry]
"""Entries by fingerprint."""


def load(path: Path) -> Baseline:
    """The entries of the file at ``path``. Raises ConfigError where it is not in this form."""
    text = read(path, _MOST_BYTES)
    try:
        written = json.loads(text)
    except ValueError as error:
        line = f":{error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        conflict = " (an unresolved merge conflict)" if "\n<<<<<<< " in f"\n{text}" else ""
        raise ConfigError(f"{path.name}{line}: not JSON{conflict}") from error
    except RecursionError as error:
        raise ConfigError(f"{path.name}: nested too deeply") from error
    if not isinstance(written, dict) or not written.keys() >= {"version", "findings"}:
        raise ConfigError(f'{path.name}: must be {{"version": 1, "findings": […]}}; `revont-guard baseline create`')
    if written["version"] != 1 or isinstance(written["version"], bool):
        raise ConfigError(f"{path.name}: version {written['version']!r} is not known; this revont-guard writes 1")
    if unknown := sorted(written.keys() - {"version", "findings"}):
        raise ConfigError(f"{path.name}: unknown entry {unknown[0]!r}")
    if not isinstance(written["findings"], list):
        raise ConfigError(f"{path.name}: findings must be a list")
    entries = {}
    for index, item in enumerate(written["findings"]):
        if wrong := _wrong(item):
            raise ConfigError(f"{path.name}:{_line(text, index)}: {wrong}")
        if item is not None:
            entries[item["fingerprint"]] = Entry(**item)
    return entries


def _wrong(item: Any) -> str | None:
    """What is wrong with an entry."""
    if item is None:
        return None
    if not isinstance(item, dict) or not item.keys() >= _NEEDED:
        return f"an entry must be a table with {', '.join(sorted(_NEEDED))}"
    if unknown := sorted(item.keys() - _KNOWN):
        return f"unknown entry {unknown[0]!r}"
    for name, value in item.items():
        if not _is_text(value) and not (value is None and name not in ("fingerprint", "rule")):
            return f"{name} must be a text"
    if item.get("expires") is not None and not is_day(item["expires"]):
        return "expires must be a day as YYYY-MM-DD"
    return None


def _is_text(value: Any) -> bool:
    """JSON can hold halves of characters, which nothing could print."""
    return isinstance(value, str) and not any("\ud800" <= char <= "\udfff" for char in value)


def _line(text: str, index: int) -> int:
    """The line on which the item of that ``index`` in the list of findings begins."""
    decoder = json.JSONDecoder()
    at = found.end() if (found := _LIST.search(text)) else 0
    for _ in range(index):
        _, at = decoder.raw_decode(text, at)
        at = found.end() if (found := _BETWEEN.match(text, at)) else at
    return text.count("\n", 0, at) + 1


def dump(baseline: Baseline) -> str:
    """The text of the file."""
    entries = sorted(baseline.values(), key=lambda entry: (entry.path or "", entry.rule, entry.fingerprint))
    lines = [json.dumps(_written(entry)) + ",\n" for entry in entries]
    return '{"version": 1, "findings": [\n' + "".join(lines) + "null]}\n"


def _written(entry: Entry) -> dict[str, str | None]:
    """All that is said of it. A path need not be UTF-8: such bytes are written as JSON reports write them."""
    written = {name: getattr(entry, name) for name in ("fingerprint", "rule", "path", "key", "reason", "expires")}
    return {name: value for name, value in written.items() if value is not None or name in _NEEDED}


def entries(findings: Iterable[Finding], reason: str | None = None, expires: str | None = None) -> Baseline:
    """Entries that accept ``findings``."""
    return {
        finding.fingerprint: Entry(
            finding.fingerprint,
            finding.rule,
            _text(finding.location.path),
            finding.key.secret.masked if finding.key else None,
            reason,
            expires,
        )
        for finding in findings
    }


def _text(path: str | None) -> str | None:
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace") if path else path
