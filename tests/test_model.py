from __future__ import annotations

import copy
import json
import logging
import pickle
import re
import string
import traceback
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import revont_guard
from revont_guard.model import (
    Blob,
    Coverage,
    Hit,
    Key,
    KeyKind,
    Location,
    Scope,
    Secret,
    Severity,
    Skipped,
    SourceKind,
    digest,
    mask,
    mask_spans,
)
from tests.keys import STYLES, make_key

KEY = make_key("model")
SECRET = Secret(KEY)
HERE = Location(SourceKind.WORKTREE, "a.py", 1)


def pieces(text: str, key: str) -> set[str]:
    """Pieces of ``key`` longer than a mask may show that occur in ``text``."""
    return {key[at : at + 5] for at in range(len(key) - 4) if key[at : at + 5] in text}


@given(st.text(string.ascii_letters + string.digits, min_size=1, max_size=80))
def test_a_mask_shows_at_most_the_first_four_and_last_two_and_less_of_a_short_one(value: str) -> None:
    head, dots, tail = mask(value).partition("…")
    assert dots
    assert value.startswith(head)
    assert value.endswith(tail)
    assert len(head) <= min(4, len(value) // 8)
    assert len(tail) <= min(2, len(value) // 16)


def test_a_mask_does_not_tell_the_length() -> None:
    assert len({len(mask(make_key(1, style))) for style in STYLES if len(make_key(1, style)) >= 32}) == 1


WAYS: dict[str, Callable[[Secret], str]] = {
    "repr": repr,
    "str": str,
    "format": lambda secret: f"{secret:>40}",
    "percent": lambda secret: "%s %r" % (secret, secret),  # noqa: UP031
    "in a list": lambda secret: str([secret, {secret: secret}]),
    "in a key": lambda secret: repr(Key(secret, KeyKind.API_KEY, "name")),
    "in a hit": lambda secret: repr(Hit(Key(secret, KeyKind.API_KEY, None), HERE, ())),
    "in a log": lambda secret: logging.LogRecord("a", 10, "b", 1, "%s", (secret,), None).getMessage(),
    "in an exception": lambda secret: "".join(traceback.format_exception(ValueError(secret))),
    "in json": lambda secret: json.dumps({"key": secret}, default=str),
    "in its attributes": lambda secret: str(getattr(secret, "__dict__", "")),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("style", STYLES)
def test_a_secret_cannot_print_itself(way: str, style: str) -> None:
    key = make_key(2, style)
    assert pieces(WAYS[way](Secret(key)), key) == set()


@pytest.mark.parametrize("leave", [pickle.dumps, copy.copy, copy.deepcopy], ids=["pickle", "copy", "deepcopy"])
def test_a_secret_does_not_leave_its_process(leave: Callable[[object], object]) -> None:
    with pytest.raises(TypeError) as raised:
        leave(SECRET)
    assert pieces(str(raised.value), KEY) == set()


def test_secrets_are_equal_by_value_and_unlike_their_text() -> None:
    assert Secret(KEY) == SECRET
    assert hash(SECRET) == hash(Secret(KEY))
    assert Secret(make_key("another")) != SECRET
    assert SECRET != KEY
    assert SECRET.reveal() == KEY


def test_only_a_few_modules_reveal_a_key() -> None:
    package = Path(revont_guard.__file__).parent
    called = re.compile(r"\breveal\b(?!\(self\))")
    modules = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if called.search(re.sub(r":meth:`reveal`|``reveal\(\)``", "", path.read_text(encoding="utf-8")))
    }
    assert modules <= {"transport.py", "verify/admission.py", "plugin.py", "report.py", "hints.py"}


@pytest.mark.parametrize(
    ("spans", "shown"),
    [
        ([], "0123456789abcdef"),
        ([(10, 12), (2, 5)], "01…56789…cdef"),
        ([(2, 9), (4, 6)], "01…9abcdef"),
        ([(2, 5), (4, 8)], "01…89abcdef"),
        ([(2, 4), (4, 7)], "01…789abcdef"),
        ([(12, 16)], "0123456789ab…"),
    ],
)
def test_spans_that_overlap_or_touch_are_masked_as_one(spans: list[tuple[int, int]], shown: str) -> None:
    assert mask_spans("0123456789abcdef", spans) == shown


def test_nobody_reads_the_value_past_the_door() -> None:
    package = Path(revont_guard.__file__).parent
    readers = {path.name for path in package.rglob("*.py") if "._value" in path.read_text(encoding="utf-8")}
    assert readers <= {"model.py"}


def test_fingerprints_are_short_stable_and_of_their_domain_alone() -> None:
    assert re.fullmatch("[0-9a-f]{24}", SECRET.fingerprint)
    assert SECRET.fingerprint == digest("key", KEY) == Secret(KEY).fingerprint
    assert digest("finding", KEY) != digest("key", KEY)
    assert pieces(SECRET.fingerprint, KEY) == set()


@given(*[st.lists(st.text("ab", max_size=3), max_size=3)] * 2)
def test_no_two_lists_of_parts_have_one_digest(one: list[str], other: list[str]) -> None:
    assert (digest("d", *one) == digest("d", *other)) is (one == other)


def test_a_digest_takes_names_that_are_no_unicode() -> None:
    assert digest("d", "\udcff") != digest("d", "\udcfe")


def test_a_blob_does_not_print_its_data() -> None:
    assert pieces(repr(Blob(KEY.encode(), HERE)), KEY) == set()


def test_only_what_had_to_be_read_makes_a_run_incomplete() -> None:
    image, pointer = Skipped("a.png", "an image", False), Skipped("b.bin", "not here", True)
    assert Coverage(skipped=(image,)).complete
    assert not replace(Coverage(), skipped=(image, pointer)).complete


def test_severities_rise_and_have_the_labels_of_the_contract() -> None:
    assert [severity.label for severity in sorted(Severity)] == ["info", "low", "medium", "high", "critical"]


def test_scopes_are_in_order_and_called_as_the_documentation_does() -> None:
    assert Scope.NONE < Scope.READ_ONLY < Scope.READ_WRITE
    assert [scope.label for scope in Scope] == ["none", "read-only", "read-write"]
