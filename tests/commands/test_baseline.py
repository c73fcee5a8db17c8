"""`revont-guard baseline` by the command line: what it writes, what it says, what it refuses, how it ends."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import pytest

from revont_guard.suppressions.baseline import FILE, MERGED
from tests.commands import run
from tests.keys import make_key
from tests.repos import Repo

ATTRIBUTES = ".gitattributes"
ADVICE = "What is accepted is still exposed: replace the keys, and `revont-guard baseline prune` afterwards.\n"


def leak(seed: object = 0) -> str:
    return f"REVONT_API_KEY={make_key(f'baseline command {seed}')}\n"


@pytest.fixture
def repository(tmp_path: Path) -> Repo:
    """A key at hand, and one that only the history holds."""
    repository = Repo(tmp_path / "r")
    repository.commit({"a.env": leak("a"), "old.env": leak("old"), "src/b.txt": "b"})
    repository.commit({"old.env": None})
    return repository.checkout()


def entries(folder: Path, name: str = FILE) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = json.loads((folder / name).read_text())["findings"]
    assert listed.pop() is None
    return listed


def rules(folder: Path) -> list[tuple[str, str]]:
    return [(entry["rule"], entry["path"]) for entry in entries(folder)]


# -- create -----------------------------------------------------------------------------------------------------------


def test_create_accepts_all_that_is_found_and_says_what_it_did(repository: Repo) -> None:
    outcome = run("baseline", "create", cwd=repository.path)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == (
        f"{FILE}: 2 findings added, 0 removed, 0 kept.\n"
        f"{ATTRIBUTES}: git merges the baseline line by line ({MERGED}).\n{ADVICE}"
    )
    assert rules(repository.path) == [("hardcoded-key", "a.env"), ("key-in-history", "old.env")]
    assert [run(command, cwd=repository.path).code for command in ("scan", "audit")] == [0, 0]


def test_create_where_nothing_is_found_writes_an_empty_one(tmp_path: Path) -> None:
    """So that the hook and CI can name it from the first day."""
    outcome = run("baseline", "create", cwd=tmp_path)
    assert (outcome.code, outcome.out, outcome.err) == (0, f"{FILE}: 0 findings added, 0 removed, 0 kept.\n", "")
    assert entries(tmp_path) == []
    assert run("scan", cwd=tmp_path).code == 0


def test_create_takes_the_repository_from_any_folder_of_it(repository: Repo, tmp_path: Path) -> None:
    outcome = run("baseline", "create", repository.path / "src", cwd=tmp_path)
    assert outcome.code == 0
    assert len(entries(repository.path)) == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["r"]


def test_create_without_history_leaves_the_history_out(repository: Repo) -> None:
    assert run("baseline", "create", "--no-history", cwd=repository.path).code == 0
    assert rules(repository.path) == [("hardcoded-key", "a.env")]
    assert run("scan", cwd=repository.path).code == 0
    assert run("audit", cwd=repository.path).code == 1


@pytest.mark.parametrize("options", [[], ["--no-history"]])
def test_folder_needs_no_git(options: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.env").write_text(leak())
    outcome = run("baseline", "create", *options, cwd=tmp_path)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == f"{FILE}: 1 finding added, 0 removed, 0 kept.\n{ADVICE}"
    assert sorted(path.name for path in tmp_path.iterdir()) == [FILE, "a.env"]
    assert run("scan", cwd=tmp_path).code == 0


def test_create_honours_what_is_accepted_and_excluded_otherwise(repository: Repo) -> None:
    repository.write(
        {
            ".revont-guard.toml": "[[exclude]]\npaths = ['docs/']\nreason = 'examples'\n",
            "docs/c.env": leak("c"),
            "d.env": leak("d").strip() + "  # revont-guard: allow[hardcoded-key] a test\n",
        }
    )
    assert run("baseline", "create", "--no-history", cwd=repository.path).code == 0
    assert rules(repository.path) == [("hardcoded-key", "a.env")]


def test_another_configuration_can_be_named(repository: Repo, tmp_path: Path) -> None:
    (tmp_path / "other.toml").write_text("[[exclude]]\npaths = ['*.env']\nreason = 'x'\n")
    assert run("baseline", "create", "--config", tmp_path / "other.toml", cwd=repository.path).code == 0
    assert entries(repository.path) == []


def test_reason_and_day_are_written(repository: Repo) -> None:
    assert run("baseline", "create", "--reason", "revoked", "--until", "2999-12-31", cwd=repository.path).code == 0
    assert {(entry["reason"], entry["expires"]) for entry in entries(repository.path)} == {("revoked", "2999-12-31")}
    assert "revoked" in run("scan", "--format", "json", cwd=repository.path).out


def test_reason_that_quotes_the_key_is_masked(repository: Repo) -> None:
    key = make_key("baseline command a")
    run("baseline", "create", "--reason", f"{key} is revoked", cwd=repository.path)
    text = (repository.path / FILE).read_text()
    assert "is revoked" in text
    assert key not in text


def test_another_file_can_be_named(repository: Repo, tmp_path: Path) -> None:
    """It is not at the root, so git is told nothing of it."""
    outcome = run("baseline", "create", "--baseline", tmp_path / "mine.json", cwd=repository.path)
    assert outcome.out == f"mine.json: 2 findings added, 0 removed, 0 kept.\n{ADVICE}"
    assert len(entries(tmp_path, "mine.json")) == 2
    assert not (repository.path / FILE).exists() and not (repository.path / ATTRIBUTES).exists()
    assert run("audit", "--baseline", tmp_path / "mine.json", cwd=repository.path).code == 0


# -- update -----------------------------------------------------------------------------------------------------------


def test_update_adds_what_is_new_and_leaves_the_rest_as_it_is(repository: Repo) -> None:
    run("baseline", "create", "--reason", "first", cwd=repository.path)
    repository.write({"a.env": "\n\n" + leak("a"), "c.env": leak("c")})
    outcome = run("baseline", "update", "--reason", "second", "--until", "2999-12-31", cwd=repository.path)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == f"{FILE}: 1 finding added, 0 removed, 2 kept.\n{ADVICE}"
    assert [(entry["path"], entry["reason"], entry.get("expires")) for entry in entries(repository.path)] == [
        ("a.env", "first", None),
        ("c.env", "second", "2999-12-31"),
        ("old.env", "first", None),
    ]


def test_update_of_what_has_not_changed_writes_the_same(repository: Repo) -> None:
    run("baseline", "create", cwd=repository.path)
    before = (repository.path / FILE).read_bytes()
    outcome = run("baseline", "update", cwd=repository.path)
    assert (outcome.code, outcome.out) == (0, f"{FILE}: 0 findings added, 0 removed, 2 kept.\n")
    assert (repository.path / FILE).read_bytes() == before


def test_update_keeps_what_is_found_no_more(repository: Repo) -> None:
    run("baseline", "create", cwd=repository.path)
    repository.write({"a.env": ""})
    run("baseline", "update", "--no-history", cwd=repository.path)
    assert ("hardcoded-key", "a.env") in rules(repository.path)


def test_update_renews_what_has_expired(repository: Repo) -> None:
    """It counts again, so it is new."""
    run("baseline", "create", "--no-history", "--until", "2020-01-01", cwd=repository.path)
    assert run("scan", cwd=repository.path).code == 1
    outcome = run("baseline", "update", "--no-history", "--until", "2999-12-31", cwd=repository.path)
    assert outcome.code == 0
    assert [entry["expires"] for entry in entries(repository.path)] == ["2999-12-31"]
    assert run("scan", cwd=repository.path).code == 0


# -- prune ------------------------------------------------------------------------------------------------------------


def test_prune_takes_out_what_is_found_no_more(repository: Repo) -> None:
    repository.write({"c.env": leak("c")})
    run("baseline", "create", cwd=repository.path)
    repository.write({"c.env": ""})
    assert "unused-suppression" in run("audit", "--format", "json", cwd=repository.path).out
    outcome = run("baseline", "prune", cwd=repository.path)
    assert (outcome.code, outcome.out) == (0, f"{FILE}: 0 findings added, 1 removed, 2 kept.\n")
    assert rules(repository.path) == [("hardcoded-key", "a.env"), ("key-in-history", "old.env")]
    assert '"notices": []' in run("audit", "--format", "json", cwd=repository.path).out


def test_prune_adds_nothing(repository: Repo) -> None:
    run("baseline", "create", cwd=repository.path)
    repository.write({"c.env": leak("c")})
    assert run("baseline", "prune", cwd=repository.path).out == f"{FILE}: 0 findings added, 0 removed, 2 kept.\n"
    assert len(entries(repository.path)) == 2


def test_prune_without_history_keeps_what_is_about_the_history(repository: Repo) -> None:
    run("baseline", "create", cwd=repository.path)
    repository.write({"a.env": ""})
    assert run("baseline", "prune", "--no-history", cwd=repository.path).code == 0
    assert rules(repository.path) == [("key-in-history", "old.env")]


def test_prune_keeps_what_has_expired_and_is_still_there(repository: Repo) -> None:
    """It says since when it counts again."""
    run("baseline", "create", "--until", "2020-01-01", cwd=repository.path)
    assert "2 kept" in run("baseline", "prune", cwd=repository.path).out


# -- refusals ---------------------------------------------------------------------------------------------------------


def test_create_does_not_overwrite(repository: Repo) -> None:
    (repository.path / FILE).write_text("mine")
    outcome = run("baseline", "create", cwd=repository.path)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == f"revont-guard: {FILE} is there already: `revont-guard baseline update` adds what is new\n"
    assert (repository.path / FILE).read_text() == "mine"


@pytest.mark.parametrize("change", ["update", "prune"])
def test_change_of_what_is_not_there_is_refused(change: str, repository: Repo) -> None:
    outcome = run("baseline", change, cwd=repository.path)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == f"revont-guard: {FILE} is not there: `revont-guard baseline create` writes it\n"
    assert not (repository.path / FILE).exists()


@pytest.mark.parametrize("change", ["update", "prune"])
def test_broken_one_is_told_and_left_alone(change: str, repository: Repo) -> None:
    broken = '{"version": 1, "findings": [\n<<<<<<< HEAD\n'
    (repository.path / FILE).write_text(broken)
    outcome = run("baseline", change, cwd=repository.path)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == f"revont-guard: {FILE}:2: not JSON (an unresolved merge conflict)\n"
    assert (repository.path / FILE).read_text() == broken


@pytest.mark.parametrize("day", ["tomorrow", "2026-2-3", "2026-02-30", "20261231", ""])
@pytest.mark.parametrize("change", ["create", "update"])
def test_day_must_be_one(change: str, day: str, repository: Repo) -> None:
    outcome = run("baseline", change, "--until", day, cwd=repository.path)
    assert (outcome.code, outcome.err) == (2, "revont-guard: --until takes a day as YYYY-MM-DD\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ["create", "nowhere"],
        ["create", "a.env"],
        ["create", "src", "src"],
        ["prune", "--reason", "x"],
        ["prune", "--until", "2999-12-31"],
        ["create", "--baseline", "src"],
        ["create", "--config", "none.toml"],
        ["remove"],
        [],
    ],
    ids=" ".join,
)
def test_wrong_use_is_2_and_writes_nothing(arguments: list[str], repository: Repo) -> None:
    assert run("baseline", *arguments, cwd=repository.path).code == 2
    assert not (repository.path / FILE).exists()


def test_today_is_a_day(repository: Repo) -> None:
    today = str(datetime.datetime.now(datetime.UTC).date())
    assert run("baseline", "create", "--until", today, cwd=repository.path).code == 0
    assert run("audit", cwd=repository.path).code == 0


# -- what could not be read -------------------------------------------------------------------------------------------


@pytest.fixture
def shallow(repository: Repo, tmp_path: Path) -> Path:
    repository.commit({"c.txt": "c"})
    return repository.clone(tmp_path / "shallow", "--depth=1")


@pytest.mark.parametrize("change", ["create", "update"])
def test_half_an_audit_is_written_and_ends_in_3(change: str, shallow: Path) -> None:
    if change == "update":
        run("baseline", "create", "--no-history", cwd=shallow)
    outcome = run("baseline", change, cwd=shallow)
    assert outcome.code == 3
    assert outcome.out.startswith(f"{FILE}: ")
    assert outcome.err.startswith("Not read: ") and "shallow" in outcome.err
    assert rules(shallow) == [("hardcoded-key", "a.env")]


def test_prune_does_not_go_by_half_an_audit(shallow: Path) -> None:
    run("baseline", "create", "--no-history", cwd=shallow)
    before = (shallow / FILE).read_text()
    (shallow / "a.env").write_text("")
    outcome = run("baseline", "prune", cwd=shallow)
    assert (outcome.code, outcome.out) == (3, "")
    assert "not all could be read" in outcome.err
    assert (shallow / FILE).read_text() == before
    assert run("baseline", "prune", "--no-history", cwd=shallow).code == 0
    assert entries(shallow) == []


def test_repository_that_git_cannot_read_is_3(tmp_path: Path) -> None:
    (tmp_path / ".git").write_text("gitdir: /nowhere\n")
    outcome = run("baseline", "create", cwd=tmp_path)
    assert outcome.code == 3
    assert not (tmp_path / FILE).exists()


def test_file_that_cannot_be_written_is_3(repository: Repo, tmp_path: Path) -> None:
    outcome = run("baseline", "create", "--baseline", tmp_path / "none" / "mine.json", cwd=repository.path)
    assert outcome.code == 3
    assert "mine.json could not be written" in outcome.err


def test_bare_repository_is_told_where_its_baseline_is(repository: Repo, tmp_path: Path) -> None:
    """A bare repository has no root that is read for files of ours, so one inside it would never count."""
    bare = repository.clone(tmp_path / "bare.git", "--bare")
    outcome = run("baseline", "create", bare, cwd=tmp_path)
    assert outcome.code == 2
    assert "--baseline" in outcome.err
    assert not (bare / FILE).exists()
    assert run("baseline", "create", bare, "--baseline", "mine.json", cwd=tmp_path).code == 0
    assert run("audit", bare, "--baseline", "mine.json", cwd=tmp_path).code == 0


# -- .gitattributes ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, f"{MERGED}\n"),
        ("", f"{MERGED}\n"),
        ("*.png binary\n", f"*.png binary\n{MERGED}\n"),
        ("*.png binary", f"*.png binary\n{MERGED}\n"),
        ("*.png binary\r\n", f"*.png binary\r\n{MERGED}\r\n"),
        (f"# {FILE} is ours\n", f"# {FILE} is ours\n{MERGED}\n"),
        (f"/{FILE} text\n", f"/{FILE} text\n{MERGED}\n"),
        (f"{MERGED}\n*.png binary\n", f"{MERGED}\n*.png binary\n"),
        (f"{FILE}   merge=union -text", f"{FILE}   merge=union -text"),
    ],
)
def test_git_is_told_once_how_to_merge_it(before: str | None, after: str, repository: Repo) -> None:
    path = repository.path / ATTRIBUTES
    if before is not None:
        path.write_bytes(before.encode())
    outcome = run("baseline", "create", cwd=repository.path)
    assert outcome.code == 0
    assert path.read_bytes().decode() == after
    assert (ATTRIBUTES in outcome.out) == (before != after)
    assert repository.git("check-attr", "merge", FILE).endswith(": union")


def test_attributes_in_another_encoding_are_left_alone(repository: Repo) -> None:
    (repository.path / ATTRIBUTES).write_bytes(b"# caf\xe9\n")
    assert run("baseline", "create", cwd=repository.path).code == 0
    assert (repository.path / ATTRIBUTES).read_bytes() == b"# caf\xe9\n"


@pytest.mark.parametrize("change", ["update", "prune"])
def test_later_changes_leave_the_attributes_alone(change: str, repository: Repo) -> None:
    run("baseline", "create", cwd=repository.path)
    (repository.path / ATTRIBUTES).unlink()
    assert run("baseline", change, cwd=repository.path).code == 0
    assert not (repository.path / ATTRIBUTES).exists()


# -- noise ------------------------------------------------------------------------------------------------------------


def test_nothing_of_the_progress_is_left_where_there_is_no_terminal(
    repository: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    for pause in ("_FIRST", "_EVERY"):
        monkeypatch.setattr(f"revont_guard.commands.progress.{pause}", 0.0001)
    assert run("baseline", "create", cwd=repository.path).err == ""


def test_name_of_the_file_tells_no_key(repository: Repo, tmp_path: Path) -> None:
    key = make_key("baseline command, a name")
    for change in ("create", "update", "prune"):
        outcome = run("baseline", change, "--baseline", tmp_path / f"revont_api_key={key}.json", cwd=repository.path)
        assert outcome.code == 0
        assert key not in outcome.out + outcome.err


def test_help_names_the_three() -> None:
    outcome = run("baseline", "--help")
    assert outcome.code == 0
    assert all(change in outcome.out for change in ("create", "update", "prune"))
    assert "baseline" in run("--help").out
