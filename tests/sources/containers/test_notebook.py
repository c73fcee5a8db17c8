"""Notebooks: what stands in cells, and what came out of them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from revont_guard import catalog
from revont_guard.detectors.keys import find_keys
from revont_guard.model import Blob, Inner, Location
from revont_guard.sources.containers.inside import Inside
from revont_guard.sources.containers.opening import opened
from tests.keys import make_key
from tests.sources.containers.build import blob, everything

NOTEBOOK: dict[str, Any] = {
    "cells": [
        {"cell_type": "markdown", "metadata": {}, "source": ["# Title\n", "about"]},
        {
            "cell_type": "code",
            "outputs": [
                {"output_type": "stream", "name": "stdout", "text": ["printed\n", "twice\n"]},
                {"output_type": "display_data", "data": {"text/plain": "shown", "image/png": "aWFt"}},
                {"output_type": "error", "traceback": ["\x1b[0;31mError\x1b[0m", "  at line\n1"]},
            ],
            "source": "import x\nx.call()",
        },
        {"cell_type": "code", "outputs": [], "source": []},
        {"cell_type": "raw", "source": ["\n", "end"]},
    ],
    "metadata": {"kernelspec": {"name": "python3"}},
    "nbformat": 4,
}


def read(text: str) -> tuple[Inside, Blob]:
    inside, rest = opened(blob(text.encode(), "a.ipynb"), everything)
    assert isinstance(inside, Inside) and isinstance(rest, Blob)
    return inside, rest


def places(text: str) -> dict[str, Location]:
    """Where each line of the cells stands."""
    inside, _ = read(text)
    lines = inside.data.decode().split("\n")
    return {line: inside.at(number, 1, 2) for number, line in enumerate(lines, 1) if line}


@pytest.mark.parametrize("indent", [None, 1])
def test_each_line_is_told_by_its_cell_and_by_the_line_of_the_notebook(indent: int | None) -> None:
    text = json.dumps(NOTEBOOK, indent=indent)
    found = places(text)
    assert {line: at.inner for line, at in found.items()} == {
        "# Title": (Inner("cell 1", 1, 1),),
        "about": (Inner("cell 1", 2, 1),),
        "printed": (Inner("cell 2 output", 1, 1),),
        "twice": (Inner("cell 2 output", 2, 1),),
        "shown": (Inner("cell 2 output", 1, 1),),
        "Error": (Inner("cell 2 output", 1, 1),),
        "  at line": (Inner("cell 2 output", 2, 1),),
        "1": (Inner("cell 2 output", 3, 1),),
        "import x": (Inner("cell 2", 1, 1),),
        "x.call()": (Inner("cell 2", 2, 1),),
        "end": (Inner("cell 4", 2, 1),),
    }
    for line, at in found.items():
        if line != "1":
            assert at.line == 1 + text[: text.index(json.dumps(line)[1:-1])].count("\n"), line
            assert (at.path, at.column, at.end_column) == ("a.ipynb", None, None)


def test_what_is_not_in_cells_stays_where_it_is() -> None:
    text = json.dumps(NOTEBOOK, indent=1)
    _, rest = read(text)
    left = rest.data.decode()
    assert len(left) == len(text) and left.index("python3") == text.index("python3")
    assert not any(word in left for word in ("Title", "printed", "shown", "aWFt", "Error", "import"))


def test_the_form_before_version_4() -> None:
    cells = [
        {"cell_type": "code", "input": ["old = 1"], "outputs": [{"text": ["out"], "html": "<b>", "png": "aWFt"}]},
        {"cell_type": "markdown", "source": "words"},
    ]
    text = json.dumps({"nbformat": 3, "worksheets": [{"cells": cells}, {"cells": cells[1:]}]})
    found = {line: at.inner[0].path for line, at in places(text).items()}
    assert found == {"old = 1": "cell 1", "out": "cell 1 output", "<b>": "cell 1 output", "words": "cell 3"}


def test_one_cell_speaks_for_the_next_and_the_key_is_found_where_it_stands() -> None:
    key = make_key("notebook")
    said = 'BASE = "https://api.revont.ai/v1"\n'
    cells = [{"source": [said]}, {"source": ["\n", f'session.headers["Authorization"] = "Bearer {key}"\n']}]
    text = json.dumps({"cells": cells, "nbformat": 4}, indent=1)
    inside, _ = read(text)
    [match] = find_keys(inside, catalog.knowledge())
    at = inside.at(match.line, match.column, match.end_column)
    assert match.key.secret.reveal() == key
    assert at.line == 1 + text[: text.index(key)].count("\n")
    assert at.inner == (Inner("cell 2", 2, 44),)


@pytest.mark.parametrize("text", ['{"nbformat": 4', '{"nbformat": 4, "cells": 1}', '{"nbformat":' + "[" * 100_000])
def test_what_is_no_notebook_is_a_text_like_others(text: str) -> None:
    [rest] = opened(blob(text.encode()), everything)
    assert rest == blob(text.encode())


def test_half_a_notebook() -> None:
    text = json.dumps({"nbformat": 4} | NOTEBOOK)
    inside, rest = read(text[: text.index("twice")])
    assert inside.data.decode().split() == ["#", "Title", "about"]
    assert rest.data.endswith(b'"printed\\n", "')
