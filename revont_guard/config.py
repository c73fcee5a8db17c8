"""The files by which a project tells revont-guard about itself: ``.revont-guard.toml`` and ``.revont-guard.names``.

They come with the scanned tree, so they are read as hostile: limited in size and number, every entry checked, and an
entry that nobody knows is an error with its line. ``config.schema.json`` tells the same to an editor.
"""

from __future__ import annotations

import datetime
import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from revont_guard import catalog
from revont_guard.errors import ConfigError
from revont_guard.hints import Pattern
from revont_guard.model import KeyKind, Scope, Severity

FILE = ".revont-guard.toml"
NAMES = ".revont-guard.names"
_SCOPES = {scope.label: scope for scope in (Scope.READ_ONLY, Scope.READ_WRITE)}
_MOST_BYTES = 1 << 20
_MOST_ENTRIES = 500
_MOST_NAMES = 1000
_MOST_PATTERNS = 20
_LONGEST_PATTERN = 500
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]{2,99}")
_FINGERPRINT = re.compile(r"[0-9a-f]{24}")
_HEADER = re.compile(r"""\s*\[\[?\s*["']?([\w-]+)["']?\s*(?:\..*)?\]\]?\s*(?:#.*)?""")
_ENTRY = re.compile(r"""\s*(?:"([^"]+)"|'([^']+)'|([\w-]+))\s*[=.]""")
_PART = r"""(?:"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+'|(?<![\w-])[\w-]++)"""
_DEEP = re.compile(rf"(?:{_PART}[ \t]*+\.[ \t]*+){{32}}")
"""What tomllib would need memory for that grows with the square of its length."""


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Files that are not read, as patterns of gitignore relative to the root, and why."""

    paths: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Findings that do not count: those of ``rules`` (all, if none is named) in ``paths`` or of ``keys``.

    ``paths`` are patterns of gitignore, ``keys`` fingerprints of keys; where both are given, both must fit.
    ``until``: the last day that it counts (``YYYY-MM-DD``).
    """

    reason: str
    rules: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Expectation:
    """What a key should grant, and why; to which workspace it belongs, and who answers for it.

    ``until``: the last day that this counts (``YYYY-MM-DD``).
    """

    scope: Scope
    reason: str | None = None
    until: str | None = None
    owner: str | None = None
    workspace: str | None = None


@dataclass(frozen=True, slots=True)
class Config:
    """What a project says of itself. ``names``: learned names of keys, which need not say Revont.

    ``patterns``: what the organisation's keys look like. ``keys``: by name, what each should grant.
    """

    fail_on: Severity | None = None
    exclude: tuple[Exclusion, ...] = ()
    allow: tuple[Acceptance, ...] = ()
    names: frozenset[str] = frozenset()
    patterns: tuple[Pattern, ...] = ()
    keys: Mapping[str, Expectation] = field(default_factory=dict, hash=False)


def load(folder: Path, file: Path | None = None) -> Config:
    """The configuration at the root ``folder``, or that of ``file`` instead, with the names beside it.

    Absent files say nothing; ``file`` must be there. Raises ConfigError with path and line.
    """
    names = _names(folder / NAMES)
    if file is None and not _is_there(folder / FILE):
        return Config(names=names)
    return _config(file or folder / FILE, names)


def read(path: Path, most: int = _MOST_BYTES) -> str:
    """A text file of the project, of at most ``most`` bytes. Raises ConfigError where it is none."""
    try:
        if not path.is_file():
            raise ConfigError(f"{path.name}: {'not a file' if path.exists() else 'no such file'}")
        if path.stat().st_size > most:
            raise ConfigError(f"{path.name}: larger than {most >> 20} MiB")
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ConfigError(f"{path.name} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path.name}: not UTF-8") from error


def _is_there(path: Path) -> bool:
    return path.is_symlink() or path.exists()


def _names(path: Path) -> frozenset[str]:
    if not _is_there(path):
        return frozenset()
    names = set()
    for number, line in enumerate(read(path).splitlines(), 1):
        name = line.partition("#")[0].strip()
        if name and not _NAME.fullmatch(name):
            raise ConfigError(
                f"{path.name}:{number}: not the name of a key; a line holds one name of 3 to 100 letters, digits, _ . -"
            )
        names.add(name)
    names.discard("")
    if len(names) > _MOST_NAMES:
        raise ConfigError(f"{path.name}: more than {_MOST_NAMES} names")
    return frozenset(names)


