"""The requests that a program makes: method and path as far as they are known, and with which key.

A call is a request by its shape. What is open in it (parameters, the instance) is closed by trying every caller, until
nothing is open or nobody calls.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from revont_guard.flow.evaluate import Evaluator
from revont_guard.flow.project import Project
from revont_guard.flow.tree import At, Call, Scope
from revont_guard.flow.values import (
    HOLE,
    Class,
    Code,
    Frame,
    OneOf,
    Open,
    OpenSelf,
    Setting,
    Unknown,
    Value,
    leaves,
    options,
    texts,
)
from revont_guard.usage.addresses import first_segment
from revont_guard.usage.callers import Caller, Callers
from revont_guard.usage.shape import VERBS, Parts, Shapes, external_verb
from revont_guard.usage.tokens import tokens

MOST_CLOSINGS = 1_000
"""How many ways to one call are tried."""

_MOST_STEPS = 2_000_000
"""How many expressions of a project are looked at for its requests: some half a minute."""

_DEEPEST = 8


@dataclass(slots=True, eq=False)
class Request:
    """One request, as it stands after some callers: ``methods`` and ``addresses`` with HOLEs.

    ``file`` and ``at``: where method and address are told; ``chain``: the calls that lead there and on, the outermost
    first; ``sent``: the call that makes it. ``keys``: what stands where a token does. ``still_open``: something is left
    that nobody supplies. ``holes``: why parts are not known. ``known``: the library is one that the rules know.
    ``dead``: it is in a method that nothing in the tree calls.
    """

    file: str
    at: At
    scope: Scope
    methods: frozenset[str]
    addresses: tuple[str, ...]
    keys: tuple[Value, ...]
    chain: tuple[tuple[str, At], ...]
    known: bool
    still_open: bool
    holes: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    base_names: tuple[str, ...] = ()
    sent: tuple[str, At] = ("", (1, 1))
    dead: bool = False


@dataclass(frozen=True, slots=True)
class _Way:
    """How a request is come to: ``named`` is where its method and address are told, ``calls`` all that lead there."""

    named: tuple[str, At]
    calls: tuple[tuple[str, At], ...] = ()
    sent: tuple[str, At] | None = None

    def from_(self, path: str, at: At, *, named: bool) -> _Way:
        return _Way(self.named if named else (path, at), ((path, at), *self.calls), self.sent or self.named)

    @property
    def chain(self) -> tuple[tuple[str, At], ...]:
        """All but the place where it is named, the outermost call first."""
        return tuple(place for place in (*self.calls, *([self.sent] if self.sent else ())) if place != self.named)


class Requests:
    """The requests of a project. ``known``: the paths of libraries that make some.

    ``given_up``: calls that may be requests, and to which there are more ways than can be tried.
    """

    def __init__(self, project: Project, known: re.Pattern[str]) -> None:
        self.project = project
        self._shapes = Shapes(project, known)
        self._callers = Callers(project)
        self._count = 0
        self._spent = 0
        self.given_up: dict[tuple[str, At], None] = {}

    @property
    def consulted(self) -> set[object]:
        """See :class:`~revont_guard.usage.shape.Shapes`."""
        return self._shapes.consulted

    def all(self) -> Iterator[Request]:
        """Every request of the project, in the order of its files."""
        for file in self.project.all:
            for call, scope in file.calls:
                if self._shapes.may_be(call, scope):
                    yield from self._closed(call, scope)

    def _closed(self, call: Call, scope: Scope) -> Iterator[Request]:
        evaluator = Evaluator(self.project)
        self._count = 0
        function = scope
        frame = evaluator.open_frame(function)
        if self._is_projects(call, frame, evaluator) or isinstance(evaluator.value(call, frame), Setting):
            return
        yield from self._tried(call, scope, frame, evaluator, _Way((scope.file.path, call.at)), frozenset())

    def _is_projects(self, call: Call, frame: Frame, evaluator: Evaluator) -> bool:
        """Whether the call leads into the project: then it is no request itself."""
        value = evaluator.value(call.callee, frame)
        options = value.options if isinstance(value, OneOf) else [value]
        return all(isinstance(one, (Code, Class)) for one in options)

    def _tried(
        self, call: Call, scope: Scope, frame: Frame, evaluator: Evaluator, way: _Way, seen: frozenset[int]
    ) -> Iterator[Request]:
        self._count += 1
        self._spent += evaluator.steps
        if self._count > MOST_CLOSINGS or self._spent > _MOST_STEPS:
            self.given_up[way.named] = None
            return
        evaluator.steps = 0
        parts = self._shapes.parts(call, scope, frame, evaluator)
        if parts is None:
            return
        opened = self._opened(parts, evaluator)
        named = _is_told(parts)
        closings: list[tuple[Scope, list[Caller]]] = []
        if len(way.calls) < _DEEPEST:
            for function in self._callers.to_close(frame, opened, evaluator):
                if id(function) not in seen and self._callers.is_dead(function, evaluator):
                    yield self._made(scope, way, parts, evaluator, dead=True)
                    return
                if id(function) not in seen and (callers := list(self._callers.callers(function, evaluator))):
                    closings.append((function, callers))
                    break
        if not closings:
            yield self._made(scope, way, parts, evaluator)
            return
        for function, callers in closings:
            for caller in callers:
                inner = self._callers.rebound(frame, function, caller, evaluator)
                further = way.from_(caller[1].file.path, caller[0].at, named=named)
                yield from self._tried(call, scope, inner, evaluator, further, seen | {id(function)})

    def _opened(self, parts: Parts, evaluator: Evaluator) -> list[Value]:
        found: list[Value] = []
        for value in (parts.method, parts.url, parts.base, *tokens(parts.held, evaluator)):
            if value is not None:
                found += [leaf for leaf in leaves(value) if isinstance(leaf, (Open, OpenSelf))]
        return found

    def _made(self, scope: Scope, way: _Way, parts: Parts, evaluator: Evaluator, *, dead: bool = False) -> Request:
        still_open = bool(self._opened(parts, evaluator))
        method = parts.method or Unknown("dynamic method")
        methods: set[str] = set()
        for value in options(method):
            if any(isinstance(leaf, Setting) for leaf in leaves(value)):
                methods.add("?")  # it has a default, and may be another
                continue
            for text in texts(value):
                verb = text.upper().rpartition(".")[2]
                methods.add(verb if verb in VERBS else external_verb(value) or "?")
        addresses = texts(parts.url) if parts.url is not None else [HOLE]
        bases = texts(parts.base) if parts.base is not None else []
        holes = [reason for value in (parts.method, parts.url) if value is not None for reason in _reasons(value)]
        names = [
            leaf.name
            for value in (parts.url, parts.base)
            if value is not None
            for leaf in leaves(value)
            if isinstance(leaf, Setting)
        ]
        return Request(
            *way.named,
            scope,
            frozenset(methods),
            tuple(dict.fromkeys(addresses)),
            tuple(tokens(parts.held, evaluator)),
            way.chain,
            parts.known,
            still_open,
            tuple(dict.fromkeys(holes)),
            tuple(dict.fromkeys(bases)),
            tuple(names),
            way.sent or way.named,
            dead,
        )


def _is_told(parts: Parts) -> bool:
    """Whether method and resource are known, whatever else is open."""
    if parts.method is None or parts.url is None or any(isinstance(leaf, Open) for leaf in leaves(parts.method)):
        return False
    return all(first_segment(template) is not None for template in texts(parts.url))


def _reasons(value: Value) -> list[str]:
    return [leaf.reason for leaf in leaves(value) if isinstance(leaf, Unknown)] + [
        "parameter nobody supplies" for leaf in leaves(value) if isinstance(leaf, Open)
    ]
