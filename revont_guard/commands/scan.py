"""`revont-guard scan`: files, folders and standard input."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from revont_guard import api
from revont_guard.commands.output import finish, reporting
from revont_guard.commands.progress import Progress
from revont_guard.errors import UsageError
from revont_guard.formats import explanation


@click.command(short_help="Look for keys in files, folders and standard input.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--staged", is_flag=True, help="What is staged in git, as the next commit will hold it.")
@click.option("--stdin-filename", metavar="NAME", help="The name that standard input ('-') goes by.")
@click.option("--explain", metavar="FILE:LINE", help="Say why the strings on a line are keys, or why they are not.")
@reporting
def scan(
    paths: tuple[Path, ...],
    staged: bool,
    stdin_filename: str | None,
    explain: str | None,
    format_: str,
    output: Path | None,
    fail_on: str,
    no_progress: bool,
    quiet: bool,
) -> None:
    """Look for Revont keys in PATHS: files, folders, '-' for standard input. Without PATHS, the current folder.

    Needs no git and no network. In a folder, what .gitignore hides is left out unless git tracks it; what is named
    is always read. Where git's index holds another version of a named file, that version is read, because it is what
    a commit would hold.
    """
    if explain is not None:
        click.echo(_explained(explain), nl=False)
        return
    named = [path for path in paths if str(path) != "-"]
    stdin = sys.stdin.buffer if len(named) < len(paths) else None
    if not paths and not staged:
        named = [Path()]
    with Progress(wanted=not no_progress) as progress:
        report = api.scan(named, stdin=stdin, stdin_name=stdin_filename, staged=staged, watch=progress.watch)
    finish(report, format_=format_, output=output, fail_on=fail_on, quiet=quiet)


def _explained(where: str) -> str:
    path, _, line = where.rpartition(":")
    if not path or not (line.isascii() and line.isdigit()):
        raise UsageError("--explain takes FILE:LINE, for example --explain src/app.py:12")
    matches, threshold = api.explain(Path(path), int(line))
    return explanation.render(where, matches, threshold)
