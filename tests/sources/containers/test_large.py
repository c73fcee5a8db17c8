"""Archives that are larger than what is held of a file: read from the disk, in bounded memory."""

from __future__ import annotations

import io
import json
import os
import random
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from revont_guard.model import Blob, Inner, Skipped
from revont_guard.sources.containers.limits import Limits
from revont_guard.sources.containers.source import Opened
from revont_guard.sources.files import Files
from tests.keys import make_key
from tests.sources.containers.build import (
    asar,
    docker_save,
    names_vendor,
    source_map,
    tarred,
    zipped,
)
from tests.sources.containers.writers import deb

FILL = random.Random(0).randbytes(5_000)
FILES = {"a.bin": FILL, "b.env": b"revont", "c.bin": FILL}
LAYERS = [tarred({"fill": FILL}), tarred(FILES, "w:gz")]
LIMIT = 2_000


def read(path: Path, data: bytes, limits: Limits | None = None, *, block: bool = False) -> list[Blob | Skipped]:
    path.write_bytes(data)
    files = Files([path], path.parent, limit=LIMIT, limits_block=block)
    opened = Opened(files, limits or Limits(), limits_block=block)
    items = list(opened.blobs(names_vendor))
    assert all(type(item) is not Skipped or item.what for item in items)
    return items


@pytest.mark.parametrize(
    ("data", "leading"),
    [
        (zipped(FILES, zipfile.ZIP_STORED), ()),
        (zipped(FILES), ()),
        (zipped({"a.apk": zipped(FILES)}, zipfile.ZIP_STORED), ("a.apk",)),
        (tarred(FILES), ()),
        (tarred(FILES, "w:gz"), ()),
        (tarred(FILES, "w:xz"), ()),
        (asar(FILES), ()),
        (docker_save(LAYERS), (f"{1:064x}/layer.tar",)),
        (deb({"data.tar.gz": tarred(FILES, "w:gz")}), ("data.tar.gz",)),
    ],
    ids=["zip, stored", "zip", "apk in zip", "tar", "tgz", "txz", "asar", "docker save", "deb"],
)
def test_what_is_in_it_is_found(tmp_path: Path, data: bytes, leading: tuple[str, ...]) -> None:
    [found] = read(tmp_path / "image", data)
    assert isinstance(found, Blob)
    assert found.origin.path == "image"
    assert found.origin.inner == (*map(Inner, leading), Inner("b.env"))
    assert found.data == b"revont"


def test_a_stored_archive_in_an_archive_need_not_be_held_either(tmp_path: Path) -> None:
    data = zipped({"a.apk": zipped(FILES), "b.asar": asar(FILES)}, zipfile.ZIP_STORED)
    found = read(tmp_path / "a.zip", data, Limits(member=6_000, held=0))
    assert [item.origin.inner for item in found if isinstance(item, Blob)] == [
        (Inner("a.apk"), Inner("b.env")),
        (Inner("b.asar"), Inner("b.env")),
    ]


@pytest.mark.parametrize("block", [True, False])
@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"revont" + FILL, ["larger than the limit of 2000 bytes"]),
        (source_map({"a.ts": "revont" * 999}).encode(), ["larger than the limit of 2000 bytes"]),
        (b"7z\xbc\xaf\x27\x1c" + FILL, ["it is a 7z archive, which cannot be read here"]),
        (b"\x1f\x8b\x08\0" + FILL, ["it is damaged"]),
    ],
)
def test_what_cannot_be_read_from_the_disk_stays_unread(
    tmp_path: Path, data: bytes, told: list[str], block: bool
) -> None:
    items = read(tmp_path / "large", data, block=block)
    assert [(type(item), item.what, item.why, item.blocking) for item in items if isinstance(item, Skipped)] == [
        (Skipped, "large", why, block) for why in told
    ]


def test_one_that_is_far_too_large_is_not_opened(tmp_path: Path) -> None:
    assert read(tmp_path / "a.tar", tarred(FILES), Limits(packed=9_000)) == [
        Skipped("a.tar", "larger than the limit of 2000 bytes", False)
    ]


def test_limits_hold_on_the_disk_too(tmp_path: Path) -> None:
    data = zipped({"zeros": bytes(32 << 20), **FILES})
    [skipped] = read(tmp_path / "a.zip", data)
    assert skipped == Skipped("a.zip", "it unpacks to more than 200 times its size", False)
    many = zipped({f"{number}": b"" for number in range(100)})
    assert read(tmp_path / "b.zip", many, Limits(members=50), block=True) == [
        Skipped("b.zip", "it has more than 50 members", True)
    ]


def test_a_directory_of_lies(tmp_path: Path) -> None:
    whole = zipped(FILES, zipfile.ZIP_STORED)
    rng = random.Random(1)
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(4):
            data[rng.randrange(len(data) - 400, len(data))] = rng.choice([0, 0xFF, rng.randrange(256)])
        read(tmp_path / "a.zip", bytes(data))
    for end in range(LIMIT + 1, len(whole), 97):
        read(tmp_path / "a.zip", whole[:end])


# --- memory -----------------------------------------------------------------------------------------------------------

MIB = 1 << 20


def image(path: Path, key: str) -> None:
    """As `docker save` gives it: a layer of 300 MB, most of it a hole in the file, and a packed one with a key."""
    packed = tarred({"app/.env": f"REVONT_API_KEY={key}\n".encode()}, "w:gz")
    with path.open("wb") as file:
        _header(file, "0a/layer.tar", 300 * MIB + 7 * 512 + 1024)
        for number in range(7):
            _header(file, f"usr/lib/{number}.so", (300 if number == 6 else 0) * MIB if number in (5, 6) else 0)
            if number == 6:
                file.seek(300 * MIB, os.SEEK_CUR)
        file.write(bytes(1024))
        _header(file, "0b/layer.tar", len(packed))
        file.write(packed + bytes(-len(packed) % 512 + 1024))


def _header(file: io.BufferedWriter, path: str, size: int) -> None:
    info = tarfile.TarInfo(path)
    info.size = size
    file.write(info.tobuf(tarfile.USTAR_FORMAT))


def app(path: Path, key: str) -> None:
    """An app of 300 MB: media as they are, code packed."""
    media = random.Random(0).randbytes(MIB)
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(6):
            archive.writestr(f"assets/{number}.mp4", media * 50)
        archive.writestr("assets/config.json", json.dumps({"revontApiKey": key}), zipfile.ZIP_DEFLATED)


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "wait4"), reason="memory of a process is not told here")
@pytest.mark.parametrize(("make", "rule"), [(image, "key-in-image"), (app, "key-in-bundle")])
def test_memory_is_bounded(tmp_path: Path, make: object, rule: str) -> None:
    key = make_key("large")
    path = tmp_path / ("image.tar" if make is image else "app.apk")
    assert callable(make)
    make(path, key)
    assert path.stat().st_size > 300 * MIB
    command = [sys.executable, "-m", "revont_guard", "scan", str(path), "--format", "json"]
    with (tmp_path / "report").open("wb") as out, subprocess.Popen(command, stdout=out) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    report = json.loads((tmp_path / "report").read_text())
    assert [finding["rule"] for finding in report["findings"]] == [rule]
    most = used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    print(f"{path.name}: {most // MIB} MiB, {used.ru_utime + used.ru_stime:.1f} s")
    assert most < 320 * MIB
