"""Where a string stands: its segment of a statement, and the brackets, strings, sections and blocks round it.

One tolerant pass for every language and format, since leaks stand in all of them, broken ones included: strings are
skipped as units, brackets are matched, commas, semicolons and line ends separate, indentation and ``[section]`` lines
nest. A string that holds text of its own (JSON in a string, a header line, a URL) is a frame like a bracket is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from revont_guard.detectors.text import Text

_TOKEN = re.compile(
    r"""(?P<string>"(?:[^"\\\n]|\\.)*+"|(?<![A-Za-z0-9])'(?:[^'\\\n]|\\.)*+'|`(?:[^`\\\n]|\\.)*+`)"""
    # Outside of strings an escaped quote opens none: or each of a long row of them would look for its end.
    r"|(?P<escaped>\\[\"'`\\])|(?P<open>[(\[{])|(?P<close>[)\]}])|(?P<separator>[,;])|(?P<newline>\n)",
)
_CLOSES = {")": "(", "]": "[", "}": "{"}
# A line that ends in one of these goes on in the next one.
_CONTINUES = re.compile(
    r"(?:(?<![\w+/=])=|[:,({\[+|\\]|&&|\b(?:return|or|and|else)|=>|->|[=:(,][ \t]*(?:\"\"\"|'''))[ \t\r]*$"
)
_SECTION = re.compile(r"^[ \t]*+\[++[ \t]*+([^\[\]\n]{1,200}+)\]++[ \t]*+(?:[#;].*)?$")
_INDENT = re.compile(r"[ \t]*(?:- +)*")
_FIRST_ENTRY = re.compile(r"(?:\s|(?:#|//)[^\n]*\n|/\*[^*]*\*/)*[\"':]?[\w.\-]{1,80}[\"']?\s*=>")
# `{"a": 1,` and `"b": {…},`: nothing below is nested in it.
_WHOLE_ENTRY = re.compile(r"(?:[\"']\s*:.*|[}\])]),$")
SECTION_MARK = "["
_HEADER_LIMIT = 240
_MOST_PARENTS = 16
_MOST_LINES_UP = 600
_MOST_FRAMES = 64


@dataclass(slots=True, eq=False)
class Frame:
    """A bracket or a string: its text lies between ``start`` and ``end`` (exclusive), its header before it."""

    kind: str
    start: int
    end: int
    parent: Frame | None
    segment: int  # where the segment of the parent begins that this frame stands in
    sibling: tuple[int, int] | None = None  # the segment before that one, in the same parent


@dataclass(frozen=True, slots=True)
class Place:
    """The surroundings of an offset: the innermost ``frame``, and where the current segment of it begins."""

    offset: int
    frame: Frame
    segment: int
    sibling: tuple[int, int] | None

    def frames(self) -> Iterator[Frame]:
        """The frames round the offset, innermost first, without the whole text; of many the inner ones."""
        frame: Frame | None = self.frame
        for _ in range(_MOST_FRAMES):
            if frame is None or frame.parent is None:
                return
            yield frame
            frame = frame.parent


def places(text: Text, offsets: Sequence[int]) -> list[Place]:
    """The place of each of ``offsets``, which must be sorted."""
    root = Frame("file", 0, len(text.content), None, 0)
    found: list[Place] = []
    _scan(text.content, text.content.replace("\\", " "), 0, len(text.content), root, offsets, found)
    return found


def _scan(
    content: str, plain: str, start: int, end: int, root: Frame, offsets: Sequence[int], found: list[Place]
) -> None:
    frame, segment, sibling = root, start, None
    stack: list[tuple[Frame, int, tuple[int, int] | None]] = []
    pending = iter(offsets)
    wanted = next(pending, None)
    for token in _TOKEN.finditer(content, start, end):
        at, kind = token.start(), token.lastgroup
        while wanted is not None and wanted < at:
            found.append(Place(wanted, frame, segment, sibling))
            wanted = next(pending, None)
        if wanted is None:
            _close_open_frames(content, token.start(), end, [frame, *(entry[0] for entry in reversed(stack))])
            return
        if kind == "string":
            inside: list[int] = []
            while wanted is not None and wanted < token.end():
                inside.append(wanted)
                wanted = next(pending, None)
            if inside:
                string = Frame("string", at + 1, token.end() - 1, frame, segment, sibling)
                _scan_string(content, plain, string, inside, found)
        elif kind == "open":
            stack.append((frame, segment, sibling))
            frame = Frame(token.group(), at + 1, end, frame, segment, sibling)
            segment, sibling = at + 1, None
        elif kind == "close":
            depth = _matching(stack, frame, _CLOSES[token.group()])
            for _ in range(depth):
                frame.end = at
                frame, segment, sibling = stack.pop()
        elif kind == "escaped":
            continue
        elif kind == "separator" or _ends_statement(content, segment, at, frame):
            if content[segment:at].strip():
                sibling = (segment, at)
            segment = token.end()
    while wanted is not None:
        found.append(Place(wanted, frame, segment, sibling))
        wanted = next(pending, None)