def _config(path: Path, names: frozenset[str]) -> Config:
    text = read(path)
    if deep := _DEEP.search(text):
        raise ConfigError(f"{path.name}:{text.count(chr(10), 0, deep.start()) + 1}: nested too deeply")
    try:
        entries = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        told, _, where = str(error).partition(" (at ")
        line = where.removeprefix("line ").partition(",")[0]
        raise ConfigError(
            f"{path.name}:{line if line.isdigit() else len(text.splitlines()) or 1}: not TOML: {told}"
        ) from error
    except RecursionError as error:
        raise ConfigError(f"{path.name}: nested too deeply") from error
    except ValueError as error:  # a number of more digits than Python reads
        raise ConfigError(f"{path.name}: not TOML: a number is too long") from error
    table = _Table(path.name, text, (), entries)
    table.only("fail-on", "exclude", "allow", "pattern", "keys")
    return Config(
        fail_on=_severity(table),
        exclude=tuple(map(_exclusion, table.tables("exclude"))),
        allow=tuple(map(_acceptance, table.tables("allow"))),
        names=names,
        patterns=_patterns(table),
        keys=_expectations(table),
    )


def _expectations(table: _Table) -> dict[str, Expectation]:
    found = {}
    for name, entry in table.named("keys"):
        if not _NAME.fullmatch(name):
            raise entry.error(f"{name[:40]!r} is not the name of a key")
        entry.only("scope", "reason", "until", "owner", "workspace")
        scope = entry.text("scope")
        if scope not in _SCOPES:
            raise entry.error(f"must be one of {', '.join(_SCOPES)}{_meant(scope or '', list(_SCOPES))}", "scope")
        said = (entry.text("reason"), entry.day("until"), entry.text("owner"), entry.text("workspace"))
        found[name] = Expectation(_SCOPES[scope], *said)
    return found


def _severity(table: _Table) -> Severity | None:
    label = table.text("fail-on")
    if label is None:
        return None
    labels = [severity.label for severity in reversed(Severity)]
    if label not in labels:
        raise table.error(f"must be one of {', '.join(labels)}{_meant(label, labels)}", "fail-on")
    return Severity[label.upper()]


def _patterns(table: _Table) -> tuple[Pattern, ...]:
    tables = table.tables("pattern")
    if len(tables) > _MOST_PATTERNS:
        raise table.error(f"more than {_MOST_PATTERNS} of them", "pattern")
    return tuple(map(_pattern, tables))


def _pattern(table: _Table) -> Pattern:
    table.only("regex", "kind")
    regex, kind = table.entries.get("regex"), table.text("kind") or KeyKind.API_KEY.value
    kinds = [known.value for known in KeyKind]
    if kind not in kinds:
        raise table.error(f"must be one of {', '.join(kinds)}{_meant(kind, kinds)}", "kind")
    if not isinstance(regex, str) or not 0 < len(regex) <= _LONGEST_PATTERN:
        raise table.error(f"needs `regex`, a text of at most {_LONGEST_PATTERN} characters", "regex")
    try:
        return Pattern(regex, KeyKind(kind))
    except ValueError as error:
        raise table.error(f"not a regular expression for keys, in the syntax of RE2: {error}", "regex") from error


def _exclusion(table: _Table) -> Exclusion:
    table.only("paths", "reason")
    return Exclusion(table.patterns("paths", needed=True), table.needed("reason"))


def _acceptance(table: _Table) -> Acceptance:
    table.only("rules", "paths", "keys", "reason", "until")
    rules = table.list_of("rules", _objection_to_rule)
    keys = table.list_of(
        "keys", lambda key: None if _FINGERPRINT.fullmatch(key) else "must be fingerprints: 24 hex digits of a report"
    )
    paths = table.patterns("paths")
    if not paths and not keys:
        raise table.error("needs `paths` or `keys`: what is to be allowed?")
    return Acceptance(table.needed("reason"), rules, paths, keys, table.day("until"))


def _objection_to_rule(id: str) -> str | None:
    known = catalog.rules()
    if id not in known:
        return f"no rule of that name{_meant(id, list(known))}"
    return None if known[id].suppressible else "nothing can allow this rule"


