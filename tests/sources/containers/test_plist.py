"""Binary property lists."""

from __future__ import annotations

import datetime
import struct
import time

from tests.sources.containers.build import look, members, reasons
from tests.sources.containers.writers import plist


def test_it_reads_as_the_xml_that_people_know() -> None:
    value = {
        "Name": "a < b",
        "é": ["ü", True, 7, {"Data": b"text"}],
        "Raw": b"\0\1",
        "Day": datetime.datetime(2020, 1, 1),
    }
    assert members(plist(value))[""].decode() == (
        "<dict>\n<key>Day</key>\n<string></string>\n<key>Name</key>\n<string>a &lt; b</string>\n"
        "<key>Raw</key>\n<string></string>\n<key>é</key>\n<array>\n<string>ü</string>\n<string></string>\n"
        "<string></string>\n<dict>\n<key>Data</key>\n<string>text</string>\n</dict>\n</array>\n</dict>"
    )


def test_long_lists_and_texts() -> None:
    text = members(plist([f"number {number}" for number in range(1_000)] + ["x" * 70_000]))[""].decode()
    assert text.count("<string>") == 1_001 and "x" * 70_000 in text


def listed(objects: list[bytes]) -> bytes:
    out, offsets = b"bplist00", []
    for each in objects:
        offsets.append(len(out))
        out += each
    table = b"".join(struct.pack(">H", offset) for offset in offsets)
    return out + table + struct.pack(">6xBBQQQ", 2, 1, len(objects), 0, len(out))


def test_one_that_holds_itself() -> None:
    assert reasons(listed([b"\xa1\0"])) == [("x", "it is nested more than 64 deep")]


def test_parts_that_are_shared_again_and_again_are_not_written_for_ever() -> None:
    """As the billion laughs: each level holds the next ten times."""
    bomb = listed([b"\xaa" + bytes([level + 1] * 10) for level in range(40)] + [b"\x53lol"])
    started = time.perf_counter()
    _, [skipped] = look(bomb)
    assert skipped.why == "its parts overlap"
    assert time.perf_counter() - started < 5
