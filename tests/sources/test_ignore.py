"""One ignore file. That whole trees are read as git reads them is in test_walk.py."""

from __future__ import annotations

import time

import pytest

from revont_guard.sources.ignore import MAX_WILD, Rules


def verdict(text: str | bytes, path: str | bytes) -> bool | None:
    """What the rules say of ``path``; a closing ``/`` makes it a folder."""
    text = text.encode() if isinstance(text, str) else text
    path = path.encode() if isinstance(path, str) else path
    entry = path.removesuffix(b"/")
    return Rules(text, 0).verdict(entry, entry.rpartition(b"/")[2], path.endswith(b"/"))


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        ("a.log", "deep/down/a.log", True),
        ("*.log", "deep/a.log", True),
        ("*.log", "deep/a.txt", None),
        ("/a.log", "a.log", True),
        ("/a.log", "deep/a.log", None),
        ("docs/_build/", "docs/_build/", True),
        ("docs/_build/", "x/docs/_build/", None),
        ("build/", "build/", True),
        ("build/", "build", None),
        ("build", "build", True),
        ("a/*", "a/", None),
        ("a/*", "a/b/", True),
        ("a/*", "a/b/c", None),
        ("a/**", "a/", None),
        ("a/**", "a/b/c", True),
        ("**/b", "a/x/b", True),
        ("a/**/b", "a/b", True),
        ("a/**/b", "a/x/y/b", True),
        ("a/**/b/*/**/c", "a/1/b/2/b/3/c", True),
        ("a/**/b/*/**/c", "a/1/b/c", None),
        ("a**c", "abc", True),
        ("x/a**c", "x/ab/c", None),
        ("a[!b]c", "a/c", None),
        ("[[:alpha:]]x", "ax", True),
        ("[[:alpha:]]x", "1x", None),
        ("[a-c-]", "-", True),
        ("[]-]", "]", True),
        (r"\!x", "!x", True),
        (r"\#x", "#x", True),
        ("#x", "#x", None),
        ("a  ", "a", True),
        ("a\\ ", "a ", True),
        ("\ufeffa\r\nb\r\n", "a", True),
        ("\ufeffa\r\nb\r\n", "b", True),
        ("?x", "éx", None),  # a name is bytes
        ("??x", "éx", True),
        ("*\n!*/\n!*.py", "folder/", False),
        ("*\n!*/\n!*.py", "folder/a.py", False),
        ("*\n!*/\n!*.py", "folder/a.txt", True),
        ("a\n!a\na", "a", True),
        ("!a\n", "a", False),
        (b"\xff*", b"\xffx", True),
        ("a\nb", "a\nb", None),
    ],
)
def test_git_would_say_the_same(text: str | bytes, path: str | bytes, expected: bool | None) -> None:
    assert verdict(text, path) is expected


@pytest.mark.parametrize("line", ["[z-a]", "a\\", "[", "[a", "[[:", "[[:x:]]", "[\\", "!", "/", "//", " ", "\0", "!/"])
def test_a_pattern_that_can_match_nothing_does_no_harm(line: str) -> None:
    assert verdict(f"{line}\nb\n", "b") is True
    assert verdict(line, "a") is None


def test_paths_are_taken_from_the_folder_of_the_file() -> None:
    rules = Rules(b"/a\nx/*.c\n", len(b"src/lib/"))
    assert rules.verdict(b"src/lib/a", b"a", False) is True
    assert rules.verdict(b"src/lib/x/y.c", b"y.c", False) is True
    assert rules.verdict(b"src/lib/x/a", b"a", False) is None


def test_nothing_but_comments_is_no_rules() -> None:
    assert not Rules(b"# nothing\n\n", 0)
    assert Rules(b"x", 0)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("*a" * 40 + "b", "a" * 250),
        ("**/a" * 40 + "/b", "a/" * 1500 + "a"),
        ("**/*a*a" * 20 + "/b", ("a" * 200 + "/") * 20 + "a"),
        ("x/" + "*a*/" * 10 + "b", "x/" + ("a" * 200 + "/") * 19 + "a"),
        ("[!b]*" * 40 + "b", "a" * 250),
    ],
)
def test_no_pattern_takes_long(pattern: str, path: str) -> None:
    rules = Rules(pattern.encode(), 0)
    name = path.rpartition("/")[2].encode()
    before = time.perf_counter()
    assert rules.verdict(path.encode(), name, False) is None
    assert time.perf_counter() - before < 0.5


def test_too_many_patterns_hide_nothing() -> None:
    many = b"".join(b"a*%d\n" % number for number in range(MAX_WILD + 1))
    assert not Rules(many + b"x\n", 0)
    assert Rules(b"".join(b"a%d\n" % number for number in range(20_000)), 0).verdict(b"a19999", b"a19999", False)
