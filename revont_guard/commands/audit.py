"""`revont-guard audit`: a project with everything that its repository still holds."""

from __future__ import annotations

from pathlib import Path

import click

from revont_guard import api
from revont_guard.commands.output import finish, reporting
from revont_guard.commands.progress import Progress


@click.command(short_help="Look for keys in a project and in all of its history.")
@click.argument("repositories", metavar="[REPO]...", nargs=-1)
@click.option("--no-history", is_flag=True, help="The files at hand only; REPO may then be a folder without git.")
@click.option("--since", metavar="REV", help="Of the history, only what REV does not reach.")
@reporting
def audit(
    repositories: tuple[str, ...],
    no_history: bool,
    since: str | None,
    format_: str,
    output: Path | None,
    fail_on: str,
    no_progress: bool,
    quiet: bool,
) -> None:
    """Look for Revont keys in REPO (default: here): its files and every object that its git repository holds.

    That are all commits of all branches and tags, stashes, notes, and objects that nothing reaches any more. Exit
    code 3 says that something of it could not be read. No network, unless REPO is an https or ssh URL: that is cloned
    to a temporary mirror, which is removed afterwards.
    """
    with Progress(wanted=not no_progress) as progress:
        report = api.audit(repositories or (".",), history=not no_history, since=since, watch=progress.watch)
    finish(report, format_=format_, output=output, fail_on=fail_on, quiet=quiet)
