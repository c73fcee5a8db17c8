"""SARIF 2.1.0: every rule, every finding with a fingerprint that survives edits, and nothing hidden."""

from __future__ import annotations

import json
import subprocess
import tarfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from revont_guard import catalog
from revont_guard.formats import page
from revont_guard.formats.sarif import render
from revont_guard.model import Notice, Report, Severity, Skipped, SuppressedBy, Suppression
from tests.formats.reports import (
    BLOCKING,
    FULL,
    HOSTILE,
    IN_FILE,
    IN_HISTORY,
    IN_MESSAGE,
    KEY,
    ON_STDIN,
    finding,
    report,
)


def run(report: Report) -> dict[str, Any]:
    text = render(report)
    assert text.isascii()
    [only] = json.loads(text)["runs"]
    return dict(only)


def result(**changes: Any) -> dict[str, Any]:
    [only] = run(report(replace(finding(), **changes)))["results"]
    return dict(only)


def test_rules_are_those_that_exist_and_every_result_points_to_its_own() -> None:
    shown = run(FULL)
    rules = shown["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(catalog.rules())
    assert [rules[found["ruleIndex"]]["id"] for found in shown["results"]] == [found.rule for found in FULL.findings]
    assert all(rule["help"]["text"] and rule["help"]["markdown"] for rule in rules)
    assert [rule["helpUri"] for rule in rules] == [page.url(id) for id in catalog.rules()]


def test_weakness_numbers_and_severity_reach_code_scanning() -> None:
    rules = {rule["id"]: rule for rule in run(FULL)["tool"]["driver"]["rules"]}
    assert rules["hardcoded-key"]["properties"] == {
        "security-severity": "8.0",
        "tags": ["security", "secret", "external/cwe/cwe-798"],
    }
    assert float(rules["key-in-bundle"]["properties"]["security-severity"]) > 9


def test_path_is_a_relative_uri_and_the_region_is_where_the_key_stands() -> None:
    assert result()["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "src/50%25%20a%2Cb%3Ac.env", "uriBaseId": "SRCROOT"},
                "region": {"startLine": 3, "startColumn": 5, "endColumn": 37},
            }
        }
    ]


def test_key_that_ends_left_of_its_beginning_has_no_end_column() -> None:
    """Where it is folded, its end stands on another line."""
    at = result(location=replace(IN_FILE, end_column=2))["locations"][0]
    assert at["physicalLocation"]["region"] == {"startLine": 3, "startColumn": 5}


@pytest.mark.parametrize(("at", "name"), [(ON_STDIN, "standard input"), (IN_MESSAGE, "message")])
def test_what_is_no_file_is_named(at: Any, name: str) -> None:
    [location] = result(location=at)["locations"]
    assert location["logicalLocations"][0]["fullyQualifiedName"].startswith(name)
    assert "physicalLocation" not in location


def test_history_is_told_beside_the_place() -> None:
    shown = result(location=IN_HISTORY)
    told = {"commit": "1" * 40, "object": "2" * 40, "authorDate": "2020-09-13T14:27:40+02:00", "refs": ["main", "v1"]}
    assert told.items() <= shown["properties"].items()
    assert "src/api.ts:9" in shown["message"]["text"]


def test_fingerprint_is_the_findings_own_and_nothing_else() -> None:
    assert result()["partialFingerprints"] == {"revontGuard/v1": "a" * 24}
    moved = replace(IN_HISTORY, line=99, column=1, commit="9" * 40)
    assert result(location=moved)["partialFingerprints"] == {"revontGuard/v1": "a" * 24}


@pytest.mark.parametrize(
    ("by", "kind"),
    [
        (SuppressedBy.INLINE, "inSource"),
        (SuppressedBy.BASELINE, "external"),
        (SuppressedBy.DETECT_SECRETS, "external"),
        (SuppressedBy.CONFIG, "external"),
    ],
)
def test_suppressions_are_carried(by: SuppressedBy, kind: str) -> None:
    assert result(suppression=Suppression(by))["suppressions"] == [{"kind": kind, "status": "accepted"}]


def test_new_finding_has_an_empty_list_of_suppressions() -> None:
    """Without the list, a reader of SARIF could not tell it from one whose suppressions nobody looked for."""
    assert result()["suppressions"] == []


@pytest.mark.parametrize(
    ("reason", "expires", "justification"),
    [
        ("for a test", None, "for a test"),
        ("for a {0}\n", "2030-01-31", r"for a {0}\n, until 2030-01-31"),
        (None, "2030-01-31", "until 2030-01-31"),
    ],
)
def test_reason_and_last_day_are_the_justification(reason: str | None, expires: str | None, justification: str) -> None:
    [shown] = result(suppression=Suppression(SuppressedBy.INLINE, reason, expires))["suppressions"]
    assert shown["justification"] == justification


def test_notice_says_where() -> None:
    [notice] = run(report(notices=(Notice("kind", "Mind this.", IN_FILE),)))["invocations"][0][
        "toolExecutionNotifications"
    ]
    assert notice["locations"][0]["physicalLocation"]["region"]["startLine"] == 3


@pytest.mark.parametrize(
    ("severity", "level"),
    [(Severity.CRITICAL, "error"), (Severity.HIGH, "error"), (Severity.MEDIUM, "warning"), (Severity.INFO, "note")],
)
def test_level_follows_the_severity(severity: Severity, level: str) -> None:
    assert result(severity=severity)["level"] == level


def test_run_is_successful_only_where_all_was_read() -> None:
    [whole] = run(report(skipped=(Skipped("image", "binary", False),)))["invocations"]
    assert whole["executionSuccessful"] is True
    [partial] = run(report(skipped=(BLOCKING,), notices=(Notice("kind", "Mind this."),)))["invocations"]
    assert partial["executionSuccessful"] is False
    assert [note["level"] for note in partial["toolExecutionNotifications"]] == ["error", "note"]
    assert partial["toolExecutionNotifications"][0]["message"]["text"] == "Not read: pack: truncated"


def test_scanned_text_makes_no_link_and_no_placeholder() -> None:
    text = result(message=HOSTILE + "[a](https://example.org)")["message"]["text"]
    assert "](" not in text
    assert "{{0}}" in text


def test_key_is_masked() -> None:
    assert KEY not in render(FULL)
    assert KEY[:4] in result()["message"]["text"]


@pytest.mark.slow
@pytest.mark.network
def test_report_fits_the_official_schema(tmp_path: Path, outside: Mapping[str, str]) -> None:
    """The schema comes with Microsoft's SARIF tools, out of the package registry."""
    package = ["npm", "pack", "--silent", "@microsoft/sarif-multitool-linux"]
    done = subprocess.run(package, cwd=tmp_path, env=dict(outside), capture_output=True, check=True, timeout=300)
    with tarfile.open(tmp_path / done.stdout.decode().split()[-1]) as archive:
        file = archive.extractfile("package/sarif-2.1.0.json")
        assert file is not None
        schema = Draft7Validator(json.load(file))
    for shown in (FULL, report()):
        assert [error.message for error in schema.iter_errors(json.loads(render(shown)))] == []
    assert not schema.is_valid(json.loads(render(FULL).replace('"startLine": 3', '"startLine": 0')))
