"""What kind of container bytes are, told by a glance: it is asked of every file and every object of a history.

Light on imports, because the fast path of ``scan`` comes here.
"""

from __future__ import annotations

ZIP, TAR, ASAR = "zip", "tar", "asar"
GZIP, BZIP2, XZ, ZSTD = "gzip", "bzip2", "xz", "zstd"
SOURCE_MAP, INLINE_MAP, NOTEBOOK = "source map", "inline source map", "notebook"
DEB = "deb"
RESOURCES, DEX, CLASS, PLIST = "table of Android resources", "dex", "class of Java", "binary property list"
_CLOSED = ("7z archive", "rar archive", "rpm package", "cab archive", "lz4 file", "lzip file", "squashfs image")
SEVEN_ZIP, RAR, RPM, CAB, LZ4, LZIP, SQUASHFS = _CLOSED

STREAMED = frozenset({TAR, DEB, GZIP, BZIP2, XZ, ZSTD})
"""Kinds that are read from front to end, so that such a member need not be in memory to be opened."""

TEXTS = frozenset({SOURCE_MAP, INLINE_MAP, NOTEBOOK})
"""Containers that are text themselves, and say something beside what they hold."""

WIDE = frozenset({RESOURCES, PLIST})
"""Binary kinds that may hold texts in UTF-16 beside others, so that their own bytes do not tell what is in them."""

_PLAIN = frozenset({DEX, CLASS})  # binary kinds whose own bytes do: texts are in them as in a file of text

INLINE = b"sourceMappingURL=data:"

_HEADS = {
    b"PK\x03\x04": ZIP,
    b"\x1f\x8b\x08": GZIP,
    b"BZh": BZIP2,
    b"\xfd7zXZ\0": XZ,
    b"\x28\xb5\x2f\xfd": ZSTD,
    b"!<arch>\ndebian-binary": DEB,
    b"\x02\0\x0c\0": RESOURCES,
    b"dex\n0": DEX,
    b"\xca\xfe\xba\xbe\0": CLASS,
    b"bplist0": PLIST,
    b"7z\xbc\xaf\x27\x1c": SEVEN_ZIP,
    b"Rar!\x1a\x07": RAR,
    b"\xed\xab\xee\xdb": RPM,
    b"MSCF\0\0\0\0": CAB,
    b"\x04\x22\x4d\x18": LZ4,
    b"LZIP\x01": LZIP,
    b"hsqs": SQUASHFS,
}
_MAGIC = tuple(_HEADS)
_BLOCKS = (b"1AY&SY", b"\x17rE8P\x90")  # a block of bzip2, and the end of an empty stream
_JAVA = range(45, 200)  # versions of classes; a program for several processors of macOS has the same magic, and few
_TAR = b"ustar"
_TAR_AT = 257
HEAD = _TAR_AT + len(_TAR)
"""How many bytes :func:`streamed` looks at."""
BEGIN = 1024
"""How many bytes from the beginning, with the last :data:`ZIP_TAIL`, tell any kind that is no text."""

ZIP_END = b"PK\x05\x06"
_ZIP_END_LENGTH = 22
ZIP_TAIL = _ZIP_END_LENGTH + 0xFFFF
"""How far from the end of a zip its last record begins, at most: a comment may follow."""
# What may stand before a zip: an extension's signature, a script or a program that unpacks itself, a split archive.
_BEFORE_ZIP = (b"Cr24", b"#!", b"MZ", b"\x7fELF", b"PK")

# Of JSON, the first character may follow a byte order mark or the guard ")]}'" of what a server sends.
_BEFORE_JSON = b"\xef\xbb\xbf \t\r\n)]}'"


def is_container(data: bytes) -> bool:
    """Whether ``data`` may hold something that its own bytes do not show."""
    found = kind(data)
    return found is not None and found not in _PLAIN


def kind(data: bytes) -> str | None:
    """Which kind of container ``data`` looks like."""
    if found := _by_head(data):
        return found
    if data[-_ZIP_END_LENGTH : 4 - _ZIP_END_LENGTH] == ZIP_END:
        return ZIP
    if data.startswith(_BEFORE_ZIP) and data.rfind(ZIP_END, max(0, len(data) - ZIP_TAIL)) >= 0:
        return ZIP
    if data.startswith(b"\x04\0\0\0") and data.startswith(b'{"files":', 16):
        return ASAR
    return None if b"\0" in data[:512] else _text(data)


def streamed(head: bytes) -> str | None:
    """The same for kinds that are read from front to end, and known by their first :data:`HEAD` bytes."""
    found = _by_head(head)
    return found if found in STREAMED else None


def _by_head(data: bytes) -> str | None:
    if data.startswith(_TAR, _TAR_AT):
        return TAR
    if not data.startswith(_MAGIC):
        return None
    found = next(name for magic, name in _HEADS.items() if data.startswith(magic))
    return found if _is_sure(found, data) else None


def _is_sure(kind: str, data: bytes) -> bool:
    """Whether what follows a short magic fits it too."""
    if kind == BZIP2:
        return data.startswith(_BLOCKS, 4)
    if kind == RESOURCES:
        return data[12:14] == b"\x01\0" and data[8:12] != bytes(4)
    return kind != CLASS or int.from_bytes(data[6:8], "big") in _JAVA


def _text(data: bytes) -> str | None:
    if data[:16].lstrip(_BEFORE_JSON).startswith(b"{"):
        if b'"sourcesContent"' in data:
            return SOURCE_MAP
        if b'"nbformat"' in data:
            return NOTEBOOK
    return INLINE_MAP if INLINE in data else None
