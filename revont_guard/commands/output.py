"""What every reporting command shares: its options, writing the report, the exit code."""

from __future__ import annotations

import functools
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import click

from revont_guard import config
from revont_guard.commands.environment import held
from revont_guard.errors import ExitCode, OutputError
from revont_guard.formats.registry import FORMATS, render
from revont_guard.hints import Known
from revont_guard.model import Report, Severity
from revont_guard.project import Options
from revont_guard.report import count_at_least
from revont_guard.suppressions import baseline

_F = TypeVar("_F", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Reporting:
    """What the common options of a command say. ``also``: further formats, each with the file that it goes to."""

    format: str
    output: Path | None
    also: tuple[tuple[str, Path], ...]
    fail_on: str | None
    progress: bool
    quiet: bool
    options: Options


def reporting(command: _F) -> _F:
    """Adds the options of a command that ends in a report; it is handed what they say as ``reporting``."""

    @functools.wraps(command)
    def parsed(
        *,
        format_: str,
        output: Path | None,
        also: tuple[tuple[str, Path], ...],
        fail_on: str | None,
        no_progress: bool,
        quiet: bool,
        config: Path | None,
        baseline: Path | None,
        no_suppressions: bool,
        known_key_env: tuple[str, ...],
        **arguments: Any,
    ) -> Any:
        known = tuple(Known(name, held(name)) for name in dict.fromkeys(known_key_env))
        options = Options(config, baseline, suppressions=not no_suppressions, known=known)
        told = Reporting(format_, output, also, fail_on, not no_progress, quiet, options)
        return command(**arguments, reporting=told)

    for option in reversed((*_REPORT, *PROJECT)):
        parsed = option(parsed)
    return parsed  # type: ignore[return-value]


class _Also(click.ParamType):  # type: ignore[type-arg]  # generic in newer versions of click alone
    """``FORMAT=FILE``."""

    name = "FORMAT=FILE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, Path]:
        format_, _, file = str(value).partition("=")
        if format_ not in FORMATS or not file:
            self.fail(f"takes FORMAT=FILE, FORMAT being one of {', '.join(FORMATS)}", param, ctx)
        return format_, Path(file)


_FILE = click.Path(path_type=Path, dir_okay=False)

PROJECT = (
    click.option("--config", type=_FILE, help=f"Instead of {config.FILE} at the root."),
    click.option("--baseline", type=_FILE, help=f"Instead of {baseline.FILE} at the root."),
    click.option("--no-suppressions", is_flag=True, help="As if nothing were allowed, excluded or in a baseline."),
    click.option(
        "--known-key-env",
        metavar="NAME",
        multiple=True,
        help="A variable with a key that you hold: finds it wherever it stands, also encoded (repeatable).",
    ),
)
"""The options that tell which of the project's files count."""

TO_FILE = click.option("--output", type=_FILE, help="Write the report to this file.")

_REPORT = (
    click.option(
        "--format", "format_", type=click.Choice(FORMATS), default="text", show_default=True, help="How to report."
    ),
    TO_FILE,
    click.option("--also", type=_Also(), multiple=True, help="Write it to FILE in a further FORMAT, too (repeatable)."),
    click.option(
        "--fail-on",
        type=click.Choice([severity.label for severity in sorted(Severity, reverse=True)]),
        help="The least severity that makes the exit code 1.  [default: the configuration's, else low]",
    ),
    click.option("--no-progress", is_flag=True, help="Show no progress, not even on a terminal."),
    click.option("--quiet", is_flag=True, help="Print nothing when nothing was found and all was read."),
)


def finish(report: Report, reporting: Reporting) -> None:
    """Writes the report and exits: incomplete beats findings beats clean."""
    code = _exit_code(report, Severity[reporting.fail_on.upper()] if reporting.fail_on else report.fail_on)
    for format_, file in reporting.also:
        write(file, render(format_)(report))
    if reporting.output is not None and str(reporting.output) != "-":
        write(reporting.output, render(reporting.format)(report))
    elif not (reporting.quiet and code is ExitCode.CLEAN and not report.findings):
        show(render(reporting.format)(report, color=wants_color(sys.stdout)))
    sys.exit(code)


def deliver(
    report: Report, render: Callable[..., str], output: Path | None, code: ExitCode, *, quiet: bool
) -> NoReturn:
    """Writes or prints the report of a command with formats of its own, and exits."""
    if output is not None and str(output) != "-":
        write(output, render(report))
    elif not (quiet and code is ExitCode.CLEAN):
        show(render(report, color=wants_color(sys.stdout)))
    sys.exit(code)


def _exit_code(report: Report, fail_on: Severity) -> ExitCode:
    if not report.coverage.complete:
        return ExitCode.INCOMPLETE
    return ExitCode.FINDINGS if count_at_least(report, fail_on) else ExitCode.CLEAN


def wants_color(stream: Any) -> bool:
    return stream is not None and stream.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


def show(text: str) -> None:
    """Prints. Not left to click, for which a reader that has gone is exit code 1: that would say findings."""
    if sys.stdout is None:
        raise OutputError("the report could not be printed: standard output is closed")
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        sys.stdout = None  # or Python complains when it closes the stream
        sys.exit(ExitCode.INCOMPLETE)
    except OSError as error:
        sys.stdout = None
        raise OutputError(f"the report could not be printed: {error.strerror}") from error


def write(path: Path, text: str) -> None:
    """Whole or not at all: written beside ``path`` and moved there. A pipe or a device is written to as it is."""
    written: str | None = None
    try:
        if path.exists() and not path.is_file():
            path.write_text(text, encoding="utf-8", newline="\n")
            return
        target = Path(os.path.realpath(path))  # a link stays a link
        descriptor, written = tempfile.mkstemp(dir=target.parent, prefix=".revont-guard-")
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        umask = os.umask(0)
        os.umask(umask)
        Path(written).chmod(0o666 & ~umask)
        Path(written).replace(target)
    except OSError as error:
        raise OutputError(f"{path.name} could not be written: {error.strerror}") from error
    finally:
        if written is not None:
            Path(written).unlink(missing_ok=True)
