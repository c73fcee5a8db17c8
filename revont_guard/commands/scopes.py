"""`revont-guard scopes`: what does the code need of each key?"""

from __future__ import annotations

from pathlib import Path

import click

from revont_guard import api
from revont_guard.commands.asking import Asking, asking, consent
from revont_guard.commands.environment import given
from revont_guard.commands.output import TO_FILE, deliver
from revont_guard.commands.progress import Progress
from revont_guard.errors import ExitCode, UsageError
from revont_guard.formats import json as json_
from revont_guard.formats import needs, sarif
from revont_guard.hints import Known
from revont_guard.model import Report, Scope
from revont_guard.report import count_at_least

_FORMATS = {"text": needs.render, "json": json_.render, "sarif": sarif.render}
_ASSUMED = {"read-only": Scope.READ_ONLY, "read-write": Scope.READ_WRITE}


@click.command(short_help="What does the code need of each key, and does the key grant more?")
@click.argument("path", metavar="[PATH]", default=".", type=click.Path(path_type=Path, exists=True))
@click.option(
    "--assume", type=click.Choice(tuple(_ASSUMED)), help="Take every key for one of that scope; nothing is sent."
)
@click.option("--verify", is_flag=True, help="Ask the API what the keys of --env may do.")
@click.option("--env", "names", metavar="NAME", multiple=True, help="A variable with a key, for --verify (repeatable).")
@click.option("--yes", is_flag=True, help="With --verify: do not ask whether the keys may be sent.")
@asking
@click.option("--format", "format_", type=click.Choice(tuple(_FORMATS)), default="text", show_default=True)
@TO_FILE
@click.option("--no-progress", is_flag=True, help="Show no progress, not even on a terminal.")
@click.option("--quiet", is_flag=True, help="Print nothing when no key grants more or less than is needed.")
def scopes(
    path: Path,
    assume: str | None,
    verify: bool,
    names: tuple[str, ...],
    yes: bool,
    asking: Asking,
    format_: str,
    output: Path | None,
    no_progress: bool,
    quiet: bool,
) -> None:
    """Say of each Revont key that the code in PATH (default: here) uses which endpoints it is used for, and so which
    scope it needs.

    A key is called over-scoped only where every use of it in this tree is known and only reads. Without --assume or
    --verify the need alone is told. Exit codes: 0 nothing to mind, 1 a key grants more or less than is needed, 2 wrong
    usage, 3 something that had to be read was not, or a key could not be asked about.
    """
    if verify and assume:
        raise UsageError("--assume and --verify both tell what a key may do: take one")
    if verify and not names:
        raise UsageError("--verify asks about the keys that you name: add --env NAME")
    if not verify and (names or asking.named):
        raise UsageError(f"{asking.named or '--env'} is about asking the API: it goes with --verify")
    keys = [Known(name, given(name)) for name in dict.fromkeys(names)]
    with Progress(wanted=not no_progress) as progress:
        agreed = consent(yes, before=progress.stop) if verify else None
        report = api.scopes(
            path,
            assume=_ASSUMED[assume] if assume else None,
            keys=keys,
            verification=agreed and api.Verification(agreed, asking.where, asking.proxy, asking.remember),
            watch=progress.watch,
        )
    code = _exit_code(report)
    deliver(report, _FORMATS[format_], output, code, quiet=quiet)


def _exit_code(report: Report) -> ExitCode:
    if not report.coverage.complete:
        return ExitCode.INCOMPLETE
    return ExitCode.FINDINGS if count_at_least(report, report.fail_on) else ExitCode.CLEAN
