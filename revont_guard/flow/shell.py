"""From a shell script to what it says: variables, functions with places for parameters, commands as calls."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from revont_guard.flow.tree import (
    Argument,
    At,
    Call,
    Choice,
    Each,
    File,
    Import,
    Join,
    Name,
    Node,
    Other,
    Parameter,
    Scope,
    Sequence,
    Text,
)

if TYPE_CHECKING:
    from tree_sitter import Node as Syntax
    from tree_sitter import Parser

EXTENSIONS = frozenset({"sh", "bash", "zsh", "ksh", "bats"})
_DEEPEST = 150
_PLACES = 9
_LOCAL = ("local", "declare", "typeset")


@cache
def _parser() -> Parser:
    import tree_sitter
    import tree_sitter_bash

    return tree_sitter.Parser(tree_sitter.Language(tree_sitter_bash.language()))


def lower_shell(data: bytes, path: str, line: int = 0) -> File:
    """What a script says. ``line``: how many lines of the file stand before it."""
    file = File(path, "shell")
    file.scope = Scope("module", "", file, None)
    root = _parser().parse(data).root_node
    if root.has_error:
        file.why = "file not fully parsed"
    _Lowering(file, line)(root, file.scope)
    return file


class _Lowering:
    def __init__(self, file: File, line: int) -> None:
        self._file = file
        self._line = line
        self._depth = 0

    def __call__(self, node: Syntax, scope: Scope) -> Node:
        if self._depth >= _DEEPEST:
            self._file.why = "depth limit"
            return Other(self._at(node), "depth limit", [])
        self._depth += 1
        try:
            return self._lowered(node, scope)
        finally:
            self._depth -= 1

    def _lowered(self, node: Syntax, scope: Scope) -> Node:
        at = self._at(node)
        match node.type:
            case "word" | "number" | "string_content" | "heredoc_body" | "special_variable_name" | "file_descriptor":
                return Text(at, _text(node).replace("\\\n", "").replace("\\", ""))
            case "raw_string":
                return Text(at, _text(node)[1:-1])
            case "ansi_c_string":
                return Text(at, _text(node)[2:-1])
            case "string" | "concatenation" | "command_name" | "translated_string":
                return self._joined(node, scope)
            case "simple_expansion":
                return Name(at, _text(node)[1:])
            case "expansion":
                return self._expansion(node, scope)
            case "variable_name":
                return Name(at, _text(node))
            case "command_substitution" | "process_substitution":
                return Other(at, node.type, self._all(node, scope))
            case "array":
                return Sequence(at, self._all(node, scope))
            case "variable_assignment":
                return self._assignment(node, scope, local=False)
            case "declaration_command":
                local = bool(node.children) and _text(node.children[0]) in _LOCAL
                for child in node.named_children:
                    if child.type == "variable_assignment":
                        self._assignment(child, scope, local=local)
                return Other(at, node.type, [])
            case "function_definition":
                return self._function(node, scope)
            case "for_statement":
                variable = node.child_by_field_name("variable")
                values = [self(value, scope) for value in node.children_by_field_name("value")]
                if variable is not None:
                    self._bind(_text(variable), Each(at, Sequence(at, values)), scope, local=False)
                body = node.child_by_field_name("body")
                return self(body, scope) if body is not None else Other(at, node.type, [])
            case "command":
                return self._command(node, scope)
            case "comment":
                return Other(at, "comment", [])
            case _:
                return Other(at, node.type, self._all(node, scope))

    def _all(self, node: Syntax, scope: Scope) -> list[Node]:
        return [self(child, scope) for child in node.named_children]

    def _joined(self, node: Syntax, scope: Scope) -> Node:
        """The parts of a string, with what stands between them and is no node of its own."""
        data = node.text or b""
        inner = data[1:-1] if node.type == "string" else data
        start = node.start_byte + (1 if node.type == "string" else 0)
        parts: list[Node] = []
        done = 0
        for child in node.named_children:
            before = child.start_byte - start
            if node.type == "string" and before > done:
                parts.append(Text(self._at(child), inner[done:before].decode("utf-8", "replace")))
            parts.append(self(child, scope))
            done = child.end_byte - start
        if node.type == "string" and done < len(inner):
            parts.append(Text(self._at(node), inner[done:].decode("utf-8", "replace")))
        if not parts:
            return Text(self._at(node), inner.decode("utf-8", "replace"))
        return parts[0] if len(parts) == 1 else Join(self._at(node), parts)

    def _expansion(self, node: Syntax, scope: Scope) -> Node:
        """``${NAME}``, with a default or something cut off."""
        at = self._at(node)
        parts = node.named_children
        if not parts:
            return Name(at, _text(node)[2:-1])
        first = parts[0]
        if first.type == "subscript":
            array = first.child_by_field_name("name")
            return Name(at, _text(array) if array is not None else "")
        whole = _text(node)
        name = Name(at, _text(first))
        operator = whole[2 + len(_text(first)) :][:2]
        if operator[:2] in (":-", ":=") or operator[:1] in ("-", "="):
            rest = [self(part, scope) for part in parts[1:]]
            default = rest[0] if len(rest) == 1 else Join(at, rest) if rest else Text(at, "")
            return Choice(at, [name, default], fallback=True)
        if operator[:1] in ("}", "?") or operator[:2] == ":?" or operator[:1] in ("%", "#"):
            return name
        return Other(at, "expansion", [name])

    def _assignment(self, node: Syntax, scope: Scope, *, local: bool) -> Node:
        name, value = node.child_by_field_name("name"), node.child_by_field_name("value")
        if name is None or name.type == "subscript":
            return Other(self._at(node), node.type, self._all(node, scope))
        given = self(value, scope) if value is not None else Text(self._at(node), "")
        signs = [child.type for child in node.children]
        if "+=" in signs:
            given = Join(self._at(node), [Name(self._at(node), _text(name)), given])
        self._bind(_text(name), given, scope, local=local)
        return given

    def _bind(self, name: str, value: Node, scope: Scope, *, local: bool) -> None:
        owner = scope
        while not local and owner.parent is not None and name not in owner.names:
            owner = owner.parent
        owner.bind(name, value)
        if owner is not scope and scope.kind == "function":
            scope.bind(name, value)  # there, its places stand for what they are given

    def _function(self, node: Syntax, scope: Scope) -> Node:
        name, body = node.child_by_field_name("name"), node.child_by_field_name("body")
        told = _text(name) if name is not None else ""
        made = Scope("function", told, self._file, scope, self._at(node))
        made.parameters = [Parameter(str(place)) for place in range(1, _PLACES + 1)] + [Parameter("@", kind="*")]
        scope.bind(told, made)
        if body is not None:
            self(body, made)
        return Other(self._at(node), node.type, [])

    def _command(self, node: Syntax, scope: Scope) -> Node:
        at = self._at(node)
        name = node.child_by_field_name("name")
        for child in node.named_children:
            if child.type == "variable_assignment":  # NAME=value command
                self._assignment(child, scope, local=False)
        arguments = [Argument(self(child, scope)) for child in node.children_by_field_name("argument")]
        callee = self(name, scope) if name is not None else Text(at, "")
        told = callee.value if isinstance(callee, Text) else ""
        if told in ("source", ".") and arguments and isinstance(arguments[0].value, (Text, Join)):
            path = arguments[0].value
            last = path.parts[-1] if isinstance(path, Join) else path
            if isinstance(last, Text):
                scope.bind("*", Import(at, "./" + last.value.lstrip("./"), "*"))
        if (
            told in ("command", "exec", "sudo", "time", "env", "nohup")
            and arguments
            and isinstance(arguments[0].value, Text)
        ):
            told, arguments = arguments[0].value.value, arguments[1:]
        call = Call(at, Name(at, told.rpartition("/")[2]) if told else callee, arguments)
        self._file.calls.append((call, scope))
        return call

    def _at(self, node: Syntax) -> At:
        return node.start_point[0] + 1 + self._line, node.start_point[1] + 1


def _text(node: Syntax) -> str:
    return (node.text or b"").decode("utf-8", "replace")
