"""Small writers of compiled files, as far as our readers look at them."""

from __future__ import annotations

import plistlib
import struct
from collections.abc import Mapping, Sequence
from typing import Any

Strings = Mapping[str, str]


def plist(value: dict[str, Any] | list[Any]) -> bytes:
    return plistlib.dumps(value, fmt=plistlib.FMT_BINARY)


def deb(files: Mapping[str, bytes]) -> bytes:
    """ar with the members that a package of Debian begins with."""
    out = b"!<arch>\n"
    for name, data in {"debian-binary": b"2.0\n", **files}.items():
        out += f"{name:<16}{0:<12}{0:<6}{0:<6}{100644:<8}{len(data):<10}`\n".encode() + data + b"\n" * (len(data) % 2)
    return out


# --- resources.arsc ---------------------------------------------------------------------------------------------------


def resources(strings: Strings, *, wide: bool = False, form: str = "plain") -> bytes:
    """``strings.xml`` as the tools of Android compile it; ``form``: plain, sparse, short, compact or an array."""
    values = _pool(list(strings.values()), wide)
    keys = _pool(list(strings), False)
    types = _pool(["string"], False)
    entries, offsets = b"", []
    for number in range(len(strings)):
        offsets.append(len(entries))
        value = struct.pack("<HBBI", 8, 0, 3, number)
        if form == "compact":
            entries += struct.pack("<HHI", number, 3 << 8 | 8, number)
        elif form == "array":
            entries += struct.pack("<HHIII", 16, 1, number, 0, 1) + struct.pack("<I", 0x2000000) + value
        else:
            entries += struct.pack("<HHI", 8, 0, number) + value
    flags = {"sparse": 1, "short": 2}.get(form, 0)
    if form == "sparse":
        index = b"".join(struct.pack("<HH", number, offset // 4) for number, offset in enumerate(offsets))
    elif form == "short":
        index = b"".join(struct.pack("<H", offset // 4) for offset in [*offsets, 0xFFFF * 4])
        index += bytes(-len(index) % 4)
    else:
        index = b"".join(struct.pack("<I", offset) for offset in [*offsets, 0xFFFFFFFF])
    count = len(offsets) + (form != "sparse")
    config = struct.pack("<I", 64) + bytes(60)
    start = 20 + len(config) + len(index)
    body = struct.pack("<BBHII", 1, flags, 0, count, start) + config
    type = struct.pack("<HHI", 0x0201, 8 + len(body), start + len(entries)) + body + index + entries
    head = struct.pack("<I256s5I", 0x7F, b"", 288, 1, 288 + len(types), len(strings), 0)
    inside = types + keys + type
    package = struct.pack("<HHI", 0x0200, 288, 288 + len(inside)) + head + inside
    return struct.pack("<HHII", 0x0002, 12, 12 + len(values) + len(package), 1) + values + package


def _pool(strings: Sequence[str], wide: bool) -> bytes:
    body, offsets = b"", []
    for text in strings:
        offsets.append(len(body))
        if wide:
            body += struct.pack("<H", len(text)) + text.encode("utf-16-le") + b"\0\0"
        else:
            raw = text.encode()
            body += _length(len(text)) + _length(len(raw)) + raw + b"\0"
    body += bytes(-len(body) % 4)
    start = 28 + 4 * len(offsets)
    head = struct.pack("<HHIIIIII", 1, 28, start + len(body), len(offsets), 0, 0 if wide else 1 << 8, start, 0)
    return head + b"".join(struct.pack("<I", offset) for offset in offsets) + body


def _length(count: int) -> bytes:
    return bytes([count]) if count < 0x80 else bytes([0x80 | count >> 8, count & 0xFF])


# --- classes of Java --------------------------------------------------------------------------------------------------


def java_class(name: str, constants: Strings, calls: Sequence[Sequence[str]] = ()) -> bytes:
    """A class with constant fields, and a method that makes ``calls``: of each the method, then the texts for it."""
    pool: dict[tuple[object, ...], tuple[int, bytes]] = {}

    def constant(*key: object, data: bytes) -> int:
        return pool.setdefault(key, (len(pool) + 1, data))[0]

    def utf8(text: str) -> int:
        raw = text.encode()
        return constant(1, text, data=struct.pack(">BH", 1, len(raw)) + raw)

    def string(text: str) -> int:
        number = utf8(text)
        return constant(8, text, data=struct.pack(">BH", 8, number))

    def owner(text: str) -> int:
        number = utf8(text.replace(".", "/"))
        return constant(7, text, data=struct.pack(">BH", 7, number))

    def method(text: str) -> int:
        of, called = text.split(".")
        named = constant(12, called, data=struct.pack(">BHH", 12, utf8(called), utf8("()V")))
        number = owner(of)
        return constant(10, text, data=struct.pack(">BHH", 10, number, named))

    constant(5, data=struct.pack(">Bq", 5, 1))  # takes two numbers
    constant("the second", data=b"")
    fields = b"".join(
        struct.pack(">4H", 0x19, utf8(field), utf8("Ljava/lang/String;"), 1)
        + struct.pack(">HIH", utf8("ConstantValue"), 2, string(value))
        for field, value in constants.items()
    )
    code = b"\xaa\0\0\0" + struct.pack(">3i", 16, 0, 0) + struct.pack(">i", 16)  # a switch, to be passed over
    for called, *texts in calls:
        code += b"".join(struct.pack(">BH", 0x13, string(text)) for text in texts)
        code += struct.pack(">BH", 0xB8, method(called))
    body = struct.pack(">HHI", 2, 2, len(code)) + code + b"\0\0\0\0"
    method_info = (
        struct.pack(">4H", 9, utf8("start"), utf8("()V"), 1) + struct.pack(">HI", utf8("Code"), len(body)) + body
    )
    this = owner(name)
    tail = struct.pack(">4H", 0x21, this, this, 0) + struct.pack(">H", len(constants)) + fields
    tail += struct.pack(">H", 1) + method_info + b"\0\0"
    return (
        b"\xca\xfe\xba\xbe\0\0\0\x3d" + struct.pack(">H", len(pool) + 1) + b"".join(d for _, d in pool.values()) + tail
    )


# --- dex --------------------------------------------------------------------------------------------------------------


def dex(name: str, constants: Strings, calls: Sequence[Sequence[str]] = (), puts: Strings | None = None) -> bytes:
    """A class with constant fields, and a method that hands texts to other methods of it, and keeps some in fields."""
    puts = puts or {}
    type = "L" + name.replace(".", "/") + ";"
    named = [*constants, *puts, "start", *(called for called, *_ in calls)]
    strings = sorted({type, *named, *constants.values(), *puts.values(), *(text for _, *t in calls for text in t)})
    number = {text: at for at, text in enumerate(strings)}
    fields = [*constants, *puts]
    methods = ["start", *dict.fromkeys(called for called, *_ in calls)]
    code = b"\x28\x06" + b"\0\0" + b"\0\x01\1\0" + bytes(8)  # a jump over a table of a switch, to be passed over
    for called, *texts in calls:
        for register, text in enumerate(texts):
            code += struct.pack("<BBH", 0x1A, register, number[text])
        held = sum(register << 4 * register for register in range(len(texts)))
        code += struct.pack("<BBHH", 0x71, len(texts) << 4, methods.index(called), held)
    for field, text in puts.items():
        code += struct.pack("<BBI", 0x1B, 3, number[text]) + struct.pack("<BBH", 0x69, 3, fields.index(field))
    code += b"\x0e\0"
    place = 112
    sizes = [4 * len(strings), 4, 0, 8 * len(fields), 8 * len(methods), 32]
    counts = [len(strings), 1, 0, len(fields), len(methods), 1]
    offsets = []
    for size in sizes:
        offsets.append(place)
        place += size
    code_at = place
    data = struct.pack("<4H2I", 4, 0, 4, 0, 0, len(code) // 2) + code
    class_at = place + len(data)
    data += bytes([len(fields), 0, 1, 0]) + b"\0\x19" + b"\1\x19" * (len(fields) - 1) + b"\0\x09" + _uleb(code_at)
    values_at = place + len(data)
    data += bytes([len(constants)])
    for text in constants.values():
        data += b"\x37" + struct.pack("<H", number[text])
    string_ids = b""
    for text in strings:
        string_ids += struct.pack("<I", place + len(data))
        data += _uleb(len(text)) + text.encode() + b"\0"
    head = b"dex\n035\0" + bytes(24) + struct.pack("<6I", place + len(data), 112, 0x12345678, 0, 0, 0)
    head += b"".join(struct.pack("<2I", *pair) for pair in zip(counts, offsets, strict=True))
    head = head.ljust(112, b"\0")
    ids = string_ids + struct.pack("<I", number[type])
    ids += b"".join(struct.pack("<HHI", 0, 0, number[field]) for field in fields)
    ids += b"".join(struct.pack("<HHI", 0, 0, number[method]) for method in methods)
    ids += struct.pack("<8I", 0, 1, 0, 0, 0, 0, class_at, values_at)
    return head + ids + data


def _uleb(number: int) -> bytes:
    out = b""
    while number >= 0x80:
        out += bytes([number & 0x7F | 0x80])
        number >>= 7
    return out + bytes([number])
