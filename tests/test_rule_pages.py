"""docs/rules holds what `make docs` writes, and nothing else."""

from __future__ import annotations

from pathlib import Path

from revont_guard import catalog
from revont_guard.formats.page import pages

FOLDER = Path(__file__).parent.parent / "docs" / "rules"


def test_pages_in_the_repository_are_those_that_the_rules_make() -> None:
    there = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()}
    assert there == pages(catalog.rules().values()), "run `make docs`; remove the page of a rule that is gone"
