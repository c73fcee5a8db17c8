"""Named files and folders as a source."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from revont_guard.errors import UsageError
from revont_guard.model import Blob, Location, Skipped, Source, SourceKind
from revont_guard.sources.files import LIMIT, Files, scanned_root
from revont_guard.sources.large import Large
from revont_guard.sources.walk import Unread
from tests.keys import STYLES, make_key
from tests.sources.test_walk import any_name, git, posix, repository, tracked, write


def everything(data: bytes) -> bool:
    return True


def read(paths: Sequence[Path], root: Path, **options: Any) -> list[Blob | Skipped]:
    return list(Files(paths, root, **options).blobs(everything))


def paths_of(items: Sequence[Blob | Skipped]) -> list[str | None]:
    return [item.origin.path for item in items if isinstance(item, Blob)]


# --- what is read -----------------------------------------------------------------------------------------------------


def test_only_what_passes_the_prefilter_comes_and_all_is_counted(tmp_path: Path) -> None:
    write(tmp_path, {"a": "revont", "b/c": "other", "b/d": "is revont"})
    source: Source = Files([tmp_path], tmp_path)
    assert list(source.blobs(lambda data: b"revont" in data)) == [
        Blob(b"revont", Location(SourceKind.WORKTREE, "a")),
        Blob(b"is revont", Location(SourceKind.WORKTREE, "b/d")),
    ]
    assert (source.tally.files, source.tally.bytes) == (3, 20)


def test_binary_content_is_read_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.bin").write_bytes(b"\0\xff\r\n\x1a\0")
    [blob] = read([tmp_path], tmp_path)
    assert isinstance(blob, Blob)
    assert blob.data == b"\0\xff\r\n\x1a\0"


def test_a_named_file_is_read_also_when_it_is_ignored(tmp_path: Path) -> None:
    write(repository(tmp_path), {".gitignore": "*.log\nout/\n", "a.log": "1", "out/b": "2", "out/c": "3"})
    named = [tmp_path / "a.log", tmp_path / "out/b"]
    assert paths_of(read([*named, tmp_path], tmp_path)) == ["a.log", "out/b", ".gitignore"]
    assert paths_of(read([tmp_path, tmp_path / "out"], tmp_path)) == ["out/b", "out/c", ".gitignore"]


def test_no_file_is_read_twice(tmp_path: Path) -> None:
    write(tmp_path, {"a/b/c": "", "a/d": "", "e": ""})
    named = ["a", "a/b/c", "a/b", "a", "e", "./e", "a/../a/d", "."]
    source = Files([tmp_path / name for name in named], tmp_path)
    assert sorted(filter(None, paths_of(list(source.blobs(everything))))) == ["a/b/c", "a/d", "e"]
    assert source.tally.files == 3


@posix
def test_no_file_is_read_twice_through_links_either(tmp_path: Path) -> None:
    write(tmp_path, {"a/b": "", "c": ""})
    (tmp_path / "l").symlink_to("a")
    (tmp_path / "k").symlink_to("c")
    named = [tmp_path / name for name in ("k", "l/b", "l", "a", "c")]
    assert paths_of(read(named, tmp_path)) == ["k", "l/b"]


def test_two_names_of_one_file_are_two_places(tmp_path: Path) -> None:
    write(tmp_path, {"a": ""})
    os.link(tmp_path / "a", tmp_path / "b")
    assert paths_of(read([tmp_path / "a", tmp_path], tmp_path)) == ["a", "b"]


def test_tracked_is_what_git_says(tmp_path: Path) -> None:
    write(repository(tmp_path / "r"), {"a": "", "b/c": "", "d": ""})
    write(tmp_path, {"outside": ""})
    git(tmp_path / "r", "add", "a", "b")
    named = [tmp_path / "r/b/c", tmp_path / "outside", tmp_path / "r"]
    items = read(named, tmp_path, tracked=tracked)
    assert [(item.origin.path, item.tracked) for item in items if isinstance(item, Blob)] == [
        ("r/b/c", True),
        ("outside", None),
        ("r/a", True),
        ("r/d", False),
    ]
    assert {item.tracked for item in read(named, tmp_path) if isinstance(item, Blob)} == {None}


def test_git_is_asked_once_for_a_repository_and_not_without_need(tmp_path: Path) -> None:
    asked: list[Path] = []
    write(repository(tmp_path), {"a": "", "b": "revont", "c/d": "revont"})
    source = Files([tmp_path / "a", tmp_path / "b", tmp_path / "c"], tmp_path, tracked=asked.append)
    assert list(source.blobs(lambda data: False)) == []
    assert not asked
    assert len(list(source.blobs(lambda data: b"revont" in data))) == 2
    assert asked == [tmp_path.resolve()]


@any_name
def test_names_that_are_not_text_are_kept(tmp_path: Path) -> None:
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff"))
    write(folder, {"a": ""})
    assert paths_of(read([folder / "a"], tmp_path)) == ["\udcff/a"]
    assert paths_of(read([tmp_path], tmp_path)) == ["\udcff/a"]


def test_paths_are_relative_to_the_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"a/b/c": "", "d": ""})
    monkeypatch.chdir(tmp_path / "a")
    assert paths_of(read([Path("b"), Path("../d")], tmp_path)) == ["d", "a/b/c"]
    assert paths_of(read([Path()], tmp_path / "a")) == ["b/c"]
    assert paths_of(read([Path("b/c")], tmp_path / "a/b")) == ["c"]
    assert paths_of(read([tmp_path / "d"], tmp_path / "a")) == [(tmp_path / "d").as_posix()]


@posix
def test_a_root_reached_through_a_link_is_the_same_root(tmp_path: Path) -> None:
    write(tmp_path, {"real/a/b": ""})
    (tmp_path / "link").symlink_to("real")
    assert paths_of(read([tmp_path / "link/a"], tmp_path / "real")) == ["a/b"]
    assert paths_of(read([tmp_path / "real/a/b"], tmp_path / "link")) == ["a/b"]
    assert paths_of(read([tmp_path / "link"], tmp_path / "link")) == ["a/b"]


# --- what is not ------------------------------------------------------------------------------------------------------


def test_over_the_limit(tmp_path: Path) -> None:
    (tmp_path / "big").write_bytes(b"x" * 2049)
    (tmp_path / "fits").write_bytes(b"x" * 2048)
    for named in ([tmp_path], [tmp_path / "big", tmp_path / "fits"]):
        for limits_block in (False, True):
            items = read(named, tmp_path, limit=2048, limits_block=limits_block)
            [large] = [item for item in items if isinstance(item, Large)]
            assert (large.what, large.why, large.blocking) == ("big", "larger than the limit of 2 KiB", limits_block)
            file = large.open()
            assert not isinstance(file, Unread)
            with file:
                assert file.read() == b"x" * 2049
            assert paths_of(items) == ["fits"]
    assert LIMIT == 64 * 1024 * 1024


@posix
def test_what_was_left_out_is_summed_up(tmp_path: Path) -> None:
    write(tmp_path, {".gitignore": "*.log\nout/\n", "a.log": "", "out/1": "", "out/2": "", "b/c.log": "", "d": ""})
    (tmp_path / "link").symlink_to("d")
    assert [item for item in read([tmp_path], tmp_path) if isinstance(item, Skipped)] == [
        Skipped("3 ignored files and folders", ".gitignore", False),
        Skipped("1 symbolic link", "not followed", False),
    ]
    assert read([tmp_path / "d"], tmp_path) == [Blob(b"", Location(SourceKind.WORKTREE, "d"))]
    (tmp_path / "b/.gitignore").write_text("*.log\n")
    assert read([tmp_path / "b"], tmp_path)[-1] == Skipped("1 ignored file or folder", ".gitignore", False)


@posix
@pytest.mark.parametrize("named", [True, False])
def test_a_pipe_is_never_opened(tmp_path: Path, named: bool) -> None:
    os.mkfifo(tmp_path / "pipe")
    [skipped] = read([tmp_path / "pipe" if named else tmp_path], tmp_path)
    assert skipped == Skipped("pipe", "a named pipe, not a file", named)


@posix
def test_a_named_device_is_never_opened(tmp_path: Path) -> None:
    assert read([Path("/dev/zero")], tmp_path) == [Skipped("/dev/zero", "a device, not a file", True)]


@pytest.mark.parametrize(
    ("code", "why"),
    [
        (errno.EACCES, "permission denied"),
        (errno.EPERM, "permission denied"),
        (errno.EIO, "the disk reported an error"),
        (errno.EBUSY, "cannot be read (EBUSY)"),
    ],
)
@pytest.mark.parametrize("named", [True, False])
def test_a_file_that_cannot_be_read_blocks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, why: str, named: bool
) -> None:
    write(tmp_path, {"a": "", "b": ""})
    real = os.open

    def refuse(path: bytes, *arguments: Any) -> int:
        if os.path.basename(path) == b"a":
            raise OSError(code, os.strerror(code), path)
        return real(path, *arguments)

    monkeypatch.setattr(os, "open", refuse)
    skipped, blob = read([tmp_path / "a", tmp_path / "b"] if named else [tmp_path], tmp_path)
    assert skipped == Skipped("a", why, True)
    assert paths_of([blob]) == ["b"]


@posix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read everything")
def test_permissions_of_the_disk(tmp_path: Path) -> None:
    write(tmp_path, {"a": "", "b/c": ""})
    (tmp_path / "a").chmod(0)
    (tmp_path / "b").chmod(0)
    try:
        assert read([tmp_path], tmp_path) == [Skipped(name, "permission denied", True) for name in ("a", "b/")]
        assert read([tmp_path / "b/c"], tmp_path) == [Skipped("b/c", "permission denied", True)]
    finally:
        (tmp_path / "b").chmod(0o700)


def vanish(folder: Path) -> None:
    (folder / "b").unlink()


def grow(folder: Path) -> None:
    (folder / "b").write_bytes(b"x" * 99)


def become_a_link(folder: Path) -> None:
    (folder / "b").unlink()
    (folder / "b").symlink_to("c")


def become_a_folder(folder: Path) -> None:
    (folder / "b").unlink()
    (folder / "b").mkdir()


def become_a_pipe(folder: Path) -> None:
    (folder / "b").unlink()
    os.mkfifo(folder / "b")


@posix
@pytest.mark.parametrize(
    ("change", "why", "blocking"),
    [
        (vanish, "vanished before it could be read", False),
        (grow, "larger than the limit of 50 bytes", False),
        (become_a_link, "a symbolic link took its place, or leads to itself", False),
        (become_a_folder, "a folder, not a file", False),
        (become_a_pipe, "a named pipe, not a file", False),
    ],
)
def test_a_file_that_changes_after_it_was_listed(
    tmp_path: Path, change: Callable[[Path], None], why: str, blocking: bool
) -> None:
    write(tmp_path, {"a": "", "b": "", "c": ""})
    items: Iterator[Blob | Skipped] = Files([tmp_path], tmp_path, limit=50).blobs(everything)
    next(items)
    change(tmp_path)
    found = next(items)
    assert isinstance(found, Skipped) and (found.what, found.why, found.blocking) == ("b", why, blocking)
    assert paths_of(list(items)) == ["c"]


def test_a_named_file_that_vanishes_blocks(tmp_path: Path) -> None:
    write(tmp_path, {"a": ""})
    source = Files([tmp_path / "a"], tmp_path)
    (tmp_path / "a").unlink()
    assert list(source.blobs(everything)) == [Skipped("a", "vanished before it could be read", True)]


@posix
def test_named_links(tmp_path: Path) -> None:
    write(tmp_path, {"real": "content"})
    (tmp_path / "good").symlink_to("real")
    (tmp_path / "lost").symlink_to("nothing")
    (tmp_path / "loop").symlink_to("loop")
    good, lost, loop = read([tmp_path / name for name in ("good", "lost", "loop")], tmp_path)
    assert good == Blob(b"content", Location(SourceKind.WORKTREE, "good"))
    assert lost == Skipped("lost", "a symbolic link that leads nowhere", True)
    assert loop == Skipped("loop", "a symbolic link took its place, or leads to itself", True)


@posix
def test_a_name_that_the_system_refuses(tmp_path: Path) -> None:
    name = "x" * 5000
    assert read([tmp_path / name], tmp_path) == [Skipped(name, "the system refuses this name", True)]


# --- what is refused --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["missing.txt", "a/b", "folder/missing", "nul\0"])
def test_a_path_that_does_not_exist_is_said_before_anything_is_read(tmp_path: Path, name: str) -> None:
    write(tmp_path, {"a": "", "folder/b": ""})
    with pytest.raises(UsageError, match="no such file or folder: ") as raised:
        Files([tmp_path / "a", Path(name)], tmp_path)
    assert name.replace("\0", "�") in str(raised.value)
    assert raised.value.__cause__ is None


@pytest.mark.parametrize("style", STYLES)
def test_a_key_in_place_of_a_path_is_not_told(style: str) -> None:
    key = make_key("path", style)
    for path in (key, f"folder/{key}", f"{key}.txt/a", f"A={key}\x1b[0m"):
        with pytest.raises(UsageError) as raised:
            Files([Path(path)], Path())
        assert key not in str(raised.value)
        assert "\x1b" not in str(raised.value)


@pytest.mark.parametrize("style", STYLES)
def test_no_reason_quotes_a_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, style: str) -> None:
    key = make_key("why", style)
    write(tmp_path, {f"{key}/{key}": "", f"b/{key}": ""})

    def refuse(path: bytes, *_: Any) -> int:
        raise OSError(errno.EACCES, f"no: {key}", path)

    monkeypatch.setattr(os, "open", refuse)
    skipped = [item for item in read([tmp_path], tmp_path) if isinstance(item, Skipped)]
    assert len(skipped) == 2
    assert not [item for item in skipped if key in item.why]


# --- the root ---------------------------------------------------------------------------------------------------------


def test_one_folder_is_its_own_root(tmp_path: Path) -> None:
    repository(tmp_path)
    write(tmp_path, {"a/b": ""})
    assert scanned_root([tmp_path / "a"], tmp_path) == tmp_path / "a"
    assert scanned_root([Path("a")], tmp_path) == tmp_path / "a"
    assert scanned_root([Path("a"), Path("a/"), Path("b/../a")], tmp_path) == tmp_path / "a"
    assert scanned_root([Path()], tmp_path) == tmp_path


def test_files_of_one_repository_have_its_top(tmp_path: Path) -> None:
    write(repository(tmp_path / "r"), {"a/b": "", "c": "", "d/e": ""})
    write(repository(tmp_path / "q"), {"a": ""})
    top = tmp_path / "r"
    assert scanned_root([top / "a/b"], tmp_path) == top
    assert scanned_root([top / "a/b", top / "d"], tmp_path) == top
    assert scanned_root([Path("b"), Path("../c")], top / "a") == top
    assert scanned_root([top / "c", tmp_path / "q/a"], tmp_path) == tmp_path
    assert scanned_root([top / "c", tmp_path / "q/a"], top) == tmp_path


def test_files_without_git_have_the_working_folder_or_what_they_share(tmp_path: Path) -> None:
    write(tmp_path, {"w/a/b": "", "w/a/c": "", "x/d": "", "x/y/e": ""})
    here = tmp_path / "w"
    assert scanned_root([Path("a/b")], here) == here
    assert scanned_root([Path("a/b"), Path("a")], here) == here
    assert scanned_root([tmp_path / "x/d", tmp_path / "x/y/e"], here) == tmp_path / "x"
    assert scanned_root([tmp_path / "x/y/e"], here) == tmp_path / "x/y"
    assert scanned_root([], here) == here


# --- the start --------------------------------------------------------------------------------------------------------


def test_importing_the_sources_is_light() -> None:
    """The hook reads one file: neither the rules of ignore files nor anything slow may be loaded for that."""
    script = (
        "import sys, revont_guard.model; before = set(sys.modules)\n"
        "import revont_guard.sources.stdin, revont_guard.sources.files; print(*set(sys.modules) - before)"
    )
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert set(loaded) <= {
        "errno",
        "revont_guard.errors",
        *(
            f"revont_guard.{name}"
            for name in (
                *("sources", "sources.exclusion", "sources.files"),
                *("sources.large", "sources.stdin", "sources.walk"),
            )
        ),
    }
