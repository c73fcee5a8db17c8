"""Git LFS: blobs that only point to the content, which git itself does not hold."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from revont_guard.sources.git.repository import Repository

LONGEST = 1024
"""Bytes; the specification keeps a pointer below this."""

HEAD = b"version https://git-lfs.github.com/spec/"

_OID = re.compile(rb"^oid sha256:([0-9a-f]{64})$", re.MULTILINE)


def pointer(data: bytes) -> str | None:
    """The SHA-256 of the content that ``data`` points to; None when it is no pointer."""
    if len(data) >= LONGEST or not data.startswith(HEAD):
        return None
    found = _OID.search(data)
    return found[1].decode() if found else None


def pointer_to(data: bytes) -> bytes:
    """The pointer that stands for ``data``, as git-lfs writes it."""
    return b"%sv1\noid sha256:%s\nsize %d\n" % (HEAD, hashlib.sha256(data).hexdigest().encode(), len(data))


def stored(repository: Repository, oid: str) -> Path:
    """Where git-lfs keeps the content, if it was fetched."""
    return repository.common_dir / "lfs" / "objects" / oid[:2] / oid[2:4] / oid
