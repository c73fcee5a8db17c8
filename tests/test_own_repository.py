"""The tool on its own house: no key rests in it, and nothing in it looks like one."""

from __future__ import annotations

from pathlib import Path

from revont_guard import api

ROOT = Path(__file__).parent.parent


def test_this_repository_is_clean() -> None:
    report = api.scan([ROOT])
    assert [f"{finding.location.path}:{finding.location.line}" for finding in report.findings] == []
    assert report.coverage.complete
    assert report.coverage.files > 500
