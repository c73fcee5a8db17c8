"""YAML files of other people: read as trees of text, and added to without touching a character of what is there.

An addition is a few lines put between those that stand there. Whether that was right is not reasoned out but checked:
the result is parsed again and must be the old tree with exactly the addition in it. Otherwise :class:`Untouchable`.

Only the composer of PyYAML is used, so no tag means anything. Aliases are expanded here, up to a limit.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

import yaml  # type: ignore[import-untyped]

from revont_guard.onboarding.changes import Untouchable

Tree = Any
"""A scalar as text, a sequence as list, a mapping as dict; tags are gone."""

_MOST_CHARACTERS = 256 << 10  # PyYAML reads about as many in two seconds
_MOST_NODES = 100_000  # with every alias expanded


class NotYaml(Untouchable):
    """The text cannot be read as YAML, or only with unreasonable effort."""


def load(text: str) -> Tree:
    """The last document of ``text``; None where there is none."""
    nodes = _compose(text)
    return _plain(nodes[-1]) if nodes else None


def dig(tree: Tree, *keys: str) -> Tree:
    """What lies under ``keys``; None where something on the way is missing, or no mapping."""
    for key in keys:
        tree = tree.get(key) if isinstance(tree, dict) else None
    return tree


def items(tree: Tree) -> list[Tree]:
    """The items of a sequence; nothing for anything else."""
    return tree if isinstance(tree, list) else []


def entries(tree: Tree) -> dict[str, Tree]:
    """The entries of a mapping; nothing for anything else."""
    return tree if isinstance(tree, dict) else {}


def texts(tree: Tree) -> list[str]:
    """Every scalar below ``tree``, keys included."""
    match tree:
        case str():
            return [tree]
        case list():
            return [text for item in tree for text in texts(item)]
        case dict():
            return [text for key, value in tree.items() for text in (key, *texts(value))]
    return []


def add_item(text: str, keys: Sequence[str], item: str, *, first: bool = False) -> str:
    """``text`` with ``item`` (lines that begin with ``- ``) in the sequence under ``keys`` of the last document.

    It becomes the last item, with ``first`` the first one, and is indented as the others are.
    """
    nodes = _compose(text)
    key, sequence = _under(nodes, keys)
    if not isinstance(sequence, yaml.SequenceNode):
        raise Untouchable(f"'{keys[-1]}' is no list in it")
    if sequence.flow_style and not sequence.value:
        after = _instead(text, sequence, key, item)
    elif sequence.flow_style or not sequence.value:
        raise Untouchable(f"the list '{keys[-1]}' is written in brackets")
    else:
        after = _beside(text, sequence, key, item, first)
    (added,) = _typed(_compose(item)[0])[2]
    return _verified(nodes, after, lambda tree: _with_item(tree, keys, added, first))


def add_entry(text: str, entry: str, *, above: str | None = None) -> str:
    """``text`` with the lines of ``entry``, one key with its value, at the top level of the last document.

    At its end, or before the key ``above``.
    """
    nodes = _compose(text)
    newline = _newline(text)
    entry = newline.join(entry.splitlines())
    (pair,) = _typed(_compose(entry)[0])[2]
    if nodes and not isinstance(nodes[-1], yaml.MappingNode) and nodes[-1].tag != _NULL:
        raise Untouchable("it is no mapping")
    if above is not None:
        key, _ = _under(nodes, (above,))
        at = text.rfind("\n", 0, key.start_mark.index) + 1 or text.startswith("\ufeff")
        after = f"{text[:at]}{' ' * key.start_mark.column}{entry}{newline}{text[at:]}"
    else:
        gap = "" if not text.removeprefix("\ufeff").strip() else newline
        ended = text if text.endswith("\n") or not gap else text + newline
        after = f"{ended}{gap}{entry}{newline}"
    if not nodes or nodes[-1].tag == _NULL:
        expected = ("map", _MAP, (pair,))
        return _verified(nodes, after, lambda _: expected)

    def added(tree: Any) -> Any:
        kind, tag, pairs = tree
        names = [name for name, _ in pairs]
        at = len(pairs) if above is None else names.index(_scalar(above))
        return (kind, tag, (*pairs[:at], pair, *pairs[at:]))

    return _verified(nodes, after, added)


def add_word(text: str, key: str, word: str) -> str:
    """``text`` with ``word`` as the last item of the top-level list ``key``, which may be in brackets."""
    nodes = _compose(text)
    _, sequence = _under(nodes, (key,))
    if not isinstance(sequence, yaml.SequenceNode):
        raise Untouchable(f"'{key}' is no list in it")
    if not sequence.flow_style:
        return add_item(text, (key,), f"- {word}")
    if sequence.value:
        at = sequence.value[-1].end_mark.index
        after = f"{text[:at]}, {word}{text[at:]}"
    else:
        at = sequence.end_mark.index - 1
        after = f"{text[:at]}{word}{text[at:]}"
    return _verified(nodes, after, lambda tree: _with_item(tree, (key,), _scalar(word), False))


# -- where an addition goes -------------------------------------------------------------------------------------------


def _under(nodes: list[yaml.Node], keys: Sequence[str]) -> tuple[yaml.Node, yaml.Node]:
    """The node of the last of ``keys``, and that of its value."""
    if not nodes:
        raise Untouchable("it is empty")
    node, found = nodes[-1], None
    for name in keys:
        pairs = node.value if isinstance(node, yaml.MappingNode) else []
        found = next(((key, value) for key, value in pairs if key.value == name), None)
        if found is None:
            raise Untouchable(f"it has no '{name}'")
        node = found[1]
    assert found is not None
    return found


def _beside(text: str, sequence: yaml.Node, key: yaml.Node, item: str, first: bool) -> str:
    newline = _newline(text)
    start = sequence.value[-1].start_mark.index
    dash = re.fullmatch(r"([ ]*)-([ ]+)(?:[&!]\S*[ ]+)*", text[text.rfind("\n", 0, start) + 1 : start].lstrip("\ufeff"))
    if dash is None:
        raise Untouchable("its list is written in an unusual way")
    indent, pad = dash[1], dash[2]
    lines = _restyled(item.splitlines(), pad, _inner_step(sequence.value[-1], len(indent) + 1 + len(pad)))
    block = newline.join(indent + line for line in lines)
    if first:
        at = text.find("\n", key.end_mark.index) + 1
        return f"{text[:at]}{block}{newline}{text[at:]}"
    at = text.find("\n", len(text[: _end(sequence.value[-1])].rstrip())) + 1
    if not at:
        return f"{text}{newline}{block}"  # the file has no line end at its end, and gets none
    # Comments that are indented below the last item belong to it.
    while (comment := re.compile(r"([ ]*)#[^\n]*\n").match(text, at)) and len(comment[1]) > len(indent):
        at = comment.end()
    return f"{text[:at]}{block}{newline}{text[at:]}"


def _instead(text: str, sequence: yaml.Node, key: yaml.Node, item: str) -> str:
    """In place of an empty pair of brackets."""
    newline = _newline(text)
    indent = " " * (key.start_mark.column + 2)
    start = len(text[: sequence.start_mark.index].rstrip(" "))
    block = newline.join(indent + line for line in item.splitlines())
    rest = text[sequence.end_mark.index :]
    return f"{text[:start]}{newline}{block}{rest if rest.strip(' ') else newline}"


def _inner_step(item: yaml.Node, column: int) -> int | None:
    """By how much a list in ``item``, whose keys stand at ``column``, is indented; None where there is none."""
    if isinstance(item, yaml.MappingNode):
        for _, value in item.value:
            if isinstance(value, yaml.SequenceNode) and not value.flow_style and value.value:
                return int(value.start_mark.column) - column
    return None


def _restyled(lines: list[str], pad: str, step: int | None) -> list[str]:
    """``lines``, of which the first begins with ``- ``, with ``pad`` after a dash and lists indented by ``step``.

    Only lists of single words are indented otherwise than they are: what is deeper would have to move with them.
    """
    styled = ["-" + pad + lines[0][2:]]
    flat = all(re.match(r"  (?:  - )?\S", line) for line in lines[1:])
    for line in lines[1:]:
        inner = re.fullmatch(r"    - (\S.*)", line)
        if inner and flat and step is not None and step >= 0:
            styled.append(" " * (1 + len(pad) + step) + "-" + pad + inner[1])
        else:
            styled.append(" " * (len(pad) - 1) + line)
    return styled


def _end(node: yaml.Node) -> int:
    """Where the last character of ``node`` is; the marks of a block collection lie beyond comments after it."""
    if isinstance(node, yaml.MappingNode) and not node.flow_style and node.value:
        key, value = node.value[-1]
        return max(_end(key), _end(value))
    if isinstance(node, yaml.SequenceNode) and not node.flow_style and node.value:
        return _end(node.value[-1])
    return int(node.end_mark.index)


def _newline(text: str) -> str:
    return "\r\n" if text.find("\r\n") == text.find("\n") - 1 >= 0 else "\n"


# -- trees ------------------------------------------------------------------------------------------------------------

_MAP, _NULL, _STR = (f"tag:yaml.org,2002:{name}" for name in ("map", "null", "str"))


def _compose(text: str) -> list[yaml.Node]:
    """The documents of ``text`` as nodes, with the guarantee that all their aliases can be expanded."""
    if len(text) > _MOST_CHARACTERS:
        raise NotYaml("it is very large")
    try:
        nodes = [node for node in yaml.compose_all(text, Loader=yaml.SafeLoader) if node is not None]
        known: dict[int, int] = {}
        if sum(_size(node, known) for node in nodes) > _MOST_NODES:
            raise NotYaml("it refers to itself too often")
    except yaml.MarkedYAMLError as error:
        where = f" (line {error.problem_mark.line + 1})" if error.problem_mark else ""
        raise NotYaml(f"it is not valid YAML{where}") from None
    except yaml.YAMLError:
        raise NotYaml("it is not valid YAML") from None
    except RecursionError:
        raise NotYaml("it is nested too deeply") from None
    return nodes


def _size(node: yaml.Node, known: dict[int, int]) -> int:
    """The nodes of ``node`` when its aliases are expanded. A node in itself never ends."""
    if id(node) not in known:
        known[id(node)] = _MOST_NODES + 1  # what it counts for inside of itself
        children = node.value if isinstance(node, yaml.CollectionNode) else []
        flat = [part for child in children for part in (child if isinstance(child, tuple) else (child,))]
        known[id(node)] = 1 + sum(_size(child, known) for child in flat)
    return known[id(node)]


def _plain(node: yaml.Node) -> Tree:
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    if not isinstance(node, yaml.MappingNode):
        return None if node.tag == _NULL else str(node.value)
    merged: dict[str, Tree] = {}
    own: dict[str, Tree] = {}
    for key, value in node.value:
        if key.value == "<<" and key.tag != _STR:
            for source in items(_plain(value)) or [_plain(value)]:
                merged = entries(source) | merged
        elif isinstance(key, yaml.ScalarNode):
            own[str(key.value)] = _plain(value)
    return merged | own


def _typed(node: yaml.Node) -> Any:
    """``node`` as nested tuples with tags, in the order of the file: equal exactly where the meaning is."""
    if isinstance(node, yaml.MappingNode):
        return ("map", node.tag, tuple((_typed(key), _typed(value)) for key, value in node.value))
    if isinstance(node, yaml.SequenceNode):
        return ("seq", node.tag, tuple(_typed(item) for item in node.value))
    return ("scalar", node.tag, node.value)


def _scalar(word: str) -> Any:
    return ("scalar", _STR, word)


def _with_item(tree: Any, keys: Sequence[str], item: Any, first: bool) -> Any:
    kind, tag, parts = tree
    if not keys:
        return (kind, tag, (item, *parts) if first else (*parts, item))
    at = next(at for at, (key, _) in enumerate(parts) if key[2] == keys[0])
    pair = (parts[at][0], _with_item(parts[at][1], keys[1:], item, first))
    return (kind, tag, (*parts[:at], pair, *parts[at + 1 :]))


def _verified(before: list[yaml.Node], after: str, expected: Callable[[Any], Any]) -> str:
    """``after``, if its documents are those of ``before``, and the last one what ``expected`` makes of it."""
    last = _typed(before[-1]) if before else None
    wanted = [*map(_typed, before[:-1]), expected(last)]
    try:
        found = [_typed(node) for node in _compose(after)]
    except NotYaml:
        found = []
    if found != wanted:
        raise Untouchable("its layout leaves no safe place for the lines")
    return after
