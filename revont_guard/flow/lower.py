"""From a syntax tree to what the program says: one walk for every language, told by its table what its nodes are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, get_args

from revont_guard.flow.imports import IMPORTS
from revont_guard.flow.languages import Kind, Language
from revont_guard.flow.tree import (
    Argument,
    At,
    Attribute,
    Call,
    Choice,
    Each,
    File,
    Function,
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

if TYPE_CHECKING:
    from tree_sitter import Node as Syntax

Fields = dict[str, str]
"""By what a node kind needs, which fields of the syntax tree have it."""
_DEEPEST = 150
"""How far expressions may be nested. Python's own stack bears some six times as many calls."""

_ESCAPE = re.compile(r"\\(?:u\{([0-9a-fA-F]+)\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.DOTALL)
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "0": "\0"}
_QUOTES = re.compile(r"""^[a-zA-Z@$#]{0,3}("{3}|'{3}|["'`])(.*)\1$""", re.DOTALL)


def lower(data: bytes, path: str, language: Language) -> File:
    """What the text of a file says. Never fails: what is not understood is told in ``why``."""
    file = File(path, language.name)
    file.scope = Scope("module", "", file, None)
    root = language.parse(data)
    if root.has_error:
        file.why = "file not fully parsed"
    _Lowering(file, language)(root, file.scope)
    return file


