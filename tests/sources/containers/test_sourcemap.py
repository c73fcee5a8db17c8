"""Source maps: each original a file of its own."""

from __future__ import annotations

import json
import time

import pytest

from revont_guard.model import Blob, Inner
from revont_guard.sources.containers.inside import Inside
from revont_guard.sources.containers.opening import opened
from tests.sources.containers.build import blob, everything, look, members, source_map

ORIGINALS = {"webpack:///./src/api.ts": 'import x\nconst KEY = "naïve ✓"\n', "../lib/b.ts": ""}


def texts(data: str) -> dict[str, str]:
    found, skipped = look(data.encode())
    assert skipped == []
    return {path: text.decode() for path, text in found.items()}


@pytest.mark.parametrize("indent", [None, 2])
def test_originals_with_their_paths(indent: int | None) -> None:
    found = texts(source_map(ORIGINALS, indent=indent))
    rest = json.loads(found.pop(""))
    assert found == ORIGINALS
    assert [content.strip() for content in rest["sourcesContent"]] == ["", ""]
    assert rest["mappings"].strip() == ""
    assert rest["sources"] == list(ORIGINALS)


def test_the_rest_stays_where_it_is() -> None:
    text = source_map({"a.ts": 'x\n"✓"'}, indent=1, names=["after"])
    rest = texts(text)[""]
    assert len(rest) == len(text)
    assert rest.index("after") == text.index("after")


@pytest.mark.parametrize("indent", [None, 2])
def test_a_place_is_told_in_the_original_and_by_the_line_of_the_map(indent: int | None) -> None:
    text = source_map(ORIGINALS, indent=indent)
    [first, *_] = opened(blob(text.encode(), "app.js.map"), everything)
    assert isinstance(first, Inside)
    at = first.at(2, 7, 10)
    line = 1 + text[: text.index("const KEY")].count("\n")
    assert (at.path, at.line, at.column, at.end_column) == ("app.js.map", line, None, None)
    assert at.inner == (Inner("webpack:///./src/api.ts", 2, 7),)


def test_maps_of_maps() -> None:
    sections = [
        {"offset": {"line": 0, "column": 0}, "map": json.loads(source_map({"a.ts": "1"}))},
        {"offset": {"line": 9, "column": 0}, "url": "other.map"},
        {"map": json.loads(source_map({"b.ts": "2"}, sourceRoot="src/"))},
        {"map": None},
    ]
    found = texts(json.dumps({"version": 3, "sections": sections}, indent=1))
    del found[""]
    assert found == {"a.ts": "1", "src/b.ts": "2"}


def test_names_may_be_missing_or_odd() -> None:
    content = ["0", None, "2", "3", "4", 5]
    text = json.dumps({"sourcesContent": content, "sources": ["a.ts", "b.ts", None, "", "\ud800"]})
    found = texts(text)
    del found[""]
    assert found == {"a.ts": "0", "source 3": "2", "source 4": "3", "\udced\udca0\udc80": "4"}


def test_what_is_cut_short_is_not_lost() -> None:
    text = source_map({"a.ts": "first", "b.ts": "the second"})
    found = texts(text[: text.index("second")])
    assert found["a.ts"] == "first"
    assert found[""].endswith('"the ') and "first" not in found[""]


@pytest.mark.parametrize(
    "text",
    [
        '{"sourcesContent": ',
        '{"sourcesContent": {}}',
        '{"sourcesContent": "x", "sections": {"map": 1}}',
        '{"sections": [{"map": {"sections": [{"map": {"sourcesContent": ["x"]}}]}}]}',
        '{"sourcesContent"' + "[" * 100_000,
        '{"sections": ' + '[{"map":' * 100_000 + '"sourcesContent"',
    ],
)
def test_what_is_no_map_is_a_text_like_others(text: str) -> None:
    assert texts(text) == {"": text}


def test_an_original_may_hold_a_map() -> None:
    inner = source_map({"deep.ts": "text"})
    assert members(source_map({"a.js": inner}).encode())["a.js|deep.ts"] == b"text"


def test_ten_megabytes_take_less_than_a_second() -> None:
    line = 'export const x = call("text", {"a": 1})\\n// é\n'
    text = source_map({f"src/{number}.ts": line * 2_000 for number in range(100)})
    data = text.encode()
    assert len(data) > 9_000_000
    started = time.perf_counter()
    found = [item for item in opened(blob(data), everything) if isinstance(item, Blob)]
    assert time.perf_counter() - started < 1
    assert len(found) == 101
