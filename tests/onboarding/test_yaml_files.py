"""YAML of other people: what is added is added, all else stays character for character, and doubt leaves it alone."""

from __future__ import annotations

import time

import pytest

from revont_guard.onboarding.changes import Untouchable
from revont_guard.onboarding.yaml_files import NotYaml, add_entry, add_item, add_word, load, texts

ITEM = "- name: new\n  parts:\n    - a\n    - b\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("l:\n- x\n", "l:\n- x\n- name: new\n  parts:\n    - a\n    - b\n"),
        ("l:\n  - x\n", "l:\n  - x\n  - name: new\n    parts:\n      - a\n      - b\n"),
        ("l:\n    - x", "l:\n    - x\n    - name: new\n      parts:\n        - a\n        - b"),
        (
            "l:\n-   name: old\n    parts:\n    -   c\nz: 1\n",
            "l:\n-   name: old\n    parts:\n    -   c\n-   name: new\n    parts:\n    -   a\n    -   b\nz: 1\n",
        ),
        ("l:\r\n- x\r\n\r\nz: 1\r\n", "l:\r\n- x\r\n- name: new\r\n  parts:\r\n    - a\r\n    - b\r\n\r\nz: 1\r\n"),
        ("\ufeffl:\n- x\n", "\ufeffl:\n- x\n- name: new\n  parts:\n    - a\n    - b\n"),
        ("l: # why\n- x # this\n# end\n", "l: # why\n- x # this\n- name: new\n  parts:\n    - a\n    - b\n# end\n"),
        ("l:\n- x\n  # of x\n", "l:\n- x\n  # of x\n- name: new\n  parts:\n    - a\n    - b\n"),
        ("l: &a\n- &b x\n- !t y\n", "l: &a\n- &b x\n- !t y\n- name: new\n  parts:\n    - a\n    - b\n"),
        ("l:\n- |\n  text\n\n\nz: 1\n", "l:\n- |\n  text\n- name: new\n  parts:\n    - a\n    - b\n\n\nz: 1\n"),
        ("l: []\nz: 1\n", "l:\n  - name: new\n    parts:\n      - a\n      - b\nz: 1\n"),
        ("l: [ ] # none\n", "l:\n  - name: new\n    parts:\n      - a\n      - b # none\n"),
        ("a: 1\n---\nl:\n- x\n...\n", "a: 1\n---\nl:\n- x\n- name: new\n  parts:\n    - a\n    - b\n...\n"),
        ("---\nl:\n- x: {y: [1,\n  2]}\n", "---\nl:\n- x: {y: [1,\n  2]}\n- name: new\n  parts:\n    - a\n    - b\n"),
    ],
)
def test_item_goes_to_the_end_of_a_list_in_its_own_style(before: str, after: str) -> None:
    assert add_item(before, ["l"], ITEM) == after


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# nothing\n",
        "l:\n",
        "l: [x]\n",
        "l: {a: 1}\n",
        "l: text\n",
        "other: 1\n",
        "- l\n",
        "{l: [x]}\n",
        "{l: []}\n",
        "l:\n\t- x\n",
        "l: &a\n- x\nm: *a\n",  # the copy would change, too
        "l:\n- |+\n  text\n\n",  # blank lines are part of the text
        "l:\n- x: *a\n",
        "l: [\n",
        "\x00",
    ],
)
def test_doubtful_list_is_left_alone(text: str) -> None:
    with pytest.raises(Untouchable):
        add_item(text, ["l"], ITEM)


def test_first_item_stands_above_the_comments_of_the_next() -> None:
    assert add_item("l:\n# of x\n- x\n", ["l"], "- y\n", first=True) == "l:\n- y\n# of x\n- x\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "k: v\n"),
        ("# only this\n", "# only this\n\nk: v\n"),
        ("---\n", "---\n\nk: v\n"),
        ("a: 1", "a: 1\n\nk: v\n"),
        ("a: 1\r\n", "a: 1\r\n\r\nk: v\r\n"),
        ("a: !reference [.x, y]\n", "a: !reference [.x, y]\n\nk: v\n"),
        ("spec: {}\n---\na: 1\n", "spec: {}\n---\na: 1\n\nk: v\n"),
    ],
)
def test_entry_goes_to_the_end(before: str, after: str) -> None:
    assert add_entry(before, "k: v\n") == after


@pytest.mark.parametrize("text", ["{a: 1}\n", "- a\n", "  a: 1\n", "a: 1\n...\n", "a: |+\n  b\n", "text\n"])
def test_entry_without_a_safe_place_is_not_added(text: str) -> None:
    with pytest.raises(Untouchable):
        add_entry(text, "k: v\n")


def test_entry_above_another() -> None:
    assert add_entry("# head\nl: 1\n", "k: v", above="l") == "# head\nk: v\nl: 1\n"
    assert add_entry("  a: 1\n  l: 1\n", "k: v", above="l") == "  a: 1\n  k: v\n  l: 1\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("k: [a]\n", "k: [a, b]\n"),
        ("k: [ a, ] # x\n", "k: [ a, b, ] # x\n"),
        ("k: [\n  a,\n  'c'\n]\n", "k: [\n  a,\n  'c', b\n]\n"),
        ("k: []\n", "k: [b]\n"),
        ("k:\n  - a\n", "k:\n  - a\n  - b\n"),
    ],
)
def test_word_goes_to_the_end_of_a_short_list(before: str, after: str) -> None:
    assert add_word(before, "k", "b") == after


def test_word_of_a_shared_list_is_not_added() -> None:
    with pytest.raises(Untouchable):
        add_word("k: &a [x]\nm: *a\n", "k", "b")


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(c)}: &{chr(c)} [{', '.join([f'*{chr(c - 1)}'] * 9)}]\n" for c in range(ord("b"), ord("j"))
)


@pytest.mark.parametrize("text", [BOMB, "a: &a [*a]\n", "[" * 5000, "x: 1\n" * 100_000], ids=lambda text: text[:12])
def test_hostile_yaml_ends_soon(text: str) -> None:
    start = time.monotonic()
    with pytest.raises(NotYaml):
        load(text)
    assert time.monotonic() - start < 5


def test_tree_has_merged_and_own_entries_and_the_last_document() -> None:
    tree = load("x: 1\n---\nbase: &b {k: 1, m: 2}\njob:\n  <<: *b\n  m: 3\n  on: [!t a, ~]\n")
    assert tree["job"] == {"k": "1", "m": "3", "on": ["a", None]}
    assert "k" in texts(tree) and "a" in texts(tree)
    assert load("") is None
