"""`revont-guard doctor` from the command line: what it prints, and what scripts get."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from revont_guard import __version__
from tests.commands import run
from tests.keys import make_key
from tests.repos import Repo


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    return Repo(tmp_path / "r").stage({"app.py": "import this\n"})


def test_notes_are_no_problem(repo: Repo) -> None:
    done = run("doctor", cwd=repo.path)
    assert (done.code, done.err) == (0, "")
    assert "note  hook-config" in done.out and "→ `revont-guard init`" in done.out


def test_problem_is_exit_code_1(repo: Repo) -> None:
    assert run("init", "--yes", repo.path).code == 0
    done = run("doctor", repo.path)
    assert done.code == 1 and "pre-commit install --hook-type" in done.out


def test_what_cannot_be_looked_at_is_exit_code_3(repo: Repo) -> None:
    (repo.path / ".gitlab-ci.yml").write_bytes(b"\xff")
    (repo.path / ".revont-guard.toml").write_text("[")
    assert run("doctor", repo.path).code == 3


def test_json_has_the_documented_shape(repo: Repo) -> None:
    told = json.loads(run("doctor", "--format", "json", repo.path).out)
    assert {name: told[name] for name in ("version", "tool")} == {
        "version": 1,
        "tool": {"name": "revont-guard", "version": __version__},
    }
    for check in told["checks"]:
        assert check.keys() == {"name", "state", "what", "mend"}
        assert check["state"] in ("ok", "problem", "note", "unknown")
        assert check["mend"] is None or check["state"] != "ok"


@pytest.mark.parametrize("format_", ["text", "json"])
def test_key_in_a_name_or_setting_is_not_shown(format_: str, repo: Repo) -> None:
    key = make_key("doctor")
    repo.stage({f"revont-{key}/.env": ""})
    repo.configure(core_hooksPath=f"/x/{key}")
    (repo.path / ".pre-commit-config.yaml").write_text(
        f"repos: [{{repo: {key}, rev: {key}, hooks: [{{id: revont-guard}}]}}]\n"
    )
    (repo.path / "azure-pipelines.yml").write_text(f"jobs: [{{job: {key}, steps: [{{bash: revont-guard audit}}]}}]\n")
    done = run("doctor", "--format", format_, repo.path)
    assert done.code == 1
    assert key not in done.out + done.err


def test_folder_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    assert run("doctor", tmp_path / "gone").code == 2
