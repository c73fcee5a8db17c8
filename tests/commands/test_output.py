"""Where a report goes: standard output or a file, whole or not at all, and in any terminal's encoding."""

from __future__ import annotations

import errno
import os
import subprocess
from pathlib import Path

import pytest

from revont_guard.formats.registry import FORMATS
from tests.commands import run, start
from tests.formats import validated
from tests.keys import make_key
from tests.repos import Repo

LEAK = f"REVONT_API_KEY={make_key('output')}\n"


@pytest.fixture
def leak(tmp_path: Path) -> Path:
    path = tmp_path / ".env"
    path.write_text(LEAK)
    return path


@pytest.mark.parametrize("format_", FORMATS)
def test_output_file_holds_what_would_be_printed(format_: str, leak: Path) -> None:
    printed = run("scan", leak, "--format", format_)
    written = run("scan", leak, "--format", format_, "--output", "report", cwd=leak.parent)
    assert (written.code, written.out, written.err) == (1, "", "")
    assert (leak.parent / "report").read_bytes().decode() == printed.out


def test_output_replaces_an_older_report_and_leaves_nothing_beside_it(leak: Path) -> None:
    report = leak.parent / "report.json"
    report.write_text("older, and much longer\n" * 1000)
    run("scan", leak, "--format", "json", "--output", report)
    assert validated(report.read_text())["findings"]
    assert sorted(path.name for path in leak.parent.iterdir()) == [".env", "report.json"]


