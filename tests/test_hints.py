"""What is found without any evidence round it: keys that the user holds, and the organisation's own patterns."""

from __future__ import annotations

import base64
import gzip
import html
import json
import re
import urllib.parse
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from revont_guard import catalog
from revont_guard.detectors.keys import find_keys
from revont_guard.detectors.prefilter import WordFilter
from revont_guard.hints import Hints, Known, Pattern
from revont_guard.model import KeyKind, Secret
from tests.detectors.helpers import KEY, blob, find, value, values
from tests.keys import STYLES, make_key

OTHER = make_key("another")
KNOWN = Hints(known=(Known("PROD_KEY", Secret(KEY)),))
OWN = Hints(patterns=(Pattern(r"zz_(?:live|test)_(?P<key>[a-z0-9]{20})"),))


def every(pattern: str) -> Callable[[str], str]:
    return lambda text: "".join(pattern.format(ord(character)) for character in text)


def base64ed(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


ENCODERS: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "base64": base64ed,
    "base64 behind one byte": lambda text: base64ed("x" + text),
    "base64 behind two bytes": lambda text: base64ed("xy" + text),
    "base64url": lambda text: base64.urlsafe_b64encode(text.encode()).decode().rstrip("="),
    "base64 of a file": lambda text: base64ed(f"# settings\nDEBUG=1\nTHAT={text}\nPORT=80\n"),
    "base64 of bytes that are no text": lambda text: base64.b64encode(b"\0\1\x90" + text.encode() + b"\xff").decode(),
    "base64 of UTF-16": lambda text: base64.b64encode(text.encode("utf-16-le")).decode(),
    "gzip in base64": lambda text: base64.b64encode(gzip.compress(f"x = {text}\n".encode() * 3)).decode(),
    "hex": lambda text: text.encode().hex(),
    "HEX": lambda text: text.encode().hex().upper(),
    "percent": every("%{:02X}"),
    "percent where needed": lambda text: urllib.parse.quote(text, safe=""),
    "\\x": every("\\x{:02x}"),
    "\\u": every("\\u{:04x}"),
    "decimal entities": every("&#{};"),
    "hexadecimal entities": every("&#x{:X};"),
    "entities where needed": html.escape,
    "JSON in JSON": lambda text: json.dumps(json.dumps({"t": text})),
    "pieces": lambda text: f"'{text[:9]}' + '{text[9:20]}' + '{text[20:]}'",
    "a list of numbers": lambda text: str(list(text.encode())),
}


@pytest.mark.parametrize("style", sorted(STYLES))
@pytest.mark.parametrize("encoder", sorted(ENCODERS))
def test_a_known_key_is_found_in_every_encoding_and_passes_the_prefilter(encoder: str, style: str) -> None:
    key = make_key("held", style)
    hints = Hints(known=(Known("PROD_KEY", Secret(key)),))
    data = f"first\nx = {ENCODERS[encoder](key)}\n".encode()
    assert WordFilter(hints)(data)
    match, *again = find_keys(blob(data), catalog.knowledge(), hints)
    assert (value(match), match.line, match.evidence[0]) == (key, 2, "known-key")
    assert all(value(other) == key for other in again)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "utf-16-be", "latin-1"])
def test_a_known_key_is_found_in_every_encoding_of_text(encoding: str) -> None:
    assert values(f"x = {KEY}\n".encode(encoding), hints=KNOWN) == [KEY]


@settings(max_examples=150)
@given(st.text(max_size=40), st.text(max_size=40), st.sampled_from(sorted(ENCODERS)))
def test_nothing_round_it_hides_a_known_key_that_stands_as_it_is(before: str, after: str, encoder: str) -> None:
    data = f"{before}{KEY}{after} {ENCODERS[encoder](OTHER)}".encode("utf-8", "replace")
    assert KEY in values(data, hints=KNOWN)


def test_a_known_key_has_the_name_that_it_goes_by_or_that_of_its_variable() -> None:
    assert [match.key.name for match in find("the_thing = {key}\n", hints=KNOWN)] == ["the_thing"]
    assert [match.key.name for match in find("{key}", hints=KNOWN)] == ["PROD_KEY"]


