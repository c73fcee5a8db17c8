"""What the index holds of a file, told from the index's own bytes: a hook has no time to start git.

Answers only what it is sure of. Light on imports, because the fast path of ``scan`` comes here.
"""

import os

_ENTRY = 62  # bytes of a version 2 entry before its name
_HEADER = 12
_NAME_LENGTH = 0xFFF


def holds_no_other(paths: list[str]) -> bool:
    """Whether the index surely holds no other version of the named files than the disk does.

    True where there is no repository, or the files are unknown to its index or unchanged since it was written. False
    where that is not so, or where it would take git to tell.
    """
    indexes: dict[str, bytes | None] = {}
    for path in paths:
        top = _top(os.path.dirname(os.path.realpath(path)))
        if top is None:
            continue
        if top not in indexes:
            indexes[top] = _index(top)
        index = indexes[top]
        if index is None:
            return False
        real = os.path.join(os.path.realpath(os.path.dirname(path) or "."), os.path.basename(path))
        if index and not _same(index, os.fsencode(os.path.relpath(real, top)).replace(os.sep.encode(), b"/"), path):
            return False
    return True


def _top(folder: str) -> str | None:
    while True:
        if os.path.lexists(os.path.join(folder, ".git")):
            return folder
        parent = os.path.dirname(folder)
        if parent == folder:
            return None
        folder = parent


def _index(top: str) -> bytes | None:
    """The bytes of the index, empty where there is none, None where it is not of the plain kind."""
    git_dir = os.path.join(top, ".git")
    if not os.path.isdir(git_dir) or "GIT_WORK_TREE" in os.environ:
        return None
    if os.path.realpath(os.environ.get("GIT_DIR", git_dir)) != os.path.realpath(git_dir):
        return None
    path = os.environ.get("GIT_INDEX_FILE", os.path.join(git_dir, "index"))
    try:
        with open(os.path.join(git_dir, "config"), "rb") as file:
            config = file.read().lower()
        if b"objectformat" in config or b"worktree" in config:
            return None
        with open(path, "rb") as file:
            written = os.fstat(file.fileno()).st_mtime_ns
            index = file.read()
    except FileNotFoundError:
        return b""
    except OSError:
        return None
    if index[:8] != b"DIRC\0\0\0\x02" or _is_split(index):
        return None
    return index + written.to_bytes(8, "big", signed=True)


def _is_split(index: bytes) -> bool:
    """Whether the index has an extension that refers to a shared one: a name and the length of what follows."""
    at = index.find(b"link")
    while at >= 0:
        if 20 <= int.from_bytes(index[at + 4 : at + 8], "big") <= len(index) - at:
            return True
        at = index.find(b"link", at + 1)
    return False


def _same(index: bytes, name: bytes, path: str) -> bool:
    """Whether the entry of ``name``, if there is one, was written from the very bytes on disk."""
    at = index.find(name + b"\0", _HEADER + _ENTRY)
    while at >= 0:
        flags = int.from_bytes(index[at - 2 : at], "big")
        if (at - _ENTRY - _HEADER) % 8 == 0 and flags & _NAME_LENGTH == min(len(name), _NAME_LENGTH):
            # Any flag but the length: assumed unchanged, extended, or a stage of a conflict.
            return not flags & ~_NAME_LENGTH and _unchanged(index, index[at - _ENTRY : at], path)
        at = index.find(name + b"\0", at + 1)
    return True


def _unchanged(index: bytes, entry: bytes, path: str) -> bool:
    """As git decides it: size and time are those of the entry, and older than the index, so no edit hides in them."""
    found = os.lstat(path)
    modified = int.from_bytes(entry[8:12], "big") * 10**9 + int.from_bytes(entry[12:16], "big")
    written = int.from_bytes(index[-8:], "big", signed=True)
    size = int.from_bytes(entry[36:40], "big")
    return found.st_mtime_ns == modified < written and found.st_size & 0xFFFFFFFF == size
