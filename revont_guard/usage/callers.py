"""Who calls a function, and what it is given then: how what is open in a request is closed."""

from __future__ import annotations

from collections.abc import Iterator

from revont_guard.flow.evaluate import Evaluator
from revont_guard.flow.project import Project
from revont_guard.flow.tree import Attribute, Call, Scope
from revont_guard.flow.values import (
    Class,
    Code,
    External,
    Frame,
    Made,
    Open,
    OpenSelf,
    Unknown,
    Value,
    instance_of,
    options,
)

Caller = tuple[Call, Scope, Frame, Value | None]
"""A call, the scope that it stands in with its frame, and the instance that is called on."""


class Callers:
    """The callers of functions in a project."""

    def __init__(self, project: Project) -> None:
        self.project = project

    def to_close(self, frame: Frame, opened: list[Value], evaluator: Evaluator) -> Iterator[Scope]:
        """Whose callers are to be tried: of functions whose parameters are open; of the method that runs on an open
        instance; of the constructor that gave it what is open."""
        scopes = [leaf.scope for leaf in opened if isinstance(leaf, Open) and leaf.scope.kind == "function"]
        constructors = [scope for scope in scopes if evaluator.is_constructor(scope)]
        yield from (scope for scope in scopes if scope not in constructors)
        instance = instance_of(frame)
        if isinstance(instance, OpenSelf) and opened:
            if instance.method is not None:
                yield instance.method
            elif (method := self._method_of(frame)) is not None:
                yield method
        yield from constructors
        yield from (leaf.method for leaf in opened if isinstance(leaf, OpenSelf) and leaf.method is not None)

    def _method_of(self, frame: Frame) -> Scope | None:
        at: Frame | None = frame
        while at is not None:
            if at.scope.kind == "function" and at.arguments is None and at.scope.enclosing("class") is not None:
                return at.scope
            at = at.outer
        return None

    def callers(self, function: Scope, evaluator: Evaluator) -> Iterator[Caller]:
        """Where ``function`` is called: the call, its scope and frame, and the instance that it is called on."""
        cls = function.parent if function.parent is not None and function.parent.kind == "class" else None
        name = function.name
        if cls is not None and evaluator.is_constructor(function):
            for made, scope in [
                *self.project.calls_of(cls.name),
                *self.project.calls_of("new"),
                *self.project.calls_of("cls"),
                *self.project.calls_of("self"),
            ]:
                frame = evaluator.open_frame(scope)
                value = evaluator.value(made.callee, frame)
                if any(isinstance(one, Class) and one.scope is cls for one in options(value)):
                    yield made, scope, frame, Made(cls, made, frame)
            return
        for call, scope in self.project.calls_of(name) if name else ():
            frame = evaluator.open_frame(scope)
            value = evaluator.value(call.callee, frame)
            for one in options(value):
                if isinstance(one, Code) and one.scope is function:
                    yield call, scope, frame, one.instance
                    break
            else:
                # A receiver of which nothing is known, and only one class has such a method.
                if (
                    isinstance(call.callee, Attribute)
                    and cls is not None
                    and _is_unknown(value)
                    and len(self.project.functions(name)) == 1
                ):
                    yield call, scope, frame, OpenSelf(cls, None)

    def is_dead(self, function: Scope, evaluator: Evaluator) -> bool:
        """Whether a method cannot be what a program here runs: its class is used, and nobody calls or mentions it."""
        cls = function.parent if function.parent is not None and function.parent.kind == "class" else None
        if (
            cls is None
            or evaluator.is_constructor(function)
            or function.marked
            or cls.marked
            or function.name.startswith("__")
        ):
            return False
        if (
            self.project.is_mentioned(function.name)
            or self.project.calls_by_name
            or self._has_foreign_base(cls, evaluator)
        ):
            return False
        if any(True for _ in self.callers(function, evaluator)) or self._is_called_on_unknown(function.name, evaluator):
            return False
        return self._is_made(cls, evaluator)

    def _is_called_on_unknown(self, name: str, evaluator: Evaluator) -> bool:
        return any(
            _is_unknown(evaluator.value(call.callee, evaluator.open_frame(scope)))
            for call, scope in self.project.calls_of(name)
        )

    def _has_foreign_base(self, cls: Scope, evaluator: Evaluator) -> bool:
        """Whether a class is made from one of a library, which may call its methods."""
        for base in cls.bases:
            for one in options(evaluator.value(base, evaluator.open_frame(cls.parent or cls))):
                if not isinstance(one, Class):
                    return not (
                        isinstance(one, External) and one.path in ("object", "ABC", "abc.ABC", "Protocol", "Generic")
                    )
                if one.scope is not cls and self._has_foreign_base(one.scope, evaluator):
                    return True
        return False

    def _is_made(self, cls: Scope, evaluator: Evaluator) -> bool:
        """Whether an instance of a class, or of one that is made from it, is made in the tree."""
        made = [cls, *self.project.made_from(cls, evaluator)]
        for one in made:
            for call, scope in [*self.project.calls_of(one.name), *self.project.calls_of("new")]:
                value = evaluator.value(call.callee, evaluator.open_frame(scope))
                if any(isinstance(found, Class) and found.scope is one for found in options(value)):
                    return True
        return False

    def rebound(self, frame: Frame, function: Scope, caller: Caller, evaluator: Evaluator) -> Frame:
        """The frame of a request as it is when ``function``, in which it lies or whose values it has, is called."""
        call, _, where, instance = caller
        bound = evaluator.bound(function, call.arguments, where, instance, call.at)
        if isinstance(call.callee, Attribute):
            bound.receiver = (call.callee.of, where)
        if frame.scope is function:
            return bound
        made = Frame(frame.scope, frame.arguments, frame.instance, frame.outer, bound.chain or frame.chain)
        made.receiver = frame.receiver
        if function.name in ("__init__", "constructor", "initialize", "__construct") and isinstance(instance, Made):
            made.instance = instance
            made.arguments = {} if frame.arguments is None and not frame.scope.parameters else frame.arguments
            return made
        at = made
        while at.outer is not None:
            if at.outer.scope is function:
                at.outer = bound
                return made
            copied = Frame(at.outer.scope, at.outer.arguments, at.outer.instance, at.outer.outer, at.outer.chain)
            at.outer = copied
            at = copied
        return _with_arguments(made, function, bound, evaluator)


