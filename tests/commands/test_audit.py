"""`revont-guard audit`: the worktree and all of the history, joined per key."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.commands import run
from tests.formats import validated
from tests.keys import make_key
from tests.repos import Repo, git

KEY = make_key("audit")
LEAK = f"REVONT_API_KEY={KEY}\n"


def audited(*arguments: str | Path, cwd: Path) -> dict[str, Any]:
    return validated(run("audit", *arguments, "--format", "json", cwd=cwd).out)


@pytest.fixture
def past(tmp_path: Path) -> tuple[Repo, str]:
    """A repository whose first commit has a key that is gone now, and the id of that commit."""
    repository = Repo(tmp_path / "past")
    first = repository.commit({"config/.env": LEAK, "a.txt": "a"})
    repository.commit({"config/.env": None})
    repository.tag("v1", first)
    repository.checkout()
    return repository, first


def test_key_only_in_the_history_is_found_with_commit_date_and_refs(past: tuple[Repo, str]) -> None:
    repository, first = past
    outcome = run("audit", ".", "--format", "json", cwd=repository.path)
    report = validated(outcome.out)
    [finding] = report["findings"]
    at = finding["location"]
    assert outcome.code == 1
    assert finding["rule"] == "key-in-history"
    assert (at["source"], at["path"], at["line"], at["column"]) == ("commit", "config/.env", 1, 16)
    assert (at["commit"], at["refs"]) == (first, ["main", "v1"])
    assert at["author_date"] == "2020-09-13T14:27:40+02:00"
    assert [record["locations"] for record in report["keys"]] == [[at]]


def test_key_at_hand_and_in_the_history_is_one_record_without_key_in_history(tmp_path: Path) -> None:
    repository = Repo(tmp_path / "r")
    repository.commit({"old.env": LEAK})
    repository.commit({"old.env": None, "new.env": LEAK})
    repository.checkout()
    report = audited(cwd=repository.path)
    assert [(finding["rule"], finding["location"]["path"]) for finding in report["findings"]] == [
        ("hardcoded-key", "new.env")
    ]
    [record] = report["keys"]
    assert record["names"] == ["REVONT_API_KEY"]
    assert [(at["source"], at["path"]) for at in record["locations"]] == [
        ("worktree", "new.env"),
        ("commit", "new.env"),
        ("commit", "old.env"),
    ]


def test_what_nothing_reaches_and_messages_are_looked_at(tmp_path: Path) -> None:
    repository = Repo(tmp_path / "r")
    base = repository.commit({"a.txt": "a"}, f"use the revont key {make_key('message')}")
    repository.stash({"a.txt": f"REVONT_API_KEY={make_key('stash')}\n"}, base=base)
    repository.note(base, f"REVONT_API_KEY={make_key('note')}\n")
    dangling = repository.blob(f"REVONT_API_KEY={make_key('blob')}\n")
    repository.checkout()
    found = {finding["location"]["source"]: finding["location"] for finding in audited(cwd=repository.path)["findings"]}
    assert found.keys() == {"message", "stash", "note", "unreachable"}
    assert found["unreachable"]["object"] == dangling
    assert found["message"]["commit"] == base


def test_path_inside_means_its_repository(past: tuple[Repo, str]) -> None:
    repository, _ = past
    (repository.path / "deep").mkdir()
    report = audited("deep", cwd=repository.path)
    assert [finding["location"]["path"] for finding in report["findings"]] == ["config/.env"]
    assert report["coverage"]["commits"] == 2


def test_coverage_counts_commits_blobs_and_files(past: tuple[Repo, str]) -> None:
    repository, _ = past
    coverage = audited(cwd=repository.path)["coverage"]
    assert coverage["complete"] is True
    assert (coverage["files"], coverage["commits"], coverage["blobs"]) == (1, 2, 2)


def test_paths_of_several_repositories_begin_with_their_names(tmp_path: Path) -> None:
    for name in ("one", "two"):
        Repo(tmp_path / name).stage({"a.env": f"REVONT_API_KEY={make_key(name)}\n"})
    report = audited("one", "two", cwd=tmp_path)
    assert [finding["location"]["path"] for finding in report["findings"]] == ["one/a.env", "two/a.env"]


def test_no_history_reads_the_files_alone(past: tuple[Repo, str]) -> None:
    repository, _ = past
    report = audited("--no-history", cwd=repository.path)
    assert report["findings"] == []
    assert (report["coverage"]["commits"], report["coverage"]["files"]) == (0, 1)


def test_no_history_takes_a_folder_without_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "a.env").write_text(LEAK)
    monkeypatch.setenv("PATH", "")
    outcome = run("audit", "--no-history", "src", "--format", "json", cwd=tmp_path)
    assert outcome.code == 1
    assert [finding["location"]["path"] for finding in validated(outcome.out)["findings"]] == ["a.env"]


def test_outside_of_git_is_3_with_the_reason(tmp_path: Path) -> None:
    outcome = run("audit", tmp_path, cwd=tmp_path)
    assert (outcome.code, outcome.out) == (3, "")
    assert "not in a git repository" in outcome.err


def test_without_git_installed_is_3_with_the_reason(past: tuple[Repo, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    outcome = run("audit", past[0].path)
    assert (outcome.code, outcome.out) == (3, "")
    assert "git is not installed" in outcome.err


def test_unknown_path_is_2(tmp_path: Path) -> None:
    outcome = run("audit", "nowhere", cwd=tmp_path)
    assert (outcome.code, outcome.err) == (2, "revont-guard: no such file or folder: nowhere\n")


def test_since_leaves_out_what_the_revision_reaches(past: tuple[Repo, str]) -> None:
    repository, first = past
    repository.commit({"new.env": f"REVONT_API_KEY={make_key('new')}\n"})
    repository.commit({"new.env": None})
    repository.checkout()
    report = audited("--since", first, cwd=repository.path)
    assert [finding["location"]["path"] for finding in report["findings"]] == ["new.env"]


@pytest.mark.parametrize("revision", ["nowhere", "--all", "", "main:a.txt"])
def test_unknown_revision_is_2_and_never_an_option(revision: str, past: tuple[Repo, str]) -> None:
    outcome = run("audit", f"--since={revision}", cwd=past[0].path)
    assert (outcome.code, outcome.out) == (2, "")
    assert "unknown revision" in outcome.err


def test_shallow_clone_is_3_and_tells_how_to_get_the_rest(past: tuple[Repo, str], tmp_path: Path) -> None:
    clone = past[0].clone(tmp_path / "clone", "--depth=1")
    outcome = run("audit", clone)
    assert outcome.code == 3
    assert "git fetch --unshallow" in outcome.out


def test_corrupt_object_is_3_and_what_was_found_is_told(past: tuple[Repo, str]) -> None:
    repository, _ = past
    lost = repository.blob("a blob of its own\n")
    repository.loose(lost).chmod(0o600)
    repository.loose(lost).write_bytes(b"rubbish")
    outcome = run("audit", ".", "--format", "json", cwd=repository.path)
    report = validated(outcome.out)
    assert outcome.code == 3
    assert report["coverage"]["complete"] is False
    assert [finding["location"]["path"] for finding in report["findings"]] == ["config/.env"]


def test_bare_repository_has_only_its_history(past: tuple[Repo, str], tmp_path: Path) -> None:
    bare = past[0].clone(tmp_path / "bare.git", "--bare")
    report = audited(bare, cwd=tmp_path)
    assert [finding["rule"] for finding in report["findings"]] == ["key-in-history"]
    assert report["coverage"]["files"] == 0


def test_limits_block_an_audit(past: tuple[Repo, str]) -> None:
    repository, _ = past
    with (repository.path / "huge.bin").open("wb") as file:
        file.truncate((64 << 20) + 1)
    skipped = audited("--no-history", cwd=repository.path)["coverage"]["skipped"]
    assert [(item["what"], item["blocking"]) for item in skipped] == [("huge.bin", True)]


def test_repository_is_left_as_it_was(past: tuple[Repo, str]) -> None:
    repository, _ = past
    before = {path: path.stat().st_mtime_ns for path in repository.path.rglob("*")}
    run("audit", repository.path)
    assert {path: path.stat().st_mtime_ns for path in repository.path.rglob("*")} == before
    assert git(repository.path, "status", "--porcelain") == b""


def test_key_in_a_file_whose_name_alone_says_revont_is_found_in_the_history(tmp_path: Path) -> None:
    key = make_key("named")
    repository = Repo(tmp_path / "r")
    repository.commit({"config/revont.env": f"API_KEY={key}\n"})
    repository.commit({"config/revont.env": None})
    repository.checkout()
    report = validated(run("audit", repository.path, "--format", "json").out)
    (finding,) = report["findings"]
    assert (finding["rule"], finding["location"]["path"], finding["location"]["line"]) == (
        "key-in-history",
        "config/revont.env",
        1,
    )
    assert "No branch or tag holds it any more" in finding["message"]


def test_key_in_the_name_of_a_file_is_told_with_the_whole_path(tmp_path: Path) -> None:
    repository = Repo(tmp_path / "r")
    first = repository.commit({f"backup/revont_api_key_{make_key('path')}.txt": "empty\n"})
    repository.commit({f"backup/revont_api_key_{make_key('path')}.txt": None})
    repository.checkout()
    report = validated(run("audit", repository.path, "--format", "json").out)
    (finding,) = report["findings"]
    assert finding["location"]["source"] == "message"
    assert finding["location"]["path"].startswith("backup/")
    assert finding["location"]["commit"] == first


def test_paths_of_several_repositories_begin_with_their_own(tmp_path: Path) -> None:
    for place in ("one/shop", "two/shop"):
        repository = Repo(tmp_path / place)
        repository.commit({"a.env": f"REVONT_API_KEY={make_key(place)}\n"})
        repository.checkout()
    report = validated(run("audit", tmp_path / "one/shop", tmp_path / "two/shop", "--format", "json").out)
    assert {finding["location"]["path"] for finding in report["findings"]} == {"one/shop/a.env", "two/shop/a.env"}


@pytest.mark.parametrize("url", ["http://example.test/r.git", "git://example.test/r", "file:///r", "ext::sh -c id"])
def test_url_that_is_not_https_or_ssh_is_refused(url: str) -> None:
    outcome = run("audit", url)
    assert outcome.code == 2
    assert "only https and ssh" in outcome.err


def test_url_with_a_password_is_not_told(tmp_path: Path) -> None:
    outcome = run("audit", f"https://user:{make_key('url')}@127.0.0.1:9/r.git")
    assert outcome.code == 3
    assert make_key("url")[4:13] not in outcome.err + outcome.out


def test_history_of_a_submodule_is_read(tmp_path: Path) -> None:
    inner = Repo(tmp_path / "inner")
    inner.commit({"old.env": LEAK})
    inner.commit({"old.env": None, "a": "1"})
    inner.checkout()
    outer = Repo(tmp_path / "outer")
    outer.commit({"b": "2"})
    outer.checkout()
    outer.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", str(inner.path), "lib")
    report = audited(outer.path, cwd=tmp_path)
    (finding,) = report["findings"]
    assert (finding["rule"], finding["location"]["path"]) == ("key-in-history", "lib/old.env")


def test_what_is_staged_and_nowhere_else_is_told_as_staged(tmp_path: Path) -> None:
    repository = Repo(tmp_path / "r")
    repository.commit({"a.env": "x=1\n"})
    repository.checkout()
    repository.stage({"a.env": LEAK})
    repository.write({"a.env": "x=2\n"})
    report = audited(repository.path, cwd=tmp_path)
    (finding,) = report["findings"]
    assert (finding["location"]["source"], finding["location"]["path"]) == ("index", "a.env")


def test_index_that_git_cannot_read_is_no_all_clear(tmp_path: Path) -> None:
    repository = Repo(tmp_path / "r")
    repository.commit({".env": LEAK, ".gitignore": ".env\n"})
    repository.checkout()
    (repository.path / ".git" / "index").write_bytes(b"junk")
    outcome = run("audit", "--no-history", repository.path)
    assert outcome.code == 3
    assert "git cannot tell what it tracks" in outcome.out
    assert "git cannot tell what it tracks" in run("scan", repository.path).out


def test_submodule_that_cannot_be_read_loses_nothing_else(tmp_path: Path) -> None:
    inner = Repo(tmp_path / "inner")
    inner.commit({"a": "1"})
    inner.checkout()
    outer = Repo(tmp_path / "outer")
    outer.commit({"b.env": LEAK})
    outer.checkout()
    outer.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", str(inner.path), "lib")
    (outer.path / "lib" / ".git").write_text("gitdir: /nowhere/at/all\n")
    outcome = run("audit", outer.path, "--format", "json")
    report = validated(outcome.out)
    assert outcome.code == 3
    assert [finding["location"]["path"] for finding in report["findings"]] == ["b.env"]
    assert any(item["what"] == "lib" and item["blocking"] for item in report["coverage"]["skipped"])
