"""The commands of the pages, as a newcomer types them: each runs, none ends in an error, none shows a key."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.keys import make_key
from tests.repos import ISOLATED, Repo

ROOT = Path(__file__).parent.parent
KEY = make_key("docs")
PAGES = ("README.md", "docs/ci.md")
ELSEWHERE = ("make ", "pip install", "pip ", "revont-guard audit --verify")  # it would ask the vendor
"""Commands that other tests run: the Makefile's by continuous integration, installing by tests/test_packaging.py."""
ANSWERS = {
    "revont-guard audit https://git.example/team/app.git": (3,),  # there is no such host
    "revont-guard init": (0, 2),  # nobody to ask
    "revont-guard doctor": (0, 1),
}


def commands(page: str) -> list[str]:
    blocks = re.findall(r"^```console\n(.*?)^```", (ROOT / page).read_text(encoding="utf-8"), re.M | re.S)
    typed = re.findall(r"^\$ (.*?)(?:  +#.*)?$", "".join(blocks), re.M)
    return [command for command in typed if not command.startswith(ELSEWHERE)]


@pytest.fixture
def project(tmp_path: Path) -> Repo:
    made = Repo(tmp_path / "your-repo")
    made.stage({"src/app.py": f"import os\n\n\n\n\n\n\n\n\n\n\nREVONT_API_KEY = '{KEY}'\n", "config/app.yml": "a: 1\n"})
    made.stage({"folder/a.txt": "a\n", "dump.log": "b\n"})
    made.git("commit", "--quiet", "--message=first")
    made.git("tag", "v2.0")
    return made


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """The console script, as it is installed."""
    folder = tmp_path / "bin"
    folder.mkdir()
    start = f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m revont_guard "$@"\n'
    (folder / "revont-guard").write_text(start)
    (folder / "revont-guard").chmod(0o755)
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES)
def test_commands_of_a_page_do_what_they_say(page: str, project: Repo, program: Path) -> None:
    typed = commands(page)
    assert len(typed) > 2
    for command in typed:
        done = run(command, project, program)
        expected = next((codes for start, codes in ANSWERS.items() if command.startswith(start)), (0, 1))
        assert done.returncode in expected, (command, done.stdout, done.stderr)
        assert KEY not in done.stdout + done.stderr
        assert "Traceback" not in done.stderr and "internal error" not in done.stderr


def run(command: str, project: Repo, program: Path) -> subprocess.CompletedProcess[str]:
    environment = dict(os.environ) | ISOLATED | {"PYTHONPATH": str(ROOT), "TERM": "dumb"}
    environment["PATH"] = f"{program}{os.pathsep}{environment['PATH']}"
    return subprocess.run(
        ["sh", "-c", command],
        cwd=project.path,
        env=environment,
        input="",
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
