"""Runs of characters that may be a key, before anyone asks what stands round them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NoReturn

from revont_guard.catalog import Knowledge
from revont_guard.detectors import shape
from revont_guard.detectors.shape import Opacity, Shape

_RUN = re.compile(r"[A-Za-z0-9_\-.~+/]{12,}={0,2}")
_QUOTES = "\"'`"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A run of key characters in a text: ``[start, end)`` in characters, its value and its shape."""

    start: int
    end: int
    value: str = field(repr=False)
    shape: Shape

    def __reduce__(self) -> NoReturn:
        raise TypeError("a Candidate does not leave its process")


def candidates(content: str, knowledge: Knowledge, least: Opacity = Opacity.OPAQUE) -> Iterator[Candidate]:
    """The runs of ``content`` that look drawn, not written, at least as surely as ``least``; in order."""
    model = knowledge.shape
    for run in _RUN.finditer(content):
        if run.end() - run.start() > model.longest and least is not Opacity.TEXT:
            continue  # a picture, an archive, a ciphertext: nothing marks off a key in it
        for start, end in _pieces(content, run.start(), run.end()):
            if model.least_length <= end - start <= model.longest or least is Opacity.TEXT:
                value = content[start:end]
                if (assessed := shape.assess(value[: model.longest], model)).opacity >= least:
                    yield Candidate(start, end, value, assessed)


def _pieces(content: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The run itself, trimmed; or its parts, where slashes make it a path and not Base64."""
    quoted = start > 0 and content[start - 1] in _QUOTES and content[end : end + 1] == content[start - 1]
    rooted = content[start] in "/.~"
    if not quoted:
        valued = re.search(r"(?:: +|= *)$", content[max(0, start - 4) : start]) is not None
        while start < end and content[start] in ("+./~" if valued else "-+./~"):
            start += 1
        while start < end and content[end - 1] in "+./~":
            end -= 1
    if content[end - 1] == "=" and _is_verbatim(content, start, end):
        end -= 1
    value = content[start:end]
    if "/" in value and (rooted or not _is_base64(value)):
        at = start
        for part in value.split("/"):
            yield at, at + len(part)
            at += len(part) + 1
    else:
        yield start, end


def _is_verbatim(content: str, start: int, end: int) -> bool:
    """Whether it stands between signs of equality, as Org mode marks what is to be taken literally."""
    before = content[max(0, start - 2) : start]
    return before[-1:] == "=" and not before[:-1].strip(" \t\n(") and content[end - 2] != "="


def _is_base64(value: str) -> bool:
    """Whether slashes in ``value`` are digits of Base64: no part begins like a path, none of it is a word alone."""
    if (
        value.startswith(("/", ".", "~"))
        or "//" in value
        or not value.rstrip("=").replace("+", "").replace("/", "").isalnum()
    ):
        return False
    return len(value) % 4 == 0 or not any(
        part.isalpha() and part.islower() for part in value.split("/") if len(part) > 3
    )
