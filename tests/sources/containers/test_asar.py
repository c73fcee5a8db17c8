"""asar, the archive of Electron."""

from __future__ import annotations

import time

from revont_guard.sources.containers.limits import Limits
from tests.sources.containers.build import asar, asar_of, look, members, reasons

FILES = {"package.json": b"{}", "src/main.js": b"call()", "src/lib/deep.js": b""}


def test_files_with_their_paths() -> None:
    assert members(asar(FILES)) == FILES


def test_what_lies_beside_it_is_not_missed() -> None:
    root = {"files": {"native.node": {"size": 9, "unpacked": True}, "link": {"link": "a"}, "a": _at(0, 4)}}
    assert members(asar_of(root, b"text")) == {"a": b"text"}


def _at(offset: object, size: object) -> dict[str, object]:
    return {"size": size, "offset": offset if isinstance(offset, str | None) else str(offset)}


def test_offsets_and_sizes_are_not_believed() -> None:
    root = {
        "files": {
            "past": _at(9 << 40, 4),
            "long": _at(2, 9 << 40),
            "negative": _at("-4", 4),
            "odd": _at(0, [1]),
            "no": _at(None, 4),
            "two": _at("²", 1),
            "\ud800/../x": _at(0, 2),
            "list": [],
        }
    }
    found, skipped = look(asar_of(root, b"text"))
    assert found == {"past": b"", "long": b"xt", "\udced\udca0\udc80/../x": b"te"}
    assert [(item.what, item.why) for item in skipped] == [
        ("x → past and 1 more", "it is cut short"),
        ("x → negative and 3 more", "it is damaged"),
    ]


def test_a_list_that_is_damaged() -> None:
    assert reasons(asar(FILES).replace(b'"size"', b'"size', 1)) == [("x", "its list of files is damaged")]
    deep = b'{"files":' + b'{"a":{"files":' * 50_000
    assert reasons(b"\x04\0\0\0" + bytes(8) + len(deep).to_bytes(4, "little") + deep) == [
        ("x", "its list of files is damaged")
    ]


def test_many_paths_below_a_long_name_are_not_all_made() -> None:
    started = time.perf_counter()
    root = {"files": {"n" * 100_000: {"files": {str(number): _at(0, 0) for number in range(50_000)}}}}
    assert reasons(asar_of(root, b""))[-1] == ("x", "it unpacks to more than 200 times its size")
    assert reasons(asar_of(root, b""), Limits(members=9, unpacked=1 << 40, ratio_from=1 << 40))[-1] == (
        "x",
        "it has more than 9 members",
    )
    assert time.perf_counter() - started < 5
