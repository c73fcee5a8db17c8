"""`revont-guard rotate`: how far is the rotation from one key to another?"""

from __future__ import annotations

from pathlib import Path

import click

from revont_guard import api
from revont_guard.commands.asking import Asking, asking
from revont_guard.commands.environment import held
from revont_guard.commands.output import TO_FILE, deliver
from revont_guard.commands.progress import Progress
from revont_guard.errors import ExitCode
from revont_guard.formats import json as json_
from revont_guard.formats import steps
from revont_guard.hints import Known
from revont_guard.model import Report, StepStatus

_FORMATS = {"text": steps.render, "json": json_.render}


@click.command(short_help="Check each step of replacing one key by another.")
@click.argument("repository", metavar="[REPO]", default=".", type=click.Path(path_type=Path, exists=True))
@click.option("--old-env", metavar="NAME", required=True, help="The variable with the key that is to go.")
@click.option("--new-env", metavar="NAME", required=True, help="The variable with the key that takes its place.")
@asking
@click.option("--format", "format_", type=click.Choice(tuple(_FORMATS)), default="text", show_default=True)
@TO_FILE
@click.option("--no-progress", is_flag=True, help="Show no progress, not even on a terminal.")
@click.option("--quiet", is_flag=True, help="Print nothing when no step is left that can be told.")
def rotate(
    repository: Path,
    old_env: str,
    new_env: str,
    asking: Asking,
    format_: str,
    output: Path | None,
    no_progress: bool,
    quiet: bool,
) -> None:
    """Say of each step of a rotation whether it is done, not yet, or cannot be told.

    Each of the two keys is sent to the Revont API once, in a request that changes nothing. REPO (default: here), its
    files and its history, is read for both. Nothing is deleted: only you can do that, in the settings of the workspace.

    Exit codes: 0 nothing is left to do that can be told from here, 1 a step is not done yet, 2 wrong usage, 3 a key
    could not be asked about, or something of REPO could not be read. 3 beats 1.
    """
    old, new = Known(old_env, held(old_env)), Known(new_env, held(new_env))
    with Progress(wanted=not no_progress) as progress:
        report = api.rotate(old, new, repository, where=asking.where, proxy=asking.proxy, watch=progress.watch)
    code = _exit_code(report)
    deliver(report, _FORMATS[format_], output, code, quiet=quiet)


def _exit_code(report: Report) -> ExitCode:
    if not report.coverage.complete:
        return ExitCode.INCOMPLETE
    left = any(step.status is StepStatus.NOT_YET for step in report.steps)
    return ExitCode.FINDINGS if left else ExitCode.CLEAN
