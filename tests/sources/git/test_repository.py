from __future__ import annotations

import os
from pathlib import Path

import pytest

from revont_guard.errors import GitError, UsageError
from revont_guard.sources.git.objects import History
from revont_guard.sources.git.repository import NotARepository, discover, inside
from tests.repos import Repo, git
from tests.sources.git.helpers import contents, posix, read


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    repo = Repo(tmp_path / "r")
    repo.commit({"src/a.txt": "revont one", "b.txt": "revont two"})
    return repo.checkout()


def test_a_work_tree_and_any_path_in_it(repo: Repo) -> None:
    for path in (repo.path, repo.path / "src", repo.path / "src" / "a.txt"):
        found = discover(path)
        assert (found.git_dir, found.common_dir, found.worktree) == (repo.git_dir, repo.git_dir, repo.path)
    assert (found.object_format, found.shallow, found.partial, found.hash_length) == ("sha1", False, False, 40)


def test_a_bare_repository_and_a_git_folder(tmp_path: Path, repo: Repo) -> None:
    bare = Repo(tmp_path / "b.git", bare=True)
    assert (discover(bare.path).git_dir, discover(bare.path).worktree) == (bare.path, None)
    assert discover(bare.path / "refs").git_dir == bare.path
    assert (discover(repo.git_dir).git_dir, discover(repo.git_dir).worktree) == (repo.git_dir, None)


def test_a_linked_worktree(tmp_path: Path, repo: Repo) -> None:
    found = discover(repo.worktree(tmp_path / "linked", "other"))
    assert found.worktree == tmp_path / "linked"
    assert found.git_dir == repo.git_dir / "worktrees" / "linked"
    assert found.common_dir == repo.git_dir
    assert contents(History(found)) == {b"revont one", b"revont two"}


def test_a_linked_worktree_whose_repository_has_moved(tmp_path: Path, repo: Repo) -> None:
    linked = repo.worktree(tmp_path / "linked", "other")
    repo.path.rename(tmp_path / "moved")
    with pytest.raises(GitError, match="git worktree repair"):
        discover(linked)


def test_a_submodule_is_a_repository_of_its_own(tmp_path: Path, repo: Repo) -> None:
    inner = Repo(tmp_path / "inner")
    inner.commit({"key.txt": "revont inner"})
    path = repo.submodule(inner, "vendor/inner")
    found = discover(path)
    assert (found.git_dir, found.worktree) == (repo.git_dir / "modules" / "vendor" / "inner", path)
    assert contents(History(found)) == {b"revont inner"}
    assert b"revont inner" not in contents(History(discover(repo.path)))


def test_sha256(tmp_path: Path) -> None:
    repo = Repo(tmp_path / "r", object_format="sha256")
    repo.commit({"a.txt": "revont"})
    found = discover(repo.path)
    assert (found.object_format, found.hash_length) == ("sha256", 64)
    assert contents(History(found)) == {b"revont"}


def test_alternates(tmp_path: Path, repo: Repo) -> None:
    borrower = Repo(tmp_path / "borrower").borrow(repo.git_dir)
    assert contents(History(discover(borrower.path))) == {b"revont one", b"revont two"}


def test_an_empty_repository(tmp_path: Path) -> None:
    history = History(discover(Repo(tmp_path / "r").path))
    assert read(history) == ([], [])
    assert (history.tally.commits, history.tally.blobs) == (0, 0)


def test_reftable_where_git_has_it(tmp_path: Path) -> None:
    try:
        git(tmp_path, "init", "--quiet", "--ref-format=reftable", "r")
    except AssertionError:
        pytest.skip("this git has no reftable")
    repo = Repo(tmp_path / "r")
    repo.commit({"a.txt": "revont"}, "a revont message")
    assert contents(History(discover(repo.path))) >= {b"revont"}


def test_no_repository(tmp_path: Path) -> None:
    (tmp_path / "plain").mkdir()
    with pytest.raises(NotARepository, match=f"not in a git repository: {tmp_path / 'plain'}"):
        discover(tmp_path / "plain")


