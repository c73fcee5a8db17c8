"""`revont-guard verify`: is this key alive, and what may it do?"""

from __future__ import annotations

import getpass
import sys
import warnings
from pathlib import Path
from typing import get_args

import click

from revont_guard import api
from revont_guard.commands.asking import Asking, asking
from revont_guard.commands.environment import given
from revont_guard.commands.output import TO_FILE, deliver
from revont_guard.errors import ExitCode, UsageError
from revont_guard.formats import grants
from revont_guard.formats import json as json_
from revont_guard.hints import Known
from revont_guard.model import Report, Secret

_FORMATS = {"text": grants.render, "json": json_.render}
_STDIN = "standard input"
_LARGEST = 1 << 16  # bytes of standard input


@click.command(short_help="Ask the API whether a key is alive, and what it may do.")
@click.option("--env", "names", metavar="NAME", multiple=True, help="A variable with a key (repeatable).")
@click.option("--stdin", is_flag=True, help="One key on standard input; on a terminal it is asked for, unseen.")
@click.option(
    "--expect",
    type=click.Choice(get_args(api.Expectation)),
    help="What each key should be: otherwise the exit code is 1. No answer of the cache counts.",
)
@asking
@click.option("--format", "format_", type=click.Choice(tuple(_FORMATS)), default="text", show_default=True)
@TO_FILE
@click.option("--quiet", is_flag=True, help="Print nothing when every key is known, and as expected.")
def verify(
    names: tuple[str, ...],
    stdin: bool,
    expect: api.Expectation | None,
    asking: Asking,
    format_: str,
    output: Path | None,
    quiet: bool,
) -> None:
    """Say of each key whether it is active, and whether it is read-only or read-write (which is inferred).

    A key is never an argument: name the variables that hold keys, or hand one over on standard input. Each is sent to
    the Revont API once, in a request that changes nothing and returns no personal data.

    Exit codes: 0 known (and as expected), 1 not as expected, 2 wrong usage, 3 it could not be told. 3 beats 1.
    """
    if bool(names) == stdin:
        raise UsageError("name the variables that hold keys with --env NAME, or hand one over with --stdin")
    keys = [Known(_STDIN, _from_stdin())] if stdin else [Known(name, given(name)) for name in dict.fromkeys(names)]
    report = api.verify(keys, where=asking.where, proxy=asking.proxy, remember=asking.remember, expect=expect)
    code = _exit_code(report)
    deliver(report, _FORMATS[format_], output, code, quiet=quiet)


def _exit_code(report: Report) -> ExitCode:
    if not report.coverage.complete:
        return ExitCode.INCOMPLETE
    unmet = any(notice.kind == api.NOT_AS_EXPECTED for notice in report.notices)
    return ExitCode.FINDINGS if unmet else ExitCode.CLEAN


def _from_stdin() -> Secret:
    """The one key on standard input, without the line break behind it. Raises UsageError where there is not one."""
    if sys.stdin is None:
        raise UsageError("standard input is closed")
    # As Latin-1 every byte is a character, and those that are none of a key's are refused with the reason.
    text = _typed() if sys.stdin.isatty() else sys.stdin.buffer.read(_LARGEST + 1).decode("latin-1")
    value = text.strip("\r\n")
    if not value.strip():
        raise UsageError("there is no key on standard input")
    if len(text) > _LARGEST or "\n" in value or "\r" in value:
        raise UsageError("there is more than one line on standard input: --stdin takes one key")
    return Secret(value)


def _typed() -> str:
    with warnings.catch_warnings():
        warnings.simplefilter("error", getpass.GetPassWarning)
        try:
            return getpass.getpass("Revont API key (not shown): ")
        except (EOFError, getpass.GetPassWarning):
            raise UsageError("the key cannot be asked for unseen here: use --env NAME, or a pipe") from None
