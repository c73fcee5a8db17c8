"""The files of the project that speak to revont-guard, and those that should not be in it."""

from __future__ import annotations

import json
from pathlib import Path

from revont_guard.onboarding.checks import project
from tests.onboarding.helpers import look_at, states
from tests.repos import Repo


def test_tracked_env_files_are_noted(tmp_path: Path) -> None:
    repo = Repo(tmp_path)
    assert states(look_at(project.env_files, repo.path)) == ["ok"]
    repo.stage({"app/.env": "A=1\n", ".env.example": "A=\n"})
    (check,) = look_at(project.env_files, repo.path)
    assert check.state == "note" and "git rm --cached app/.env" in check.mend
    repo.stage({f"{number}/.env": "" for number in range(8)})
    assert len(look_at(project.env_files, repo.path)) == 6


def test_settings_that_stop_every_run_are_problems(tmp_path: Path) -> None:
    top = Repo(tmp_path).path
    assert look_at(project.configuration, top) == look_at(project.baseline, top) == []
    (top / ".revont-guard.toml").write_text("")
    (top / ".revont-guard.baseline.json").write_text('{"version": 1, "findings": []}')
    for look in (project.configuration, project.baseline):
        assert states(look_at(look, top)) == ["ok"]
    (top / ".revont-guard.toml").write_text("no-such = 1\n")
    (top / ".revont-guard.baseline.json").write_text("[")
    for look in (project.configuration, project.baseline):
        assert states(look_at(look, top)) == ["problem"]


def test_what_blinds_detect_secrets_is_told(tmp_path: Path) -> None:
    top = Repo(tmp_path).path
    assert look_at(project.detect_secrets, top) == []
    (top / ".secrets.baseline").write_text(json.dumps({"version": "1.5.0", "plugins_used": [], "results": {}}))
    assert {"problem", "note"} == {*states(look_at(project.detect_secrets, top))}
    (top / ".secrets.baseline").write_text("[")
    assert states(look_at(project.detect_secrets, top)) == ["problem"]
