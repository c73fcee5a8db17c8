"""A call as a request, by its shape: a verb, an address, what it is made on and what is handed to it."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field

from revont_guard.flow.evaluate import Evaluator
from revont_guard.flow.lower import Placed
from revont_guard.flow.project import Project
from revont_guard.flow.tree import Attribute, Call, Function, Import, Item, Name, Node, Scope, This
from revont_guard.flow.values import (
    External,
    Frame,
    Known,
    Open,
    Row,
    Table,
    Unknown,
    Value,
    instance_of,
    leaves,
    one_of,
    options,
    texts,
)
from revont_guard.usage import commands
from revont_guard.usage.knowledge import Conventions

KNOWN = Conventions.loaded()

_MOST_NODES = 200

_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}")

VERBS = frozenset({"GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"})


@dataclass(slots=True)
class Parts:
    """The values of which a request is made."""

    method: Value | None
    url: Value | None
    held: list[Value] = field(default_factory=list)
    base: Value | None = None
    known: bool = False


class Shapes:
    """The requests among the calls of a project. ``known``: the paths of libraries that make some.

    ``consulted``: the names (scope and name) and calls of which what was handed to them counts for some request.
    """

    def __init__(self, project: Project, known: re.Pattern[str]) -> None:
        self.project = project
        self.known = known
        self.consulted: set[object] = set()

    def may_be(self, call: Call, scope: Scope) -> bool:
        """Whether a call may be one, going by its name alone."""
        name = _name(call)
        if name in commands.commands() or _chosen(call) is not None:
            return True
        return bool(
            KNOWN.verb.match(name)
            or KNOWN.request.match(name)
            or name in KNOWN.addressing
            or name in ("curl_init", "Request", "openConnection")
            or self._is_variable(call, scope)
        )

    def _is_variable(self, call: Call, scope: Scope) -> bool:
        """Whether what is called is held by a variable: it may be a verb by another name."""
        if not isinstance(call.callee, Name):
            return False
        at: Scope | None = scope
        while at is not None:
            if call.callee.id in at.names:
                return not any(isinstance(value, (Scope, Function, Import)) for value in at.names[call.callee.id])
            at = at.parent
        return False

    def parts(self, call: Call, scope: Scope, frame: Frame, evaluator: Evaluator) -> Parts | None:
        name = _name(call)
        if scope.file.language == "shell":
            return self._command(name, call, frame, evaluator)
        callee = evaluator.value(call.callee, frame)
        external = next((one for one in options(callee) if isinstance(one, External)), None)
        path = external.path if external is not None else ""
        known = bool(path and self.known.search(path))
        if isinstance(call.callee, Attribute) and path and KNOWN.result.search(path.rpartition(".")[0]):
            return None  # what a request gave, and not what makes one
        method: Value | None = None
        url: Value | None = None
        verb = KNOWN.verb.match(name)
        if not verb and not KNOWN.request.match(name) and isinstance(call.callee, Name):
            others = [one.path.rpartition(".")[2] for one in options(callee) if isinstance(one, External)]
            verbs_held = [match[1].upper() for one in others if (match := KNOWN.verb.match(one)) is not None]
            if verbs_held and len(verbs_held) == len(options(callee)):
                method = one_of([Known("DELETE" if one == "DEL" else one) for one in verbs_held])
        named = {argument.name: evaluator.value(argument.value, frame) for argument in call.arguments if argument.name}
        places = [
            evaluator.value(argument.value, frame)
            for argument in call.arguments
            if not argument.name and not argument.spread
        ]
        spread = [evaluator.value(argument.value, frame) for argument in call.arguments if argument.spread]
        tables = [one for value in (*places, *spread) for one in options(value) if isinstance(one, Table)]
        plain = bool(places) and not isinstance(places[0], (Table, Row))
        for key in KNOWN.methods if not verb else ():
            method = (
                method
                or named.get(key)
                or next((found for table in tables if (found := table.get(key)) is not None), None)
            )
        for key in KNOWN.urls:
            url = (
                url
                or named.get(key)
                or next((found for table in tables if not plain and (found := table.get(key)) is not None), None)
            )
        if name == "NewRequestWithContext":
            places = places[1:]
        rest = list(places)
        if method is None and len(rest) >= 2:
            for index, value in enumerate(rest[:3]):
                if _is_verb(value):
                    method = value
                    del rest[index]
                    break
        if url is None:
            url = next(
                (value for value in rest if not isinstance(value, (Table, Row)) and not _is_context(value)), None
            )
            opened = [value for value in rest if isinstance(value, Open)]
            if (
                method is None
                and not verb
                and len(rest) >= 2
                and isinstance(rest[0], Open)
                and KNOWN.request.match(name)
                and not _is_function(call, path)
            ):
                method, url = rest[0], rest[1]
            del opened
        if method is None and verb:
            told = verb[1].upper()
            method = Known("DELETE" if told == "DEL" else told)
        if method is None and (chosen := _chosen(call)) is not None:
            method = evaluator.value(chosen, frame)
        if method is None and _class_verb(path):
            method = Known(_class_verb(path) or "")
        links = self._chain(call)
        if name in KNOWN.addressing and links:
            verbs = [link for link in links if KNOWN.verb.match(_name(link))]
            told = next((link for link in links if _name(link) in ("method", "Method") and link.arguments), None)
            ends = any(
                _name(link) in ("build", "retrieve", "exchange", "execute", "send", "fetch", "exchangeToMono", "Build")
                for link in links
            )
            if told is not None:
                method = evaluator.value(told.arguments[0].value, frame)
            elif verbs and (match := KNOWN.verb.match(_name(verbs[-1]))) is not None:
                method = Known(match[1].upper())
            elif ends:
                method = Known("GET")
            url = places[0] if places else url
        elif name in KNOWN.addressing or any(_name(link) in KNOWN.addressing for link in links):
            return None
        if name == "openConnection" and isinstance(call.callee, Attribute):
            url, method = evaluator.value(call.callee.of, frame), self._told(call, "setRequestMethod", frame, evaluator)
            method = method or Known("POST" if self._told(call, "setDoOutput", frame, evaluator) else "GET")
        if url is None and name == "curl_init":
            url = Unknown("dynamic path")
        if url is None or self._is_request(url, scope):
            return None
        if method is None:
            if not (_is_function(call, path) or name in ("Request", "curl_init")):
                return None
            unknown = (
                [value for value in (*places[1:], *spread) if not isinstance(value, (Table, Known, Row))]
                if not named
                else []
            )
            unknown = [value for value in unknown if isinstance(value, (Open, Unknown, External))]
            writes = any(key in named for key in KNOWN.bodies) and name in ("Request", "urlopen")
            writes = writes or (name in ("urlopen", "Request") and len(places) > 1 and not _is_none(places[1]))
            method = Unknown("dynamic method", unknown) if unknown else Known("POST" if writes else "GET")
        changes = self._changes(call, scope, frame, evaluator)
        if name == "curl_init" and isinstance(changes, list):
            method, url = self._curl(changes, url, method)
        base = self._base(callee, frame, evaluator, changes)
        held = [
            Table([(Known(key), value) for key, value in named.items() if key]),
            Row(places),
            *spread,
            Row(changes),
            *([external] if external is not None else [callee]),
        ]
        for link in links:
            held.append(Row([evaluator.value(argument.value, frame) for argument in link.arguments]))
        held += self._of_arguments(call, frame, evaluator)
        receiver = call.callee.of if isinstance(call.callee, Attribute) else None
        if receiver is not None:
            on = self._on(receiver, scope, frame, evaluator)
            held += on
            bases = [
                told
                for value in on
                for one in options(value)
                if isinstance(one, Table)
                for key in KNOWN.bases
                if (told := one.get(key)) is not None
            ]
            base = one_of([*([base] if base is not None else []), *bases]) if bases else base
            held.append(evaluator.value(receiver, frame))
        return Parts(method, url, held, base, known)

    def _is_request(self, url: Value, scope: Scope) -> bool:
        """Whether it is no address, but a request that was made before and is sent now."""
        return all(
            isinstance(one, External) and one.call is not None and self.may_be(one.call, scope) for one in options(url)
        )

    def _command(self, name: str, call: Call, frame: Frame, evaluator: Evaluator) -> Parts | None:
        """A command line: every address of it, with one method."""
        if name not in commands.commands():
            return None
        line = commands.read(name, [evaluator.value(argument.value, frame) for argument in call.arguments])
        return Parts(line.method, one_of(line.urls), line.held, None, known=True) if line is not None else None

    def _chain(self, call: Call) -> list[Call]:
        """The calls of which one goes on from the other, as builders have them, without ``call`` itself."""
        found: list[Call] = []
        inner: Node = call.callee
        while isinstance(inner, Attribute):
            inner = inner.of
            if not isinstance(inner, Call):
                break
            found.insert(0, inner)
            inner = inner.callee
        outer = self.project.outer.get(id(call))
        while outer is not None:
            found.append(outer)
            outer = self.project.outer.get(id(outer))
        return found

    def _changes(self, call: Call, scope: Scope, frame: Frame, evaluator: Evaluator) -> list[Value]:
        """What is handed afterwards to the object that the call gives (``req.Header.Set``)."""
        found: list[Value] = []
        self.consulted.update(id(one) for one in (call, *self._chain(call)))
        for one in (call, *self._chain(call)):
            for owner, name in self.project.stored.get(id(one), ()):
                self.consulted.add((id(owner), name))
                for change in owner.changes.get(name, ()):
                    found.append(self._change(change, owner, frame, evaluator))
        return found

    def _told(self, call: Call, method: str, frame: Frame, evaluator: Evaluator) -> Value | None:
        """What is handed by a method of that name to the object that the call gives."""
        found = [
            self._change(change, owner, frame, evaluator)
            for owner, name in self.project.stored.get(id(call), ())
            for change in owner.changes.get(name, ())
            if isinstance(change, Placed) and change.method == method
        ]
        return one_of(found) if found else None

    def _change(self, change: Node, owner: Scope, frame: Frame, evaluator: Evaluator) -> Value:
        if isinstance(change, Placed) and change.scope is frame.scope:
            return evaluator.value(change.value, frame)
        if owner.kind == "class":
            return evaluator.value(change, Frame(owner, None, instance_of(frame), None, frame.chain))
        at: Frame | None = frame
        while at is not None and at.scope is not owner:
            at = at.outer
        return evaluator.value(
            change.value if isinstance(change, Placed) else change, at or evaluator.open_frame(owner)
        )

    def _on(self, receiver: Node, scope: Scope, frame: Frame, evaluator: Evaluator) -> list[Value]:
        """What was handed before to the object that a request is made on (``session.headers.update``)."""
        node = receiver
        while isinstance(node, (Attribute, Item, Call)):
            if isinstance(node, Attribute) and isinstance(node.of, This):
                break
            if isinstance(node, Call):
                if not isinstance(node.callee, Attribute):
                    break
                node = node.callee.of
            else:
                node = node.of
        found: list[Value] = []
        if isinstance(node, Attribute):
            cls = scope.enclosing("class")
            self.consulted.add((id(cls), node.name))
            for change in cls.changes.get(node.name, ()) if cls is not None else ():
                if (
                    isinstance(change, Placed)
                    and not KNOWN.verb.match(change.method)
                    and not KNOWN.request.match(change.method)
                ):
                    found.append(
                        evaluator.value(change, Frame(cls or scope, None, instance_of(frame), None, frame.chain))
                    )
        elif isinstance(node, Name):
            at: Frame | None = frame
            while at is not None:
                self.consulted.add((id(at.scope), node.id))
                for change in at.scope.changes.get(node.id, ()):
                    if isinstance(change, Placed) and not _asks(change.method):
                        found.append(self._in_frame(change, at, frame, evaluator))
                if node.id in at.scope.names or any(one.name == node.id for one in at.scope.parameters):
                    break
                at = at.outer
            value = evaluator.value(node, frame)
            for one in options(value):
                found += self._of_factory(one, evaluator)
        return found

    def _in_frame(self, change: Placed, at: Frame, frame: Frame, evaluator: Evaluator) -> Value:
        """What is handed to something that ``at`` knows by a name, as a request in ``frame`` sees it."""
        if change.scope is at.scope:
            return evaluator.value(change.value, at)
        if at.scope.kind == "class":
            return evaluator.value(change, Frame(at.scope, None, instance_of(frame), None, frame.chain))
        return evaluator.value(change.value, evaluator.open_frame(change.scope))

    def _of_arguments(self, call: Call, frame: Frame, evaluator: Evaluator) -> list[Value]:
        """What was handed before to the objects that a request is given (``headers.set(…)``)."""
        found: list[Value] = []
        nodes: list[Node] = [argument.value for argument in call.arguments]
        looked = 0
        while nodes and looked < _MOST_NODES:
            node = nodes.pop()
            looked += 1
            if not isinstance(node, Name):
                nodes += node.children()
                continue
            at: Frame | None = frame
            while at is not None:
                if node.id in at.scope.names:
                    self.consulted.add((id(at.scope), node.id))
                    for change in at.scope.changes.get(node.id, ()):
                        if isinstance(change, Placed):
                            found.append(self._in_frame(change, at, frame, evaluator))
                    break
                at = at.outer
        return [Row(found)] if found else []

    def _of_factory(self, value: Value, evaluator: Evaluator) -> list[Value]:
        """What was handed, where it was made, to an object of a library that another module holds."""
        if not isinstance(value, External) or value.call is None:
            return []
        found = []
        for owner, name in self.project.stored.get(id(value.call), ()):
            self.consulted.add((id(owner), name))
            for change in owner.changes.get(name, ()):
                if (
                    isinstance(change, Placed)
                    and not KNOWN.verb.match(change.method)
                    and not KNOWN.request.match(change.method)
                ):
                    found.append(evaluator.value(change.value, evaluator.open_frame(change.scope)))
        return found

    def _base(self, callee: Value, frame: Frame, evaluator: Evaluator, changes: list[Value]) -> Value | None:
        """The address that a client puts before every path."""
        found: list[Value] = []
        for leaf in leaves(callee):
            if isinstance(leaf, External) and leaf.call is not None and leaf.frame is not None:
                for argument in leaf.call.arguments:
                    value = evaluator.value(argument.value, leaf.frame)
                    if argument.name in KNOWN.bases:
                        found.append(value)
                    for one in options(value):
                        if isinstance(one, Table):
                            found += [told for key in KNOWN.bases if (told := one.get(key)) is not None]
                    if argument.name is None and any(_is_address(text) for text in texts(value)):
                        found.append(value)
                    elif argument.name is None:
                        found += [Known(f"https://{text}") for text in texts(value) if _HOST.fullmatch(text)]
        cls = frame.scope.enclosing("class")
        for change in cls.changes.get("", ()) if cls is not None else ():
            if isinstance(change, Placed) and change.method in ("base_uri", "base_url"):
                found.append(evaluator.value(change.value, evaluator.open_frame(change.scope)))
        if cls is not None:
            for call, _ in self.project.calls_in(cls):
                if _name(call) in ("base_uri", "default_options", "headers") and call.arguments:
                    value = evaluator.value(call.arguments[0].value, evaluator.open_frame(cls))
                    if _name(call) == "base_uri":
                        found.append(value)
        return one_of(found) if found else None

    def _curl(self, changes: list[Value], url: Value, method: Value) -> tuple[Value, Value]:
        """libcurl: options on a handle."""
        told: dict[str, Value] = {}
        for option, value in itertools.pairwise(changes):
            if isinstance(option, External) and option.path.startswith("CURLOPT_"):
                told[option.path] = value
        for table in changes:
            if isinstance(table, Table):
                told |= {key.path: value for key, value in table.entries if isinstance(key, External)}
        if "CURLOPT_URL" in told:
            url = told["CURLOPT_URL"]
        if "CURLOPT_CUSTOMREQUEST" in told:
            method = told["CURLOPT_CUSTOMREQUEST"]
        elif {"CURLOPT_POST", "CURLOPT_POSTFIELDS", "CURLOPT_PUT", "CURLOPT_UPLOAD"} & told.keys():
            method = Known("POST")
        return method, url


def _name(call: Call) -> str:
    match call.callee:
        case Name(id=name) | Attribute(name=name):
            return name
        case _:
            return ""


def _chosen(call: Call) -> Node | None:
    """What names the method of a call that is chosen when it runs: ``getattr(o, name)(…)``, ``o[name](…)``."""
    match call.callee:
        case Call(callee=Name(id="getattr"), arguments=[_, chosen, *_]):
            return chosen.value
        case Item(key=key) if call.arguments:
            return key
        case _:
            return None


def _is_function(call: Call, path: str) -> bool:
    bare = isinstance(call.callee, Name) and call.callee.id in KNOWN.functions
    return bare or path in KNOWN.functions or path.rpartition(".")[2] in ("fetch", "urlopen", "$fetch")


def _is_verb(value: Value) -> bool:
    told = [text.upper() for text in texts(value)]
    return (bool(told) and all(text in VERBS for text in told)) or external_verb(value) is not None


def external_verb(value: Value) -> str | None:
    """``HttpMethod.Get``, ``http.MethodGet``, ``Method.GET``."""
    if isinstance(value, External):
        found = re.search(
            r"(?:Method|Verb|RequestMethod)s?\.?_?(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)(?:\(\))?$",
            value.path,
            re.IGNORECASE,
        )
        return found[1].upper() if found else None
    return None


def _class_verb(path: str) -> str | None:
    """``Net.HTTP.Get()``"""
    found = re.search(r"(?:HTTP|Http)\.(Get|Post|Put|Patch|Delete|Head)$", path)
    return found[1].upper() if found else None


def _is_none(value: Value) -> bool:
    return isinstance(value, Known) and not value.string


def _is_context(value: Value) -> bool:
    return (
        isinstance(value, External) and re.search(r"(?:ctx|context|Background\(\)|TODO\(\))$", value.path) is not None
    )


def _is_address(text: str) -> bool:
    return "://" in text


def _asks(method: str) -> bool:
    """Whether a method makes requests: what it is handed is not the object's."""
    return KNOWN.verb.match(method) is not None or KNOWN.request.match(method) is not None
