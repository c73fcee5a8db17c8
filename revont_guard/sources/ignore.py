"""The rules of one ignore file, read as git reads them. Bytes in, verdicts out; the disk is not touched here.

Git decides entry by entry, from the top down, and never looks below an ignored folder; so a rule is matched against
the entry itself. Patterns come from the scanned tree, which may be hostile: their number and size are limited, and each
becomes a regular expression that cannot backtrack into an earlier star (at worst quadratic in the length of a path).
Case is always significant.
"""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterator
from typing import NamedTuple

MAX_WILD = 1000
"""Patterns with wildcards in one file; a file with more is not honoured. Plain names and paths are not counted."""

_CLASSES = {
    b"alnum": string.ascii_letters + string.digits,
    b"alpha": string.ascii_letters,
    b"blank": " \t",
    b"cntrl": "".join(map(chr, [*range(32), 127])),
    b"digit": string.digits,
    b"graph": "".join(map(chr, range(33, 127))),
    b"lower": string.ascii_lowercase,
    b"print": "".join(map(chr, range(32, 127))),
    b"punct": string.punctuation,
    b"space": " \t\n\r",
    b"upper": string.ascii_uppercase,
    b"xdigit": string.hexdigits,
}


class _Rule(NamedTuple):
    """What a pattern says of an entry that it matches. Of two, the later in the file wins."""

    order: int
    ignore: bool
    folders_only: bool


class _Wild:
    """Patterns with wildcards as one expression. The last pattern stands first, so the first to match decides."""

    __slots__ = ("_expression", "_rules")

    def __init__(self, patterns: list[tuple[bytes, _Rule]]) -> None:
        self._rules = [rule for _, rule in reversed(patterns)]
        self._expression = re.compile(
            b"|".join(rb"(%s\0%s)" % (regex, b"" if rule.folders_only else b"?") for regex, rule in reversed(patterns))
        )

    def match(self, text: bytes) -> list[_Rule]:
        """The deciding rule for ``text``, a name or a path, with a NUL after it if it is a folder's; else nothing."""
        found = self._expression.fullmatch(text)
        return [self._rules[found.lastindex - 1]] if found and found.lastindex else []


class Rules:
    """The rules of one ignore file. ``start``: the length of what precedes its folder in the paths asked about."""

    __slots__ = ("_by_ending", "_endings", "_names", "_paths", "_start", "_wild_names", "_wild_paths")

    def __init__(self, text: bytes, start: int) -> None:
        self._start = start
        self._names: dict[bytes, list[_Rule]] = {}
        self._paths: dict[bytes, list[_Rule]] = {}
        self._by_ending: list[tuple[bytes, _Rule]] = []
        wild_names: list[tuple[bytes, _Rule]] = []
        wild_paths: list[tuple[bytes, _Rule]] = []
        for pattern, rule in _patterns(text):
            if b"/" in pattern:
                pattern = pattern.removeprefix(b"/")
                if _plain(pattern):
                    self._paths.setdefault(pattern, []).append(rule)
                elif regex := _regex(pattern, anchored=True):
                    wild_paths.append((regex, rule))
            elif _plain(pattern):
                self._names.setdefault(pattern, []).append(rule)
            elif pattern[:1] == b"*" and _plain(pattern[1:]):
                self._by_ending.append((pattern[1:], rule))
            elif regex := _regex(pattern, anchored=False):
                wild_names.append((regex, rule))
        if len(wild_names) + len(wild_paths) + len(self._by_ending) > MAX_WILD:
            self._names, self._paths, self._by_ending, wild_names, wild_paths = {}, {}, [], [], []
        self._endings = tuple(ending for ending, _ in self._by_ending)
        self._wild_names = _Wild(wild_names) if wild_names else None
        self._wild_paths = _Wild(wild_paths) if wild_paths else None

    def __bool__(self) -> bool:
        return bool(self._names or self._paths or self._by_ending or self._wild_names or self._wild_paths)

    def verdict(self, path: bytes, name: bytes, is_folder: bool) -> bool | None:
        """Whether the entry at ``path``, called ``name``, is ignored; None where no rule speaks of it."""
        rules = [*self._names.get(name, ())]
        if name.endswith(self._endings):
            rules += [rule for ending, rule in self._by_ending if name.endswith(ending)]
        if self._wild_names is not None:
            rules += self._wild_names.match(name + b"\0" if is_folder else name)
        if self._paths or self._wild_paths is not None:
            inside = path[self._start :]
            rules += self._paths.get(inside, ())
            if self._wild_paths is not None:
                rules += self._wild_paths.match(inside + b"\0" if is_folder else inside)
        if not is_folder:
            rules = [rule for rule in rules if not rule.folders_only]
        return max(rules).ignore if rules else None


def covering(patterns: tuple[str, ...]) -> Callable[[str], bool]:
    """Whether a path, or a folder that it lies in, fits one of ``patterns``, which are those of gitignore."""
    rules = Rules("\n".join(patterns).encode("utf-8", "surrogateescape"), 0)

    def covers(path: str) -> bool:
        parts = path.encode("utf-8", "surrogateescape").split(b"/")
        return any(
            rules.verdict(b"/".join(parts[:depth]), parts[depth - 1], depth < len(parts))
            for depth in range(1, len(parts) + 1)
        )

    return covers


