"""Unpacking in pieces, and reading pieces as a stream."""

from __future__ import annotations

import bz2
import gzip
import lzma
import random
import time
import zlib
from collections.abc import Callable, Iterator

import pytest

from revont_guard.sources.containers import streams
from revont_guard.sources.containers.extent import STEP, InMemory
from revont_guard.sources.containers.limits import LimitReached, Limits, Meter
from revont_guard.sources.containers.parts import Broken, Piece
from revont_guard.sources.containers.streams import Decompressor, Source, peeked, stored, unpacked

Pack = Callable[[bytes], bytes]
Start = Callable[[], Decompressor]
KINDS: list[tuple[Pack, Start]] = [
    (gzip.compress, streams.gzip),
    (bz2.compress, streams.bzip2),
    (lzma.compress, streams.xz),
]
TEXT = random.Random(0).randbytes(100_000) + bytes(2_000_000) + b"the end"


def meter(**limits: int) -> Meter:
    return Meter(Limits(**limits), 1 << 20)


def cut(data: bytes, step: int) -> Iterator[bytes]:
    return (data[at : at + step] for at in range(0, len(data), step))


@pytest.mark.parametrize(("pack", "start"), KINDS)
@pytest.mark.parametrize("step", [1_000, 1 << 20])
def test_all_comes_out_in_bounded_pieces(pack: Pack, start: Start, step: int) -> None:
    found = list(unpacked(cut(pack(TEXT), step), start, meter()))
    assert b"".join(found) == TEXT
    assert max(map(len, found)) <= STEP


@pytest.mark.parametrize(("pack", "start"), KINDS)
def test_streams_may_follow_each_other(pack: Pack, start: Start) -> None:
    data = pack(b"one ") + pack(b"") + pack(b"two") + b"\0\0 rubbish"
    assert b"".join(unpacked([data], start, meter(), pack(b"")[:3])) == b"one two"
    assert b"".join(unpacked(cut(data, 1), start, meter(), pack(b"")[:3])) == b"one two"
    assert b"".join(unpacked([data], start, meter())) == b"one "


@pytest.mark.parametrize(("pack", "start"), KINDS)
def test_what_comes_before_the_cut_comes_out(pack: Pack, start: Start) -> None:
    data = random.Random(1).randbytes(2_000_000)
    found = bytearray()
    with pytest.raises(Broken, match="cut short"):
        for piece in unpacked([pack(data)[:1_900_000]], start, meter()):
            found += piece
    assert len(found) > 500_000 and data.startswith(found)


@pytest.mark.parametrize(("pack", "start"), KINDS)
def test_rubbish_is_broken(pack: Pack, start: Start) -> None:
    with pytest.raises(Broken):
        list(unpacked([pack(b"")[:6] + bytes(100)], start, meter()))


def test_many_short_streams_take_no_quadratic_time() -> None:
    one = gzip.compress(b"")
    data = one * 10_000 + bytes(20 << 20)
    started = time.perf_counter()
    list(unpacked([data], streams.gzip, meter(), one[:2]))
    assert time.perf_counter() - started < 5  # minutes, if each of them copied what follows
    with pytest.raises(Broken, match="more than 65536"):
        list(unpacked([one * 70_000], streams.gzip, meter(), one[:2]))


def test_xz_does_not_get_all_the_memory_that_it_asks_for() -> None:
    data = bytearray(lzma.compress(b"text", filters=[{"id": lzma.FILTER_LZMA2, "dict_size": 1 << 16}]))
    assert data[12:17] == b"\x02\x00\x21\x01\x08"  # the header of the block, last the size of the dictionary
    data[16] = 34  # 512 MiB
    data[20:24] = zlib.crc32(data[12:20]).to_bytes(4, "little")
    with pytest.raises(Broken, match="memory"):
        list(unpacked([bytes(data)], streams.xz, meter()))


def test_the_meter_runs_while_it_is_unpacked() -> None:
    with pytest.raises(LimitReached):
        list(unpacked([gzip.compress(bytes(1 << 22))], streams.gzip, meter(unpacked=1 << 20, times=0)))
    with pytest.raises(LimitReached):
        list(stored(InMemory(bytes(1 << 21)), 1 << 21, meter(unpacked=1 << 20, times=0)))


def test_stored_bytes_that_are_not_there_are_missed() -> None:
    found = stored(InMemory(b"abc"), 4, meter())
    assert next(found) == b"abc"
    with pytest.raises(Broken, match="cut short"):
        next(found)


def test_a_source_gives_what_is_asked_for() -> None:
    source = Source([b"ab", b"", memoryview(b"cdef"), b"ghi"])
    assert source.read(3) == b"abc"
    assert bytes(source.take(9)) == b"def"
    source.give_back(2)
    assert b"".join(source.pieces(4)) == b"efgh"
    assert (source.read(9), source.read(9)) == (b"i", b"")
    with pytest.raises(Broken, match="cut short"):
        list(source.pieces(1))


def test_a_peek_takes_nothing_away() -> None:
    def pieces() -> Iterator[Piece]:
        yield b"ab"
        yield b"cd"
        raise Broken("there")

    head, rest = peeked(pieces(), 3)
    assert head == b"abcd"
    assert bytes(next(rest)) == b"abcd"
    with pytest.raises(Broken, match="there"):
        next(rest)
    with pytest.raises(Broken, match="cut short"):
        peeked(stored(InMemory(b""), 1, meter()), 1)
    head, rest = peeked(pieces(), 9)
    assert (head, bytes(next(rest))) == (b"abcd", b"abcd")
    with pytest.raises(Broken, match="there"):
        next(rest)