def _scan_string(content: str, plain: str, string: Frame, offsets: list[int], found: list[Place]) -> None:
    """What a string holds is scanned like a text of its own; its escaped quotes count as quotes there."""
    held = plain[string.start : string.end]
    if not any(c in held for c in "\"'`{[(,;"):
        found.extend(Place(offset, string, string.start, None) for offset in offsets)
        return
    _scan(plain, plain, string.start, string.end, string, offsets, found)


def _matching(stack: list[tuple[Frame, int, tuple[int, int] | None]], frame: Frame, bracket: str) -> int:
    """How many frames a closing bracket ends: 0 where none of the inner ones was opened by its partner."""
    if not stack:
        return 0
    if frame.kind == bracket:
        return 1
    for depth, entry in enumerate(reversed(stack[-4:]), start=2):
        if entry[0].kind == bracket:
            return depth
    return 0


def _close_open_frames(content: str, start: int, end: int, frames: list[Frame]) -> None:
    """Finds the ends of the frames that are still open, innermost first, within a bounded stretch."""
    level, index = 0, 0
    for token in _TOKEN.finditer(content, start, min(end, start + 20_000)):
        if token.lastgroup == "open":
            level += 1
        elif token.lastgroup == "close":
            if level:
                level -= 1
            elif index < len(frames) and frames[index].kind == _CLOSES[token.group()]:
                frames[index].end = token.start()
                index += 1


def _ends_statement(content: str, segment: int, newline: int, frame: Frame) -> bool:
    """Whether a line end separates: not inside ``(`` or ``[``, not behind an operator, not before a chained call."""
    if frame.kind in "([":
        return False
    if _CONTINUES.search(content, max(segment, newline - 120), newline):
        return False
    return not content[newline + 1 : newline + 80].lstrip(" \t").startswith((".", "?.", "->", "||", "?? "))


def is_object(content: str, frame: Frame) -> bool:
    """Whether a frame holds named entries: braces, or the brackets and calls that PHP, Ruby and Perl write them in.

    ``${…}`` and ``#{…}`` hold an expression.
    """
    if frame.kind == "{":
        return content[max(0, frame.start - 2) : frame.start - 1] not in ("$", "#")
    return frame.kind in "[(" and bool(_FIRST_ENTRY.match(content, frame.start, frame.start + 400))


def header(content: str, frame: Frame) -> str:
    """The text of the parent before the frame, back to the segment's begin: ``const revont = new Client(``."""
    stop = frame.start - 1
    return content[max(frame.segment, stop - _HEADER_LIMIT) : stop]


def sections(text: Text, offset: int) -> list[str]:
    """The lines that the line of ``offset`` is nested in, outermost first.

    That are lines of lesser indentation, and the ``[section]`` above, given as its name behind SECTION_MARK.
    """
    line = text.line_of(offset)
    own = text.line(line)
    width = _width(own, offset - text.line_starts[line])
    sectioned = "[" in text.content and not text.content[
        max(text.line_starts[line], offset - 80) : offset
    ].rstrip().endswith(("[", ","))
    parents: list[str] = []
    for above in range(line - 1, max(-1, line - _MOST_LINES_UP), -1):
        if not width and not sectioned:
            break
        content = text.line(above)[:400]
        stripped = content.strip()
        if not stripped or stripped.startswith(("#", "//", "*", "--", "<!--")):
            continue
        if sectioned and (section := _SECTION.match(content)):
            parents.append(SECTION_MARK + section[1].rstrip(" \t"))
            break
        indent = _width(content, len(content))
        if indent < width and stripped[0] not in "}])" and not _WHOLE_ENTRY.search(stripped):
            width = indent
            parents.append(stripped)
            if len(parents) == _MOST_PARENTS:
                break
    parents.reverse()
    return parents


def block(text: Text, offset: int, most: int) -> tuple[int, int]:
    """The lines about ``offset`` that are not indented less than its own, at most ``most`` each way, no blank one.

    An item of a YAML list is a block: its dash opens it, the next dash at the same depth begins another.
    """
    line = text.line_of(offset)
    own = text.line(line)
    width = _width(own, offset - text.line_starts[line])
    first = last = line
    while first > 0 and line - first < most and not _opens_item(text.line(first), width):
        if _outside(text.line(first - 1), width):
            break
        first -= 1
    while last + 1 < len(text.line_starts) and last - line < most:
        below = text.line(last + 1)
        if _outside(below, width) or _opens_item(below, width):
            break
        last += 1
    return text.line_starts[first], text.line_span(last)[1]


def width_at(text: Text, offset: int) -> int:
    """The indentation of the line of ``offset``, in columns."""
    line = text.line_of(offset)
    return _width(text.line(line), offset - text.line_starts[line])


def _outside(line: str, width: int) -> bool:
    return not line or line.isspace() or _width(line, len(line)) < width


def _opens_item(line: str, width: int) -> bool:
    return width > 0 and _width(line, len(line)) == width and _INDENT.match(line)[0].rstrip().endswith("-")  # type: ignore[index]


def _width(line: str, limit: int) -> int:
    """The indentation in columns; the dash of a YAML list item indents what follows it."""
    return len(_INDENT.match(line, 0, min(len(line), limit))[0].expandtabs(4))  # type: ignore[index]
