"""Comments that accept what stands in a line: ``revont-guard: allow[rule-id] reason (until YYYY-MM-DD)``.

One at the end of a line speaks for that line; one that has a line to itself speaks for the next line that is no such
comment. The pragma of detect-secrets is read as well, in both of its forms.
"""

from __future__ import annotations

import re
from dataclasses import replace

from revont_guard.detectors.text import Text, decode
from revont_guard.model import Allow, Blob, Location

# What begins a comment in some language, or a text; or the marker stands first in its line, as in a message.
_OPENS = r"(?:^|\#|//|/\*|\*|<!--|--|;|%|['\"!]|\brem\b|\bdnl\b|\{\{!)[ \t]*"
_OURS = re.compile(
    _OPENS + r"(?P<text>revont-guard:[ \t]*allow\b[ \t]*(?:\[(?P<rules>[^\]\r\n]{0,300})\])?(?P<rest>[^\r\n]{0,500}))",
    re.IGNORECASE | re.MULTILINE,
)
_THEIRS = re.compile(
    _OPENS + r"(?P<text>pragma:[ ]?(?:allow|white)list[ -](?P<next>nextline[ -])?secret\b)",
    re.IGNORECASE | re.MULTILINE,
)
_ALONE = re.compile(r"[\s#/*<!\-;%'\"({@]*(?:(?:rem|dnl)\b\s*)?", re.IGNORECASE)
_UNTIL = re.compile(r"\(\s*until\s+([^()]{1,40}?)\s*\)", re.IGNORECASE)
_CLOSES = re.compile(r"\s*(?:\*/\s*\}?|--%?>|%>|\}\}|#\}|\*\)|['\"]\s*[)\]},;]*)?\s*$")


def allows(blob: Blob) -> list[Allow]:
    """The comments in ``blob`` that accept something, in order."""
    if not _may_hold(blob.data):
        return []
    text = Text(decode(blob.data))
    ours = [(text.line_of(match.start("text")), match) for match in _OURS.finditer(text.content)]
    alone = {line for line, match in ours if _is_alone(text, line, match)}
    found = [_ours(blob, text, match, _target(line, alone)) for line, match in ours]
    return sorted(found + [_theirs(blob, text, match) for match in _THEIRS.finditer(text.content)], key=_position)


def _may_hold(data: bytes) -> bool:
    lower = data.lower()
    return b"allow" in lower or b"whitelist" in lower or b"\0" in data


def _is_alone(text: Text, line: int, match: re.Match[str]) -> bool:
    start = text.line_starts[line]
    return match.start("text") - start < 200 and _ALONE.fullmatch(text.content, start, match.start("text")) is not None


def _target(line: int, alone: set[int]) -> int:
    while line in alone:
        line += 1
    return line


def _ours(blob: Blob, text: Text, match: re.Match[str], target: int) -> Allow:
    rest = _CLOSES.sub("", match["rest"])
    until = _UNTIL.search(rest)
    reason = " ".join(_UNTIL.sub("", rest).strip(" \t:-–—").split())
    rules = tuple(rule.strip() for rule in (match["rules"] or "").split(","))
    return Allow(_location(blob, text, match), target + 1, rules, reason or None, until[1] if until else None)


def _theirs(blob: Blob, text: Text, match: re.Match[str]) -> Allow:
    location = _location(blob, text, match)
    return Allow(location, (location.line or 1) + (match["next"] is not None), ())


def _location(blob: Blob, text: Text, match: re.Match[str]) -> Location:
    line, column = text.position(match.start("text"))
    return replace(blob.origin, line=line, column=column, end_column=column + len(match["text"].rstrip()))


def _position(allow: Allow) -> tuple[int, int]:
    return allow.location.line or 0, allow.location.column or 0
