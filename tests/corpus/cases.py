"""The labelled corpus: cases by several authors, read with keys and noise made at run time.

Markers, as the authors write them: ``@@KEY1@@`` and ``@@HOOK1@@`` must be found (``[a:b]`` takes a slice);
``@@HEX:40@@``, ``@@UUID@@``, ``@@B64:44@@``… is noise and ``@@NOT<text>@@`` literal text that must not be;
``@@ENC:base64@@ … @@END@@`` encodes what is between.
"""

from __future__ import annotations

import base64
import html
import random
import re
import string
import urllib.parse
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.keys import BASE62, STYLES, _draw, make_key

HERE = Path(__file__).parent
AUTHORS = ("ana", "boris", "dora", "elif", "farid", "chen", "gita", "ivan")
HELD_OUT = ("gita",)

_MARKER = re.compile(
    r"@@(?:(KEY|HOOK)(\d+)(?:\[(-?\d*):(-?\d*)\])?|(HEX|UUID|B64URL|B64|B62|UPPER|DIGITS|LOWER)(?::(\d+))?|NOT<(.*?)>)@@",
    re.DOTALL,
)
_ENCODED = re.compile(r"@@ENC:(base64|hex|percent|html|jsonescape|unicode)@@(.*?)@@END@@", re.DOTALL)
_NOISE = {
    "HEX": "0123456789abcdef",
    "B64": BASE62 + "+/",
    "B64URL": BASE62 + "-_",
    "B62": BASE62,
    "UPPER": string.ascii_uppercase + string.digits,
    "DIGITS": string.digits,
    "LOWER": string.ascii_lowercase + string.digits,
}
_ENCODERS: dict[str, Callable[[str], str]] = {
    "base64": lambda text: base64.b64encode(text.encode()).decode(),
    "hex": lambda text: text.encode().hex(),
    "percent": lambda text: urllib.parse.quote(text, safe=""),
    "html": html.escape,
    "jsonescape": lambda text: text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n"),
    "unicode": lambda text: "".join(f"\\u{ord(c):04x}" for c in text),
}


@dataclass(frozen=True)
class Expected:
    """A labelled positive: the 1-based line on which its first piece stands."""

    line: int
    kind: str
    value: str
    plain: bool  # neither encoded nor in pieces


@dataclass(frozen=True)
class Case:
    """A file with its labels; ``negatives`` counts the labelled negatives in it."""

    author: str
    name: str
    path: str
    text: str
    expected: tuple[Expected, ...]
    negatives: int

    @property
    def is_trap(self) -> bool:
        return not self.expected


def cases(*authors: str, style: str | None = None) -> Iterator[Case]:
    """The cases of ``authors`` (all, if none is named), each key in ``style`` or in one drawn for the case."""
    for author in authors or AUTHORS:
        for folder in ("leaks", "traps"):
            top = HERE / author / folder
            for file in sorted(top.rglob("*")):
                if file.is_file():
                    yield _case(author, file, top, style)


def _case(author: str, file: Path, top: Path, style: str | None) -> Case:
    name = file.relative_to(HERE).as_posix()
    rng = random.Random(name)
    styles = {number: style or rng.choice(list(STYLES)) for number in range(100)}
    found: list[Expected] = []
    negatives = 0
    raw = file.read_bytes().decode("utf-8")

    def fill(text: str, line_of: Callable[[int], int], encoded: bool) -> str:
        def replace(match: re.Match[str]) -> str:
            nonlocal negatives
            kind, number, start, stop, noise, length, literal = match.groups()
            if kind:
                value = make_key(f"{name}:{kind}{number}", styles[int(number) + (50 if kind == "HOOK" else 0)])
                pieces = start is not None
                piece = value[int(start) if start else None : int(stop) if stop else None] if pieces else value
                if not pieces or not start or int(start) == 0:
                    found.append(
                        Expected(
                            line_of(match.start()),
                            "webhook-secret" if kind == "HOOK" else "api-key",
                            value,
                            not (encoded or pieces),
                        )
                    )
                return piece
            negatives += 1
            if noise == "UUID":
                return str(uuid.UUID(int=rng.getrandbits(128), version=4))
            if noise:
                if noise == "B64" and int(length) % 4 == 0 and int(length) >= 44:
                    return _draw(rng, _NOISE[noise], int(length) - 1) + "="
                return "".join(rng.choice(_NOISE[noise]) for _ in range(int(length or 20)))
            return literal

        return _MARKER.sub(replace, text)

    # Encoded blocks first, from the end, so that the offsets of the labels are those of the finished text.
    out: list[str] = []
    at = 0
    for block in _ENCODED.finditer(raw):
        out.append(fill(raw[at : block.start()], _lines_from("".join(out), raw[at : block.start()]), False))
        before = "".join(out)
        # HTML keeps its line ends, the others make one line of all.
        here = _lines_from(before, block[2]) if block[1] == "html" else partial(_always, before.count("\n") + 1)
        out.append(_ENCODERS[block[1]](fill(block[2], here, True)))
        at = block.end()
    out.append(fill(raw[at:], _lines_from("".join(out), raw[at:]), False))
    return Case(author, name, file.relative_to(top).as_posix(), "".join(out), tuple(found), negatives)


def _always(line: int, _offset: int) -> int:
    return line


def _lines_from(before: str, text: str) -> Callable[[int], int]:
    first = before.count("\n") + 1
    # Literal markers may hold line ends of their own; they are replaced by text with as many.
    return lambda offset: first + text.count("\n", 0, offset)
