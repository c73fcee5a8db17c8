"""`revont-guard scan`: files, folders and standard input."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO

import click

from revont_guard import api
from revont_guard.commands.output import Reporting, finish, reporting
from revont_guard.commands.progress import Progress
from revont_guard.errors import UsageError
from revont_guard.formats import explanation


class _Scan(click.Command):
    """Takes what stands behind ``--`` for a path, also a file that is called ``-``: a hook passes any name."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if "--" in args:
            names = args.index("--")
            args = [*args[:names], *("./-" if arg == "-" else arg for arg in args[names:])]
        return super().parse_args(ctx, args)


@click.command(cls=_Scan, short_help="Look for keys in files, folders and standard input.")
@click.argument("paths", nargs=-1)
@click.option("--staged", is_flag=True, help="What is staged in git, as the next commit will hold it.")
@click.option("--stdin-filename", metavar="NAME", help="The name that standard input ('-') goes by.")
@click.option("--explain", metavar="FILE:LINE", help="Say why the strings on a line are keys, or why they are not.")
@reporting
def scan(
    paths: tuple[str, ...],
    staged: bool,
    stdin_filename: str | None,
    explain: str | None,
    reporting: Reporting,
) -> None:
    """Look for Revont keys in PATHS: files, folders, '-' for standard input. Without PATHS, the current folder.

    Needs no git and no network. In a folder, what .gitignore hides is left out unless git tracks it; what is named
    is always read. Where git's index holds another version of a named file, that version is read, because it is what
    a commit would hold.
    """
    if explain is not None:
        click.echo(_explained(explain), nl=False)
        return
    if "" in paths:
        raise UsageError("an empty path was given: is a variable unset?")
    named = [Path(path) for path in paths if path != "-"]
    stdin = _stdin() if "-" in paths else None
    if not paths and not staged:
        named = [Path()]
    with Progress(wanted=reporting.progress) as progress:
        report = api.scan(
            named,
            stdin=stdin,
            stdin_name=stdin_filename,
            staged=staged,
            options=reporting.options,
            watch=progress.watch,
        )
    finish(report, reporting)


def _stdin() -> BinaryIO:
    if sys.stdin is None:
        raise UsageError("standard input is closed")
    return sys.stdin.buffer


def _explained(where: str) -> str:
    path, _, line = where.rpartition(":")
    if not path or not (line.isascii() and line.isdigit() and len(line) < 10):
        raise UsageError("--explain takes FILE:LINE, for example --explain src/app.py:12")
    matches, threshold = api.explain(Path(path), int(line))
    return explanation.render(where, matches, threshold)
