from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

from revont_guard.errors import GitError, UsageError
from revont_guard.sources.git.attribution import attribute
from revont_guard.sources.git.mirror import SERVER_ONLY, cloned, is_url, shown
from revont_guard.sources.git.objects import History
from tests.repos import Repo
from tests.sources.git.helpers import contents, no_child_is_left, posix


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary folders are made."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """A repository behind an ssh that runs what it is asked to on this machine."""
    repo = Repo(tmp_path / "served")
    repo.commit({"a": "revont one"})
    repo.commit({"a": "revont pull"}, branch="refs/pull/1/head", parents=[repo.git("rev-parse", "main")])
    repo.lost({"a": "revont dropped"})
    (tmp_path / "ssh").write_text('#!/bin/sh\nfor last; do :; done\nexec sh -c "$last"\n')
    (tmp_path / "ssh").chmod(0o755)
    monkeypatch.setenv("GIT_SSH_COMMAND", str(tmp_path / "ssh"))
    return repo


@posix
def test_a_mirror_has_all_that_the_server_gives_and_is_gone_afterwards(server: Repo, scratch: Path) -> None:
    with cloned(f"ssh://somebody@host{server.path}") as repository:
        assert repository.worktree is None
        assert contents(History(repository)) == {b"revont one", b"revont pull"}
        pulled = server.git("rev-parse", "refs/pull/1/head:a")
        assert attribute(repository, [pulled]).objects[pulled][0].refs == ("pull/1/head",)
        assert list(scratch.iterdir())
    assert not list(scratch.iterdir())


@posix
def test_nobody_else_on_the_machine_can_look_into_it(server: Repo, scratch: Path) -> None:
    with cloned(f"ssh://host{server.path}"):
        assert [folder.stat().st_mode & 0o777 for folder in scratch.iterdir()] == [0o700]


@posix
def test_the_short_form_of_ssh(server: Repo, scratch: Path) -> None:
    with cloned(f"git@host:{server.path}") as repository:
        assert contents(History(repository))


@posix
def test_interruption_removes_it(server: Repo, scratch: Path) -> None:
    with pytest.raises(KeyboardInterrupt), cloned(f"ssh://host{server.path}"):
        raise KeyboardInterrupt
    assert not list(scratch.iterdir())
    assert no_child_is_left()


@posix
def test_a_clone_that_fails_says_so_without_the_user(server: Repo, scratch: Path) -> None:
    with pytest.raises(GitError) as caught:
        cloned("ssh://user:revontsecret@host/nowhere").__enter__()
    assert str(caught.value).startswith("ssh://***@host/nowhere: git clone: ")
    assert "revontsecret" not in str(caught.value)
    assert not list(scratch.iterdir())


@posix
def test_hooks_and_repository_variables_play_no_part(
    server: Repo, scratch: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Repo(tmp_path / "other")
    monkeypatch.setenv("GIT_DIR", str(other.git_dir))
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", str(other.git_dir / "objects"))
    with cloned(f"ssh://host{server.path}") as repository:
        assert contents(History(repository)) == {b"revont one", b"revont pull"}
    assert not other.oids()


@pytest.mark.parametrize(
    "url",
    [
        "http://host/x",
        "git://host/x",
        "file:///etc",
        "ext::sh -c touch% x",
        "ftp://u:p@host/x",
        "ssh::x@y:z",
        "--upload-pack=x",
    ],
)
def test_other_protocols_are_refused(url: str, scratch: Path) -> None:
    with pytest.raises(UsageError, match="only https and ssh URLs are cloned"):
        cloned(url).__enter__()
    assert not list(scratch.iterdir())


def test_a_redirection_by_the_users_configuration_cannot_widen_it(
    tmp_path: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "config").write_text(
        f'[url "file://{tmp_path}/"]\n\tinsteadOf = ssh://host/\n[protocol]\n\tallow = always\n'
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "config"))
    with pytest.raises(GitError, match="transport 'file' not allowed"):
        cloned("ssh://host/x").__enter__()


def test_is_url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for text in ("https://h/x", "ssh://h/x", "http://h", "git@github.com:a/b.git", "file:///x", "ext::sh"):
        assert is_url(text)
    for text in (".", "a/b", "/a/b", "C:\\x", "C:/x", "a@b", "user/re@po:x"):
        assert not is_url(text)
    monkeypatch.chdir(tmp_path)
    if os.name != "nt":
        (tmp_path / "a@b:c").mkdir()
        assert not is_url("a@b:c")


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://github.com/a/b.git", "https://github.com/a/b.git"),
        ("https://user:pass@host/a", "https://***@host/a"),
        ("https://token@host:8443/a?private_token=x#y", "https://***@host:8443/a"),
        ("https://user:pa/ss@host/a", "https://***@host/a"),
        ("https://user:p#a?s@host/a", "https://***@host/a"),
        ("git@host:a/b", "***@host:a/b"),
    ],
)
def test_shown(url: str, safe: str) -> None:
    assert shown(url) == safe


def test_the_notice_tells_what_was_not_seen() -> None:
    assert not SERVER_ONLY.blocking
    assert "were not seen" in SERVER_ONLY.why
