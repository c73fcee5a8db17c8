"""What stands at the top of a JSON document, told from its first bytes. Names and types are kept, never a value."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Callable
from typing import Literal

Type = Literal["object", "array", "string", "other"]
Members = dict[tuple[str, ...], Type]
_Step = Callable[[int], int | None]
_Token = tuple[re.Pattern[str], re.Pattern[str]]

_DEPTH = 2
_SPACE = re.compile(r"[ \t\n\r]*")
_CHARACTERS = r'(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*+'
# Each token as it is whole, and what the end of the text may leave of it.
_STRING = (
    re.compile(rf'"{_CHARACTERS}"'),
    re.compile(rf'"{_CHARACTERS}(?:\\(?:u[0-9A-Fa-f]{{0,3}})?)?\Z'),
)
_ATOM = (
    re.compile(r"(?:true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)(?![\w.+-])"),
    re.compile(r"(?:t(?:ru?)?|f(?:a(?:ls?)?)?|n(?:ul?)?|-|-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][+-]?[0-9]*)?)\Z"),
)
_KINDS: dict[str, Type] = {"{": "object", "[": "array", '"': "string"}
_CLOSING = {"{": "}", "[": "]"}


def members(body: bytes, *, cut: bool) -> Members | None:
    """The members of the object that ``body`` is, and of the objects right inside: a path of names and a type for each.

    ``cut``: more may follow, so the document need not be whole; but what is there must be JSON in UTF-8 up to the last
    byte, and nothing may follow an object that is closed. None where that is not so, or a member is there twice: then
    readers would differ on what it says. A document that is no object has no members.
    """
    try:
        text = codecs.getincrementaldecoder("utf-8")().decode(body, final=not cut)
    except UnicodeDecodeError:
        return None
    reader = _Reader(text)
    if not reader.read():
        return None
    if reader.is_closed:
        return reader.found if not cut or text.endswith(("}", "]")) else None
    return reader.found if cut else None


class _Reader:
    """Reads ``text`` as far as it goes. Without recursion: how deep it nests is not ours to choose."""

    def __init__(self, text: str) -> None:
        self.found: Members = {}
        self._text = text
        self._open: list[str] = []  # the brackets that are not closed
        self._names: list[str] = []  # of the members that lead to this place, one for each open object
        self._next: _Step = self._element

    @property
    def is_closed(self) -> bool:
        return self._next == self._nothing

    def read(self) -> bool:
        """Whether all of it is JSON, or the beginning of such."""
        at: int | None = 0
        while at is not None:
            space = _SPACE.match(self._text, at)
            at = space.end() if space else at
            if at == len(self._text):
                return True
            at = self._next(at)
        return False

    # Each of these takes what stands at ``at``, says where it ends, and sets what may follow. None: it is no JSON.

    def _element(self, at: int) -> int | None:
        kind = _KINDS.get(self._text[at], "other")
        if not self._note(kind):
            return None
        if kind in ("object", "array"):
            self._open.append(self._text[at])
            self._next = self._name_or_end if kind == "object" else self._element_or_end
            return at + 1
        self._next = self._after
        return _end(_STRING if kind == "string" else _ATOM, self._text, at)

    def _element_or_end(self, at: int) -> int | None:
        return self._close(at) if self._text[at] == "]" else self._element(at)

    def _name_or_end(self, at: int) -> int | None:
        return self._close(at) if self._text[at] == "}" else self._name(at)

    def _name(self, at: int) -> int | None:
        end = _end(_STRING, self._text, at)
        if end is not None and (name := _STRING[0].match(self._text, at)):
            self._names[self._open.count("{") - 1 :] = [json.loads(name[0])]
        self._next = self._colon
        return end

    def _colon(self, at: int) -> int | None:
        self._next = self._element
        return at + 1 if self._text[at] == ":" else None

    def _comma_or_end(self, at: int) -> int | None:
        if self._text[at] != ",":
            return self._close(at)
        self._next = self._name if self._open[-1] == "{" else self._element
        return at + 1

    def _close(self, at: int) -> int | None:
        wanted = _CLOSING[self._open.pop()]
        self._next = self._after
        return at + 1 if self._text[at] == wanted else None

    def _nothing(self, at: int) -> int | None:
        return None

    @property
    def _after(self) -> _Step:
        """What may follow a value."""
        return self._comma_or_end if self._open else self._nothing

    def _note(self, kind: Type) -> bool:
        """Notes the value that begins here, if it is a member near the top. False: there was one of that name."""
        if not 1 <= len(self._open) <= _DEPTH or "[" in self._open:
            return True
        path = tuple(self._names[: len(self._open)])
        if path in self.found:
            return False
        self.found[path] = kind
        return True


def _end(token: _Token, text: str, at: int) -> int | None:
    """Where the token at ``at`` ends, whole or cut off by the end of the text."""
    found = next((match for pattern in token if (match := pattern.match(text, at))), None)
    return found.end() if found else None
