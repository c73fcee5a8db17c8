"""tar, in all its dialects."""

from __future__ import annotations

import io
import shutil
import subprocess
import tarfile
import time
from pathlib import Path

import pytest

from revont_guard.sources.containers.limits import Limits
from tests.sources.containers.build import look, members, reasons, tarred

FILES = {"a.txt": b"x" * 700, "b/c.txt": b"", "d/e.txt": b"y" * 512}


@pytest.mark.parametrize("format", [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
def test_files_with_their_paths(format: int) -> None:
    long = {"folder/" * 20 + "name": b"prefixed", **FILES}
    if format != tarfile.USTAR_FORMAT:
        long["long" * 60] = b"told before"
        long["naïve ✓"] = b"not ASCII"
    assert members(tarred(long, format=format)) == long


def test_links_folders_and_devices_hold_nothing() -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for type in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.DIRTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE):
            info = tarfile.TarInfo("special")
            info.type, info.linkname = type, "/etc/passwd"
            info.size = 512  # of what they lead to: nothing follows
            archive.addfile(info)
        info = tarfile.TarInfo("after")
        info.size = 4
        archive.addfile(info, io.BytesIO(b"text"))
    assert members(out.getvalue()) == {"after": b"text"}


def test_what_follows_the_end_is_read_if_it_is_a_tar() -> None:
    assert members(tarred({"a": b"1"}) + tarred({"b": b"2"})) == {"a": b"1", "b": b"2"}
    assert members(tarred({"a": b"1"}) + b"rubbish") == {"a": b"1"}


def test_names_are_shown_as_they_are() -> None:
    names = ["../../etc/passwd", "/abs", "C:\\x", "a\x1b[2Jb", "\udcff\udcfe"]
    assert list(members(tarred(dict.fromkeys(names, b"text"), format=tarfile.GNU_FORMAT))) == names


def test_a_path_may_come_from_an_extended_header_with_rubbish_in_it() -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as archive:
        info = tarfile.TarInfo("short")
        info.size, info.pax_headers = 4, {"path": "the/long/one", "comment": "x" * 99}
        archive.addfile(info, io.BytesIO(b"text"))
    data = out.getvalue()
    assert members(data) == {"the/long/one": b"text"}
    assert members(data.replace(b" path=", b" \xffath=")) == {"short": b"text"}
    assert list(look(data.replace(b"21 path=", b"99 path="))[0].values()) == [b"text"]


def _with_size(data: bytes, field: bytes, *, signed: bool = False) -> bytes:
    """The first header with another size; ``signed``: its checksum as some old programs reckon it."""
    header = bytearray(data[:512])
    header[124:136] = field
    header[148:156] = b" " * 8
    header[148:156] = b"%06o\0 " % sum(byte - 256 if signed and byte > 127 else byte for byte in header)
    return bytes(header) + data[512:]


@pytest.mark.parametrize("signed", [True, False])
def test_either_checksum(signed: bool) -> None:
    data = tarred({"naïve": b"text"}, format=tarfile.GNU_FORMAT)
    assert members(_with_size(data, data[124:136], signed=signed)) == {"naïve": b"text"}


@pytest.mark.parametrize("field", [b"77777777777\0", b"\x80" + b"\x7f" * 11])
def test_a_huge_size_is_not_believed(field: bytes) -> None:
    data = _with_size(tarred({"a": b"text"}), field)
    found, skipped = look(data)
    assert found["a"].startswith(b"text") and len(found["a"]) == len(data) - 512
    assert [item.why for item in skipped] == ["it is cut short"]


@pytest.mark.parametrize("field", [b"-0000000007\0", b"\xff" * 12, b"0_7        \0", b"8\0          "])
def test_a_size_that_is_none_is_damage(field: bytes) -> None:
    found, skipped = look(_with_size(tarred({"a": b"text"}), field))
    assert [item.why for item in skipped] == ["it is damaged"]
    assert list(found) == [""]  # so it is looked at as it is


def test_a_header_that_extends_another_is_read_in_part_only() -> None:
    data = bytearray(_with_size(tarred({"a": b""}), b"%011o\0" % (8 << 20))[:512])
    data[156:157] = b"L"
    data = bytearray(_with_size(bytes(data), bytes(data[124:136])))
    tar = bytes(data) + b"n" * (8 << 20) + tarred({"a": b"text"})
    assert reasons(tar) == [("x", "a name is longer than 4096 characters")]
    assert [len(name) for name in look(tar, Limits(path=8 << 20))[0]] == [1 << 20]


def test_many_records_take_no_quadratic_time() -> None:
    started = time.perf_counter()
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as archive:
        info = tarfile.TarInfo("a")
        info.pax_headers = {f"k{number}": "v" * 5 for number in range(50_000)}
        archive.addfile(info)
    assert members(out.getvalue()) == {"a": b""}
    assert time.perf_counter() - started < 5


@pytest.mark.skipif(shutil.which("tar") is None, reason="needs the program tar")
@pytest.mark.parametrize("format", ["gnu", "pax", "posix", "ustar"])
def test_what_the_program_writes(format: str, tmp_path: Path) -> None:
    (tmp_path / "plain.txt").write_text("plain")
    with (tmp_path / "sparse").open("wb") as file:
        file.seek(1 << 20)
        file.write(b"the end")
    (tmp_path / "after.txt").write_text("after")
    names = ["plain.txt", "sparse", "after.txt"]
    sparse = [] if format == "ustar" else ["--sparse"]
    command = ["tar", "-cf", "-", *sparse, f"--format={format}", *names]
    found = members(subprocess.run(command, cwd=tmp_path, capture_output=True, check=True).stdout)
    assert found["plain.txt"] == b"plain" and found["after.txt"] == b"after"
    assert b"the end" in next(data for name, data in found.items() if name.endswith("sparse"))
