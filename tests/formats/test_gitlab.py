"""GitLab's secret detection report: what its schema asks for, and no extract of code."""

from __future__ import annotations

import json
import re
from typing import Any

from revont_guard import catalog
from revont_guard.formats.gitlab import render
from revont_guard.model import Notice, Report
from tests.formats.reports import BASELINE, BLOCKING, FULL, IN_FILE, IN_HISTORY, INLINE, KEY, ON_STDIN, finding, report


def shown(report: Report) -> dict[str, Any]:
    text = render(report)
    assert text.isascii()
    return dict(json.loads(text))


def test_head_is_what_gitlab_asks_for() -> None:
    scan = shown(report())["scan"]
    assert (scan["type"], scan["status"]) == ("secret_detection", "success")
    for time in (scan["start_time"], scan["end_time"]):
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", time)
    for tool in (scan["analyzer"], scan["scanner"]):
        assert tool["id"] and tool["name"] and tool["version"] and tool["vendor"]["name"]


def test_finding_names_its_rule_and_place() -> None:
    [only] = shown(report(finding(IN_FILE)))["vulnerabilities"]
    rule = catalog.rules()["hardcoded-key"]
    assert (only["name"], only["severity"], only["solution"]) == (rule.title, "High", rule.fix)
    assert only["identifiers"][0]["value"] == rule.id
    assert only["location"] == {
        "commit": {"sha": "0000000"},
        "file": IN_FILE.path,
        "start_line": 3,
        "end_line": 3,
    }
    assert "raw_source_code_extract" not in only


def test_history_gives_the_commit_and_what_reaches_it() -> None:
    [only] = shown(report(finding(IN_HISTORY)))["vulnerabilities"]
    assert only["location"]["commit"] == {"sha": "1" * 40, "date": IN_HISTORY.author_date}
    assert [item["value"] for item in only["details"]["refs"]["items"]] == ["main", "v1"]
    assert "src/api.ts:9" in only["description"]


def test_every_finding_has_an_id_of_its_own_that_stays() -> None:
    """The same key twice in a file is one fingerprint and two findings."""
    twice = report(finding(), finding())
    ids = [found["id"] for found in shown(twice)["vulnerabilities"]]
    assert len(set(ids)) == 2
    assert ids == [found["id"] for found in shown(twice)["vulnerabilities"]]


def test_standard_input_is_no_file() -> None:
    [only] = shown(report(finding(ON_STDIN)))["vulnerabilities"]
    assert "file" not in only["location"]


def test_incomplete_run_is_a_failure_that_says_why() -> None:
    scan = shown(report(skipped=(BLOCKING,)))["scan"]
    assert scan["status"] == "failure"
    assert scan["messages"] == [{"level": "warn", "value": "not read: pack: truncated"}]


def test_suppressed_findings_are_counted_not_shown() -> None:
    told = shown(report(finding(suppression=BASELINE), finding(suppression=INLINE)))
    assert told["vulnerabilities"] == []
    assert [message["value"] for message in told["scan"]["messages"]] == [
        "2 suppressed (1 baseline, 1 inline)",
        f"suppressed: hardcoded-key at {IN_FILE.path}:3:5 (baseline)",
        f"suppressed: hardcoded-key at {IN_FILE.path}:3:5 (allowed inline: for a test, until 2030-01-31)",
    ]


def test_messages_do_not_grow_with_a_large_baseline() -> None:
    messages = shown(report(*[finding(suppression=BASELINE)] * 150))["scan"]["messages"]
    assert len(messages) == 102
    assert messages[-1]["value"] == "and 50 suppressed ones more"


def test_notice_says_where() -> None:
    [message] = shown(report(notices=(Notice("kind", "Mind this.", ON_STDIN),)))["scan"]["messages"]
    assert message["value"] == "note: standard input:2: Mind this."


def test_scanned_text_stays_text_in_a_description() -> None:
    [only] = shown(report(finding(message="![x](https://example.org) <b> @all")))["vulnerabilities"]
    assert only["description"].startswith(
        "`![x](https://example.org`) `<b>` `@all` It stands at `src/50% a,b:c.env:3:5`."
    )


def test_key_is_masked() -> None:
    assert KEY not in render(FULL)
    assert KEY[:4] in render(FULL)
