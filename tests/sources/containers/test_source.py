"""A source with its containers opened."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from revont_guard.model import Blob, Inner, Location, Prefilter, Skipped, Source, SourceKind, Tally
from revont_guard.sources.containers.limits import Limits
from revont_guard.sources.containers.source import Opened
from revont_guard.sources.files import Files
from revont_guard.sources.git.objects import History
from revont_guard.sources.git.repository import discover
from tests.repos import Repo
from tests.sources.containers.build import names_vendor, source_map, tarred, zipped


def test_files(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"in.txt": b"revont"}))
    (tmp_path / "b.zip").write_bytes(zipped({"in.txt": b"other"}))
    (tmp_path / "c.txt").write_bytes(b"revont")
    (tmp_path / "d.map").write_bytes(source_map({"d.ts": "revont"}, file="revont.js").encode())
    files = Files([tmp_path], tmp_path)
    source: Source = Opened(files)
    found = [item for item in source.blobs(names_vendor) if isinstance(item, Blob)]
    assert sorted((item.origin.path, item.origin.inner) for item in found) == [
        ("a.zip", (Inner("in.txt"),)),
        ("c.txt", ()),
        ("d.map", ()),
        ("d.map", (Inner("d.ts"),)),
    ]
    assert source.tally is files.tally and source.tally.files == 4


def test_history(tmp_path: Path) -> None:
    repo = Repo(tmp_path / "r")
    repo.commit({"a.tgz": tarred({"in.txt": b"revont"}, "w:gz"), "b.txt": b"revont"}, "a message")
    repo.commit({"a.tgz": None})
    found = [item for item in Opened(History(discover(repo.path))).blobs(names_vendor) if isinstance(item, Blob)]
    assert sorted((item.data, len(item.origin.inner)) for item in found) == [(b"revont", 0), (b"revont", 1)]
    assert all(item.origin.object for item in found)


class Fixed:
    """A source that gives ``items`` if they pass."""

    def __init__(self, *items: Blob | Skipped) -> None:
        self.tally = Tally()
        self._items = items

    def blobs(self, prefilter: Prefilter) -> Iterator[Blob | Skipped]:
        return (item for item in self._items if isinstance(item, Skipped) or prefilter(item.data))


def test_messages_and_names_are_no_containers() -> None:
    archive = zipped({"in.txt": b"revont"})
    message = Location(SourceKind.MESSAGE, None, object="ab")
    assert list(Opened(Fixed(Blob(archive, message))).blobs(names_vendor)) == []
    speaking = Blob(b"revont" + archive, message)
    assert list(Opened(Fixed(speaking)).blobs(names_vendor)) == [speaking]


@pytest.mark.parametrize("block", [True, False])
def test_what_is_skipped_passes_through_and_limits_block_if_they_are_told_to(block: bool) -> None:
    skipped = Skipped("a", "b", True)
    archive = Blob(zipped({"a": b"", "b": b""}), Location(SourceKind.WORKTREE, "a.zip"))
    source = Opened(Fixed(skipped, archive), Limits(members=1), limits_block=block)
    assert list(source.blobs(names_vendor)) == [skipped, Skipped("a.zip", "it has more than 1 members", block)]
