"""Markdown from outside: it stays text, whatever it says."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revont_guard.formats.markup import code, plain, prose

SPAN = re.compile(r"`[^`]*`")
HARMLESS = re.compile(r"[^\W\d_]*(?:['’-][^\W\d_]+)*|\d{1,6},?|[→…–—×]")
PIECES = ["`", "``", "|", "\\", "\n", "\r", "\t", " ", "<b>", "<!--", "![x](y)", "[a]", "@all", "#1", "GH-1", "a/b#2"]
PIECES += [
    "https://example.org",
    "www.example.org",
    "a@example.org",
    "&lt;",
    "*",
    "_",
    "~~",
    "$",
    "1.",
    "word",
    "\ud800",
]
HOSTILE = st.lists(st.sampled_from(PIECES), max_size=12).map("".join) | st.text()


@given(HOSTILE)
def test_code_is_one_span_that_no_table_cuts(text: str) -> None:
    written = code(text)
    assert SPAN.fullmatch(written)
    assert written.isprintable()
    assert "|" not in written
    written.encode()


@given(HOSTILE)
def test_prose_has_nothing_but_plain_words_outside_of_code(text: str) -> None:
    for word in SPAN.sub("", prose(text)).split(" "):
        assert HARMLESS.fullmatch(word.lstrip("(").rstrip(".,;:!?)")), word


@pytest.mark.parametrize(
    "text",
    [
        "Make a new key in Settings → API → API Keys, read-only if reading is all that the code does.",
        "Create the webhook anew (Revont shows its signing secret once).",
        "Replace the literal in 2 files by a look-up: it's enough!",
    ],
)
def test_plain_sentence_stays_as_it_is(text: str) -> None:
    assert prose(text) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("see @user.", "see `@user`."),
        ("(see https://example.org/a_b)", "(see `https://example.org/a_b`)"),
        ("in src/app.py by", "in `src/app.py` by"),
        ("1. item", "`1`. item"),
        ("deadbeef and 1234567", "`deadbeef` and `1234567`"),
        ("PROJ-12 :tada: ...", "`PROJ-12` `:tada`: `...`"),
        ("a`b | c", r"`a\x60b` `\x7c` c"),
    ],
)
def test_what_may_mean_something_stands_as_code(text: str, written: str) -> None:
    assert prose(text) == written


def test_nothing_is_still_a_span_of_its_own() -> None:
    """Two backticks in a row would open one that ends who knows where."""
    assert code("") == "`  `"
    assert code(" a") == "`  a `"


def test_text_of_ours_is_shown_as_it_is_written() -> None:
    assert plain("a_b <c> *d* | [e](f)") == r"a\_b \<c\> \*d\* \| \[e\](f)"
