"""Which names an import brings into a file, and what they stand for: some lines for each language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from revont_guard.flow.tree import At, Import

if TYPE_CHECKING:
    from tree_sitter import Node as Syntax

Imports = Iterator[tuple[str, Import]]


def _python(node: Syntax) -> Imports:
    at = _at(node)
    names = node.children_by_field_name("name")
    module = node.child_by_field_name("module_name")
    if module is None:
        for name in names:
            alias = name.child_by_field_name("alias")
            whole = _text(name.child_by_field_name("name") or name)
            if alias is not None:
                yield _text(alias), Import(at, whole, None)
            else:
                yield whole.partition(".")[0], Import(at, whole.partition(".")[0], None)
        return
    for name in names:
        taken = _text(name.child_by_field_name("name") or name)
        alias = name.child_by_field_name("alias")
        yield (_text(alias) if alias is not None else taken), Import(at, _text(module), taken)
    if any(child.type == "wildcard_import" for child in node.children):
        yield "*", Import(at, _text(module), "*")


def _javascript(node: Syntax) -> Imports:
    at, source = _at(node), node.child_by_field_name("source")
    if source is None:
        return
    module = _text(source).strip("\"'`")
    for clause in node.children:
        if clause.type == "export_clause":  # export { a as b } from "…"
            for part in clause.named_children:
                name, alias = part.child_by_field_name("name"), part.child_by_field_name("alias")
                if name is not None:
                    yield _text(alias or name), Import(at, module, _text(name))
        if clause.type == "*":
            yield "*", Import(at, module, "*")
        if clause.type != "import_clause":
            continue
        for part in clause.named_children:
            if part.type == "identifier":
                yield _text(part), Import(at, module, "default")
            elif part.type == "namespace_import":
                yield _text(part.named_children[-1]), Import(at, module, None)
            else:
                for one in part.named_children:
                    name, alias = one.child_by_field_name("name"), one.child_by_field_name("alias")
                    if name is not None:
                        yield _text(alias or name), Import(at, module, _text(name))


def _go(node: Syntax) -> Imports:
    path, name = node.child_by_field_name("path"), node.child_by_field_name("name")
    if path is not None:
        module = _text(path).strip('"`')
        yield (_text(name) if name is not None else module.rpartition("/")[2]), Import(_at(node), module, None)


def _java(node: Syntax) -> Imports:
    whole = _text(node).removeprefix("import").strip().removeprefix("static").strip(" ;\n")
    module, _, name = whole.rpartition(".")
    if name and name != "*":
        yield name, Import(_at(node), module, name)


def _csharp(node: Syntax) -> Imports:
    name = node.child_by_field_name("name")
    parts = node.named_children
    if name is not None and len(parts) > 1:  # using A = B.C;
        module, _, last = _text(parts[-1]).rpartition(".")
        yield _text(name), Import(_at(node), module, last)


def _php(node: Syntax) -> Imports:
    for clause in node.named_children:
        if clause.type == "namespace_use_clause" and clause.named_children:
            whole = _text(clause.named_children[0]).replace("\\", ".")
            module, _, name = whole.rpartition(".")
            alias = clause.child_by_field_name("alias")
            yield (_text(alias) if alias is not None else name), Import(_at(node), module, name)


def _ruby(node: Syntax) -> Imports:
    return iter(())


IMPORTS: dict[str, Callable[[Syntax], Imports]] = {
    "python": _python,
    "javascript": _javascript,
    "typescript": _javascript,
    "tsx": _javascript,
    "go": _go,
    "java": _java,
    "csharp": _csharp,
    "php": _php,
    "ruby": _ruby,
}


def _at(node: Syntax) -> At:
    return node.start_point[0] + 1, node.start_point[1] + 1


def _text(node: Syntax) -> str:
    return (node.text or b"").decode("utf-8", "replace")
