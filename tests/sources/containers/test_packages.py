"""Packages as people publish them, from the registries."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.sources.containers.build import look

pytestmark = [pytest.mark.slow, pytest.mark.network]


def compared(data: bytes, expected: dict[str, bytes]) -> None:
    """The same files come out as the standard library's readers give; maps and such are opened further."""
    found, skipped = look(data)
    assert skipped == []
    plain = {path: text for path, text in found.items() if "|" not in path}
    assert plain.keys() <= expected.keys()
    assert all(text == expected[path] or b"sourcesContent" in expected[path] for path, text in plain.items())
    opened = {path.split("|")[0] for path in found if "|" in path}
    assert expected.keys() - plain.keys() <= opened


def test_a_wheel(tmp_path: Path, outside: Mapping[str, str]) -> None:
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(tmp_path), "pip"]
    subprocess.run(command, check=True, env=dict(outside))
    [wheel] = tmp_path.glob("*.whl")
    data = wheel.read_bytes()
    archive = zipfile.ZipFile(io.BytesIO(data))
    compared(data, {info.filename: archive.read(info) for info in archive.infolist() if not info.is_dir()})


@pytest.mark.skipif(shutil.which("npm") is None, reason="needs npm")
@pytest.mark.parametrize("package", ["rxjs", "source-map-js"])
def test_a_package_of_npm(package: str, tmp_path: Path, outside: Mapping[str, str]) -> None:
    subprocess.run(
        ["npm", "pack", "--silent", package], cwd=tmp_path, check=True, env=dict(outside), capture_output=True
    )
    [packed] = tmp_path.glob("*.tgz")
    data = packed.read_bytes()
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        files = {info.name: archive.extractfile(info) for info in archive.getmembers() if info.isfile()}
        compared(data, {path: file.read() for path, file in files.items() if file})
