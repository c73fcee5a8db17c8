"""Markdown in which text from outside stays text: no link, image, HTML, mention or reference, no cell that ends early.

Backslashes do not keep GitHub and GitLab from linking ``@name``, ``#1`` or a bare URL; they leave alone what is code.
"""

from __future__ import annotations

import re

from revont_guard.formats.text import visible

_PARTS = re.compile(r"(\(?)(.*?)([.,;:!?)]*)")
_WORD = re.compile(r"(?![0-9a-fA-F]{7,40}$)[^\W\d_]+(?:['’-][^\W\d_]+)*|[→…–—×]")


def code(text: str) -> str:
    """``text``, whatever it is, as code. What would end the span or a table's cell is shown as an escape."""
    shown = visible(text).replace("`", r"\x60").replace("|", r"\x7c")
    return f"`{shown}`" if shown and shown == shown.strip() else f"` {shown} `"


def prose(text: str) -> str:
    """``text``, whatever it is, as a sentence: what is no plain word in it stands as code."""
    return " ".join(map(_word, visible(text).split()))


def plain(text: str) -> str:
    """A text of ours, from rules/ or the code, as it is."""
    return "".join(f"\\{c}" if c in "\\`*_[]<>|&" else c for c in text)


def _word(word: str) -> str:
    parts = _PARTS.fullmatch(word)
    assert parts
    before, core, after = parts.groups()
    if _WORD.fullmatch(core) or (core.isdecimal() and core.isascii() and len(core) < 7 and after in ("", ",")):
        return word
    return f"{before}{code(core)}{after}" if core else code(word)
