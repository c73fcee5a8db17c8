"""docs/detect-secrets.md, as a newcomer follows it: every command is run, every snippet is what the code has."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from revont_guard import __version__
from revont_guard.onboarding.detect_secrets import STUB, STUB_PATH, blinders, recommended
from tests.keys import make_key
from tests.repos import ISOLATED, Repo

ROOT = Path(__file__).parent.parent
DOCS = (ROOT / "docs" / "detect-secrets.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^\$ (.+)$", "".join(re.findall(r"^```console\n(.*?)^```", DOCS, re.M | re.S)), re.M)
KEY = make_key("docs of detect-secrets")
SHOWING = ("audit --report",)
ENDS_WITH_1 = ("revont-guard-detect-secrets hook app.py", "detect-secrets-hook --baseline")
SAYS = {
    "revont-guard-detect-secrets hook app.py": "Location:    app.py:2",
    "detect-secrets-hook --baseline": "Location:    app.py:2",
    "detect-secrets scan -p": '"type": "Revont Key"',
    "revont-guard-detect-secrets audit .secrets": "Nothing to audit!",
    "audit --stats": "Plugin: RevontDetector",
    "audit --report": KEY,
}


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The commands as they are installed: each starts the function that pyproject.toml names for it."""
    folder = tmp_path_factory.mktemp("bin")
    for name, module in {
        "revont-guard-detect-secrets": "revont_guard.detect_secrets_hook",
        "detect-secrets": "detect_secrets",
        "detect-secrets-hook": "detect_secrets.pre_commit_hook",
        "python": None,
    }.items():
        start = f'exec {shlex.quote(sys.executable)} {f"-m {module} " if module else ""}"$@"\n'
        (folder / name).write_text(f"#!/bin/sh\n{start}")
        (folder / name).chmod(0o755)
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Repo:
    fresh = subprocess.run(
        [sys.executable, "-m", "detect_secrets", "scan"], cwd=tmp_path, capture_output=True, text=True, check=True
    ).stdout
    leak = f"REVONT_URL = 1\nREVONT_API_KEY = '{KEY}'\n"
    made = Repo(tmp_path / "project").stage({"app.py": leak, "config/prod.env": "", STUB_PATH: STUB})
    return made.stage({".secrets.baseline": recommended(fresh)})


def run(repo: Repo, programs: Path, command: str) -> subprocess.CompletedProcess[str]:
    env = dict(os.environ) | ISOLATED | {"PYTHONPATH": str(ROOT), "TERM": "dumb"}
    env["PATH"] = f"{programs}{os.pathsep}{env['PATH']}"
    return subprocess.run(
        ["sh", "-c", command], cwd=repo.path, env=env, input="", capture_output=True, text=True, timeout=60, check=False
    )


def starting(table: tuple[str, ...], command: str) -> bool:
    return any(start in command for start in table)


@pytest.mark.slow
@pytest.mark.parametrize("command", COMMANDS)
def test_command_does_what_is_said(command: str, programs: Path, project: Repo) -> None:
    if " audit " in command:  # which follows a scan, and the answer that it is a real one
        assert run(project, programs, "detect-secrets scan --baseline .secrets.baseline").returncode == 0
        baseline = project.path / ".secrets.baseline"
        baseline.write_text(
            re.sub(r'"is_verified": false,', '"is_verified": false, "is_secret": true,', baseline.read_text())
        )
    done = run(project, programs, command)
    assert done.returncode == starting(ENDS_WITH_1, command), done.stderr
    assert [said for start, said in SAYS.items() if start in command and said not in done.stdout] == []
    assert starting(SHOWING, command) or KEY not in done.stdout + done.stderr


@pytest.mark.slow
def test_scan_puts_the_key_into_the_baseline_and_keeps_the_entry(programs: Path, project: Repo) -> None:
    assert run(project, programs, "detect-secrets scan --baseline .secrets.baseline").returncode == 0
    text = (project.path / ".secrets.baseline").read_text()
    assert ('"type": "Revont Key"' in text, recommended(text) == text, KEY in text) == (True, True, False)


def test_every_command_is_one_that_a_test_knows() -> None:
    assert len(COMMANDS) == 8
    assert all(start in "\n".join(COMMANDS) for start in (*SAYS, *SHOWING, *ENDS_WITH_1))


def test_stub_and_entry_are_those_that_are_written() -> None:
    assert re.findall(r"^```python\n(.*?)^```", DOCS, re.M | re.S) == [STUB]
    (entry,) = (json.loads(text) for text in re.findall(r"^```json\n(.*?)^```", DOCS, re.M | re.S))
    written = json.loads(recommended('{"version": "1.5.0"}'))["plugins_used"]
    assert written == [entry]


def test_pre_commit_entries_have_the_version() -> None:
    ours, theirs = re.findall(r"^```yaml\n(.*?)^```", DOCS, re.M | re.S)
    assert f"    rev: v{__version__}\n    hooks:\n      - id: revont-guard-detect-secrets\n" in ours
    assert f'        additional_dependencies: ["revont-guard=={__version__}"]\n' in theirs


def test_table_has_every_filter_that_hides_something() -> None:
    hiding = {blinder.what.split()[0] for blinder in blinders('{"version": "1.5.0"}') if blinder.what.startswith("is_")}
    assert len(hiding) == 6
    assert [name for name in hiding if f"`heuristic.{name}`" not in DOCS and f"`{name}`" not in DOCS] == []
