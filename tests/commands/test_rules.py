"""`revont-guard rules`: list, explain and check."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
import yaml  # type: ignore[import-untyped]

from revont_guard import catalog
from revont_guard.formats import page
from revont_guard.model import Example, Rule
from tests.commands import run
from tests.keys import make_key


def test_list_has_a_line_a_rule() -> None:
    outcome = run("rules", "list")
    lines = [line.split(maxsplit=2) for line in outcome.out.splitlines()]
    assert outcome.code == 0
    assert [line[0] for line in lines] == list(catalog.rules())
    assert all(line[1] == rule.severity.label for line, rule in zip(lines, catalog.rules().values(), strict=True))
    assert all(line[2] == rule.title for line, rule in zip(lines, catalog.rules().values(), strict=True))


@pytest.mark.parametrize("rule", catalog.rules().values(), ids=lambda rule: rule.id)
def test_explain_tells_why_how_to_mend_and_where_to_read_on(rule: Rule) -> None:
    outcome = run("rules", "explain", rule.id)
    told = " ".join(outcome.out.split())
    assert outcome.code == 0
    for part in (rule.id, rule.severity.label, rule.title, f"Why: {rule.why}", f"Fix: {rule.fix}", *rule.references):
        assert part in told
    assert all(example.path in told for example in (*rule.finds, *rule.ignores))
    assert "{key}" not in told


def test_unknown_rule_is_2_and_shows_the_way() -> None:
    outcome = run("rules", "explain", "no-such-rule")
    assert (outcome.code, outcome.out) == (2, "")
    assert "revont-guard rules list" in outcome.err


def test_unknown_command_is_2() -> None:
    assert run("rules", "nonsense").code == 2
    assert run("nonsense").code == 2


def test_check_passes_and_counts() -> None:
    outcome = run("rules", "check")
    examples = sum(len(rule.finds) + len(rule.ignores) for rule in catalog.rules().values())
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == f"{len(catalog.rules())} rules, {examples} examples, 0 failed\n"


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"finds": (Example("silent.txt", "nothing"),)}, "does not report: silent.txt"),
        ({"ignores": (Example("loud.env", "REVONT_API_KEY={key}"),)}, "should leave alone: loud.env"),
    ],
)
def test_check_names_the_example_that_fails(
    changes: dict[str, tuple[Example, ...]], why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = dict(catalog.rules())
    rules["hardcoded-key"] = replace(rules["hardcoded-key"], **changes)  # type: ignore[arg-type]
    monkeypatch.setattr(catalog, "rules", lambda: rules)
    outcome = run("rules", "check")
    assert outcome.code == 1
    assert outcome.err == f"hardcoded-key: {why}\n"
    assert outcome.out.endswith(", 1 failed\n")


def test_pages_are_written_with_an_index(tmp_path: Path) -> None:
    outcome = run("rules", "pages", tmp_path / "docs" / "rules")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == f"{len(catalog.rules()) + 1} pages written\n"
    written = {path.name: path.read_bytes() for path in (tmp_path / "docs" / "rules").iterdir()}
    assert written == {name: text.encode() for name, text in page.pages(catalog.rules().values()).items()}


def test_pages_that_cannot_be_written_are_3_and_said_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    outcome = run("rules", "pages", tmp_path / "file" / "folder")
    assert (outcome.code, outcome.out) == (3, "")
    assert outcome.err.count("\n") == 1
    assert "could not be written" in outcome.err


@pytest.mark.parametrize("tool", ["gitleaks", "betterleaks", "kingfisher"])
def test_a_rule_for_another_scanner_finds_a_plain_key(tool: str) -> None:
    outcome = run("rules", "export", "--to", tool)
    assert (outcome.code, outcome.err) == (0, "")
    if tool == "kingfisher":
        (rule,) = yaml.safe_load(outcome.out)["rules"]
        expression = rule["pattern"].strip()
    else:
        (rule,) = tomllib.loads(outcome.out)["rules"]
        expression = rule["regex"]
    key = make_key("exported")
    found = re.search(expression, f"REVONT_API_KEY={key}\n")
    assert found and found[1] == key


def test_another_scanner_that_is_not_known_is_2() -> None:
    assert run("rules", "export", "--to", "nonsense").code == 2
