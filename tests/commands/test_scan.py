"""`revont-guard scan`: what it reads, what it says of it, and how it ends."""

from __future__ import annotations

import base64
import os
from pathlib import Path

import pytest

from tests.commands import run
from tests.formats import validated
from tests.keys import make_key
from tests.repos import Repo

LEAK = f"REVONT_API_KEY={make_key('leak')}\n"


def places(*arguments: str | Path, cwd: Path, stdin: bytes = b"") -> list[tuple[str | None, int]]:
    """The (path, line) of each finding of a scan."""
    found = validated(run("scan", *arguments, "--format", "json", cwd=cwd, stdin=stdin).out)["findings"]
    return [(finding["location"]["path"], finding["location"]["line"]) for finding in found]


def skipped(*arguments: str | Path, cwd: Path) -> dict[str, bool]:
    """What a scan did not read, and whether that blocks."""
    coverage = validated(run("scan", *arguments, "--format", "json", cwd=cwd).out)["coverage"]
    return {item["what"]: item["blocking"] for item in coverage["skipped"]}


# -- exit codes -----------------------------------------------------------------------------------------------------


def test_clean_file_is_0_and_says_what_was_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("nothing to see\n")
    outcome = run("scan", "a.txt", cwd=tmp_path)
    assert (outcome.code, outcome.out, outcome.err) == (0, "Clean: no Revont key in 1 file (15 bytes).\n", "")


