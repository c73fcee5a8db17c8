"""The languages that are read: what their grammars call the parts of programs. Data in rules/languages."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib import import_module
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Literal, cast, get_args

from revont_guard import catalog
from revont_guard.errors import ConfigError

if TYPE_CHECKING:
    from tree_sitter import Node, Parser

Kind = Literal[
    "assign", "attribute", "augmented", "binary", "call", "choice", "class", "field_of_this", "first", "function",
    "imports", "item", "join", "keyword", "last", "list", "literal", "loop", "mapping", "name", "new", "number",
    "other", "pair", "pattern", "return", "sequence", "skip", "spread", "struct", "symbol", "text", "this", "variable",
    "wrap",
]  # fmt: skip
"""What a node of a syntax tree can be."""

NAMES = ("python", "javascript", "typescript", "tsx", "go", "ruby", "php", "java", "csharp")


@dataclass(frozen=True)
class Language:
    """One table of ``rules/languages``.

    ``nodes``: by the grammar's name of a node, its kind, or a table with ``kind`` and which fields have its parts.
    ``contents``, ``escapes``, ``holes``, ``marks``: what strings are made of. ``this``: what the instance is called;
    ``first``: as the first parameter of a method. ``blocks``: bodies that are no value. ``setters``: functions that
    hand something to their first argument.
    """

    name: str
    grammar: str
    extensions: tuple[str, ...]
    nodes: dict[str, Any] = field(hash=False)
    entry: str = "language"
    contents: frozenset[str] = frozenset()
    escapes: frozenset[str] = frozenset({"escape_sequence"})
    holes: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()
    heritage: frozenset[str] = frozenset()
    blocks: frozenset[str] = frozenset()
    setters: frozenset[str] = frozenset()
    this: str = "this"
    constructors: frozenset[str] = frozenset({"constructor"})
    plain_keys: bool = False
    first_of_many: bool = False
    last_is_result: bool = False
    bare_members: bool = False
    extends: str | None = None

    def kind(self, type_: str) -> tuple[Kind, dict[str, str]]:
        """What a node of that name is, and which fields have its parts."""
        return self._kinds.get(type_, ("other", {}))

    @cached_property
    def _kinds(self) -> dict[str, tuple[Kind, dict[str, str]]]:
        known: dict[str, tuple[Kind, dict[str, str]]] = {}
        for type_, told in self.nodes.items():
            spec = {"kind": told} if isinstance(told, str) else dict(told)
            kind = spec.pop("kind", None)
            if kind not in get_args(Kind):
                raise ConfigError(f"rules/languages/{self.name}.toml: {type_}: there is no kind {kind!r}")
            known[type_] = (cast("Kind", kind), spec)
        return known

    @cached_property
    def _parser(self) -> Parser:
        import tree_sitter

        try:
            grammar = import_module(self.grammar)
        except ImportError as error:
            raise ConfigError(f"the grammar of {self.name} is not installed: reinstall revont-guard") from error
        return tree_sitter.Parser(tree_sitter.Language(getattr(grammar, self.entry)()))

    def parse(self, data: bytes) -> Node:
        """The syntax tree of a file; what is no program has errors in it."""
        return self._parser.parse(data).root_node


@cache
def languages() -> dict[str, Language]:
    """By extension, without the dot."""
    return {extension: language for language in map(_load, NAMES) for extension in language.extensions}


def language_of(path: str) -> Language | None:
    """The language of a file, by its name."""
    return languages().get(PurePosixPath(path).suffix[1:].lower())


@cache
def constructors_of(name: str) -> frozenset[str]:
    """What the constructors of a language, by its name, are called."""
    return _load(name).constructors if name in NAMES else frozenset()


@cache
def has_bare_members(name: str) -> bool:
    """Whether methods speak of members of the instance by their names alone."""
    return name in NAMES and _load(name).bare_members


@cache
def _load(name: str) -> Language:
    where = f"languages/{name}.toml"
    table = tomllib.loads(catalog.text(where))
    if base := table.get("extends"):
        inherited = tomllib.loads(catalog.text(f"languages/{base}.toml"))
        table = inherited | table | {"nodes": inherited["nodes"] | table.get("nodes", {})}
    known = Language.__dataclass_fields__
    if unknown := sorted(table.keys() - known.keys()):
        raise ConfigError(f"rules/{where}: unknown entry {unknown[0]!r}")
    made = {key: _frozen(value, str(known[key].type)) for key, value in table.items()}
    return Language(name=name, **made)


def _frozen(value: Any, annotation: str) -> Any:
    if not isinstance(value, list):
        return value
    return frozenset(value) if annotation.startswith("frozenset") else tuple(value)
