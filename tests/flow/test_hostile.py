"""Whatever stands in a file, it is lowered in time, and what was not understood is told."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from revont_guard import api
from revont_guard.flow.languages import NAMES, languages
from revont_guard.flow.lower import lower
from revont_guard.flow.shell import lower_shell

EACH = sorted(languages())
PIECES = [
    "(",
    ")",
    "{",
    "}",
    "[",
    "]",
    "=",
    "=>",
    "def ",
    "class ",
    "function ",
    "a",
    ".b",
    ",",
    ":",
    ";",
    "\n",
    '"x"',
    "+",
    "return ",
    "for ",
    "in ",
    "$",
    "#{",
    "import ",
    "\x00",
    "é",
]


@pytest.mark.parametrize("extension", EACH)
@settings(max_examples=25, deadline=None)
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=60))
def test_whatever_is_written_is_lowered(extension: str, pieces: list[str]) -> None:
    lower("".join(pieces).encode(), f"a.{extension}", languages()[extension])
    lower_shell("".join(pieces).encode(), "a.sh")


@pytest.mark.parametrize("extension", EACH)
def test_bytes_that_are_no_text_are_lowered(extension: str) -> None:
    lower(bytes(range(256)) * 20, f"a.{extension}", languages()[extension])


@pytest.mark.parametrize(
    "text",
    [
        "x = " + "(" * 3_000 + "1" + ")" * 3_000,
        "x = " + "[" * 3_000 + "]" * 3_000,
        "x = " + "a." * 3_000 + "b",
        "f(" * 2_000 + ")" * 2_000,
        "x = " + "not " * 3_000 + "a",
    ],
    ids=["parentheses", "lists", "attributes", "calls", "signs"],
)
def test_deep_nesting_ends_and_is_told(text: str) -> None:
    assert lower(text.encode(), "a.py", languages()["py"]).why == "depth limit"


def test_thousands_of_joined_strings_are_one() -> None:
    text = "x = " + " + ".join(['"a"'] * 5_000)
    start = time.process_time()
    assert lower(text.encode(), "a.py", languages()["py"]).why is None
    assert time.process_time() - start < 5


def test_every_language_has_a_table() -> None:
    assert {language.name for language in languages().values()} == set(NAMES)


@pytest.mark.parametrize(
    "code",
    [
        "a = b\nb = a\nrequests.get(a, headers={'Authorization': 'Bearer ' + b})",
        "def f(x): return f(x)\nrequests.get(f('https://api.revont.ai/v1/calls'))",
        "class A(A): pass\nA().get('/calls')",
        "def f(g): return g(g)\nf(f)",
        "x = [x, x]\nfor x in x: requests.get(x)",
    ],
)
def test_what_leads_back_to_itself_ends(code: str, tmp_path: object) -> None:
    from pathlib import Path

    folder = Path(str(tmp_path))
    (folder / "a.py").write_text(f"# revont\nimport requests\n{code}\n")
    api.scopes(folder)
