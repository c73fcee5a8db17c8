"""Escapes of single characters: ``\\x41``, ``\\u0041``, ``%41``, ``&#65;``, ``\\"`` in a string inside a string."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from revont_guard.detectors.readings.edits import Edit

_HEX = r"[0-9A-Fa-f]"
_ESCAPE = re.compile(
    rf"\\{{1,8}}(?:u(?P<u>{_HEX}{{4}})|u\{{(?P<braced>{_HEX}{{1,6}})\}}|x(?P<x>{_HEX}{{2}}))"
    rf"|%(?:25){{0,4}}(?P<percent>{_HEX}{{2}})"
    rf"|&(?P<entity>#[0-9]{{1,7}}|#[xX]{_HEX}{{1,6}}|quot|apos|amp|lt|gt|equals|colon|sol|period|lowbar|hyphen|dash);"
    r"|\\(?P<octal>[0-3][0-7]{2})"
)
_NESTED = re.compile(r"\\{1,8}(?P<char>[\"'/]|[nrt](?![a-z]*[\\/:]))")
# A quoted name inside a quoted text, or a whole program in one string.
_IS_NESTED = re.compile(r"\\[\"'][\w.$-]{1,80}\\[\"']\s{0,9}:|\\n[^\\\n]{0,200}\\n")
_CONTROL = {"n": "\n", "r": "\n", "t": "\t"}


def escapes(content: str) -> Iterator[Edit]:
    """Each escaped character of ``content`` that prints."""
    if "\\" in content or "%" in content or "&" in content:
        for match in _ESCAPE.finditer(content):
            char = _char(match)
            if char is not None:
                yield Edit(match.start(), match.end(), char)


def nested(content: str) -> Iterator[Edit]:
    """The escaped quotes and line breaks, where a text with quotes of its own stands in a string."""
    if "\\" in content and _IS_NESTED.search(content):
        for match in _NESTED.finditer(content):
            yield Edit(match.start(), match.end(), _CONTROL.get(match["char"], match["char"]))


def _char(match: re.Match[str]) -> str | None:
    """The character, if it is one that a key or the text round it is made of: others stay escaped."""
    if entity := match["entity"]:
        char = html.unescape(f"&{entity};")
    else:
        octal = match["octal"]
        digits = match["u"] or match["braced"] or match["x"] or match["percent"]
        code = int(octal, 8) if octal else int(digits, 16)
        char = chr(code) if code < 0x110000 else ""
    return char if len(char) == 1 and (" " <= char <= "~" or (char == "\n" and match["percent"])) else None
