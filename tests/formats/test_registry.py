"""What every format keeps to."""

from __future__ import annotations

from pathlib import Path

import pytest

from revont_guard.formats.registry import FORMATS, render
from tests.commands import run
from tests.formats.reports import BASELINE, FULL, finding, report
from tests.keys import make_key

COUNTED = {
    "json": '"status": "baseline"',
    "sarif": '"kind": "external"',
    "junit": 'skipped="1"',
}


@pytest.mark.parametrize("name", FORMATS)
def test_suppressed_findings_are_counted_in_every_format(name: str) -> None:
    assert COUNTED.get(name, "1 suppressed (1 baseline)") in render(name)(report(finding(suppression=BASELINE)))


@pytest.mark.parametrize("name", FORMATS)
def test_all_that_a_report_can_hold_can_be_written_as_utf_8(name: str) -> None:
    render(name)(FULL).encode()


@pytest.mark.parametrize("name", FORMATS)
def test_reason_and_note_of_a_comment_tell_no_key(name: str, tmp_path: Path) -> None:
    """Neither what a comment says nor where it stands."""
    said, path = make_key("a reason"), make_key("a path")
    folder = tmp_path / f"revont-key-{path}"
    folder.mkdir()
    allow = "# revont-guard: " + "allow[hardcoded-key]"  # in pieces, or it would speak for this file
    (folder / "a.env").write_text(f"REVONT_API_KEY={make_key()}  {allow} was revont {said}\nA=1  {allow}\n")
    outcome = run("scan", ".", "--format", name, cwd=tmp_path)
    for key in (said, path):
        told = any(key[at : at + 9] in outcome.out + outcome.err for at in range(len(key) - 8))
        assert not told, "a key was told"
