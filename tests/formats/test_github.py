"""GitHub annotations: one line a finding, which nothing that was scanned can break out of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from revont_guard.formats.github import render
from revont_guard.model import Severity
from tests.formats.reports import BASELINE, BLOCKING, FULL, HOSTILE, IN_FILE, IN_HISTORY, INLINE, KEY, finding, report


def test_finding_is_annotated_where_it_stands() -> None:
    first, closing = render(report(finding())).splitlines()
    assert first.startswith(
        "::error file=src/50%25 a%2Cb%3Ac.env,line=3,col=5,endColumn=37,title=hardcoded-key::Said.%0A"
    )
    assert closing.startswith("::notice title=revont-guard::1 finding. Read 3 files")


@pytest.mark.parametrize(
    ("severity", "command"),
    [(Severity.CRITICAL, "error"), (Severity.HIGH, "error"), (Severity.MEDIUM, "warning"), (Severity.LOW, "warning")],
)
def test_medium_and_lower_only_warn(severity: Severity, command: str) -> None:
    assert render(report(replace(finding(), severity=severity))).startswith(f"::{command} ")


def test_what_only_the_history_holds_is_not_pinned_to_a_line_of_today() -> None:
    first = render(report(finding(IN_HISTORY, "key-in-history"))).splitlines()[0]
    assert first.startswith("::error title=key-in-history::")
    assert "lib/app.js.map:1:7 → src/api.ts:9 in commit 111111111111" in first


def test_incomplete_run_is_an_error_before_all_others() -> None:
    first, *_ = render(report(finding(), skipped=(BLOCKING,))).splitlines()
    assert first == "::error title=revont-guard%3A not complete::What had to be read was not:%0Apack: truncated"
    assert "Clean" not in render(report(skipped=(BLOCKING,)))


def test_clean_run_annotates_nothing_but_says_what_was_read() -> None:
    assert render(report()) == "::notice title=revont-guard::Clean: no Revont key in 3 files (2 bytes).\n"


def test_suppressed_findings_are_counted_not_shown() -> None:
    *_, closing = render(report(finding(), finding(suppression=BASELINE))).splitlines()
    assert closing == "::notice title=revont-guard::1 finding; 1 suppressed (1 baseline). Read 3 files (2 bytes)."
    [only] = render(report(finding(suppression=INLINE))).splitlines()
    clean = "Clean: no new Revont key in 3 files (2 bytes); 1 suppressed (1 inline)."
    assert only == f"::notice title=revont-guard::{clean}"


def test_scanned_text_cannot_begin_a_command_of_its_own() -> None:
    at = replace(IN_FILE, path=HOSTILE)
    text = render(report(finding(at, message=HOSTILE), skipped=(replace(BLOCKING, what=HOSTILE),)))
    assert len(text.splitlines()) == 3
    assert all(line.startswith(("::error ", "::notice ")) for line in text.splitlines())
    assert text.replace("\n", "").isprintable()


def test_key_is_masked() -> None:
    assert KEY not in render(FULL)
    assert KEY[:4] in render(FULL)