class _Lowering:
    def __init__(self, file: File, language: Language) -> None:
        self._file = file
        self._language = language
        self._depth = 0
        self._outer = False
        self._known: dict[str, Callable[[Syntax, Scope, Fields], Node]] = {
            kind: getattr(self, f"_{kind}") for kind in get_args(Kind) if kind not in ("pair", "pattern")
        } | {"pair": self._other, "pattern": self._other}

    def __call__(self, node: Syntax, scope: Scope) -> Node:
        if self._depth >= _DEEPEST:
            self._file.why = "depth limit"
            return Other(_at(node), "depth limit", [])
        self._depth += 1
        try:
            kind, fields = self._language.kind(node.type)
            return self._known[kind](node, scope, fields)
        finally:
            self._depth -= 1

    # -- parts --------------------------------------------------------------------------------------------------------

    def _all(self, nodes: list[Syntax], scope: Scope) -> list[Node]:
        return [self(node, scope) for node in nodes if node.is_named and not self._is_skipped(node)]

    def _is_skipped(self, node: Syntax) -> bool:
        return node.is_extra or self._language.kind(node.type)[0] == "skip"

    def _parts(self, node: Syntax) -> list[Syntax]:
        return [child for child in node.children if child.is_named and not self._is_skipped(child)]

    def _field(self, node: Syntax, names: str) -> Syntax | None:
        """The first child by any of the field's ``names`` (``a|b``); ``#1`` is the second named one."""
        for name in names.split("|"):
            if name.startswith("#"):
                parts = self._parts(node)
                index = int(name[1:])
                if -len(parts) <= index < len(parts):
                    return parts[index]
            elif (child := node.child_by_field_name(name)) is not None:
                return child
        return None

    def _of(self, node: Syntax, names: str, scope: Scope) -> Node:
        child = self._field(node, names)
        return self(child, scope) if child is not None else Other(_at(node), "nothing", [])

    # -- literals -----------------------------------------------------------------------------------------------------

    def _other(self, node: Syntax, scope: Scope, fields: Fields) -> Node:
        return Other(_at(node), node.type, self._all(node.children, scope))

    def _skip(self, node: Syntax, scope: Scope, fields: Fields) -> Node:
        return Other(_at(node), node.type, [])

    def _wrap(self, node: Syntax, scope: Scope, fields: Fields) -> Node:
        parts = self._all(node.children, scope)
        return parts[0] if len(parts) == 1 else Other(_at(node), node.type, parts)

    def _last(self, node: Syntax, scope: Scope, fields: Fields) -> Node:
        parts = self._all(node.children, scope)
        return parts[-1] if parts else Other(_at(node), node.type, [])

    def _number(self, node: Syntax, scope: Scope, fields: Fields) -> Node:
        return Text(_at(node), _text(node), string=False)

    def _symbol(self, node: Syntax, scope: Scope, fields: Fields) -> Node:
        return Text(_at(node), _text(node).strip(":\"'"))

    def _text(self, node: Syntax, scope: Scope, fields: Fields) -> Node:
        """A string: of the contents it has, and the expressions between them."""
        pieces = [child for child in node.children if child.is_named]
        language = self._language
        if not any(child.type in language.contents or child.type in language.holes for child in pieces):
            holes = [child for child in pieces if not self._is_skipped(child) and child.type not in language.marks]
            if not holes:
                whole = _text(node)
                quoted = _QUOTES.match(whole)
                return Text(_at(node), quoted[2] if quoted else "" if len(whole) < 3 else whole)
        parts: list[Node] = []
        for child in pieces:
            if child.type in language.contents:
                parts.append(Text(_at(child), _unescaped(_text(child))))
            elif child.type in language.escapes:
                parts.append(Text(_at(child), _unescaped(_text(child))))
            elif child.type in language.holes:
                inner = [part for part in self._parts(child) if part.type not in language.marks]
                parts.append(self(inner[0], scope) if inner else Other(_at(child), child.type, []))
            elif child.type not in language.marks and not self._is_skipped(child):
                parts.append(self(child, scope))
        return _joined(_at(node), parts)

    def _join(self, node: Syntax, scope: Scope, fields: Fields) -> Node:
        """Strings beside each other."""
        return _joined(_at(node), self._all(node.children, scope))

    def _binary(self, node: Syntax, scope: Scope, fields: Fields) -> Node:
        """``a + b + c`` is one; it may be thousands of them deep on the left."""
        right: list[tuple[str, Syntax]] = []
        at: Syntax | None = node
        while at is not None and self._language.kind(at.type)[0] == "binary" and len(right) < 100_000:
            operator, second = at.child_by_field_name("operator"), self._field(at, fields.get("right", "right|#1"))
            if second is None:
                break
            sign = _text(operator) if operator is not None else _sign(at)
            if right and _role(sign) != _role(right[-1][0]):
                break
            right.append((sign, second))
            at = self._field(at, fields.get("left", "left|#0"))
        if at is None or not right:
            return self._other(node, scope, fields)
        operands = [self(at, scope), *(self(second, scope) for _, second in reversed(right))]
        match _role(right[0][0]):
            case "join":
                return Join(_at(node), operands)
            case "format":
                values = operands[1]
                given = values.items if isinstance(values, Sequence) else [values]
                method = Attribute(_at(node), operands[0], "%")
                return self._made(Call(_at(node), method, [Argument(value) for value in given]), scope)
            case "choose":
                return Choice(_at(node), operands, fallback=True)
            case _:
                return Other(_at(node), right[0][0], operands)

    def _choice(self, node: Syntax, scope: Scope, fields: Fields) -> Node:
        """``a ? b : c``; without ``b``, ``a`` itself."""
        condition = self._field(node, fields.get("condition", "condition"))
        if condition is None:  # Python: b if a else c
            parts = self._all(node.children, scope)
            return Choice(_at(node), [parts[0], *parts[2:]]) if len(parts) >= 2 else self._other(node, scope, fields)
        first = self(condition, scope)
        yes, no = self._field(node, "consequence"), self._field(node, "alternative")
        options = [self(yes, scope) if yes is not None else first]
        return Choice(_at(node), [*options, *([self(no, scope)] if no is not None else [])])

    # -- names --------------------------------------------------------------------------------------------------------

    def _name(self, node: Syntax, scope: Scope, fields: Fields) -> Node:
        name = _text(node).lstrip("$")
        return This(_at(node)) if name == self._language.this or name == _self_of(scope) else Name(_at(node), name)

    def _first(self, node: Syntax, scope: Scope, fields: Fields) -> Node:
        """A name with more to it, as ``List<String>``."""
        parts = self._parts(node)
        return self(parts[0], scope) if parts else Name(_at(node), _text(node))

    def _this(self, node: Syntax, scope: Scope, fields: Fields) -> Node:
        return This(_at(node))

    def _field_of_this(self, node: Syntax, scope: Scope, fields: Fields) -> Node:
        return Attribute(_at(node), This(_at(node)), _text(node).lstrip("@"))

    def _attribute(self, node: Syntax, scope: Scope, fields: Fields) -> Node:
        name = self._field(node, fields["name"])
        if name is not None and self._language.kind(name.type)[0] in ("wrap", "text"):  # $a->{$b}
            return Item(_at(node), self._of(node, fields["of"], scope), self(name, scope))
        told = _text(name).lstrip("#$") if name is not None else ""
        self._file.mentions[told.partition("<")[0]] += 1
        return Attribute(_at(node), self._of(node, fields["of"], scope), told.partition("<")[0])

    def _item(self, node: Syntax, scope: Scope, fields: Fields) -> Node:
        of, key = self._of(node, fields.get("of", "#0"), scope), self._of(node, fields.get("key", "#1"), scope)
        return Item(_at(node), of, key)

    # -- calls --------------------------------------------------------------------------------------------------------

    def _made(self, call: Call, scope: Scope) -> Node:
        self._file.calls.append((call, scope))
        if isinstance(call.callee, Attribute):
            root = _root(call.callee.of)
            for argument in call.arguments:
                _change(root, argument.value, scope, call.callee.name)
        elif isinstance(call.callee, Name) and call.arguments and not call.new:
            # curl_setopt($ch, …): a function of no object changes the first of what it is given
            root = _root(call.arguments[0].value)
            if call.callee.id in self._language.setters:
                for argument in call.arguments[1:]:
                    _change(root, argument.value, scope)
        return call

    def _call(self, node: Syntax, scope: Scope, fields: Fields) -> Node:
        arguments = self._arguments(node, fields, scope)
        if "callee" in fields:
            callee = self._of(node, fields["callee"], scope)
            if isinstance(callee, Attribute):
                self._file.mentions[callee.name] -= 1
        else:
            name = self._field(node, fields["name"])
            told = _text(name).partition("<")[0] if name is not None else "call"
            of = self._field(node, fields["of"])
            callee = Name(_at(node), told) if of is None else Attribute(_at(node), self(of, scope), told)
            if of is not None and name is not None and self._language.kind(name.type)[0] in ("wrap", "variable"):
                callee = Item(_at(node), self(of, scope), self(name, scope))
        new = isinstance(callee, Attribute) and callee.name == "new" and self._language.name == "ruby"
        if new and isinstance(callee, Attribute):
            callee = callee.of
        return self._made(Call(_at(node), callee, arguments, new=new), scope)

    def _new(self, node: Syntax, scope: Scope, fields: Fields) -> Node:
        arguments = self._arguments(node, fields, scope)
        initial = node.child_by_field_name("initializer")
        if initial is not None:
            for part in self._parts(initial):
                left, right = self._field(part, "left"), self._field(part, "right")
                if left is not None and right is not None:
                    arguments.append(Argument(self(right, scope), _text(left)))
                else:
                    arguments.append(Argument(self(part, scope)))
        callee = self._of(node, fields.get("callee", "constructor"), scope)
        return self._made(Call(_at(node), callee, arguments, new=True), scope)

    def _arguments(self, node: Syntax, fields: Fields, scope: Scope) -> list[Argument]:
        given = self._field(node, fields.get("arguments", "arguments"))
        found = list(self._given(given, scope)) if given is not None else []
        block = node.child_by_field_name("block")
        if block is not None:
            found.append(Argument(self(block, scope)))
        return found

    def _given(self, arguments: Syntax, scope: Scope) -> Iterator[Argument]:
        kind = self._language.kind(arguments.type)[0]
        if kind not in ("other", "sequence", "wrap"):  # f`…`, or the one argument without parentheses
            yield Argument(self(arguments, scope))
            return
        for part in self._parts(arguments):
            kind, fields = self._language.kind(part.type)
            if kind == "keyword":
                name = self._field(part, fields.get("name", "name"))
                given = self._field(part, fields.get("value", "value"))
                if given is None or given is name:
                    given = self._parts(part)[-1]
                told = _text(name).strip(":\"'") if name is not None and name is not given else None
                yield Argument(self(given, scope), told)
            elif kind == "pair":
                key, value = self._pair(part, fields, scope)
                if isinstance(key, Text):
                    yield Argument(value, key.value)
                else:
                    yield Argument(Mapping(_at(part), [(key, value)]))
            elif kind == "spread":
                yield Argument(self._wrap(part, scope, fields), spread=True)
            else:
                yield Argument(self(part, scope))

    def _keyword(self, node: Syntax, scope: Scope, fields: Fields) -> Node:
        return self._last(node, scope, fields)

    def _spread(self, node: Syntax, scope: Scope, fields: Fields) -> Node:
        return self._wrap(node, scope, fields)

    # -- collections --------------------------------------------------------------------------------------------------

    def _sequence(self, node: Syntax, scope: Scope, fields: Fields) -> Node:
        parts = self._parts(node)
        if any(self._is_entry(part) for part in parts):
            return self._mapping(node, scope, fields)
        return Sequence(_at(node), [self._element(part, scope) for part in parts])

    def _element(self, part: Syntax, scope: Scope) -> Node:
        value = self(part, scope)
        return Spread(value.at, value) if self._language.kind(part.type)[0] == "spread" else value

    def _is_entry(self, part: Syntax) -> bool:
        kind = self._language.kind(part.type)[0]
        return kind == "pair" and len(self._parts(part)) > 1

    def _mapping(self, node: Syntax, scope: Scope, fields: Fields) -> Node:
        entries: list[tuple[Node | None, Node]] = []
        for part in self._parts(node):
            kind, spec = self._language.kind(part.type)
            match kind:
                case "pair":
                    key, value = self._pair(part, spec, scope)
                    if isinstance(value, Function) and not value.scope.name and isinstance(key, Text):
                        value.scope.name = key.value
                    entries.append((key, value))
                case "spread":
                    entries.append((None, self._wrap(part, scope, spec)))
                case "name":
                    entries.append((Text(_at(part), _text(part)), Name(_at(part), _text(part))))
                case "function":
                    name = self._field(part, spec.get("name", "name"))
                    entries.append((Text(_at(part), _text(name) if name else ""), self(part, scope)))
                case _:
                    entries.append((None, self(part, scope)))
        return Mapping(_at(node), entries)

    def _pair(self, node: Syntax, fields: Fields, scope: Scope) -> tuple[Node, Node]:
        parts = self._parts(node)
        key = self._field(node, fields.get("key", "key|#0"))
        value = self._field(node, fields.get("value", "value|#-1"))
        if key is None or value is None or len(parts) < 2:
            return Text(_at(node), ""), (self(parts[-1], scope) if parts else Other(_at(node), "nothing", []))
        kind = self._language.kind(key.type)[0]
        if kind == "wrap":  # {[a]: b}
            return self(key, scope), self(value, scope)
        if kind == "name" and self._language.plain_keys:
            return Text(_at(key), _text(key)), self(value, scope)
        return self(key, scope), self(value, scope)

    def _literal(self, node: Syntax, scope: Scope, fields: Fields) -> Node:
        """Go: a struct with its fields, a map or a list."""
        type_, body = self._field(node, "type"), self._field(node, "body")
        if type_ is None or body is None:
            return self._other(node, scope, fields)
        if type_.type in ("slice_type", "array_type", "implicit_length_array_type"):
            return Sequence(_at(node), self._all(body.children, scope))
        if type_.type == "map_type":
            return self._mapping(body, scope, fields)
        arguments = []
        for part in self._parts(body):
            kind, spec = self._language.kind(part.type)
            if kind == "pair":
                key = self._field(part, spec.get("key", "key"))
                arguments.append(Argument(self(self._parts(part)[-1], scope), _text(key).strip('"`') if key else None))
            else:
                arguments.append(Argument(self(part, scope)))
        return self._made(Call(_at(node), self(type_, scope), arguments, new=True), scope)

    # -- what names stand for -----------------------------------------------------------------------------------------

    def _assign(self, node: Syntax, scope: Scope, fields: Fields) -> Node:
        left, right = (
            self._field(node, fields.get("left", "left|name")),
            self._field(node, fields.get("right", "right|value")),
        )
        if left is None:
            return self._other(node, scope, fields)
        if right is None or right.id == left.id:
            if scope.kind == "class":
                self._declare(left, node, scope)
            return Other(_at(node), "declaration", [])
        value = self(right, scope)
        before, self._outer = self._outer, "outer" in fields
        self._target(left, value, scope)
        self._outer = before
        return value

    def _declare(self, left: Syntax, node: Syntax, scope: Scope) -> None:
        """A field of a class without a value: it may be told by its annotation (``@Value("${a.b}")``)."""
        told = Other(_at(left), "field", [])
        above = node.parent
        if above is not None:
            marks = [part for child in above.children if child.type == "modifiers" for part in child.children]
            told.parts += [self(mark, scope) for mark in marks if mark.type == "annotation"]
        scope.bind(_text(left), told)

    def _augmented(self, node: Syntax, scope: Scope, fields: Fields) -> Node:
        left, right = self._field(node, "left"), self._field(node, "right")
        if left is None or right is None:
            return self._other(node, scope, fields)
        value, sign = self(right, scope), _sign(node)
        target = self(left, scope)
        if sign in ("+=", ".=", "..="):
            value = Join(_at(node), [target, value])
        self._target(left, value, scope)
        return value

    def _target(self, left: Syntax, value: Node, scope: Scope) -> None:
        kind, _ = self._language.kind(left.type)
        match kind:
            case "pattern" | "sequence" | "mapping" | "list":
                self._pattern(left, value, scope)
            case "assign":  # a default within a pattern
                inner, default = self._field(left, "left|name"), self._field(left, "right|value")
                if inner is not None and default is not None:
                    self._target(inner, Choice(_at(left), [value, self(default, scope)], fallback=True), scope)
            case "wrap" | "spread":
                for part in self._parts(left)[:1]:
                    self._target(part, value, scope)
            case _:
                self._bind(self(left, scope), value, scope)

    def _bind(self, target: Node, value: Node, scope: Scope) -> None:
        if isinstance(value, Function) and not value.scope.name and isinstance(target, (Name, Attribute)):
            value.scope.name = target.id if isinstance(target, Name) else target.name
        match target:
            case Name():
                owner = scope
                while self._outer and not _is_local(owner, target.id) and owner.parent is not None:
                    owner = owner.parent
                if owner.kind == "class" and owner is not scope:
                    value = Placed(value.at, value, scope)
                (owner if _is_local(owner, target.id) else scope).bind(target.id, value)
            case Attribute(of=This()):
                cls = scope.enclosing("class")
                (cls or scope).bind(target.name, Placed(value.at, value, scope) if cls else value)
            case _:
                _change(_root(target), Mapping(target.at, [(_key_of(target), value)]), scope)

    def _pattern(self, left: Syntax, value: Node, scope: Scope) -> None:
        parts = self._parts(left)
        if len(parts) == 1 and self._language.kind(left.type)[0] == "list":
            self._target(parts[0], value, scope)
            return
        for index, part in enumerate(parts):
            kind, _ = self._language.kind(part.type)
            at = _at(part)
            if kind == "pair":
                key, inner = self._field(part, "key|#0"), self._field(part, "value|#1")
                if key is not None and inner is not None:
                    self._target(inner, Item(at, value, Text(at, _text(key).strip("\"'"))), scope)
            elif kind == "assign" and (inner := self._field(part, "left")) is not None:
                default = self._field(part, "right")
                item = Item(at, value, Text(at, _text(inner)))
                given = Choice(at, [item, self(default, scope)], fallback=True) if default is not None else item
                self._target(inner, given, scope)
            elif self._language.kind(left.type)[0] == "mapping" and kind == "name":
                self._target(part, Item(at, value, Text(at, _text(part))), scope)
            elif self._language.first_of_many and index == 0 and not isinstance(value, Sequence):
                self._target(part, value, scope)  # Go: req, err := …
            else:
                known = isinstance(value, Sequence) and index < len(value.items)
                made = value.items[index] if known and isinstance(value, Sequence) else None
                self._target(part, made or Item(at, value, Text(at, str(index), string=False)), scope)

    def _list(self, node: Syntax, scope: Scope, fields: Fields) -> Node:
        parts = self._all(node.children, scope)
        return parts[0] if len(parts) == 1 else Sequence(_at(node), parts)

    def _loop(self, node: Syntax, scope: Scope, fields: Fields) -> Node:
        left, right = (
            self._field(node, fields.get("left", "left|name")),
            self._field(node, fields.get("right", "right|value")),
        )
        if left is not None and right is not None:
            each: Node = Each(_at(right), self(right, scope))
            parts = self._parts(left)
            if self._language.first_of_many and len(parts) == 2:
                left = parts[1]
            self._target(left, each, scope)
        for child in node.children:
            if child.is_named and child not in (left, right) and not self._is_skipped(child):
                self(child, scope)
        return Other(_at(node), "loop", [])

    def _return(self, node: Syntax, scope: Scope, fields: Fields) -> Node:
        values = self._all(node.children, scope)
        function = scope.enclosing("function")
        if function is not None:
            function.results += values[:1] if self._language.first_of_many else values
        return values[0] if values else Other(_at(node), "nothing", [])

    def _imports(self, node: Syntax, scope: Scope, fields: Fields) -> Node:
        for name, imported in IMPORTS[self._language.name](node):
            scope.bind(name, imported)
        if node.type == "export_statement" and node.child_by_field_name("source") is None:
            values = self._all(node.children, scope)
            if values and any(child.type == "default" for child in node.children):
                scope.bind("default", values[-1])
        return Other(_at(node), "import", [])

    # -- scopes -------------------------------------------------------------------------------------------------------

    def _function(self, node: Syntax, scope: Scope, fields: Fields) -> Node:
        name = self._field(node, fields.get("name", "name"))
        told = _text(name) if name is not None else ""
        outer = self._receiver(node, scope) or scope
        made = Scope("function", told, self._file, outer, _at(node))
        mark = node.parent
        marks = [*node.children, *(mark.children if mark is not None and mark.type == "decorated_definition" else ())]
        written = [
            _text(child) for child in marks if child.type in ("decorator", "modifiers", "attribute_list", "annotation")
        ]
        made.marked = any("@" in text or text.startswith("[") for text in written)
        made.is_property = any(
            text in ("@property", "@cached_property", "@functools.cached_property") for text in written
        ) or any(child.type == "get" for child in node.children)
        made.loose = any("staticmethod" in text for text in written)
        receiver = node.child_by_field_name("receiver")
        if receiver is not None and outer is not scope:
            instance = self._parts(receiver)[0].child_by_field_name("name")
            made.parameters.append(Parameter(_text(instance) if instance is not None else "_", kind="self"))
        elif outer.kind == "class" and self._language.this == "first" and not made.loose:
            made.parameters.append(Parameter("", kind="self"))
        parameters = self._field(node, fields.get("parameters", "parameters|parameter"))
        if parameters is not None:
            single = self._language.kind(parameters.type)[0] in ("name", "pattern", "mapping")
            for part in [parameters] if single else self._parts(parameters):
                self._parameter(part, made)
        if made.parameters and made.parameters[0].kind == "self" and not made.parameters[0].name:
            rest = made.parameters[1:]
            if rest:
                made.parameters[0].name = rest[0].name
                made.parameters = [made.parameters[0], *rest[1:]]
        body = self._field(node, fields.get("body", "body"))
        if body is not None:
            value = self(body, made)
            if self._language.kind(body.type)[0] not in ("other", "skip") and body.type not in self._language.blocks:
                made.results.append(value)
            elif self._language.last_is_result:
                parts = self._parts(body)
                if parts and parts[-1].type not in ("method", "class"):
                    made.results.append(self._again(parts[-1], made))
        if told and fields.get("bind") != "no":
            if outer.kind == "class" and told == outer.name:
                told = "constructor"
            made.name = told
            outer.bind(told, made)
        return Function(_at(node), made)

    def _again(self, node: Syntax, scope: Scope) -> Node:
        """What an expression that was walked already is worth; its calls are not counted twice."""
        calls, changes = len(self._file.calls), {name: list(nodes) for name, nodes in scope.changes.items()}
        names = {name: list(values) for name, values in scope.names.items()}
        value = self(node, scope)
        del self._file.calls[calls:]
        scope.changes, scope.names = changes, names
        return value

    def _receiver(self, node: Syntax, scope: Scope) -> Scope | None:
        """Go: the class of a method stands before its name."""
        receiver = node.child_by_field_name("receiver")
        if receiver is None or self._language.name != "go":
            return None
        parts = self._parts(receiver)
        type_ = parts[0].child_by_field_name("type") if parts else None
        if type_ is None:
            return None
        name = _text(type_).lstrip("*").partition("[")[0]
        cls = next((value for value in scope.names.get(name, ()) if isinstance(value, Scope)), None)
        if cls is None:
            cls = Scope("class", name, self._file, scope, _at(node))
            scope.bind(name, cls)
        return cls

    def _parameter(self, node: Syntax, scope: Scope) -> None:
        if self._is_skipped(node):
            return
        name = self._field(node, "pattern|name|left")
        names = node.children_by_field_name("name") or ([name] if name is not None else [])
        default = self._field(node, "value|default_value|right|default")
        if not names:
            found = [part for part in self._parts(node) if self._language.kind(part.type)[0] in ("name", "variable")]
            names = found[-1:] if found and node.child_count else [node]
        type_ = node.child_by_field_name("type")
        kind = (
            "**"
            if "dict" in node.type or "hash_splat" in node.type
            else "*"
            if "splat" in node.type or "variadic" in node.type or node.type == "rest_pattern"
            else ""
        )
        for one in names:
            if one is None:
                continue
            value = self(default, scope.parent or scope) if default is not None else None
            if self._language.kind(one.type)[0] in ("mapping", "sequence", "pattern") and one.named_child_count:
                told = f"#{len(scope.parameters)}"
                scope.parameters.append(Parameter(told, value, kind))
                self._pattern(one, Name(_at(one), told), scope)
                continue
            told = _text(one).lstrip("$&*@:").partition("=")[0].strip()
            if not told:
                continue
            scope.parameters.append(
                Parameter(told, value, kind, _text(type_).lstrip(": *") if type_ is not None else None)
            )
            promoted = any(child.type in ("accessibility_modifier", "visibility_modifier") for child in node.children)
            cls = scope.enclosing("class")
            if promoted and cls is not None:
                cls.bind(told, Placed(_at(one), Name(_at(one), told), scope))

    def _class(self, node: Syntax, scope: Scope, fields: Fields) -> Node:
        name = self._field(node, fields.get("name", "name"))
        told = _text(name).partition("<")[0] if name is not None else ""
        cls = next(
            (value for value in scope.names.get(told, ()) if isinstance(value, Scope) and value.kind == "class"), None
        )
        if cls is None:
            cls = Scope("class", told, self._file, scope, _at(node))
            if told:
                scope.bind(told, cls)
        for child in node.children:
            if child.type in self._language.heritage:
                for part in self._parts(child):
                    inner = [part] if self._language.kind(part.type)[0] != "other" else self._parts(part)
                    cls.bases += [self(base, scope) for base in inner]
        mark = node.parent
        cls.marked = mark is not None and mark.type == "decorated_definition"
        body = self._field(node, fields.get("body", "body|type"))
        if body is not None:
            for part in self._parts(body):
                value = self(part, cls)
                self._file.roots.append((value, cls))
        return Function(_at(node), cls)

    def _struct(self, node: Syntax, scope: Scope, fields: Fields) -> Node:
        """Go: a type, whose methods follow."""
        name = node.child_by_field_name("name")
        if name is not None and not any(isinstance(value, Scope) for value in scope.names.get(_text(name), ())):
            scope.bind(_text(name), Scope("class", _text(name), self._file, scope, _at(node)))
        return Other(_at(node), "type", [])

    def _variable(self, node: Syntax, scope: Scope, fields: Fields) -> Node:
        return self._name(node, scope, fields)


