"""No regular expression of ours takes more than linear time, whatever text a hostile repository holds.

From each compiled expression texts are made that repeat what one of its repetitions takes, many times, and then break
off: that is where backtracking costs most. Expressions of a configuration run on RE2, which does not backtrack.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from re import _constants as c  # type: ignore[attr-defined]  # the standard library's own parser of expressions
from re import _parser  # type: ignore[attr-defined]
from typing import Any

import pytest

import revont_guard
from revont_guard import catalog
from revont_guard.detectors import computed, paths
from revont_guard.detectors.fields import Fields
from revont_guard.detectors.hosts import Hosts
from revont_guard.detectors.mentions import Mentions
from revont_guard.detectors.siblings import Siblings
from revont_guard.detectors.text import Text

PACKAGE = Path(revont_guard.__file__).parent
SHORT, LONG = 1_000, 8_000
"""Characters of the texts that are compared: eight times as long may take eight times as long, and a bit."""
FACTOR, UNMEASURABLE = 20, 0.05
ENDS = ("", "\0!")
MANY = 32
"""A repetition of fewer costs little."""

KNOWLEDGE, EMPTY = catalog.knowledge(), Text("", None)


def siblings() -> Siblings:
    return Siblings(EMPTY, KNOWLEDGE.words, KNOWLEDGE.vendor.name, Hosts(EMPTY, KNOWLEDGE.vendor))


# What is put together from rules/ is compiled where it is first needed.
IN_FUNCTIONS: dict[str, Callable[[], Any]] = {
    "computed._git": lambda: computed._git(KNOWLEDGE.computed),
    "computed._stored": lambda: computed._stored(KNOWLEDGE.computed),
    "fields.__init__": lambda: vars(Fields(KNOWLEDGE.words)),
    "mentions.__init__": lambda: vars(Mentions(EMPTY, KNOWLEDGE)),
    "paths._behind_key_words": lambda: paths._behind_key_words(KNOWLEDGE.words),
    "siblings.__init__": lambda: vars(siblings()),
}

# What stands here is looked for in so many characters at the most, so it need not be linear, but it must be quick.
BOUNDED = {
    "detectors.layout._WHOLE_ENTRY[0]": 400,
    "detectors.naming._CALLEE[0]": 160,
    "detectors.naming._TARGET[0]": 200,
    "detectors.readings.joints._NAMED[0]": 80,
    "detectors.tables._SET[0]": 200,
    "detectors.paths._ENDING[0]": 4_096,  # the name of a file
}
QUICK = 0.2

HANDED_ON = ("verify.body._STRING", "verify.body._ATOM")
"""Those that a function is handed, which holds them against one place."""


def modules() -> Iterator[Any]:
    for module in pkgutil.walk_packages([str(PACKAGE)], "revont_guard."):
        if not module.name.endswith("__main__"):
            yield importlib.import_module(module.name)


def patterns(value: Any) -> Iterator[re.Pattern[Any]]:
    match value:
        case re.Pattern():
            yield value
        case tuple() | list() | frozenset():
            for item in value:
                yield from patterns(item)
        case dict():
            yield from patterns(list(value.values()))


def expressions() -> dict[str, re.Pattern[Any]]:
    """Every expression of the package by the module and the name that it first goes by."""
    found: dict[re.Pattern[Any], str] = {}
    for module in modules():
        for name, value in vars(module).items():
            for number, pattern in enumerate(patterns(value)):
                found.setdefault(pattern, f"{module.__name__.removeprefix('revont_guard.')}.{name}[{number}]")
    for name, made in IN_FUNCTIONS.items():
        for number, pattern in enumerate(patterns(made())):
            found.setdefault(pattern, f"{name}[{number}]")
    return {name: pattern for pattern, name in found.items()}


EXPRESSIONS = expressions()


def character(items: Iterable[tuple[Any, Any]]) -> list[str]:
    """A few characters of a set."""
    told = list(items)
    if told and told[0][0] is c.NEGATE:
        refused = re.compile("[" + "".join(map(re.escape, character(told[1:]))) + "]")
        return [char for char in "a \"'(\\0,=-" if not refused.match(char)][:2] or ["\x7f"]
    out = []
    for kind, value in told:
        match kind:
            case c.LITERAL:
                out.append(chr(value))
            case c.RANGE:
                out.append(chr(value[0]))
            case c.CATEGORY:
                out.append({c.CATEGORY_DIGIT: "0", c.CATEGORY_SPACE: " ", c.CATEGORY_WORD: "a"}.get(value, "."))
    return list(dict.fromkeys(out))[:4] or ["a"]


def samples(parsed: Any) -> list[str]:
    """Texts that a part of an expression takes: the shortest, in a few variants."""
    out = [""]
    for kind, value in parsed:
        match kind:
            case c.LITERAL:
                more = [chr(value)]
            case c.NOT_LITERAL:
                more = ["b" if value == ord("a") else "a"]
            case c.ANY:
                more = ["a"]
            case c.IN:
                more = character(value)
            case c.BRANCH:
                more = [text for branch in value[1] for text in samples(branch)[:1]]
            case c.SUBPATTERN:
                more = samples(value[3])
            case c.ATOMIC_GROUP:
                more = samples(value)
            case c.MAX_REPEAT | c.MIN_REPEAT | c.POSSESSIVE_REPEAT:
                more = [text * max(value[0], 0) for text in samples(value[2])]
            case _:
                more = [""]
        out = [before + after for before in out[:2] for after in more[:4]][:6]
    return out


def attacks(parsed: Any, before: str = "") -> Iterator[tuple[str, str]]:
    """What leads to each repetition, and what it repeats."""
    for at, (kind, value) in enumerate(parsed):
        here = before + samples(parsed[:at])[0]
        match kind:
            case c.MAX_REPEAT | c.MIN_REPEAT | c.POSSESSIVE_REPEAT:
                if value[1] >= MANY:
                    yield from ((here, pump) for pump in samples(value[2]) if pump)
                yield from attacks(value[2], here)
            case c.BRANCH:
                for branch in value[1]:
                    yield from attacks(branch, here)
            case c.SUBPATTERN:
                yield from attacks(value[3], here)
            case c.ATOMIC_GROUP:
                yield from attacks(value, here)


def is_anchored(name: str) -> bool:
    """Whether an expression is only ever held against one place of a text, and not looked for in it."""
    if name.startswith((*IN_FUNCTIONS, *HANDED_ON)):
        return name.startswith(HANDED_ON)
    module, _, own = name.partition("[")[0].rpartition(".")
    source = (PACKAGE / f"{module.replace('.', '/')}.py").read_text(encoding="utf-8")
    uses = re.findall(rf"\b{re.escape(own)}\b(?! = )(\.\w+\()?", source)
    return own.startswith("_") and bool(uses) and set(uses) <= {".match(", ".fullmatch("}


def seconds(pattern: re.Pattern[Any], text: str | bytes, anchored: bool = False) -> float:
    start = time.process_time()
    if anchored:
        pattern.match(text)
    else:
        for _ in pattern.finditer(text):
            pass
    return time.process_time() - start


def texts(pattern: re.Pattern[Any], prefix: str, pump: str, size: int) -> Iterator[str | bytes]:
    """With the way to the repetition once, and with it again and again."""
    for unit in {pump, prefix + pump}:
        for end in ENDS:
            text = prefix + unit * (size // len(unit)) + end
            yield text if isinstance(pattern.pattern, str) else text.encode("latin-1", "replace")


@pytest.mark.parametrize("name", sorted(EXPRESSIONS))
def test_time_is_linear_in_the_text(name: str) -> None:
    pattern, anchored = EXPRESSIONS[name], is_anchored(name)
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    for prefix, pump in dict.fromkeys(attacks(_parser.parse(source, pattern.flags & ~re.UNICODE))):
        if name in BOUNDED:
            assert all(seconds(pattern, text) < QUICK for text in texts(pattern, prefix, pump, BOUNDED[name]))
            continue
        for short, long in zip(texts(pattern, prefix, pump, SHORT), texts(pattern, prefix, pump, LONG), strict=True):
            first = seconds(pattern, short, anchored)
            assert first < 1, (prefix, pump)
            if first > UNMEASURABLE / FACTOR**2:
                took = min(seconds(pattern, long, anchored) for _ in range(2))
                assert took < max(UNMEASURABLE, FACTOR * first), (prefix, pump, first, took)


def test_an_expression_that_is_not_linear_would_be_seen() -> None:
    slow = re.compile(r"x\s*\S*\s*=\s*\S+\s*;")
    found = list(attacks(_parser.parse(slow.pattern)))
    worst = max(seconds(slow, text) for prefix, pump in found for text in texts(slow, prefix, pump, SHORT))
    assert worst > UNMEASURABLE


def test_every_expression_is_looked_at() -> None:
    """Those of modules are found by themselves; one in a function is to be named in IN_FUNCTIONS."""
    for path in PACKAGE.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for function in ast.walk(tree):
            if isinstance(function, ast.FunctionDef):
                made = [node for node in ast.walk(function) if ast.unparse(node).startswith("re.compile(")]
                name = f"{path.stem}.{function.name}"
                assert not made or name in IN_FUNCTIONS or name in ESCAPED, name


ESCAPED = {
    "hints._forms": "alternatives of plain texts",
    "fake_api.shown": "alternatives of plain texts, and at most 33 characters of an id",
    "naming._declared": "each repetition has a limit",
    "hosts.all": "each repetition has a limit",
    "hosts._webhooks": "each repetition has a limit, but for the digits of a port",
    "ignore.__init__": "patterns of ignore files, which have tests of their own",
    "dex._uses": "no repetition",
    "yaml_files._beside": "held against one line at a time",
    "words.places": "alternatives of plain texts",
    "needs._programs": "alternatives of plain texts",
    "selection.component": "alternatives of plain texts, and at most 80 characters of a line",
    "selection._imports": "at most 80 characters of a line",
    "knowledge.loaded": "held against names and paths; what files of other kinds have is one word, and no repetition",
    "settings.loaded": "held against paths of names",
}
"""What is compiled in functions and cannot be slow, and why."""
