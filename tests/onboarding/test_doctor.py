"""All checks together: complete in a bare repository, in a hostile one, and without a repository or git."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from revont_guard.onboarding.changes import write
from revont_guard.onboarding.doctor import LOOKS, examine
from revont_guard.onboarding.setup import Choices, plan
from tests.repos import Repo


def test_project_that_was_set_up_has_only_hooks_to_install(tmp_path: Path) -> None:
    top = Repo(tmp_path).configure(remote_origin_url="https://github.com/a/b").path
    made = plan(top, Choices())
    write(top, made.changes)
    assert [check.name for check in examine(top) if check.state != "ok"] == ["hook-installed"]


def test_every_check_has_its_name(tmp_path: Path) -> None:
    top = Repo(tmp_path).path
    assert {check.name for check in examine(top)} <= {
        "version",
        "python",
        "git",
        "repository",
        *(name for name, _ in LOOKS),
    }


def test_bare_repository_has_no_files_to_check(tmp_path: Path) -> None:
    checks = examine(Repo(tmp_path, bare=True).path)
    assert [check.name for check in checks] == ["version", "python", "git", "repository", "ownership", "clone"]
    assert {check.state for check in checks} == {"ok"}


def test_no_repository_ends_it(tmp_path: Path) -> None:
    assert [(check.name, check.state) for check in examine(tmp_path)][-1] == ("repository", "problem")


def test_without_git_the_repository_is_unknown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    top = Repo(tmp_path / "r").path
    monkeypatch.setenv("PATH", str(tmp_path))
    checks = {check.name: check.state for check in examine(top)}
    assert (checks["git"], checks["repository"]) == ("problem", "unknown")


@pytest.mark.skipif(os.name == "nt", reason="shell scripts")
def test_nothing_that_a_hostile_repository_configures_is_run(tmp_path: Path) -> None:
    repo = Repo(tmp_path / "r").stage({"a.txt": "a\n", ".env": "A=1\n"})
    repo.git("commit", "--quiet", "--message=first")
    trap = tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/sprung\n")
    trap.chmod(0o755)
    hooks = repo.git_dir / "hooks"
    hooks.mkdir(exist_ok=True)
    for name in ("pre-commit", "post-index-change", "reference-transaction", "fsmonitor-watchman"):
        (hooks / name).symlink_to(trap)
    (repo.path / ".gitattributes").write_text("* filter=x diff=x\n")
    repo.configure(
        core_fsmonitor=str(trap),
        core_pager=str(trap),
        core_sshCommand=str(trap),
        filter_x_clean=str(trap),
        diff_x_textconv=str(trap),
        alias_config=f"!{trap}",
        credential_helper=str(trap),
        remote_origin_url="ext::" + str(trap),
    )
    (repo.path / ".pre-commit-config.yaml").write_text("repos: !!python/object/apply:os.system [touch sprung]\n")
    examine(repo.path)
    plan(repo.path, Choices())
    assert not (tmp_path / "sprung").exists() and not (repo.path / "sprung").exists()