def _patterns(text: bytes) -> Iterator[tuple[bytes, _Rule]]:
    """Every pattern, without its mark of negation and its closing slash."""
    for order, line in enumerate(text.removeprefix(b"\xef\xbb\xbf").split(b"\n")):
        if line.startswith(b"#"):
            continue
        pattern = _without_trailing_spaces(line.removesuffix(b"\r").partition(b"\0")[0])
        negated = pattern.startswith(b"!")
        pattern = pattern[1:] if negated else pattern
        folders_only = pattern.endswith(b"/")
        pattern = pattern[:-1] if folders_only else pattern
        if pattern:
            yield pattern, _Rule(order, not negated, folders_only)


def _without_trailing_spaces(line: bytes) -> bytes:
    """``line`` without the spaces at its end, except a first one that a backslash keeps."""
    stripped = line.rstrip(b" ")
    backslashes = len(stripped) - len(stripped.rstrip(b"\\"))
    return line[: len(stripped) + 1] if backslashes % 2 else stripped


def _plain(pattern: bytes) -> bool:
    return not any(special in pattern for special in (b"*", b"?", b"[", b"\\"))


def _regex(pattern: bytes, *, anchored: bool) -> bytes | None:
    """A regular expression for ``pattern``, as git's wildmatch reads it; None for one that can match nothing.

    ``anchored``: it is matched against a path, where ``**`` may stand for folders; otherwise against a name.
    The text between two stars has a fixed length, so its first fit is as good as any: the stars but the last are
    atomic, and so is all that stands between two ``**``. That is what keeps matching from exploding.
    """
    literal = re.match(rb"[^*?[\\]*", pattern)
    at, start_of_wild = 0, literal.end() if literal else 0
    blocks: list[list[bytes]] = [[b""]]  # one for each `**`, each a list of runs, one for each star
    while at < len(pattern):
        char = pattern[at : at + 1]
        at += 1
        if char == b"*":
            first = at - 1
            while pattern[at : at + 1] == b"*":
                at += 1
            # Git strips the literal start before it matches, so `**` right after it counts as a whole segment.
            opens = first == start_of_wild or pattern[first - 1 : first] == b"/"
            rest = pattern[at : at + 2]
            if not (anchored and opens and at - first > 1):
                blocks[-1].append(rb"[^/\0]*?")
            elif not rest:
                blocks.append([rb"[^\0]*"])
            elif rest[:1] == b"/":
                blocks.append([rb"(?:[^/\0]*/)*?"])
                at += 1
            elif rest == b"\\/":
                blocks.append([rb"(?:[^/\0]*/)+?"])
                at += 2
            else:
                blocks[-1].append(rb"[^/\0]*?")
        elif char == b"?":
            blocks[-1][-1] += rb"[^/\0]"
        elif char == b"[":
            found = _bracket(pattern, at)
            if found is None:
                return None
            allowed, at = found
            blocks[-1][-1] += (
                b"[%s]" % b"".join(b"\\x%02x" % value for value in sorted(allowed)) if allowed else b"(?!)"
            )
        else:
            if char == b"\\":
                char = pattern[at : at + 1]
                at += 1
            if not char:
                return None
            blocks[-1][-1] += re.escape(char)
    *inner, last = blocks
    *runs, end = last
    return b"".join(b"(?>%s)" % _atomic(block) for block in inner) + _atomic(runs) + end


def _atomic(runs: list[bytes]) -> bytes:
    head, *stars = runs or [b""]
    return head + b"".join(b"(?>%s)" % star for star in stars)


def _bracket(pattern: bytes, at: int) -> tuple[set[int], int] | None:
    """The byte values that the bracket expression before ``at`` stands for, and where it ends; None if malformed."""
    negated = pattern[at : at + 1] in (b"!", b"^")
    at += negated
    chosen: set[int] = set()
    before: int | None = None  # what a following `-` would begin its range with
    first = True
    while first or pattern[at : at + 1] != b"]":
        first = False
        if pattern.startswith(b"[:", at) and (end := pattern.find(b"]", at + 2)) < 0:
            return None
        if pattern.startswith(b"[:", at) and end > at + 2 and pattern[end - 1 : end] == b":":
            name = pattern[at + 2 : end - 1]
            if name not in _CLASSES:
                return None
            chosen.update(_CLASSES[name].encode())
            before, at = None, end + 1
            continue
        is_range = pattern[at : at + 1] == b"-" and before is not None and pattern[at + 1 : at + 2] not in (b"", b"]")
        at += is_range
        at += pattern[at : at + 1] == b"\\"
        if at >= len(pattern):
            return None
        value = pattern[at]
        at += 1
        if is_range and before is not None:
            chosen.update(range(before, value + 1))
            before = None
        else:
            chosen.add(value)
            before = value
    allowed = set(range(256)) - chosen if negated else chosen
    return allowed - {0, ord("/")}, at + 1
