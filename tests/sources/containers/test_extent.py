"""Bytes by their place: the same from memory, from a disk and through a window."""

from __future__ import annotations

import io
import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from revont_guard.sources.containers.extent import STEP, InMemory, OnDisk, Window
from revont_guard.sources.containers.parts import Broken, Extent

DATA = random.Random(0).randbytes(3 * STEP + 17)


@pytest.fixture(params=["memory", "disk", "window"])
def whole(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Extent]:
    (tmp_path / "file").write_bytes(DATA)
    with io.FileIO(tmp_path / "file") as file:
        extents: dict[str, Extent] = {
            "memory": InMemory(DATA),
            "disk": OnDisk(file),
            "window": Window(InMemory(b"before" + DATA + b"after"), 6, 6 + len(DATA)),
        }
        yield extents[request.param]


def test_what_is_asked_for_as_far_as_it_is_there(whole: Extent) -> None:
    assert len(whole) == len(DATA)
    places = [0, 1, STEP - 1, len(DATA) - 3, len(DATA), len(DATA) + 9, 1 << 64]
    for at in places:
        for count in (0, 1, 5, STEP + 3, 1 << 64):
            assert whole.read(at, count) == DATA[at : at + count]
        for end in places:
            assert b"".join(whole.pieces(at, end)) == DATA[at:end]
    assert whole.read(-1, 5) == b""


def test_a_search_sees_what_lies_across_two_steps(whole: Extent) -> None:
    for at in (0, 1_020, STEP - 2, 2 * STEP + 5, len(DATA) - 6):
        pattern = re.compile(re.escape(DATA[at : at + 6]))
        assert whole.search(pattern, 0) == at
        assert whole.search(pattern, at) == at
        assert whole.search(pattern, at + 1) == -1
    assert whole.search(re.compile(b"before|after|never there"), 0) == -1


def test_a_file_that_shrinks_is_broken(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(DATA)
    with io.FileIO(path) as file:
        found = OnDisk(file)
        path.write_bytes(b"short")
        assert found.read(0, 5) == b"short"
        with pytest.raises(Broken, match="shorter"):
            found.read(0, 6)


def test_so_is_one_that_the_disk_does_not_give() -> None:
    class Bad(io.BytesIO):
        def read(self, count: int | None = -1, /) -> bytes:
            raise OSError("/a/path")

    with pytest.raises(Broken, match="the disk reported an error"):
        OnDisk(Bad(DATA)).read(0, 1)  # type: ignore[arg-type]
