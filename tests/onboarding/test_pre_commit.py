"""The entry for pre-commit in configurations as people have them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from revont_guard import __version__
from revont_guard.onboarding import pre_commit
from revont_guard.onboarding.changes import ByHand, Change
from revont_guard.onboarding.pre_commit import CONFIG, STAGES, added, entry, wanted
from revont_guard.onboarding.yaml_files import load

ROOT = Path(__file__).parents[2]
OTHER = "repos:\n- repo: https://example.org/other\n  rev: v1\n  hooks:\n  - id: other\n"


def test_every_hook_of_the_manifest_is_known_with_its_stage() -> None:
    manifest = {hook["id"]: hook["stages"] for hook in load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    assert manifest == {hook: [STAGES[hook]] for hook in manifest}
    assert {*wanted()} <= {*manifest}


@pytest.mark.parametrize("text", ["", "# mine\n", "---\n", OTHER, OTHER.replace("\n", "\r\n"), "repos: []\n"])
def test_entry_is_added_with_the_types_that_it_needs_and_only_once(text: str) -> None:
    after = added(text)
    found = entry(load(after))
    assert found is not None
    assert (found.rev, found.hooks, found.install) == (f"v{__version__}", wanted(), found.stages)
    assert added(after) == after
    assert [line for line in text.splitlines() if line not in after.splitlines() and line != "repos: []"] == []
    assert ("\r\n" in text) == ("\r\n" in after) == (re.search(r"[^\r]\n", after) is None)


def test_new_file_says_no_more_than_needed() -> None:
    assert added("") == (
        "default_install_hook_types: [pre-commit, commit-msg, pre-push]\n"
        "repos:\n"
        "  - repo: https://github.com/revont-guard/revont-guard\n"
        f"    rev: v{__version__}\n"
        "    hooks:\n"
        "      - id: revont-guard\n"
        "      - id: revont-guard-commit-msg\n"
        "      - id: revont-guard-pre-push\n"
    )


@pytest.mark.parametrize("types", ["[pre-commit]", "\n- commit", "[push, pre-commit]", "[]"])
def test_types_that_are_there_are_added_to(types: str) -> None:
    found = entry(load(added(f"default_install_hook_types: {types}\n{OTHER}")))
    assert found is not None
    assert {*found.stages} <= {*found.install}


def test_hook_that_somebody_chose_stays_the_only_one() -> None:
    chosen = "repos:\n- repo: https://example.org/fork\n  rev: abc\n  hooks:\n  - id: revont-guard\n"
    assert added(chosen) == chosen


def test_local_hook_has_no_revision() -> None:
    found = entry(load("repos:\n- repo: local\n  hooks:\n  - {id: revont-guard, entry: x}\n"))
    assert found is not None
    assert found.rev is None


@pytest.mark.parametrize("text", ["repos: [{repo: x}]\n", "repos:\n\t- x\n", "text\n", "repos:\n"])
def test_other_layout_is_left_to_the_user_with_all_that_is_needed(text: str, tmp_path: Path) -> None:
    (tmp_path / CONFIG).write_text(text)
    result = pre_commit.change(tmp_path)
    assert isinstance(result, ByHand)
    found = entry(load(result.snippet))
    assert found is not None
    assert found.hooks == wanted()
    assert {*found.stages} <= {*found.install}


def test_bytes_round_the_entry_stay(tmp_path: Path) -> None:
    (tmp_path / CONFIG).write_bytes(b"\xef\xbb\xbf" + OTHER.encode() + b"# \xc3\xbc")
    result = pre_commit.change(tmp_path)
    assert isinstance(result, Change) and result.before is not None
    assert result.after.startswith("\ufeff") and result.after.endswith("# ü")


def test_hooks_of_others_without_stages_are_told() -> None:
    config = OTHER + "  - id: kept\n    stages: [manual]\n"
    assert pre_commit.runs_at_every_stage(load(config)) == ["other"]
    assert pre_commit.runs_at_every_stage(load("default_stages: [pre-commit]\n" + config)) == []