class Placed(Node):
    """A value that was given in another scope, in which its names stand for something; ``method``: how."""

    __slots__ = ("method", "scope", "value")

    def __init__(self, at: At, value: Node, scope: Scope, method: str = "=") -> None:
        super().__init__(at)
        self.value = value
        self.scope = scope
        self.method = method


def _at(node: Syntax) -> At:
    return node.start_point[0] + 1, node.start_point[1] + 1


def _text(node: Syntax) -> str:
    return (node.text or b"").decode("utf-8", "replace")


def _sign(node: Syntax) -> str:
    """The operator of a node that has it as an unnamed child."""
    return next((_text(child) for child in node.children if not child.is_named), "")


def _role(sign: str) -> str:
    match sign:
        case "+" | "." | ".." | "<<":
            return "join"
        case "%":
            return "format"
        case "||" | "??" | "or" | "?:":
            return "choose"
        case _:
            return sign


def _joined(at: At, parts: list[Node]) -> Node:
    merged: list[Node] = []
    for part in parts:
        if isinstance(part, Text) and merged and isinstance(merged[-1], Text):
            merged[-1] = Text(merged[-1].at, merged[-1].value + part.value)
        else:
            merged.append(part)
    if not merged:
        return Text(at, "")
    if len(merged) == 1 and isinstance(merged[0], Text):
        return Text(at, merged[0].value)
    return Join(at, merged)


