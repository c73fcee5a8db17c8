"""Lines of docs/threat-model.md about whole commands: what they connect to, start, tell others, write and load."""

from __future__ import annotations

import io
import json
import os
import shlex
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.commands import ROOT, run, start
from tests.keys import make_key
from tests.repos import ISOLATED, Repo

posix = pytest.mark.skipif(os.name == "nt", reason="modes, links and scripts as programs are POSIX")

KEYS = {place: make_key(f"threats, {place}") for place in ("file", "path", "branch", "tag", "author", "held", "name")}
# Python tells a hook of what a program does; it writes that down, and goes on.
WATCHING = """
import json, os, sys
told = os.open(sys.argv.pop(1), os.O_WRONLY | os.O_APPEND)
def watch(event, arguments):
    if event.startswith(("socket.", "subprocess.", "os.", "shutil.", "tempfile.", "open")):
        os.write(told, (json.dumps([event, [repr(argument) for argument in arguments]]) + "\\n").encode())
from revont_guard.__main__ import main
sys.addaudithook(watch)
main()
"""
WRITES = ("os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.link", "os.symlink", "os.chmod", "os.truncate")


class Watched:
    """What a run of the command line did: (event, the arguments as Python shows them), as Python tells audit hooks."""

    def __init__(self, *arguments: str, cwd: Path, told: Path, **variables: str) -> None:
        told.write_text("")
        self.folder = told.parent
        environment = {"PYTHONDONTWRITEBYTECODE": "1", "HELD_KEY": KEYS["held"], **variables}
        self.done = start("-c", WATCHING, told, *arguments, cwd=cwd, env=environment, capture_output=True)
        self.events: list[tuple[str, list[str]]] = [tuple(json.loads(line)) for line in told.read_text().splitlines()]
        assert self.done.returncode in (0, 1), self.done.stderr
        assert self.events

    def named(self, *beginnings: str) -> list[tuple[str, list[str]]]:
        return [event for event in self.events if event[0].startswith(beginnings)]

    @property
    def written(self) -> list[tuple[str, list[str]]]:
        """What was done to the disk: changes, and files that were opened to be written."""
        flags = os.O_WRONLY | os.O_RDWR | os.O_CREAT
        opened = [event for event in self.named("open") if int(event[1][2]) & flags and not event[1][0].isdigit()]
        return [
            *self.named(*WRITES, "shutil.", "tempfile."),
            *(event for event in opened if os.devnull not in event[1][0]),
        ]


def made(path: Path) -> Repo:
    """Keys in contents and names, and archives whose members would like to be elsewhere."""
    repo = Repo(path)
    first = repo.commit(
        {"a.env": f"REVONT_API_KEY={KEYS['file']}\n", f"revont-{KEYS['path']}/b.env": f"REVONT_TOKEN={KEYS['name']}\n"},
        author=f"revont-{KEYS['author']} <a@example.org>",
    )
    repo.commit({}, branch=f"revont-{KEYS['branch']}", parents=[first])
    repo.tag(f"v-revont-{KEYS['tag']}", first)
    repo.checkout()
    leak = f"REVONT_API_KEY={make_key('threats, archive')}\n"
    members = ["../../../escaped.env", "/escaped.env", "..\\escaped.env", "C:\\escaped.env", "a/../../escaped.env"]
    with zipfile.ZipFile(repo.path / "a.zip", "w") as zipped, tarfile.open(repo.path / "a.tar.gz", "w:gz") as tar:
        for member in members:
            zipped.writestr(member, leak)
            info = tarfile.TarInfo(member)
            info.size = len(leak)
            tar.addfile(info, io.BytesIO(leak.encode()))
        for kind, name in ((tarfile.SYMTYPE, "link"), (tarfile.LNKTYPE, "hard"), (tarfile.CHRTYPE, "device")):
            info = tarfile.TarInfo(f"escaped-{name}")
            info.type, info.linkname = kind, str(repo.path / "a.env")
            tar.addfile(info)
    return repo


READING = [
    ["scan", "."],
    ["scan", "a.zip", "a.tar.gz"],
    ["scan", "--staged"],
    ["scan", "--explain", "a.env:1"],
    ["audit"],
    ["audit", "--known-key-env", "HELD_KEY"],
    ["audit", "--no-history"],
    ["audit", "--outgoing"],
    ["rules", "check"],
    ["doctor"],
]
"""Commands that only look."""

CHANGING = [["baseline", "create", "--reason", "known"], ["init", "--yes"]]


Watch = Callable[[list[str]], Watched]


@pytest.fixture(scope="module")
def watch(tmp_path_factory: pytest.TempPathFactory) -> Watch:
    """A run of a command in a project of its own, once for all tests."""

    @cache
    def run(arguments: tuple[str, ...]) -> Watched:
        folder = tmp_path_factory.mktemp("watched")
        return Watched(*arguments, cwd=made(folder / "a" / "project").path, told=folder / "told", TMPDIR=str(folder))

    return lambda arguments: run(tuple(arguments))


@pytest.mark.parametrize("arguments", [*READING, *CHANGING], ids=" ".join)
def test_no_command_opens_a_connection(arguments: list[str], watch: Watch) -> None:
    assert watch(arguments).named("socket.") == []


