"""Nodes of YAML as they are written, with their places; of what is not there, or is of another kind, nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from revont_guard.model import Location, SourceKind


def pairs(node: Any) -> Iterator[tuple[str, Any]]:
    if node is not None and getattr(node, "id", None) == "mapping":
        yield from ((content(key), value) for key, value in node.value)


def values(node: Any) -> Iterator[Any]:
    yield from (value for _, value in pairs(node))


def items(node: Any) -> Iterator[Any]:
    if node is not None and node.id == "sequence":
        for item in node.value:
            yield from items(item) if item.id == "sequence" else [item]


def get(node: Any, name: str) -> Any:
    return next((value for key, value in pairs(node) if key == name), None)


def content(node: Any) -> str:
    return node.value if node is not None and node.id == "scalar" else ""


def place(path: str, node: Any) -> Location:
    return Location(SourceKind.WORKTREE, path, node.start_mark.line + 1, node.start_mark.column + 1)
