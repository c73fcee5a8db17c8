"""The page of a rule: all that is known of it, and no key."""

from __future__ import annotations

from dataclasses import replace

import pytest

from revont_guard import catalog
from revont_guard.formats.page import pages, render, url
from revont_guard.model import Example, Rule

RULE = catalog.rules()["hardcoded-key"]


@pytest.mark.parametrize("rule", catalog.rules().values(), ids=lambda rule: rule.id)
def test_page_tells_all_that_is_known_of_a_rule(rule: Rule) -> None:
    text = render(rule)
    for part in (f"# {rule.id}\n", rule.title, f"Severity: {rule.severity.label}.", rule.why, rule.fix):
        assert part in text
    assert all(f"<{reference}>" in text for reference in rule.references)
    assert all(f"`{example.path}`:" in text for example in (*rule.finds, *rule.ignores))
    assert "{key}" not in text


def test_examples_of_both_kinds_stand_under_their_headings() -> None:
    text = render(replace(RULE, finds=(Example("a.env", "A={key}\n"),), ignores=(Example("b.env", "B=x\n"),)))
    assert "## Reported\n\n`a.env`:\n\n```\nA=‹a key›\n```\n\n## Left alone\n\n`b.env`:\n\n```\nB=x\n```\n" in text


def test_example_with_a_fence_stays_inside_its_own() -> None:
    assert "````\n```\n{}\n```\n````" in render(replace(RULE, finds=(Example("a.md", "```\n{}\n```\n"),)))


def test_page_says_how_to_allow_a_finding() -> None:
    text = render(RULE)
    assert "`revont-guard: allow[hardcoded-key] reason (until YYYY-MM-DD)`" in text
    assert "`revont-guard baseline create`" in text
    assert "(../suppressions.md)" in text


def test_what_stands_in_no_file_cannot_be_allowed_by_a_comment() -> None:
    text = render(catalog.rules()["key-in-history"])
    assert "allow[" not in text
    assert "`revont-guard baseline create`" in text


def test_live_key_cannot_be_allowed_at_all() -> None:
    text = render(replace(RULE, suppressible=False))
    assert "Not at all" in text
    assert "allow[" not in text
    assert "baseline" not in text


def test_text_of_a_rule_is_no_markup() -> None:
    assert r"\<b\> \*x\*" in render(replace(RULE, why="<b> *x*"))


def test_index_leads_to_every_page() -> None:
    written = pages(catalog.rules().values())
    assert written.keys() == {f"{id}.md" for id in catalog.rules()} | {"README.md"}
    for rule in catalog.rules().values():
        assert f"| [{rule.id}]({rule.id}.md) | {rule.severity.label} | {rule.title} |" in written["README.md"]


def test_page_is_found_where_the_repository_shows_it() -> None:
    assert url("live-key") == "https://github.com/revont-guard/revont-guard/blob/main/docs/rules/live-key.md"
