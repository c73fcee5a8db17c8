"""The page of a rule, in Markdown. `revont-guard rules pages` writes them; docs/rules/ holds what it wrote."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from revont_guard.formats.markup import plain
from revont_guard.model import Example, Rule

_PLACE = "https://github.com/revont-guard/revont-guard/blob/main/docs/rules"


def url(rule: str) -> str:
    """Where the page of the rule with this id can be read."""
    return f"{_PLACE}/{rule}.md"


def pages(rules: Iterable[Rule]) -> dict[str, str]:
    """The text of each page by the name of its file, and that of an index."""
    rules = list(rules)
    return {f"{rule.id}.md": render(rule) for rule in rules} | {"README.md": _index(rules)}


def render(rule: Rule) -> str:
    return "\n\n".join(_paragraphs(rule)) + "\n"


def example_text(example: Example) -> str:
    """The example as it may be shown: with a word where the key would stand."""
    return example.text.rstrip("\n").replace("{key}", "‹a key›")


def _paragraphs(rule: Rule) -> Iterator[str]:
    yield f"# {rule.id}"
    yield f"**{plain(rule.title)}.** Severity: {rule.severity.label}."
    yield f"## Why it matters\n\n{plain(rule.why)}"
    for title, examples in (("Reported", rule.finds), ("Left alone", rule.ignores)):
        if examples:
            yield f"## {title}"
            yield from map(_example, examples)
    yield f"## How to fix it\n\n{plain(rule.fix)}"
    yield "## How to allow it"
    yield from _allowing(rule)
    if rule.references:
        yield "## References"
        yield "\n".join(f"- <{reference}>" for reference in rule.references)


def _example(example: Example) -> str:
    text = example_text(example)
    fence = "`" * max([3, *(len(run) + 1 for run in re.findall("`+", text))])
    return f"`{example.path}`:\n\n{fence}\n{text}\n{fence}"


def _allowing(rule: Rule) -> Iterator[str]:
    if not rule.suppressible:
        yield "Not at all: a key that works is never accepted."
        return
    ways = ["- in the baseline, which `revont-guard baseline create` writes."]
    if rule.files:
        comment = f"`revont-guard: allow[{rule.id}] reason (until YYYY-MM-DD)`"
        ways.insert(0, f"- in a comment at the end of the line, or on a line of its own above it:\n  {comment}")
    yield f"What is meant to stay can be accepted, with a reason and, if you like, a last day:\n\n{chr(10).join(ways)}"
    yield "Every report still counts it. More about both: [suppressions](../suppressions.md)."


def _index(rules: list[Rule]) -> str:
    rows = [f"| [{rule.id}]({rule.id}.md) | {rule.severity.label} | {plain(rule.title)} |" for rule in rules]
    head = "What revont-guard looks for. `make docs` writes these pages from `rules/lints.toml`: change that, not them."
    return "\n".join(["# Rules", "", head, "", "| Rule | Severity | What is wrong |", "| --- | --- | --- |", *rows, ""])
