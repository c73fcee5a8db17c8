"""Strings in pieces, put together: ``"ab" + "cd"``, adjacent and continued literals, joined lists, constants."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from revont_guard.catalog import Joints
from revont_guard.detectors.readings.edits import Edit

_KEY = r"A-Za-z0-9_\-.~+/="
_STRING = re.compile(r"[\"]([^\"\\\n]{0,400})[\"]|[']([^'\\\n]{0,400})[']|[`]([^`\\\n]{0,400})[`]")
_KEYISH = re.compile(rf"[{_KEY}]*")
_COMMENT = r"(?:\s|//[^\n]*\n|#[^\n]*\n|--[^\n]*\n|/\*[^*]{0,200}\*/|<!--[^>]{0,200}-->)*"
_CONTINUED = r"(?:[\\_`&]?[ \t]*\r?\n)?[ \t]*"
_PREFIX = r"(?:[bBrRuUfFlLnN@$]{1,2}|string)?"
_OPERATOR = re.compile(
    rf"{_COMMENT}(?:\+\+?|\.\.?|&|\|\||~|<>|<<|\^|\\)(?:[ \t]*[\\_`])?{_COMMENT}{_PREFIX}"
    rf"|{_PREFIX}|\}}\$\{{|\\\r?\n[ \t]*"
)
_BETWEEN = re.compile(rf"\s+{_PREFIX}")
_CALL = re.compile(r"\s*+\)\s*+[.:]?\s*+\.?\s*+(\w+)!?\s*+\(\s*+")
_AGAIN = re.compile(
    r"[^\S\n]*+[;)]?[^\S\n]*+\n\s*+(?:\$|@|set\s++)?([\w.$@:>-]+?)\s*+(?:\+=|\.=|\.\.=|<<|&=|~=|\+:=)\s*+" + _PREFIX
)
_COMMA = re.compile(rf"\s*+,{_COMMENT}{_PREFIX}")
_WITHIN = re.compile(rf"(?<=[{_KEY}])\\\r?\n[ \t]*\\?(?=[{_KEY}])|(?<=\"\"\")\\\r?\n[ \t]*|\\\r?\n[ \t]*(?=\"\"\")")
_FOLDED = re.compile(
    rf":[ \t]*>[-+0-9]*[ \t]*\r?\n((?:[ \t]+[{_KEY}]{{4,}}[ \t]*\r?\n)+[ \t]+[{_KEY}]{{4,}}[ \t]*)(?=\r?\n|$)"
)
_BREAK = re.compile(r"(?<![ \t])[ \t]*+\r?\n[ \t]*+")
_WORDS = re.compile(rf"(?:%w|%W|\bqw)\s*[\[({{/|<]\s*((?:[{_KEY}]+\s+)+[{_KEY}]+)\s*[\])}}/|>]")
_EMPTY = r"(?:\"\"|''|``)"
_JOINED_BEFORE = re.compile(
    rf"{_EMPTY}\s*+\.\s*+join\s*+\(\s*+[\[(]?\s*+{_PREFIX}$"
    rf"|b{_EMPTY}\s*+\.\s*+join\s*+\(\s*+[\[(]?\s*+{_PREFIX}$"
    rf"|\b(?:implode|join|Join)\s*+\(?\s*+{_EMPTY}\s*+,\s*+(?:array|new\s*+(?:\w+\s*+)?\[\]|\w+\.of|listOf|List)?\s*+[\[({{]?\s*+{_PREFIX}$"
    rf"|\bJoin\(\[\]string\{{\s*+$"
)
_JOINED_AFTER = re.compile(
    rf"\s*+,?\s*+[\])}}]?\s*+(?:\.\s*+(?:join|joined|mkString|joinToString|concat)\b\s*+(?:\(\s*+(?:separator\s*+[:=]\s*+)?{_EMPTY}?\s*+\)|(?!\s*+\())"
    rf"|-join\s*+{_EMPTY}|\|>\s*+(?:Enum\.join|String\.concat)|,\s*+{_EMPTY}\s*+\))"
)
_NAMED = re.compile(
    r"([\w$@]+)\s*(?::\s*[\w<>\[\], ]+?)?\s*:?=\s*(?:\w[\w.<>]*\s*)?(?:new\s+\w+\s*)?(?:\[\]\w+)?@?[\[({]\s*$"
)
_CONSTANT = re.compile(
    rf"(?<![\w$@.])[$@]?([A-Za-z_][\w]*)\s*(?::\s*[&'\w<>\[\]]+\s*)?(?::?=|=>|<-)\s*{_PREFIX}([\"'`])([{_KEY}]{{3,200}})\2"
)
_SUM = re.compile(r"(?<![\w$@.])[$@]?[A-Za-z_]\w*(?:\s*(?:\+|\.\.?|&|~|\|\||<>)\s*[$@]?[A-Za-z_]\w*)+")
_TEMPLATE = re.compile(r"(?:(?:[$#]?\{\s*[$@]?[A-Za-z_]\w*\s*\}|\$[A-Za-z_]\w*)[-]?){2,}")
_NAME = re.compile(r"[A-Za-z_]\w*")
_SPEAKING, _SOON = 3, 300


def joints(content: str, path: str | None, known: Joints) -> Iterator[Edit]:
    """What stands between the pieces of one string, to be taken out."""
    yield from (Edit(match.start(), match.end(), "") for match in _WITHIN.finditer(content))
    for match in _FOLDED.finditer(content):
        for gap in _BREAK.finditer(content, match.start(1), match.end(1)):
            yield Edit(gap.start(), gap.end(), "")
    for match in _WORDS.finditer(content):
        if _JOINED_AFTER.match(content, match.end() - 1):
            yield Edit(match.start(), match.end(), f'"{"".join(match[1].split())}"')
    yield from _between(content, (path or "").rpartition(".")[2].lower() in known.adjacent, known)


def _between(content: str, adjacent: bool, known: Joints) -> Iterator[Edit]:
    run: list[re.Match[str]] = []  # strings with commas, or with nothing but space, between them
    before: re.Match[str] | None = None
    for string in _STRING.finditer(content):
        gap = content[before.end() : string.start()] if before and string.start() - before.end() < 300 else None
        listed = False
        if before is not None and gap is not None:
            if _is_joint(content, before, gap, adjacent, known):
                yield Edit(before.end() - 1, string.start() + 1, "")
            elif (_COMMA.fullmatch(gap) or _BETWEEN.fullmatch(gap)) and _keyish(before) and _keyish(string):
                listed = True
        if listed:
            run = run or [before] if before else []
            run.append(string)
        elif run:
            yield from _list(content, run, known)
            run = []
        before = string
    if run:
        yield from _list(content, run, known)


def _keyish(string: re.Match[str]) -> bool:
    return _KEYISH.fullmatch(_inside(string)) is not None


def _inside(string: re.Match[str]) -> str:
    return string[string.lastindex or 1]


def _is_joint(content: str, before: re.Match[str], gap: str, adjacent: bool, known: Joints) -> bool:
    if _OPERATOR.fullmatch(gap) or (adjacent and _BETWEEN.fullmatch(gap)):
        return True
    if call := _CALL.fullmatch(gap):
        return call[1] in known.appending
    if again := _AGAIN.fullmatch(gap):
        line = content[content.rfind("\n", 0, before.start()) + 1 : before.start()]
        return re.match(rf"[\s\w$@:<>-]*?(?<![\w]){re.escape(again[1])}\b", line) is not None
    return False


def _list(content: str, run: list[re.Match[str]], known: Joints) -> Iterator[Edit]:
    """A list of strings that something joins with nothing between; or of single characters, which nobody else lists."""
    if _is_joined(content, run, known):
        for one, next_ in pairwise(run):
            yield Edit(one.end() - 1, next_.start() + 1, "")


def _is_joined(content: str, run: list[re.Match[str]], known: Joints) -> bool:
    start, end = run[0].start(), run[-1].end()
    head = content[max(0, start - 80) : start]
    if _JOINED_BEFORE.search(head) or _JOINED_AFTER.match(content, end):
        return True
    if (call := re.search(r"([\w.]+)!?\s*\(\s*[bBrRuUnN]?$", head)) and call[1].rpartition(".")[
        2
    ] in known.concatenating:
        return True
    if (call := re.search(r"\(\s*([\w.-]+)\s+$", head)) and call[1] in known.concatenating:
        return True
    if len(run) > 11 and all(len(_inside(string)) == 1 for string in run):
        return True
    named = _NAMED.search(head)
    if named is None:
        return False
    # What minified code calls ``o`` here is something else some lines on.
    region = content if len(named[1]) >= _SPEAKING else content[end : end + _SOON]
    return (
        re.search(
            rf"(?<![\w$@]){re.escape(named[1])}\s*\.\s*join\s*\(\s*{_EMPTY}?\s*\)"
            rf"|(?:{_EMPTY}\s*\.\s*join\s*\(|(?:implode|join)\s*\(\s*{_EMPTY}\s*,)\s*{re.escape(named[1])}\b",
            region,
        )
        is not None
    )


def constants(content: str) -> Iterator[Edit]:
    """Sums and templates of constants of the same file: ``A + B``, ``f"{A}{B}"``."""
    found = {match[1]: match for match in _CONSTANT.finditer(content)}
    if len(found) < 2:
        return
    for pattern in _SUM, _TEMPLATE:
        for match in pattern.finditer(content):
            pieces = [found.get(name) for name in _NAME.findall(match[0])]
            if all(pieces) and len(pieces) > 1:
                parts = [piece for piece in pieces if piece is not None]
                value = "".join(part[3] for part in parts)
                quote = '"' if pattern is _SUM else ""
                covers = tuple(part.span(3) for part in parts)
                yield Edit(match.start(), match.end(), f"{quote}{value}{quote}", covers=covers)
