"""Answers of a few minutes ago, on the user's disk. Nothing in the file says what it is about, or what was answered.

An entry is a time and a tag: the HMAC, under random bytes of this user's, of key, host, rules, answer and time. Whoever
looks an answer up tries those that there may be. So what was tampered with is no entry, and a copy tells nothing.
"""

from __future__ import annotations

import contextlib
import hmac
import json
import os
import secrets
import stat
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from revont_guard.catalog import Meaning, Probe
from revont_guard.model import Grant, GrantSource, Secret, digest

SECONDS = 600
"""How long an answer counts."""

_KEY = "answers.key"
_FILE = "answers.json"
_KEY_SIZE = 32
_MOST = 1_000
_LARGEST = 1 << 20


def folder() -> Path | None:
    """Where this user's caches are; None where that depends on the folder that the run is in."""
    import platformdirs

    found = platformdirs.user_cache_path("revont-guard", appauthor=False)
    return found if found.is_absolute() else None


class Answers:
    """The answers kept in ``folder`` for one ``host`` and one table. What cannot be read or written is not there."""

    def __init__(self, folder: Path, host: str, probe: Probe, clock: Callable[[], float] = time.time) -> None:
        self._folder = folder
        self._host = host
        self._probe = probe
        self._clock = clock

    def get(self, secret: Secret) -> Grant | None:
        """What was answered for the key, if that was not long ago."""
        key = self._key()
        if key is None:
            return None
        for at, tag in reversed(self._fresh()):
            for meaning in self._probe.answers:
                if hmac.compare_digest(self._tag(key, secret, meaning, at), tag):
                    minutes = int(self._clock() - at) // 60
                    reason = f"{meaning.meaning} (asked {minutes or 'less than one'} min ago)"
                    return Grant(meaning.state, meaning.scope, reason, GrantSource.CACHE, self._host)
        return None

    def put(self, secret: Secret, grant: Grant) -> None:
        """Keeps what a probe answered; that it is unknown is not worth it."""
        given = [m for m in self._probe.answers if (m.state, m.scope) == (grant.status, grant.scope)]
        if grant.source is not GrantSource.PROBE or not given:
            return
        with contextlib.suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            key = self._key() or self._new_key()
            at = int(self._clock())
            entries = [*self._fresh(), (at, self._tag(key, secret, given[0], at))]
            _write(self._folder / _FILE, json.dumps({"version": 1, "answers": entries[-_MOST:]}).encode())

    def _tag(self, key: bytes, secret: Secret, meaning: Meaning, at: int) -> str:
        parts = [secret.fingerprint, self._host, _rules(self._probe), meaning.state, meaning.scope, at]
        return hmac.digest(key, json.dumps(parts).encode(), "sha256").hex()

    def _fresh(self) -> list[tuple[int, str]]:
        """The entries that count still, the oldest first; nothing where the file is not as it should be."""
        now = self._clock()
        try:
            read = json.loads(_read(self._folder / _FILE))
            entries = [
                (at, tag) for at, tag in read["answers"] if type(at) is int and type(tag) is str and tag.isascii()
            ]
            return [(at, tag) for at, tag in entries if now - SECONDS <= at <= now] if read["version"] == 1 else []
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            return []

    def _key(self) -> bytes | None:
        try:
            key = _read(self._folder / _KEY)
        except OSError:
            return None
        return key if len(key) == _KEY_SIZE else None

    def _new_key(self) -> bytes:
        key = secrets.token_bytes(_KEY_SIZE)
        _write(self._folder / _KEY, key)
        return key


def _rules(probe: Probe) -> str:
    """What names the table: an answer that was read by another one does not count."""
    return digest("probe", repr(probe))


def _read(path: Path) -> bytes:
    """The content of a file that is this user's alone; OSError for any other."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(descriptor, "rb") as file:
        state = os.fstat(descriptor)
        if not stat.S_ISREG(state.st_mode) or state.st_size > _LARGEST:
            raise OSError
        if os.name == "posix" and (state.st_uid != os.getuid() or state.st_mode & 0o077):
            raise OSError
        return file.read(_LARGEST)


def _write(path: Path, data: bytes) -> None:
    """Whole or not at all, for this user alone."""
    descriptor, written = tempfile.mkstemp(dir=path.parent, prefix=".answers-")  # 0600
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        Path(written).replace(path)
    except BaseException:
        Path(written).unlink(missing_ok=True)
        raise
