"""The architecture is what docs/architecture.md says: the picture, import-linter's contracts and the code agree."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import grimp
import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "revont_guard"
PICTURE = re.compile(r"```text\n(__main__ .*?)```", re.DOTALL)
PATH_IN_PROSE = re.compile(r"`([\w.-]+/[\w./-]*)`")


@cache
def contracts() -> dict[str, dict[str, Any]]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return {contract["id"]: contract for contract in settings["tool"]["importlinter"]["contracts"]}


def places() -> list[str]:
    """Every name of the layers contract, top first; one that comes later is in parentheses."""
    return [name.strip() for layer in contracts()["layers"]["layers"] for name in layer.split("|")]


@pytest.mark.parametrize("contract", contracts())
def test_contract_holds(contract: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(sys, "path", [*sys.path])
    status = lint_imports(limit_to_contracts=(contract,), no_cache=True, no_logo=True)
    assert status == 0, capsys.readouterr().out


def test_picture_is_the_contract() -> None:
    found = PICTURE.findall((ROOT / "docs/architecture.md").read_text("utf-8"))
    assert len(found) == 1
    # A layer, two or more spaces, what it is for; a line that begins with spaces goes on with the line above.
    drawn = [re.split(r"\s{2,}", line)[0] for line in found[0].splitlines() if line and not line.startswith(" ")]
    assert drawn == contracts()["layers"]["layers"]


def test_every_module_has_its_place_and_no_place_is_empty() -> None:
    modules = {path.stem for path in PACKAGE.glob("*.py")} - {"__init__"}
    families = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert modules | families == {name for name in places() if not name.startswith("(")}


def test_families_have_empty_inits() -> None:
    assert [path for path in PACKAGE.rglob("*/__init__.py") if path.read_bytes().strip()] == []


def test_the_package_itself_imports_nothing() -> None:
    assert not re.search(r"^\s*(import|from)\b", (PACKAGE / "__init__.py").read_text("utf-8"), re.MULTILINE)


def test_doors_of_the_fast_path_open_late() -> None:
    """The contract looks past these imports, which is right only as long as they stand inside functions."""
    graph = grimp.build_graph("revont_guard", include_external_packages=True, cache_dir=None)
    for door in contracts()["fast-path"]["ignore_imports"]:
        importer, imported = door.split(" -> ")
        opened = {detail["line_number"] for detail in graph.get_import_details(importer=importer, imported=imported)}
        assert opened, f"nothing is behind {door}"
        assert opened <= lines_in_functions(importer), f"{door} is imported at the top of the module"


def lines_in_functions(module: str) -> set[int]:
    spec = find_spec(module)
    assert spec and spec.origin
    functions = [
        node
        for node in ast.walk(ast.parse(Path(spec.origin).read_bytes()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    return {line.lineno for function in functions for line in ast.walk(function) if isinstance(line, ast.stmt)}


@pytest.mark.parametrize("document", ["docs/architecture.md", "CONTRIBUTING.md"])
def test_prose_names_only_what_exists(document: str) -> None:
    named = PATH_IN_PROSE.findall((ROOT / document).read_text("utf-8"))
    assert named
    assert [path for path in named if not (ROOT / path).exists()] == []
