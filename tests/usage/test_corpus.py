"""The labelled projects: what is found in them, and that no key is ever called over-scoped wrongly."""

from __future__ import annotations

from pathlib import Path

import pytest

from revont_guard import api
from revont_guard.model import Scope, Verdict
from tests.usage.cases import Case, analysed, cases, found

CASES = cases()
NASTY = Path(__file__).parent / "nasty"
READERS = Path(__file__).parent / "readers"
RECALL = 0.97
"""Of the labelled requests, on the projects that were written with the analysis."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.folder.name)
def test_verdicts(case: Case) -> None:
    report = analysed(case)
    told = {record.names[-1]: record.verdict.value for record in report.keys if record.names}
    assert {name: told.get(name) for name in case.verdicts} == case.verdicts


def test_no_key_is_called_over_scoped_wrongly() -> None:
    """The gate: whatever else is not found, nobody is accused without proof."""
    accused = {
        (case.folder.name, record.names[-1])
        for case in CASES
        for record in analysed(case).keys
        if record.names and record.verdict.value == "over-scoped"
    }
    proved = {
        (case.folder.name, name) for case in CASES for name, told in case.verdicts.items() if told == "over-scoped"
    }
    assert accused <= proved


def test_labelled_requests_are_found_where_they_are_told() -> None:
    labels = sum(len(case.labels) for case in CASES)
    hits = sum(len(case.labels & found(analysed(case))) for case in CASES)
    assert labels > 50
    assert hits / labels >= RECALL


@pytest.mark.parametrize("folder", sorted(NASTY.iterdir()), ids=lambda folder: folder.name)
def test_hidden_write_is_never_overlooked(folder: Path) -> None:
    """Programs that read, and write in a way that is easily overlooked."""
    report = api.scopes(folder, assume=Scope.READ_WRITE)
    told = {record.verdict for record in report.keys}
    assert told
    assert told <= {Verdict.FITS, Verdict.UNDETERMINED}


def test_programs_that_only_read_are_recognised() -> None:
    """Programs of many frameworks, each with one key and nothing but reads."""
    folders = sorted(READERS.iterdir())
    told = {
        folder.name: [record.verdict for record in api.scopes(folder, assume=Scope.READ_WRITE).keys]
        for folder in folders
    }
    missed = {name for name, verdicts in told.items() if Verdict.OVER_SCOPED not in verdicts}
    assert len(folders) >= 16
    assert missed <= {"csdi"}
