"""`revont-guard init` from the command line: it shows, asks, writes, and says what comes next."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.commands import Outcome, Stream, run
from tests.keys import make_key
from tests.repos import Repo

KEY = make_key("init")


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    return Repo(tmp_path / "r").stage({"app.py": "import this\n"})


def answering(answer: str, folder: Path) -> Outcome:
    """``init`` on a terminal, where somebody types ``answer``."""
    out, err = Stream(terminal=True), Stream(terminal=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["revont-guard", "init", str(folder)])
        patch.setattr(sys, "stdin", Stream(answer.encode(), terminal=True))
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        from revont_guard.__main__ import main

        code = 0
        try:
            main()
        except SystemExit as end:
            code = int(end.code or 0)
    return Outcome(code, out.text, err.text)


def test_yes_writes_and_a_second_run_has_nothing_to_do(repo: Repo) -> None:
    done = run("init", "--yes", cwd=repo.path)
    assert (done.code, done.err) == (0, "")
    assert "+++ b/.pre-commit-config.yaml\n" in done.out and "pre-commit install" in done.out
    assert (repo.path / ".pre-commit-config.yaml").exists()
    assert run("init", cwd=repo.path) == Outcome(0, "Nothing to do.\n", "")


def test_without_a_terminal_nothing_is_written_and_the_diff_is_shown(repo: Repo) -> None:
    done = run("init", repo.path)
    assert done.code == 2
    assert "+++ b/.gitignore\n" in done.out and "--yes was not given" in done.err
    assert not (repo.path / ".gitignore").exists()


@pytest.mark.parametrize(("answer", "written"), [("y\n", True), ("n\n", False), ("\n", False)])
def test_terminal_is_asked(answer: str, written: bool, repo: Repo) -> None:
    done = answering(answer, repo.path)
    assert done.code == 0
    assert "Write these? [y/N]" in done.out
    assert ("Nothing was written." in done.out) is not written
    assert (repo.path / ".gitignore").exists() is written


def test_end_of_input_is_no_yes(repo: Repo) -> None:
    assert answering("", repo.path).code == 130
    assert not (repo.path / ".gitignore").exists()


def test_what_is_left_to_the_user_is_shown_in_full(repo: Repo) -> None:
    (repo.path / ".pre-commit-config.yaml").write_text("repos: [{repo: meta, hooks: [{id: identity}]}]\n")
    done = run("init", "--no-ci", "--no-gitignore", repo.path)
    assert done.code == 0
    assert ".pre-commit-config.yaml is left to you" in done.out and "Nothing to write." in done.out
    assert "      - id: revont-guard\n" in done.out


def test_keys_of_today_go_into_the_baseline_and_are_not_shown(repo: Repo) -> None:
    repo.stage({"app.env": f"REVONT_API_KEY={KEY}\n"}).git("commit", "--quiet", "-m", "a leak")
    done = run("init", "--yes", repo.path)
    assert done.code == 0 and "still exposed" in done.out
    assert KEY not in done.out + done.err
    assert KEY not in (repo.path / ".revont-guard.baseline.json").read_text()
    assert "merge=union" in (repo.path / ".gitattributes").read_text()
    assert run("audit", repo.path).code == 0
    assert run("init", repo.path).out == "Nothing to do.\n"


def test_baseline_of_a_shallow_clone_is_not_called_complete(repo: Repo, tmp_path: Path) -> None:
    for number in range(2):
        repo.stage({"app.env": f"REVONT_API_KEY={KEY}\nA={number}\n"}).git("commit", "--quiet", "-m", "a leak")
    done = run("init", "--yes", repo.clone(tmp_path / "clone", "--depth=1"))
    assert done.code == 0 and "Not everything could be read" in done.out


def test_key_beside_an_addition_is_not_shown(repo: Repo) -> None:
    (repo.path / ".gitlab-ci.yml").write_text(f"variables:\n  REVONT_API_KEY: {KEY}\n")
    done = run("init", "--no-baseline", repo.path)
    assert KEY not in done.out and "+revont-guard:\n" in done.out


def test_no_repository_is_wrong_usage(tmp_path: Path) -> None:
    done = run("init", tmp_path)
    assert done.code == 2 and "git init" in done.err
