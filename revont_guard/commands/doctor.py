"""`revont-guard doctor`: is all in place that is to keep keys out of a project, and does it work?"""

from __future__ import annotations

import json
import sys
import textwrap
from collections.abc import Sequence
from pathlib import Path

import click

from revont_guard import __version__
from revont_guard.errors import ExitCode
from revont_guard.formats.errors import shown
from revont_guard.onboarding.check import Check, State


@click.command(short_help="Check that hook, CI and settings of a project work.")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path())
@click.option("--format", "format_", type=click.Choice(("text", "json")), default="text", show_default=True)
def doctor(folder: Path, format_: str) -> None:
    """Check the project of FOLDER (default: here), and say how to mend what is wrong. Nothing is changed or run.

    Exit codes: 0 no problem, 1 a problem, 3 something could not be looked at. Notes do not count.
    """
    from revont_guard.onboarding.doctor import examine

    checks = examine(folder)
    click.echo(_json(checks) if format_ == "json" else _text(checks), nl=False)
    states = {check.state for check in checks}
    if State.UNKNOWN in states:
        sys.exit(ExitCode.INCOMPLETE)
    sys.exit(ExitCode.FINDINGS if State.PROBLEM in states else ExitCode.CLEAN)


def _text(checks: Sequence[Check]) -> str:
    state = max(len(check.state) for check in checks)
    name = max(len(check.name) for check in checks)
    margin = " " * (state + name + 4)
    lines = []
    for check in checks:
        lead = f"{check.state:<{state}}  {check.name:<{name}}  "
        lines.append(_wrapped(shown(check.what), lead, margin))
        if check.mend and check.state is not State.OK:
            lines.append(_wrapped(shown(check.mend), f"{margin}→ ", f"{margin}  "))
    counts = [f"{count} {check}" for check in State if (count := sum(check is each.state for each in checks))]
    return "\n".join(lines) + f"\n\n{', '.join(counts)}\n"


def _wrapped(text: str, lead: str, margin: str) -> str:
    return textwrap.fill(
        text, 120, initial_indent=lead, subsequent_indent=margin, break_long_words=False, break_on_hyphens=False
    )


def _json(checks: Sequence[Check]) -> str:
    listed = [
        {"name": check.name, "state": check.state, "what": shown(check.what), "mend": shown(check.mend) or None}
        for check in checks
    ]
    tool = {"name": "revont-guard", "version": __version__}
    return json.dumps({"version": 1, "tool": tool, "checks": listed}, indent=2) + "\n"
