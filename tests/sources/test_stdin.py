"""Standard input as one blob."""

from __future__ import annotations

import io
from typing import BinaryIO

import pytest

from revont_guard.model import Blob, Location, Skipped, Source, SourceKind
from revont_guard.sources.stdin import Stdin


def everything(data: bytes) -> bool:
    return True


class Trickle(io.RawIOBase):
    """A pipe that gives a byte at a time, and at the end breaks with ``error`` if there is one."""

    def __init__(self, data: bytes, error: Exception | None = None) -> None:
        self._data = list(data)
        self._error = error

    def read(self, size: int = -1) -> bytes:
        if not self._data and self._error:
            raise self._error
        return bytes([self._data.pop(0)]) if self._data else b""


@pytest.mark.parametrize("stream", [io.BytesIO(b"\0\xff\r\n"), Trickle(b"\0\xff\r\n")])
def test_all_of_it_is_one_blob(stream: BinaryIO) -> None:
    source: Source = Stdin(stream, "src/a.py")
    assert list(source.blobs(everything)) == [Blob(b"\0\xff\r\n", Location(SourceKind.STDIN, "src/a.py"))]
    assert (source.tally.files, source.tally.bytes) == (1, 4)


@pytest.mark.parametrize("filename", [None, ""])
def test_it_need_not_have_a_name(filename: str | None) -> None:
    [blob] = Stdin(io.BytesIO(b"x"), filename).blobs(everything)
    assert blob == Blob(b"x", Location(SourceKind.STDIN, None), None)


def test_what_does_not_pass_the_prefilter_is_counted() -> None:
    source = Stdin(io.BytesIO(b"nothing"))
    assert list(source.blobs(lambda data: b"revont" in data)) == []
    assert (source.tally.files, source.tally.bytes) == (1, 7)


@pytest.mark.parametrize("stream", [io.BytesIO(b"123456789"), Trickle(b"123456789")])
def test_over_the_limit_the_beginning_is_looked_at(stream: BinaryIO) -> None:
    source = Stdin(stream, limit=4)
    blob, skipped = source.blobs(everything)
    assert isinstance(blob, Blob)
    assert blob.data == b"1234"
    assert skipped == Skipped("standard input", "only the first 4 bytes were read", True)
    assert source.tally.bytes == 4


def test_as_much_as_the_limit_is_whole() -> None:
    [blob] = Stdin(io.BytesIO(b"1234"), limit=4).blobs(everything)
    assert isinstance(blob, Blob)


def test_what_came_before_a_broken_pipe_is_looked_at() -> None:
    blob, skipped = Stdin(Trickle(b"12", OSError(5, "secret")), "a").blobs(everything)  # type: ignore[arg-type]
    assert isinstance(blob, Blob)
    assert (blob.data, skipped) == (b"12", Skipped("a", "the disk reported an error", True))


def test_a_closed_stream_is_said() -> None:
    stream = io.BytesIO()
    stream.close()
    [_, skipped] = Stdin(stream).blobs(everything)
    assert skipped == Skipped("standard input", "it is closed", True)
