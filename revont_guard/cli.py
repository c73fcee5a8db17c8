"""The command line: a lazy group, so that each command imports only what it needs, and the one place errors end."""

from __future__ import annotations

import io
import sys
from importlib import import_module

import click

from revont_guard import __version__
from revont_guard.errors import ExitCode, GuardError

COMMANDS = ("scan", "audit", "verify", "scopes", "rotate", "baseline", "rules", "init", "doctor", "sandbox")


class _Lazy(click.Group):
    """Finds a command in the module of its name, when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(f"revont_guard.commands.{cmd_name}"), cmd_name)
        assert isinstance(command, click.Command)
        return command


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="revont-guard")
def cli() -> None:
    """Find exposed keys of the Revont API.

    Exit codes: 0 clean, 1 findings, 2 wrong usage or configuration, 3 something that had to be read was not.
    """


def main() -> None:
    """Runs the command line; every expected failure ends in one line and its exit code."""
    for stream in (sys.stdout, sys.stderr):
        # The code page of the machine may lack what a path or our own text holds.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        cli.main(standalone_mode=False)
    except click.exceptions.Exit as exit_:
        sys.exit(exit_.exit_code)
    except click.Abort:
        click.echo("Interrupted: nothing was reported.", err=True)
        sys.exit(130)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        sys.exit(ExitCode.USAGE)
    except click.ClickException as error:
        _fail(error.format_message(), ExitCode.USAGE, hint=_usage(error))
    except GuardError as error:
        _fail(str(error), error.exit_code)
    except Exception as error:
        _fail(_unexpected(error), ExitCode.INCOMPLETE)


def _usage(error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    return f" See `{context.command_path} --help`." if context else ""


def _unexpected(error: BaseException) -> str:
    """Where it happened and what kind it was. Its text stays out of it: it may quote what was scanned."""
    where = error.__traceback__
    while where is not None and where.tb_next is not None:
        where = where.tb_next
    at = f"{where.tb_frame.f_globals.get('__name__', '?')}:{where.tb_lineno}" if where else "?"
    return (
        f"internal error: {type(error).__name__} at {at}. Nothing was reported. "
        "Please tell us at https://github.com/revont-guard/revont-guard/issues"
    )


def _fail(message: str, code: ExitCode, hint: str = "") -> None:
    from revont_guard.formats.errors import shown

    click.echo(f"revont-guard: {shown(message)}{hint}", err=True)
    sys.exit(code)
