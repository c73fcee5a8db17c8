"""Messages of failures: one clean line without anything that may be a key."""

from __future__ import annotations

import hashlib

import pytest

from revont_guard.formats.errors import shown
from tests.keys import STYLES, make_key

OBJECT = hashlib.sha1(b"an object").hexdigest()


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    "form",
    [
        "no such file or folder: {}",
        "no such file or folder: shop/{}/a.txt",
        "No such option '--revont-{}'",
        "Invalid value for '--format': 'key={}' is not one of",
        "https://api.revont.ai/v1/calls?key={}&page=2",
        "https://user:{}@example.org/repository.git",
    ],
)
def test_key_is_masked_wherever_it_stands(form: str, style: str) -> None:
    key = make_key("error", style)
    said = shown(form.format(key))
    assert [piece for start in range(len(key) - 8) if (piece := key[start : start + 9]) in said] == []
    assert "…" in said


@pytest.mark.parametrize("word", ["object", "commit", "blob", "tree", "tag", "revision"])
def test_key_is_masked_even_after_the_name_of_a_git_object(word: str) -> None:
    """A folder may be called so. Only git speaks of ids."""
    keys = {style: make_key("object", style) for style in STYLES}
    assert [style for style, key in keys.items() if key in shown(f"no such file or folder: old {word} {key}")] == []


@pytest.mark.parametrize("before", ["", "a", "ab", "abc", "abcd", "abcde", "shop/abcd"])
def test_key_in_a_path_is_masked_however_long_the_path_is(before: str) -> None:
    """Slashes are letters of Base64, too: a path may look like one long word of it."""
    keys = {style: make_key("path", style) for style in STYLES}
    assert [style for style, key in keys.items() if key in shown(f"no such file or folder: {before}/{key}")] == []


@pytest.mark.parametrize(
    "message",
    [
        "no such file or folder: src/components/authentication/LoginFormContainer.tsx",
        "the report could not be written to the file of --output: No such file or directory",
        "Invalid value for '--fail-on': 'urgent' is not one of 'critical', 'high', 'medium', 'low', 'info'.",
        f"git cat-file: fatal: unable to read object {OBJECT}",
        f"git rev-list: error: cannot read the commit {OBJECT}",
    ],
)
def test_message_without_a_key_stays_readable(message: str) -> None:
    assert shown(message) == message


def test_message_is_one_clean_line() -> None:
    assert shown("a\x1b[2Jb\nc\udcff") == r"a\x1b[2Jb\nc\udcff"
