"""The words in commits, tags and trees, apart from the ids around them."""

from __future__ import annotations

from collections.abc import Iterator

SUBMODULE = b"160000"
"""The mode of a tree's entry that stands for a commit of another repository."""

_SIGNATURE = (b"-----BEGIN PGP SIGNATURE-----", b"-----BEGIN SSH SIGNATURE-----")
_BASE64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="


def message(data: bytes) -> bytes:
    """A commit or tag as people wrote it: without the ids that lead it and without the lines of a signature."""
    start = 0
    while data.startswith((b"tree ", b"parent ", b"object "), start):
        start = data.find(b"\n", start) + 1
        if not start:
            return b""
    text = data[start:] if start else data
    return _unsigned(text) if any(mark in text for mark in _SIGNATURE) else text


def _unsigned(text: bytes) -> bytes:
    """``text`` without signatures: of what stands between their marks, only lines that are plainly base64 go."""
    kept = []
    within = False
    for line in text.split(b"\n"):
        bare = line.strip().removeprefix(b"gpgsig ").removeprefix(b"gpgsig-sha256 ")
        if bare in _SIGNATURE:
            within = True
        elif within and bare.startswith(b"-----END "):
            within = False
        elif not within or not _armoured(bare):
            kept.append(line)
    return b"\n".join(kept)


def _armoured(line: bytes) -> bool:
    return (len(line) in (0, 5, 64, 70, 76) and not line.translate(None, _BASE64)) or line.endswith(b"=")


def entries(tree: bytes, digest: int) -> Iterator[tuple[bytes, bytes, str]]:
    """(mode, name, object id) of each entry of a raw tree: ``mode SP name NUL`` and ``digest`` bytes of id."""
    start = 0
    while (end := tree.find(b"\0", start)) >= 0:
        mode, _, name = tree[start:end].partition(b" ")
        start = end + 1 + digest
        yield mode, name, tree[end + 1 : start].hex()
