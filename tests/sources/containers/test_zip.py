"""zip, also where it is damaged, padded or hostile."""

from __future__ import annotations

import io
import random
import struct
import time
import zipfile
import zlib

import pytest

from revont_guard.model import Inner
from revont_guard.sources.containers.limits import Limits
from revont_guard.sources.containers.opening import opened
from tests.sources.containers.build import Files, blob, crx2, crx3, everything, given, look, members, reasons, zipped

FILES = {"a.txt": b"x" * 70_000, "b/c.txt": b"", "d/e.bin": random.Random(0).randbytes(5_000)}
METHODS = [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]


@pytest.mark.parametrize("method", METHODS)
def test_files_with_their_paths(method: int) -> None:
    assert members(zipped({**FILES, "folder/": b""}, method)) == FILES


def test_one_that_was_written_to_a_pipe() -> None:
    class Pipe(io.BytesIO):
        """Cannot go back to fill in a size."""

        def seekable(self) -> bool:
            return False

        def seek(self, *_: int) -> int:
            raise io.UnsupportedOperation

        def tell(self) -> int:
            raise io.UnsupportedOperation

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in FILES.items():
            archive.writestr(path, data)
    whole = pipe.getvalue()
    assert members(whole) == FILES
    found, skipped = look(whole[: whole.rindex(b"PK\x05\x06")])
    assert found == FILES
    assert [item.why for item in skipped] == ["it is cut short: its directory is missing"]


def test_the_wide_form() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive, archive.open("a", "w", force_zip64=True) as member:
        member.write(b"text")
    data = out.getvalue()
    assert members(data) == {"a": b"text"}
    at = data.rindex(b"PK\x05\x06")
    *_, length, offset, _ = struct.unpack("<4s4H2LH", data[at:])
    wide = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 1, 1, length, offset)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, at, 1)
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    assert members(data[:at] + wide + locator + end) == {"a": b"text"}


@pytest.mark.parametrize("pack", [crx2, crx3, lambda data: b"#!/bin/sh\nexec python3 $0\n" + data])
def test_what_stands_before_an_archive_is_looked_at_too(pack: type[bytes]) -> None:
    archive = zipped(FILES)
    data = pack(archive)
    assert members(data) == {**FILES, "": data.removesuffix(archive)}


def test_a_program_that_knows_the_marks_of_archives_is_none() -> None:
    data = b"MZ a program" + b"PK\x01\x02 PK\x03\x04 PK\x05\x06" + bytes(100)
    assert members(data) == {"": data}


def test_a_comment_or_rubbish_may_follow() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a", b"text")
        archive.comment = b"c" * 60_000
    assert members(out.getvalue()) == {"a": b"text"}
    assert members(zipped({"a": b"text"}) + b"\n") == {"a": b"text"}


def test_names_are_shown_as_they_are_and_need_not_differ() -> None:
    names = ["../../etc/passwd", "/abs", "..\\x", "a\x1b[2Jb", "naïve ✓"]
    assert list(members(zipped(dict.fromkeys(names, b"text")))) == names
    odd = zipped({"NAME.txt": b"text"}).replace(b"NAME", b"\xff\0\n\xfe")
    assert list(members(odd)) == ["\udcff\0\n\udcfe.txt"]
    with pytest.warns(UserWarning, match="Duplicate"):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            archive.writestr("same", b"one")
            archive.writestr("same", b"two")
    found = given(out.getvalue())
    assert [(item.origin.inner, item.data) for item in found] == [
        ((Inner("same"),), b"one"),
        ((Inner("same"),), b"two"),
    ]


def test_what_cannot_be_read_is_told_once_a_reason() -> None:
    data = bytearray(zipped(dict.fromkeys("abcde", b"text")))
    for at, changed in _central(bytes(data)).items():
        if changed in (b"a", b"b"):
            data[at + 8] |= 1  # encrypted
        elif changed == b"c":
            data[at + 10] = 98  # ppmd
        elif changed == b"d":
            data[at + 42] ^= 1  # where it stands
    found, skipped = look(bytes(data))
    assert found == {"e": b"text"}
    assert [(item.what, item.why, item.blocking) for item in skipped] == [
        ("x → a and 1 more", "it is encrypted", False),
        ("x → c", "it is packed with ppmd, which cannot be read here", False),
        ("x → d", "it is damaged", False),
    ]


