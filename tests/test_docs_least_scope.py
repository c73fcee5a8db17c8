"""docs/least-scope.md: the commands show what the page says, and its tables are those of the code."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from revont_guard.commands.scopes import scopes
from revont_guard.model import Secret
from revont_guard.sandbox import Sandbox
from tests.docs import DOCS, commands
from tests.keys import make_key
from tests.usage.cases import CORPUS

PAGE = "least-scope.md"
TEXT = (DOCS / PAGE).read_text(encoding="utf-8")


def test_every_command_shows_what_the_page_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("app.py", "client.py"):
        shutil.copy(CORPUS / "docs_two_keys" / name, tmp_path)
    keys = {name: make_key(f"docs {name}") for name in ("REVONT_API_KEY", "REVONT_HOOKS_KEY")}
    with Sandbox() as sandbox:
        for name, key in keys.items():
            sandbox.add(Secret(key), "read-write")
            monkeypatch.setenv(name, key)
        monkeypatch.setenv("REVONT_GUARD_API_URL", sandbox.url)
        outcomes = [(command, command.run(tmp_path)) for command in commands(PAGE)]
        assert len(sandbox.requests) == 2
    assert [outcome.code for _, outcome in outcomes] == [0, 1, 1]
    for command, outcome in outcomes:
        assert command.shows(outcome.out), outcome.out


def test_options_are_those_of_the_command() -> None:
    told = set(re.findall(r"`(--[a-z-]+)", TEXT.partition("| option |")[2].partition("| exit code |")[0]))
    known = {option for parameter in scopes.params for option in parameter.opts if option.startswith("--")}
    assert told == known - {"--no-progress"}
