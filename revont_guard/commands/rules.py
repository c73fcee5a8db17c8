"""`revont-guard rules`: what is looked for, why it matters, how to mend it, and whether the rules do what they say."""

from __future__ import annotations

import sys
import textwrap
from pathlib import Path

import click

from revont_guard import api, catalog
from revont_guard.errors import ExitCode, OutputError, UsageError
from revont_guard.formats import page
from revont_guard.model import Rule


@click.group(short_help="List, explain and check the rules, and write a page for each.")
def rules() -> None:
    """What revont-guard looks for."""


@rules.command(name="list")
def list_() -> None:
    """The rules, a line each: id, severity, title."""
    known = catalog.rules().values()
    width = max(len(rule.id) for rule in known)
    for rule in known:
        click.echo(f"{rule.id:<{width}}  {rule.severity.label:<8}  {rule.title}")


@rules.command()
@click.argument("rule_id", metavar="RULE")
def explain(rule_id: str) -> None:
    """Why RULE matters, how to mend what it finds, with examples of both kinds."""
    rule = catalog.rules().get(rule_id)
    if rule is None:
        raise UsageError(f"no rule {rule_id!r}: `revont-guard rules list` shows them")
    click.echo(_explained(rule), nl=False)


@rules.command()
def check() -> None:
    """Run the examples that each rule carries: it must report the bad ones and leave the good ones alone."""
    failures = api.check_rules()
    for failure in failures:
        click.echo(f"{failure.rule}: {failure.why}: {failure.path}", err=True)
    known = catalog.rules().values()
    examples = sum(len(rule.finds) + len(rule.ignores) for rule in known)
    click.echo(f"{len(known)} rules, {examples} examples, {len(failures)} failed")
    sys.exit(ExitCode.FINDINGS if failures else ExitCode.CLEAN)


@rules.command()
@click.argument("folder", type=click.Path(path_type=Path))
def pages(folder: Path) -> None:
    """Write a page for each rule, and an index, into FOLDER (Markdown)."""
    written = page.pages(catalog.rules().values())
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in written.items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise OutputError(f"the pages could not be written: {error.strerror}") from error
    click.echo(f"{len(written)} pages written")


_EXPORTED = {"gitleaks": "gitleaks.toml", "betterleaks": "betterleaks.toml", "kingfisher": "kingfisher.yml"}


@rules.command()
@click.option("--to", "tool", type=click.Choice(tuple(_EXPORTED)), required=True, help="The scanner that is to use it.")
def export(tool: str) -> None:
    """Print a rule for another scanner: a single expression, which finds much less and reports more that is none.

    docs/detection.md has the figures. For detect-secrets there is a plugin, which finds the same as we do.
    """
    click.echo(catalog.text(f"export/{_EXPORTED[tool]}"), nl=False)


def _explained(rule: Rule) -> str:
    parts = [f"{rule.id} ({rule.severity.label})", rule.title, "", _wrapped("Why", rule.why), _wrapped("Fix", rule.fix)]
    for title, examples in (("Reported", rule.finds), ("Left alone", rule.ignores)):
        for example in examples:
            text = textwrap.indent(page.example_text(example), "    ")
            parts += ["", f"{title}, in {example.path}:", text]
    parts += ["", "References:", *(f"  {reference}" for reference in rule.references)]
    return "\n".join(parts) + "\n"


def _wrapped(title: str, text: str) -> str:
    return textwrap.fill(f"{title}: {text}", 100, subsequent_indent="  ", break_long_words=False)
