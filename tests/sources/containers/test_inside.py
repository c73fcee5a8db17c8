"""Where something stands in containers in containers."""

from __future__ import annotations

from revont_guard.model import Inner, Location, SourceKind
from revont_guard.sources.containers.inside import below, shown
from revont_guard.sources.containers.parts import Segment
from tests.sources.containers.build import blob

CELLS = (Segment(1, "cell 1", (7, 8)), Segment(4, "cell 2", (12,)))


def test_a_container_without_lines() -> None:
    inside = below(blob(b"", "a.zip"), "b.txt", (Segment(1, "b.txt"),), b"data")
    assert inside.data == b"data"
    assert inside.origin.inner == (Inner("b.txt"),)
    at = inside.at(3, 5, 9)
    assert at == Location(SourceKind.WORKTREE, "a.zip", inner=(Inner("b.txt", 3, 5),))


def test_lines_of_the_container_go_up_from_level_to_level() -> None:
    member = below(blob(b"", "a.zip"), "n.ipynb", (Segment(1, "n.ipynb"),))
    cells = below(member, None, CELLS)
    assert cells.origin.inner == (Inner("n.ipynb"),)
    assert cells.at(2, 1, 2).inner == (Inner("n.ipynb", 8), Inner("cell 1", 2, 1))
    assert cells.at(3, 1, 2).inner == (Inner("n.ipynb", 8), Inner("cell 1", 3, 1))
    assert cells.at(6, 1, 2).inner == (Inner("n.ipynb", 12), Inner("cell 2", 3, 1))
    deeper = below(cells, "b.ts", (Segment(1, "b.ts", (4,)),))
    assert deeper.at(9, 2, 3).inner == (Inner("n.ipynb", 12), Inner("cell 2", 1), Inner("b.ts", 9, 2))
    packed = below(cells, "b.bin", (Segment(1, "b.bin"),))
    assert packed.at(9, 2, 3).inner == (Inner("n.ipynb"), Inner("cell 1"), Inner("b.bin", 9, 2))


def test_the_outer_line_of_a_text() -> None:
    assert below(blob(b"", "n.ipynb"), None, CELLS).at(5, 1, 2).line == 12


def test_a_container_is_shown_by_its_path() -> None:
    assert shown(blob(b"", "a.zip").origin) == "a.zip"
    assert shown(below(blob(b"", "a.zip"), "b/c", ()).origin) == "a.zip → b/c"
    assert shown(Location(SourceKind.UNREACHABLE, None, object="ab12")) == "object ab12"
    assert shown(Location(SourceKind.STDIN, None)) == "standard input"