def test_other_strings_stay_unknown() -> None:
    assert values(f"x = {OTHER}\ny = {KEY[:-1]}\n", hints=KNOWN) == []
    assert not WordFilter(KNOWN)(f"x = {OTHER}".encode())


def test_a_known_key_inside_a_longer_run_is_found_at_its_place() -> None:
    [match] = find(f"xx{KEY}yy", hints=KNOWN)
    assert (match.column, match.end_column) == (3, 3 + len(KEY))


def test_a_pattern_finds_its_key_without_any_evidence() -> None:
    body = make_key("own", "lower-40")[:20]
    [match] = find(f"x = 'zz_live_{body}'", hints=OWN)
    assert (value(match), match.key.kind, match.evidence[0]) == (body, KeyKind.API_KEY, "own-pattern")
    assert values(f"x = 'zz_live_{body}'") == []


@pytest.mark.parametrize("encoder", ["base64", "hex", "percent", "\\x", "gzip in base64", "base64 of a file"])
def test_a_pattern_that_begins_with_letters_is_found_encoded(encoder: str) -> None:
    hints = Hints(patterns=(Pattern(r"zzkey_[A-Za-z0-9_-]{20,64}"),))
    key = f"zzkey_{make_key('own', 'hex-32')}"
    data = f"x = '{ENCODERS[encoder](key)}'".encode()
    assert WordFilter(hints)(data)
    assert set(values(data, hints=hints)) == {key}


@pytest.mark.parametrize("dummy", ["zz_live_" + "x" * 20, "zz_test_" + "0123456789" * 2])
def test_a_placeholder_in_the_form_of_a_key_is_none(dummy: str) -> None:
    assert values(f"x = '{dummy}'", hints=OWN) == []


def test_a_pattern_says_the_kind() -> None:
    hints = Hints(patterns=(Pattern(re.escape(KEY), KeyKind.WEBHOOK_SECRET),))
    assert [match.key.kind for match in find("x = {key}", hints=hints)] == [KeyKind.WEBHOOK_SECRET]


@pytest.mark.parametrize("regex", ["", ".*", "a*", "[a-z]?", "(", r"(?=x)", r"(a)\1", "[", "x{2000}{2000}"])
def test_what_is_no_pattern_for_keys_is_refused(regex: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        Pattern(regex)


@pytest.mark.parametrize("half", ["\ud800", "\udcff"])
def test_a_pattern_reads_texts_that_are_no_unicode(half: str) -> None:
    hints = Hints(patterns=(Pattern(re.escape(KEY)),))
    assert list(hints.patterns[0].spans(f"{half}{KEY}")) == [(1, 1 + len(KEY))]
    assert KEY not in hints.masked(f"{half}/{KEY}.csv")
    assert values('{{"a": "\\ud800", "b": "{key}"}}', hints=hints) == [KEY]


def test_a_pattern_begins_with_letters_of_any_alphabet() -> None:
    assert Pattern("schlüssel-[a-z]{20}").literal == "schlüssel-"
    assert [Pattern(regex).literal for regex in (".{20}", "[^a]{20}", "(?i)acme_[a-z]{20}", "abc[a-z]{20}")] == [""] * 4


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "latin-1"])
def test_a_pattern_counts_characters_and_not_bytes(encoding: str) -> None:
    hints = Hints(patterns=(Pattern("ü{3}-(?P<key>[A-Za-z0-9]{32})!"),))
    data = f"x = 'üüü-{KEY}!'".encode(encoding)
    assert WordFilter(hints)(data)
    assert values(data, hints=hints) == [KEY]


def test_masks_of_keys_that_overlap_leave_the_rest_as_it_is() -> None:
    hints = Hints(patterns=(Pattern(re.escape(KEY[5:30])), Pattern("[A-Za-z0-9]{20,}")), known=KNOWN.known)
    shown = hints.masked(f"a/{KEY}/b.csv")
    assert shown.startswith("a/") and shown.endswith("/b.csv") and len(shown) < 20


def test_hints_mask_what_they_know_in_texts_that_are_shown() -> None:
    shown = KNOWN.masked(f"exports/{KEY}/a.csv")
    assert KEY not in shown
    assert shown.startswith("exports/") and shown.endswith("/a.csv")
