"""Command lines that make requests: curl, wget, httpie and their like, by the options of ``rules/shell.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from revont_guard import catalog
from revont_guard.flow.values import HOLE, Glued, Known, OneOf, Row, Table, Unknown, Value, texts

_ITEM = re.compile(r"^([\w-]+)(:=@|:=|==|=@|=|:|@)(.*)$", re.DOTALL)
_URL = re.compile(r"^[a-z]+://|^[/.:\w-]+\.[\w-]|^/|^:|^" + HOLE)


@dataclass(frozen=True)
class Command:
    """A command of ``shell.toml``: which of its options mean what."""

    method: frozenset[str]
    header: frozenset[str]
    url: frozenset[str]
    base: frozenset[str]
    auth: frozenset[str]
    post: frozenset[str]
    put: frozenset[str]
    head: frozenset[str]
    get: frozenset[str]
    opaque: frozenset[str]
    valued: frozenset[str]
    also: tuple[str, ...] = ()
    items: bool = False

    def takes_value(self, option: str) -> bool:
        return any(
            option in known
            for known in (self.method, self.header, self.url, self.auth, self.post, self.put, self.opaque, self.valued)
        )


@dataclass(slots=True)
class CommandLine:
    """What a command line says of its request."""

    method: Value
    urls: list[Value] = field(default_factory=list)
    held: list[Value] = field(default_factory=list)


@cache
def commands() -> dict[str, Command]:
    """By name."""
    found: dict[str, Command] = {}
    for name, entry in tomllib.loads(catalog.text("shell.toml")).items():
        lists = {key: frozenset(value) for key, value in entry.items() if key not in ("items", "also")}
        command = Command(**lists, also=tuple(entry.get("also", ())), items=bool(entry.get("items")))
        found |= dict.fromkeys((name, *command.also), command)
    return found


def read(name: str, arguments: list[Value]) -> CommandLine | None:
    """The request of a command line; None where it names no address."""
    command = commands()[name]
    told = CommandLine(Known("GET"))
    explicit: Value | None = None
    implied = "GET"
    forced = ""
    pending: str | None = None
    for value in _flat(arguments):
        if pending is not None:
            explicit, implied, forced = _option(command, pending, value, told, (explicit, implied, forced))
            pending = None
            continue
        for option, given in _options(value, command):
            if option is None:
                break
            if given is None and command.takes_value(option):
                pending = option
            else:
                explicit, implied, forced = _option(
                    command, option, given or Known(""), told, (explicit, implied, forced)
                )
        else:
            continue
        implied, explicit = _plain(command, value, told, implied, explicit)
    told.method = explicit or Known(forced or implied)
    return told if told.urls else None


def _flat(values: list[Value]) -> Iterator[Value]:
    for value in values:
        if isinstance(value, Row):
            yield from _flat(value.items)
        elif isinstance(value, OneOf) and any(isinstance(option, Row) for option in value.options):
            for option in value.options:
                yield from _flat([option])
        else:
            yield value


def _options(value: Value, command: Command) -> Iterator[tuple[str | None, Value | None]]:
    """The options in a word, each with its value if that is in the word, too; (None, None) for what is none."""
    first = value.pieces[0] if isinstance(value, Glued) and value.pieces else value
    if not isinstance(first, Known) or not first.text.startswith("-") or first.text in ("-", "--"):
        yield None, None
        return
    text = first.text
    rest: list[Value] = list(value.pieces[1:]) if isinstance(value, Glued) else []
    if text.startswith("--"):
        name, sign, inside = text.partition("=")
        yield name, (Glued([Known(inside), *rest]) if rest else Known(inside)) if sign else None
        return
    for at in range(1, len(text)):
        option = f"-{text[at]}"
        if command.takes_value(option):
            inside = text[at + 1 :]
            yield option, (Glued([Known(inside), *rest]) if rest else Known(inside)) if inside or rest else None
            return
        yield option, Known("")


def _option(
    command: Command, option: str, value: Value, told: CommandLine, so_far: tuple[Value | None, str, str]
) -> tuple[Value | None, str, str]:
    explicit, implied, forced = so_far
    if option in command.method:
        explicit = value
    elif option in command.header:
        told.held.append(value)
    elif option in command.auth:
        told.held.append(Table([(Known("auth"), value)]))
    elif option in command.url:
        told.urls.append(value)
    elif option in command.post:
        implied = "POST"
    elif option in command.put:
        implied = "PUT"
    elif option in command.head:
        implied = "HEAD"
    elif option in command.get:
        forced = "GET"
    elif option in command.opaque:
        explicit = Unknown("dynamic method")
        told.urls.append(Unknown("dynamic path"))
    return explicit, implied, forced


def _plain(
    command: Command, value: Value, told: CommandLine, implied: str, explicit: Value | None
) -> tuple[str, Value | None]:
    """A word that is no option: an address, or for httpie a method, a header or a field."""
    if command.items:
        words = texts(value)
        if not told.urls and explicit is None and all(re.fullmatch(r"[A-Z]{3,7}", word) for word in words):
            return implied, value
        found = _ITEM.match(words[0]) if told.urls else None
        if found:
            if found[2] == ":":
                told.held.append(value)
            elif found[2] != "==":
                implied = "POST"
            return implied, explicit
    told.urls.append(value)
    return implied, explicit
