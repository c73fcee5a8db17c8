"""The door of detect-secrets: what the engine finds in a whole file, told line by line. See docs/detect-secrets.md.

detect-secrets registers every concrete plugin class that it sees in a module, so no other may be named here.
"""

from __future__ import annotations

import io
import os
import re
import stat
from collections.abc import Generator
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from detect_secrets.core.potential_secret import PotentialSecret
from detect_secrets.plugins.base import BasePlugin
from detect_secrets.util.code_snippet import CodeSnippet

from revont_guard.detectors.prefilter import WordFilter
from revont_guard.errors import GuardError

if TYPE_CHECKING:
    from revont_guard.detectors.keys import Match

_LIMIT = 64 << 20  # bytes; of a larger file each line is looked at by itself
_speaks = WordFilter()


class RevontDetector(BasePlugin):
    """Finds API keys and webhook secrets of Revont.

    ``verify`` is checked and kept in baselines. Every key is UNVERIFIED whatever it says, and nothing is sent anywhere:
    detect-secrets would ask from hooks, without consent, about all that it finds. ``revont-guard verify`` asks.
    """

    secret_type = "Revont Key"  # stands in the baselines of users: never to be renamed

    def __init__(self, verify: bool = False) -> None:
        if not isinstance(verify, bool):
            raise TypeError("RevontDetector: verify must be true or false")
        self._verify = verify

    def json(self) -> dict[str, Any]:
        return {**super().json(), "verify": self._verify}

    def analyze_line(
        self, filename: str, line: str, line_number: int = 0, context: CodeSnippet | None = None, **kwargs: Any
    ) -> set[PotentialSecret]:
        # detect-secrets looks at the names in this signature to know what to hand over: it must not be decorated.
        return super().analyze_line(filename, line, line_number, context, path=filename, number=line_number)  # type: ignore[arg-type]

    def analyze_string(self, string: str, path: str | None = None, number: int = 0) -> Generator[str, None, None]:
        """The keys that stand, letter for letter, in ``string``: the line ``number`` of ``path``, if of any."""
        try:
            yield from _keys(string, path, number)
        except GuardError as error:
            raise error from None
        except Exception as error:
            # The run must end, or it would look clean; but without the text of the error, which may quote the file.
            raise GuardError(f"RevontDetector failed: {type(error).__name__} at {_origin(error)}") from None


def _matches(data: bytes, path: str | None) -> list[Match]:
    """What the engine finds in ``data``. Where the prefilter says no, nothing costly is so much as imported."""
    if not _worth(data, path):
        return []
    from revont_guard import catalog
    from revont_guard.detectors.keys import find_keys
    from revont_guard.model import Blob, Location, SourceKind

    return find_keys(Blob(data, Location(SourceKind.WORKTREE, path)), catalog.knowledge())


def _worth(data: bytes, path: str | None) -> bool:
    """Whether the engine could find anything: the name of a file may speak of the vendor, too."""
    return _speaks(data) or (path is not None and _speaks(os.fsencode(path)))


def _keys(line: str, path: str | None, number: int) -> list[str]:
    if not path or not number:  # a string on the command line: it has no number, and the name of no file
        path, file = None, None
    else:
        file = _file(path)
        path = file.path if file else _evident(path)
    found = file.on(line, number) if file else []
    data = line.encode("utf-8", "replace")
    if _worth(data, path) and not (file and file.shows(line)):
        found = [*found, *_matches(data, path)]
    values = dict.fromkeys(match.key.secret.reveal() for match in found)
    return [value for value in values if value in line]


class _File:
    """A file as the engine finds it and as detect-secrets shows it, which may be two things."""

    def __init__(self, data: bytes, path: str) -> None:
        self.path = _evident(path)
        self.matches = _matches(data, self.path)
        self._data = data

    def on(self, line: str, number: int) -> list[Match]:
        """The keys of the line of that ``number``; of a line that is made over or moved, those that stand in it."""
        if not self.matches:
            return []
        if self._counts_alike and self._lines[number - 1 : number] == [line.rstrip()]:
            return [match for match in self.matches if match.line == number]
        return [match for match in self.matches if _stands(match.key.secret.reveal(), line)]

    def shows(self, line: str) -> bool:
        """Whether ``line`` comes from this content. What the engine said of the whole is then all there is to say."""
        return line.rstrip() in self._raw or line.rstrip() in self._made_over

    @cached_property
    def _lines(self) -> list[str]:
        return [line.rstrip() for line in self._open().readlines()]

    @cached_property
    def _raw(self) -> frozenset[str]:
        return frozenset(self._lines)

    @cached_property
    def _made_over(self) -> frozenset[str]:
        """The lines that detect-secrets makes of YAML and INI."""
        return frozenset(line.rstrip() for eager in (False, True) for line in self._transformed(eager))

    def _transformed(self, eager: bool) -> list[str]:
        from detect_secrets.transformers import get_transformed_file
        from detect_secrets.types import NamedIO

        try:
            return get_transformed_file(cast(NamedIO, self._open()), use_eager_transformers=eager) or []
        except Exception:  # then detect-secrets shows no such lines either
            return []

    @cached_property
    def _counts_alike(self) -> bool:
        """Whether the engine has the same line numbers: for detect-secrets a lone carriage return ends a line, too."""
        return b"\r" not in self._data.replace(b"\r\n", b"")

    def _open(self) -> io.TextIOWrapper:
        """As detect-secrets opens it: in the encoding of the locale, with a name."""
        buffer = io.BytesIO(self._data)
        buffer.name = self.path
        return io.TextIOWrapper(buffer, errors="replace")


def _file(path: str) -> _File | None:
    """The file, or None where each line is to be looked at by itself. Only the last one is remembered."""
    try:
        now = Path(path).stat()
        if not stat.S_ISREG(now.st_mode) or now.st_size > _LIMIT:
            return None
        return _read(path, now.st_dev, now.st_ino, now.st_size, now.st_mtime_ns)
    except (OSError, ValueError):
        return None


@lru_cache(maxsize=1)
def _read(path: str, *_state: int) -> _File:
    with Path(path).open("rb") as file:
        return _File(file.read(_LIMIT), path)


def _evident(path: str) -> str:
    """``path`` without the folders that are not the project's: their names say nothing of the file."""
    named = Path(path)
    if named.is_absolute():
        here = Path.cwd()
        named = named.relative_to(here) if named.is_relative_to(here) else Path(named.name)
    return named.as_posix()


def _stands(value: str, line: str) -> bool:
    return re.search(rf"(?<![A-Za-z0-9]){re.escape(value)}(?![A-Za-z0-9])", line) is not None


def _origin(error: Exception) -> str:
    at = error.__traceback__
    while at and at.tb_next:
        at = at.tb_next
    return f"{at.tb_frame.f_globals.get('__name__', '?')}:{at.tb_lineno}" if at else "?"
