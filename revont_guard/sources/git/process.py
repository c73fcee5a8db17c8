"""The one way in which git is run: nothing that a scanned repository configures may run, and no child stays behind.

Why reading a hostile repository is safe: every command is plumbing that compares or prints objects (no patch, no
checkout, nothing that touches a work tree, so neither text conversion nor clean and smudge filters nor external diff
come into play), `-c` on the command line beats the repository's own configuration, and no protocol is allowed.
The user's own configuration is left out too, so that the same repository gives the same answer everywhere.
"""

from __future__ import annotations

import os
import re
import subprocess
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, cast

from revont_guard.errors import GitError

OLDEST = (2, 32)
"""The first git that lets the user's configuration be left out; all options used here are older."""

BUFFER = 1 << 20
"""Bytes that the reader of a git takes at once."""

_CONFIGURATION = (
    # Programs that git would start.
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.pager=cat",
    "core.editor=:",
    "core.askPass=",
    "core.sshCommand=false",
    "core.gitProxy=",
    "core.alternateRefsCommand=true",
    "credential.helper=",
    "diff.external=",
    "log.showSignature=false",
    "gc.auto=0",
    "maintenance.auto=false",
    "protocol.allow=never",
    # Files that may tell lies about the history: git does without them.
    "core.commitGraph=false",
    "core.multiPackIndex=false",
    "core.useReplaceRefs=false",
    "core.untrackedCache=false",
    # Settings that would hide something, or make reading slow.
    "core.deltaBaseCacheLimit=96m",
    "core.bigFileThreshold=64m",
    "core.longpaths=true",
    "submodule.recurse=false",
)
_OPTIONS = ("--no-pager", "--literal-pathspecs", *(word for entry in _CONFIGURATION for word in ("-c", entry)))

_READING = {
    "GIT_ALLOW_PROTOCOL": "none",  # beats any `protocol.<name>.allow` of the repository
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_GRAFT_FILE": "/dev/null",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_ATTR_NOSYSTEM": "1",
    "LC_ALL": "C",
}


