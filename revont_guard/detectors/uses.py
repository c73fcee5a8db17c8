"""Which names of a text are sent to the vendor, or sign what the vendor sends: ``Bearer $TOKEN`` beside its host."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from revont_guard.catalog import Words

_NAME = r"(?:[A-Za-z_]\w{0,80}(?:\.|->|::|\?\.|\[[\"'])){0,4}(?P<name>[A-Za-z_]\w{0,80})"
# What may stand between a scheme and the name of a token: the end of a string, an operator, a format, a template.
_SENT = re.compile(
    r"\b(?:bearer(?:[_-]?(?:auth|token))?|authorization)\b"
    r"(?:%s\b|-f\b|\.format\b|\bstr\b|[\s\"'`+.,&|()<>{}\[\]$#@%~:=\\/0-]){1,32}+"
    rf"(?:-?token\s{{1,3}}\$)?(?={_NAME}(?!\w|[\"']?\s*[:=]))",
    re.IGNORECASE,
)
_HMAC = re.compile(r"hmac", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z_]\w{0,80}")
# ``from revont import A, B``, ``import { A } from "revont"``, ``const { A } = require("revont")``, ``a = new Revont(``.
_TAKEN = re.compile(
    r"\s*+(?:from\s++(?P<module>\S{1,200})\s++import\s++(?P<names>.{1,400})"
    r"|import\s++(?P<imports>.{1,300}?)\s++from\s++[\"'](?P<source>[^\"'\n]{1,200})"
    r"|(?:const|let|var)\s++(?P<bound>[^=\n]{1,300}?)\s*+=\s*+(?:await\s++)?(?:require|import)\s*+\(\s*+[\"'](?P<required>[^\"'\n]{1,200}))"
)
_MADE = re.compile(
    r"(?P<made>[A-Za-z_]\w{0,80})\s*(?::\s*[\w.<>]{1,80}\s*)?:?=\s*(?:new\s+|await\s+|&)?(?P<maker>[\w.:]{1,120})\s*[({]"
)
_HANDED = re.compile(r"(?P<to>[\w.:]{1,120}(?:\(\)[\w.]{1,60}){0,3})\s*\((?P<arguments>[^()\n]{1,300})\)")
_ARGUMENT = re.compile(r"(?:[A-Za-z_]\w{0,80}\.){0,4}([A-Za-z_]\w{0,80})\s*(?=,|$)")
_MOST = 1_000
_REACH = 160


@dataclass(frozen=True, slots=True)
class Use:
    """A ``name`` where a token is sent: ``[start, end)``."""

    start: int
    end: int
    name: str


def sent(content: str, words: Words) -> Sequence[Use]:
    """Where names are sent as tokens, the first thousand times."""
    found: list[Use] = []
    for match in _SENT.finditer(content):
        name = match["name"]
        if name.lower() not in words.schemes:
            found.append(Use(match.start("name"), match.end("name"), name))
            if len(found) == _MOST:
                break
    return found


def signing(content: str) -> Iterator[str]:
    """The words behind each mention of an HMAC: its key is among them."""
    done = 0
    for match in _HMAC.finditer(content):
        start = max(done, match.end())
        done = match.end() + _REACH
        for word in _WORD.finditer(content, start, done):
            yield word.group()


def belongings(lines: Iterable[str], is_vendors: Callable[[str], bool]) -> Iterator[str]:
    """The names that ``lines`` take from a module of the vendor's, or give to an object of its."""
    for line in lines:
        if taken := _TAKEN.match(line):
            module = taken["module"] or taken["source"] or taken["required"]
            if is_vendors(module):
                yield from _WORD.findall(taken["names"] or taken["imports"] or taken["bound"])
        for made in _MADE.finditer(line):
            if is_vendors(made["maker"]):
                yield made["made"]


def handed(lines: Iterable[str], is_vendors: Callable[[str], bool]) -> Iterator[str]:
    """The names that ``lines`` hand to something of the vendor's: ``useRevont(props.apiKey)``."""
    for line in lines:
        for call in _HANDED.finditer(line):
            if is_vendors(call["to"]):
                yield from _ARGUMENT.findall(call["arguments"])
