"""What lies in a folder, and the bytes of one file. Paths are bytes here: a name need not be text.

Nothing that is met in a walk is trusted: links are not followed, special files not opened, folders not entered twice.
"""

from __future__ import annotations

import enum
import errno
import os
import stat
from collections.abc import Callable, Iterator
from io import FileIO
from typing import TYPE_CHECKING, NamedTuple

from revont_guard.model import Skipped

if TYPE_CHECKING:
    from pathlib import Path

    from revont_guard.sources.ignore import Rules

Tracked = Callable[["Path"], frozenset[bytes] | None]
"""Asks git, for a folder that holds ``.git``, which paths it tracks there (relative, ``/``); None without git."""

# Windows and macOS each lack some of these. NONBLOCK: a pipe that took a file's place must not hang the run.
_OPEN = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)

# Bytes of an ignore file; a larger one is not honoured, so that what it would hide is read.
_RULES_LIMIT = 1 << 20


class Cause(enum.Enum):
    """Why a file or folder was not read."""

    FAILED = enum.auto()
    GONE = enum.auto()
    SPECIAL = enum.auto()
    TOO_LARGE = enum.auto()


class Unread(NamedTuple):
    """The outcome of a read that gave no bytes. ``why`` is for people and quotes no path."""

    cause: Cause
    why: str


class Found(NamedTuple):
    """A regular file of a walk: the path to open, the one to show, and its path in the repository, if there is one."""

    path: bytes
    shown: bytes
    repository: Repository | None
    inside: bytes

    def tracked(self) -> bool | None:
        return None if self.repository is None else self.repository.tracks(self.inside)


class Repository:
    """The folder that holds a ``.git``. Git is asked what it tracks only when that matters, and once."""

    def __init__(self, top: bytes, ask: Tracked) -> None:
        self.top = top
        self._ask = ask
        self._asked = False
        self._paths: frozenset[bytes] | None = None
        self._folders: set[bytes] | None = None

    def tracks(self, path: bytes) -> bool | None:
        """Whether git tracks ``path``, relative to the top; None where there is no git to ask."""
        if not self._asked:
            from pathlib import Path

            self._paths = self._ask(Path(os.fsdecode(self.top)))
            self._asked = True
        return None if self._paths is None else path in self._paths

    def tracks_below(self, folder: bytes) -> bool:
        """Whether git tracks anything in ``folder``, or ``folder`` itself as a repository of its own."""
        if self.tracks(folder):
            return True
        if self._folders is None:
            self._folders = set()
            for path in self._paths or ():
                # Every folder above a path, until one whose own parents are in already.
                while (cut := path.rfind(b"/")) > 0 and (path := path[:cut]) not in self._folders:
                    self._folders.add(path)
        return folder in self._folders


class _Folder(NamedTuple):
    """A folder still to list. ``path`` is below the walk's base: empty, or with a closing ``/``."""

    path: bytes
    repository: Repository | None
    start: int  # length of the repository's own path below the base
    rules: tuple[Rules, ...]  # the nearest first
    ignored: bool  # a rule hides it, so only what git tracks in it is read


