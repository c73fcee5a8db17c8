"""The tool on its own house: no key rests in it, and what looks like one is a labelled case that its baseline names."""

from __future__ import annotations

from pathlib import Path

from revont_guard import api
from revont_guard.model import Status

ROOT = Path(__file__).parent.parent


def test_this_repository_is_clean() -> None:
    report = api.scan([ROOT])
    new = [finding.location for finding in report.findings if finding.status is Status.NEW]
    assert [f"{at.path}:{at.line}" for at in new] == []
    accepted = {finding.location.path or "" for finding in report.findings}
    assert all(path.startswith("tests/corpus/") for path in accepted)
    assert report.coverage.complete
    assert report.coverage.files > 500
