"""Talking to ``git cat-file --batch``: what to ask, and the objects in the order in which git prints them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import IO

from revont_guard.sources.git.repository import Repository

MISSING = b"missing"
"""The kind of an object that was asked for and is not there."""

Object = tuple[bytes, bytes, bytes | None]
"""id (hex), kind (blob, tree, commit, tag, missing), content; no content when it is missing or over the limit."""

_CHUNK = 1 << 20  # bytes
_LINES = 4096


def objects(stdout: IO[bytes], limit: int) -> Iterator[Object]:
    """Every whole object in ``stdout``; a stream that breaks off just ends, and git's exit status tells why."""
    readline, read = stdout.readline, stdout.read
    while header := readline():
        fields = header.split()
        if len(fields) != 3:
            if header.endswith(b" missing\n"):
                yield header[: -len(b" missing\n")], MISSING, None
                continue
            return
        size = int(fields[2])
        if size > limit:
            if not _passed_over(stdout, size + 1):
                return
            yield fields[0], fields[1], None
            continue
        data = read(size)
        if not read(1):
            return
        yield fields[0], fields[1], data


def _passed_over(stdout: IO[bytes], size: int) -> bool:
    """Read ``size`` bytes away; false when the stream ends before."""
    while size:
        chunk = stdout.read(min(size, _CHUNK))
        if not chunk:
            return False
        size -= len(chunk)
    return True


def lines(revisions: Sequence[str | bytes]) -> Iterator[bytes]:
    """``revisions``, one a line, in pieces of a useful size. They hold no newline."""
    for start in range(0, len(revisions), _LINES):
        part = revisions[start : start + _LINES]
        yield b"".join(
            (one if isinstance(one, bytes) else one.encode("utf-8", "surrogateescape")) + b"\n" for one in part
        )


def asked(repository: Repository, revisions: Sequence[str]) -> list[list[str]]:
    """``[id, kind]`` of what each revision names, and ``[]`` where there is nothing of that name."""
    answer = repository.run("cat-file", "--batch-check=%(objectname) %(objecttype)", "--buffer", stdin=lines(revisions))
    rows = answer.decode("utf-8", "surrogateescape").split("\n")[:-1]
    return [[] if row.endswith((" missing", " ambiguous")) else row.split(" ") for row in rows]
