import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revont_guard.detectors.text import Text, decode

SAMPLE = 'REVONT_NAME = "grün"\n'


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
        (b"", "utf-32-le"),
        (b"", "utf-32-be"),
        (b"", "latin-1"),
    ],
)
def test_text_is_read_in_its_encoding_and_without_its_mark(mark: bytes, encoding: str) -> None:
    assert decode(mark + SAMPLE.encode(encoding)) == SAMPLE


def test_nul_bytes_between_words_do_not_make_a_text_wide() -> None:
    assert decode(b"abcd\0efgh\0ijkl\0") == "abcd\0efgh\0ijkl\0"


@given(st.binary(max_size=200))
def test_every_sequence_of_bytes_is_some_text(data: bytes) -> None:
    decode(data).encode("utf-8")


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        ("", [""]),
        ("a", ["a"]),
        ("a\nb", ["a", "b"]),
        ("a\r\nb\r\n", ["a", "b", ""]),
        ("a\rb\r", ["a", "b"]),
        ("\n\n", ["", "", ""]),
        ("a\vb\x0cc\u2028d", ["a\vb\x0cc\u2028d"]),
    ],
)
def test_lines_end_at_line_feeds_and_carriage_returns_only(content: str, lines: list[str]) -> None:
    text = Text(content)
    assert [text.line(at) for at in range(len(text.line_starts))] == lines


@given(st.text(alphabet="ab\n", max_size=60), st.data())
def test_lines_and_columns_count_from_one(content: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(content)))
    before = content[:offset].split("\n")
    assert Text(content).position(offset) == (len(before), len(before[-1]) + 1)
