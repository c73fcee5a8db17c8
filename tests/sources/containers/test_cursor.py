"""JSON, read with the places of its strings."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revont_guard.sources.containers.cursor import BROKEN, Cursor, Lines, Span, blanked

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


def walked(cursor: Cursor, kind: type) -> object:
    if kind is dict:
        return {key: cursor.value() for key in cursor.fields()}
    return [cursor.value() for _ in cursor.items()]


@given(JSON, st.sampled_from([None, 1]))
def test_reads_what_json_reads(value: object, indent: int | None) -> None:
    text = json.dumps(value, indent=indent)
    assert Cursor(text).value() == value
    expected = value if isinstance(value, dict) else {}
    assert walked(Cursor(text), dict) == expected
    assert walked(Cursor(text), list) == (value if isinstance(value, list) else [])


def test_what_is_not_read_is_passed_over() -> None:
    cursor = Cursor('{"a": [1, {"b": 2}], "c": "d" , "e": {}}')
    assert [(key, cursor.string()) for key in cursor.fields() if key == "c"] == [("c", Span(27, 28, "d"))]


@given(st.lists(st.text()))
def test_strings_stand_where_it_is_said(values: list[str]) -> None:
    text = json.dumps(values, indent=1)
    for span, value in zip(Cursor(text).strings(), values, strict=True):
        assert (span.text, json.loads(text[span.start - 1 : span.end + 1])) == (value, value)


@pytest.mark.parametrize(
    "text", ["", "{", '{"a"', '{"a":', '{"a":1', '{"a":1,}', '{"a":1 "b"', "{1:2", '{"a":' + "[" * 9999]
)
def test_what_is_no_json_is_said(text: str) -> None:
    with pytest.raises(BROKEN):
        for _ in Cursor(text).fields():
            pass


def test_lines_and_blanks() -> None:
    lines = Lines("a\nb\r\n\nc")
    assert [lines(at) for at in (0, 2, 5, 6)] == [1, 2, 3, 4]
    assert blanked("say 'this' and 'that'", [Span(5, 9, ""), Span(16, 20, "")]) == "say '    ' and '    '"
