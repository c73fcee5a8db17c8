"""What stands where a token does in what a request is made of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from revont_guard.flow.evaluate import Evaluator
from revont_guard.flow.lower import Placed
from revont_guard.flow.tree import Call
from revont_guard.flow.values import (
    Code,
    External,
    Frame,
    Glued,
    Known,
    Made,
    Open,
    OpenSelf,
    Row,
    Setting,
    Table,
    Unknown,
    Value,
)
from revont_guard.usage.knowledge import Conventions

KNOWN = Conventions.loaded()

_BEARER = re.compile(r"\bbearer\b", re.IGNORECASE)
_BEARER_TEXT = re.compile(r"\bbearer\s+(\S{8,})$", re.IGNORECASE)
_KEY_NAME = re.compile(r"key|token|secret|bearer|credential|password|passwd|\bpat\b|auth", re.IGNORECASE)


def tokens(held: list[Value], evaluator: Evaluator) -> Iterator[Value]:
    """What stands where a token does in what a request is made of: in an Authorization header, behind Bearer."""
    stack: list[tuple[Value, bool]] = [(value, False) for value in held]
    seen: set[tuple[int, bool]] = set()
    while stack and len(seen) < 3000:
        value, is_token = stack.pop()
        if (id(value), is_token) in seen:
            continue
        seen.add((id(value), is_token))
        match value:
            case Table(entries=entries):
                for key, inner in entries:
                    told = key.text.lower() if isinstance(key, Known) else ""
                    stack.append((inner, is_token or told in KNOWN.tokens))
            case Glued(pieces=pieces):
                bearer = any(isinstance(piece, Known) and _BEARER.search(piece.text) for piece in pieces)
                stack += [(piece, is_token or bearer) for piece in pieces]
            case Row(items=items):
                named = [
                    isinstance(item, Known) and (item.text.lower() in KNOWN.tokens or item.text.lower() == "bearer")
                    for item in items
                ]
                stack += [(item, is_token or any(named)) for item in items]
            case External(call=Call() as call, frame=Frame() as frame):
                arguments = [(argument.name, evaluator.value(argument.value, frame)) for argument in call.arguments]
                stack.append((Row([inner for name, inner in arguments if name is None]), is_token))
                stack.append((Table([(Known(name), inner) for name, inner in arguments if name is not None]), is_token))
                stack += [(part, is_token) for part in value.parts()]
            case Known(text=text):
                found = _BEARER_TEXT.search(text)
                if found:
                    yield Known(found[1])
                elif is_token and len(text) >= 8 and text.lower() not in KNOWN.tokens and " " not in text:
                    yield value
            case Setting(name=name):
                if is_token or _KEY_NAME.search(name):
                    yield value
                stack += [(part, is_token) for part in value.parts()]
            case Open(name=name):
                if is_token or _KEY_NAME.search(name):
                    yield value
            case Unknown():
                if is_token and not value.mixed:
                    yield value
                stack += [(part, is_token) for part in value.parts()]
            case Code(scope=scope, instance=instance, frame=outer) if scope.kind == "function":
                where = Frame(scope, None, instance, outer or evaluator.open_frame(scope).outer)
                changes = [change for told in scope.changes.values() for change in told if isinstance(change, Placed)]
                stack += [(evaluator.value(change.value, where), False) for change in changes]
                stack += [(evaluator.value(result, where), False) for result in scope.results]
            case OpenSelf():
                yield value
            case Made():
                pass
            case _:
                stack += [(part, is_token) for part in value.parts()]
