from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from revont_guard.errors import GitError
from revont_guard.sources.git import process
from revont_guard.sources.git.repository import Repository, discover
from tests.repos import Repo
from tests.sources.git.helpers import fake_git, no_child_is_left, posix


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    repo = Repo(tmp_path / "r")
    for number in range(3):
        repo.commit({"a.txt": os.urandom(100_000)}, f"change {number}")
    return discover(repo.path)


def test_run_gives_all_that_git_prints(repository: Repository) -> None:
    assert repository.run("rev-list", "--all", "--count") == b"3\n"


def test_a_failure_is_an_error_with_the_reason(repository: Repository) -> None:
    with pytest.raises(GitError, match="git rev-list: fatal: bad revision 'nonsense'"):
        repository.run("rev-list", "nonsense", "--")


def test_the_users_configuration_does_not_count(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "config").write_text("[user]\n\tname = Somebody\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "config"))
    with pytest.raises(GitError):
        repository.run("config", "user.name")


def test_nothing_of_an_outer_git_gets_through(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GIT_DIR", "GIT_TRACE", "GIT_EXTERNAL_DIFF", "GIT_CONFIG_COUNT", "GIT_ALLOW_PROTOCOL"):
        monkeypatch.setenv(name, "1")
    environment = process.environment({})
    assert not {"GIT_DIR", "GIT_TRACE", "GIT_EXTERNAL_DIFF", "GIT_CONFIG_COUNT"} & environment.keys()
    assert environment["GIT_ALLOW_PROTOCOL"] == "none"


def test_a_full_pipe_on_either_side_is_no_deadlock(repository: Repository) -> None:
    names = (b"a name that is nowhere %d\n" % number for number in range(200_000))
    with repository.running("cat-file", "--batch-check", "--buffer", stdin=names) as git:
        assert sum(1 for _ in git.stdout) == 200_000
        assert git.finish() == ""


@posix
def test_leaving_early_ends_git_and_its_feeder(repository: Repository) -> None:
    started = time.monotonic()
    endless = iter(lambda: b"HEAD\n" * 1000, b"")
    with repository.running("cat-file", "--batch", stdin=endless) as git:
        assert git.stdout.read(10)
    assert git.status == -signal.SIGKILL
    assert no_child_is_left()
    assert time.monotonic() - started < 5


@posix
def test_a_git_that_does_not_answer_is_given_up(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_git(tmp_path / "bin", "exec sleep 60", monkeypatch)
    with pytest.raises(GitError, match=r"did not answer within 0\.2 s"):
        repository.run("rev-parse", seconds=0.2)
    assert no_child_is_left()


@posix
def test_a_killed_git_is_told_from_one_that_failed(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_git(tmp_path / "bin", "kill -9 $$", monkeypatch)
    with pytest.raises(GitError, match=r"was killed \(signal 9\)"):
        repository.run("rev-list")


@posix
def test_interruption_leaves_no_process(repository: Repository, tmp_path: Path) -> None:
    """Ctrl-C reaches us in the middle of a stream, and git is gone when we are."""
    script = f"""
import os, signal
from pathlib import Path
from revont_guard.sources.git.repository import discover
try:
    with discover(Path({str(repository.worktree)!r})).running("cat-file", "--batch") as git:
        Path({str(tmp_path / "pid")!r}).write_text(str(git._process.pid))
        os.kill(os.getpid(), signal.SIGINT)
        git.stdout.read()
except KeyboardInterrupt:
    raise SystemExit(130)
"""
    done = subprocess.run([sys.executable, "-c", script], cwd=Path(__file__).parents[3], timeout=30, check=False)
    assert done.returncode == 130
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)


def test_no_git(repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(GitError, match="git is not installed, or not on PATH"):
        repository.run("rev-list")


@posix
def test_a_git_in_the_scanned_folder_is_never_run(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Relative entries of PATH, and the empty one, mean whatever folder we are in."""
    fake_git(tmp_path / "evil", f"touch {tmp_path / 'ran'}", monkeypatch)
    monkeypatch.chdir(tmp_path / "evil")
    monkeypatch.setenv("PATH", os.pathsep.join(["", ".", "../evil", os.defpath]))
    repository.run("rev-list", "--all")
    assert not (tmp_path / "ran").exists()


@posix
def test_a_git_that_is_too_old_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Repo(tmp_path / "r")
    fake_git(
        tmp_path / "bin", '[ "$1" = version ] && echo git version 2.20.1 || echo --show-object-format', monkeypatch
    )
    with pytest.raises(GitError, match=r"git 2\.20 is too old: revont-guard needs 2\.32 or newer"):
        discover(tmp_path / "r")


def test_cleaned_keeps_words_and_ids_but_no_names() -> None:
    oid = "0123456789abcdef0123456789abcdef01234567"
    assert process.cleaned(f"fatal: loose object {oid} is corrupt".encode()) == f"fatal: loose object {oid} is corrupt"
    for name in (f"refs/heads/{oid}", oid, "rvk_live_abcdefgh1234", "https://u:p@h/x", "u:p@h"):
        assert name not in process.cleaned(f"fatal: bad ref '{name}' here".encode())
    assert process.cleaned(b"a\x1b[31mb\x07\n\xff") == "a [31mb"
    assert len(process.cleaned(b"word " * 1000)) == 200
