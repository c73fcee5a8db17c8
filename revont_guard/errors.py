"""The error tree and the exit codes: everything that may end a run early, in words for a person at work."""

from enum import IntEnum


class ExitCode(IntEnum):
    """What the process tells a script. ``INCOMPLETE`` beats ``FINDINGS``."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    INCOMPLETE = 3


class GuardError(Exception):
    """An expected failure. Its text is shown to the user as it is, so it never holds a key."""

    exit_code = ExitCode.INCOMPLETE


class UsageError(GuardError):
    """The command line asks for something that cannot be done: an unknown path, a bad option value."""

    exit_code = ExitCode.USAGE


class ConfigError(UsageError):
    """A configuration file, a rules file or a baseline is not in the documented form."""


class GitError(GuardError):
    """git could not answer, so part of what had to be read was not."""


class OutputError(GuardError):
    """The report could not be written to where the user wants it."""
