"""Whatever comes in: an end in time, no exception, and no key in what is said of it."""

from __future__ import annotations

import gzip
import json
import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from revont_guard.model import Blob, Skipped
from revont_guard.sources.containers import marks
from revont_guard.sources.containers.inside import Inside
from revont_guard.sources.containers.limits import Limits
from revont_guard.sources.containers.opening import opened
from tests.keys import make_key
from tests.sources.containers.build import (
    asar,
    blob,
    crx3,
    docker_save,
    everything,
    inline,
    look,
    source_map,
    tarred,
    zipped,
)

FILES = {"a.txt": b"some text " * 50, "b/c.bin": random.Random(0).randbytes(700), "d.txt": b""}
TEXTS = {"a.ts": "first\nsecond", "b.ts": "x" * 300}
NOTEBOOK = {"cells": [{"source": ["a\n", "b"], "outputs": [{"text": "c"}]}], "nbformat": 4}
KINDS = {
    "zip": zipped(FILES),
    "crx": crx3(zipped(FILES)),
    "tar": tarred(FILES),
    "tgz": tarred(FILES, "w:gz"),
    "tbz": tarred(FILES, "w:bz2"),
    "txz": tarred(FILES, "w:xz"),
    "gzip": gzip.compress(FILES["b/c.bin"]),
    "asar": asar(FILES),
    "docker": docker_save([tarred(FILES), tarred(FILES, "w:gz")]),
    "nested": zipped({"a.tgz": tarred({"b.zip": zipped(FILES)}, "w:gz")}),
    "map": source_map(TEXTS, indent=1).encode(),
    "inline": f"f()\n//# {inline(source_map(TEXTS))}\n".encode(),
    "notebook": json.dumps(NOTEBOOK, indent=1).encode(),
}
SMALL = Limits(unpacked=1 << 22, members=1000, member=1 << 20)


def consume(data: bytes) -> list[Blob | Skipped]:
    items = list(opened(blob(data), everything, SMALL))
    for item in items:
        if isinstance(item, Inside):
            at = item.at(1 + item.data.count(b"\n"), 1, 2)
            assert at.inner and at.inner[-1].line is not None
    return items


@pytest.mark.parametrize("data", KINDS.values(), ids=KINDS)
def test_cut_anywhere(data: bytes) -> None:
    whole = {item.data for item in consume(data) if isinstance(item, Blob)}
    assert whole
    for end in [*range(0, len(data), 100), *range(max(0, len(data) - 60), len(data))]:
        items = consume(data[:end])
        assert marks.kind(data[:end]) is None or items


@pytest.mark.parametrize("data", KINDS.values(), ids=KINDS)
def test_changed_anywhere(data: bytes) -> None:
    rng = random.Random(len(data))
    for _ in range(300):
        changed = bytearray(data)
        for _ in range(rng.randrange(1, 6)):
            changed[rng.randrange(len(data))] = rng.choice([0, 0xFF, rng.randrange(256)])
        consume(bytes(changed))


HEADS = [b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b\x08\0", b"BZh91AY&SY", b"\xfd7zXZ\0", b"\x28\xb5\x2f\xfd", b"Cr24"]
HEADS += [
    b"\x04\0\0\0\x20\0\0\0\x18\0\0\0\x10\0\0\0" + b'{"files":',
    b'{"nbformat":',
    b'{"sourcesContent":',
    marks.INLINE,
]
HEADS += [b"", b"\0" * 257 + b"ustar"]


@settings(max_examples=500)
@given(st.sampled_from(HEADS), st.binary(max_size=2000), st.binary(max_size=30))
def test_random_bytes(head: bytes, body: bytes, tail: bytes) -> None:
    consume(head + body + tail)
    consume(head + body + b"PK\x05\x06" + tail[:18].ljust(18, b"\0"))


@settings(max_examples=300)
@given(
    st.sampled_from(["cells", "sources", "sourcesContent", "sections", "mappings", "worksheets", "nbformat"]),
    st.recursive(
        st.none() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["cells", "source", "outputs", "data"]), inner),
        max_leaves=12,
    ),
)
def test_json_of_any_shape(key: str, value: object) -> None:
    consume(json.dumps({"nbformat": 4, key: value}).encode())
    consume(json.dumps({key: value, "sourcesContent": [], "sections": [{"map": {key: value}}]}, indent=1).encode())


def test_a_container_that_holds_itself() -> None:
    """Each level gives the same again, so that only the depth ends it."""
    data = b""
    for _ in range(40):
        data = gzip.compress(data, 0)
    started = time.perf_counter()
    assert [item.why for item in look(data)[1]] == ["it is nested more than 8 deep"]
    assert time.perf_counter() - started < 1


def test_nothing_that_is_said_holds_contents() -> None:
    """Names are shown, as those of files are, and cleared where the report is made; contents never."""
    key = make_key("hostile")
    data = zipped(
        {"a.txt": key.encode(), "b.gz": gzip.compress(key.encode())[:-9], "c.tar": tarred({"d": key.encode()})[:1000]}
    )
    for limits in (SMALL, Limits(unpacked=40), Limits(member=8), Limits(depth=1), Limits(members=2)):
        for item in opened(blob(data), everything, limits):
            assert key not in repr(item)
