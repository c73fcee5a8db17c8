"""The package as its users get it: built from this tree, installed with pip into environments of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from revont_guard import __version__

ROOT = Path(__file__).parent.parent
RULES = {path.relative_to(ROOT / "rules").as_posix() for path in (ROOT / "rules").rglob("*") if path.is_file()}
PACKAGED = {
    path.relative_to(ROOT).as_posix()
    for path in (ROOT / "revont_guard").rglob("*")
    if path.is_file() and "__pycache__" not in path.parts
}

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, outside: Mapping[str, str]) -> Path:
    """A folder with one wheel and one sdist."""
    folder = tmp_path_factory.mktemp("dist")
    run(outside, sys.executable, "-m", "hatchling", "build", "-d", folder, cwd=ROOT)
    return folder


def test_wheel_holds_the_package_and_the_rules_and_nothing_else(built: Path) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        names = {name for name in wheel.namelist() if ".dist-info/" not in name}
    assert names == PACKAGED | {f"revont_guard/_rules/{name}" for name in RULES}
    assert any(name.endswith(".schema.json") for name in names)


def test_sdist_holds_the_rules_where_a_reader_looks(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as sdist:
        names = {name.partition("/")[2] for name in sdist.getnames()}
    assert names >= PACKAGED | {f"rules/{name}" for name in RULES} | {"LICENSE", "README.md", "CHANGELOG.md"}
    assert not any(name.startswith((".venv", ".git/", "dist")) for name in names)


@pytest.mark.parametrize("kind", ["wheel", "sdist", "editable"])
def test_installed_command_finds_its_rules(kind: str, built: Path, tmp_path: Path, outside: Mapping[str, str]) -> None:
    """With the dependencies that the package declares, and no others."""
    what: dict[str, list[str | Path]] = {
        "wheel": [next(built.glob("*.whl"))],
        "sdist": [next(built.glob("*.tar.gz"))],
        "editable": ["--editable", ROOT],
    }
    environment = tmp_path / "environment"
    venv.create(environment, with_pip=True)
    scripts = environment / ("Scripts" if os.name == "nt" else "bin")
    run(outside, scripts / "python", "-m", "pip", "install", "--quiet", *what[kind], cwd=tmp_path)

    assert __version__ in run(outside, scripts / "revont-guard", "--version", cwd=tmp_path)
    assert "hardcoded-key" in run(outside, scripts / "revont-guard", "rules", "list", cwd=tmp_path)


def run(environment: Mapping[str, str], *command: str | Path, cwd: Path) -> str:
    """What ``command`` prints; a failure shows what it had to say."""
    clean = {name: value for name, value in environment.items() if not name.startswith("PYTHON")}
    done = subprocess.run(command, cwd=cwd, env=clean, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr or done.stdout
    return done.stdout