def _central(data: bytes) -> dict[int, bytes]:
    """Where the entries of the directory stand, with the names."""
    found, at = {}, data.find(b"PK\x01\x02")
    while at >= 0:
        found[at] = data[at + 46 : at + 46 + data[at + 28]]
        at = data.find(b"PK\x01\x02", at + 4)
    return found


def test_sizes_are_not_believed() -> None:
    data = bytearray(zipped({"a": b"x" * 1000}))
    [at] = _central(bytes(data))
    data[at + 24 : at + 28] = b"\xff\xff\xff\x7f"
    assert members(bytes(data)) == {"a": b"x" * 1000}
    data[at + 20 : at + 24] = struct.pack("<L", 5)
    found, skipped = look(bytes(data))
    assert [item.why for item in skipped] == ["it is cut short"]
    assert found.get("a", b"") != b"x" * 1000


def test_half_an_archive_gives_what_is_in_it() -> None:
    whole = zipped(FILES, zipfile.ZIP_STORED)
    found, skipped = look(whole[:50_000])
    assert found == {"a.txt": b"x" * (50_000 - 35)}
    assert [(item.what, item.why) for item in skipped] == [
        ("x → a.txt", "it is cut short"),
        ("x", "it is cut short: its directory is missing"),
    ]


def test_the_directory_of_a_member_is_not_the_archives() -> None:
    inner = zipped({"inner": b"text"})
    whole = zipped({"a": b"first", "b.zip": inner, "c": b"last"}, zipfile.ZIP_STORED)
    cut = whole[: whole.index(inner) + len(inner)]
    assert look(cut)[0] == {"a": b"first", "b.zip|inner": b"text"}


def overlapping(count: int, size: int) -> bytes:
    """A bomb as David Fifield makes it: each member quotes the header of the next, and all share one kernel."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = packer.compress(bytes(size)) + packer.flush()
    size_here = size
    names = [b"%06d" % number for number in range(count)]
    sizes = []
    for name in reversed(names):
        header = struct.pack("<4s5H3L2H", b"PK\x03\x04", 20, 0, 8, 0, 0, 0, len(body), size_here, len(name), 0) + name
        sizes.append((len(body), size_here))
        quote = struct.pack("<BHH", 0, len(header), len(header) ^ 0xFFFF)
        body, size_here = quote + header + body, size_here + len(header)
    data = body[5:]
    directory, at = b"", 0
    for name, (packed, unpacked) in zip(names, reversed(sizes), strict=True):
        fields = (20, 20, 0, 8, 0, 0, 0, packed, unpacked, len(name), 0, 0, 0, 0, 0, at)
        directory += struct.pack("<4s6H3L5H2L", b"PK\x01\x02", *fields) + name
        at += 30 + len(name) + 5
    return data + directory + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, len(directory), len(data), 0)


def test_members_that_overlap_are_not_read() -> None:
    bomb = overlapping(500, 1 << 20)
    assert sum(info.file_size for info in zipfile.ZipFile(io.BytesIO(bomb)).infolist()) > 500 << 20
    found, skipped = look(bomb)
    assert list(found) == ["000499"]  # the kernel itself overlaps nothing that comes after it
    assert [(item.what, item.why) for item in skipped] == [("x → 000000 and 498 more", "it overlaps another member")]


def test_a_member_that_is_listed_often_is_read_once() -> None:
    data = zipped({"a": b"text"})
    [at] = _central(data)
    end = data.rindex(b"PK\x05\x06")
    entry = data[at:end]
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 9, 9, 9 * len(entry), at, 0)
    found, skipped = look(data[:at] + 9 * entry + tail)
    assert found == {"a": b"text"}
    assert [item.what for item in skipped] == ["x → a and 7 more"]


def test_a_long_directory_is_not_read_to_its_end() -> None:
    many: Files = {f"{number:06}": b"" for number in range(30_000)}
    data = zipped(many, zipfile.ZIP_STORED)
    started = time.perf_counter()
    assert reasons(data, Limits(members=100)) == [("x", "it has more than 100 members")]
    assert time.perf_counter() - started < 0.5


def test_headers_without_end_take_no_quadratic_time() -> None:
    local = struct.pack("<4s5H3L2H", b"PK\x03\x04", 20, 8, 8, 0, 0, 0, 0, 0, 0, 0)
    started = time.perf_counter()
    for data in (local * 30_000, local + b"PK\x03" * 1_000_000):
        list(opened(blob(data), everything))
    assert time.perf_counter() - started < 10
