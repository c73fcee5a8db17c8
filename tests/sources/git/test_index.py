from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from revont_guard.model import Location, SourceKind
from revont_guard.sources.git import lfs
from revont_guard.sources.git.index import Entry, Staged, differing, staged, tracked
from revont_guard.sources.git.repository import discover
from tests.repos import Link, Repo
from tests.sources.git.helpers import blocking, contents, everything, posix, read


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    repo = Repo(tmp_path / "r")
    repo.commit({"a.txt": "a", "b.txt": "b", "dir/c.txt": "c"})
    return repo.checkout()


def paths(repo: Repo) -> set[bytes]:
    return {entry.path for entry in staged(discover(repo.path)) if isinstance(entry, Entry)}


def test_what_was_added_and_changed(repo: Repo) -> None:
    repo.stage({"new.txt": "revont new", "a.txt": "revont changed", "b.txt": None})
    repo.write({"dir/c.txt": "revont not staged", "untracked": "revont"})
    found = discover(repo.path)
    oid = repo.git("rev-parse", ":new.txt")
    assert set(staged(found)) == {Entry(b"new.txt", oid), Entry(b"a.txt", repo.git("rev-parse", ":a.txt"))}
    source = Staged(found)
    blobs, skipped = read(source)
    assert {blob.data: blob.origin.path for blob in blobs} == {b"revont new": "new.txt", b"revont changed": "a.txt"}
    assert blobs[1].origin == Location(SourceKind.INDEX, "new.txt", object=oid)
    assert (blobs[1].tracked, skipped, source.tally.files, source.tally.bytes) == (True, [], 2, 24)


def test_partial_staging_gives_the_staged_bytes(repo: Repo) -> None:
    repo.stage({"a.txt": "revont staged"}).write({"a.txt": "cleaned up"})
    assert contents(Staged(discover(repo.path))) == {b"revont staged"}
    repo.stage({"a.txt": "fine"}).write({"a.txt": "revont in the work tree"})
    assert contents(Staged(discover(repo.path))) == set()


def test_before_the_first_commit(tmp_path: Path) -> None:
    for object_format in ("sha1", "sha256"):
        repo = Repo(tmp_path / object_format, object_format=object_format)
        repo.stage({"a": "revont", "empty": ""})
        assert paths(repo) == {b"a", b"empty"}
        assert contents(Staged(discover(repo.path))) == {b"revont"}


def test_a_rename_is_a_new_path(repo: Repo) -> None:
    repo.git("mv", "a.txt", "moved.txt")
    assert paths(repo) == {b"moved.txt"}


def test_a_changed_mode_and_type(repo: Repo) -> None:
    repo.git("update-index", "--chmod=+x", "a.txt")
    repo.stage({"b.txt": Link("revont/target")})
    assert paths(repo) == {b"a.txt", b"b.txt"}
    assert contents(Staged(discover(repo.path))) == {b"revont/target"}


def test_conflict_stages_are_all_read(repo: Repo) -> None:
    base = repo.git("rev-parse", "main")
    repo.commit({"a.txt": "revont theirs"}, branch="side", parents=[base])
    repo.commit({"a.txt": "revont ours"})
    repo.checkout()
    with pytest.raises(AssertionError):
        repo.git("merge", "side")
    assert {blob.data for blob in read(Staged(discover(repo.path)), everything)[0]} == {
        b"a",
        b"revont theirs",
        b"revont ours",
    }
    (entries,) = differing(discover(repo.path), [b"a.txt"]).values()
    assert sorted(entry.stage for entry in entries) == [1, 2, 3]


