from __future__ import annotations

from pathlib import Path

import pytest

from revont_guard.errors import UsageError
from revont_guard.sources.git.objects import History
from revont_guard.sources.git.repository import discover
from revont_guard.sources.git.since import Since, resolve
from tests.repos import Repo
from tests.sources.git.helpers import blocking, contents, read


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    repo = Repo(tmp_path / "r")
    for number in range(4):
        repo.commit({"a": f"revont {number}"})
    repo.tag("v1", repo.git("rev-parse", "main~2"), "a tag")
    return repo


def test_only_what_is_new(repo: Repo) -> None:
    for known in ("main~2", "v1", "HEAD~2", repo.git("rev-parse", "main~2")[:10]):
        assert contents(History(discover(repo.path), Since((known,)))) == {b"revont 2", b"revont 3"}
    assert contents(History(discover(repo.path), Since(("main",)))) == set()


def test_branches_a_detached_head_and_stashes_count(repo: Repo) -> None:
    base = repo.git("rev-parse", "main~3")
    repo.commit({"a": "revont side"}, branch="side", parents=[base])
    detached = repo.lost({"a": "revont detached"}, parents=[base])
    repo.stash({"a": "revont stash 1"}, base=base)
    repo.stash({"a": "revont stash 2"}, base=base)
    repo.lost({"a": "revont lost"})
    repo.git("update-ref", "--no-deref", "HEAD", detached)
    new = contents(History(discover(repo.path), Since(("main",))))
    assert new == {b"revont side", b"revont detached", b"revont stash 1", b"revont stash 2"}


def test_messages_of_new_commits_only(repo: Repo) -> None:
    repo.commit({}, "revont message")
    blobs, _ = read(History(discover(repo.path), Since(("main~1",))))
    assert [blob.data.partition(b"\n\n")[2] for blob in blobs] == [b"revont message\n"]


def test_a_push(repo: Repo, tmp_path: Path) -> None:
    """What a pre-push hook asks for: the pushed tip less all that the remote has."""
    mine = Repo(repo.clone(tmp_path / "mine"))
    mine.commit({"a": "revont pushed"}, branch="topic", parents=[mine.git("rev-parse", "origin/main")])
    mine.commit({"a": "revont not pushed"}, branch="other", parents=[mine.git("rev-parse", "origin/main")])
    assert contents(History(discover(mine.path), Since(tips=("topic",), remote="origin"))) == {b"revont pushed"}


def test_several_known(repo: Repo) -> None:
    repo.commit({"a": "revont side"}, branch="side", parents=[repo.git("rev-parse", "main~3")])
    assert contents(History(discover(repo.path), Since(("side", "main~1")))) == {b"revont 3"}


@pytest.mark.parametrize(
    "revision", ["nowhere", "", "--all", "--output=/tmp/x", "-h", "main\nHEAD", "main..v1", "main:a"]
)
def test_an_unknown_revision_is_a_usage_error(repo: Repo, revision: str) -> None:
    with pytest.raises(UsageError, match="unknown revision"):
        History(discover(repo.path), Since((revision,)))


def test_resolve(repo: Repo) -> None:
    assert resolve(discover(repo.path), "v1") == repo.git("rev-parse", "main~2")


def test_a_shallow_clone_blocks_only_where_the_new_part_is_cut(repo: Repo, tmp_path: Path) -> None:
    path = repo.clone(tmp_path / "c", "--depth=3")
    assert contents(History(discover(path), Since(("main~1",)))) == {b"revont 3"}
    other = Repo(path)
    other.git("update-ref", "refs/heads/empty", other.lost({"b": "c"}))
    assert "git fetch --unshallow" in blocking(read(History(discover(path), Since(("empty",))))[1])


def test_a_missing_object_blocks(repo: Repo) -> None:
    gone = repo.git("rev-parse", "main:a")
    repo.loose(gone).unlink()
    assert gone in blocking(read(History(discover(repo.path), Since(("main~1",))))[1])


def test_a_missing_commit_blocks(repo: Repo) -> None:
    repo.loose(repo.git("rev-parse", "main~1")).unlink()
    assert blocking(read(History(discover(repo.path), Since(("v1",))))[1])
