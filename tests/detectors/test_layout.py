import pytest

from revont_guard.detectors import layout
from revont_guard.detectors.layout import SECTION_MARK
from tests.detectors.helpers import placed


def frames(text: str) -> list[str]:
    """The frames round KEY, innermost first: brackets by their opening, strings as quotes."""
    return ["'" if frame.kind == "string" else frame.kind for frame in placed(text)[2].frames()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("key = {key}", ""),
        ('key = "{key}"', "'"),
        ('f({"a": ["{key}"]})', "'[{("),
        ('f("(", {"a": "{key}"})', "'{("),
        ('{"a": {"b": 1}, "c": "{key}"}', "'{"),
        ('a = "{\\"revont\\": {\\"key\\": \\"{key}\\"}}"', "'{{'"),
        ('a = \'{"key": "{key}"}\'', "'{'"),
        ("don't(x); key({key})", "("),
        ("it's [ a ] and {key}", ""),
        ("([{key}", "[("),
        ("(a] {key})", "("),
        ('"unfinished ( \nkey = {key}', "("),
    ],
)
def test_brackets_and_strings_nest(text: str, expected: str) -> None:
    assert "".join(frames(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a = 1\nkey = {key}", "key = "),
        ("a = 1; key = {key}", " key = "),
        ("a = 1, key = {key}", " key = "),
        ("key =\n  {key}", "key =\n  "),
        ("key = a ||\n  {key}", "key = a ||\n  "),
        ("f(a,\n  b\n  {key})", "\n  b\n  "),
        ("f(a, 'x;y' {key})", " 'x;y' "),
    ],
)
def test_a_segment_begins_where_the_statement_or_entry_does(text: str, expected: str) -> None:
    read, candidate, place = placed(text)
    assert read.content[place.segment : candidate.start] == expected


def test_a_place_knows_the_segment_before_its_own() -> None:
    read, _, place = placed('setenv("REVONT_API_KEY", {key})')
    assert place.sibling is not None
    assert read.content[slice(*place.sibling)] == '"REVONT_API_KEY"'


def test_the_end_of_a_bracket_is_known_also_behind_the_last_value() -> None:
    read, _, place = placed('client({"key": "{key}", "a": [1], "b": (2)}, tail) # more ) ]')
    ends = [read.content[frame.end] for frame in place.frames() if frame.kind != "string"]
    assert ends == ["}", ")"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("revont:\n  api:\n    key: {key}\n", ["revont:", "api:"]),
        ("other:\n  a: 1\nrevont:\n  key: {key}\n", ["revont:"]),
        ("[a]\nx = 1\n[revont]\nkey = {key}\n", [SECTION_MARK + "revont"]),
        ("[[revont.clients]]\nkey = {key}\n", [SECTION_MARK + "revont.clients"]),
        ("revont:\n\tkey: {key}\n", ["revont:"]),
        ("revont:\n# note\n\n  key: {key}\n", ["revont:"]),
        ("list:\n  - name: a\n    value: {key}\n", ["list:"]),
        ("revont:\nkey: {key}\n", []),
    ],
)
def test_sections_are_the_lines_that_a_line_is_nested_in(text: str, expected: list[str]) -> None:
    read, candidate, _ = placed(text)
    assert layout.sections(read, candidate.start) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\n\nb\n{key}\nc\n\nd", ["b", "{key}", "c"]),
        ("- name: a\n  value: x\n- name: b\n  value: {key}\n- name: c\n", ["- name: b", "  value: {key}"]),
        ("top:\n  a: 1\n  k: {key}\nnext: 2", ["  a: 1", "  k: {key}"]),
    ],
)
def test_a_block_ends_at_blank_lines_at_outer_ones_and_at_the_next_item(text: str, expected: list[str]) -> None:
    read, candidate, _ = placed(text)
    start, end = layout.block(read, candidate.start, 8)
    assert [line.replace(candidate.value, "{key}") for line in read.content[start:end].splitlines()] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a": {key}}', True),
        ("['a' => '{key}']", True),
        ("array( # note\n 'a' => '{key}')", True),
        ("['{key}', 'a']", False),
        ("f(a, {key})", False),
    ],
)
def test_objects_are_told_from_lists_and_calls_in_every_notation(text: str, expected: bool) -> None:
    read, _, place = placed(text)
    outermost = [frame for frame in place.frames() if frame.kind != "string"][-1]
    assert layout.is_object(read.content, outermost) is expected
