"""`revont-guard rotate`: each step in each of its states, two requests, and no key in sight."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.commands import Outcome, run
from tests.formats import validated
from tests.keys import make_key
from tests.repos import Repo
from tests.servers import Server, answering, like_the_api

OLD, NEW = make_key("rotate old"), make_key("rotate new")
READER = "import os\n\nkey = os.environ['REVONT_OLD_KEY']\n"


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REVONT_OLD_KEY", OLD)
    monkeypatch.setenv("REVONT_NEW_KEY", NEW)


@pytest.fixture
def repository(tmp_path: Path) -> Repo:
    """One in which nothing of the old key is left but a program that reads the variable."""
    repository = Repo(tmp_path / "project")
    repository.commit({"calls.py": READER})
    repository.checkout()
    return repository


def rotate(server: Server, folder: Path, *arguments: str) -> Outcome:
    names = ("--old-env", "REVONT_OLD_KEY", "--new-env", "REVONT_NEW_KEY")
    outcome = run("rotate", *names, "--api-url", server.url, *arguments, cwd=folder)
    assert OLD not in outcome.out + outcome.err
    assert NEW not in outcome.out + outcome.err
    return outcome


def rotated(folder: Path, scopes: dict[str, str]) -> tuple[int, dict[str, Any]]:
    """The exit code, and the steps by their ids."""
    with Server(like_the_api(scopes)) as server:
        outcome = rotate(server, folder, "--format", "json")
        assert len(server.heads) == 2
    report = validated(outcome.out)
    assert report["coverage"]["requests"] == 2
    return outcome.code, {step["step"]: step for step in report["steps"]}


def status(folder: Path, scopes: dict[str, str], step: str) -> str:
    told = rotated(folder, scopes)[1][step]["status"]
    assert isinstance(told, str)
    return told


RO, RW = "read-only", "read-write"


@pytest.mark.parametrize(
    ("old", "new", "works", "suffices", "not_broader", "deleted"),
    [
        (RW, RW, "done", "done", "done", "not-yet"),
        (RW, RO, "done", "unknown", "done", "not-yet"),
        (RO, RO, "done", "done", "done", "not-yet"),
        (RO, RW, "done", "done", "not-yet", "not-yet"),
        (None, RO, "done", "unknown", "done", "done"),
        (None, RW, "done", "done", "unknown", "done"),
        (RW, None, "not-yet", "unknown", "unknown", "not-yet"),
        (None, None, "not-yet", "unknown", "unknown", "done"),
    ],
)
def test_grants_of_both_decide(
    repository: Repo, old: str | None, new: str | None, works: str, suffices: str, not_broader: str, deleted: str
) -> None:
    code, steps = rotated(repository.path, {key: scope for key, scope in ((OLD, old), (NEW, new)) if scope})
    named = ("new-key-works", "new-key-suffices", "new-key-not-broader", "old-key-deleted")
    told = tuple(steps[step]["status"] for step in named)
    assert told == (works, suffices, not_broader, deleted)
    assert code == ("not-yet" in told)


CALL = """import os, requests
headers = {{"Authorization": "Bearer " + os.environ["REVONT_OLD_KEY"]}}
requests.{}("https://api.revont.ai/v1/{}", headers=headers)
"""


@pytest.mark.parametrize(
    ("method", "resource", "new", "suffices", "not_broader"),
    [
        ("get", "calls", RO, "done", "done"),
        ("get", "calls", RW, "done", "not-yet"),
        ("post", "webhooks", RO, "not-yet", "done"),
        ("post", "webhooks", RW, "done", "done"),
    ],
)
def test_what_the_code_needs_counts(
    tmp_path: Path, method: str, resource: str, new: str, suffices: str, not_broader: str
) -> None:
    repository = Repo(tmp_path / "needs")
    repository.commit({"sync.py": CALL.format(method, resource)})
    repository.checkout()
    steps = rotated(repository.path, {OLD: RW, NEW: new})[1]
    assert (steps["new-key-suffices"]["status"], steps["new-key-not-broader"]["status"]) == (suffices, not_broader)


def test_whole_journey(repository: Repo) -> None:
    """The old key in a file; then only in the history; then deleted at the vendor."""
    (repository.path / ".env").write_text(f"REVONT_API_KEY={OLD}\n")
    code, steps = rotated(repository.path, {OLD: RO, NEW: RO})
    assert (code, steps["old-key-replaced"]["status"], steps["old-key-in-history"]["status"]) == (1, "not-yet", "done")
    [place] = steps["old-key-replaced"]["locations"]
    assert (place["path"], place["line"]) == (".env", 1)
    assert "Not before the steps above" in steps["old-key-deleted"]["next"]

    (repository.path / ".env").unlink()
    repository.commit({".env": f"REVONT_API_KEY={OLD}\n"})
    repository.commit({".env": None})
    repository.checkout()
    code, steps = rotated(repository.path, {OLD: RO, NEW: RO})
    assert (code, steps["old-key-replaced"]["status"]) == (1, "done")
    assert steps["old-key-in-history"]["status"] == "not-yet"
    assert steps["old-key-deleted"]["next"].startswith("When everything runs with the new key, delete the old one")

    code, steps = rotated(repository.path, {NEW: RO})
    assert (code, steps["old-key-deleted"]["status"]) == (0, "done")
    assert (steps["old-key-in-history"]["status"], len(steps["old-key-in-history"]["locations"])) == ("done", 1)


def test_workspace_and_what_variables_hold_elsewhere_cannot_be_told(repository: Repo) -> None:
    steps = rotated(repository.path, {NEW: RO})[1]
    assert steps["same-workspace"]["status"] == steps["new-key-supplied"]["status"] == "unknown"
    [place] = steps["new-key-supplied"]["locations"]
    assert (place["path"], place["line"], place["column"]) == ("calls.py", 3, 19)


def test_names_by_which_the_tree_knows_the_old_key_are_looked_for_too(repository: Repo) -> None:
    repository.commit({"a.yml": f"env:\n  CALLS_TOKEN: {OLD}\n", "b.sh": "curl $CALLS_TOKEN\n"})
    repository.checkout()
    steps = rotated(repository.path, {OLD: RO, NEW: RO})[1]
    assert [at["path"] for at in steps["new-key-supplied"]["locations"]] == ["b.sh", "calls.py"]


def test_new_key_that_is_exposed_already(repository: Repo) -> None:
    repository.commit({"notes.txt": f"the new one is {NEW}\n"})
    repository.commit({"notes.txt": None})
    repository.checkout()
    assert status(repository.path, {NEW: RO}, "new-key-not-exposed") == "not-yet"


def test_what_the_project_accepts_or_excludes_counts_here(repository: Repo) -> None:
    exclude = '[[exclude]]\npaths = ["old.env"]\nreason = "no"\n'
    repository.commit({"old.env": f"A={OLD}\n", ".revont-guard.toml": exclude})
    repository.checkout()
    assert status(repository.path, {OLD: RO, NEW: RO}, "old-key-replaced") == "not-yet"


def test_folder_without_git_is_read_and_its_history_cannot_be_told(tmp_path: Path) -> None:
    (tmp_path / "a.env").write_text(f"A={OLD}\n")
    code, steps = rotated(tmp_path, {NEW: RO})
    assert (code, steps["old-key-replaced"]["status"], steps["old-key-in-history"]["status"]) == (
        1,
        "not-yet",
        "unknown",
    )


def test_server_that_gives_no_answer_of_the_apis(repository: Repo) -> None:
    with Server(answering(503, {})) as server:
        outcome = rotate(server, repository.path, "--format", "json")
    steps = {step["step"]: step["status"] for step in validated(outcome.out)["steps"]}
    assert outcome.code == 3
    assert steps["new-key-works"] == steps["old-key-deleted"] == "unknown"


def test_what_cannot_be_read_makes_no_step_done(repository: Repo, tmp_path: Path) -> None:
    clone = tmp_path / "shallow"
    repository.commit({"b.txt": "b"})
    repository.clone(clone, "--depth=1")
    code, steps = rotated(clone, {NEW: RO})
    assert code == 3
    assert steps["new-key-not-exposed"]["status"] == steps["old-key-in-history"]["status"] == "unknown"


def test_text_shows_each_step_with_its_places(repository: Repo) -> None:
    with Server(like_the_api({OLD: RO, NEW: RO})) as server:
        outcome = rotate(server, repository.path)
    assert outcome.out.startswith("done         The new key is active, read-only (inferred): ")
    assert "             calls.py:3:19\n             → Give each of them the new key" in outcome.out
    assert f"2 requests to 127.0.0.1:{server.port}. Nothing was changed" in outcome.out


def test_quiet_says_nothing_when_nothing_is_left(repository: Repo) -> None:
    with Server(like_the_api({NEW: RO})) as server:
        assert rotate(server, repository.path, "--quiet") == Outcome(0, "", "")
        assert rotate(server, repository.path).out != ""


def test_report_goes_to_a_file(repository: Repo, tmp_path: Path) -> None:
    with Server(like_the_api({NEW: RO})) as server:
        outcome = rotate(server, repository.path, "--format", "json", "--output", str(tmp_path / "report"))
    assert outcome.out == ""
    assert validated((tmp_path / "report").read_text())["steps"]


def test_both_the_same_or_none_is_wrong_usage(repository: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    with Server(like_the_api({})) as server:
        monkeypatch.setenv("REVONT_NEW_KEY", OLD)
        same = rotate(server, repository.path)
        monkeypatch.delenv("REVONT_NEW_KEY")
        absent = rotate(server, repository.path)
        assert server.connections == 0
    assert (same.code, absent.code) == (2, 2)
    assert "hold the same key" in same.err
    assert "REVONT_NEW_KEY is not set" in absent.err


def test_key_of_another_vendor_is_not_sent(repository: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REVONT_NEW_KEY", "sk_live_" + make_key("other vendor", "base62-32"))
    with Server(like_the_api({OLD: RO})) as server:
        outcome = rotate(server, repository.path)
        assert len(server.heads) == 1
    assert outcome.code == 3
    assert "another vendor" in outcome.out
