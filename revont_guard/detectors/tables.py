"""Values in columns: CSV, Markdown tables and SQL inserts, whose names stand in a head and not beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from revont_guard.detectors.layout import Place
from revont_guard.detectors.text import Text

_INSERT = re.compile(r"INSERT\s+INTO\s+[\w.\"`\[\]]+\s*\(([^()]{1,2000})\)\s*(?:AS\s+\w+\s*)?VALUES", re.IGNORECASE)
_ALIASED = re.compile(r"[^;]{0,2000}?\)\s*\)\s*(?:AS\s+)?\w+\s*\(([^()]{1,400})\)", re.IGNORECASE)
_SELECTED = re.compile(r"\(\s*VALUES\s*(?:\([^()]{0,400}\)\s*,\s*){0,40}\($", re.IGNORECASE)
_VALUES = re.compile(r"INSERT\s+INTO\s+[\"`\[]?([\w.]+)[\"`\]]?\s+VALUES\s*\($", re.IGNORECASE)
_KEEPER = re.compile(r"^kind:[ \t]*[\"']?(?:Secret|ConfigMap)\b", re.MULTILINE)
_METADATA = re.compile(
    r"^metadata:(?:[^\n]*\n(?:[ \t]+[^\n]*\n){0,20}?[ \t]+name:|[ \t]*\{(?:[^{}\n]{0,200}[ ,{])?name:)"
    r"[ \t]*[\"']?([\w.-]{1,200})",
    re.MULTILINE,
)
# The same in a list of objects, and in JSON.
_ITEMS = (
    (
        re.compile(r"^[ \t]*(?:- +)?kind:[ \t]*[\"']?(\w+)", re.MULTILINE),
        re.compile(r"^[ \t]*(?:- +)?metadata:[ \t]*\n[ \t]+name:[ \t]*[\"']?([\w.-]{1,200})", re.MULTILINE),
    ),
    (
        re.compile(r"\"kind\"\s{0,9}:\s{0,9}\"(\w+)\""),
        re.compile(r"\"metadata\"\s{0,9}:\s{0,9}\{[^{}]{0,400}?\"name\"\s{0,9}:\s{0,9}\"([\w.-]{1,200})\""),
    ),
)
_WORD = re.compile(r"[^\W\d][\w.-]*")
_COPY = re.compile(r"^COPY\s+[\w.\"]+\s*\(([^()]{1,2000})\)\s+FROM\s+stdin;?", re.IGNORECASE | re.MULTILINE)
_UPDATE = re.compile(r"\bUPDATE\s+[\w.\"`\[\]]{1,100}\s+SET\s", re.IGNORECASE)
_SET = re.compile(r"([^\W\d][\w.]*)[\"`\]]?\s*=\s*[NE]?['\"]?$")
_WHERE = re.compile(r"\bWHERE\b([^;]{1,400})", re.IGNORECASE)
_EQUAL = re.compile(r"(?<![\w.])([^\W\d][\w.]*+)[\"`\]]?\s*+(?:=|LIKE)\s*+N?'([^'\n]{1,100})'", re.IGNORECASE)
_RULE = re.compile(r"[\s:|-]{3,}+$")
ENDINGS = (".csv", ".tsv")
_MOST_UP = 200
_LONGEST_ROW = 2_000
_CELLS = 600
_REMARK = 5


@dataclass(frozen=True, slots=True)
class Column:
    """The ``name`` of a value's column and the other ``cells`` of its row; ``certain`` where the head is beyond doubt.

    ``whole``: the cell holds nothing but the value.
    """

    name: str
    cells: list[str]
    certain: bool
    whole: bool = True

    @property
    def row(self) -> list[str]:
        """The words of the row."""
        return [word for cell in self.cells for word in _WORD.findall(cell)]


def column_of(text: Text, offset: int, place: Place) -> Column | None:
    """The column that ``offset`` stands in, or None where it stands in no table."""
    return (
        _markdown(text, offset)
        or _separated(text, offset)
        or _insert(text, offset, place)
        or _selected(text, offset, place)
        or _copied(text, offset)
        or _updated(text, offset)
    )


def manifest_name(text: Text, offset: int) -> str | None:
    """The name of the Kubernetes object that holds ``offset``, where it is one that keeps values."""
    start = text.content.rfind("\n---", max(0, offset - 8000), offset) + 1
    document = text.content[start : start + 8000]
    if _KEEPER.search(document):
        name = _METADATA.search(document)
        return name[1] if name else None
    before = text.content[max(start, offset - 8000) : offset]
    for kind, metadata in _ITEMS:
        kinds, names = list(kind.finditer(before)), list(metadata.finditer(before))
        if kinds and names:
            return names[-1][1] if kinds[-1][1] in ("Secret", "ConfigMap") else None
    return None


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
    if not text.path or not text.path.lower().endswith(ENDINGS):
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
    if name is None:
        return None
    cells = _cells(text.content[row.start : min(row.end, row.start + _CELLS)], ",")
    whole = len(before) > len(cells) or re.search(r"[{:\s]", cells[len(before) - 1].strip()) is None
    return Column(name.group(), _others(cells, len(before) - 1), True, whole)


def _selected(text: Text, offset: int, place: Place) -> Column | None:
    """A row of ``(VALUES (…)) AS s(a, b)``, whose columns are named behind it."""
    row = next((frame for frame in place.frames() if frame.kind == "("), None)
    if row is None or not _SELECTED.search(text.content, max(0, row.start - 4000), row.start):
        return None
    head = _ALIASED.match(text.content, row.end)
    inside = text.content[row.start : min(row.end, row.start + _LONGEST_ROW)]
    return _column(head[1], inside, offset - row.start, ",", certain=True) if head else None


def _copied(text: Text, offset: int) -> Column | None:
    """A row below PostgreSQL's ``COPY table (a, b) FROM stdin;``."""
    start = text.line_starts[text.line_of(offset)]
    if "\t" not in text.content[start : min(start + _LONGEST_ROW, offset + 1)] and text.content[offset - 1] != "\t":
        return None
    heads: list[re.Match[str]] = list(_COPY.finditer(text.content, max(0, start - 8000), start))
    if not heads or "\n\\." in text.content[heads[-1].end() : start]:
        return None
    return _column(heads[-1][1], text.line(text.line_of(offset)), offset - start, "\t", certain=True, heads=",")


