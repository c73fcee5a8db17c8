"""What `init` does to files, as values: shown before anything is written, then written whole or not at all."""

from __future__ import annotations

import difflib
import os
import stat
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from revont_guard import catalog
from revont_guard.detectors.redaction import masked
from revont_guard.errors import OutputError
from revont_guard.formats.text import visible
from revont_guard.sources.git.repository import regular

LIMIT = 8 << 20
"""Bytes of a file that is still edited."""


@dataclass(frozen=True, slots=True)
class Change:
    """A file as it is (None: not there) and as it is to be. ``path`` is relative to the top, with ``/``."""

    path: str
    before: str | None
    after: str


@dataclass(frozen=True, slots=True)
class ByHand:
    """What a person has to put into the file ``path``, and why that was not done for them."""

    path: str
    why: str
    snippet: str


class Untouchable(Exception):
    """Why a file is not edited; for the ``why`` of a :class:`ByHand`."""


def existing(top: Path, path: str) -> str | None:
    """The text of a file, line ends and byte order mark included; None where there is none.

    :class:`Untouchable` for one that is not plain UTF-8 text, or that a link leads to: it may lie anywhere.
    """
    place = top
    for name in path.split("/"):
        place = place / name
        try:
            mode = place.lstat().st_mode
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise Untouchable(f"it cannot be read: {error.strerror}") from error
        if stat.S_ISLNK(mode):
            raise Untouchable("a symbolic link leads there")
    data = regular(place, LIMIT)
    if data is None:
        raise Untouchable("it is no plain file that can be read, or a very large one")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise Untouchable("it is not in UTF-8") from None


def diff(changes: Sequence[Change]) -> str:
    """All of it as one unified diff. What may be a key in the lines round a change is masked."""
    return "".join(line for change in changes for line in _diff(change))


def _diff(change: Change) -> Iterator[str]:
    before = _lines(change.before or "")
    old = "/dev/null" if change.before is None else f"a/{change.path}"
    for line in difflib.unified_diff(before, _lines(change.after), old, f"b/{change.path}", lineterm=""):
        text = line.rstrip("\r\n")
        yield visible(masked(text.replace("\t", "    "), catalog.knowledge())) + "\n"
        if line[0] in "+- " and not line.endswith("\n") and not line.startswith(("+++ ", "--- ")):
            yield "\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    """Only line feeds end a line here, so that nothing else in a file looks like the end of one."""
    lines = text.removeprefix("\ufeff").split("\n")
    return [f"{line}\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])


def write(top: Path, changes: Sequence[Change]) -> None:
    """Write all files, or none: each is prepared beside its place before the first is moved there.

    :class:`OutputError` where that fails, or where a file is no longer what it was when its change was worked out.
    """
    prepared: list[tuple[str, Path]] = []
    try:
        for change in changes:
            try:
                unchanged = existing(top, change.path) == change.before
            except Untouchable as error:
                raise OutputError(f"{change.path} was not written: {error}") from error
            if not unchanged:
                raise OutputError(f"{change.path} has changed meanwhile; nothing was written")
        for change in changes:
            prepared.append((_prepared(top / change.path, change.after), top / change.path))
        while prepared:
            temporary, place = prepared[0]
            Path(temporary).replace(place)
            prepared.pop(0)
    except OSError as error:
        raise OutputError(f"the files could not be written: {error.strerror}") from error
    finally:
        for temporary, _ in prepared:
            Path(temporary).unlink(missing_ok=True)


def _prepared(place: Path, text: str) -> str:
    """A file with ``text`` beside ``place``, with the rights that ``place`` has or would get."""
    place.parent.mkdir(parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(dir=place.parent, prefix=".revont-guard-")
    with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
        file.write(text)
    umask = os.umask(0)
    os.umask(umask)
    Path(temporary).chmod(stat.S_IMODE(place.stat().st_mode) if place.exists() else 0o666 & ~umask)
    return temporary