def test_output_stays_as_it_was_when_the_report_cannot_be_finished(leak: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report = leak.parent / "report.json"
    report.write_text("older\n")

    def full(descriptor: str, target: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    outcome = run("scan", leak, "--output", report)
    assert outcome.code == 3
    assert "No space left on device" in outcome.err
    assert report.read_text() == "older\n"
    assert sorted(path.name for path in leak.parent.iterdir()) == [".env", "report.json"]


def test_output_into_a_missing_folder_is_3_with_the_reason(leak: Path) -> None:
    outcome = run("scan", leak, "--output", leak.parent / "none" / "report")
    assert (outcome.code, outcome.out) == (3, "")
    assert "report could not be written: No such file or directory" in outcome.err


def test_output_to_a_folder_is_2(leak: Path) -> None:
    outcome = run("scan", leak, "--output", leak.parent)
    assert (outcome.code, outcome.out) == (2, "")


def test_report_file_is_written_even_when_quiet_and_clean(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    run("scan", "a.txt", "--quiet", "--output", "report", cwd=tmp_path)
    assert (tmp_path / "report").read_text() == "Clean: no Revont key in 1 file (0 bytes).\n"


def test_quiet_is_silent_only_where_all_is_well(leak: Path) -> None:
    (leak.parent / "clean.txt").touch()
    assert run("scan", "--quiet", "clean.txt", cwd=leak.parent).out == ""
    assert "hardcoded-key" in run("scan", "--quiet", ".env", cwd=leak.parent).out
    assert "hardcoded-key" in run("scan", "--quiet", "--fail-on", "critical", ".env", cwd=leak.parent).out


def test_quiet_tells_what_was_not_read(tmp_path: Path) -> None:
    repository = Repo(tmp_path / "r")
    repository.commit({"a.txt": "a"})
    repository.commit({"a.txt": "b"})
    clone = repository.clone(tmp_path / "clone", "--depth=1")
    outcome = run("audit", "--quiet", clone)
    assert outcome.code == 3
    assert "Not complete" in outcome.out


def test_color_is_for_terminals(leak: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert "\x1b[" not in run("scan", leak).out
    assert "\x1b[31m" in run("scan", leak, terminal=True).out


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_color_can_be_refused(name: str, value: str, leak: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    assert "\x1b[" not in run("scan", leak, terminal=True).out


def test_color_never_goes_into_a_file(leak: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    run("scan", leak, "--output", leak.parent / "report", terminal=True)
    assert "\x1b[" not in (leak.parent / "report").read_text()


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp437", "latin-1"])
def test_report_is_whole_in_every_encoding_of_the_terminal(encoding: str, leak: Path) -> None:
    """Windows writes to a file or pipe in the code page of the machine, which has no arrows."""
    for arguments in (("scan", leak), ("scan", "--explain", f"{leak}:1"), ("rules", "explain", "hardcoded-key")):
        done = start("-m", "revont_guard", *arguments, capture_output=True, env={"PYTHONIOENCODING": encoding})
        assert b"internal error" not in done.stderr
        assert done.returncode == (1 if arguments[1] == leak else 0)
        assert done.stdout


@pytest.mark.skipif(os.name == "nt", reason="Windows tells of a broken pipe in other ways")
@pytest.mark.parametrize("content", ["nothing\n", LEAK], ids=["the fast path", "the long way"])
def test_reader_that_goes_away_makes_it_3_without_a_complaint(content: str, tmp_path: Path) -> None:
    """The report did not arrive, so the exit code must not say that it did."""
    (tmp_path / "a.env").write_text(content)
    reader, writer = os.pipe()
    os.close(reader)
    done = start("-m", "revont_guard", "scan", "a.env", stdout=writer, stderr=subprocess.PIPE, cwd=tmp_path)
    os.close(writer)
    assert (done.stderr, done.returncode) == (b"", 3)


def test_interrupt_is_130_and_says_that_nothing_was_reported(leak: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("revont_guard.scan.find_keys", interrupt)
    outcome = run("scan", leak)
    assert (outcome.code, outcome.out) == (130, "")
    assert "Interrupted" in outcome.err


def test_internal_error_is_3_and_says_where_it_happened(leak: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("by what was scanned")

    monkeypatch.setattr("revont_guard.scan.find_keys", fail)
    outcome = run("scan", leak)
    assert (outcome.code, outcome.out) == (3, "")
    assert outcome.err.count("\n") == 1
    assert f"internal error: ZeroDivisionError at {__name__}:" in outcome.err
    assert "by what was scanned" not in outcome.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_full_disk_is_told_and_the_device_stays_a_device(tmp_path: Path) -> None:
    (tmp_path / "a.env").write_text(f"REVONT_API_KEY={make_key()}\n")
    outcome = run("scan", tmp_path / "a.env", "--output", "/dev/full")
    assert outcome.code == 3
    assert "could not be written" in outcome.err
    assert Path("/dev/full").is_char_device()


def test_report_that_cannot_be_finished_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.env").write_text(f"REVONT_API_KEY={make_key()}\n")
    report = tmp_path / "report.txt"
    report.write_text("the last one")

    def full(*_: object, **__: object) -> object:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("os.fdopen", full)
    outcome = run("scan", tmp_path / "a.env", "--output", report)
    assert (outcome.code, report.read_text()) == (3, "the last one")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.env", "report.txt"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("text", ["clean\n", LEAK])
def test_standard_output_that_is_full_is_3_and_one_line(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.env").write_text(text)
    with Path("/dev/full").open("w") as full:
        done = start("-m", "revont_guard", "scan", tmp_path / "a.env", stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 3
    assert b"could not be printed" in done.stderr
    assert b"Traceback" not in done.stderr


def test_output_through_a_link_writes_what_it_leads_to(leak: Path) -> None:
    target, link = leak.parent / "target", leak.parent / "link"
    target.write_text("")
    link.symlink_to(target)
    assert run("scan", leak, "--output", link).code == 1
    assert link.is_symlink()
    assert "REVONT_API_KEY" in target.read_text()


def test_empty_path_is_no_path(tmp_path: Path) -> None:
    assert run("scan", "", cwd=tmp_path).code == 2


def test_no_command_shows_the_help_in_lines() -> None:
    outcome = run()
    assert outcome.code == 2
    assert "\n  scan" in outcome.err
