"""Limits: each is told by name, and what came before it stays."""

from __future__ import annotations

import gzip
import io
import tarfile
import time

import pytest

from revont_guard.sources.containers.limits import Limits
from tests.sources.containers.build import asar, inline, look, source_map, tarred, zipped

MANY = {f"{number:03}.txt": b"x" * 10_000 for number in range(100)}


@pytest.mark.parametrize("data", [zipped(MANY), tarred(MANY, "w:gz"), asar(MANY)], ids=["zip", "tgz", "asar"])
@pytest.mark.parametrize("block", [True, False])
def test_all_that_comes_out(data: bytes, block: bool) -> None:
    found, [skipped] = look(data, Limits(unpacked=600 << 10, times=0), block=block)
    assert 0 < len(found) < 100
    assert (skipped.what, skipped.why, skipped.blocking) == ("x", "it unpacks to more than 600 KiB", block)


@pytest.mark.parametrize("data", [zipped(MANY), tarred(MANY, "w:gz"), asar(MANY)], ids=["zip", "tgz", "asar"])
def test_members(data: bytes) -> None:
    found, [skipped] = look(data, Limits(members=50))
    assert len(found) <= 50
    assert skipped.why == "it has more than 50 members"


def test_folders_count_too() -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        for number in range(100):
            info = tarfile.TarInfo(str(number))
            info.type = tarfile.DIRTYPE
            archive.addfile(info)
    assert [item.why for item in look(out.getvalue(), Limits(members=50))[1]] == ["it has more than 50 members"]


@pytest.mark.parametrize(
    "data",
    [gzip.compress(bytes(64 << 20)), zipped({"a": bytes(64 << 20)}), tarred({"a": bytes(64 << 20)}, "w:xz")],
    ids=["gzip", "zip", "txz"],
)
def test_the_ratio_counts_once_much_has_come_out(data: bytes) -> None:
    assert [item.why for item in look(data)[1]] == ["it unpacks to more than 200 times its size"]
    assert look(data, Limits(ratio_from=100 << 20))[1] == []


def test_zeros_behind_the_end_of_a_tar_are_counted() -> None:
    bomb = gzip.compress(tarred({"a": b"text"}) + bytes(100 << 20))
    found, [skipped] = look(bomb)
    assert found == {"a": b"text"}
    assert skipped.why == "it unpacks to more than 200 times its size"


def test_the_bytes_of_a_member() -> None:
    found, skipped = look(zipped({"big": b"x" * 5000, "small": b"y" * 1000}), Limits(member=2048), block=True)
    assert found == {"big": b"x" * 2048, "small": b"y" * 1000}
    assert [(item.what, item.why, item.blocking) for item in skipped] == [
        ("x → big", "only the first 2 KiB were read", True)
    ]
    assert look(tarred({"big": b"x" * 5000, "small": b""}, "w:gz"), Limits(member=2048))[0].keys() == {"big", "small"}


def test_a_layer_may_be_larger_than_a_member() -> None:
    layer = tarred(MANY)
    found, skipped = look(tarred({"layer.tar": layer}), Limits(member=20_000))
    assert (len(found), skipped) == (100, [])


def nested(depth: int) -> bytes:
    data = b"text"
    for _ in range(depth):
        data = zipped({"a": data})
    return data


def test_depth() -> None:
    assert list(look(nested(3), Limits(depth=3))[0]) == ["a|a|a"]
    found, [skipped] = look(nested(4), Limits(depth=3), block=True)
    assert list(found) == ["a|a|a"]  # as it is, since it can be looked at at least so
    assert (skipped.what, skipped.why) == ("x → a → a → a", "it is nested more than 3 deep")
    assert skipped.blocking
    packed = gzip.compress(gzip.compress(gzip.compress(b"text")))
    assert [item.why for item in look(packed, Limits(depth=2))[1]] == ["it is nested more than 2 deep"]


def test_the_length_of_a_name() -> None:
    found, [skipped] = look(zipped({"n" * 101: b"one", "n" * 100: b"two"}), Limits(path=100))
    assert list(found) == ["n" * 100]
    assert (skipped.what, skipped.why) == ("x", "a name is longer than 100 characters")


def test_a_text_that_costs_too_much_is_looked_at_as_it_is() -> None:
    for text in (source_map(dict.fromkeys("abc", "text")), "//# " + inline(source_map(dict.fromkeys("abc", "text")))):
        found, [skipped] = look(text.encode(), Limits(members=2))
        assert found == {"a": b"text", "b": b"text", "": text.encode()}
        assert skipped.why == "it has more than 2 members"


def test_a_bomb_of_bombs_goes_off_quietly() -> None:
    """As 42.zip: nothing much at any level, and everything in all."""
    bomb = zipped({"zeros": bytes(16 << 20)})
    for _ in range(5):
        bomb = zipped({f"{number}.zip": bomb for number in range(16)})
    started = time.perf_counter()
    _, [*_, skipped] = look(bomb)
    assert skipped.why == "it unpacks to more than 200 times its size"
    assert time.perf_counter() - started < 5