def test_no_such_path(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file or folder"):
        discover(tmp_path / "nowhere")


def test_a_damaged_repository_is_not_passed_over(repo: Repo) -> None:
    inner = Repo(repo.path / "inner")
    (inner.git_dir / "HEAD").unlink()
    with pytest.raises(GitError, match="not a complete repository"):
        discover(inner.path)


def test_a_git_that_cannot_read_it_says_why(repo: Repo) -> None:
    with (repo.git_dir / "config").open("a") as config:
        config.write("[extensions]\n\tfuture = true\n[core]\n\trepositoryformatversion = 1\n")
    with pytest.raises(GitError, match="unknown repository extension"):
        discover(repo.path)


@posix
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give a folder away")
def test_another_owner_is_read_like_any_other(repo: Repo) -> None:
    for folder, folders, files in os.walk(repo.path):
        for name in (".", *folders, *files):
            os.chown(Path(folder, name), 12345, 12345)
    with pytest.raises(AssertionError, match="dubious ownership"):
        repo.git("status")
    assert contents(History(discover(repo.path))) == {b"revont one", b"revont two"}


class TestHooks:
    """What a hook's variables mean, and what they must not do."""

    @pytest.fixture
    def other(self, tmp_path: Path) -> Repo:
        repo = Repo(tmp_path / "other")
        repo.commit({"o.txt": "revont other"})
        return repo.checkout()

    def test_a_named_path_is_not_redirected(self, repo: Repo, other: Repo) -> None:
        index = str(other.git_dir / "index")
        hooked = {"GIT_DIR": str(other.git_dir), "GIT_WORK_TREE": str(other.path), "GIT_INDEX_FILE": index}
        for variables in (hooked, {"GIT_DIR": str(other.git_dir)}, {"GIT_INDEX_FILE": index}):
            found = discover(repo.path, variables)
            assert (found.git_dir, found.worktree, found.index_file) == (repo.git_dir, repo.path, None)

    def test_nor_is_what_git_then_reads(self, repo: Repo, other: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("GIT_DIR", str(other.git_dir))
        monkeypatch.setenv("GIT_OBJECT_DIRECTORY", str(other.git_dir / "objects"))
        assert contents(History(discover(repo.path))) == {b"revont one", b"revont two"}

    def test_the_index_of_a_partial_commit_counts(self, repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(repo.path)
        index = ".git/next-index-1.lock"
        for variables in ({"GIT_INDEX_FILE": index}, {"GIT_DIR": ".git", "GIT_INDEX_FILE": index}):
            assert discover(Path(), variables).index_file == repo.path / index

    def test_an_index_out_of_any_repository_counts(self, repo: Repo, tmp_path: Path) -> None:
        assert discover(repo.path, {"GIT_INDEX_FILE": str(tmp_path / "x")}).index_file == tmp_path / "x"

    def test_a_hook_in_a_linked_worktree(self, repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        linked = repo.worktree(tmp_path / "linked", "other")
        monkeypatch.chdir(linked)
        git_dir = repo.git_dir / "worktrees" / "linked"
        found = discover(Path(), {"GIT_DIR": str(git_dir), "GIT_INDEX_FILE": str(git_dir / "index")})
        assert (found.git_dir, found.worktree, found.index_file) == (git_dir, linked, git_dir / "index")

    def test_a_work_tree_apart_from_its_repository(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        dotfiles = Repo(tmp_path / "dotfiles", bare=True)
        (tmp_path / "home" / "sub").mkdir(parents=True)
        variables = {"GIT_DIR": str(dotfiles.path), "GIT_WORK_TREE": str(tmp_path / "home")}
        found = discover(tmp_path / "home" / "sub", variables)
        assert (found.git_dir, found.worktree) == (dotfiles.path, tmp_path / "home")
        monkeypatch.chdir(tmp_path / "home")
        assert discover(Path("sub"), {"GIT_DIR": str(dotfiles.path)}).git_dir == dotfiles.path
        with pytest.raises(NotARepository):
            discover(tmp_path, variables)

    def test_a_nearer_repository_beats_the_work_tree_around_it(self, repo: Repo, tmp_path: Path) -> None:
        dotfiles = Repo(tmp_path / "dotfiles", bare=True)
        variables = {"GIT_DIR": str(dotfiles.path), "GIT_WORK_TREE": str(tmp_path)}
        assert discover(repo.path, variables).git_dir == repo.git_dir

    def test_a_servers_quarantine(self, tmp_path: Path) -> None:
        """In `pre-receive` what was pushed lies in a folder of its own."""
        bare = Repo(tmp_path / "b.git", bare=True)
        quarantine = tmp_path / "incoming"
        (quarantine / "pack").mkdir(parents=True)
        variables = {
            "GIT_DIR": str(bare.path),
            "GIT_OBJECT_DIRECTORY": str(quarantine),
            "GIT_ALTERNATE_OBJECT_DIRECTORIES": str(bare.path / "objects"),
        }
        git(bare.path, "hash-object", "-w", "--stdin", stdin=b"revont pushed", env=variables)
        assert contents(History(discover(bare.path, variables))) == {b"revont pushed"}
        assert contents(History(discover(bare.path, {}))) == set()


def test_inside(repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = discover(repo.path)
    assert inside(found, repo.path / "src" / "a.txt") == b"src/a.txt"
    assert inside(found, repo.path / "src" / ".." / "b.txt") == b"b.txt"
    assert inside(found, tmp_path / "elsewhere") is None
    monkeypatch.chdir(repo.path / "src")
    assert inside(found, Path("a.txt")) == b"src/a.txt"
    assert inside(found, Path("../b.txt")) == b"b.txt"


@posix
def test_inside_does_not_follow_the_last_link(repo: Repo, tmp_path: Path) -> None:
    (repo.path / "out").symlink_to(tmp_path)
    (tmp_path / "way").symlink_to(repo.path)
    assert inside(discover(repo.path), repo.path / "out") == b"out"
    assert inside(discover(repo.path), tmp_path / "way" / "b.txt") == b"b.txt"
    assert inside(discover(repo.path), Path(os.fsdecode(os.fsencode(repo.path) + b"/\xff"))) == b"\xff"
