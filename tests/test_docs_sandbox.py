"""docs/sandbox.md, as a newcomer follows it in one shell: every command is run, every snippet works."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from revont_guard import catalog
from revont_guard.commands.sandbox import sandbox as command
from tests.commands import ROOT
from tests.docs import DOCS, blocks, commands

PAGE = "sandbox.md"
TEXT = (DOCS / PAGE).read_text(encoding="utf-8")
PORT = "8642"

needs_shell = pytest.mark.skipif(
    os.name == "nt" or not shutil.which("curl"), reason="the page is about a POSIX shell with curl"
)


@pytest.fixture
def shell(tmp_path: Path) -> Callable[[str], str]:
    """Runs a script in a shell that has our command; what it prints on standard output."""
    program = tmp_path / "bin" / "revont-guard"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m revont_guard "$@"\n')
    program.chmod(0o755)
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}"}

    def run(script: str) -> str:
        done = subprocess.run(
            ["bash", "-m", "-e", "-u", "-c", f"trap 'kill $(jobs -p) 2>/dev/null || :' EXIT\n{script}"],
            cwd=tmp_path,
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stdout
        return done.stdout

    return run


@needs_shell
def test_every_command_shows_what_the_page_says(shell: Callable[[str], str], tmp_path: Path) -> None:
    free = free_port()
    script, typed = [], commands(PAGE)
    # The lines as they are typed: the shell is to take them apart.
    lines = [line[2:] for line in "".join(blocks(PAGE, "console")).splitlines() if line.startswith("$ ")]
    assert len(lines) == len(typed) > 5
    for number, line in enumerate(lines):
        line = line.replace(PORT, free)
        if line.startswith("revont-guard sandbox"):
            line = line.replace("sandbox", f"sandbox --port {free}", 1).removesuffix("&")
            line = f"{line} >{number} & until [ -s {number} ]; do sleep 0.1; done"
        else:
            line = f"{line} >{number}"
        script.append(line)
    shell("\n".join(script))
    for number, (line, as_typed) in enumerate(zip(lines, typed, strict=True)):
        assert as_typed.shows((tmp_path / str(number)).read_text().replace(free, PORT)), line


@needs_shell
def test_script_of_the_page_reaches_it(shell: Callable[[str], str]) -> None:
    [script] = blocks(PAGE, "sh")
    said = shell(f"export READER=made-up-for-this-test\n{script}")
    assert '"unauthorized"' in said


def test_example_of_a_test_passes() -> None:
    [source] = blocks(PAGE, "python")
    names: dict[str, Any] = {}
    exec(compile(source, PAGE, "exec"), names)
    names["test_our_client_survives_a_rotation"](Client())


class Client:
    """Somebody's program: takes the new key where the old one is refused."""

    def load_calls(self, url: str, *, old: str, new: str) -> None:
        assert [self._status(url, key) for key in (old, new)] == [401, 200]

    def _status(self, url: str, key: str) -> int:
        at = urlsplit(url)
        connection = HTTPConnection(at.hostname or "", at.port, timeout=60)
        try:
            connection.request("GET", f"{at.path}/calls", headers={"Authorization": f"Bearer {key}"})
            return connection.getresponse().status
        finally:
            connection.close()


def test_tables_have_every_option_event_and_figure() -> None:
    options = {option for parameter in command.params for option in parameter.opts}
    assert set(re.findall(r"^\| `(--[a-z-]+)", TEXT, re.MULTILINE)) == options
    facts = catalog.stand_in()
    assert f"requests a minute, default {facts.requests_per_minute} " in TEXT
    assert f"`limit` ≤ {facts.largest_page}, default {facts.page};" in TEXT
    assert f"default {PORT};" in TEXT and [p.default for p in command.params if p.name == "port"] == [int(PORT)]


def free_port() -> str:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return str(taken.getsockname()[1])
