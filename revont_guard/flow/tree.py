"""What a program says, in one form for every language: expressions, and the scopes in which names stand for them.

Statements are gone: a name stands for everything that is assigned to it anywhere in its scope.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

At = tuple[int, int]
"""Line and column, 1-based; the column counts bytes of UTF-8."""


@dataclass(slots=True, eq=False)
class Node:
    """An expression, and where it begins."""

    at: At

    def children(self) -> Iterator[Node]:
        """The expressions in it."""
        return iter(())


@dataclass(slots=True, eq=False)
class Text(Node):
    """A literal as text; ``string``: whether it is one in the program, and not a number or a constant."""

    value: str
    string: bool = True


@dataclass(slots=True, eq=False)
class Name(Node):
    id: str


@dataclass(slots=True, eq=False)
class This(Node):
    """The instance that a method runs on."""


@dataclass(slots=True, eq=False)
class Attribute(Node):
    of: Node
    name: str

    def children(self) -> Iterator[Node]:
        yield self.of


@dataclass(slots=True, eq=False)
class Item(Node):
    of: Node
    key: Node

    def children(self) -> Iterator[Node]:
        yield self.of
        yield self.key


@dataclass(slots=True, eq=False)
class Argument:
    """``name``: of one that is given by name. ``spread``: what it holds is given, each by its name or place."""

    value: Node
    name: str | None = None
    spread: bool = False


@dataclass(slots=True, eq=False)
class Call(Node):
    """``new``: that it makes an instance is plain to see."""

    callee: Node
    arguments: list[Argument]
    new: bool = False

    def children(self) -> Iterator[Node]:
        yield self.callee
        yield from (argument.value for argument in self.arguments)


@dataclass(slots=True, eq=False)
class Join(Node):
    """Texts, one behind the other."""

    parts: list[Node]

    def children(self) -> Iterator[Node]:
        return iter(self.parts)


@dataclass(slots=True, eq=False)
class Choice(Node):
    """One of them. ``fallback``: the later ones stand in for the first."""

    options: list[Node]
    fallback: bool = False

    def children(self) -> Iterator[Node]:
        return iter(self.options)


@dataclass(slots=True, eq=False)
class Mapping(Node):
    """Keys and what they lead to; a key of None: all of that is taken in."""

    entries: list[tuple[Node | None, Node]]

    def children(self) -> Iterator[Node]:
        for key, value in self.entries:
            if key is not None:
                yield key
            yield value


@dataclass(slots=True, eq=False)
class Sequence(Node):
    items: list[Node]

    def children(self) -> Iterator[Node]:
        return iter(self.items)


@dataclass(slots=True, eq=False)
class Spread(Node):
    """In a sequence: everything that ``of`` holds."""

    of: Node

    def children(self) -> Iterator[Node]:
        yield self.of


@dataclass(slots=True, eq=False)
class Each(Node):
    """Any of what ``of`` holds: the variable of a loop."""

    of: Node

    def children(self) -> Iterator[Node]:
        yield self.of


@dataclass(slots=True, eq=False)
class Function(Node):
    """A function as a value."""

    scope: Scope


@dataclass(slots=True, eq=False)
class Other(Node):
    """What no rule of the language tells of, with the expressions in it."""

    kind: str
    parts: list[Node]

    def children(self) -> Iterator[Node]:
        return iter(self.parts)


@dataclass(slots=True, eq=False)
class Import(Node):
    """``module`` as it is written; ``name`` of what is taken from it, None for all of it."""

    module: str
    name: str | None


@dataclass(slots=True, eq=False)
class Parameter:
    """``kind``: ``*`` takes the rest by place, ``**`` the rest by name. ``type``: as it is written."""

    name: str
    default: Node | None = None
    kind: str = ""
    type: str | None = None


@dataclass(slots=True, eq=False)
class Scope:
    """A module, class or function: what its names stand for.

    ``changes``: by the name that leads to it, what is handed to an object afterwards (``headers.update(…)``,
    ``o.a = …``); for attributes of the instance, the class has them. ``loose``: a method that needs no instance.
    ``marked``: it has decorators or annotations, so something else may call it.
    """

    kind: str
    name: str
    file: File
    parent: Scope | None
    at: At = (1, 1)
    parameters: list[Parameter] = field(default_factory=list)
    names: dict[str, list[Node | Scope]] = field(default_factory=dict)
    changes: dict[str, list[Node]] = field(default_factory=dict)
    results: list[Node] = field(default_factory=list)
    bases: list[Node] = field(default_factory=list)
    loose: bool = False
    marked: bool = False
    is_property: bool = False

    def bind(self, name: str, value: Node | Scope) -> None:
        self.names.setdefault(name, []).append(value)

    def change(self, name: str, value: Node) -> None:
        self.changes.setdefault(name, []).append(value)

    def enclosing(self, kind: str) -> Scope | None:
        """The nearest scope of that kind, itself or round it."""
        scope: Scope | None = self
        while scope is not None and scope.kind != kind:
            scope = scope.parent
        return scope


@dataclass(slots=True, eq=False)
class File:
    """A file as it was read. ``calls``: every call in it, with the scope that it stands in. ``mentions``: how often
    attributes are spoken of without being called.

    ``why``: what of it was not understood.
    """

    path: str
    language: str
    scope: Scope = field(init=False)
    calls: list[tuple[Call, Scope]] = field(default_factory=list)
    roots: list[tuple[Node, Scope]] = field(default_factory=list)
    mentions: Counter[str] = field(default_factory=Counter)
    why: str | None = None
