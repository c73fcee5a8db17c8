"""The files of a project, linked: what an import leads to, who calls a function, which names all files share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from revont_guard.flow.lower import Placed
from revont_guard.flow.tree import Attribute, Call, Choice, File, Import, Item, Mapping, Name, Node, Scope, Text
from revont_guard.flow.values import Class, Code, External, Module, Package, Setting, Unknown, Value, one_of

if TYPE_CHECKING:
    from revont_guard.flow.evaluate import Evaluator

_SHARED = frozenset({"go", "java", "csharp", "ruby", "php"})
"""Languages in which a file sees the classes and functions of others without naming the file."""

_ENDINGS = (
    "",
    ".ts",
    ".tsx",
    ".js",
    ".jsx",
    ".mjs",
    ".cjs",
    "/index.ts",
    "/index.js",
    "/index.tsx",
    ".py",
    "/__init__.py",
)


class Project:
    """Everything that was lowered, and what leads from one file to another."""

    def __init__(self, files: Iterable[File]) -> None:
        self.all = list(files)
        self.files = {file.path: file for file in self.all}
        self._by_ending: dict[str, list[File]] = defaultdict(list)
        self._classes: dict[str, list[Scope]] = defaultdict(list)
        self._functions: dict[str, list[Scope]] = defaultdict(list)
        self._calls_in: dict[int, list[tuple[Call, Scope]]] = defaultdict(list)
        self._calls_of: dict[str, list[tuple[Call, Scope]]] = defaultdict(list)
        self._globals: dict[str, list[tuple[Node, Scope]]] = defaultdict(list)
        self._mentions: dict[str, int] = defaultdict(int)
        self.outer: dict[int, Call] = {}
        self._made_from: dict[int, list[Scope]] | None = None
        self.stored: dict[int, list[tuple[Scope, str]]] = defaultdict(list)
        for file in self.all:
            path = PurePosixPath(file.path)
            parts = path.with_suffix("").parts
            parts = parts[:-1] if parts and parts[-1] in ("__init__", "index") and len(parts) > 1 else parts
            for start in range(len(parts)):
                self._by_ending["/".join(parts[start:])].append(file)
            self._mentions.update({name: count + self._mentions[name] for name, count in file.mentions.items()})
            for call, scope in file.calls:
                function = scope.enclosing("function") or scope.enclosing("class") or scope
                self._calls_in[id(function)].append((call, scope))
                self._calls_of[_callee(call)].append((call, scope))
                if isinstance(call.callee, Attribute) and isinstance(call.callee.of, Call):
                    self.outer[id(call.callee.of)] = call
        for scope in list(self.scopes()):
            for name, changes in scope.changes.items():
                for cls in [one for one in scope.names.get(name, ()) if isinstance(one, Scope) and one.kind == "class"]:
                    for change in changes:
                        _put_into(cls, change)
        for scope in self.scopes():
            for name, values in scope.names.items():
                for value in values:
                    if isinstance(value, Scope):
                        (self._classes if value.kind == "class" else self._functions)[name].append(value)
                    else:
                        for node in _assigned(value):
                            self.stored[id(node)].append((scope, name))
                        if scope.kind == "module" or scope.kind == "class":
                            self._globals[name].append((value, scope))

    def scopes(self) -> Iterator[Scope]:
        """Every module, class and function that has a name."""
        seen: set[int] = set()
        stack = [file.scope for file in self.all]
        for file in self.all:
            for _, scope in file.calls:
                at: Scope | None = scope
                while at is not None:
                    stack.append(at)
                    at = at.parent
        while stack:
            scope = stack.pop()
            if id(scope) in seen:
                continue
            seen.add(id(scope))
            yield scope
            for values in scope.names.values():
                stack.extend(value for value in values if isinstance(value, Scope))

    def calls_in(self, function: Scope) -> list[tuple[Call, Scope]]:
        return self._calls_in[id(function)]

    def calls_of(self, name: str) -> list[tuple[Call, Scope]]:
        """The calls of anything that goes by a name, whatever it is."""
        return self._calls_of[name]

    def functions(self, name: str) -> list[Scope]:
        return self._functions[name]

    def class_of(self, name: str, file: File) -> Scope | None:
        """The one class of that name: in the file, else in the project."""
        own = [cls for cls in self._classes[name] if cls.file is file]
        found = own or self._classes[name]
        return found[0] if len(found) == 1 else None

    def is_mentioned(self, name: str) -> bool:
        """Whether an attribute of that name is handed on somewhere without being called."""
        return self._mentions[name] > 0

    @cached_property
    def calls_by_name(self) -> bool:
        """Whether methods are called whose names are made up when the program runs."""
        for call, scope in (each for file in self.all for each in file.calls):
            name = _callee(call)
            if name in (
                "getattr",
                "attrgetter",
                "methodcaller",
                "send",
                "public_send",
                "call_user_func",
                "call_user_func_array",
                "invoke",
                "GetMethod",
            ) and scope.file.language in ("python", "ruby", "php", "java", "csharp"):
                second = (
                    call.arguments[1].value
                    if name == "getattr" and len(call.arguments) > 1
                    else call.arguments[0].value
                    if call.arguments
                    else None
                )
                if second is not None and not isinstance(second, Text) and name != "invoke":
                    return True
            if isinstance(call.callee, Item) and not isinstance(call.callee.key, Text):
                return True
        return False

    def made_from(self, cls: Scope, evaluator: Evaluator) -> list[Scope]:
        """The classes that are made from ``cls``."""
        if self._made_from is None:
            self._made_from = defaultdict(list)
            for other in [other for others in self._classes.values() for other in others]:
                for base in other.bases:
                    value = evaluator.value(base, evaluator.open_frame(other.parent or other))
                    if isinstance(value, Class) and value.scope is not other:
                        self._made_from[id(value.scope)].append(other)
        return self._made_from[id(cls)]

    def overrides(self, cls: Scope, name: str, evaluator: Evaluator) -> bool:
        """Whether a class that is made from ``cls`` says otherwise what a member is."""
        return any(name in other.names for other in self.made_from(cls, evaluator))

    # -- imports ------------------------------------------------------------------------------------------------------

    def imported(self, node: Import, file: File, evaluator: Evaluator) -> Value:
        """What an import of ``file`` brings in: a module or a name of the project, or something of a library."""
        module = self._module(node.module, file)
        if module is None and node.name not in (None, "*"):
            inner = self._module(f"{node.module}.{node.name}" if file.language == "python" else node.module, file)
            if inner is not None:
                return Module(inner)
        if module is None:
            base = node.module
            if file.language == "go":
                return self._package(node.module) or External(node.module.rpartition("/")[2])
            if (
                file.language in _SHARED
                and node.name is not None
                and (cls := self.class_of(node.name, file)) is not None
            ):
                return Class(cls)
            if node.name in (None, "default"):
                return External(base)
            return External(f"{base}.{node.name}")
        if node.name is None or node.name == "*":
            return Module(module)
        found = self.exported(module, node.name, evaluator)
        if found is not None:
            return found
        inner = self._module(f"{node.module}.{node.name}", file) if file.language == "python" else None
        return Module(inner) if inner is not None else Unknown(f"opaque callee {node.name}")

    def _package(self, path: str) -> Package | None:
        """Go: the files of the folder that a path of an import ends with."""
        last = path.rpartition("/")[2]
        files = [one for one in self.all if one.language == "go" and PurePosixPath(one.path).parent.name == last]
        return Package(files) if files else None

    def member_of(self, package: Package, name: str, evaluator: Evaluator) -> Value | None:
        found = [value for file in package.files if (value := self.exported(file, name, evaluator)) is not None]
        return one_of(found) if found else None

    def _module(self, name: str, file: File) -> File | None:
        """The file of the project that a module's name leads to."""
        folder = PurePosixPath(file.path).parent
        if file.language == "python":
            dots = len(name) - len(name.lstrip("."))
            if dots:
                base = folder
                for _ in range(dots - 1):
                    base = base.parent
                path = base.joinpath(*name[dots:].split(".")) if name[dots:] else base
                return self._at(path.as_posix())
            return self._unique(name.replace(".", "/"), file)
        if name.startswith("."):
            parts: list[str] = []
            for part in (folder / name).parts:
                if part == "..":
                    del parts[-1:]
                elif part != ".":
                    parts.append(part)
            return self._at("/".join(parts))
        if name.startswith(("@/", "~/", "#/", "src/")):
            return self._unique(name.partition("/")[2] if name[0] in "@~#" else name, file)
        if file.language == "java":
            return None
        return None

    def _at(self, path: str) -> File | None:
        path = path.removeprefix("./")
        stem = path
        for suffix in (".js", ".mjs", ".cjs", ".jsx", ".ts"):
            stem = stem.removesuffix(suffix)
        for ending in _ENDINGS:
            for base in dict.fromkeys((path, stem)):
                if (found := self.files.get(base + ending)) is not None:
                    return found
        return None

    def _unique(self, ending: str, file: File) -> File | None:
        found = [one for one in self._by_ending.get(ending, ()) if one is not file or len(self._by_ending[ending]) == 1]
        if len(found) > 1:
            near = [
                one
                for one in found
                if _shared(one.path, file.path) == max(_shared(other.path, file.path) for other in found)
            ]
            found = near if len(near) == 1 else []
        return found[0] if found and found[0] is not file else None

    def exported(self, file: File, name: str, evaluator: Evaluator, depth: int = 0) -> Value | None:
        """What a name of a module stands for, from outside."""
        scope, frame = file.scope, evaluator.open_frame(file.scope)
        found: list[Value] = []
        for value in scope.names.get(name, ()):
            found.append(
                (Class(value) if value.kind == "class" else Code(value, None, frame))
                if isinstance(value, Scope)
                else evaluator.value(value, frame)
            )
        for changed in (*scope.changes.get("module", ()), *scope.changes.get("exports", ())):
            told = evaluator.value(changed, frame)
            found += list(_of_exports(told, name))
        if not found and depth < 6:
            for star in scope.names.get("*", ()):
                if isinstance(star, Import) and (inner := self._module(star.module, file)) is not None:
                    taken = self.exported(inner, name, evaluator, depth + 1)
                    if taken is not None:
                        found.append(taken)
        return one_of(found) if found else None

    # -- what the whole project shares --------------------------------------------------------------------------------

    def global_(self, name: str, file: File, evaluator: Evaluator) -> Value | None:
        """What a name stands for that no import brought in: something of the same package, or a star import's."""
        for star in file.scope.names.get("*", ()):
            if isinstance(star, Import) and (inner := self._module(star.module, file)) is not None:
                found = self.exported(inner, name, evaluator)
                if found is not None:
                    return found
        if file.language not in _SHARED:
            return None
        classes = [cls for cls in self._classes[name] if cls.file.language == file.language]
        if len(classes) == 1:
            return Class(classes[0])
        near = [
            one for one in self._functions[name] if one.file.language == file.language and one.parent is one.file.scope
        ]
        same = [one for one in near if PurePosixPath(one.file.path).parent == PurePosixPath(file.path).parent] or near
        if len(same) == 1:
            return Code(same[0], None, evaluator.open_frame(same[0].file.scope))
        values = [
            (node, scope)
            for node, scope in self._globals.get(name, ())
            if scope.kind == "module"
            and scope.file.language == file.language
            and scope.file is not file
            and not isinstance(node, Import)
        ]
        if values and (file.language == "go" or name.isupper()):
            return one_of([evaluator.value(node, evaluator.open_frame(scope)) for node, scope in values[:8]])
        return None

    def setting(self, name: str, path: str, evaluator: Evaluator) -> Value | None:
        """What an attribute of something unknown is, going by its name alone: a constant that one module defines."""
        if not (name.isupper() and len(name) > 3):
            return None
        values = [
            (node, scope)
            for node, scope in self._globals.get(name, ())
            if scope.kind == "module" and not isinstance(node, Import)
        ]
        if not values:
            return Setting("config", name, (1, 1), "") if "settings" in path or "config" in path.lower() else None
        return one_of([evaluator.value(node, evaluator.open_frame(scope)) for node, scope in values[:8]])


