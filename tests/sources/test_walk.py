"""Walks: the same files as git, nothing twice, nothing that could hang."""

from __future__ import annotations

import errno
import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from revont_guard.model import Skipped
from revont_guard.sources.walk import Cause, Found, Unread, Walk, enclosing_top, read_file, size

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has none of these")
any_name = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names are Unicode here")


def git(folder: Path, *arguments: str) -> bytes:
    return subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True).stdout


def repository(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "-q")
    return folder


def tracked(top: Path) -> frozenset[bytes] | None:
    return frozenset(git(top, "ls-files", "-z").split(b"\0")) - {b""}


def no_git(top: Path) -> None:
    return None


def write(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8", newline="")


def walked(walk: Walk, folder: Path, shown: bytes = b"") -> list[str]:
    """The shown paths of the files, ignore files left out; nothing may be skipped."""
    found = list(walk.files(os.fsencode(folder), shown))
    assert not [item for item in found if isinstance(item, Skipped)]
    paths = [os.fsdecode(item.shown) for item in found if isinstance(item, Found)]
    return [path for path in paths if not path.endswith(".gitignore")]


# --- the same set of files as git -------------------------------------------------------------------------------------

FOLDERS = ["", "a/", "b/", "ab/", "a/a/", "a/b/", "b/a/", "a/b/a/", "b/ab/b/"]
NAMES = ["a.x", "b.x", "x", "xa", "é", "a b", "-", "!y", "#x", "9", "aa"]
PIECES = [
    *("a", "b", "ab", "x", ".x", "9", "é", " ", "-", "#", "!", "a b"),
    *("*", "*", "**", "**/", "/**", "/", "/", "?", "\\", "\\ ", "\\/"),
    *("[ab]", "[!a]", "[^b]", "[a-b]", "[b-a]", "[]a]", "[!]]", "[a-]", "[+-9]", "[[:alpha:]]", "[[:foo:]]", "[a", "["),
]
lines = st.builds(
    "".join, st.tuples(st.sampled_from(["", "", "!"]), st.lists(st.sampled_from(PIECES), max_size=6).map("".join))
)
ignore_files = st.dictionaries(
    st.sampled_from([*(f"{folder}.gitignore" for folder in FOLDERS), ".gitignore", ".git/info/exclude"]),
    st.tuples(st.lists(lines, max_size=4), st.sampled_from(["\n", "\r\n"])).map(
        lambda pair: pair[1].join([*pair[0], ""])
    ),
    max_size=4,
)


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of many small names, three of them tracked."""
    top = repository(tmp_path_factory.mktemp("tree"))
    write(top, {folder + name: "" for folder in FOLDERS for name in NAMES})
    git(top, "add", "-f", "a/b/x", "b/ab/b/aa", "x")
    return top


@settings(max_examples=200)
@given(rules=ignore_files)
def test_the_files_of_a_walk_are_those_of_git(tree: Path, rules: dict[str, str]) -> None:
    (tree / ".git/info/exclude").unlink(missing_ok=True)
    write(tree, rules)
    try:
        listed = git(tree, "ls-files", "-z", "-co", "--exclude-standard").split(b"\0")
        found = list(Walk(tracked).files(os.fsencode(tree), b""))
    finally:
        for name in rules:
            (tree / name).unlink()
    assert sorted(item.shown for item in found if isinstance(item, Found)) == sorted(set(listed) - {b""})
    assert len(found) == len({item.shown for item in found if isinstance(item, Found)})


@settings(max_examples=40)
@given(rules=ignore_files, start=st.sampled_from(["a", "a/b", "b/ab"]))
def test_rules_of_the_folders_above_hold_too(tree: Path, rules: dict[str, str], start: str) -> None:
    """Unless they hide the very folder that was named: git would list nothing, and it is read."""
    (tree / ".git/info/exclude").unlink(missing_ok=True)
    write(tree, rules)
    try:
        listed = git(tree / start, "ls-files", "-z", "-co", "--exclude-standard").split(b"\0")
        hidden = subprocess.run(["git", "-C", str(tree), "check-ignore", "-q", "--no-index", start], check=False)
        found = list(Walk(tracked).files(os.fsencode(tree / start), b""))
    finally:
        for name in rules:
            (tree / name).unlink()
    shown = {item.shown for item in found if isinstance(item, Found)}
    if hidden.returncode == 0:
        assert shown >= set(listed) - {b""}
    else:
        assert shown == set(listed) - {b""}


def test_a_folder_that_rules_hide_is_read_when_it_is_named(tmp_path: Path) -> None:
    write(repository(tmp_path), {".gitignore": "dist/\ndist/*\n", "dist/a.js": "", "dist/b/c.js": ""})
    assert walked(Walk(tracked), tmp_path) == []
    assert walked(Walk(tracked), tmp_path / "dist", b"dist/") == ["dist/a.js", "dist/b/c.js"]
    assert walked(Walk(tracked), tmp_path / "dist/b") == ["c.js"]


def test_rules_hold_where_there_is_no_git(tmp_path: Path) -> None:
    write(tmp_path, {".gitignore": "*.log\n", "a.log": "", "b": "", "c/.gitignore": "!d.log\n", "c/d.log": ""})
    walk = Walk(no_git)
    assert walked(walk, tmp_path) == ["b", "c/d.log"]
    assert walk.ignored == 1
    assert [item.tracked() for item in Walk(no_git).files(os.fsencode(tmp_path), b"") if isinstance(item, Found)] == [
        None
    ] * 4


def test_rules_hold_where_git_cannot_be_asked(tmp_path: Path) -> None:
    write(repository(tmp_path), {".gitignore": "*.log\n", "a.log": "", "b": ""})
    assert walked(Walk(no_git), tmp_path) == ["b"]


def test_rules_above_a_folder_without_git_are_not_looked_for(tmp_path: Path) -> None:
    write(tmp_path, {".gitignore": "*\n", "a/b": ""})
    assert walked(Walk(no_git), tmp_path / "a") == ["b"]


def test_rules_of_a_linked_worktree_are_found(tmp_path: Path) -> None:
    main = repository(tmp_path / "main")
    write(main, {"x": "", ".git/info/exclude": "*.log\n"})
    git(main, "add", "x")
    git(main, "-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "x")
    git(main, "worktree", "add", "-q", "../linked")
    write(tmp_path / "linked", {"a.log": "", "b": ""})
    assert walked(Walk(tracked), tmp_path / "linked") == ["b", "x"]


def test_what_rules_hide_is_counted_once(tmp_path: Path) -> None:
    write(tmp_path, {".gitignore": "out/\n*.log\n", "a.log": "", "b.log": "", "out/1": "", "out/2/3": ""})
    walk = Walk(no_git)
    assert walked(walk, tmp_path) == []
    assert walk.ignored == 3


@posix
def test_an_ignore_file_that_cannot_be_trusted_hides_nothing(tmp_path: Path) -> None:
    write(tmp_path, {"rules": "*\n", "big/.gitignore": "*\n" + "#" * (1 << 20), "big/a": "", "linked/a": ""})
    (tmp_path / "linked/.gitignore").symlink_to(tmp_path / "rules")
    (tmp_path / "folder/.gitignore").mkdir(parents=True)
    write(tmp_path, {"folder/a": ""})
    assert walked(Walk(no_git), tmp_path) == ["rules", "big/a", "folder/a", "linked/a"]


# --- what git tracks --------------------------------------------------------------------------------------------------


def test_tracked_files_are_read_in_ignored_folders_too(tmp_path: Path) -> None:
    write(repository(tmp_path), {"out/deep/kept": "", "out/deep/not": "", "out/not": "", "a.log": "", "b.log": ""})
    git(tmp_path, "add", "out/deep/kept", "a.log")
    write(tmp_path, {".gitignore": "out/\n*.log\n"})
    walk = Walk(tracked)
    found = [item for item in walk.files(os.fsencode(tmp_path), b"") if isinstance(item, Found)]
    assert [(item.shown, item.tracked()) for item in found] == [
        (b".gitignore", False),
        (b"a.log", True),
        (b"out/deep/kept", True),
    ]
    assert walk.ignored == 3


def test_git_is_asked_once_and_only_when_it_matters(tmp_path: Path) -> None:
    asked = []

    def ask(top: Path) -> frozenset[bytes]:
        asked.append(top)
        return frozenset()

    write(repository(tmp_path), {"a/x": "", "a/y": "", "b": ""})
    walk = Walk(ask)
    found = [item for item in walk.files(os.fsencode(tmp_path), b"") if isinstance(item, Found)]
    assert not asked
    assert [item.tracked() for item in found] == [False] * 3
    assert asked == [tmp_path.resolve()]
    assert walk.repository(os.fsencode(tmp_path.resolve())).tracks(b"b") is False
    assert len(asked) == 1


def test_a_nested_repository_is_a_tree_of_its_own(tmp_path: Path) -> None:
    write(repository(tmp_path), {".gitignore": "*.log\n/sub/x\nhidden/\n", "a.log": "", "hidden/h": ""})
    sub = repository(tmp_path / "sub")
    write(sub, {".gitignore": "*.tmp\n", "b.log": "", "x": "", "c.tmp": "", "kept.tmp": "", "deep/d.tmp": ""})
    git(sub, "add", "-f", "kept.tmp")
    repository(tmp_path / "hidden")
    found = {
        item.shown: item.tracked()
        for item in Walk(tracked).files(os.fsencode(tmp_path), b"")
        if isinstance(item, Found)
    }
    assert found == {
        b".gitignore": False,
        b"sub/.gitignore": False,
        b"sub/b.log": False,
        b"sub/kept.tmp": True,
        b"sub/x": False,
    }


def test_a_submodule_in_an_ignored_folder_is_read(tmp_path: Path) -> None:
    write(repository(tmp_path), {".gitignore": "vendor/\n", "vendor/other": ""})
    sub = repository(tmp_path / "vendor/sub")
    write(sub, {"a": ""})
    git(tmp_path, "update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},vendor/sub")
    assert walked(Walk(tracked), tmp_path) == ["vendor/sub/a"]


# --- each folder once, in order, whatever its shape -------------------------------------------------------------------


def test_files_come_in_order(tmp_path: Path) -> None:
    write(tmp_path, dict.fromkeys(["b/z", "b/a", "a/b/c", "c", "B", "a/a", "a.b"], ""))
    assert walked(Walk(no_git), tmp_path) == ["B", "a.b", "c", "a/a", "a/b/c", "b/a", "b/z"]


def test_git_folders_are_not_entered(tmp_path: Path) -> None:
    write(repository(tmp_path), {"a/.git/config": "", "a/b": "", "c/.git": "gitdir: /nowhere\n", "c/d": ""})
    assert walked(Walk(no_git), tmp_path) == ["a/b", "c/d"]


@posix
def test_links_are_counted_not_followed(tmp_path: Path) -> None:
    write(tmp_path, {"a/b": "", "outside": ""})
    (tmp_path / "a/loop").symlink_to(tmp_path / "a")
    (tmp_path / "a/up").symlink_to("..")
    (tmp_path / "a/file").symlink_to("b")
    (tmp_path / "a/nowhere").symlink_to("nothing")
    walk = Walk(no_git)
    assert walked(walk, tmp_path / "a") == ["b"]
    assert walk.links == 4


def test_a_folder_is_entered_once_in_the_life_of_a_walk(tmp_path: Path) -> None:
    write(tmp_path, {"a/b": "", "c": ""})
    walk = Walk(no_git)
    assert walked(walk, tmp_path / "a") == ["b"]
    assert walked(walk, tmp_path) == ["c"]
    assert walked(walk, tmp_path / "a") == []


def test_three_hundred_folders_deep(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d"] * 300)
    deep.mkdir(parents=True)
    (deep / "x").touch()
    assert walked(Walk(no_git), tmp_path) == ["d/" * 300 + "x"]


@posix
def test_a_path_too_long_for_the_system_is_said(tmp_path: Path) -> None:
    name = "d" * 200
    parent = os.open(tmp_path, os.O_RDONLY)
    for _ in range(25):
        os.mkdir(name, dir_fd=parent)
        child = os.open(name, os.O_RDONLY, dir_fd=parent)
        os.close(parent)
        parent = child
    os.close(parent)
    [skipped] = Walk(no_git).files(os.fsencode(tmp_path), b"")
    assert isinstance(skipped, Skipped)
    assert (skipped.why, skipped.blocking) == ("the system refuses this name", True)


@any_name
def test_names_need_not_be_text(tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path) + b"/\xff\xfe"
    os.mkdir(folder)
    for name in (b"\x80", b"new\nline", b"\xe9.log"):
        with open(folder + b"/" + name, "wb"):
            pass
    with open(os.fsencode(tmp_path) + b"/.gitignore", "wb") as file:
        file.write(b"\xe9*\n")
    found = [item for item in Walk(no_git).files(os.fsencode(tmp_path), b"") if isinstance(item, Found)]
    assert [item.shown for item in found] == [b".gitignore", b"\xff\xfe/new\nline", b"\xff\xfe/\x80"]


@posix
def test_special_files_are_skipped_unopened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as listening:
        before = Path.cwd()
        os.chdir(tmp_path)  # the path of a socket is short
        try:
            listening.bind("socket")
        finally:
            os.chdir(before)
        assert list(Walk(no_git).files(os.fsencode(tmp_path), b"at/")) == [
            Skipped("at/pipe", "a named pipe, not a file", False),
            Skipped("at/socket", "a socket, not a file", False),
        ]


@posix
def test_a_pipe_as_ignore_file_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / ".gitignore")
    write(tmp_path, {"a": ""})
    assert [type(item) for item in Walk(no_git).files(os.fsencode(tmp_path), b"")] == [Skipped, Found]


# --- folders that cannot be listed ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "why", "blocking"),
    [
        (errno.EACCES, "permission denied", True),
        (errno.EIO, "the disk reported an error", True),
        (errno.EMFILE, "too many files are open", True),
        (errno.EBADF, "cannot be read (EBADF)", True),
        (errno.ENOENT, "vanished before it could be read", False),
    ],
)
def test_a_folder_that_cannot_be_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, why: str, blocking: bool
) -> None:
    write(tmp_path, {"a/b": "", "c/d": ""})
    real = os.scandir

    def scandir(path: bytes) -> Iterator[os.DirEntry[bytes]]:
        if path.endswith(b"a/"):
            raise OSError(code, "no", path)
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    first, second = Walk(no_git).files(os.fsencode(tmp_path), b"")
    assert first == Skipped("a/", why, blocking)
    assert isinstance(second, Found)
    assert list(Walk(no_git).files(os.fsencode(tmp_path / "a"), b"")) == [Skipped(".", why, True)]


@posix
def test_a_folder_that_a_link_replaces_is_not_followed(tmp_path: Path) -> None:
    write(tmp_path, {"tree/0": "", "tree/a/b": "", "outside/c": ""})
    walking = Walk(no_git).files(os.fsencode(tmp_path / "tree"), b"")
    assert isinstance(next(walking), Found)
    (tmp_path / "tree/a").rename(tmp_path / "moved")
    (tmp_path / "tree/a").symlink_to(tmp_path / "outside")
    assert list(walking) == [Skipped("a/", "replaced by something else while it was being read", False)]


# --- one file ---------------------------------------------------------------------------------------------------------


def test_a_file_is_read_up_to_the_limit(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"\0\r\n\x1a1234")
    assert read_file(os.fsencode(file), 8, follow=False) == b"\0\r\n\x1a1234"
    assert read_file(os.fsencode(file), 7, follow=False) == Unread(Cause.TOO_LARGE, "larger than the limit of 7 bytes")


@pytest.mark.parametrize(
    ("length", "limit"), [(0, 100), (3, 100), (8, 100), (9, 100), (50, 100), (100, 100), (101, 100), (999, 100)]
)
def test_a_file_that_changes_size_while_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, length: int, limit: int
) -> None:
    """fstat tells 8 bytes; then there are ``length``. So do files of /proc tell 0."""
    file = tmp_path / "a"
    file.write_bytes(b"x" * 8)
    real = os.fstat

    def fstat(descriptor: int) -> os.stat_result:
        status = real(descriptor)
        file.write_bytes(b"y" * length)
        return status

    monkeypatch.setattr(os, "fstat", fstat)
    read = read_file(os.fsencode(file), limit, follow=False)
    assert read == (b"y" * length if length <= limit else Unread(Cause.TOO_LARGE, "larger than the limit of 100 bytes"))


def test_a_file_system_that_gives_less_than_it_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_bytes(b"0123456789")
    real = os.read
    monkeypatch.setattr(os, "read", lambda descriptor, count: real(descriptor, min(3, count)))
    assert read_file(os.fsencode(tmp_path / "a"), 10, follow=False) == b"0123456789"


@posix
def test_what_took_the_place_of_a_file_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("pipe")
    assert read_file(os.fsencode(tmp_path / "pipe"), 9, follow=False) == Unread(
        Cause.SPECIAL, "a named pipe, not a file"
    )
    assert read_file(os.fsencode(tmp_path), 9, follow=False) == Unread(Cause.SPECIAL, "a folder, not a file")
    gone = read_file(os.fsencode(tmp_path / "link"), 9, follow=False)
    assert isinstance(gone, Unread)
    assert gone.cause is Cause.GONE


def test_descriptors_are_given_back(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 99)
    first = os.open(tmp_path / "a", os.O_RDONLY)
    os.close(first)
    for limit in (1, 99):
        read_file(os.fsencode(tmp_path / "a"), limit, follow=True)
    read_file(os.fsencode(tmp_path), 1, follow=True)
    second = os.open(tmp_path / "a", os.O_RDONLY)
    os.close(second)
    assert first == second


def test_the_top_is_the_nearest_folder_with_git(tmp_path: Path) -> None:
    write(tmp_path, {"a/.git": "", "a/b/c/d": "", "a/b/c/.git/x": ""})
    top = os.fsencode(tmp_path)
    assert enclosing_top(top + b"/a/b") == os.path.join(top, b"a")
    assert enclosing_top(top + b"/a") == os.path.join(top, b"a")
    assert enclosing_top(top + b"/a/b/c") == top + b"/a/b/c"
    assert enclosing_top(os.path.abspath(os.sep).encode()) is None


def test_sizes_are_told_in_whole_units() -> None:
    assert [size(n) for n in (0, 1000, 1024, 64 << 20, 1 << 30, (1 << 20) + 1)] == [
        *("0 bytes", "1000 bytes", "1 KiB", "64 MiB", "1 GiB", "1048577 bytes")
    ]