def _unescaped(text: str) -> str:
    if "\\" not in text:
        return text

    def one(found: re.Match[str]) -> str:
        number = found[1] or found[2] or found[3]
        if number:
            code = int(number, 16)
            return chr(code) if code < 0x110000 else ""
        return _ESCAPED.get(found[4], found[4])

    return _ESCAPE.sub(one, text)


def _root(node: Node) -> Node:
    """What an expression leads on from: of ``a.b["c"].d()`` it is ``a``; of the instance, which attribute."""
    while True:
        match node:
            case Attribute(of=This()):
                return node
            case Attribute(of=of) | Item(of=of):
                node = of
            case Call(callee=Attribute(of=of)):
                node = of
            case _:
                return node


def _change(root: Node, value: Node, scope: Scope, method: str = "=") -> None:
    """Notes that something is handed to an object by one of its methods, or set in it."""
    placed = Placed(value.at, value, scope, method)
    cls = scope.enclosing("class")
    match root:
        case Name(id=name):
            scope.change(name, placed)
        case Attribute(of=This(), name=name):
            (cls or scope).change(name, placed)
        case This() if cls is not None:
            cls.change("", placed)


def _key_of(target: Node) -> Node:
    match target:
        case Attribute(name=name):
            return Text(target.at, name)
        case Item(key=key):
            return key
        case _:
            return target


def _self_of(scope: Scope) -> str | None:
    """What the instance is called in a scope, where that is a parameter's name."""
    at: Scope | None = scope
    while at is not None:
        for parameter in at.parameters[:1]:
            if parameter.kind == "self":
                return parameter.name or None
        at = at.parent
    return None


def _is_local(scope: Scope, name: str) -> bool:
    return name in scope.names or any(parameter.name == name for parameter in scope.parameters)