def _with_arguments(frame: Frame, function: Scope, bound: Frame, evaluator: Evaluator) -> Frame:
    """A parameter of ``function`` reaches the frame through what its own were given: those are bound anew."""

    def anew(where: Frame) -> Frame:
        return bound if where.scope is function else _with_arguments(where, function, bound, evaluator)

    if frame.arguments is None and frame.receiver is None:
        return frame
    given = (
        {name: (node, anew(where)) for name, (node, where) in frame.arguments.items()}
        if frame.arguments is not None
        else None
    )
    made = Frame(frame.scope, given, frame.instance, frame.outer, bound.chain)
    if frame.receiver is not None:
        node, where = frame.receiver
        made.receiver = (node, anew(where))
        on = [one for one in options(evaluator.value(*made.receiver)) if isinstance(one, (Made, OpenSelf))]
        if len(on) == 1:
            made.instance = on[0]
    elif isinstance(frame.instance, Made) and frame.instance.frame.scope is function:
        made.instance = Made(frame.instance.cls, frame.instance.call, bound)
    elif (
        isinstance(frame.instance, OpenSelf)
        and bound.instance is not None
        and function.enclosing("class") is frame.instance.cls
    ):
        made.instance = bound.instance
    return made


def _is_unknown(value: Value) -> bool:
    return any(
        isinstance(one, (External, Unknown)) and (not isinstance(one, External) or one.path.startswith(("?", "<")))
        for one in options(value)
    )
