"""What is said of a value in a comment: behind it, above its paragraph, or below the head of its function."""

from __future__ import annotations

import re

from revont_guard.detectors.candidates import Candidate
from revont_guard.detectors.text import Text

_COMMENT = re.compile(r"^\s*(?:#|//|/\*|\*|--|;|<!--|%|\"\"\"|'''|REM\b|rem\b|@REM\b|=begin|>|\|)")
_TRAILING_COMMENT = re.compile(r"(?:#|//|/\*|--|<!--|(?<=\s);|\s'\s)\s*([^\n]{2,200})")
_REACH = 40
"""Lines of a paragraph."""
_LONG_LINE = 2_000
_END = 600
"""Characters at the end of a line in which the head of a function is looked for."""


class Comments:
    """The comments of one text."""

    def __init__(self, text: Text) -> None:
        self._text = text

    def of(self, candidate: Candidate) -> tuple[str, str]:
        """The comment behind a candidate on its line, and the comment or heading that its paragraph has."""
        line = self._text.line_of(candidate.start)
        rest = self._text.content[candidate.end : min(self._text.line_span(line)[1], candidate.end + 300)]
        behind = _TRAILING_COMMENT.search(re.sub(r"[a-z]+://\S*", "", rest))
        if candidate.start - self._text.line_starts[line] > _LONG_LINE:
            return (behind[1] if behind else "", "")
        return (behind[1] if behind else "", self._above(line) or self._below(line))

    def _below(self, line: int) -> str:
        """What the head of a function is told to be for: its docstring."""
        if line + 1 >= len(self._text.line_starts) or not self._text.line(line)[-_END:].rstrip().endswith((":", "{")):
            return ""
        below = self._text.line(line + 1)[:400]
        return below if below.lstrip().startswith(('"""', "'''", "//", "/*")) else ""

    def _above(self, line: int) -> str:
        blank = False
        for above in range(line - 1, max(-1, line - _REACH), -1):
            content = self._text.line(above)[:400]
            stripped = content.strip()
            if not stripped:
                if blank or line - above > 3:
                    return ""
                blank = True
            elif _COMMENT.match(content):
                return content
            elif re.fullmatch(r"[=\-~^]{3,}", stripped):
                return self._text.line(above - 1) if above else ""
            elif stripped.endswith(":") and line - above <= 2:
                return content
            elif blank:
                return ""
        return ""
