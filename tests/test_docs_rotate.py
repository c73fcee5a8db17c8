"""docs/rotate.md: the command shows what the page says, and the table has the steps that there are."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from revont_guard.commands.rotate import rotate
from revont_guard.model import Secret
from revont_guard.sandbox import Sandbox
from tests.commands import ROOT
from tests.docs import DOCS, commands
from tests.keys import make_key
from tests.repos import Repo

PAGE = "rotate.md"
TEXT = (DOCS / PAGE).read_text(encoding="utf-8")
OLD, NEW = make_key("docs rotate old"), make_key("docs rotate new")


def test_command_shows_what_the_page_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository = Repo(tmp_path / "r")
    repository.commit({"config/production.yaml": f"a:\n  b: 1\n  c: 2\nrevont:\n  api_key: {OLD}\n"})
    repository.checkout()
    monkeypatch.setenv("REVONT_API_KEY", OLD)
    monkeypatch.setenv("REVONT_NEW_KEY", NEW)
    [command] = commands(PAGE)
    with Sandbox() as sandbox:
        sandbox.add(Secret(OLD), "read-only")
        sandbox.add(Secret(NEW), "read-only")
        monkeypatch.setenv("REVONT_GUARD_API_URL", sandbox.url)
        outcome = command.run(repository.path)
    assert outcome.code == 1
    assert command.shows(outcome.out), outcome.out


def test_tables_are_those_of_the_code() -> None:
    schema = json.loads((ROOT / "revont_guard" / "formats" / "report-v1.schema.json").read_text())
    steps = schema["$defs"]["step"]["properties"]["step"]["enum"]
    assert re.findall(r"^\| `([a-z][a-z-]+)` ", TEXT, re.MULTILINE) == steps
    told = re.findall(r"`(--[a-z-]+)", TEXT.partition("| option |")[2].partition("| exit code |")[0])
    hidden = {"--cache", "--no-cache", "--no-progress"}
    assert (
        set(told) == {option for parameter in rotate.params for option in parameter.opts if option[0] == "-"} - hidden
    )
