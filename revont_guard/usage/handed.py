"""What keys are handed to besides requests: every use of one must be accounted for before it is called over-scoped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from revont_guard.flow.evaluate import Evaluator
from revont_guard.flow.lower import Placed
from revont_guard.flow.project import Project
from revont_guard.flow.tree import At, Attribute, Call, File, Item, Mapping, Name, Node, Scope, This
from revont_guard.flow.values import Class, Code, External, Frame, Made, Open, Setting, Unknown, Value, leaves, options
from revont_guard.usage.knowledge import Conventions

_STEPS = 2_000
_MOST_VALUES = 2_000
Place = tuple[int, str]
"""A parameter: its function and its name."""


@dataclass(frozen=True, slots=True)
class KeyName:
    """What code calls a key. ``kind``: env, config, ci-secret, parameter or literal, which goes by its fingerprint."""

    kind: str
    name: str


@dataclass(slots=True)
class _Carried:
    """The keys in a value, and the parameters that may hold one."""

    keys: set[KeyName] = field(default_factory=set)
    places: set[Place] = field(default_factory=set)

    def add(self, other: _Carried) -> None:
        self.keys |= other.keys
        self.places |= other.places


@dataclass(slots=True)
class _Use:
    """Something is handed to what nothing is known of."""

    reason: str
    path: str
    at: At
    carried: _Carried


class Handed:
    """``consulted``: the names and calls of which some request takes in what is handed to them; ``made``: where
    requests are sent."""

    def __init__(
        self, project: Project, conventions: Conventions, consulted: Collection[object], made: set[tuple[str, At]]
    ) -> None:
        self._project = project
        self._conventions = conventions
        self._consulted = consulted
        self._made = made
        self._evaluator = Evaluator(project, steps=_STEPS)
        self._known: Collection[KeyName] = ()
        self._left = 0
        self._tainted: dict[Place, set[KeyName]] = defaultdict(set)
        self._edges: dict[Place, set[Place]] = defaultdict(set)

    def uses(self, keys: Collection[KeyName]) -> Iterator[tuple[KeyName, str, str, At]]:
        """Of each of ``keys``, what it is handed to: the reason, the file and where."""
        self._known = keys
        found: list[_Use] = []
        for file in self._project.all:
            for call, scope in file.calls:
                self._evaluator.steps = 0
                if (use := self._of_call(call, scope)) is not None:
                    found.append(use)
        for scope in self._project.scopes():
            found += self._of_changes(scope)
        self._spread()
        for use in found:
            for key in use.carried.keys.union(*(self._tainted[place] for place in use.carried.places)):
                yield key, use.reason, use.path, use.at

    def made_up_code(self) -> Iterator[tuple[File, Call]]:
        """Calls that run text as code."""
        for file in self._project.all:
            for call, _ in file.calls:
                if _name_of(call) in self._conventions.runs_text and isinstance(call.callee, Name):
                    yield file, call

    def _spread(self) -> None:
        """A parameter that may hold a key gives it to those that it is handed on to."""
        changed = True
        while changed:
            changed = False
            for source, targets in self._edges.items():
                for target in targets:
                    if not self._tainted[source] <= self._tainted[target]:
                        self._tainted[target] |= self._tainted[source]
                        changed = True

    def _of_call(self, call: Call, scope: Scope) -> _Use | None:
        frame = self._evaluator.open_frame(scope)
        callee = self._evaluator.value(call.callee, frame)
        into = [one for one in options(callee) if isinstance(one, (Code, Class))]
        for one in into:
            functions = [one.scope] if isinstance(one, Code) else self._evaluator.constructors(one.scope)
            for function in functions:
                given = self._evaluator.bound(function, call.arguments, frame, None).arguments or {}
                for parameter, (node, held_in) in given.items():
                    carried = self._carried(self._evaluator.value(node, held_in))
                    self._tainted[id(function), parameter] |= carried.keys
                    for source in carried.places:
                        self._edges[source].add((id(function), parameter))
        if into or (scope.file.path, call.at) in self._made or id(call) in self._consulted:
            return None
        name = _name_of(call)
        if name in self._conventions.harmless and not self._is_lost(call, scope):
            return None
        if not any(isinstance(one, (External, Unknown)) for one in options(self._evaluator.value(call, frame))):
            return None
        carried = _Carried()
        for argument in call.arguments:
            carried.add(self._carried(self._evaluator.value(argument.value, frame)))
        if not carried.keys and not carried.places:
            return None
        return _Use(f"opaque callee {name or '?'}", scope.file.path, call.at, carried)

    def _is_lost(self, call: Call, scope: Scope) -> bool:
        """Whether something is handed to an object of which no request takes it in."""
        if _name_of(call) not in self._conventions.hands_on or not isinstance(call.callee, Attribute):
            return False
        return self._is_lost_on(_root(call.callee.of), scope)

    def _is_lost_on(self, root: Node, scope: Scope) -> bool:
        match root:
            case Name(id=name):
                at: Scope | None = scope
                while at is not None:
                    if (id(at), name) in self._consulted:
                        return False
                    if any(one.name == name for one in at.parameters):
                        return False  # whoever called it has the object
                    if name in at.names:
                        return True
                    at = at.parent
                return False
            case Attribute(of=This(), name=name):
                cls = scope.enclosing("class")
                return cls is not None and (id(cls), name) not in self._consulted
            case _:
                return False

    def _of_changes(self, scope: Scope) -> Iterator[_Use]:
        """What is put into an object of which no request takes it in, or into the environment."""
        for name, changes in scope.changes.items():
            for change in changes:
                if not isinstance(change, Placed) or change.method != "=" or not isinstance(change.value, Mapping):
                    continue
                self._evaluator.steps = 0
                outside = self._is_outside(name, scope)
                if not outside and (
                    (id(scope), name) in self._consulted or not self._is_lost_on(_as_root(name, scope, change), scope)
                ):
                    continue
                carried = self._carried(self._evaluator.value(change.value, self._evaluator.open_frame(change.scope)))
                if carried.keys or carried.places:
                    reason = "exported to process/container" if outside else f"opaque callee {name or 'self'}"
                    yield _Use(reason, change.scope.file.path, change.at, carried)

    def _is_outside(self, name: str, scope: Scope) -> bool:
        """Whether a name is the environment's, or that of what every program here can see."""
        value = self._evaluator.name(name, self._evaluator.open_frame(scope), Name((1, 1), name)) if name else None
        return isinstance(value, External) and value.path in self._conventions.outside

    def _carried(self, value: Value, depth: int = 0) -> _Carried:
        """What is in a value. Where that is too much to look through, it may be any of the keys."""
        found = _Carried()
        if depth == 0:
            self._left = _MOST_VALUES
        for leaf in leaves(value, 300):
            self._left -= 1
            if self._left < 0:
                found.keys |= set(self._known)
                return found
            match leaf:
                case Setting(kind=kind, name=name) if (key := KeyName(kind, name)) in self._known:
                    found.keys.add(key)
                case Open(scope=owner, name=name):
                    found.places.add((id(owner), name))
                case External(call=Call() as call, frame=Frame() as frame) if depth < 3:
                    if (frame.scope.file.path, call.at) not in self._made and id(call) not in self._consulted:
                        for argument in call.arguments:
                            found.add(self._carried(self._evaluator.value(argument.value, frame), depth + 1))
                case Made(cls=cls) if depth < 2:
                    for name, values in cls.names.items():
                        if not any(isinstance(one, Scope) for one in values):
                            frame = self._evaluator.open_frame(cls)
                            member = self._evaluator.member(cls, name, leaf, frame)
                            if member is not None:
                                found.add(self._carried(member, depth + 1))
        return found


def _root(node: Node) -> Node:
    while isinstance(node, (Attribute, Item)) and not (isinstance(node, Attribute) and isinstance(node.of, This)):
        node = node.of
    return node


def _as_root(name: str, scope: Scope, change: Placed) -> Node:
    return Attribute(change.at, This(change.at), name) if scope.kind == "class" else Name(change.at, name)


def _name_of(call: Call) -> str:
    match call.callee:
        case Name(id=name) | Attribute(name=name):
            return name
        case _:
            return ""
