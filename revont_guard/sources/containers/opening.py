"""Opening containers: what lies in them as Blobs, containers in containers included.

Everything in a container may be hostile. Nothing is written to disk, no link is followed, no size is believed before
so many bytes were read, and no name is resolved.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from io import BytesIO

from revont_guard.model import Blob, Prefilter, Skipped, SourceKind
from revont_guard.sources.containers import (
    ar,
    arsc,
    asar,
    dex,
    inlinemap,
    javaclass,
    marks,
    notebook,
    packed,
    plist,
    sourcemap,
    tar,
    zip,
)
from revont_guard.sources.containers.extent import InMemory
from revont_guard.sources.containers.inside import Inside, below, shown
from revont_guard.sources.containers.limits import LimitReached, Limits, Meter
from revont_guard.sources.containers.parts import Broken, Extent, Member, Part, Passage, Piece, Rest, Segment, Unread
from revont_guard.sources.containers.streams import peeked
from revont_guard.sources.walk import size

_STREAMED: dict[str, Callable[[Iterable[Piece], Meter], Iterator[Part]]] = {
    marks.TAR: tar.members,
    marks.DEB: ar.members,
    marks.GZIP: packed.gzip,
    marks.BZIP2: packed.bzip2,
    marks.XZ: packed.xz,
    marks.ZSTD: packed.zstd,
}
_PLACED: dict[str, Callable[[Extent, Meter], Iterator[Part]]] = {
    marks.ZIP: zip.members,
    marks.ASAR: asar.members,
}
_WHOLE: dict[str, Callable[[bytes, Meter], Iterator[Part]]] = {
    marks.SOURCE_MAP: sourcemap.members,
    marks.INLINE_MAP: inlinemap.members,
    marks.NOTEBOOK: notebook.members,
}
_COMPILED: dict[str, Callable[[bytes, Meter, Prefilter], Iterator[Part]]] = {
    marks.RESOURCES: lambda data, meter, _: arsc.members(data, meter),
    marks.DEX: dex.members,
    marks.CLASS: javaclass.members,
    marks.PLIST: lambda data, meter, _: plist.members(data, meter),
}
_ENDINGS = (".gz", ".bz2", ".xz", ".zst")
_LEAST = 1 << 20  # bytes of a member that are read however much is held already
DEFAULT = Limits()


def opened(
    blob: Blob,
    prefilter: Prefilter,
    limits: Limits = DEFAULT,
    *,
    limits_block: bool = False,
    large: Extent | None = None,
) -> Iterator[Blob | Skipped]:
    """What is worth a look in the container ``blob``: all that passes ``prefilter``, by its contents or its name.

    That is the members, as :class:`Inside`, and ``blob`` itself without them, if it is a text or has something before
    them. A blob that cannot be opened is given back. A name that is worth a look, and whose contents are not given as
    they are, comes by itself, as a message. ``limits_block``: whether a limit leaves the run incomplete. ``large``:
    what the blob, whose data is empty then, would hold if it were not too large.
    """
    content = InMemory(blob.data) if large is None else large
    opening = _Opening(prefilter, limits, Meter(limits, len(content)), limits_block, large is not None)
    kind = marks.kind(blob.data) if large is None else placed_kind(large)
    try:
        yield from opening.container(blob, kind, 1, content) if kind else opening.plain(blob)
    except LimitReached as limit:
        yield Skipped(shown(blob.origin), str(limit), limits_block)
        if kind in marks.TEXTS:
            yield from opening.plain(blob)


def placed_kind(content: Extent) -> str | None:
    """What kind of archive is in ``content``, told by its ends; None for what must be held as a whole to be opened."""
    ends = content.read(0, marks.BEGIN) + content.read(max(marks.BEGIN, len(content) - marks.ZIP_TAIL), marks.ZIP_TAIL)
    kind = marks.kind(ends)
    return None if kind in _WHOLE or kind in _COMPILED else kind


class _Opening:
    """One outermost container, being opened. ``large``: it is not in memory, so it cannot be looked at as it is."""

    def __init__(self, prefilter: Prefilter, limits: Limits, meter: Meter, limits_block: bool, large: bool) -> None:
        self._prefilter = prefilter
        self._limits = limits
        self._meter = meter
        self._limits_block = limits_block
        self._large = large
        self._held = 0

    def plain(self, blob: Blob) -> Iterator[Blob]:
        """``blob`` as it is, if it is worth a look."""
        if self._passes(blob.data, blob.origin.inner[-1].path if blob.origin.inner else ""):
            yield blob

    def _passes(self, data: bytes, path: str) -> bool:
        return self._prefilter(data) or self._prefilter(_raw(path))

    def _passes_narrowed(self, blob: Blob) -> bool:
        """Whether ``blob`` passes, in which some texts may be in UTF-16."""
        return self._passes(blob.data, blob.path or "") or self._prefilter(blob.data.replace(b"\0", b""))

    def container(
        self, blob: Blob, kind: str, depth: int, content: Extent | None, pieces: Iterable[Piece] = ()
    ) -> Iterator[Blob | Skipped]:
        """What is in a container: in ``content``, or in ``pieces`` if it is read as a stream."""
        if kind in marks.WIDE and not self._passes_narrowed(blob):
            return
        if kind not in _WHOLE and kind not in _COMPILED and blob.path and self._prefilter(_raw(blob.path)):
            yield Blob(b"", replace(blob.origin, source=SourceKind.MESSAGE))
        unread = _Unread(shown(blob.origin), self._limits.path)
        begun = False
        try:
            for part in _parts(blob, kind, content, pieces, self._meter, self._prefilter):
                begun = True
                match part:
                    case Member():
                        yield from self._member(blob, part, depth, unread)
                    case Passage():
                        data = part.text.encode("utf-8", "replace")
                        yield from self._whole(below(blob, part.path, part.segments, data), depth, unread)
                    case Rest():
                        yield from self.plain(replace(blob, data=part.data))
                    case Unread():
                        unread.add(part.path, part.why)
        except Broken as error:
            lost = self._large and depth == 1 and not begun
            unread.add("", str(error), lost and self._limits_block)
            if not begun or kind in _COMPILED:
                yield from self.plain(blob)
        except LimitReached:
            yield from unread.skipped()
            raise
        yield from unread.skipped()

    def _member(self, blob: Blob, member: Member, depth: int, unread: _Unread) -> Iterator[Blob | Skipped]:
        path = member.path or _without_ending(blob)
        if len(path) > self._limits.path:
            unread.add("", f"a name is longer than {self._limits.path} characters", self._limits_block)
            return
        try:
            head, pieces = peeked(member.pieces, marks.HEAD)
        except Broken as error:
            unread.add(path, str(error))
            head, pieces = b"", iter(())  # its name may be worth a look all the same
        kind = marks.streamed(head)
        content = None
        if kind is None and member.content is not None and len(member.content) > self._limits.member:
            content = member.content
            kind = placed_kind(content)
        if kind is None:
            data = self._read(path, pieces, unread)
            if marks.is_container(data) or self._passes(data, path):  # most are neither, and cost no more than this
                yield from self._whole(below(blob, path, (Segment(1, path),), data), depth, unread)
        elif depth < self._limits.depth:
            yield from self.container(below(blob, path, (Segment(1, path),)), kind, depth + 1, content, pieces)
        else:
            self._too_deep(path, unread)

    def _read(self, path: str, pieces: Iterable[Piece], unread: _Unread) -> bytes:
        """All of a member; of one that is too large, or ends early, what comes before that."""
        most = min(self._limits.member, max(_LEAST, self._limits.held - self._held))
        out = BytesIO()  # gives what was written without another copy
        try:
            for piece in pieces:
                out.write(piece)
                if out.tell() > most:
                    unread.add(path, f"only the first {size(most)} were read", self._limits_block)
                    out.truncate(most)
                    break
        except Broken as error:
            unread.add(path, str(error))
        return out.getvalue()

    def _whole(self, inside: Inside, depth: int, unread: _Unread) -> Iterator[Blob | Skipped]:
        kind = marks.kind(inside.data)
        if kind is None:
            yield from self.plain(inside)
        elif depth < self._limits.depth:
            self._held += len(inside.data)
            yield from self.container(inside, kind, depth + 1, InMemory(inside.data))
            self._held -= len(inside.data)
        else:
            self._too_deep(inside.levels[-1][0].path if inside.levels[-1] else "", unread)
            yield from self.plain(inside)

    def _too_deep(self, path: str, unread: _Unread) -> None:
        unread.add(path, f"it is nested more than {self._limits.depth} deep", self._limits_block)


def _parts(
    blob: Blob, kind: str, content: Extent | None, pieces: Iterable[Piece], meter: Meter, prefilter: Prefilter
) -> Iterator[Part]:
    if kind in _WHOLE:
        return _WHOLE[kind](blob.data, meter)
    if kind in _COMPILED:
        return _COMPILED[kind](blob.data, meter, prefilter)
    if kind in _STREAMED:
        return _STREAMED[kind](pieces if content is None else content.pieces(0, len(content)), meter)
    if kind in _PLACED and content is not None:
        return _PLACED[kind](content, meter)
    raise Broken(f"it is {_with_article(kind)}, which cannot be read here")


def _with_article(kind: str) -> str:
    return f"an {kind}" if kind[:2] in ("rp", "lz") else f"a {kind}"


def _raw(path: str) -> bytes:
    return path.encode("utf-8", "surrogateescape")


def _without_ending(blob: Blob) -> str:
    """What a packed file is called once it is unpacked."""
    path = blob.origin.inner[-1].path if blob.origin.inner else blob.origin.path
    name = (path or "content").rsplit("/", 1)[-1]
    return next((name.removesuffix(ending) for ending in _ENDINGS if name.endswith(ending)), name)


class _Unread:
    """What of a container was not read, each reason told once, with the first member that it is about."""

    def __init__(self, container: str, longest: int) -> None:
        self._container = container
        self._longest = longest
        self._first: dict[tuple[str, bool], str] = {}
        self._count: Counter[tuple[str, bool]] = Counter()

    def add(self, path: str, why: str, blocking: bool = False) -> None:
        """``path`` is empty for the container itself. No name is cut: half a key in it could not be told any more."""
        what = f"{self._container} → {path}" if 0 < len(path) <= self._longest else self._container
        self._first.setdefault((why, blocking), what)
        self._count[why, blocking] += 1

    def skipped(self) -> Iterator[Skipped]:
        for (why, blocking), what in self._first.items():
            more = self._count[why, blocking] - 1
            yield Skipped(f"{what} and {more} more" if more else what, why, blocking)
