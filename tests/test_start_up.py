"""Starting up: a hook runs `scan` at every commit. What it does not need is not loaded, the answer is the same."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import revont_guard.__main__ as door
from tests.commands import Outcome, run, start
from tests.keys import make_key
from tests.repos import Repo

NEVER = {
    "asyncio",
    "detect_secrets",
    "git",
    "http",
    "jinja2",
    "platformdirs",
    "requests",
    "rich",
    "socket",
    "ssl",
    "tree_sitter",
    "truststore",
    "urllib3",
    "yaml",
}
"""What no scan of a file needs, whatever is in it."""

COSTLY = {
    "argparse",
    "click",
    "dataclasses",
    "email",
    "hashlib",
    "importlib.metadata",
    "importlib.resources",
    "inspect",
    "json",
    "logging",
    "pathlib",
    "pathspec",
    "shutil",
    "subprocess",
    "tempfile",
    "threading",
    "tomllib",
    "typing",
    "urllib",
}
"""What a scan of a clean file does without; each takes milliseconds."""

# As the console script does it; `python -m` loads modules of its own.
AS_SCRIPT = "import sys; from revont_guard.__main__ import main; sys.argv[0] = 'revont-guard'\n{}"
TELLING = "try: main()\nfinally: sys.stderr.write(' '.join(sys.modules))"


def loaded(*arguments: str, cwd: Path) -> set[str]:
    """The modules that a run loads and a bare interpreter does not."""
    bare = start("-c", "import sys; print(*sys.modules)", capture_output=True)
    done = start("-c", AS_SCRIPT.format(TELLING), *arguments, cwd=cwd, capture_output=True)
    assert b"revont_guard.__main__" in done.stderr.split()
    return set(done.stderr.decode().split()) - set(bare.stdout.decode().split())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "clean.txt").write_text("nothing to see\n")
    (tmp_path / "leak.env").write_text(f"REVONT_API_KEY={make_key('start')}\n")
    return tmp_path


@pytest.mark.parametrize("within", ["a folder", "a repository"])
def test_clean_file_loads_next_to_nothing(within: str, folder: Path) -> None:
    if within == "a repository":
        os.utime(folder / "clean.txt", (1, 1))  # long before the index, so that the index can tell
        Repo(folder).git("add", "clean.txt")
    modules = loaded("scan", "clean.txt", cwd=folder)
    assert modules & (NEVER | COSTLY) == set()
    assert modules & {f"revont_guard.{name}" for name in ("api", "catalog", "cli", "commands", "model")} == set()


def test_file_with_a_key_loads_no_heavy_library(folder: Path) -> None:
    modules = loaded("scan", "leak.env", cwd=folder)
    assert "revont_guard.cli" in modules
    assert modules & NEVER == set()


@pytest.mark.parametrize(
    "arguments",
    [("--help",), ("--version",), *((command, "--help") for command in ("scan", "audit", "sandbox", "verify"))],
)
def test_help_loads_no_heavy_library(arguments: tuple[str, ...], folder: Path) -> None:
    assert loaded(*arguments, cwd=folder) & NEVER == set()


def test_command_loads_no_other_command(folder: Path) -> None:
    modules = loaded("scan", "leak.env", cwd=folder)
    assert {name for name in modules if name.startswith("revont_guard.commands.")} == {
        "revont_guard.commands.environment",
        "revont_guard.commands.output",
        "revont_guard.commands.progress",
        "revont_guard.commands.scan",
    }


# -- the fast path and the long way give the same answer --------------------------------------------------------------


def _file(folder: Path, name: str, content: bytes = b"content\n") -> str:
    (folder / name).write_bytes(content)
    return name


def _linked(folder: Path, target: str) -> str:
    (folder / "link").symlink_to(target)
    return "link"


def _hard_linked(folder: Path) -> list[str]:
    os.link(folder / _file(folder, "a"), folder / "b")
    return ["a", "b"]


def _in_folder(folder: Path) -> list[str]:
    (folder / "sub").mkdir()
    return [_file(folder, "sub/a"), "sub/../sub/a", f"{folder}/sub/a", "./sub//a"]


def _ignored(folder: Path) -> list[str]:
    Repo(folder).write({".gitignore": "*.log\n"})
    return [_file(folder, "a.log")]


def _tracked(folder: Path, *, staged: str) -> list[str]:
    """A clean file of the index, with other clean content in it or the same."""
    Repo(folder).stage({"a.txt": staged}).write({"a.txt": "content\n"})
    return ["a.txt"]


def _staged_leak(folder: Path) -> list[str]:
    return _tracked(folder, staged=f"REVONT_API_KEY={make_key('staged')}\n")


CASES: dict[str, Callable[[Path], list[str]]] = {
    "one file": lambda folder: [_file(folder, "a.txt")],
    "two files": lambda folder: [_file(folder, "a"), _file(folder, "b", b"x" * 5000)],
    "the same file twice": lambda folder: [_file(folder, "a"), "a", "./a"],
    "one file by many names": _in_folder,
    "hard links": _hard_linked,
    "empty file": lambda folder: [_file(folder, "a", b"")],
    "no text": lambda folder: [_file(folder, "a", bytes(range(256)) * 40)],
    "missing file": lambda folder: ["nowhere"],
    "missing file after a clean one": lambda folder: [_file(folder, "a"), "nowhere"],
    "folder": lambda folder: ["."],
    "folder after a file": lambda folder: [_file(folder, "a"), "."],
    "link to a file": lambda folder: [_linked(folder, _file(folder, "a"))],
    "link and its file": lambda folder: [_file(folder, "a"), _linked(folder, "a")],
    "link to nothing": lambda folder: [_linked(folder, "nowhere")],
    "link to itself": lambda folder: [_linked(folder, "link")],
    "ignored file": _ignored,
    "tracked file": lambda folder: _tracked(folder, staged="content\n"),
    "tracked file with a change": lambda folder: _tracked(folder, staged="another content\n"),
    "tracked file whose staged version has a key": _staged_leak,
    "name like an option": lambda folder: [_file(folder, "--quiet")],
    "name after --": lambda folder: [_file(folder, "-a") and "--", "-a"],
    "dash": lambda folder: ["-"],
    "odd name": lambda folder: [_file(folder, "a b\tc")],
    "empty name": lambda folder: [""],
    "name with a NUL": lambda folder: ["a\0b"],
    "word of the vendor in the content": lambda folder: [_file(folder, "a", b"Revont")],
    "word of the vendor in the name": lambda folder: [_file(folder, "revont.txt")],
    "word of the vendor in UTF-16": lambda folder: [_file(folder, "a", "REVONT".encode("utf-16"))],
    "nothing": lambda folder: [],
}


def both_ways(arguments: list[str], cwd: Path, *, terminal: bool = False) -> tuple[Outcome, Outcome]:
    """What ``scan`` says with the fast path, and without it."""
    fast = run("scan", *arguments, cwd=cwd, terminal=terminal)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(door, "_fast", lambda _: None)
        return fast, run("scan", *arguments, cwd=cwd, terminal=terminal)


@pytest.mark.parametrize("case", CASES)
def test_fast_path_answers_as_the_long_way_does(case: str, tmp_path: Path) -> None:
    fast, long = both_ways(CASES[case](tmp_path), tmp_path)
    assert fast == long


def test_fast_path_looks_as_the_long_way_does_on_a_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    fast, long = both_ways([_file(tmp_path, "a.txt")], tmp_path, terminal=True)
    assert fast == long


@pytest.mark.parametrize("case", ["one file", "two files", "empty file", "the same file twice", "no text"])
def test_plain_clean_files_take_the_fast_path(case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    arguments = CASES[case](tmp_path)
    monkeypatch.setattr("revont_guard.cli.main", None)
    assert run("scan", *arguments, cwd=tmp_path).code == 0


# -- time -------------------------------------------------------------------------------------------------------------


def seconds(*arguments: str, cwd: Path) -> float:
    began = time.perf_counter()
    assert start(*arguments, cwd=cwd, capture_output=True).returncode == 0
    return time.perf_counter() - began


@pytest.mark.slow
def test_scan_of_a_small_file_is_near_the_start_of_python(folder: Path) -> None:
    """Turn by turn, so that a busy machine slows both."""
    scan = ("-m", "revont_guard", "scan", "clean.txt")
    seconds(*scan, cwd=folder)  # compiles what is not compiled yet
    pairs = [(seconds("-c", "pass", cwd=folder), seconds(*scan, cwd=folder)) for _ in range(15)]
    bare, ours = zip(*pairs, strict=True)
    assert statistics.median(ours) <= 4 * statistics.median(bare)
