"""Source maps inside of the file that they are about."""

from __future__ import annotations

import base64
import json
import time
import urllib.parse

import pytest

from revont_guard.model import Inner
from revont_guard.sources.containers.inside import Inside
from revont_guard.sources.containers.opening import opened
from tests.sources.containers.build import blob, everything, inline, look, members, source_map

MAP = source_map({"src/a.ts": "first\nsecond ✓", "b.ts": "other"})


def test_originals_and_the_file_without_the_map() -> None:
    data = ("f()\n//# " + inline(MAP) + "\n").encode()
    found = members(data)
    rest = found.pop("").decode()
    assert found == {"src/a.ts": "first\nsecond ✓".encode(), "b.ts": b"other"}
    assert len(rest) == len(data)
    assert rest.rstrip() == "f()\n//# sourceMappingURL=data:application/json;charset=utf-8;base64,"


def test_the_outer_line_is_that_of_the_url() -> None:
    [first, *_] = opened(blob(f"f()\n\n/*# {inline(MAP)} */".encode(), "a.css"), everything)
    assert isinstance(first, Inside)
    at = first.at(2, 8, 9)
    assert (at.path, at.line, at.column, at.inner) == ("a.css", 3, None, (Inner("src/a.ts", 2, 8),))


def test_every_map_in_a_bundle_of_evals() -> None:
    lines = [
        f'eval("x\\n//# {inline(source_map({f"{n}.js": str(n)}))}\\n//# sourceURL=webpack:///{n}");' for n in range(9)
    ]
    blobs = [item for item in opened(blob("\n".join(lines).encode()), everything) if isinstance(item, Inside)]
    assert [item.at(1, 1, 2).line for item in blobs] == list(range(1, 10))
    assert [item.data for item in blobs] == [b"%d" % n for n in range(9)]


@pytest.mark.parametrize("safe", ["", "{}:,"])
def test_percent_encoding(safe: str) -> None:
    coded = urllib.parse.quote(MAP, safe=safe)
    found = members(f"f()\n//# sourceMappingURL=data:application/json,{coded}\n".encode())
    assert found["src/a.ts"] == "first\nsecond ✓".encode()


@pytest.mark.parametrize("ending", [b"", b"="])
def test_base64_may_lack_its_padding_or_use_the_other_alphabet(ending: bytes) -> None:
    text = source_map({"a.ts": "??>>~~\xff\xfe text"})
    coded = base64.urlsafe_b64encode(text.encode()).rstrip(b"=") + ending
    assert (
        members(b"//# sourceMappingURL=data:application/json;base64," + coded)["a.ts"] == "??>>~~\xff\xfe text".encode()
    )


def test_what_is_cut_short_gives_what_it_has() -> None:
    data = f"//# {inline(MAP)}".encode()
    for end in range(len(data) - 40, len(data)):
        assert members(data[:end])["src/a.ts"] == "first\nsecond ✓".encode()


@pytest.mark.parametrize(
    "text",
    [
        'var url = "sourceMappingURL=data:application/json;base64," + encode(map)',
        "//# sourceMappingURL=data:application/json;base64,AAAA",
        "//# sourceMappingURL=data:image/png;base64,e30=",
        "//# sourceMappingURL=data:",
        "//# sourceMappingURL=data:application/json" + ";x" * 1000,
        "//# sourceMappingURL=data:application/json,%7B",
        "//# sourceMappingURL=data:application/json;base64,e30=",
    ],
)
def test_what_is_no_map_stays(text: str) -> None:
    assert members(text.encode()) == {"": text.encode()}


def test_five_megabytes_on_one_line_take_less_than_a_second() -> None:
    text = source_map({"a.ts": "export const x = 1\n" * 120_000})
    data = b"var a=1;" * 250_000 + b"//# " + inline(text).encode()
    assert len(data) > 5_000_000
    started = time.perf_counter()
    found = members(data)
    assert time.perf_counter() - started < 1
    assert len(found["a.ts"]) == 19 * 120_000


def test_many_marks_take_no_quadratic_time() -> None:
    started = time.perf_counter()
    look(b"sourceMappingURL=data:application/json;base64," * 40_000)
    look(b"sourceMappingURL=data:application/json," * 40_000)
    look(b"sourceMappingURL=data:" * 200_000)
    assert time.perf_counter() - started < 5
    assert json.loads(MAP)
