"""The loop: blobs in, hits out, with the comments that allow some. What was skipped passes through: nothing is lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from revont_guard.catalog import Knowledge
from revont_guard.detectors.allows import allows
from revont_guard.detectors.keys import find_keys
from revont_guard.detectors.paths import keys_in_path
from revont_guard.detectors.prefilter import WordFilter
from revont_guard.hints import NO_HINTS, Hints
from revont_guard.model import Allow, Blob, Hit, Skipped, SourceKind


def scan(
    items: Iterable[Blob | Skipped], knowledge: Knowledge, hints: Hints = NO_HINTS
) -> Iterator[Hit | Allow | Skipped]:
    """The keys in the contents of ``items``, and in their paths."""
    prefilter = WordFilter(hints)
    for item in items:
        match item:
            case Skipped():
                yield item
            case Blob():
                path = item.path
                if path is None or item.origin.source is not SourceKind.MESSAGE:
                    yield from _contents(item, knowledge, hints)
                if path and prefilter(path.encode("utf-8", "replace")):
                    yield from _path(path, item, knowledge, hints)


def _contents(blob: Blob, knowledge: Knowledge, hints: Hints) -> Iterator[Hit | Allow]:
    """The hits, each with the comments that speak of its line; first the comments that are about rules of ours."""
    comments = allows(blob)
    by_line: dict[int, list[Allow]] = {}
    for comment in comments:
        by_line.setdefault(comment.line, []).append(comment)
    yield from (comment for comment in comments if comment.rules)
    for match in find_keys(blob, knowledge, hints):
        location = blob.at(match.line, match.column, match.end_column)
        spoken = tuple(by_line.get(match.line, ()))
        yield Hit(match.key, location, match.evidence, spoken, match.sendable)


def _path(path: str, blob: Blob, knowledge: Knowledge, hints: Hints) -> Iterator[Hit]:
    at = replace(blob.origin, source=SourceKind.MESSAGE)
    if blob.origin.source is SourceKind.INDEX:
        at = replace(at, object=None)  # that is what the file holds; its name stands in no object yet
    for key, evidence in keys_in_path(path, knowledge, hints):
        yield Hit(key, at, evidence)
