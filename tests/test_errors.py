import pytest

from revont_guard import errors
from revont_guard.errors import ConfigError, ExitCode, GitError, GuardError, OutputError, UsageError


def test_the_exit_codes_are_those_of_the_contract() -> None:
    assert [(code.name, code.value) for code in ExitCode] == [
        ("CLEAN", 0),
        ("FINDINGS", 1),
        ("USAGE", 2),
        ("INCOMPLETE", 3),
    ]


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (GuardError, ExitCode.INCOMPLETE),
        (GitError, ExitCode.INCOMPLETE),
        (OutputError, ExitCode.INCOMPLETE),
        (UsageError, ExitCode.USAGE),
        (ConfigError, ExitCode.USAGE),
    ],
)
def test_every_error_knows_how_the_process_ends(error: type[GuardError], code: ExitCode) -> None:
    assert error("text").exit_code is code
    assert str(error("text")) == "text"


def test_every_error_is_one_that_the_doors_catch() -> None:
    raised = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, Exception)]
    assert raised
    assert all(issubclass(kind, GuardError) for kind in raised)