def test_an_announced_file_is_not_staged(repo: Repo) -> None:
    repo.write({"soon.txt": "revont"}).stage({"empty.txt": ""})
    repo.git("add", "--intent-to-add", "soon.txt")
    blobs, (skipped,) = read(Staged(discover(repo.path)), everything)
    assert (skipped.what, skipped.blocking) == ("soon.txt", False)
    assert "intent to add" in skipped.why
    assert [blob.origin.path for blob in blobs] == ["empty.txt"]
    assert differing(discover(repo.path), [b"soon.txt", b"empty.txt"]) == {}
    repo.write({"empty.txt": "revont"})
    assert differing(discover(repo.path), [b"soon.txt", b"empty.txt"]).keys() == {b"empty.txt"}


def test_a_submodule_is_no_content(repo: Repo, tmp_path: Path) -> None:
    other = Repo(tmp_path / "other")
    other.commit({"x": "revont"})
    repo.submodule(other, "vendor/other")
    blobs, (skipped,) = read(Staged(discover(repo.path)), everything)
    assert (skipped.what, skipped.blocking) == ("vendor/other", False)
    assert [blob.origin.path for blob in blobs] == [".gitmodules"]
    assert differing(discover(repo.path), [b"vendor/other"]) == {}


@pytest.mark.parametrize("name", [b"\xff", b"new\nline", b"--cached", b":(glob)*", b'"q"', b" "])
@posix
def test_odd_names(repo: Repo, name: bytes) -> None:
    repo.stage({name: "revont"}).write({name: "else"})
    found = discover(repo.path)
    assert paths(repo) == {name}
    assert name in tracked(found)
    assert differing(found, [name]).keys() == {name}
    assert read(Staged(found))[0][0].origin.path == name.decode("utf-8", "surrogateescape")


def test_tracked(repo: Repo) -> None:
    repo.stage({"new": "1"}).write({"untracked": "2"})
    assert tracked(discover(repo.path)) == {b"a.txt", b"b.txt", b"dir/c.txt", b"new"}
    assert tracked(discover(repo.path / "dir")) == tracked(discover(repo.path))


class TestDiffering:
    """Which named files stand otherwise in the index."""

    def test_only_other_bytes_count(self, repo: Repo) -> None:
        repo.stage({"a.txt": "revont staged"}).write({"a.txt": "else", "untracked": "1", "dir/c.txt": "changed"})
        os.utime(repo.path / "b.txt", (1, 1))
        found = discover(repo.path)
        everywhere = differing(found, [b"a.txt", b"b.txt", b"dir/c.txt", b"untracked", b"nowhere"])
        assert everywhere == {
            b"a.txt": (Entry(b"a.txt", repo.git("rev-parse", ":a.txt")),),
            b"dir/c.txt": (Entry(b"dir/c.txt", repo.git("rev-parse", ":dir/c.txt")),),
        }
        assert contents(Staged(found, everywhere[b"a.txt"])) == {b"revont staged"}
        assert differing(found, []) == {}

    def test_a_file_that_is_gone_or_is_no_file(self, repo: Repo) -> None:
        (repo.path / "a.txt").unlink()
        (repo.path / "b.txt").unlink()
        (repo.path / "b.txt").mkdir()
        assert differing(discover(repo.path), [b"a.txt", b"b.txt"]).keys() == {b"a.txt", b"b.txt"}

    @posix
    def test_a_pipe_in_its_place_keeps_nobody_waiting(self, repo: Repo) -> None:
        (repo.path / "a.txt").unlink()
        os.mkfifo(repo.path / "a.txt")
        assert differing(discover(repo.path), [b"a.txt"]).keys() == {b"a.txt"}

    @posix
    def test_links_are_compared_by_their_text(self, repo: Repo) -> None:
        repo.stage({"l": Link("a.txt"), "m": Link("a.txt")}).write({"m": Link("b.txt")})
        assert differing(discover(repo.path), [b"l", b"m"]).keys() == {b"m"}

    def test_flags_that_hide_a_change_do_not_hide_it(self, repo: Repo) -> None:
        repo.git("update-index", "--assume-unchanged", "a.txt")
        repo.git("update-index", "--skip-worktree", "b.txt")
        repo.write({"a.txt": "1", "b.txt": "2"})
        assert differing(discover(repo.path), [b"a.txt", b"b.txt"]).keys() == {b"a.txt", b"b.txt"}

    def test_line_ends_and_lfs_make_no_other_version(self, repo: Repo) -> None:
        repo.stage({"dos.txt": "one\ntwo\n", "large.bin": lfs.pointer_to(b"\0large")})
        repo.write({"dos.txt": "one\r\ntwo\r\n", "large.bin": b"\0large"})
        assert differing(discover(repo.path), [b"dos.txt", b"large.bin"]) == {}

    def test_more_names_than_a_command_line_takes(self, repo: Repo) -> None:
        repo.write({"a.txt": "changed"})
        many = [b"a.txt", *(b"folder/" * 20 + b"%d" % number for number in range(5000))]
        assert differing(discover(repo.path), many).keys() == {b"a.txt"}

    def test_a_bare_repository_has_no_files(self, tmp_path: Path) -> None:
        assert differing(discover(Repo(tmp_path / "b", bare=True).path), [b"a"]) == {}


