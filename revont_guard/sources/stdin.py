"""Bytes from standard input."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import BinaryIO

from revont_guard.model import Blob, Location, Prefilter, Skipped, SourceKind, Tally
from revont_guard.sources.files import LIMIT
from revont_guard.sources.walk import size, unread


class Stdin:
    """All of a binary stream as one blob, as if it were the file ``filename``.

    At most ``limit`` bytes are kept. What could not be read is a blocking ``Skipped``; what came before it is
    looked at all the same.
    """

    def __init__(self, stream: BinaryIO, filename: str | None = None, *, limit: int = LIMIT) -> None:
        self.tally = Tally()
        self._stream = stream
        self._filename = filename or None
        self._limit = limit

    def blobs(self, prefilter: Prefilter) -> Iterator[Blob | Skipped]:
        chunks: list[bytes] = []
        length = 0
        why: str | None = None
        try:
            while length <= self._limit and (chunk := self._stream.read(self._limit + 1 - length)):
                chunks.append(chunk)
                length += len(chunk)
        except ValueError:
            why = "it is closed"
        except OSError as error:
            why = unread(error).why
        data = b"".join(chunks)
        del chunks
        if length > self._limit:
            data = data[: self._limit]
            why = f"only the first {size(self._limit)} were read"
        self.tally.files += 1
        self.tally.bytes += len(data)
        if prefilter(data) or (self._filename and prefilter(os.fsencode(self._filename))):
            yield Blob(data, Location(SourceKind.STDIN, self._filename))
        if why is not None:
            yield Skipped(self._filename or "standard input", why, True)
