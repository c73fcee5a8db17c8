"""One packed file, and a packed tar."""

from __future__ import annotations

import bz2
import gzip
import lzma
import sys
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


FRAME = b"\x28\xb5\x2f\xfd\x20\x05\x29\0\0hello"  # one raw block


def test_zstd() -> None:
    assert members(FRAME) == {"x": b"hello"}
    assert members(FRAME + FRAME) == {"x": b"hellohello"}
    assert members(tarred({"layer": FRAME})) == {"layer|layer": b"hello"}


def test_without_a_library_zstd_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("compression.zstd", "backports.zstd"):
        monkeypatch.setitem(sys.modules, module, None)
    assert reasons(FRAME) == [("x", "it is packed with zstd, which cannot be read here")]
