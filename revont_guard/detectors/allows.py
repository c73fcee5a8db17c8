"""Comments that accept what stands in a line: ``revont-guard: allow[rule-id] reason (until YYYY-MM-DD)``.

One at the end of a line speaks for that line; one that has a line to itself speaks for the next line that is no such
comment. The pragma of detect-secrets is read as well, in both of its forms.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from revont_guard.detectors.text import Text, decode
from revont_guard.model import Allow, Blob, Location

_MOST_OF_A_LINE = 20
# What begins a comment in some language, or a text; or the marker stands first in its line, as in a message.
_OPENS = r"(?:^|\#|//|/\*|\*|<!--|--|;|%|['\"!]|::|\{\#?-|\brem\b|\bdnl\b|\{\{!)[ \t]*"
_OURS = re.compile(
    _OPENS + r"(?P<text>revont-guard:[ \t]*allow\b[ \t]*(?:\[(?P<rules>[^\]\r\n]{0,300})\])?)",
    re.IGNORECASE | re.MULTILINE,
)
_THEIRS = re.compile(
    _OPENS + r"(?P<text>pragma:[ ]?(?:allow|white)list[ -](?P<next>nextline[ -])?secret\b)",
    re.IGNORECASE | re.MULTILINE,
)
# What may stand before a comment that has its line to itself: what opens it, or the name of a field of JSON.
_ALONE = re.compile(
    r"[\s#/*<!\-;:%'\"({@]*(?:(?:rem|dnl)\b\s*)?|\s*\"[^\"\r\n]{0,99}\"\s*:\s*\"",
    re.IGNORECASE,
)
_REST = re.compile(r"[^\r\n]{0,500}")
_UNTIL = re.compile(r"\(\s*until\b[\s:]*([^()]{0,40}?)\s*(?:\)|$)", re.IGNORECASE)
_CLOSES = re.compile(r"\*/|--%?>|%>|[#*%-]?\}\}|[#*%-]\}|#>|\*\)|\*[#@]|['\"]\s*+[)\]},;]*+\s*+$")


def allows(blob: Blob) -> list[Allow]:
    """The comments in ``blob`` that accept something, in order."""
    if not _may_hold(blob.data):
        return []
    text = Text(decode(blob.data))
    matches = list(_OURS.finditer(text.content))
    ends = [*(match.start() for match in matches[1:]), len(text.content)]
    ours = [_Comment(text, match, end) for match, end in zip(matches, ends, strict=False)]
    targets: dict[int, int] = {}
    for line in sorted({comment.line for comment in ours if comment.alone}, reverse=True):
        targets[line] = targets.get(line + 1, line + 1)
    found = [comment.allow(blob, targets.get(comment.line, comment.line)) for comment in ours]
    found += [_theirs(blob, text, match) for match in _THEIRS.finditer(text.content)]
    return list(_few(sorted(found, key=_position)))


def _few(found: list[Allow]) -> Iterator[Allow]:
    """The first that speak for each line: a line of very many keys, each held against as many comments, costs much."""
    counts: Counter[int] = Counter()
    for allow in found:
        counts[allow.line] += 1
        if counts[allow.line] <= _MOST_OF_A_LINE:
            yield allow


def _may_hold(data: bytes) -> bool:
    lower = data.lower()
    return b"allow" in lower or b"whitelist" in lower or b"\0" in data


class _Comment:
    """A comment of ours, which ends before ``end``: its 0-based ``line``, and whether it is ``alone`` in it."""

    __slots__ = ("_match", "_said", "_text", "alone", "line")

    def __init__(self, text: Text, match: re.Match[str], end: int) -> None:
        self._text = text
        self._match = match
        at = match.start("text")
        found = _REST.match(text.content, match.end(), end)
        rest = found[0] if found else ""
        self._said, after = rest, ""
        if at and text.content[at - 1] == '"':
            self._said, _, after = rest.partition('"')
        elif closes := _CLOSES.search(rest):
            self._said, after = rest[: closes.start()], rest[closes.end() :]
        self.line = text.line_of(at)
        start = text.line_starts[self.line]
        near = at - start < 200 and _ALONE.fullmatch(text.content, start, at)
        self.alone = bool(near) and not after.strip(" \t,;)]}")

    def allow(self, blob: Blob, target: int) -> Allow:
        until = _UNTIL.search(self._said)
        reason = " ".join(_UNTIL.sub("", self._said).strip(" \t:-–—").split())
        rules = tuple(rule.strip() for rule in (self._match["rules"] or "").split(","))
        location = _location(blob, self._text, self._match)
        return Allow(location, target + 1, rules, reason or None, until[1] if until else None)


def _theirs(blob: Blob, text: Text, match: re.Match[str]) -> Allow:
    line = text.line_of(match.start("text")) + 1
    return Allow(_location(blob, text, match), line + (match["next"] is not None), ())


def _location(blob: Blob, text: Text, match: re.Match[str]) -> Location:
    line, column = text.position(match.start("text"))
    return blob.at(line, column, column + len(match["text"].rstrip()))


def _position(allow: Allow) -> tuple[int, int]:
    return allow.location.line or 0, allow.location.column or 0
