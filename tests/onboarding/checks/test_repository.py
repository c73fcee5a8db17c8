"""The repository: can it be read, and is it whole? What is advised is tried."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from revont_guard.onboarding.check import Check
from revont_guard.onboarding.checks import repository
from tests.onboarding.helpers import look_at, states
from tests.repos import Repo, git


@pytest.fixture
def origin(tmp_path: Path) -> Repo:
    repo = Repo(tmp_path / "origin")
    for number in range(3):
        repo.commit({"a.txt": f"{number}\n"})
    return repo


@pytest.mark.parametrize("kind", ["shallow", "partial"])
def test_what_is_missing_is_a_problem_and_the_advice_mends_it(kind: str, origin: Repo, tmp_path: Path) -> None:
    option = "--depth=1" if kind == "shallow" else "--filter=blob:none"
    clone = origin.clone(tmp_path / "clone", option)
    (check,) = look_at(repository.clone, clone)
    assert check.state == "problem" and kind in check.what
    git(clone, *check.mend.removeprefix("git ").split())
    assert states(look_at(repository.clone, clone)) == ["ok"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="takes root to give files away")
def test_foreign_repository_is_readable_all_the_same(origin: Repo, tmp_path_factory: pytest.TempPathFactory) -> None:
    for folder, _, names in os.walk(origin.path):
        for name in (".", *names):
            os.chown(Path(folder, name), 12345, 12345)
    (check,) = look_at(repository.ownership, origin.path)
    assert check.state == "note" and check.mend.endswith(f"safe.directory {origin.path}")
    settings = tmp_path_factory.mktemp("settings") / "gitconfig"
    settings.write_text(f"[safe]\n\tdirectory = {origin.path}\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GIT_CONFIG_GLOBAL", str(settings))
        assert states(look_at(repository.ownership, origin.path)) == ["ok"]


def test_own_repository_is_no_matter_to_git(origin: Repo) -> None:
    assert states(look_at(repository.ownership, origin.path)) == ["ok"]


def test_no_repository_and_a_broken_one_are_problems(tmp_path: Path) -> None:
    none = repository.find(tmp_path)
    assert isinstance(none, Check) and none.state == "problem" and "git init" in none.mend
    (tmp_path / ".git").write_text("gitdir: nowhere\n")
    broken = repository.find(tmp_path)
    assert isinstance(broken, Check) and broken.state == "problem"
