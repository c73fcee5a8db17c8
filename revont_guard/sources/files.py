"""Files and folders of the disk, as the user named them."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from revont_guard.errors import UsageError
from revont_guard.model import Blob, Location, Prefilter, Skipped, SourceKind, Tally, mask
from revont_guard.sources.exclusion import Excluded, LeftOut, nothing
from revont_guard.sources.large import Large
from revont_guard.sources.walk import (
    Cause,
    Found,
    Tracked,
    Unread,
    Walk,
    below,
    enclosing_top,
    open_file,
    read_file,
    special,
    unread,
)

if TYPE_CHECKING:
    from pathlib import Path

LIMIT = 64 << 20
"""Bytes of one file that are read unless the caller says otherwise."""


class _Named(NamedTuple):
    """A path that the user gave: to open, and to show relative to the root."""

    path: bytes
    shown: bytes


class Files:
    """Named files, which are always read, and what lies in named folders; no file twice.

    ``root``: what shown paths are relative to (see :func:`scanned_root`); ``tracked``: asks git; ``limit``: bytes of
    one file; ``limits_block``: whether a file over the limit leaves the run incomplete; ``excluded``: why a
    path, as it is shown, is not to be read, named or not. A named path that does not
    exist raises :class:`UsageError` here, before anything is read.
    """

    def __init__(
        self,
        paths: Sequence[Path],
        root: Path,
        *,
        tracked: Tracked = lambda _: None,
        limit: int = LIMIT,
        limits_block: bool = False,
        excluded: Excluded = nothing,
    ) -> None:
        self.tally = Tally()
        self._tracked = tracked
        self._limit = limit
        self._limits_block = limits_block
        self._left_out = LeftOut(excluded)
        for path in paths:
            _must_exist(path)
        top = _plain(os.fsencode(root))
        self._named = [_Named(os.fsencode(path), _shown(os.fsencode(path), top)) for path in paths]

    def blobs(self, prefilter: Prefilter) -> Iterator[Blob | Skipped]:
        """What passes ``prefilter``, and what was not read: files first as they were named, then the folders."""
        walk = Walk(self._tracked)
        folders: list[_Named] = []
        read: set[bytes] = set()
        for named in self._named:
            kind = _kind(named.path)
            real = os.path.realpath(named.path)
            if kind == stat.S_IFDIR:
                folders.append(named)
            elif real not in read:
                read.add(real)
                if isinstance(kind, Unread):
                    yield self._skipped(named.shown, kind, named=True)
                elif kind != stat.S_IFREG:
                    yield self._skipped(named.shown, Unread(Cause.SPECIAL, special(kind)), named=True)
                else:
                    yield from self._look(_found(walk, named, real), prefilter, named=True)
        # The deepest first: a folder inside another may be hidden there, and its own turn would then come too late.
        for named in sorted(folders, key=lambda named: -os.path.realpath(named.path).count(os.fsencode(os.sep))):
            for item in walk.files(named.path, named.shown + b"/" if named.shown else b""):
                if isinstance(item, Skipped):
                    yield item
                elif not (read and os.path.normpath(item.path) in read):
                    yield from self._look(item, prefilter, named=False)
        yield from self._left_out.skipped()
        if walk.ignored:
            yield Skipped(
                _counted(walk.ignored, "ignored file or folder", "ignored files and folders"), ".gitignore", False
            )
        if walk.links:
            yield Skipped(_counted(walk.links, "symbolic link", "symbolic links"), "not followed", False)

    def _look(self, found: Found, prefilter: Prefilter, *, named: bool) -> Iterator[Blob | Skipped]:
        if self._left_out(found.shown):
            return
        data = read_file(found.path, self._limit, follow=named)
        if isinstance(data, Unread):
            skipped = self._skipped(found.shown, data, named=named)
            yield _large(skipped, found, named) if data.cause is Cause.TOO_LARGE else skipped
            return
        self.tally.files += 1
        self.tally.bytes += len(data)
        if prefilter(data) or prefilter(found.shown):  # a name may say Revont where the content does not
            yield Blob(data, Location(SourceKind.WORKTREE, os.fsdecode(found.shown)), found.tracked())

    def _skipped(self, shown: bytes, unread: Unread, *, named: bool) -> Skipped:
        blocking = self._limits_block if unread.cause is Cause.TOO_LARGE else named or unread.cause is Cause.FAILED
        return Skipped(os.fsdecode(shown), unread.why, blocking)


def _large(skipped: Skipped, found: Found, named: bool) -> Large:
    origin = Location(SourceKind.WORKTREE, skipped.what)
    opened = partial(open_file, found.path, follow=named)
    return Large(skipped.what, skipped.why, skipped.blocking, origin, found.tracked(), opened)


def scanned_root(paths: Sequence[Path], cwd: Path) -> Path:
    """The folder that shown paths are relative to, absolute.

    The folder, if one is all that is named; else the top of the repository that holds all paths; else ``cwd``, itself
    absolute, if that does; else what they share. No file is opened, and a path need not exist.
    """
    from pathlib import Path

    here = os.fsencode(cwd)
    named = list(dict.fromkeys(_plain(os.fsencode(path), here) for path in paths))
    folders = [path if os.path.isdir(path) else os.path.dirname(path) for path in named]
    tops = {enclosing_top(folder) for folder in folders}
    if named == folders and len(named) == 1:
        root = folders[0]
    elif len(tops) == 1 and (top := tops.pop()) is not None:
        root = top
    elif all(_holds(here, folder) for folder in folders):
        root = here
    else:
        try:
            root = os.path.commonpath(folders)
        except ValueError:  # on several drives of Windows
            root = here
    return Path(os.fsdecode(root))


def _must_exist(path: Path) -> None:
    try:
        os.lstat(path)
    except (OSError, ValueError) as error:
        if isinstance(error, ValueError) or error.errno in (errno.ENOENT, errno.ENOTDIR):
            # The path is what the user typed, but a key that was typed in its place must not be shown again.
            raise UsageError(f"no such file or folder: {_told(os.fspath(path))}") from None


def _told(path: str) -> str:
    """``path`` with each part masked that is long and mixed enough to be a key, and without control characters."""
    parts = path.replace(os.sep, "/").split("/")
    told = [
        mask(part) if len(part) >= 20 and any(c.isdigit() for c in part) and any(c.isalpha() for c in part) else part
        for part in parts
    ]
    return "".join(char if char.isprintable() else "�" for char in "/".join(told))


def _kind(path: bytes) -> int | Unread:
    """What ``path``, or what it links to, is (``stat.S_IF…``)."""
    try:
        return stat.S_IFMT(os.stat(path).st_mode)
    except FileNotFoundError as error:
        if os.path.islink(path):
            return Unread(Cause.GONE, "a symbolic link that leads nowhere")
        return unread(error)
    except OSError as error:
        return unread(error)


def _found(walk: Walk, named: _Named, real: bytes) -> Found:
    """A named file, with the repository that really holds it."""
    top = enclosing_top(os.path.dirname(real))
    if top is None:
        return Found(named.path, named.shown, None, real)
    return Found(named.path, named.shown, walk.repository(top), below(real, top))


def _plain(path: bytes, cwd: bytes | None = None) -> bytes:
    """``path``, absolute and tidy, links kept. Only ``..`` asks the disk, as what it means depends on links."""
    path = os.path.join(os.getcwdb() if cwd is None else cwd, path)
    parent, name = os.path.split(path)
    if name == b"..":
        return os.path.realpath(path)
    if b".." in parent.replace(os.fsencode(os.sep), b"/").split(b"/"):
        path = os.path.join(os.path.realpath(parent), name)
    return os.path.normpath(path)


def _holds(folder: bytes, path: bytes) -> bool:
    return path == folder or path.startswith(os.path.join(folder, b""))


def _shown(path: bytes, root: bytes) -> bytes:
    """``path`` relative to ``root`` with ``/``, empty for the root itself; absolute if it lies elsewhere."""
    for place, top in (_plain(path), root), (os.path.realpath(path), os.path.realpath(root)):
        if _holds(top, place):
            return below(place, top)
    return _plain(path).replace(os.fsencode(os.sep), b"/")


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
