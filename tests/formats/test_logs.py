"""What a CI does with a line of a log: no name, wherever and in whatever format it is printed, is a command to it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from revont_guard.formats.registry import FORMATS
from revont_guard.formats.text import visible
from tests.commands import run
from tests.keys import make_key

# GitHub Actions looks at the beginning of a line; it and older agents of Azure Pipelines also anywhere in one.
SPOKEN = ["::add-mask::High", "::stop-commands::x", "##[add-mask]High", "##vso[task.prependpath]x", "##teamcity[x]"]
OBEYED = re.compile(r"^\s*::(?!(?:error|warning|notice) )|##\w*\[", re.MULTILINE)


def names(spoken: str) -> str:
    return f"{spoken}-revont"


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("spoken", SPOKEN)
def test_name_of_a_file_is_no_command_to_the_ci(spoken: str, format_: str, tmp_path: Path) -> None:
    try:
        (tmp_path / names(spoken)).mkdir()
    except OSError:
        pytest.skip("this system refuses such names")
    (tmp_path / names(spoken) / "a.env").write_text(f"REVONT_API_KEY={make_key('logs')}\n")
    done = run("scan", ".", "--format", format_, cwd=tmp_path)
    assert done.code == 1 and done.err == ""
    assert OBEYED.findall(done.out) == []
    if format_ == "json":
        assert json.loads(done.out)["findings"][0]["location"]["path"] == f"{names(spoken)}/a.env"


@pytest.mark.parametrize("spoken", SPOKEN)
def test_message_of_a_failure_is_no_command_to_the_ci(spoken: str, tmp_path: Path) -> None:
    for arguments in (["scan", f"{spoken} "], ["audit", spoken], ["scan", "--explain", f"{spoken}:1"], [f" {spoken}"]):
        done = run(*arguments, cwd=tmp_path)
        assert done.code in (2, 3) and done.err
        assert OBEYED.findall(done.out + done.err) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("::add-mask::x", r"\x3a:add-mask::x"),
        ("a ::b", r"a \x3a:b"),
        ("Foo::BAR [x] ## y [z]", "Foo::BAR [x] ## y [z]"),
        ("###vso[x]", r"#\x23#vso[x]"),
        ("a##[b]", r"a\x23#[b]"),
    ],
)
def test_commands_are_shown_as_escapes(text: str, shown: str) -> None:
    assert visible(text) == shown