def _put_into(cls: Scope, change: Node) -> None:
    """``A.b = …``: a class has another member from then on."""
    if isinstance(change, Placed) and change.method == "=" and isinstance(change.value, Mapping):
        for key, value in change.value.entries:
            if isinstance(key, Text):
                cls.bind(key.value, Placed(change.at, value, change.scope))


def _assigned(value: Node) -> Iterator[Node]:
    """What a name is given, without what stands round it."""
    match value:
        case Placed():
            yield from _assigned(value.value)
        case Choice(options=options):
            for option in options:
                yield from _assigned(option)
        case Item(of=of):
            yield value
            yield from _assigned(of)
        case _:
            yield value


def _callee(call: Call) -> str:
    match call.callee:
        case Name(id=name) | Attribute(name=name):
            return name
        case Item(key=key):
            return getattr(key, "value", "")
        case _:
            return ""


def _of_exports(told: Value, name: str) -> Iterator[Value]:
    from revont_guard.flow.values import Known, Table

    if not isinstance(told, Table):
        return
    for key, value in told.entries:
        if isinstance(key, Known) and key.text == "exports":
            if isinstance(value, Table):
                yield from _of_exports(value, name)
            elif name in ("default", ""):
                yield value
        elif isinstance(key, Known) and key.text == name:
            yield value
    return


def _shared(one: str, other: str) -> int:
    """How many folders two paths have in common."""
    count = 0
    for first, second in zip(one.split("/"), other.split("/"), strict=False):
        if first != second:
            break
        count += 1
    return count