def environment(variables: Mapping[str, str]) -> dict[str, str]:
    """The environment for a git that only reads: ours without git's own variables, hardened, plus ``variables``."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.upper().startswith("GIT_") or name.upper() == "GIT_EXEC_PATH"
    }
    return kept | _READING | dict(variables)


def executable() -> str:
    """The absolute path of git. Relative entries of PATH are left out: they would mean the scanned folder."""
    name = "git.exe" if os.name == "nt" else "git"
    for folder in os.get_exec_path():
        candidate = os.path.join(folder, name)
        if os.path.isabs(folder) and os.path.isfile(candidate) and os.access(candidate, os.X_OK):
            return candidate
    raise GitError("git is not installed, or not on PATH")


class Running:
    """A git at work. ``stdout`` is read by the caller; what it says on stderr is drained aside and kept short."""

    def __init__(self, process: subprocess.Popen[bytes], verb: str) -> None:
        self.stdout = cast("IO[bytes]", process.stdout)
        self._verb = verb
        self._process = process
        self._said: deque[bytes] = deque(maxlen=6)
        self._erred = False
        self._drain = threading.Thread(target=self._listen, args=(cast("IO[bytes]", process.stderr),), daemon=True)
        self._drain.start()

    def _listen(self, stderr: IO[bytes]) -> None:
        with stderr:
            while line := stderr.readline(1024):
                self._said.append(line)
                self._erred |= line.startswith((b"error:", b"fatal:"))

    @property
    def status(self) -> int | None:
        """The exit status, negative for a signal, None while it runs."""
        return self._process.poll()

    def finish(self) -> str:
        """Wait for the end. Empty when git ended well and had nothing to complain of, else the reason in one line."""
        status = self._process.wait()
        self._drain.join(_LINGER)
        if status == 0 and not self._erred:
            return ""
        if status < 0:
            return f"git {self._verb} was killed (signal {-status})"
        if status == _MISUSED and (reason := too_old()):
            return reason
        said = [text for line in self._said if (text := cleaned(line))]
        grave = [text for text in said if text.startswith(("error:", "fatal:"))]
        return f"git {self._verb}: " + ("; ".join((grave or said)[-2:]) or f"exit status {status}")

    def expect_success(self) -> None:
        """:class:`GitError` when git failed. What it complained of and got over does not count."""
        if (reason := self.finish()) and self.status != 0:
            raise GitError(reason)

    def kill(self) -> None:
        """End it now, if it has not ended by itself."""
        self._process.kill()

    def stop(self) -> None:
        """End it now, and wait until it is gone."""
        self.kill()
        self._process.wait()
        self._drain.join(_LINGER)
        self.stdout.close()


_MISUSED = 129  # the exit status of a git that does not know an option
_LINGER = 2.0  # seconds for the last words; an ssh that stays in the background keeps stderr open


@contextmanager
def running(
    arguments: Sequence[str],
    *,
    cwd: Path,
    env: Mapping[str, str],
    stdin: IO[bytes] | Iterable[bytes] | None = None,
    options: Sequence[str] = _OPTIONS,
) -> Iterator[Running]:
    """Start git; ``stdin`` is another git's ``stdout``, or chunks that a thread feeds. On leaving, git is gone.

    ``options`` go before the verb; by default all that keeps a hostile repository quiet.
    """
    piped = stdin is not None and hasattr(stdin, "fileno")
    try:
        process = subprocess.Popen(
            [executable(), *options, *arguments],
            stdin=stdin if piped else subprocess.DEVNULL if stdin is None else subprocess.PIPE,  # type: ignore[arg-type]
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            bufsize=BUFFER,
            cwd=cwd,
            env=env,
        )
    except OSError as error:
        raise GitError(f"git could not be started: {error.strerror}") from None
    git = Running(process, arguments[0])
    feeder: threading.Thread | None = None
    try:
        if process.stdin is not None and stdin is not None:
            feeder = threading.Thread(target=_feed, args=(process.stdin, stdin), daemon=True)
            feeder.start()
        yield git
    finally:
        git.stop()
        if feeder is not None:
            feeder.join()


def _feed(stdin: IO[bytes], chunks: Iterable[bytes]) -> None:
    """Write ``chunks``; a git that ends early has told why on stderr."""
    with suppress(OSError), stdin:
        for chunk in chunks:
            stdin.write(chunk)


def run(
    arguments: Sequence[str],
    *,
    cwd: Path,
    env: Mapping[str, str],
    stdin: Iterable[bytes] | None = None,
    seconds: float | None = None,
) -> bytes:
    """All that git prints. :class:`GitError` when it fails, or has not ended after ``seconds``."""
    with running(arguments, cwd=cwd, env=env, stdin=stdin) as git, _deadline(git, seconds) as expired:
        output = git.stdout.read()
        git.finish()
        if expired.is_set():
            raise GitError(f"git {arguments[0]} did not answer within {seconds:g} s")
        git.expect_success()
    return output


@contextmanager
def _deadline(git: Running, seconds: float | None) -> Iterator[threading.Event]:
    """Kill ``git`` when ``seconds`` are over, and set the event."""
    expired = threading.Event()

    def expire() -> None:
        expired.set()
        git.kill()

    if seconds is None:
        yield expired
        return
    timer = threading.Timer(seconds, expire)
    timer.daemon = True
    timer.start()
    try:
        yield expired
    finally:
        timer.cancel()


def too_old() -> str:
    """Why the git on PATH is too old to be trusted with this work; empty when it is not."""
    asked = subprocess.run([executable(), "version"], capture_output=True, check=False, stdin=subprocess.DEVNULL)
    found = re.search(rb"(\d+)\.(\d+)", asked.stdout)
    if found is not None and (int(found[1]), int(found[2])) >= OLDEST:
        return ""
    version = found[0].decode() if found else "of unknown version"
    return f"git {version} is too old: revont-guard needs {OLDEST[0]}.{OLDEST[1]} or newer"


_CONTROL = re.compile(rb"[\x00-\x20\x7f-\xff]+")
_WORD = re.compile(r"[^\s'\"]+")
_OBJECT = re.compile(r"\b(?:object|commit|tree|blob|tag|read) ([0-9a-f]{64}|[0-9a-f]{40})(?![0-9a-f])")


def cleaned(line: bytes) -> str:
    """What git said, fit to be shown: printable, at most 200 characters, and no name of a ref or path in it.

    A name may hold a key, and git quotes names freely; so every longer word is left out, except an object's id.
    """
    text = _CONTROL.sub(b" ", line).decode().strip()
    ids = set(_OBJECT.findall(text))

    def word(match: re.Match[str]) -> str:
        found = match[0]
        if len(found) < 16 and "@" not in found and "://" not in found:
            return found
        return found if found in ids else "…"

    return _WORD.sub(word, text)[:200]