@pytest.mark.parametrize("arguments", READING, ids=" ".join)
def test_what_only_looks_writes_nothing_wherever_members_of_archives_want_to_be(
    arguments: list[str], watch: Watch
) -> None:
    watched = watch(arguments)
    assert watched.written == []
    assert [path.name for path in watched.folder.rglob("escaped*")] == []


def test_the_watch_sees_what_is_written(watch: Watch) -> None:
    """What the test above rests on."""
    written = watch(["scan", "--output", "report"]).written
    assert {"open", "tempfile.mkstemp", "os.rename"} <= {event for event, _ in written}


@pytest.mark.parametrize("arguments", [*READING, *CHANGING], ids=" ".join)
def test_nothing_but_git_is_started_and_its_command_line_tells_no_key(arguments: list[str], watch: Watch) -> None:
    """Whoever is on the machine sees the command lines of others."""
    watched = watch(arguments)
    assert watched.named("os.exec", "os.posix_spawn", "os.system", "os.spawn", "os.fork") == []
    started = watched.named("subprocess.Popen")
    assert started or arguments[0] in ("rules", "scan")
    for _, (program, command, *_) in started:
        assert Path(program.strip("'")).name in ("git", "git.exe")
        assert [place for place, key in KEYS.items() if key[:9] in command] == []


# -- what a scanned folder holds is not loaded ------------------------------------------------------------------------

SHADOWS = (
    "click",
    "detect_secrets",
    "json",
    "re",
    "re2",
    "sitecustomize",
    "tomllib",
    "typing",
    "usercustomize",
    "yaml",
)


@posix
@pytest.mark.parametrize(
    ("module", "arguments"),
    [
        *(
            ("revont_guard.__main__", arguments)
            for arguments in (["scan", "."], ["audit"], ["doctor"], ["init", "--yes"])
        ),
        ("revont_guard.detect_secrets_hook", ["hook", "a.env"]),
    ],
    ids=str,
)
def test_no_module_of_the_scanned_folder_is_loaded(module: str, arguments: list[str], tmp_path: Path) -> None:
    """The commands as they are installed. `python -m`, which looks in the current folder first, is the proof."""
    project = Repo(tmp_path / "project").stage({"a.env": f"REVONT_API_KEY={KEYS['file']}\n"}).path
    sprung = tmp_path / "sprung"
    trap = f"open({str(sprung)!r}, 'a').write(__name__)\n"
    for name in SHADOWS:
        (project / f"{name}.py").write_text(trap)
    (project / "revont_guard").mkdir()
    (project / "revont_guard" / "__init__.py").write_text(trap)
    (project / ".revont-guard.toml").write_text("[[pattern]]\nregex = 'rvk_[a-z]{20}'\n")
    program = tmp_path / "bin" / "program"
    program.parent.mkdir()
    program.write_text(f"#!{sys.executable}\nfrom {module} import main\nmain()\n")
    program.chmod(0o755)
    environment: dict[str, Any] = os.environ | ISOLATED | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run([program, *arguments], cwd=project, env=environment, capture_output=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    assert not sprung.exists()
    subprocess.run([sys.executable, "-m", "revont_guard", "scan"], cwd=project, env=environment, check=False)
    assert sprung.exists(), "the trap does not work, so the test proves nothing"


@posix
def test_a_repository_cannot_name_another_work_tree(tmp_path: Path) -> None:
    """git would take the files of `core.worktree` for the repository's own."""
    private = tmp_path / "private"
    private.mkdir()
    (private / "private.env").write_text(f"REVONT_API_KEY={KEYS['file']}\n")
    repo = Repo(tmp_path / "project")
    repo.commit({"a.txt": "nothing"})
    repo.checkout()
    repo.git("config", "core.worktree", str(private))
    assert repo.git("rev-parse", "--show-toplevel") == str(private.resolve())
    for arguments in (["audit"], ["scan"], ["scan", "--staged"]):
        done = run(*arguments, cwd=repo.path)
        assert done.code == 0 and "private" not in done.out


@posix
def test_what_a_link_of_ours_leads_to_is_not_quoted(tmp_path: Path) -> None:
    """A file of ours may be a link, also to a secret of whoever scans: what is said of it holds none of its values."""
    secret = tmp_path / "secret"
    project = tmp_path / "project"
    project.mkdir()
    (project / "a.txt").write_text("nothing\n")
    words = ["tugboat9142", "hunter77rabbit", make_key("threats, linked")]
    texts = ["machine {} login {} password {}", "[a]\nb = '{}'\nc = '{}'\nd = '{}'", '{{"a": "{}", "b": ["{}", "{}"]}}']
    for text in texts:
        secret.write_text(text.format(*words))
        for name in (".revont-guard.toml", ".revont-guard.names", ".revont-guard.baseline.json", ".secrets.baseline"):
            (project / name).symlink_to(secret)
            done = run("scan", cwd=project)
            assert done.code in (0, 2)
            assert [word for word in words if word in done.out + done.err] == [], shlex.quote(name)
            (project / name).unlink()
