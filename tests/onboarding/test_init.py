"""What `init` would do to a project: all that was chosen, nothing twice, nothing that a hostile one slips in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from revont_guard.errors import UsageError
from revont_guard.onboarding.changes import Change, write
from revont_guard.onboarding.setup import Choices, origin_host, plan
from revont_guard.sources.git.repository import discover
from revont_guard.suppressions.baseline import FILE
from tests.repos import Repo


def paths(folder: Path, choices: Choices = Choices(), baseline: Change | None = None) -> list[str]:  # noqa: B008
    return [change.path for change in plan(folder, choices, baseline).changes]


def test_everything_is_set_up_once(tmp_path: Path) -> None:
    top = Repo(tmp_path / "r").configure(remote_origin_url="git@github.com:team/app.git").path
    (top / "src").mkdir()
    made = plan(top / "src", Choices())
    assert [change.path for change in made.changes] == [
        ".pre-commit-config.yaml",
        ".github/workflows/revont-guard.yml",
        ".gitignore",
    ]
    write(made.top, made.changes)
    again = plan(top, Choices())
    assert (again.changes, again.by_hand, again.notes) == ([], [], [])


@pytest.mark.parametrize(
    ("choices", "expected"),
    [
        (Choices(hook=False), [".gitlab-ci.yml", ".gitignore"]),
        (Choices(ci=False), [".pre-commit-config.yaml", ".gitignore"]),
        (Choices(gitignore=False), [".pre-commit-config.yaml", ".gitlab-ci.yml"]),
        (Choices(hook=False, ci=False, gitignore=False), []),
    ],
)
def test_only_what_is_chosen_is_changed(choices: Choices, expected: list[str], tmp_path: Path) -> None:
    (Repo(tmp_path).path / ".gitlab-ci.yml").write_text("a: {script: make}\nb: 1\n")
    assert paths(tmp_path, choices) == expected


def test_baseline_comes_with_its_merge_rule(tmp_path: Path) -> None:
    top = Repo(tmp_path).path
    only = Choices(hook=False, ci=False, gitignore=False)
    new = Change(FILE, None, "{}")
    assert paths(top, only, new) == [FILE, ".gitattributes"]
    assert paths(top, Choices(hook=False, ci=False, gitignore=False, baseline=False), new) == []
    (top / FILE).write_text("{}")
    assert paths(top, only) == [".gitattributes"]


def test_detect_secrets_gets_the_entry_and_the_file(tmp_path: Path) -> None:
    top = Repo(tmp_path).path
    chosen = Choices(hook=False, ci=False, gitignore=False, detect_secrets=True)
    with pytest.raises(UsageError, match="detect-secrets scan"):
        plan(top, chosen)
    baseline = {"version": "1.5.0", "plugins_used": [{"name": "AWSKeyDetector"}], "filters_used": [], "results": {}}
    (top / ".secrets.baseline").write_text(json.dumps(baseline, indent=2))
    assert any("--detect-secrets" in step for step in plan(top, Choices()).steps)
    made = plan(top, chosen)
    assert [change.path for change in made.changes] == [".secrets.baseline", ".revont-guard-plugin.py"]
    write(top, made.changes)
    assert paths(top, chosen) == []
    (top / ".revont-guard-plugin.py").write_text("import this\n")
    assert [item.path for item in plan(top, chosen).by_hand] == [".revont-guard-plugin.py"]


def test_tracked_secret_is_told_and_not_ignored(tmp_path: Path) -> None:
    repo = Repo(tmp_path).stage({"app/.env": "A=1\n", ".env.example": "A=\n"})
    made = plan(repo.path, Choices(hook=False, ci=False))
    assert len(made.notes) == 1 and "app/.env is tracked" in made.notes[0]
    assert ".env\n" not in made.changes[0].after


def test_hooks_of_others_that_would_run_more_often_are_told(tmp_path: Path) -> None:
    top = Repo(tmp_path).path
    (top / ".pre-commit-config.yaml").write_text("repos:\n- repo: local\n  hooks:\n  - id: lint\n")
    made = plan(top, Choices())
    assert any("lint" in note and "default_stages" in note for note in made.notes)


def test_place_without_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="git init"):
        plan(tmp_path, Choices())
    with pytest.raises(UsageError, match="bare"):
        plan(Repo(tmp_path / "bare", bare=True).path, Choices())


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://user:word@GitHub.com:443/a/b.git", "github.com"),
        ("git@gitlab.com:a/b.git", "gitlab.com"),
        ("ssh://git@github.com/a/b", "github.com"),
        ("/srv/git/b", ""),
        ("", ""),
    ],
)
def test_host_of_the_origin(url: str, host: str, tmp_path: Path) -> None:
    assert origin_host(discover(Repo(tmp_path).configure(remote_origin_url=url).path)) == host
