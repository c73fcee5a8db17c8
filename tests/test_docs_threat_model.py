"""docs/threat-model.md: each line names the tests that hold it, and all of them exist."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
PAGE = (TESTS.parent / "docs" / "threat-model.md").read_text(encoding="utf-8")
LINES = [line for line in PAGE.splitlines() if line.startswith("| ") and not line.endswith("| test |")]
NAMED = re.compile(r"`([\w/]+\.py)::([\w:]+)`")


def test_the_page_is_about_seven_kinds_of_people_and_says_what_is_left() -> None:
    assert PAGE.count("\n## ") == 8
    assert len(LINES) > 40


@pytest.mark.parametrize("line", LINES, ids=lambda line: line[2:42])
def test_tests_of_a_line_exist(line: str) -> None:
    named = NAMED.findall(line.rpartition(" | ")[2])
    assert named, "no test is named"
    assert len(named) == line.rpartition(" | ")[2].count("::") - sum("::" in name for _, name in named)
    assert [f"{file}::{name}" for file, name in named if name not in defined(file)] == []


@cache
def defined(file: str) -> set[str]:
    """The tests of a file, those of a class behind its name."""
    found = set()
    for node in ast.parse((TESTS / file).read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef):
            found.add(node.name)
        elif isinstance(node, ast.ClassDef):
            found |= {f"{node.name}::{inner.name}" for inner in node.body if isinstance(inner, ast.FunctionDef)}
    return {name for name in found if name.rpartition("::")[2].startswith("test_")}
