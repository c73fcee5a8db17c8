"""docs/suppressions.md, as somebody at work follows it: every command is run, every snippet is read."""

from __future__ import annotations

import json
import re
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from revont_guard.config import FILE, NAMES, load
from revont_guard.detectors.allows import allows
from revont_guard.suppressions import marking
from tests.commands import run
from tests.detectors.helpers import blob
from tests.docs import DOCS, blocks, commands
from tests.keys import make_key
from tests.repos import Repo

PAGE = "suppressions.md"
TEXT = (DOCS / PAGE).read_text(encoding="utf-8")
[COMMENT] = blocks(PAGE, "python")
EXCLUSION, WHOLE = blocks(PAGE, "toml")
[LEARNED] = blocks(PAGE, "text")
DEPLOY, OLD = (f"REVONT_TOKEN={make_key(f'docs, {name}')}\n" for name in ("deploy", "old"))


@pytest.fixture
def project(tmp_path: Path) -> Repo:
    """A team's repository: the line of the page, a key at hand, and one in the history."""
    repository = Repo(tmp_path / "project")
    repository.commit({"settings.py": COMMENT.replace("{key}", make_key("docs")), "old.env": OLD})
    repository.commit({"old.env": None, "deploy.env": DEPLOY})
    return repository.checkout()


def test_every_command_does_what_the_page_says(project: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REVONT_API_KEY", make_key("docs, held"))
    gone = project.path / "late.env"
    for command in commands(PAGE):
        if command.words[:3] == ("revont-guard", "baseline", "update"):
            gone.write_text(f"REVONT_API_KEY={make_key('docs, late')}\n")
        elif command.words[:3] == ("revont-guard", "baseline", "prune"):
            gone.unlink()
        elif command.words == ("revont-guard", "scan"):
            project.write({FILE: EXCLUSION, "docs/examples/a.env": DEPLOY})
        outcome = command.run(project.path)
        assert outcome.code == (1 if "--no-suppressions" in command.words else 0), command
        assert outcome.err == ""
        assert command.shows(outcome.out), (command, outcome.out)


def test_page_shows_each_command_once() -> None:
    told = [" ".join(command.words[1:3]) for command in commands(PAGE) if command.words[0] == "revont-guard"]
    changes = [f"baseline {change}" for change in ("create", "update", "prune")]
    assert told == [
        "scan settings.py",
        changes[0],
        "audit",
        *changes[1:],
        "scan",
        "audit --known-key-env",
        "scan --no-suppressions",
    ]


@pytest.mark.parametrize("text", [EXCLUSION, WHOLE])
def test_configuration_of_the_page_is_right(text: str, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(text)
    assert load(tmp_path).exclude


def test_table_has_every_entry() -> None:
    schema = json.loads((files("revont_guard") / "config.schema.json").read_text("utf-8"))
    inner = {
        "exclude": schema["$defs"]["exclusion"],
        "allow": schema["$defs"]["acceptance"],
        "pattern": schema["$defs"]["pattern"],
    }
    known = {"fail-on"} | {f"{table}.{entry}" for table, of in inner.items() for entry in of["properties"]}
    assert set(re.findall(r"^\| `([a-z.-]+)` \| (?:optional|needed|this or)", TEXT, re.MULTILINE)) == known
    example = tomllib.loads(WHOLE)
    shown = {"fail-on"} | {f"{table}.{entry}" for table in inner for item in example[table] for entry in item}
    assert shown == known
    assert schema["$id"] in WHOLE


def test_comment_of_json_is_right() -> None:
    [line] = re.findall(r'`("//": .*?,)`', TEXT)
    [allow] = allows(blob(f'{{\n  {line}\n  "revont_key": ""\n}}\n'))
    assert (allow.line, allow.rules, allow.reason) == (3, ("hardcoded-key",), "made up")


def test_names_of_the_page_are_right(tmp_path: Path) -> None:
    (tmp_path / NAMES).write_text(LEARNED)
    (tmp_path / "a.py").write_text(f"switchboard_password = '{make_key('docs, learned')}'\n")
    assert run("scan", "a.py", cwd=tmp_path).code == 1


def test_table_has_every_kind_of_note() -> None:
    source = Path(marking.__file__).read_text(encoding="utf-8")
    kinds = set(re.findall(r'Notice\("([a-z-]+)"', source)) | {"unread-suppressions"}
    assert set(re.findall(r"^\| `([a-z]+-[a-z]+)` \| ", TEXT, re.MULTILINE)) - {"fail-on"} == kinds