class TestFaults:
    """What cannot be read of the index is said."""

    def test_a_missing_object(self, repo: Repo) -> None:
        repo.stage({"a.txt": "revont 1", "b.txt": "revont 2"})
        oid = repo.git("rev-parse", ":a.txt")
        repo.loose(oid).unlink()
        blobs, skipped = read(Staged(discover(repo.path)))
        assert [blob.data for blob in blobs] == [b"revont 2"]
        assert blocking(skipped) == f"a.txt: its object {oid} is missing"

    def test_a_corrupt_object(self, repo: Repo) -> None:
        repo.stage({"a.txt": "revont 1"})
        path = repo.loose(repo.git("rev-parse", ":a.txt"))
        path.chmod(0o644)
        path.write_bytes(b"garbage")
        assert blocking(read(Staged(discover(repo.path)))[1])

    def test_over_the_limit(self, repo: Repo) -> None:
        repo.stage({"a.txt": "revont" * 100})
        found = discover(repo.path)
        (skipped,) = read(Staged(found, limit=100))[1]
        assert (skipped.what, skipped.blocking) == ("a.txt", False)
        assert blocking(read(Staged(found, limit=100, limits_block=True))[1])

    def test_lfs(self, repo: Repo) -> None:
        repo.stage({"a.bin": lfs.pointer_to(b"revont")})
        assert "git lfs fetch" in blocking(read(Staged(discover(repo.path)))[1])


@posix
@pytest.mark.parametrize("linked", [False, True])
def test_a_real_hook_sees_what_is_being_committed(repo: Repo, tmp_path: Path, linked: bool) -> None:
    """`git commit -- FILE` commits from an index of its own, and tells the hook where that is."""
    top = repo.worktree(tmp_path / "linked", "other") if linked else repo.path
    script = (
        "import sys; from pathlib import Path\n"
        "from revont_guard.sources.git.index import Staged\n"
        "from revont_guard.sources.git.repository import discover\n"
        "for blob in Staged(discover(Path())).blobs(lambda data: True):\n"
        "    sys.stderr.write(f'{blob.origin.path} {blob.data}')\n"
    )
    hooks = repo.git_dir / "hooks"
    hooks.mkdir()
    package = Path(__file__).parents[3]
    (hooks / "pre-commit").write_text(f'#!/bin/sh\nPYTHONPATH={package} exec {sys.executable} -c "{script}"\n')
    (hooks / "pre-commit").chmod(0o755)
    (top / "a.txt").write_text("committed")
    (top / "b.txt").write_text("staged, but not part of it")
    names = ["-c", "user.name=P", "-c", "user.email=p@x"]
    subprocess.run(["git", "add", "b.txt"], cwd=top, check=True)
    command = ["git", *names, "commit", "-q", "-m", "m", "--", "a.txt"]
    done = subprocess.run(command, cwd=top, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"a.txt b'committed'")