def test_file_that_merely_names_the_vendor_is_0(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("REVONT_API_KEY=your-api-key-here\n")
    assert run("scan", "a.txt", cwd=tmp_path).code == 0


def test_finding_is_1(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(LEAK)
    outcome = run("scan", ".env", cwd=tmp_path)
    assert outcome.code == 1
    assert ".env:1:16" in outcome.out


@pytest.mark.parametrize(("fail_on", "code"), [("info", 1), ("low", 1), ("medium", 1), ("high", 1), ("critical", 0)])
def test_fail_on_is_the_least_severity_that_counts(fail_on: str, code: int, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(LEAK)
    outcome = run("scan", ".env", "--fail-on", fail_on, cwd=tmp_path)
    assert outcome.code == code
    assert "HIGH" in outcome.out


def test_unknown_path_is_2_before_anything_is_read(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(LEAK)
    outcome = run("scan", ".env", "nowhere.txt", cwd=tmp_path)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == "revont-guard: no such file or folder: nowhere.txt\n"


@pytest.mark.parametrize("arguments", [("--nonsense",), ("--format", "nonsense"), ("--fail-on", "nonsense")])
def test_wrong_option_is_2_and_shows_the_way_to_help(arguments: tuple[str, ...], tmp_path: Path) -> None:
    outcome = run("scan", *arguments, cwd=tmp_path)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.count("\n") == 1
    assert "revont-guard scan --help" in outcome.err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are of Unix")
def test_incomplete_is_3_and_beats_findings(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(LEAK)
    os.mkfifo(tmp_path / "pipe")
    outcome = run("scan", ".env", "pipe", cwd=tmp_path)
    assert outcome.code == 3
    assert ".env:1:16" in outcome.out
    assert "Not complete" in outcome.out


# -- what is read ---------------------------------------------------------------------------------------------------


def test_without_paths_the_current_folder_is_read(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / ".env").write_text(LEAK)
    assert places(cwd=tmp_path) == [("deep/.env", 1)]


def test_paths_are_relative_to_the_one_folder_that_is_named(tmp_path: Path) -> None:
    (tmp_path / "shop" / "config").mkdir(parents=True)
    (tmp_path / "shop" / "config" / "a.env").write_text(LEAK)
    assert places("shop", cwd=tmp_path) == [("config/a.env", 1)]
    assert places(tmp_path / "shop", cwd=Path("/")) == [("config/a.env", 1)]


def test_paths_are_relative_to_the_repository_that_holds_all_files(tmp_path: Path) -> None:
    Repo(tmp_path / "r").stage({"config/a.env": LEAK, "b.env": LEAK})
    assert places("a.env", "../b.env", cwd=tmp_path / "r" / "config") == [("b.env", 1), ("config/a.env", 1)]


def test_paths_are_relative_to_the_current_folder_where_there_is_no_repository(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.env").write_text(LEAK)
    assert places("a/x.env", cwd=tmp_path) == [("a/x.env", 1)]


def test_file_that_is_named_twice_is_one_finding(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(LEAK)
    assert places(".env", "./.env", ".", cwd=tmp_path) == [(".env", 1)]


def test_every_place_of_a_key_in_a_file_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(LEAK + "\n" + LEAK)
    assert places(".env", cwd=tmp_path) == [(".env", 1), (".env", 3)]


def test_ignored_file_is_left_out_unless_it_is_tracked_or_named(tmp_path: Path) -> None:
    repository = Repo(tmp_path / "r")
    repository.write({".gitignore": "*.env\n", "hidden.env": LEAK}).stage({"tracked.env": LEAK})
    assert places(".", cwd=repository.path) == [("tracked.env", 1)]
    assert skipped(".", cwd=repository.path) == {"1 ignored file or folder": False}
    assert places("hidden.env", cwd=repository.path) == [("hidden.env", 1)]


def test_gitignore_counts_without_git_too(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("*.env\n")
    (tmp_path / "hidden.env").write_text(LEAK)
    assert places(".", cwd=tmp_path) == []


def test_binary_content_is_searched(tmp_path: Path) -> None:
    (tmp_path / "core.bin").write_bytes(b"\0\xff\xfe\0\n" + LEAK.encode() + b"\0\0\x80")
    assert places("core.bin", cwd=tmp_path) == [("core.bin", 2)]


def test_utf_16_is_read(tmp_path: Path) -> None:
    (tmp_path / "settings.reg").write_bytes(("\n" + LEAK).encode("utf-16"))
    assert places("settings.reg", cwd=tmp_path) == [("settings.reg", 2)]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are of Unix")
def test_special_file_blocks_only_where_it_is_named(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert skipped(".", cwd=tmp_path) == {"pipe": False}
    assert skipped("pipe", cwd=tmp_path) == {"pipe": True}


def test_unreadable_file_blocks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "locked.txt").write_text("revont")
    really = os.open

    def refuse(path: bytes, flags: int) -> int:
        if path.endswith(b"locked.txt"):
            raise PermissionError(13, "Permission denied", path)
        return really(path, flags)

    monkeypatch.setattr("revont_guard.sources.walk.os.open", refuse)
    assert skipped(".", cwd=tmp_path) == {"locked.txt": True}
    assert run("scan", ".", cwd=tmp_path).code == 3


def test_file_over_the_limit_is_told_and_does_not_block(tmp_path: Path) -> None:
    (tmp_path / "huge.bin").touch()
    os.truncate(tmp_path / "huge.bin", (64 << 20) + 1)
    assert skipped(".", cwd=tmp_path) == {"huge.bin": False}
    assert "larger than the limit of 64 MiB" in run("scan", ".", cwd=tmp_path).out


def test_scan_needs_no_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository = Repo(tmp_path / "r").stage({".env": LEAK})
    monkeypatch.setenv("PATH", "")
    assert places(".", cwd=repository.path) == [(".env", 1)]


# -- standard input -------------------------------------------------------------------------------------------------


def test_stdin_is_read_and_goes_by_its_name(tmp_path: Path) -> None:
    assert places("-", cwd=tmp_path, stdin=LEAK.encode()) == [(None, 1)]
    assert places("-", "--stdin-filename", "src/a.env", cwd=tmp_path, stdin=LEAK.encode()) == [("src/a.env", 1)]


def test_rule_of_stdin_is_that_of_its_name(tmp_path: Path) -> None:
    name = ".github/workflows/ci.yml"
    outcome = run("scan", "-", "--stdin-filename", name, "--format", "json", cwd=tmp_path, stdin=LEAK.encode())
    assert [finding["rule"] for finding in validated(outcome.out)["findings"]] == ["key-in-workflow"]


def test_stdin_may_stand_beside_files(tmp_path: Path) -> None:
    (tmp_path / "a.env").write_text(LEAK)
    assert places("-", "a.env", cwd=tmp_path, stdin=LEAK.encode()) == [(None, 1), ("a.env", 1)]


def test_empty_stdin_is_clean(tmp_path: Path) -> None:
    outcome = run("scan", "-", cwd=tmp_path)
    assert (outcome.code, outcome.out) == (0, "Clean: no Revont key in 1 file (0 bytes).\n")


# -- explain --------------------------------------------------------------------------------------------------------


def test_explain_shows_the_signals_of_a_reported_candidate(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("\n" + LEAK)
    outcome = run("scan", "--explain", ".env:2", cwd=tmp_path)
    assert outcome.code == 0
    assert ".env:2:16" in outcome.out
    assert "reported as api-key" in outcome.out
    assert "name-says-vendor" in outcome.out


def test_explain_shows_why_a_candidate_was_not_reported(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(f"BUILD_ID={make_key('build')}\n")
    outcome = run("scan", "--explain", ".env:1", cwd=tmp_path)
    assert outcome.code == 0
    assert ".env:1:10" in outcome.out
    assert "not reported" in outcome.out


def test_explain_of_a_line_without_candidates_says_so(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("A=1\n")
    outcome = run("scan", "--explain", ".env:1", cwd=tmp_path)
    assert outcome.code == 0
    assert "nothing on this line" in outcome.out


def test_explain_of_a_line_that_is_not_there_is_a_usage_error(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("A=1\n")
    for line in (0, 99):
        outcome = run("scan", "--explain", f".env:{line}", cwd=tmp_path)
        assert outcome.code == 2
        assert f"has no line {line}" in outcome.err


@pytest.mark.parametrize("path", ["revont/settings.env", "revont.env", "src/app.py"])
def test_explain_agrees_with_the_scan(path: str, tmp_path: Path) -> None:
    """Folders are evidence, too."""
    (tmp_path / path).parent.mkdir(exist_ok=True)
    (tmp_path / path).write_text(f"API_TOKEN={make_key('folder')}\n# of revont\n")
    reported = bool(places(".", cwd=tmp_path))
    assert ("reported as api-key" in run("scan", "--explain", f"{path}:1", cwd=tmp_path).out) == reported


@pytest.mark.parametrize(
    "where", ["", "a.txt", "a.txt:", ":3", "a.txt:x", "a.txt:-1", "a.txt:²", "absent.txt:1", ".:1"]
)
def test_explain_of_what_is_no_line_of_a_file_is_2(where: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("revont\n")
    outcome = run("scan", "--explain", where, cwd=tmp_path)
    assert (outcome.code, outcome.out) == (2, "")


def test_a_key_that_the_user_holds_is_found_without_context(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key = make_key("held")
    monkeypatch.setenv("HELD_KEY", f" {key}\n")
    (tmp_path / "notes").write_text(f"a\n{base64.b64encode(key.encode()).decode()}\n")
    assert run("scan", "notes", cwd=tmp_path).code == 0
    outcome = run("scan", "notes", "--known-key-env", "HELD_KEY", cwd=tmp_path)
    assert outcome.code == 1
    assert "notes:2" in outcome.out and "HELD_KEY" in outcome.out


@pytest.mark.parametrize(
    ("value", "told"),
    [(None, "is not set"), ("", "is empty"), ("short", "too few to find"), ("two words", "holds no key")],
)
def test_a_variable_without_a_key_is_told(
    value: str | None, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HELD_KEY", raising=False)
    if value is not None:
        monkeypatch.setenv("HELD_KEY", value)
    outcome = run("scan", ".", "--known-key-env", "HELD_KEY", cwd=tmp_path)
    assert outcome.code == 2
    assert told in outcome.err
