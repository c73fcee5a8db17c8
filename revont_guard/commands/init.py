"""`revont-guard init`: sets a project up: the hook, the step in CI, the lines that keep files apart."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from revont_guard import api
from revont_guard.commands.progress import Progress
from revont_guard.errors import UsageError
from revont_guard.formats.errors import shown
from revont_guard.onboarding.changes import Change, diff, write
from revont_guard.suppressions.baseline import FILE

if TYPE_CHECKING:
    from revont_guard.onboarding.setup import Plan

_ACCEPTED = (
    f"{FILE} accepts what was found today, so that only what is new counts. Those keys are still exposed: "
    "`revont-guard audit --no-suppressions` shows them, with what to do"
)
_UNFINISHED = "Not everything could be read, so the baseline may lack some of it: `revont-guard audit` says what"


@click.command(short_help="Set a project up: hook, CI, ignore lines.")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path())
@click.option("--hook/--no-hook", default=True, help="The hooks in .pre-commit-config.yaml.")
@click.option("--ci/--no-ci", default=True, help="A step in the CI that is found.")
@click.option("--baseline/--no-baseline", default=True, help="A baseline of what is found today, and its merge rule.")
@click.option("--gitignore/--no-gitignore", default=True, help="Lines in .gitignore for .env files.")
@click.option("--detect-secrets", is_flag=True, help="Our plugin in .secrets.baseline.")
@click.option("--yes", is_flag=True, help="Write without asking.")
def init(folder: Path, hook: bool, ci: bool, baseline: bool, gitignore: bool, detect_secrets: bool, yes: bool) -> None:
    """Set the project of FOLDER (default: here) up.

    Shows what would be added to which file and asks before it writes. What is there already stays as it is, so a
    second run finds nothing to do.
    """
    from revont_guard.onboarding.setup import Choices, plan

    accepted, notes = baseline_change(folder) if baseline else (None, [])
    made = plan(folder, Choices(hook, ci, baseline, gitignore, detect_secrets), accepted)
    made.notes[:0] = notes
    if made.changes:
        click.echo(diff(made.changes), nl=False)
    _tell(made)
    if not made.changes:
        click.echo("Nothing to write." if made.by_hand else "Nothing to do.")
        return
    if not yes:
        if not (sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()):
            raise UsageError("nothing was written: there is no terminal to ask on, and --yes was not given")
        if not click.confirm("\nWrite these?"):
            click.echo("Nothing was written.")
            return
    write(made.top, made.changes)
    click.echo(f"\nWritten: {', '.join(change.path for change in made.changes)}\n\nNext:")
    for step in made.steps:
        click.echo(f"  {step}")


def baseline_change(folder: Path) -> tuple[Change | None, list[str]]:
    """A baseline that accepts what an audit finds now, and what to say of it; None where there is one or no need."""
    from revont_guard.onboarding.setup import worktree_of

    top = worktree_of(folder).worktree
    if top is None or (top / FILE).exists():
        return None, []
    with Progress() as progress:
        done = api.accept(top, "create", watch=progress.watch)
    if not done.added:
        return None, []
    unread = not done.report.coverage.complete
    return Change(FILE, None, done.text), [_ACCEPTED, *([_UNFINISHED] if unread else [])]


def _tell(made: Plan) -> None:
    for item in made.by_hand:
        click.echo(f"\n{item.path} is left to you: {shown(item.why)}. This belongs into it:\n")
        click.echo("".join(f"    {line}\n" for line in item.snippet.splitlines()), nl=False)
    for note in made.notes:
        click.echo(f"\nNote: {shown(note)}.")
