"""A text as a program or a person would read it: decoded, unescaped, its split strings put together."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from revont_guard.catalog import Joints
from revont_guard.detectors.readings.edits import Edit, Edited
from revont_guard.detectors.readings.encoded import encoded
from revont_guard.detectors.readings.escapes import escapes, nested
from revont_guard.detectors.readings.joints import constants, joints

_ROUNDS = 3
_GROWTH = 8 << 20
"""Characters by which a text may grow; then it is read no further."""


class Reading:
    """What ``content`` says, and where each of its characters stands in the original."""

    def __init__(self, content: str) -> None:
        self.content = content
        self.replaced: list[tuple[int, int]] = []
        """Where in the original something stands that was decoded: what it looks like means nothing."""
        self._layers: list[Edited] = []
        self._pieces: list[tuple[int, tuple[tuple[int, int], ...]]] = []

    def __bool__(self) -> bool:
        return bool(self._layers)

    def apply(self, edits: Iterable[Edit]) -> bool:
        """Whether ``edits`` changed anything."""
        layer = Edited(self.content, edits)
        if not layer.edits:
            return False
        for edit in layer.edits:
            if edit.literal:
                self.replaced.append((self.origin(edit.start), self.origin(edit.end - 1) + 1))
            if edit.covers:
                spans = tuple((self.origin(start), self.origin(end - 1) + 1) for start, end in edit.covers)
                self._pieces.append((spans[0][0], spans[1:]))
        self._layers.append(layer)
        self.content = layer.content
        return True

    def origin(self, offset: int) -> int:
        for layer in reversed(self._layers):
            offset = layer.origin(offset)
        return offset

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where in the original ``[start, end)`` stands, from its first piece to its last."""
        return self.origin(start), self.origin(end - 1) + 1

    def elsewhere(self, start: int) -> tuple[tuple[int, int], ...]:
        """The further pieces of what begins at ``start`` of the original and is put together from constants."""
        return tuple(span for at, spans in self._pieces if at == start for span in spans)


def read(content: str, path: str | None, known: Joints) -> Reading:
    """The reading of a text; it is false where the text says just what it seems to say."""
    reading = Reading(content)
    steps: tuple[Callable[[str], Iterable[Edit]], ...] = (
        encoded,
        escapes,
        nested,
        lambda text: joints(text, path, known),
        constants,
    )
    for _ in range(_ROUNDS):
        changed = [reading.apply(step(reading.content)) for step in steps]
        if not any(changed[:3]) or len(reading.content) > len(content) + _GROWTH:
            break
    return reading
