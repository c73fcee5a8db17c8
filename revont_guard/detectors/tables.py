"""Values in columns: CSV, Markdown tables and SQL inserts, whose names stand in a head and not beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from revont_guard.detectors.layout import Place
from revont_guard.detectors.text import Text

_INSERT = re.compile(r"INSERT\s+INTO\s+[\w.\"`\[\]]+\s*\(([^()]{1,2000})\)\s*(?:AS\s+\w+\s*)?VALUES", re.IGNORECASE)
_VALUES = re.compile(r"INSERT\s+INTO\s+[\"`\[]?([\w.]+)[\"`\]]?\s+VALUES\s*\($", re.IGNORECASE)
_KEEPER = re.compile(r"^kind:[ \t]*[\"']?(?:Secret|ConfigMap)\b", re.MULTILINE)
_METADATA = re.compile(
    r"^metadata:[^\n]*\n(?:[ \t]+[^\n]*\n){0,20}?[ \t]+name:[ \t]*[\"']?([\w.-]{1,200})", re.MULTILINE
)
_WORD = re.compile(r"[^\W\d][\w.-]*")
_RULE = re.compile(r"[\s:|-]{3,}+$")
_MOST_UP = 200
_LONGEST_ROW = 2_000


@dataclass(frozen=True, slots=True)
class Column:
    """The ``name`` of a value's column and the words of its ``row``; ``certain`` where the head is beyond doubt."""

    name: str
    row: list[str]
    certain: bool


def column_of(text: Text, offset: int, place: Place) -> Column | None:
    """The column that ``offset`` stands in, or None where it stands in no table."""
    return _markdown(text, offset) or _separated(text, offset) or _insert(text, offset, place)


def manifest_name(text: Text, offset: int) -> str | None:
    """The name of the Kubernetes object whose YAML document holds ``offset``, where it is one that keeps values."""
    start = text.content.rfind("\n---", max(0, offset - 8000), offset) + 1
    document = text.content[start : start + 8000]
    if not _KEEPER.search(document):
        return None
    name = _METADATA.search(document)
    return name[1] if name else None


def _markdown(text: Text, offset: int) -> Column | None:
    line = text.line_of(offset)
    row = text.line(line)
    if len(row) > _LONGEST_ROW or row.count("|") < 2:
        return None
    for above in range(line - 1, max(0, line - _MOST_UP), -1):
        head = text.line(above)
        if len(head) > _LONGEST_ROW or "|" not in head:
            return None
        if _RULE.match(head) and above:
            return _column(text.line(above - 1), row, offset - text.line_starts[line], "|", certain=False)
    return None


def _separated(text: Text, offset: int) -> Column | None:
    if not text.path or not text.path.lower().endswith((".csv", ".tsv")):
        return None
    line = text.line_of(offset)
    head = text.line(0)
    if max(len(head), offset - text.line_starts[line]) > _LONGEST_ROW:
        return None
    separator = max(",;\t", key=head.count)
    if not line or not head.count(separator):
        return None
    return _column(head, text.line(line), offset - text.line_starts[line], separator, certain=True)


def _insert(text: Text, offset: int, place: Place) -> Column | None:
    row = next((frame for frame in place.frames() if frame.kind == "("), None)
    if (
        row is None
        or offset - row.start > _LONGEST_ROW
        or "nsert" not in text.content[max(0, offset - 8000) : offset].replace("INSERT", "nsert")
    ):
        return None
    heads: list[re.Match[str]] = list(_INSERT.finditer(text.content, max(0, offset - 8000), row.start))
    names = heads[-1][1].split(",") if heads else _created(text, row.start)
    if not names:
        return None
    before = _cells(text.content[row.start : offset], ",")
    if len(before) > len(names):
        return None
    name = _WORD.search(names[len(before) - 1])
    return (
        Column(name.group(), _WORD.findall(text.content[row.start : min(row.end, row.start + 600)]), True)
        if name
        else None
    )


def _created(text: Text, row: int) -> list[str]:
    """The columns of the table that is inserted into, where it is made in the same text."""
    table = _VALUES.search(text.content, max(0, row - 200), row)
    made = table and re.search(
        rf"CREATE\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?[\"`\[]?{re.escape(table[1])}[\"`\]]?\s*\(([^;]{{1,4000}})",
        text.content,
        re.IGNORECASE,
    )
    return made[1].split(",") if made else []


def _column(head: str, row: str, at: int, separator: str, certain: bool) -> Column | None:
    index = len(_cells(row[:at], separator)) - 1
    names = _cells(head, separator)
    if index >= len(names):
        return None
    name = "_".join(_WORD.findall(names[index]))
    return Column(name, _WORD.findall(row[:600]), certain) if name else None


def _cells(text: str, separator: str) -> list[str]:
    """``text`` at its separators outside of quotes."""
    cells, quote, start = [], "", 0
    for at, c in enumerate(text):
        if quote:
            quote = "" if c == quote else quote
        elif c in "\"'" and not text[start:at].strip():
            quote = c
        elif c == separator:
            cells.append(text[start:at])
            start = at + 1
    return [*cells, text[start:]]
