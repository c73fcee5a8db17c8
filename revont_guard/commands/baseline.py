"""`revont-guard baseline`: accept what is found today, so that only what is new counts."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from revont_guard import api
from revont_guard.commands.output import write
from revont_guard.commands.progress import Progress
from revont_guard.config import is_day
from revont_guard.errors import ExitCode, UsageError
from revont_guard.formats import summary
from revont_guard.formats.errors import shown
from revont_guard.formats.text import visible
from revont_guard.project import Options
from revont_guard.suppressions.baseline import FILE, MERGED

_FOLDER = click.argument(
    "folder", metavar="[REPO]", default=Path(), type=click.Path(path_type=Path, exists=True, file_okay=False)
)
_NO_HISTORY = click.option("--no-history", is_flag=True, help="The files at hand only.")
_FILE = click.option("--baseline", type=click.Path(path_type=Path, dir_okay=False), help=f"Instead of {FILE}.")
_CONFIG = click.option(
    "--config", type=click.Path(path_type=Path, dir_okay=False), help="Instead of .revont-guard.toml at the root."
)
_REASON = click.option("--reason", help="Why what is new is accepted.")
_UNTIL = click.option("--until", metavar="YYYY-MM-DD", help="The last day on which that counts.")


@click.group(short_help="Accept what is found today; tidy up what was accepted.")
def baseline() -> None:
    """Findings that were looked at and accepted. A key in a new place is new again; live keys cannot be accepted.

    Each command audits REPO (default: here), its history included.
    """


@baseline.command()
@_FOLDER
@_NO_HISTORY
@_FILE
@_CONFIG
@_REASON
@_UNTIL
def create(
    folder: Path, no_history: bool, baseline: Path | None, config: Path | None, reason: str | None, until: str | None
) -> None:
    """Write a baseline that accepts everything that is found now."""
    _change("create", folder, no_history, Options(config, baseline), reason, until)


@baseline.command()
@_FOLDER
@_NO_HISTORY
@_FILE
@_CONFIG
@_REASON
@_UNTIL
def update(
    folder: Path, no_history: bool, baseline: Path | None, config: Path | None, reason: str | None, until: str | None
) -> None:
    """Add what is new to the baseline; what is in it stays as it is."""
    _change("update", folder, no_history, Options(config, baseline), reason, until)


@baseline.command()
@_FOLDER
@_NO_HISTORY
@_FILE
@_CONFIG
def prune(folder: Path, no_history: bool, baseline: Path | None, config: Path | None) -> None:
    """Take out of the baseline what is found no more."""
    _change("prune", folder, no_history, Options(config, baseline), None, None)


def _change(
    change: api.Change, folder: Path, no_history: bool, options: Options, reason: str | None, until: str | None
) -> None:
    if until is not None and not is_day(until):
        raise UsageError("--until takes a day as YYYY-MM-DD")
    with Progress() as progress:
        done = api.accept(
            folder,
            change,
            history=not no_history,
            reason=reason,
            until=until,
            options=options,
            watch=progress.watch,
        )
    write(done.path, done.text)
    counts = f"{summary.counted(done.added, 'finding')} added, {done.removed} removed, {done.kept} kept"
    click.echo(f"{shown(done.path.name)}: {counts}.")
    if change == "create" and (attributes := api.merging(done.path)):
        write(attributes.path, attributes.text)
        click.echo(f".gitattributes: git merges the baseline line by line ({MERGED}).")
    if done.added and change != "prune":
        click.echo("What is accepted is still exposed: replace the keys, and `revont-guard baseline prune` afterwards.")
    unread = [skipped for skipped in done.report.coverage.skipped if skipped.blocking]
    for skipped in unread:
        click.echo(f"Not read: {visible(skipped.what)}: {visible(skipped.why)}", err=True)
    sys.exit(ExitCode.INCOMPLETE if unread else ExitCode.CLEAN)
