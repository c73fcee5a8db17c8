"""A repository by its URL: everything that its server gives, in a folder that is gone afterwards."""

from __future__ import annotations

import os
import re
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from revont_guard.errors import GitError, UsageError
from revont_guard.model import Skipped
from revont_guard.sources.git import process
from revont_guard.sources.git.repository import Repository, discover

SERVER_ONLY = Skipped(
    "objects that only the server holds",
    "a clone gets what refs reach; dropped commits, stashes and reflogs stay on the server and were not seen",
    blocking=False,
)

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:{1,2}//|[A-Za-z][A-Za-z0-9+.-]+::")
_SSH_SHORT = re.compile(r"[^/\\:@\s]+@[^/\\:@\s]+:")
_NETWORK = ("GIT_SSH", "GIT_SSL_", "GIT_PROXY_", "GIT_HTTP_", "GIT_ASKPASS", "GIT_CONFIG_", "GIT_EXEC_PATH")


def is_url(text: str) -> bool:
    """Whether ``text`` is meant as a URL, also one that is not allowed: ``https://…``, ``user@host:path``."""
    return bool(_SCHEME.match(text) or (_SSH_SHORT.match(text) and not Path(text).exists()))


def shown(url: str) -> str:
    """``url`` fit to be printed: no user information, no query."""
    scheme, separator, rest = url.partition("://") if "://" in url else ("", "", url)
    _, user, place = rest.rpartition("@")
    return f"{scheme}{separator}{'***@' if user else ''}{re.split('[?#]', place, maxsplit=1)[0]}"


@contextmanager
def cloned(url: str) -> Iterator[Repository]:
    """A bare mirror of ``url`` (https or ssh), removed on leaving, also after Ctrl-C.

    Credentials come from the user's own git configuration, helpers and agents; nothing is asked at the terminal by
    git itself. :class:`UsageError` for another protocol, :class:`GitError` when the clone fails.
    """
    if not url.startswith(("https://", "ssh://")) and not (_SSH_SHORT.match(url) and "::" not in url):
        raise UsageError(f"only https and ssh URLs are cloned: {shown(url)}")
    folder = Path(tempfile.mkdtemp(prefix="revont-guard-")).resolve()
    try:
        target = folder / "mirror.git"
        _clone(url, target)
        yield discover(target, environ={})
    finally:
        shutil.rmtree(folder, onerror=_writable_first)


def _clone(url: str, target: Path) -> None:
    kept = {name: value for name, value in os.environ.items() if not name.upper().startswith("GIT_")}
    kept |= {name: value for name, value in os.environ.items() if name.upper().startswith(_NETWORK)}
    hardened = {"GIT_ALLOW_PROTOCOL": "https:ssh", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
    arguments = ["clone", "--mirror", "--quiet", "--template=", "--", url, str(target)]
    try:
        with process.running(arguments, cwd=target.parent, env=kept | hardened, options=_OPTIONS) as git:
            git.expect_success()
    except GitError as error:
        raise GitError(f"{shown(url)}: {error}") from None


_OPTIONS = ("--no-pager", "-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "-c", "gc.auto=0",
            "-c", "maintenance.auto=false", "-c", "submodule.recurse=false")  # fmt: skip


def _writable_first(remove: Callable[[str], object], path: str, _: object) -> None:
    """Windows refuses to remove what is read-only, as git's packs are."""
    Path(path).chmod(stat.S_IRWXU)
    remove(path)
