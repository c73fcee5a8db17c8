"""Lines for ``.gitignore`` and ``.gitattributes``."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from revont_guard.onboarding.changes import ByHand, Change, Untouchable, existing
from revont_guard.onboarding.templates import template
from revont_guard.sources.ignore import Rules
from revont_guard.suppressions.baseline import FILE, MERGED

_IGNORE = ".gitignore"
_ATTRIBUTES = ".gitattributes"
_PROBES = {".env": (b".env",), ".env.*": (b".env.local", b".env.production")}
_PUBLIC = (".example", ".sample", ".template", ".dist")


def env_files(tracked: Collection[bytes]) -> list[str]:
    """The tracked files that hold what an environment is to be kept secret for: ``.env``, ``.env.*``, no examples."""
    found = []
    for path in tracked:
        text = path.decode("utf-8", "surrogateescape")
        name = text.rpartition("/")[2]
        if (name == ".env" or name.startswith(".env.")) and not name.endswith(_PUBLIC):
            found.append(text)
    return sorted(found)


def ignore_change(top: Path, tracked: Collection[bytes]) -> Change | ByHand | None:
    """``.gitignore`` with the lines that are not in effect yet. One that speaks of a tracked file is left out."""
    lines = template("gitignore").splitlines()
    try:
        before = existing(top, _IGNORE)
    except Untouchable as error:
        return ByHand(_IGNORE, str(error), "\n".join(lines) + "\n")
    rules = Rules((before or "").encode(), 0)
    names = {path.rpartition("/")[2] for path in env_files(tracked)}
    needed = [
        line
        for line, probes in _PROBES.items()
        if not all(rules.verdict(probe, probe, False) for probe in probes)
        and not any(name == ".env" if line == ".env" else name != ".env" for name in names)
    ]
    if ".env.*" in needed:
        needed += [line for line in lines if line.startswith("!") and not _ignored(rules, line[1:])]
    return _appended(_IGNORE, before, needed)


def attributes_change(top: Path) -> Change | ByHand | None:
    """``.gitattributes`` with the line that lets two branches merge their baselines."""
    try:
        before = existing(top, _ATTRIBUTES)
    except Untouchable as error:
        return ByHand(_ATTRIBUTES, str(error), MERGED + "\n")
    for line in (before or "").splitlines():
        pattern, _, attributes = line.partition(" ")
        if pattern.removeprefix("/") == FILE and "merge" in attributes:
            return None
    return _appended(_ATTRIBUTES, before, [MERGED])


def _ignored(rules: Rules, name: str) -> bool:
    """Whether a file of that name is ignored already; what the project has decided is not undone."""
    return bool(rules.verdict(name.encode(), name.encode(), False))


def _appended(path: str, before: str | None, lines: list[str]) -> Change | None:
    if not lines:
        return None
    text = before or ""
    newline = "\r\n" if "\r\n" in text else "\n"
    if text and not text.endswith("\n"):
        text += newline
    return Change(path, before, text + "".join(line + newline for line in lines))
