"""JUnit XML: well-formed whatever was scanned, and never a pass that was none."""

from __future__ import annotations

from xml.etree.ElementTree import Element, fromstring

import pytest

from revont_guard.formats.junit import render
from revont_guard.model import Report, Suppression
from tests.formats.reports import BASELINE, BLOCKING, FULL, HOSTILE, IN_FILE, INLINE, KEY, finding, report


def suite(report: Report) -> Element:
    root = fromstring(render(report).encode())
    assert root.tag == "testsuites"
    [only] = root
    assert {name: only.get(name) for name in ("tests", "failures", "errors", "skipped")} == {
        "tests": str(len(only)),
        "failures": str(len(only.findall("*/failure"))),
        "errors": str(len(only.findall("*/error"))),
        "skipped": str(len(only.findall("*/skipped"))),
    }
    return only


def test_finding_is_a_failing_test_case() -> None:
    [case] = suite(report(finding(IN_FILE)))
    assert (case.get("classname"), case.get("name")) == ("revont-guard.hardcoded-key", f"{IN_FILE.path}:3:5")
    assert (case.get("file"), case.get("line")) == (IN_FILE.path, "3")
    [failure] = case
    assert (failure.tag, failure.get("type"), failure.get("message")) == ("failure", "high", "Said.")
    assert "fingerprint " + "a" * 24 in (failure.text or "")


def test_clean_run_is_one_passing_test_case() -> None:
    [case] = suite(report())
    assert len(case) == 0
    assert case.get("name") == "Clean: no Revont key in 3 files (2 bytes)."


def test_incomplete_run_is_an_error_and_no_pass() -> None:
    [case] = suite(report(skipped=(BLOCKING,)))
    [error] = case
    assert (case.get("name"), error.tag, error.get("message")) == ("pack", "error", "truncated")


@pytest.mark.parametrize(
    ("suppression", "message"),
    [(BASELINE, "baseline: Said."), (INLINE, "allowed inline (for a test, until 2030-01-31): Said.")],
)
def test_suppressed_finding_is_a_skipped_test_case(suppression: Suppression, message: str) -> None:
    [case] = suite(report(finding(suppression=suppression)))
    assert [(child.tag, child.get("message")) for child in case] == [("skipped", message)]


def test_all_that_a_report_can_hold_is_well_formed() -> None:
    """XML 1.0 has no place for most control characters, for half of a pair, or for U+FFFE."""
    suite(FULL)
    [case] = suite(report(finding(message=HOSTILE)))
    assert case[0].get("message") == HOSTILE.encode("unicode_escape").decode()


def test_key_is_masked() -> None:
    assert KEY not in render(FULL)
    assert KEY[:4] in render(FULL)
