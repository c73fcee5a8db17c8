"""What an expression may be worth: texts as far as they are known, settings from outside, objects, code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from revont_guard.flow.tree import At, Call, File, Node, Scope

MOST = 16
"""How many alternatives are told apart."""

HOLE = "\0"
"""Stands in a text for what is not known."""


class Value:
    """What an expression is worth."""

    __slots__ = ()

    def parts(self) -> Iterable[Value]:
        """What it is made of."""
        return ()


@dataclass(slots=True, eq=False)
class Known(Value):
    text: str
    string: bool = True


@dataclass(slots=True, eq=False)
class Glued(Value):
    pieces: list[Value]

    def parts(self) -> Iterable[Value]:
        return self.pieces


@dataclass(slots=True, eq=False)
class OneOf(Value):
    options: list[Value]

    def parts(self) -> Iterable[Value]:
        return self.options


@dataclass(slots=True, eq=False)
class Table(Value):
    """A key of None: any."""

    entries: list[tuple[Value | None, Value]]

    def parts(self) -> Iterable[Value]:
        return [value for _, value in self.entries]

    def get(self, name: str) -> Value | None:
        """What stands under a name, the last first; what may stand under it where keys are not known."""
        loose: list[Value] = []
        for key, value in reversed(self.entries):
            if isinstance(key, Known):
                if key.text == name:
                    return one_of([value, *loose])
            else:
                loose.append(value)
        return Unknown("dynamic key", loose) if loose else None


@dataclass(slots=True, eq=False)
class Row(Value):
    items: list[Value]

    def parts(self) -> Iterable[Value]:
        return self.items


@dataclass(slots=True, eq=False)
class Open(Value):
    """What a parameter is given, as long as it is not known by whom the function is called."""

    scope: Scope
    name: str


@dataclass(slots=True, eq=False)
class OpenSelf(Value):
    """An instance of a class, as long as it is not known which."""

    cls: Scope
    method: Scope | None


@dataclass(slots=True, eq=False)
class Made(Value):
    """An instance, with the call that made it."""

    cls: Scope
    call: Call | None
    frame: Frame


@dataclass(slots=True, eq=False)
class External(Value):
    """Something of a library, by its path: ``requests.Session().headers``. The ``call`` that gave it, if one did."""

    path: str
    call: Call | None = None
    frame: Frame | None = None
    of: Value | None = None

    def parts(self) -> Iterable[Value]:
        return [self.of] if self.of is not None else []


@dataclass(slots=True, eq=False)
class Code(Value):
    """A function of the project, bound to an instance or not."""

    scope: Scope
    instance: Value | None = None
    frame: Frame | None = None


@dataclass(slots=True, eq=False)
class Class(Value):
    scope: Scope


@dataclass(slots=True, eq=False)
class Module(Value):
    file: File


@dataclass(slots=True, eq=False)
class Package(Value):
    """Go: the files of a folder."""

    files: list[File]


@dataclass(slots=True, eq=False)
class Setting(Value):
    """What comes from outside under a name: ``kind`` env, config or parameter."""

    kind: str
    name: str
    at: At
    path: str
    default: Value | None = None

    def parts(self) -> Iterable[Value]:
        return [self.default] if self.default is not None else []


@dataclass(slots=True, eq=False)
class Unknown(Value):
    """``reason``: of the closed list. ``mixed``: what is in it all the same."""

    reason: str
    mixed: list[Value] = field(default_factory=list)

    def parts(self) -> Iterable[Value]:
        return self.mixed


class Frame:
    """A scope that is being run: what its parameters are given, and on which instance.

    ``arguments`` None: nobody has called it yet. ``receiver``: what the instance was called by, and where.
    ``chain``: the calls that led here, the outermost first.
    """

    __slots__ = ("arguments", "cache", "chain", "instance", "outer", "receiver", "scope")

    def __init__(
        self,
        scope: Scope,
        arguments: dict[str, tuple[Node, Frame]] | None = None,
        instance: Value | None = None,
        outer: Frame | None = None,
        chain: tuple[tuple[str, At], ...] = (),
    ) -> None:
        self.scope = scope
        self.arguments = arguments
        self.instance = instance
        self.outer = outer
        self.chain = chain
        self.receiver: tuple[Node, Frame] | None = None
        self.cache: dict[int, Value | None] = {}


def one_of(options: Iterable[Value]) -> Value:
    """Any of some values."""
    flat: dict[object, Value] = {}
    for option in options:
        for one in option.options if isinstance(option, OneOf) else [option]:
            flat.setdefault((one.text, one.string) if isinstance(one, Known) else id(one), one)
        if len(flat) > 4 * MOST:
            break
    found = list(flat.values())[: 4 * MOST]
    if len(found) == 1:
        return found[0]
    return OneOf(found) if found else Unknown("nothing")


def texts(value: Value, depth: int = 0) -> list[str]:
    """What a value is as a text, alternatives apart; what is not known of it is a HOLE."""
    if depth > 40:
        return [HOLE]
    match value:
        case Known(text=text):
            return [text]
        case Glued(pieces=pieces):
            found = [""]
            for piece in pieces:
                options = texts(piece, depth + 1)
                if len(found) * len(options) > MOST:
                    options = [HOLE]
                found = [before + option for before in found for option in options]
            return found
        case OneOf(options=options):
            told = dict.fromkeys(text for option in options for text in texts(option, depth + 1))
            return list(told) if len(told) <= 4 * MOST else [HOLE]
        case Setting(default=default) if default is not None:
            return texts(default, depth + 1)
        case _:
            return [HOLE]


def leaves(value: Value, limit: int = 2000) -> Iterator[Value]:
    """Everything that a value is made of, itself included."""
    stack = [value]
    seen: set[int] = set()
    while stack and len(seen) < limit:
        one = stack.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        stack.extend(one.parts())


def options(value: Value) -> list[Value]:
    """Its alternatives."""
    return value.options if isinstance(value, OneOf) else [value]


def instance_of(frame: Frame) -> Value | None:
    """The instance that a frame runs on, its own or that of what is round it."""
    at: Frame | None = frame
    while at is not None:
        if at.instance is not None:
            return at.instance
        at = at.outer
    return None
