"""What every reporting command shares: its options, writing the report, the exit code."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from revont_guard.errors import ExitCode, OutputError
from revont_guard.formats.registry import FORMATS, render
from revont_guard.model import Report, Severity
from revont_guard.report import count_at_least

_F = TypeVar("_F", bound=Callable[..., Any])

_OPTIONS = (
    click.option(
        "--format", "format_", type=click.Choice(FORMATS), default="text", show_default=True, help="How to report."
    ),
    click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="Write the report to this file."),
    click.option(
        "--fail-on",
        type=click.Choice([severity.label for severity in sorted(Severity, reverse=True)]),
        default="low",
        show_default=True,
        help="The least severity that makes the exit code 1.",
    ),
    click.option("--no-progress", is_flag=True, help="Show no progress, not even on a terminal."),
    click.option("--quiet", is_flag=True, help="Print nothing when nothing was found and all was read."),
)


def reporting(command: _F) -> _F:
    """Adds the options of a command that ends in a report."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def finish(report: Report, *, format_: str, output: Path | None, fail_on: str, quiet: bool) -> None:
    """Writes the report and exits: incomplete beats findings beats clean."""
    code = _exit_code(report, Severity[fail_on.upper()])
    if output is not None and str(output) != "-":
        _write(output, render(format_)(report))
    elif not (quiet and code is ExitCode.CLEAN and not report.findings):
        _print(render(format_)(report, color=_wants_color(sys.stdout)))
    sys.exit(code)


def _exit_code(report: Report, fail_on: Severity) -> ExitCode:
    if not report.coverage.complete:
        return ExitCode.INCOMPLETE
    return ExitCode.FINDINGS if count_at_least(report, fail_on) else ExitCode.CLEAN


def _wants_color(stream: Any) -> bool:
    return stream is not None and stream.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


def _print(text: str) -> None:
    """Not left to click, for which a reader that has gone is exit code 1: that would say findings."""
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


def _write(path: Path, text: str) -> None:
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
        raise OutputError(f"the report could not be written to the file of --output: {error.strerror}") from error
    finally:
        if written is not None:
            Path(written).unlink(missing_ok=True)
