"""The closing line in words."""

from __future__ import annotations

import pytest

from revont_guard.formats import summary


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ((0, 0), "0 files (0 bytes)"),
        ((1, 1), "1 file (1 byte)"),
        ((2, 999), "2 files (999 bytes)"),
        ((1, 1000), "1 file (1.0 kB)"),
        ((1, 1234567, 1), "1 file and 1 commit (1.2 MB)"),
        ((3, 5, 2, 7), "3 files, 2 commits and 7 blobs (5 bytes)"),
        ((0, 5, 2, 7), "2 commits and 7 blobs (5 bytes)"),
        ((12345, 10**13), "12,345 files (10000 GB)"),
        ((1, 123_456_789), "1 file (123 MB)"),
    ],
)
def test_counts_as_people_read_them(counts: tuple[int, ...], words: str) -> None:
    assert summary.read(*counts) == words


@pytest.mark.parametrize(("size", "words"), [(999_499, "999 kB"), (999_999, "1.0 MB"), (999_999_999, "1.0 GB")])
def test_sizes_do_not_overflow_their_unit(size: int, words: str) -> None:
    assert summary.bytes_(size) == words


def test_clean_is_claimed_only_where_all_was_read() -> None:
    assert summary.clean(1, 2) == "Clean: no Revont key in 1 file (2 bytes)."
    assert summary.clean(1, 2, complete=False) == "No Revont key in what could be read: 1 file (2 bytes)."


def test_what_does_not_count_is_told_and_clean_is_claimed_for_the_rest() -> None:
    told = summary.clean(1, 2, suppressed="4 suppressed (3 baseline, 1 inline)")
    assert told == "Clean: no new Revont key in 1 file (2 bytes); 4 suppressed (3 baseline, 1 inline)."
    told = summary.clean(1, 2, complete=False, suppressed="1 suppressed (1 inline)")
    assert told == "No new Revont key in what could be read: 1 file (2 bytes); 1 suppressed (1 inline)."
