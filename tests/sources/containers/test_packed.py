"""One packed file, and a packed tar."""

from __future__ import annotations

import bz2
import gzip
import importlib.util
import lzma
from collections.abc import Callable

import pytest

from tests.sources.containers.build import given, members, reasons, tarred

FILES = {"package/index.js": b"call()", "package/.env": b"A=1"}


@pytest.mark.parametrize("mode", ["w:gz", "w:bz2", "w:xz"])
def test_a_packed_tar_is_one_container(mode: str) -> None:
    assert members(tarred(FILES, mode)) == FILES


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("db/dump.sql.gz", "dump.sql"),
        ("log.1.bz2", "log.1"),
        ("a.xz", "a"),
        ("blobs/sha256/0a", "0a"),
        (None, "content"),
    ],
)
def test_one_file_is_called_what_it_would_be_called_unpacked(path: str | None, name: str) -> None:
    [found] = given(gzip.compress(b"text"), path)
    assert (found.data, [inner.path for inner in found.origin.inner]) == (b"text", [name])


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_packed_twice(pack: Callable[[bytes], bytes]) -> None:
    assert members(gzip.compress(pack(b"text"))) == {"x|x": b"text"}


def test_zstd_needs_a_library() -> None:
    frame = b"\x28\xb5\x2f\xfd\x20\x05\x29\0\0hello"  # one raw block
    if any(_is_there(name) for name in ("compression.zstd", "backports.zstd")):
        assert members(frame) == {"x": b"hello"}
    else:
        assert reasons(frame) == [("x", "it is packed with zstd, which cannot be read here")]


def _is_there(module: str) -> bool:
    try:
        return importlib.util.find_spec(module) is not None
    except ModuleNotFoundError:
        return False