@dataclass(frozen=True, slots=True)
class _Table:
    """A table of the file, its path in it (``("allow", 0)``), and errors that name the line."""

    file: str
    source: str
    path: tuple[str | int, ...]
    entries: Mapping[str, Any]

    def error(self, told: str, entry: str | None = None) -> ConfigError:
        name = entry if entry is not None else ".".join(map(str, self.path[:1]))
        return ConfigError(f"{self.file}:{_line(self.source, self.path, entry)}: {name}: {told}")

    def only(self, *known: str) -> None:
        for entry in self.entries:
            if entry not in known:
                raise self.error(f"unknown entry{_meant(entry, known) or '; known: ' + ', '.join(known)}", entry)

    def text(self, entry: str) -> str | None:
        value = self.entries.get(entry)
        if value is not None and not (isinstance(value, str) and value.strip()):
            raise self.error("must be a text that is not empty", entry)
        return value

    def needed(self, entry: str) -> str:
        value = self.text(entry)
        if value is None:
            raise self.error(f"needs `{entry}`")
        return " ".join(value.split())

    def day(self, entry: str) -> str | None:
        value = self.entries.get(entry)
        if value is None or (isinstance(value, datetime.date) and not isinstance(value, datetime.datetime)):
            return value.isoformat() if value is not None else None
        if isinstance(value, str) and is_day(value):
            return value
        raise self.error("must be a day as YYYY-MM-DD", entry)

    def tables(self, entry: str) -> list[_Table]:
        value = self.entries.get(entry, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self.error(f"must be a list of tables: [[{entry}]]", entry)
        if len(value) > _MOST_ENTRIES:
            raise self.error(f"more than {_MOST_ENTRIES} of them", entry)
        return [_Table(self.file, self.source, (*self.path, entry, i), item) for i, item in enumerate(value)]

    def named(self, entry: str) -> list[tuple[str, _Table]]:
        """The tables of ``[entry.NAME]``, each with its name."""
        value = self.entries.get(entry, {})
        if not isinstance(value, dict) or not all(isinstance(item, dict) for item in value.values()):
            raise self.error(f"must be tables: [{entry}.NAME]", entry)
        if len(value) > _MOST_ENTRIES:
            raise self.error(f"more than {_MOST_ENTRIES} of them", entry)
        path = (*self.path, entry)
        return [
            (name, _Table(self.file, self.source, (*path, i), item)) for i, (name, item) in enumerate(value.items())
        ]

    def list_of(self, entry: str, wrong: Callable[[str], str | None] = lambda _: None) -> tuple[str, ...]:
        value = self.entries.get(entry, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
            raise self.error("must be a list of texts", entry)
        if entry in self.entries and not 0 < len(value) <= _MOST_ENTRIES:
            raise self.error(f"must hold 1 to {_MOST_ENTRIES} texts", entry)
        for item in value:
            if told := wrong(item):
                raise self.error(told, entry)
        return tuple(value)

    def patterns(self, entry: str, *, needed: bool = False) -> tuple[str, ...]:
        if needed and entry not in self.entries:
            raise self.error(f"needs `{entry}`")
        return self.list_of(
            entry,
            lambda pattern: (
                "`!` takes nothing back here"
                if pattern.startswith("!")
                else "a pattern must name something"
                if not pattern.strip(" /")
                else "a pattern has one line, does not begin with # and has at most 300 characters"
                if len(pattern) > 300 or pattern.startswith("#") or set(pattern) & set("\n\r\0")
                else None
            ),
        )


def is_name(text: str) -> bool:
    """Whether ``text`` may stand in the file of learned names."""
    return _NAME.fullmatch(text) is not None


def is_day(text: str) -> bool:
    """Whether ``text`` is a day of the calendar as ``YYYY-MM-DD``."""
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _meant(word: str, known: Sequence[str]) -> str:
    close = get_close_matches(word.lower(), known, n=1)
    return f"; did you mean {close[0]!r}?" if close else ""


def _line(source: str, path: tuple[str | int, ...], entry: str | None) -> int:
    """The line of ``entry`` in the table at ``path``, or of the table itself. tomllib does not tell lines."""
    wanted = path[0] if path else None
    index = path[1] if len(path) > 1 else 0
    seen, inside, found = -1, wanted is None, 1
    for number, line in enumerate(source.splitlines(), 1):
        if header := _HEADER.fullmatch(line):
            if entry is not None and wanted is None and header[1] == entry:
                return number
            seen += header[1] == wanted
            inside = header[1] == wanted and seen == index
            found = number if inside else found
        elif inside and entry is not None and (match := _ENTRY.match(line)) and entry in match.groups():
            return number
    return _line(source, (), str(wanted)) if wanted is not None and seen < 0 else found
