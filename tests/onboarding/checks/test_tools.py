"""The programs that are needed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from revont_guard.onboarding.checks.tools import look
from tests.onboarding.helpers import states


def test_versions_are_told() -> None:
    checks = [*look()]
    assert [check.name for check in checks] == ["version", "python", "git"]
    assert states(checks) == ["ok"] * 3
    assert checks[2].what.startswith("git version 2.")


@pytest.mark.skipif(os.name == "nt", reason="a shell script as git")
@pytest.mark.parametrize(("script", "told"), [("echo git version 2.20.1", "too old"), (None, "not installed")])
def test_missing_or_old_git_is_a_problem(
    script: str | None, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if script:
        (tmp_path / "git").write_text(f"#!/bin/sh\n{script}\n")
        (tmp_path / "git").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    check = [*look()][-1]
    assert check.state == "problem" and told in check.what and check.mend