class Walk:
    """Walks folders, each at most once in its life, and counts what it leaves out without a word for each.

    ``ignored``: files and folders that ignore rules hide; what lies in a hidden folder is not counted one by one.
    ``links``: symbolic links, which are not followed.
    """

    def __init__(self, tracked: Tracked) -> None:
        self.ignored = 0
        self.links = 0
        self._tracked = tracked
        self._entered: set[tuple[int, int]] = set()
        self._repositories: dict[bytes, Repository] = {}

    def repository(self, top: bytes) -> Repository:
        """The repository whose ``.git`` lies in the folder ``top``; git is asked about each only once."""
        if top not in self._repositories:
            self._repositories[top] = Repository(top, self._tracked)
        return self._repositories[top]

    def files(self, folder: bytes, shown: bytes) -> Iterator[Found | Skipped]:
        """Every file below ``folder`` that no rule hides, by name, the files of a folder before its folders.

        ``shown`` is what shown paths begin with: empty, or with a closing ``/``. Special files, and folders that
        cannot be listed, are ``Skipped``. A nested repository has its own rules and its own tracked files.
        """
        folder = os.path.realpath(folder)
        top = enclosing_top(folder) or folder
        base = os.path.join(top, b"")
        first = self._first(top, base, below(folder, top))
        cut = len(first.path)
        pending = [first]
        while pending:
            at = pending.pop()
            listed = self._list(base, at.path)
            if isinstance(listed, Unread):
                blocking = listed.cause is Cause.FAILED or at is first
                yield Skipped(os.fsdecode(shown + at.path[cut:]) or ".", listed.why, blocking)
                continue
            names = {name for name, _ in listed}
            if b".git" in names:
                nested = self.repository(top if not at.path else base + at.path[:-1])
                at = _Folder(at.path, nested, len(at.path), _rules(_exclude_file(nested.top), len(at.path)), False)
            if b".gitignore" in names and not at.ignored:
                at = at._replace(rules=_rules(base + at.path + b".gitignore", len(at.path)) + at.rules)
            folders = []
            for name, kind in listed:
                if name == b".git":
                    continue
                if kind == stat.S_IFLNK:
                    self.links += 1
                    continue
                path = at.path + name
                is_folder = kind == stat.S_IFDIR
                hidden = at.ignored or _hidden(at.rules, path, name, is_folder)
                if hidden and not _kept(at.repository, path[at.start :], is_folder):
                    self.ignored += 1
                elif is_folder:
                    folders.append(_Folder(path + b"/", at.repository, at.start, at.rules, hidden))
                elif kind == stat.S_IFREG:
                    yield Found(base + path, shown + path[cut:], at.repository, path[at.start :])
                else:
                    yield Skipped(os.fsdecode(shown + path[cut:]), special(kind), False)
            pending += reversed(folders)

    def _first(self, top: bytes, base: bytes, path: bytes) -> _Folder:
        """Where a walk starts: the folder at ``path`` below ``top``, under the rules of all folders between them."""
        if not path:
            return _Folder(b"", None, 0, (), False)  # what lies in it tells the rest
        rules = _rules(_exclude_file(top), 0)
        above = b""
        for name in path.split(b"/"):
            rules = _rules(base + above + b".gitignore", len(above)) + rules
            if _hidden(rules, above + name, name, True):
                rules = ()  # a folder that is named is read, whatever hides it
                break
            above += name + b"/"
        return _Folder(path + b"/", self.repository(top), 0, rules, False)

    def _list(self, base: bytes, path: bytes) -> list[tuple[bytes, int]] | Unread:
        """The names in a folder, sorted, each with its kind (``stat.S_IF…``); none if it was entered before."""
        place = base + path
        try:
            status = os.lstat(place[:-1] if path else place)
            if not stat.S_ISDIR(status.st_mode):
                return Unread(Cause.GONE, "replaced by something else while it was being read")
            identity = (status.st_dev, status.st_ino)
            if identity in self._entered:
                return []
            self._entered.add(identity)
            with os.scandir(place) as entries:
                return sorted((entry.name, _kind(entry)) for entry in entries)
        except (OSError, ValueError) as error:
            return unread(error)


def enclosing_top(folder: bytes) -> bytes | None:
    """The nearest of ``folder`` (absolute) and its parents that holds a ``.git``; None if there is none."""
    while True:
        if os.path.lexists(os.path.join(folder, b".git")):
            return folder
        parent = os.path.dirname(folder)
        if parent == folder:
            return None
        folder = parent


def below(path: bytes, folder: bytes) -> bytes:
    """``path`` relative to ``folder``, which holds it or is it: with ``/``, empty where both are the same."""
    return path[len(os.path.join(folder, b"")) :].replace(os.fsencode(os.sep), b"/")


def read_file(path: bytes, limit: int, *, follow: bool) -> bytes | Unread:
    """The content of a regular file of at most ``limit`` bytes. ``follow``: the path may be a symbolic link."""
    try:
        descriptor = os.open(path, _OPEN if follow else _OPEN | _NO_LINK)
        try:
            # Only now it is sure what was opened: another file may have taken the place of the one that was listed.
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                return Unread(Cause.SPECIAL, special(stat.S_IFMT(status.st_mode)))
            if status.st_size > limit:
                return too_large(limit)
            data = os.read(descriptor, status.st_size + 1)
            if len(data) != status.st_size:
                # It grew or shrank, is a file of /proc, or its file system gives less at once than it is asked for.
                chunks = [data]
                while data and (length := sum(map(len, chunks))) <= limit:
                    data = os.read(descriptor, min(limit + 1 - length, 1 << 20))
                    chunks.append(data)
                data = b"".join(chunks)
            return data if len(data) <= limit else too_large(limit)
        finally:
            os.close(descriptor)
    except (OSError, ValueError) as error:
        return unread(error)


