"""Lines for .gitignore and .gitattributes: only those that are not in effect yet, and git heeds them."""

from __future__ import annotations

from pathlib import Path

import pytest

from revont_guard.onboarding.changes import ByHand, Change
from revont_guard.onboarding.ignore_files import attributes_change, env_files, ignore_change
from revont_guard.suppressions.baseline import FILE
from tests.repos import Repo

SECRET = (".env", "app/.env", ".env.local", "deep/er/.env.production")
PUBLIC = (".env.example", "app/.env.sample", ".env.template", ".env.dist", ".envrc", "env")


def ignored(top: Path, text: str | None) -> str:
    if text is not None:
        (top / ".gitignore").write_text(text)
    result = ignore_change(top, ())
    assert not isinstance(result, ByHand)
    return result.after if result is not None else text or ""


@pytest.mark.parametrize("before", [None, "", "node_modules", "a\r\n", "*.log\n!.env\n", ".env\n"])
def test_git_ignores_secrets_and_no_examples_afterwards(before: str | None, tmp_path: Path) -> None:
    repo = Repo(tmp_path)
    after = ignored(tmp_path, before)
    (tmp_path / ".gitignore").write_text(after, newline="")
    listed = repo.git("check-ignore", *SECRET).splitlines()
    assert listed == list(SECRET)
    assert not any(path in repo.git("check-ignore", path, ".env").split("\n") for path in PUBLIC)
    assert after.startswith(before or "")
    assert ignore_change(tmp_path, ()) is None


@pytest.mark.parametrize("before", [".env*\n", "*env*\n", ".env\n.env.*\n!.env.example\n", ".*\n"])
def test_what_is_ignored_already_stays_as_it_is(before: str, tmp_path: Path) -> None:
    assert ignored(tmp_path, before) == before


def test_line_that_speaks_of_a_tracked_file_is_left_out(tmp_path: Path) -> None:
    def lines(*tracked: bytes) -> list[str]:
        result = ignore_change(tmp_path, tracked)
        return result.after.splitlines() if isinstance(result, Change) else []

    assert lines(b"app/.env") == [".env.*", "!.env.example", "!.env.sample", "!.env.template", "!.env.dist"]
    assert lines(b".env.test") == [".env"]
    assert lines(b".env", b".env.test") == []


def test_examples_are_no_env_files() -> None:
    paths = [path.encode() for path in (*SECRET, *PUBLIC)]
    assert env_files(paths) == sorted(SECRET)


@pytest.mark.parametrize("before", [None, "* text=auto", f"{FILE} linguist-generated\n"])
def test_git_merges_baselines_afterwards(before: str | None, tmp_path: Path) -> None:
    repo = Repo(tmp_path)
    if before is not None:
        (tmp_path / ".gitattributes").write_text(before)
    result = attributes_change(tmp_path)
    assert isinstance(result, Change)
    (tmp_path / ".gitattributes").write_text(result.after)
    assert repo.git("check-attr", "merge", FILE) == f"{FILE}: merge: union"
    assert attributes_change(tmp_path) is None
