"""Whose answer it is must be told from its first bytes, and only from JSON that every reader reads alike."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revont_guard.verify.body import members


def test_members_are_told_by_path_and_type() -> None:
    text = b'{"error": {"code": "unauthorized", "status": 401}, "data": [{"id": 1}], "has_more": false}'
    assert members(text, cut=False) == {
        ("error",): "object",
        ("error", "code"): "string",
        ("error", "status"): "other",
        ("data",): "array",
        ("has_more",): "other",
    }


@pytest.mark.parametrize(
    "text",
    ['{"x": {"data": []}}', '[{"data": []}]', '{"error.code": "a"}', '{"x": [{"data": []}]}', '"data"', "[]", "{}"],
)
def test_what_stands_elsewhere_is_no_member_of_the_top(text: str) -> None:
    found = members(text.encode(), cut=False)
    assert found is not None
    assert found.keys() & {("data",), ("error", "code")} == set()


@pytest.mark.parametrize(
    "text", [r'{"d\u0061ta": []}', '{"data":[]}', ' {\n"data"\t:\r[ ] } ', '{"a":{"a":1},"data":[]}']
)
def test_spelling_and_space_do_not_matter(text: str) -> None:
    found = members(text.encode(), cut=False)
    assert found is not None
    assert found["data",] == "array"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b" ",
        b"<html>",
        b'{"data": []',
        b'{"data": []} x',
        b'{"data": []}{}',
        b'{"data": [],}',
        b'{"data" []}',
        b"{data: []}",
        b"{'data': []}",
        b'{"data": [NaN]}',
        b'{"data": [01]}',
        b'{"data": [1 2]}',
        b'{"data": [truex]}',
        b'{"data": "a\nb"}',
        b'{"data": "\\x"}',
        b'{"data": [}]',
        b'{"data": ["\xff"]}',
        b'\xef\xbb\xbf{"data": []}',
        '{"data": []}'.encode("utf-16"),
        '{"data": []}'.encode("utf-32"),
        b'{"data": [], "data": 1}',
        b'{"data": 1, "d\\u0061ta": []}',
        b'{"error": {"code": "a", "code": 1}}',
        b'{"data": []}\x00',
        b")]}',\n" + b'{"data": []}',
    ],
)
def test_what_readers_would_not_read_alike_is_nothing(body: bytes) -> None:
    assert not members(body, cut=False)


@pytest.mark.parametrize(
    "body",
    [
        b'{"data": [{"id": "wh_',
        b'{"data": [{"id": "\xc3',
        b'{"data": [tr',
        b'{"data": [-1.',
        b'{"data": ["\\u00',
        b'{"data": []',
        b'{"data": []}',
        b'{"data": [], "da',
    ],
)
def test_piece_tells_what_is_in_it(body: bytes) -> None:
    found = members(body, cut=True)
    assert found is not None
    assert found["data",] == "array"


@pytest.mark.parametrize(
    "body", [b'{"data": [<', b'{"data": [] x', b'{"data": []}   ', b'{"data": []}{', b'{"data": [\xff\xff', b"<html>"]
)
def test_piece_of_what_is_no_json_is_nothing(body: bytes) -> None:
    assert not members(body, cut=True)


def test_nesting_is_no_matter() -> None:
    assert members(b'{"data": ' + b"[" * 4_000, cut=True) == {("data",): "array"}
    assert members(b'{"data": ' + b'{"a":' * 800, cut=True) == {("data",): "object", ("data", "a"): "object"}


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=12,
)
DOCUMENTS = st.dictionaries(st.sampled_from(["data", "error", "code", "x"]), JSON, max_size=4)


def top(document: dict[str, Any]) -> dict[str, str]:
    kinds: dict[type[Any], str] = {dict: "object", list: "array", str: "string"}
    return {name: kinds.get(type(value), "other") for name, value in document.items()}


@given(DOCUMENTS, st.booleans(), st.sampled_from([None, 1]))
def test_top_is_what_json_reads(document: dict[str, Any], ascii_only: bool, indent: int | None) -> None:
    found = members(json.dumps(document, ensure_ascii=ascii_only, indent=indent).encode(), cut=False)
    assert found is not None
    assert {path[0]: kind for path, kind in found.items() if len(path) == 1} == top(document)


@given(DOCUMENTS, st.data())
def test_piece_tells_nothing_that_the_whole_does_not(document: dict[str, Any], data: st.DataObject) -> None:
    whole = json.dumps(document).encode()
    piece = whole[: data.draw(st.integers(0, len(whole) - 1))]
    found = members(piece, cut=True)
    assert found is not None
    assert found.items() <= (members(whole, cut=False) or {}).items()
    assert not members(piece, cut=False)


@given(st.binary(max_size=60) | st.text(alphabet='{}[]",:\\u0tnse1-. ', max_size=60).map(str.encode))
def test_whatever_comes_json_agrees(body: bytes) -> None:
    """Strict about what is JSON; of two readings of one member it wants neither."""
    found = members(body, cut=False)

    def unambiguous(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        return dict(pairs)

    try:
        json.loads(body.decode(), object_pairs_hook=unambiguous, parse_constant=lambda _: 1 / 0)
    except (ValueError, ZeroDivisionError):
        assert not found
    members(body, cut=True)