def open_file(path: bytes, *, follow: bool) -> FileIO | Unread:
    """A regular file to be read by place, of whatever size."""
    try:
        descriptor = os.open(path, _OPEN if follow else _OPEN | _NO_LINK)
        kind = stat.S_IFMT(os.fstat(descriptor).st_mode)
        if kind == stat.S_IFREG:
            return FileIO(descriptor)
        os.close(descriptor)
        return Unread(Cause.SPECIAL, special(kind))
    except (OSError, ValueError) as error:
        return unread(error)


def special(kind: int) -> str:
    """Why something of this kind (``stat.S_IF…``) is not opened."""
    names = {
        stat.S_IFIFO: "a named pipe",
        stat.S_IFSOCK: "a socket",
        stat.S_IFCHR: "a device",
        stat.S_IFBLK: "a device",
        stat.S_IFDIR: "a folder",
    }
    return f"{names.get(kind, 'a special file')}, not a file"


def too_large(limit: int) -> Unread:
    """What is said of a file over ``limit`` bytes."""
    return Unread(Cause.TOO_LARGE, f"larger than the limit of {size(limit)}")


def size(count: int) -> str:
    """``count`` bytes in the largest unit that gives a whole number."""
    for unit in ("bytes", "KiB", "MiB"):
        if count < 1024 or count % 1024:
            return f"{count} {unit}"
        count //= 1024
    return f"{count} GiB"


def unread(error: OSError | ValueError) -> Unread:
    """What an error of the system means, without its text, which quotes the path."""
    code = error.errno if isinstance(error, OSError) else errno.EINVAL
    match code:
        case errno.ENOENT | errno.ENOTDIR | errno.ESTALE:
            return Unread(Cause.GONE, "vanished before it could be read")
        case errno.EACCES | errno.EPERM:
            return Unread(Cause.FAILED, "permission denied")
        case errno.ELOOP:
            return Unread(Cause.GONE, "a symbolic link took its place, or leads to itself")
        case errno.ENAMETOOLONG | errno.EINVAL | errno.EILSEQ:
            return Unread(Cause.FAILED, "the system refuses this name")
        case errno.EIO:
            return Unread(Cause.FAILED, "the disk reported an error")
        case errno.ENXIO:
            return Unread(Cause.SPECIAL, special(stat.S_IFSOCK))
        case errno.EMFILE | errno.ENFILE:
            return Unread(Cause.FAILED, "too many files are open")
    return Unread(Cause.FAILED, f"cannot be read ({errno.errorcode.get(code or 0, 'unknown error')})")


def _kind(entry: os.DirEntry[bytes]) -> int:
    if entry.is_symlink():
        return stat.S_IFLNK
    if entry.is_file(follow_symlinks=False):
        return stat.S_IFREG
    if entry.is_dir(follow_symlinks=False):
        # What Windows calls a junction is a link to a folder; Python can tell from 3.12 on.
        is_junction = getattr(entry, "is_junction", bool)
        return stat.S_IFLNK if is_junction() else stat.S_IFDIR
    return stat.S_IFMT(entry.stat(follow_symlinks=False).st_mode)


def _hidden(rules: tuple[Rules, ...], path: bytes, name: bytes, is_folder: bool) -> bool:
    for each in rules:
        if (verdict := each.verdict(path, name, is_folder)) is not None:
            return verdict
    return False


def _kept(repository: Repository | None, path: bytes, is_folder: bool) -> bool:
    """Whether git tracks what a rule hides, or something in it; so it is read all the same."""
    if repository is None:
        return False
    return repository.tracks_below(path) if is_folder else bool(repository.tracks(path))


def _rules(file: bytes, start: int) -> tuple[Rules, ...]:
    """The rules in ``file``, if there are any. Like git, it does not follow a link."""
    text = read_file(file, _RULES_LIMIT, follow=False)
    if isinstance(text, Unread) or not text:
        return ()
    from revont_guard.sources.ignore import Rules

    rules = Rules(text, start)
    return (rules,) if rules else ()


def _exclude_file(top: bytes) -> bytes:
    """Where the repository in ``top`` keeps ignore rules of its own; a ``.git`` file leads there in two steps."""
    folder = os.path.join(top, b".git")
    pointer = read_file(folder, 1 << 16, follow=True)
    if isinstance(pointer, bytes) and pointer.startswith(b"gitdir:"):
        folder = os.path.join(top, pointer.removeprefix(b"gitdir:").strip())
        common = read_file(os.path.join(folder, b"commondir"), 1 << 16, follow=True)
        if isinstance(common, bytes):
            folder = os.path.join(folder, common.strip())
    return os.path.join(folder, b"info", b"exclude")
