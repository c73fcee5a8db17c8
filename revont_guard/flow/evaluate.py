"""What an expression may be worth, on demand: names are looked up, calls into the project are followed.

Flow-insensitive: a name is worth everything that is assigned to it. A parameter is open as long as the frame does not
tell what it is given, so that a caller can be tried later.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Protocol

from revont_guard.flow.languages import constructors_of, has_bare_members
from revont_guard.flow.lower import Placed
from revont_guard.flow.settings import Settings
from revont_guard.flow.tree import (
    Argument,
    At,
    Attribute,
    Call,
    Choice,
    Each,
    File,
    Function,
    Import,
    Item,
    Join,
    Mapping,
    Name,
    Node,
    Other,
    Parameter,
    Scope,
    Sequence,
    Spread,
    Text,
    This,
)
from revont_guard.flow.values import (
    Class,
    Code,
    External,
    Frame,
    Glued,
    Known,
    Made,
    Module,
    OneOf,
    Open,
    OpenSelf,
    Package,
    Row,
    Setting,
    Table,
    Unknown,
    Value,
    one_of,
    options,
)

_DEEPEST = 70
_STEPS = 6_000
_CALLS = 7
"""How many calls into the project may stand within each other."""

SETTINGS = Settings.loaded()

_NOTHING = frozenset({"None", "null", "undefined", "nil", "false", "False", "NULL", "absent"})

_LAST = re.compile(r"[^.\[\]()]+$")


class Linked(Protocol):
    """What leads from one file of a project to another: see :class:`~revont_guard.flow.project.Project`."""

    def imported(self, node: Import, file: File, evaluator: Evaluator) -> Value: ...
    def global_(self, name: str, file: File, evaluator: Evaluator) -> Value | None: ...
    def setting(self, name: str, path: str, evaluator: Evaluator) -> Value | None: ...
    def exported(self, file: File, name: str, evaluator: Evaluator) -> Value | None: ...
    def member_of(self, package: Package, name: str, evaluator: Evaluator) -> Value | None: ...
    def overrides(self, cls: Scope, name: str, evaluator: Evaluator) -> bool: ...
    def class_of(self, name: str, file: File) -> Scope | None: ...
    def calls_in(self, function: Scope) -> list[tuple[Call, Scope]]: ...


class Evaluator:
    """Values of expressions in one project. ``follows``: whether calls into the project are looked into.

    ``steps``: how many expressions are looked at before all further ones are not known; set it to 0 for each question.
    """

    def __init__(self, project: Linked, *, follows: bool = True, steps: int = _STEPS) -> None:
        self.project = project
        self.steps = 0
        self._most_steps = steps
        self._most_calls = _CALLS if follows else 0
        self._calls = 0
        self._depth = 0
        self._open: dict[int, Frame] = {}

    def open_frame(self, scope: Scope) -> Frame:
        """The frame of a scope of which nobody knows who calls it."""
        if (known := self._open.get(id(scope))) is None:
            outer = self.open_frame(scope.parent) if scope.parent is not None else None
            cls = scope.enclosing("class")
            instance = OpenSelf(cls, scope if scope.kind == "function" else None) if cls is not None else None
            known = self._open[id(scope)] = Frame(scope, None, instance, outer)
        return known

    def value(self, node: Node, frame: Frame) -> Value:
        """What ``node`` is worth in ``frame``."""
        if id(node) in frame.cache:
            return frame.cache[id(node)] or Unknown("depth limit")
        if self._depth > _DEEPEST or self.steps > self._most_steps:
            return Unknown("depth limit")
        self.steps += 1
        self._depth += 1
        frame.cache[id(node)] = None
        try:
            found = self._worth(node, frame)
        finally:
            self._depth -= 1
            del frame.cache[id(node)]
        frame.cache[id(node)] = found
        return found

    def _worth(self, node: Node, frame: Frame) -> Value:
        match node:
            case Text(value=text, string=string):
                return Known(text, string)
            case Name(id=name):
                return self.name(name, frame, node)
            case This():
                return self._instance(frame)
            case Attribute(of=of, name=name):
                return self.attribute(self.value(of, frame), name, node, frame)
            case Item(of=of, key=key):
                return self._item(self.value(of, frame), self.value(key, frame), node, frame)
            case Call():
                return self._call(node, frame)
            case Join(parts=parts):
                values = [self.value(part, frame) for part in parts]
                return self._joined(values)
            case Choice(options=choices, fallback=True):
                return self._first(choices, frame)
            case Choice(options=choices):
                return one_of([self.value(option, frame) for option in choices])
            case Mapping(entries=entries):
                return self._table(entries, frame)
            case Sequence(items=items):
                return Row([value for item in items for value in self._elements(item, frame)])
            case Each(of=of):
                return self._each(self.value(of, frame))
            case Function(scope=scope):
                return Class(scope) if scope.kind == "class" else Code(scope, frame.instance, frame)
            case Import():
                return self.project.imported(node, frame.scope.file, self)
            case Placed():
                return self.value(node.value, self._placed(node, frame))
            case Given():
                return node.value
            case Other(parts=parts):
                return Unknown("unsupported expression", [self.value(part, frame) for part in parts])
            case _:
                return Unknown("unsupported expression")

    def _first(self, choices: list[Node], frame: Frame) -> Value:
        """The first that is something: what is surely nothing does not count, nor what comes after what surely is."""
        found: list[Value] = []
        for option in choices:
            value = self.value(option, frame)
            several = options(value)
            found += [one for one in several if not _is_nothing(one)]
            if all(isinstance(one, (Known, Glued, Table, Row, Made, Code)) and not _is_nothing(one) for one in several):
                break
        return one_of(found) if found else Known("null", string=False)

    def _elements(self, item: Node, frame: Frame) -> list[Value]:
        if not isinstance(item, Spread):
            return [self.value(item, frame)]
        value = self.value(item.of, frame)
        return value.items if isinstance(value, Row) else [Unknown("dynamic item", [value])]

    def _joined(self, values: list[Value]) -> Value:
        rows = [value for value in values if isinstance(value, Row)]
        if rows:
            return Row([item for row in values for item in (row.items if isinstance(row, Row) else [row])])
        return Glued(values)

    def _table(self, entries: list[tuple[Node | None, Node]], frame: Frame) -> Value:
        found: list[tuple[Value | None, Value]] = []
        for key, node in entries:
            value = self.value(node, frame)
            if key is not None:
                found.append((self.value(key, frame), value))
            elif isinstance(value, Table):
                found += value.entries
            else:
                found.append((None, value))
        return Table(found)

    def _placed(self, node: Placed, frame: Frame) -> Frame:
        """The frame in which a value of an instance was given: its constructor's, with what it was made with."""
        instance, scope = frame.instance, node.scope
        made = instance if isinstance(instance, Made) else None
        function = scope.enclosing("function")
        if made is not None and function is not None and self.is_constructor(function) and made.call is not None:
            owner = function.enclosing("class")
            if owner is made.cls:
                return self.bound(function, made.call.arguments, made.frame, made)
            if owner is not None and (handed := self._super_call(made.cls, made)):
                return self.bound(function, handed[0].arguments, handed[1], made)
        outer = self.open_frame(scope)
        return Frame(scope, None, instance, outer.outer, frame.chain) if instance is not None else outer

    def _super_call(self, cls: Scope, made: Made) -> tuple[Call, Frame] | None:
        """How the constructor of a class calls its base's, and the frame of that."""
        for function in self.constructors(cls):
            for call, scope in self.project.calls_in(function):
                name = call.callee.id if isinstance(call.callee, Name) else ""
                of = call.callee.of if isinstance(call.callee, Attribute) else None
                is_super = name in ("super", "base") or (
                    isinstance(of, Call) and isinstance(of.callee, Name) and of.callee.id == "super"
                )
                if is_super and scope is function and made.call is not None:
                    return call, self.bound(function, made.call.arguments, made.frame, made)
        if not self.constructors(cls) and made.call is not None:
            return made.call, made.frame
        return None

    def is_constructor(self, scope: Scope) -> bool:
        return scope.name in constructors_of(scope.file.language)

    def constructors(self, cls: Scope) -> list[Scope]:
        return [
            value
            for values in cls.names.values()
            for value in values
            if isinstance(value, Scope) and self.is_constructor(value)
        ]

    def _instance(self, frame: Frame) -> Value:
        at: Frame | None = frame
        while at is not None:
            if at.instance is not None:
                return at.instance
            at = at.outer
        cls = frame.scope.enclosing("class")
        return OpenSelf(cls, frame.scope.enclosing("function")) if cls is not None else Unknown("no instance")

    # -- names --------------------------------------------------------------------------------------------------------

    def name(self, name: str, frame: Frame, node: Node) -> Value:
        """What a name stands for."""
        at: Frame | None = frame
        while at is not None:
            scope = at.scope
            if scope.kind == "function":
                parameter = next((one for one in scope.parameters if one.name == name and one.kind != "self"), None)
                if parameter is not None:
                    given = self._parameter(parameter, at)
                    assigned = [self._bound(value, at) for value in scope.names.get(name, ())]
                    return one_of([given, *assigned])
            if scope.kind == "class":
                if at is frame or has_bare_members(scope.file.language):
                    found = self.member(scope, name, self._instance(frame), at)
                    if found is not None:
                        return found
            elif name in scope.names:
                found = one_of([self._bound(value, at) for value in scope.names[name]])
                if scope.file.language == "shell":  # KEY=${KEY:-…} goes on from what came from outside
                    outside = Setting("env", name, node.at, scope.file.path)
                    return one_of(
                        [
                            outside if isinstance(one, Unknown) and one.reason == "depth limit" else one
                            for one in options(found)
                        ]
                    )
                return found
            at = at.outer
        if (known := self.project.global_(name, frame.scope.file, self)) is not None:
            return known
        if frame.scope.file.language == "shell":
            return (
                Setting("env", name, node.at, frame.scope.file.path) if name.isidentifier() else Unknown("dynamic item")
            )
        return External(name)

    def _bound(self, value: Node | Scope, frame: Frame) -> Value:
        if isinstance(value, Scope):
            if value.kind == "class":
                return Class(value)
            return Code(value, frame.instance if frame.scope.kind == "class" else None, frame)
        return self.value(value, frame)

    def _parameter(self, parameter: Parameter, frame: Frame) -> Value:
        default = parameter.default
        if frame.arguments is None:
            opened: Value = Open(frame.scope, parameter.name)
            made = self._typed(parameter, frame)
            if made is not None:
                return made
            return one_of([opened, self.value(default, frame.outer or frame)]) if default is not None else opened
        if parameter.name in frame.arguments:
            node, where = frame.arguments[parameter.name]
            return self.value(node, where)
        return self.value(default, frame.outer or frame) if default is not None else Unknown("not given")

    def _typed(self, parameter: Parameter, frame: Frame) -> Value | None:
        """An instance of the class of the project that a parameter is declared to be."""
        if not parameter.type or not re.fullmatch(r"[\w.]+", parameter.type):
            return None
        cls = self.project.class_of(parameter.type.rpartition(".")[2], frame.scope.file)
        return OpenSelf(cls, None) if cls is not None else None

    def member(self, cls: Scope, name: str, instance: Value | None, frame: Frame, depth: int = 0) -> Value | None:
        """A member of a class or of what it is made from; None where there is no such."""
        found: list[Value] = []
        for value in cls.names.get(name, ()):
            if isinstance(value, Scope):
                if value.kind == "class":
                    found.append(Class(value))
                elif value.is_property:
                    own = Frame(value, {}, instance, self.open_frame(cls), frame.chain)
                    found.append(one_of([self.value(result, own) for result in value.results]))
                else:
                    found.append(Code(value, instance, self.open_frame(cls)))
            elif isinstance(value, Other) and value.kind == "field":
                found += self._told_by_annotation(value, frame)
            else:
                found.append(self.value(value, Frame(cls, None, instance, self.open_frame(cls).outer, frame.chain)))
        if not found or all(isinstance(one, Known) and not one.string for one in found):
            found += self._given_fields(cls, name, instance)
        if found:
            return one_of(found)
        if depth < 8:
            for base in cls.bases:
                made = self.value(base, self.open_frame(cls.parent or cls))
                for one in options(made):
                    if isinstance(one, Class) and one.scope is not cls:
                        inherited = self.member(one.scope, name, instance, frame, depth + 1)
                        if inherited is not None:
                            return inherited
                    elif isinstance(one, External) and re.search(r"BaseSettings$", one.path):
                        return Setting("env", self._env_name(cls, name), (1, 1), cls.file.path)
        return None

    def _env_name(self, cls: Scope, name: str) -> str:
        return name.upper()

    def _told_by_annotation(self, field: Other, frame: Frame) -> Iterable[Value]:
        for part in field.parts:
            for node in _within(part):
                if isinstance(node, Text) and (found := re.fullmatch(r"[$#]\{([^}:]+)(?::(.*))?\}", node.value)):
                    default = Known(found[2]) if found[2] else None
                    yield Setting("config", found[1], field.at, frame.scope.file.path, default)

    def _given_fields(self, cls: Scope, name: str, instance: Value | None) -> list[Value]:
        """Of a class without a constructor: what its fields were given by name or place when it was made."""
        if not isinstance(instance, Made) or instance.call is None or instance.cls is not cls or self.constructors(cls):
            return []
        fields = [field for field, values in cls.names.items() if not isinstance(values[0], Scope)]
        found = []
        for place, argument in enumerate(instance.call.arguments):
            if argument.name == name or (argument.name is None and fields[place : place + 1] == [name]):
                found.append(self.value(argument.value, instance.frame))
        return found

    def attribute(self, of: Value, name: str, node: Node, frame: Frame) -> Value:
        """``of.name``"""
        match of:
            case OneOf(options=several):
                return one_of([self.attribute(option, name, node, frame) for option in several])
            case Made(cls=cls) | OpenSelf(cls=cls):
                found = self.member(cls, name, of, frame)
                if found is None:
                    return External(f"<{cls.name}>.{name}", of=of)
                if (
                    isinstance(of, OpenSelf)
                    and not isinstance(found, (Code, Class))
                    and self.project.overrides(cls, name, self)
                ):
                    return one_of([found, of])  # another class may stand for this one
                return found
            case Class(scope=cls):
                if name in ("class", "new"):
                    return of
                return self.member(cls, name, None, frame) or External(f"{cls.name}.{name}")
            case Module(file=file):
                if name in ("default",) and name not in file.scope.names:
                    return self.project.exported(file, name, self) or of
                return self.project.exported(file, name, self) or External(f"{file.path}.{name}")
            case Package():
                return self.project.member_of(of, name, self) or External(name)
            case Table():
                return of.get(name) or Known("absent", string=False)
            case External(path=path):
                if SETTINGS.tables.fullmatch(path) and not name.islower():
                    return Setting("env", name, node.at, frame.scope.file.path)
                if path == "this" or name == "class":
                    return of
                if known := self.project.setting(name, path, self):
                    return known
                if SETTINGS.holders.search(path) and SETTINGS.keys.search(name):
                    return Setting("config", name, node.at, frame.scope.file.path)
                return External(f"{path}.{name}", of=of)
            case Open() | Unknown():
                known = self.project.setting(name, "", self) if not isinstance(of, Open) else None
                return known or External(f"?.{name}", of=of)
            case Setting(kind="config", name=base):
                return Setting("config", f"{base}.{name}", node.at, frame.scope.file.path)
            case _:
                return External(f"?.{name}", of=of)

    def _item(self, of: Value, key: Value, node: Item, frame: Frame) -> Value:
        match of, key:
            case OneOf(options=several), _:
                return one_of([self._item(option, key, node, frame) for option in several])
            case _, OneOf(options=several):
                return one_of([self._item(of, option, node, frame) for option in several])
            case Table(), Known(text=text):
                return of.get(text) or Known("absent", string=False)
            case Table(), _:
                return one_of([value for _, value in of.entries]) if of.entries else Unknown("dynamic key")
            case Row(items=items), Known(text=text) if text.lstrip("-").isdigit() and -len(items) <= int(text) < len(
                items
            ):
                return items[int(text)]
            case Row(items=items), _:
                return one_of(items)
            case External(path=path), Known(text=text):
                if SETTINGS.tables.fullmatch(path):
                    return Setting("env", text, node.at, frame.scope.file.path)
                if path.endswith("[]") or SETTINGS.config.fullmatch(path):
                    return self._config(path, text, node, frame, of)
                return External(f"{path}[{text}]", of=of)
            case Setting(kind="config", name=base), Known(text=text):
                return Setting("config", f"{base}.{text}", node.at, frame.scope.file.path)
            case ((Made() | Module() | Class()), Known(text=text)):
                return self.attribute(of, text, node, frame)
            case Code() | Class(), _:
                return of
            case ((Made() | OpenSelf()), _):
                return Unknown("dynamic attribute", [of])
            case Open(), Known(text=text) if ":" in text or "." in text:
                return Setting("config", text.replace(":", "."), node.at, frame.scope.file.path)
            case Open(), Known(text=text):
                return External(f"?[{text}]", of=of)
            case _:
                return Unknown("dynamic key", [of])

    def _config(self, path: str, name: str, node: Item, frame: Frame, of: Value) -> Value:
        return Setting("config", name, node.at, frame.scope.file.path)

    def _each(self, of: Value) -> Value:
        """What a loop over ``of`` goes through; what it holds may lead back to itself."""
        if self._depth > _DEEPEST or self.steps > self._most_steps:
            return Unknown("depth limit")
        self.steps += 1
        self._depth += 1
        try:
            return self._element(of)
        finally:
            self._depth -= 1

    def _element(self, of: Value) -> Value:
        match of:
            case Row(items=items):
                return one_of(items)
            case OneOf(options=several):
                return one_of([self._each(option) for option in several])
            case Table(entries=entries):
                keys = [key for key, _ in entries if key is not None]
                return one_of([Row([key, value]) for key, value in entries if key is not None] or keys)
            case External(call=Call(callee=Attribute(of=inner, name=name)), frame=Frame() as frame) if name in (
                "items",
                "entries",
                "values",
            ):
                return self._each(self.value(inner, frame))
            case External(call=Call(arguments=arguments), frame=Frame() as frame) if re.search(
                r"(?:List|Set|Arrays|Stream)\.(?:of|asList)\(\)$", of.path
            ):
                return one_of([self.value(argument.value, frame) for argument in arguments])
            case External(call=Call(arguments=[argument]), frame=Frame() as frame) if re.search(
                r"^(?:enumerate|sorted|list|tuple|set|reversed)\(\)$", of.path
            ):
                inner_value = self._each(self.value(argument.value, frame))
                return Row([Unknown("number"), inner_value]) if of.path.startswith("enumerate") else inner_value
            case _:
                return Unknown("dynamic item", [of])

    # -- calls --------------------------------------------------------------------------------------------------------

    def bound(
        self,
        function: Scope,
        arguments: list[Argument],
        frame: Frame,
        instance: Value | None,
        at: At | None = None,
        outer: Frame | None = None,
    ) -> Frame:
        """The frame of a function that is called with ``arguments``, which are worth what they are in ``frame``."""
        given: dict[str, tuple[Node, Frame]] = {}
        parameters = [one for one in function.parameters if one.kind != "self"]
        before = next((place for place, one in enumerate(parameters) if one.kind == "*"), len(parameters))
        places = [one for one in parameters[:before] if one.kind == ""]
        rest = next((one for one in parameters if one.kind == "*"), None)
        named_rest = next((one for one in parameters if one.kind == "**"), None)
        names = {one.name for one in parameters}
        more: list[Node] = []
        loose: list[tuple[Node | None, Node]] = []
        place = 0
        spread: list[Argument] = []
        by_name: list[Argument] = []
        for argument in arguments:
            if argument.spread:
                spread.append(argument)
            elif argument.name is not None and argument.name in names:
                given[argument.name] = (argument.value, frame)
            elif argument.name is not None:
                by_name.append(argument)
            elif place < len(places):
                given.setdefault(places[place].name, (argument.value, frame))
                place += 1
            else:
                more.append(argument.value)
        loose += [(Text(one.value.at, one.name or ""), one.value) for one in by_name]
        if by_name and named_rest is None and place < len(places):
            # an options hash: calls(1, limit: 2)
            given.setdefault(places[-1].name, (Mapping(by_name[0].value.at, list(loose)), frame))
        for argument in spread:
            value = self.value(argument.value, frame)
            if isinstance(value, Row):
                for item, parameter in zip(value.items, places[place:], strict=False):
                    given.setdefault(parameter.name, (Given(argument.value.at, item), frame))
                more.append(Spread(argument.value.at, argument.value))
                continue
            for parameter in places[place:] + [one for one in parameters if one.kind == "" and one.name not in given]:
                if parameter.name not in given and (
                    not isinstance(value, Table) or value.get(parameter.name) is not None
                ):
                    given[parameter.name] = (
                        Item(argument.value.at, argument.value, Text(argument.value.at, parameter.name)),
                        frame,
                    )
            loose.append((None, argument.value))
        if rest is not None:
            given[rest.name] = (Sequence(function.at, more), frame)
        if named_rest is not None:
            given[named_rest.name] = (Mapping(function.at, loose), frame)
        chain = (*frame.chain, (frame.scope.file.path, at)) if at is not None else frame.chain
        return Frame(function, given, instance, outer or self.open_frame(function).outer, chain)

    def _call(self, call: Call, frame: Frame) -> Value:
        callee = call.callee
        if isinstance(callee, Attribute):
            of = self.value(callee.of, frame)
            text = self._text_method(of, callee.name, call, frame)
            if text is not None:
                return text
        value = self.value(callee, frame)
        return one_of(
            [self._called(one, call, frame) for one in (value.options if isinstance(value, OneOf) else [value])]
        )

    def _called(self, callee: Value, call: Call, frame: Frame) -> Value:
        self.steps += 1
        match callee:
            case Code(scope=scope, instance=instance, frame=where):
                if not scope.results:
                    return Unknown("nothing")
                if self._calls >= self._most_calls:
                    return Unknown("depth limit")
                self._calls += 1
                try:
                    own = self.bound(scope, call.arguments, frame, instance, call.at, where)
                    return one_of([self.value(result, own) for result in scope.results])
                finally:
                    self._calls -= 1
            case Class(scope=cls):
                return Made(cls, call, frame)
            case Made(cls=cls) | OpenSelf(cls=cls):
                invoked = self.member(cls, "__call__", callee, frame) or self.member(cls, "__invoke", callee, frame)
                if isinstance(invoked, Code):
                    return self._called(invoked, call, frame)
                return Made(cls, call, frame) if isinstance(callee, OpenSelf) else Unknown("opaque callee")
            case External(path=path):
                if not call.arguments and frame.scope.file.language == "ruby" and not call.new:
                    return callee  # there, members are spoken of so
                return self._external(path, callee, call, frame)
            case Setting() if not call.arguments:
                return callee
            case _:
                return Unknown("opaque callee", [callee, *(self.value(one.value, frame) for one in call.arguments)])

    def _external(self, path: str, callee: External, call: Call, frame: Frame) -> Value:
        arguments = call.arguments
        last = _LAST.search(path)
        name = last[0] if last else path
        if arguments and (
            SETTINGS.readers.fullmatch(path) or (name in ("getenv", "getEnv", "env") and len(arguments) <= 2)
        ):
            first = self.value(arguments[0].value, frame)
            if isinstance(first, Known) and first.string and first.text:
                given = next((one for one in arguments[1:] if one.name in (None, "default")), None)
                default = (
                    self.value(given.value, frame)
                    if given is not None and not isinstance(given.value, Function)
                    else None
                )
                if isinstance(default, Known) and not default.string:
                    default = None
                kind = "config" if path in ("viper.GetString",) else "env"
                return Setting(kind, first.text, call.at, frame.scope.file.path, default)
        if (
            name in ("require", "import_module", "import")
            and len(arguments) == 1
            and isinstance(arguments[0].value, Text)
        ):
            return self.project.imported(Import(call.at, arguments[0].value.value, None), frame.scope.file, self)
        if name in (
            "get",
            "fetch",
            "value",
            "GetValue",
            "getString",
            "dig",
            "GetSection",
        ) and SETTINGS.config.fullmatch(path.rpartition(".")[0] or "-"):
            names = [one.text for argument in arguments if isinstance(one := self.value(argument.value, frame), Known)]
            if names:
                return Setting(
                    "config",
                    ".".join(names if name == "dig" else names[:1]).replace(":", "."),
                    call.at,
                    frame.scope.file.path,
                )
        if (
            name
            in (
                "str",
                "String",
                "unicode",
                "URL",
                "URI",
                "Uri",
                "create",
                "parse",
                "Parse",
                "urlparse",
                "toString",
                "fsdecode",
                "SecretStr",
                "trim",
                "rtrim",
                "ltrim",
                "strval",
            )
            and arguments
        ):
            if name == "URL" and len(arguments) == 2:
                return self._url_joined(self.value(arguments[1].value, frame), self.value(arguments[0].value, frame))
            if len(arguments) == 1 or name in ("trim", "rtrim", "ltrim", "create", "parse"):
                return self.value(arguments[0].value, frame)
        if name in ("urljoin", "resolve") and len(arguments) == 2:
            return self._url_joined(*(self.value(one.value, frame) for one in arguments))
        if name in ("sprintf", "Sprintf", "format", "Format", "String.format") and arguments:
            return self._formatted(
                self.value(arguments[0].value, frame), [self.value(one.value, frame) for one in arguments[1:]], {}
            )
        if (
            name in ("dict", "OpenStruct", "Object.assign", "assign", "array_merge", "merge")
            and (call.callee.of if isinstance(call.callee, Attribute) else None) is not None
        ) or path in ("dict", "array_merge", "Object.assign"):
            return self._merged(call, callee, frame)
        if path in ("partial", "functools.partial"):
            return Unknown("opaque callee partial", [self.value(one.value, frame) for one in arguments])
        if path in ("Object.entries", "Object.values", "Object.keys") and len(arguments) == 1:
            inner = self._text_method(
                self.value(arguments[0].value, frame), name, Call(call.at, call.callee, []), frame
            )
            if inner is not None:
                return inner
        if name == "cast" and len(arguments) == 2:
            return self.value(arguments[1].value, frame)
        return External(f"{path}()", call, frame, callee.of)

    def _merged(self, call: Call, callee: External, frame: Frame) -> Value:
        entries: list[tuple[Value | None, Value]] = []
        for argument in call.arguments:
            value = self.value(argument.value, frame)
            if argument.name is not None:
                entries.append((Known(argument.name), value))
            elif isinstance(value, Table):
                entries += value.entries
            else:
                entries.append((None, value))
        return Table(entries)

    def _url_joined(self, base: Value, path: Value) -> Value:
        """As ``urljoin`` has it, for the bases that APIs have: what follows the last slash of the base is replaced."""
        if isinstance(base, Known) and isinstance(path, Known):
            from urllib.parse import urljoin

            return Known(urljoin(base.text, path.text))
        if isinstance(base, Known) and not base.text.endswith("/"):
            base = Known(base.text.rpartition("/")[0] + "/" if base.text.count("/") > 2 else base.text + "/")
        return Glued([base, path])

    def _formatted(self, template: Value, values: list[Value], named: dict[str, Value]) -> Value:
        if isinstance(template, OneOf):
            return one_of([self._formatted(option, values, named) for option in template.options])
        if not isinstance(template, Known):
            return Glued([template, *(Unknown("format", [value]) for value in values)])
        pieces: list[Value] = []
        left = list(values)
        at = 0
        for found in re.finditer(r"%(?:\((\w+)\))?[-+0-9.]*[sdvqrf]|\{([\w.]*)(?:[:!][^{}]*)?\}", template.text):
            pieces.append(Known(template.text[at : found.start()]))
            name = found[1] or found[2]
            if name and name.isdigit():
                pieces.append(values[int(name)] if int(name) < len(values) else Unknown("format"))
            elif name:
                pieces.append(
                    named.get(name)
                    or next((v for t in values if isinstance(t, Table) and (v := t.get(name))), None)
                    or Unknown("format")
                )
            else:
                pieces.append(left.pop(0) if left else Unknown("format"))
            at = found.end()
        pieces.append(Known(template.text[at:]))
        return Glued(pieces)

    def _text_method(self, of: Value, name: str, call: Call, frame: Frame) -> Value | None:
        """What a method of a text gives; None where it is none of those that matter."""
        arguments = call.arguments
        if isinstance(of, (Known, Glued, Setting)) or (
            isinstance(of, OneOf) and any(isinstance(one, (Known, Glued, Setting)) for one in of.options)
        ):
            if name in SETTINGS.same or name in ("unwrap_or_default", "unwrap", "orElse", "expect"):
                return of
            if name in ("format", "%", "formatted"):
                named = {one.name: self.value(one.value, frame) for one in arguments if one.name is not None}
                return self._formatted(
                    of, [self.value(one.value, frame) for one in arguments if one.name is None], named
                )
            if name in ("concat", "append"):
                return Glued([of, *(self.value(one.value, frame) for one in arguments)])
            if name in ("upper", "toUpperCase", "upcase", "lower", "toLowerCase", "downcase", "ToUpper", "ToLower"):
                change = str.upper if "pp" in name.lower() and name.lower() != "downcase" else str.lower
                return _mapped(of, change)
            if name == "join":
                return self._joined_by(of, self.value(arguments[0].value, frame)) if arguments else None
            if name in ("replace", "sub", "gsub", "Replace") and len(arguments) == 2:
                old, new = (self.value(one.value, frame) for one in arguments)
                if isinstance(old, Known) and isinstance(of, Known):
                    return self._replaced(of.text, old.text, new)
                return Unknown("dynamic path", [of, old, new])
            if name == "removeprefix" or name == "lstrip":
                return of
        if isinstance(of, Row) and name in ("join", "implode"):
            separator = self.value(arguments[0].value, frame) if arguments else Known("," if name == "join" else "")
            return self._joined_by(separator, of)
        if isinstance(of, Row) and name == "concat":
            return Row([*of.items, *(self.value(one.value, frame) for one in arguments)])
        if isinstance(of, Table) and name in ("get", "fetch", "getOrDefault") and arguments:
            key = self.value(arguments[0].value, frame)
            found = self._item(of, key, Item(call.at, call.callee, arguments[0].value), frame)
            return one_of([found, *(self.value(one.value, frame) for one in arguments[1:])])
        if isinstance(of, Table) and not arguments and name in ("items", "entries", "values", "keys", "each"):
            known = [(key, value) for key, value in of.entries if key is not None]
            if name == "values":
                return Row([value for _, value in of.entries])
            return Row([key if name == "keys" else Row([key, value]) for key, value in known])
        if isinstance(of, Table) and name in ("merge", "copy", "dup", "update"):
            added = self._merged(call, External(""), frame)
            return Table([*of.entries, *(added.entries if isinstance(added, Table) else [])])
        return None

    def _replaced(self, text: str, old: str, new: Value) -> Value:
        if not old or old not in text:
            return Known(text)
        pieces: list[Value] = []
        for index, part in enumerate(text.split(old)):
            if index:
                pieces.append(new)
            pieces.append(Known(part))
        return Glued(pieces)

    def _joined_by(self, separator: Value, row: Value) -> Value:
        if not isinstance(row, Row):
            return Unknown("dynamic path", [row])
        pieces: list[Value] = []
        for index, item in enumerate(row.items):
            pieces += [separator, item] if index else [item]
        return Glued(pieces) if pieces else Known("")


class Given(Node):
    """A value as an expression."""

    __slots__ = ("value",)

    def __init__(self, at: At, value: Value) -> None:
        super().__init__(at)
        self.value = value


def _mapped(value: Value, change: object) -> Value:
    match value:
        case Known(text=text, string=string):
            return Known(change(text), string)  # type: ignore[operator]
        case OneOf(options=several):
            return one_of([_mapped(option, change) for option in several])
        case _:
            return value


def _is_nothing(value: Value) -> bool:
    return isinstance(value, Known) and (
        (not value.string and value.text in _NOTHING) or (value.string and not value.text)
    )


def _within(node: Node) -> Iterable[Node]:
    yield node
    for child in node.children():
        yield from _within(child)
