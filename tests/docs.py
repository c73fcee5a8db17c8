"""Running the commands of the docs: what a reader types, and that what is printed below is what comes out.

In a fenced block that is called ``console``, a line that begins with ``$`` is a command and the lines below are its
output, in which ``…`` stands for anything.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.commands import ROOT, Outcome, run
from tests.repos import ISOLATED

DOCS = ROOT / "docs"


@dataclass(frozen=True)
class Command:
    """A command of a page; ``shown``: its output as the page has it, empty where it shows none."""

    words: tuple[str, ...]
    shown: str

    def run(self, folder: Path) -> Outcome:
        """What it does in ``folder``: ours in this process, any other as the system has it."""
        if self.words[0] == "revont-guard":
            return run(*self.words[1:], cwd=folder)
        done = subprocess.run(self.words, cwd=folder, env=_environment(), capture_output=True, text=True, check=False)
        return Outcome(done.returncode, done.stdout, done.stderr)

    def shows(self, output: str) -> bool:
        """Whether ``output`` is what the page has."""
        pattern = ".*".join(re.escape(part) for part in self.shown.split("…"))
        return not self.shown or re.fullmatch(pattern, output.rstrip("\n"), re.DOTALL) is not None


def blocks(page: str, language: str) -> list[str]:
    """The fenced blocks of ``language`` in a page of the docs."""
    text = (DOCS / page).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def commands(page: str) -> list[Command]:
    """The commands of a page, in its order."""
    found = []
    for block in blocks(page, "console"):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            line, _, shown = part.partition("\n")
            found.append(Command(tuple(shlex.split(line, comments=True)), shown.rstrip("\n")))
    return found


def _environment() -> dict[str, str]:
    """Nobody's git."""
    return os.environ | ISOLATED