def _updated(text: Text, offset: int) -> Column | None:
    """``UPDATE t SET value = '…' WHERE name = 'revont.key'``: the condition is the rest of the row."""
    updates = [*_UPDATE.finditer(text.content, max(0, offset - _LONGEST_ROW), offset)]
    update = updates[-1] if updates else None
    if update is None or ";" in text.content[update.end() : offset]:
        return None
    where = _WHERE.search(text.content, offset, min(len(text.content), offset + _LONGEST_ROW))
    names = _SET.findall(text.content[max(update.end() - 1, offset - 200) : offset])
    if where is None or not names:
        return None
    return Column(names[-1], [cell for pair in _EQUAL.findall(where[1]) for cell in pair], True)


def _created(text: Text, row: int) -> list[str]:
    """The columns of the table that is inserted into, where it is made in the same text."""
    table = _VALUES.search(text.content, max(0, row - 200), row)
    made = table and re.search(
        rf"CREATE\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?[\"`\[]?{re.escape(table[1])}[\"`\]]?\s*\(([^;]{{1,4000}})",
        text.content,
        re.IGNORECASE,
    )
    return made[1].split(",") if made else []


def _column(head: str, row: str, at: int, separator: str, certain: bool, heads: str | None = None) -> Column | None:
    index = len(_cells(row[:at], separator)) - 1
    names = _cells(head, heads or separator)
    if index >= len(names):
        return None
    name = "_".join(_WORD.findall(names[index]))
    cells = _cells(row[:_CELLS], separator)
    whole = index >= len(cells) or " " not in cells[index].strip()
    return Column(name, _others(cells, index), certain, whole) if name else None


def _others(cells: list[str], own: int) -> list[str]:
    """The cells of a row but one, the nearest before it first; behind it, remarks are left out."""
    behind = (cell for cell in cells[own + 1 :] if len(_WORD.findall(cell)) < _REMARK)
    return [*reversed(cells[:own]), *behind]


def columns(text: str) -> int:
    """How many cells ``text`` has at its commas."""
    return len(_cells(text, ","))


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
