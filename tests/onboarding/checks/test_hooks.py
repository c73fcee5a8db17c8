"""The hooks, as the real pre-commit installs them and as others do."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from revont_guard import __version__
from revont_guard.onboarding.checks import hooks
from revont_guard.onboarding.pre_commit import CONFIG, added
from tests.onboarding.helpers import look_at, states
from tests.repos import Repo


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    repo = Repo(tmp_path / "r").stage({CONFIG: added("")})
    repo.git("commit", "--quiet", "--message=first")
    return repo


def install(folder: Path, *options: str) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {"PRE_COMMIT_HOME": str(folder.parent / "cache"), "GIT_CONFIG_GLOBAL": os.devnull}
    command = [sys.executable, "-m", "pre_commit", "install", *options]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_hooks_are_missing_until_pre_commit_installs_them(repo: Repo) -> None:
    (check,) = look_at(hooks.installed, repo.path)
    assert check.state == "problem" and "pre-commit, commit-msg, pre-push" in check.what
    install(repo.path, *check.mend.removeprefix("pre-commit install").split())
    assert states(look_at(hooks.installed, repo.path)) == ["ok"] * 3


def test_one_stage_that_is_not_installed_is_told(repo: Repo) -> None:
    install(repo.path, "--hook-type", "pre-commit", "--hook-type", "commit-msg")
    checks = look_at(hooks.installed, repo.path)
    assert states(checks) == ["problem", "ok", "ok"]
    assert checks[0].mend == "pre-commit install --hook-type pre-push"


def test_linked_worktree_has_the_hooks_of_its_repository(repo: Repo, tmp_path: Path) -> None:
    linked = repo.worktree(tmp_path / "linked", "side")
    assert states(look_at(hooks.installed, linked)) == ["problem"]
    install(repo.path)
    assert states(look_at(hooks.installed, linked)) == ["ok"] * 3


def test_submodule_has_hooks_of_its_own(repo: Repo, tmp_path: Path) -> None:
    inner = Repo(tmp_path / "outer").submodule(repo, "inner")
    install(repo.path)
    assert states(look_at(hooks.installed, inner)) == ["problem"]
    install(inner)
    assert states(look_at(hooks.installed, inner)) == ["ok"] * 3


@pytest.mark.parametrize("whose", ["repository", "user", "worktree"])
def test_hooks_elsewhere_count_instead(whose: str, repo: Repo, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    install(repo.path)
    if whose == "user":
        (tmp_path / "gitconfig").write_text("[core]\n\thooksPath = .husky\n")
        monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    elif whose == "worktree":
        repo.configure(extensions_worktreeConfig="true").git("config", "--worktree", "core.hooksPath", ".husky")
    else:
        repo.configure(core_hooksPath=".husky")
    (check,) = look_at(hooks.installed, repo.path)
    assert check.state == "problem" and "core.hooksPath" in check.what
    (repo.path / ".husky").mkdir()
    for stage in ("pre-commit", "commit-msg", "pre-push"):
        (repo.path / ".husky" / stage).write_text("revont-guard scan --staged\n")
        (repo.path / ".husky" / stage).chmod(0o755)
    assert states(look_at(hooks.installed, repo.path)) == ["ok"] * 3


@pytest.mark.skipif(os.name == "nt", reason="rights")
def test_hook_that_git_skips_or_that_runs_something_else_is_a_problem(repo: Repo) -> None:
    install(repo.path)
    (repo.git_dir / "hooks" / "pre-push").chmod(0o644)
    (repo.git_dir / "hooks" / "commit-msg").write_text("# not pre-commit\nexit 0\n")
    checks = look_at(hooks.installed, repo.path)
    assert states(checks) == ["ok", "problem", "problem"]
    assert "neither" in checks[1].what and checks[2].mend.startswith("chmod +x ")


@pytest.mark.skipif(os.name == "nt", reason="pipes")
def test_pipe_in_place_of_a_hook_does_not_hang(repo: Repo) -> None:
    (repo.git_dir / "hooks").mkdir(exist_ok=True)
    os.mkfifo(repo.git_dir / "hooks" / "pre-commit")
    assert states(look_at(hooks.installed, repo.path)) == ["problem"]


def test_configuration_is_looked_at(repo: Repo) -> None:
    config = repo.path / CONFIG

    def found(text: str | None) -> tuple[str, str]:
        config.unlink(missing_ok=True)
        if text is not None:
            config.write_text(text)
        (check,) = look_at(hooks.config, repo.path)
        return str(check.state), check.what

    assert found(added(""))[0] == "ok"
    assert found(None) == ("note", f"no {CONFIG}: nothing is read before a commit")
    assert found("repos: []\n")[0] == "note"
    assert found("repos: [\n")[0] == "problem"
    state, what = found("repos: [{repo: x, rev: v1, hooks: [{id: revont-guard}]}]\n")
    assert state == "note" and what.endswith("lacks revont-guard-commit-msg, revont-guard-pre-push")


def test_hook_without_pre_commit_is_enough(repo: Repo) -> None:
    (repo.path / CONFIG).unlink()
    (repo.git_dir / "hooks").mkdir(exist_ok=True)
    (repo.git_dir / "hooks" / "pre-commit").write_text("#!/bin/sh\nexec revont-guard scan --staged\n")
    assert states(look_at(hooks.config, repo.path)) == ["ok"]


def test_revision_is_held_against_what_is_installed(repo: Repo) -> None:
    assert states(look_at(hooks.version, repo.path)) == ["ok"]
    config = repo.path / CONFIG
    config.write_text(config.read_text().replace(f"v{__version__}", "v0.0.1"))
    (check,) = look_at(hooks.version, repo.path)
    assert check.state == "note" and "v0.0.1" in check.what
    config.write_text("repos: [{repo: local, hooks: [{id: revont-guard}]}]\n")
    assert look_at(hooks.version, repo.path) == []
