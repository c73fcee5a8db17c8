"""Never print a key: whatever is run, however it is formatted, and wherever a key stands or a run fails.

A later issue adds a line: a command to COMMANDS, a place for keys to :func:`planted`, a failure to FAILURES, a type to
:func:`objects`. A format comes by itself, from the registry. Every key is made for its place and its style, so the
labels of a failure tell where a leak began.
"""

from __future__ import annotations

import json
import logging
import os
import pickle
import pprint
import select
import shutil
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from revont_guard import api, catalog, scan
from revont_guard.detectors.candidates import candidates
from revont_guard.detectors.keys import examine
from revont_guard.errors import ConfigError, GitError, GuardError, OutputError, UsageError
from revont_guard.formats.registry import FORMATS
from revont_guard.model import Blob, Hit, Location, Secret, SourceKind
from tests.commands import ROOT, run, start
from tests.formats import validated
from tests.keys import STYLES, make_key
from tests.repos import Content, Link, Repo, Submodule
from tests.servers import Peer, Server, response

Entry = Content | Link | Submodule | None
"""What a path of a commit may hold."""

PIECE = 9
"""A mask shows 4 characters and 2; nine in a row go beyond it wherever they are from."""


class Keys:
    """Keys by what they were made for, and which of them are in a text."""

    def __init__(self) -> None:
        self._pieces: dict[str, str] = {}

    def make(self, place: str, style: str = "base62-32") -> str:
        key = make_key(f"secret in {place}", style)
        for piece in _pieces(key):
            label = f"{place} ({style})"
            # What keys of a style share is none of a place's, but beyond the mask.
            self._pieces[piece] = label if self._pieces.get(piece, label) == label else f"the beginning of {style}"
        return key

    def each(self, place: str) -> dict[str, str]:
        """A key of every style for ``place``."""
        return {style: self.make(place, style) for style in STYLES}

    def told(self, *texts: str | bytes) -> list[str]:
        """For which places ``texts`` hold a key or a piece of one."""
        found = set()
        for text in texts:
            plain = text.decode("latin-1") if isinstance(text, bytes) else text
            found |= {self._pieces[piece] for piece in _pieces(plain) & self._pieces.keys()}
        return sorted(found)

    def stay_in(self, *texts: str | bytes, about: object = "") -> None:
        """Fails, without printing a key, when ``texts`` tell one."""
        __tracebackhide__ = True
        if told := self.told(*texts):
            pytest.fail("\n  ".join([f"told {about or 'in the output'}:", *told]))


def _pieces(text: str) -> set[str]:
    return {text[at : at + PIECE] for at in range(len(text) - PIECE + 1)}


def test_the_search_for_keys_finds_them() -> None:
    """What all else rests on."""
    keys = Keys()
    key = keys.make("there")
    assert keys.told(f"x{key}x") == keys.told(b"\0" + key[5:14].encode()) == ["there (base62-32)"]
    assert keys.told(Secret(key).masked, key[:8], "") == []


# -- every command, format and verbosity ----------------------------------------------------------------------------


@dataclass(frozen=True)
class World:
    """A repository with keys everywhere, the folder it lies in, and its first commit."""

    path: Path
    first: str
    keys: Keys


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    keys = Keys()
    path = tmp_path_factory.mktemp("world")
    repository = Repo(path / "shop")
    first = planted(repository, keys)
    accept(repository, keys)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REVONT_API_KEY", keys.make("the environment"))
        patch.setenv("TERM", "xterm")
        yield World(path / "shop", first, keys)


def planted(repository: Repo, keys: Keys) -> str:
    """Keys of every style at every place that a repository has; the first commit."""

    def env(place: str) -> dict[str, str]:
        return {style: f"REVONT_API_KEY={key}\n" for style, key in keys.each(place).items()}

    def stored(place: str) -> dict[Content, Entry]:
        return {f"{place}/{style}.env": text for style, text in env(place).items()}

    files: dict[Content, Entry] = {f"plain/{style}.env": text for style, text in env("a file").items()}
    for form in (
        "revont_api_key={}/a.env",
        "revont-key-{}/a.env",
        "revont/key/{}/a.env",
        "revont_api_key={}.env",
        "revont-key-{}.env",
        "revont.key.{}.env",
        "revont_key_{}.env",
    ):
        # A key in the content, so that the path is shown.
        contents = env(f"a file called {form}")
        files |= {f"named/{form.format(key)}": contents[style] for style, key in keys.each(f"the path {form}").items()}
    gone = stored("the history")
    first = repository.commit(files | gone, "begin")
    repository.commit(dict.fromkeys(gone), "end")
    for style in STYLES:
        for form in ("revont-api-key-{}", "revont/key/{}", "revont_key_{}", "revont.key={}"):
            repository.commit({}, branch=form.format(keys.make(f"the branch {form}", style)))
            repository.tag("v-" + form.format(keys.make(f"the tag {form}", style)), first)
        repository.tag(f"v-{style}", first, f"The Revont key is {keys.make('the message of a tag', style)}")
        name, mail = keys.make("the name of an author", style), keys.make("the mail of an author", style)
        repository.commit(
            {},
            f"Use the Revont key {keys.make('a message', style)}\n\nREVONT_TOKEN={keys.make('a message', style)}",
            author=f"revont_token={name} <revont-key-{mail}@example.org>",
        )
    repository.note(first, "".join(env("a note").values()))
    repository.stash(stored("the stash"), base=first, message=f"revont_key={keys.make('the message of the stash')}")
    repository.lost(stored("a lost commit"), f"REVONT_API_KEY={keys.make('the message of a lost commit')}")
    repository.moved_away(
        stored("the reflog"), message=f"commit: REVONT_API_KEY={keys.make('the message of the reflog')}"
    )
    repository.blob("".join(env("a lost object").values()))
    repository.checkout()
    repository.stage({f"staged/{style}.env": text for style, text in env("the index").items()})
    repository.write({f"staged/{style}.env": "" for style in STYLES})
    repository.write({f"new/{style}.env": text for style, text in env("a file that is not tracked").items()})
    return first


def accept(repository: Repo, keys: Keys) -> None:
    """Everything that accepts a finding, with keys in its reasons, names and patterns; most of it accepts nothing."""
    configuration, entries = [], []
    for style in STYLES:
        lines = [f"REVONT_API_KEY={keys.make('an accepted line', style)}  # revont-guard: allow[hardcoded-key] "] * 2
        lines[0] += f"it was {keys.make('a reason', style)}"
        lines[1] += f"REVONT_TOKEN={keys.make('an expired reason', style)} (until 2020-01-01)"
        lines.append(
            f"# revont-guard: allow[revont-{keys.make('a rule', style)}] {keys.make('an unused reason', style)}"
        )
        lines.append(f"# revont-guard: allow[hardcoded-key] (until {keys.make('a day', style)})")
        name = f"revont_api_key={keys.make('the name of a file with comments', style)}.env"
        repository.write({f"accepted/{style}.env": "\n".join(lines), f"accepted/{name}": "\n".join(lines[2:])})
        for table in ("exclude", "allow"):
            pattern = f"excluded/{keys.make('a pattern', style)}.env"
            reason = f"the key {keys.make(f'the reason of an {table}', style)} is revoked"
            configuration.append(f"[[{table}]]\npaths = ['{pattern}']\nreason = '{reason}'\n")
            repository.write({pattern: "REVONT_API_KEY=\n"})
        entry = {
            name: f"revont-{keys.make(f'the {name} of an entry', style)}" for name in ("fingerprint", "rule", "path")
        }
        entries.append(entry | {"reason": entry["path"], "key": entry["path"]})
    repository.write(
        {
            ".revont-guard.toml": "".join(configuration),
            ".revont-guard.names": "".join(
                f"revont_{keys.make('a learned name', style)[:40]}\n" for style in ["hex-32"]
            ),
            ".revont-guard.baseline.json": json.dumps({"version": 1, "findings": entries}),
            ".secrets.baseline": f"revont_api_key={keys.make('a broken baseline')}",
        }
    )


COMMANDS: dict[str, Callable[[World], list[str]]] = {
    "scan of a folder": lambda world: ["scan", "."],
    "scan of files": lambda world: ["scan", *(f"plain/{style}.env" for style in STYLES)],
    "scan of what is staged": lambda world: ["scan", "--staged"],
    "scan of files whose staged versions differ": lambda world: ["scan", *(f"staged/{style}.env" for style in STYLES)],
    "scan of stdin": lambda world: ["scan", "-", "--stdin-filename", "src/settings.py"],
    "audit": lambda world: ["audit"],
    "audit of two": lambda world: ["audit", ".", "plain"],
    "audit without history": lambda world: ["audit", "--no-history"],
    "audit since": lambda world: ["audit", "--since", world.first],
    "audit of what would be pushed": lambda world: ["audit", "--outgoing"],
    "audit as if nothing were accepted": lambda world: ["audit", "--no-suppressions"],
    "audit for a key that is known": lambda world: ["audit", "--known-key-env", "HELD_KEY"],
}
"""Those that end in a report."""


@pytest.fixture(autouse=True)
def held(monkeypatch: pytest.MonkeyPatch) -> None:
    """A key in the environment, for the commands that are told to take it."""
    monkeypatch.setenv("HELD_KEY", make_key("secret in the environment"))


VERBOSITY: tuple[list[str], ...] = ([], ["--quiet"], ["--no-progress"])


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("command", COMMANDS)
def test_no_report_holds_a_key(command: str, format_: str, world: World, tmp_path: Path) -> None:
    arguments = [*COMMANDS[command](world), "--format", format_]
    stdin = "".join(f"REVONT_API_KEY={key}\n" for key in world.keys.each("standard input").values()).encode()
    report = tmp_path / "report"
    for more in (*VERBOSITY, ["--output", str(report)]):
        outcome = run(*arguments, *more, cwd=world.path, stdin=stdin)
        assert outcome.code == 1
        assert outcome.err == ""
        world.keys.stay_in(outcome.out, about=more)
    world.keys.stay_in(report.read_bytes())
    if format_ == "json":
        assert validated(report.read_text())["keys"]


@pytest.mark.parametrize("command", ["scan of a folder", "audit"])
def test_no_further_report_holds_a_key(command: str, world: World, tmp_path: Path) -> None:
    also = [f"--also={format_}={tmp_path / format_}" for format_ in FORMATS]
    outcome = run(*COMMANDS[command](world), *also, cwd=world.path)
    assert outcome.code == 1
    for format_ in FORMATS:
        world.keys.stay_in((tmp_path / format_).read_bytes(), about=format_)


@pytest.mark.parametrize("named", [True, False])
def test_no_baseline_holds_a_key(named: bool, world: World, tmp_path: Path) -> None:
    """Neither the file nor what is said of it, whatever the reason is and wherever the keys stand."""
    folder = tmp_path / "shop"
    shutil.copytree(world.path, folder, symlinks=True)
    name = (
        f"revont_api_key={world.keys.make('the name of a baseline')}.json" if named else ".revont-guard.baseline.json"
    )
    (folder / ".revont-guard.baseline.json").unlink()
    reason = " ".join(["was", *world.keys.each("the reason of a baseline").values()])
    for change in (["create", "--reason", reason], ["update", "--reason", reason, "--until", "2999-01-01"], ["prune"]):
        (folder / "more.env").write_text(f"REVONT_API_KEY={world.keys.make(f'a file before {change[0]}')}\n")
        outcome = run("baseline", *change, *(["--baseline", name] if named else []), cwd=folder)
        assert (outcome.code, outcome.err) == (0, "")
        world.keys.stay_in(outcome.out, about=change[0])
        world.keys.stay_in((folder / name).read_bytes(), about=change[0])


@pytest.mark.parametrize("command", COMMANDS)
def test_no_terminal_shows_a_key(command: str, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """In colour, and with progress at its busiest."""
    for pause in ("_FIRST", "_EVERY"):
        monkeypatch.setattr(f"revont_guard.commands.progress.{pause}", 0.001)
    outcome = run(*COMMANDS[command](world), cwd=world.path, terminal=True, stdin=b"")
    assert ("\x1b[" in outcome.out) == (outcome.code != 0)
    world.keys.stay_in(outcome.out, outcome.err)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pty")
def test_no_real_terminal_shows_a_key(world: World) -> None:
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "revont_guard", "scan", "."]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, cwd=world.path, stdout=theirs, stderr=theirs, env=environment) as process:
        os.close(theirs)
        said = b"".join(_read(ours))
    os.close(ours)
    assert process.returncode == 1
    assert b"\x1b[1m" in said
    world.keys.stay_in(said)


def _read(descriptor: int) -> Iterator[bytes]:
    """All that comes out of a terminal; on Linux its end is an error."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if select.select([descriptor], [], [], 1)[0]:
            try:
                data = os.read(descriptor, 1 << 16)
            except OSError:
                return
            if not data:
                return
            yield data


def test_no_explanation_holds_a_key(world: World, tmp_path: Path) -> None:
    """Of reported candidates and of all others, under every name that a file may have."""
    for path in sorted(path for path in world.path.rglob("*.env") if path.is_file()):
        outcome = run("scan", "--explain", f"{path.relative_to(world.path)}:1", cwd=world.path)
        assert outcome.code == 0
        world.keys.stay_in(outcome.out, outcome.err)


@pytest.mark.parametrize("arguments", [["list"], ["check"], *(["explain", rule] for rule in catalog.rules())])
def test_no_rule_tells_the_key_of_its_examples(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    keys = Keys()
    for style, key in keys.each("an example").items():
        monkeypatch.setattr(api, "_sample_key", lambda key=key: key)
        outcome = run("rules", *arguments)
        keys.stay_in(outcome.out, outcome.err, about=style)


# -- what a server says -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("format_", ["text", "json"])
@pytest.mark.parametrize("status", [200, 401, 403, 302, 404, 429, 500])
def test_no_answer_about_a_key_holds_it(status: int, format_: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a server that says the key again, wherever it can; and of no server at all."""
    keys = Keys()

    def echo(peer: Peer) -> None:
        body = {"error": {"code": peer.key, "message": peer.key}, "data": [peer.key]}
        named = ("Location", "Server", "X-RateLimit-Reset", "WWW-Authenticate", peer.key)
        peer.send(response(status, body, *(f"{name}: {peer.key}" for name in named)))

    names = []
    for number, key in enumerate(keys.each("the environment").values()):
        names += ["--env", f"KEY_{number}"]
        monkeypatch.setenv(f"KEY_{number}", key)
    with Server(echo) as server:
        for terminal in (False, True):
            outcome = run("verify", *names, "--format", format_, "--api-url", server.url, terminal=terminal)
            assert outcome.code in (0, 3)
            keys.stay_in(outcome.out, outcome.err)
    outcome = run("verify", *names, "--format", format_, "--api-url", server.url)
    assert outcome.code == 3
    keys.stay_in(outcome.out, outcome.err)


@pytest.mark.parametrize("format_", ["text", "json"])
@pytest.mark.parametrize("status", [200, 401, 500])
def test_no_rotation_holds_a_key(status: int, format_: str, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a server that says both again, and a file that is called as one of them."""
    old, new = list(world.keys.each("settings").values())[:2]
    monkeypatch.setenv("OLD_REVONT_KEY", old)
    monkeypatch.setenv("NEW_REVONT_KEY", new)

    def echo(peer: Peer) -> None:
        peer.send(response(status, {"error": {"code": peer.key, "message": peer.key}, "data": [peer.key]}))

    (world.path / f"{old}.sh").write_text("echo $OLD_REVONT_KEY\n")
    with Server(echo) as server:
        names = ("--old-env", "OLD_REVONT_KEY", "--new-env", "NEW_REVONT_KEY", "--api-url", server.url)
        outcome = run("rotate", *names, "--format", format_, cwd=world.path)
    (world.path / f"{old}.sh").unlink()
    assert outcome.code in (1, 3)
    world.keys.stay_in(outcome.out, outcome.err)


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("status", [200, 403, 500])
def test_no_audit_that_asks_holds_a_key(status: int, format_: str, world: World) -> None:
    """Of a server that says the key again."""

    def echo(peer: Peer) -> None:
        body = {"error": {"code": peer.key, "message": peer.key}, "data": [peer.key]}
        peer.send(response(status, body, f"Location: {peer.key}"))

    with Server(echo) as server:
        asking = ("--verify", "--yes", "--api-url", server.url)
        outcome = run("audit", *asking, "--no-history", "--format", format_, cwd=world.path)
        assert server.connections > 0
    assert outcome.code in (1, 3)
    world.keys.stay_in(outcome.out, outcome.err)


# -- a key beside a key -----------------------------------------------------------------------------------------------

BESIDE = {
    "as the name of another": "revont_keys = {{'{0}': '{1}'}}\n",
    "as a section above another": "revont:\n  {0}:\n    token: {1}\n",
    "in the name of another": "revont_key_{0} = '{1}'\n",
    "in the call of another": "revont.client('{0}', '{1}')\n",
    "in a comment": "# revont: {0}\nREVONT_API_KEY = '{1}'  # was {0}\n",
    "as the name of a header": "curl -H '{0}: Bearer {1}' https://api.revont.ai/v1/calls\n",
    "as user and password": "https://{0}:{1}@api.revont.ai/v1/calls\n",
    "in a section of an ini file": "[revont {0}]\napi_key = {1}\n",
    "in the attribute of a tag": '<revont key="{0}">{1}</revont>\n',
    "as the column of a table": "revont_name,revont_key\n{0},{1}\n",
}


@pytest.mark.parametrize("how", BESIDE)
def test_no_name_of_a_key_holds_another_key(how: str) -> None:
    keys = Keys()
    for style in STYLES:
        text = BESIDE[how].format(keys.make("the name", style), keys.make("the value", style))
        for format_ in FORMATS:
            keys.stay_in(run("scan", "-", "--format", format_, stdin=text.encode()).out, about=f"{style} {format_}")


TOKENS = ["revont", "token", "{0}", "{1}", " = ", ": ", "\n", "\n  ", *"_-./'\"{}"]


@settings(max_examples=60, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(TOKENS), max_size=12), st.sampled_from(sorted(STYLES)))
def test_no_text_makes_a_report_hold_a_key(tokens: list[str], style: str) -> None:
    keys = Keys()
    values = {"{0}": keys.make("one", style), "{1}": keys.make("two", style)}
    text = "".join(values.get(token, token) for token in ["REVONT_API_KEY=", "{0}", "\n", *tokens])
    for format_ in FORMATS:
        keys.stay_in(run("scan", "-", "--format", format_, stdin=text.encode()).out)


# -- every way to fail ------------------------------------------------------------------------------------------------


def _touched(folder: Path, name: str) -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("revont\n")
    return name


def _project(name: str, text: str) -> Callable[[Path, str], list[str]]:
    """A file of ours with ``text``, in which ``<key>`` is one, beside a file to be scanned."""

    def made(folder: Path, key: str) -> list[str]:
        (folder / name).write_text(text.replace("<key>", key))
        (folder / "a.env").write_text("REVONT_API_KEY=\n")
        return ["scan"]

    return made


def _pipe(folder: Path, name: str) -> str:
    os.mkfifo(folder / name)
    return name


def _huge(folder: Path, name: str) -> str:
    (folder / name).touch()
    os.truncate(folder / name, (64 << 20) + 1)
    return name


def _link(folder: Path, name: str, target: str) -> str:
    (folder / name).symlink_to(target)
    return name


def _corrupt(folder: Path, name: str) -> str:
    """A repository without HEAD."""
    (folder / name / ".git" / "objects").mkdir(parents=True)
    return name


def _misled(folder: Path, name: str, target: str) -> str:
    """A folder whose `.git` file leads nowhere."""
    (folder / name).mkdir()
    (folder / name / ".git").write_text(f"gitdir: {target}\n")
    return name


def _broken_store(folder: Path, name: str) -> str:
    """A repository with an object that is rubbish, called by a key in every way."""
    repository = Repo(folder / name)
    first = repository.commit({f"revont-key-{name}": "revont"}, branch=f"revont-key-{name}")
    lost = repository.blob("lost")
    repository.loose(lost).chmod(0o600)
    repository.loose(lost).write_bytes(name.encode() * 5)
    repository.git("update-ref", f"refs/tags/revont-{name}", first)
    (repository.git_dir / "refs" / "tags" / f"odd-{name}").write_text(name)
    return name


def _whole(folder: Path, name: str) -> str:
    Repo(folder / name).commit({"a": "a"})
    return name


def _shallow(folder: Path, name: str) -> str:
    repository = Repo(folder / f"{name}-whole")
    for content in "ab":
        repository.commit({"a": content}, branch=f"revont-key-{name}")
    repository.clone(folder / name, "--depth=1", f"--branch=revont-key-{name}")
    return name


WRONG_FILES = {
    ".revont-guard.toml": [
        "revont_api_key = <key>",
        "<key> = 1",
        "'revont <key>' = 1",
        "[revont.<key>]",
        "fail-on = '<key>'",
        "[[exclude]]\n'<key>' = 1\n'<key>' = 1",
        *(
            f"[[allow]]\nreason = 'x'\n{line}"
            for line in (
                "paths = ['a']\n'<key>' = 1",
                "paths = ['a']\nrules = ['revont-<key>']",
                "paths = ['!<key>']",
                "keys = ['<key>.']",
                "paths = ['a']\nuntil = '<key>'",
            )
        ),
    ],
    ".revont-guard.baseline.json": [
        "REVONT_API_KEY=<key>",
        '{"version": "<key>", "findings": []}',
        '{"version": 1, "findings": [], "<key>": 1}',
        '{"version": 1, "findings": ["<key>"]}',
        '{"version": 1, "findings": [{"fingerprint": "<key>", "rule": "<key>", "path": "<key>", "revont <key>": 1}]}',
        '{"version": 1, "findings": [{"fingerprint": "<key>", "rule": "<key>", "path": "<key>", "expires": "<key>"}]}',
    ],
    ".revont-guard.names": ["<key> <key>", "REVONT_API_KEY=<key>", "1<key>"],
    ".secrets.baseline": ["<key>", '{"results": {"<key>": ["<key>"]}}'],
}

FAILURES: dict[str, Callable[[Path, str], list[str]]] = {
    # Wrong use.
    "unknown path": lambda _, key: ["scan", key],
    "unknown path with words": lambda _, key: ["scan", f"shop/revont_api_key={key}.env"],
    "unknown path of one short folder": lambda _, key: ["scan", f"ab/{key}"],
    "unknown path of another short folder": lambda _, key: ["scan", f"abc/{key}"],
    "unknown path for audit": lambda _, key: ["audit", f"ab/{key}", "--no-history"],
    "unknown path for audit, in words": lambda _, key: ["audit", f"revont-key-{key}/shop"],
    "unknown path that speaks of git": lambda _, key: ["audit", f"first commit {key}"],
    "unknown path for explain": lambda _, key: ["scan", "--explain", f"ab/{key}.env:1"],
    "explain without a line": lambda _, key: ["scan", "--explain", key],
    "explain of a folder": lambda folder, key: [*_made(folder, f"abc/{key}"), "scan", "--explain", f"abc/{key}:1"],
    "explain of a line that is no number": lambda folder, key: ["scan", "--explain", f"{_touched(folder, key)}:²"],
    "unknown option": lambda _, key: ["scan", f"--revont-key-{key}"],
    "unknown option with a value": lambda _, key: ["scan", f"--revont-key={key}"],
    "unknown short option": lambda _, key: ["scan", f"-{key}"],
    "unknown format": lambda _, key: ["scan", "--format", key],
    "unknown severity": lambda _, key: ["scan", f"--fail-on=revont_key_{key}"],
    "unknown command": lambda _, key: [key],
    "unknown command of rules": lambda _, key: ["rules", f"revont-{key}"],
    "unknown rule": lambda _, key: ["rules", "explain", f"revont_key_{key}"],
    "unknown revision": lambda folder, key: ["audit", _whole(folder, "shop"), "--since", key],
    "unknown revision in words": lambda folder, key: ["audit", _whole(folder, "shop"), f"--since=revont-key-{key}^2"],
    "too many arguments": lambda _, key: ["rules", "list", key],
    "option without a value": lambda _, key: ["scan", key, "--stdin-filename"],
    "unknown format of a further report": lambda folder, key: ["scan", _touched(folder, "a"), f"--also={key}=a"],
    "further report without a file": lambda folder, key: ["scan", _touched(folder, "a"), f"--also=revont-{key}"],
    "unknown command of baseline": lambda _, key: ["baseline", f"revont-{key}"],
    "baseline of an unknown folder": lambda _, key: ["baseline", "create", f"revont-key-{key}"],
    "baseline until no day": lambda _, key: ["baseline", "create", f"--until={key}"],
    "baseline that is not there": lambda _, key: ["baseline", "update", f"--baseline=revont_api_key={key}.json"],
    "baseline that is there": lambda folder, key: ["baseline", "create", f"--baseline={_touched(folder, f'ab/{key}')}"],
    "unknown baseline": lambda folder, key: ["scan", _touched(folder, "a"), f"--baseline=revont-{key}.json"],
    "unknown configuration": lambda folder, key: ["scan", _touched(folder, "a"), f"--config=ab/{key}"],
    "key for verify as an argument": lambda _, key: ["verify", key],
    "key for verify instead of the name of a variable": lambda _, key: ["verify", "--env", key],
    "expectation that is none": lambda _, key: ["verify", "--stdin", "--expect", f"revont-{key}"],
    "address with a key": lambda _, key: ["verify", "--stdin", f"--api-url=https://api.example.org/v1?key={key}"],
    "address with a key for its host": lambda _, key: ["verify", "--stdin", f"--api-url=http://{key}/v1"],
    "proxy with a key": lambda _, key: ["verify", "--stdin", f"--proxy=socks5://me:{key}@proxy.example.org"],
    "proxy whose password is a key": lambda _, key: [
        "verify",
        "--stdin",
        "--api-url=http://127.0.0.1:9/v1",
        f"--proxy=http://me:{key}@127.0.0.1:9",
    ],
    # A file of the project that is not right.
    **{f"{name}: {text}": _project(name, text) for name, texts in WRONG_FILES.items() for text in texts},
    # A report that cannot be written.
    "further report into a missing folder": lambda folder, key: [
        "scan",
        _touched(folder, "a"),
        f"--also=json=ab/{key}/report",
    ],
    "output into a missing folder": lambda folder, key: ["scan", _touched(folder, "a"), "--output", f"ab/{key}/report"],
    "output to a folder": lambda folder, key: [*_made(folder, f"abc/{key}"), "scan", "--output", f"abc/{key}"],
    "output below a file": lambda folder, key: ["scan", "--output", f"{_touched(folder, key)}/report"],
    # What cannot be read.
    "pipe that is named": lambda folder, key: ["scan", _pipe(folder, f"revont_api_key={key}")],
    "pipe that is met": lambda folder, key: ["scan", *_met(_pipe(folder, f"revont-key-{key}.fifo"))],
    "pipe whose name has underscores": lambda folder, key: ["scan", *_met(_pipe(folder, f"revont_key_{key}"))],
    "file over the limit": lambda folder, key: ["scan", _huge(folder, f"revont_api_key={key}.bin")],
    "file over the limit of audit": lambda folder, key: [
        "audit",
        "--no-history",
        *_met(_huge(folder, f"revont-{key}")),
    ],
    "link to nothing": lambda folder, key: ["scan", _link(folder, f"revont-key-{key}", f"revont/{key}")],
    "link to itself": lambda folder, key: ["scan", _link(folder, f"revont-key-{key}", f"revont-key-{key}")],
    "name that is too long": lambda _, key: ["scan", f"revont-key-{key}" * 20],
    "name with a NUL": lambda _, key: ["scan", f"{key}\0"],
    "folder without a repository": lambda folder, key: ["audit", *_made(folder, key), key][:2],
    "repository without HEAD": lambda folder, key: ["audit", _corrupt(folder, f"revont-key-{key}")],
    "repository that leads nowhere": lambda folder, key: ["audit", _misled(folder, key, f"/nowhere/{key}")],
    "repository with a broken object": lambda folder, key: ["audit", _broken_store(folder, key)],
    "shallow repository": lambda folder, key: ["audit", _shallow(folder, key)],
    # What stands beside keys under names with keys.
    "stdin by a name with a key": lambda _, key: ["scan", "-", "--stdin-filename", f"revont-key-{key}.env"],
    "explain under a name with a key": lambda folder, key: [
        "scan",
        "--explain",
        f"{_touched(folder, f'revont-key-{key}.env')}:1",
    ],
}


def _made(folder: Path, name: str) -> list[str]:
    """Makes a folder, on the way to the arguments that follow."""
    (folder / name).mkdir(parents=True, exist_ok=True)
    return []


def _met(_: str) -> list[str]:
    """The folder in which something was made, so that it is met and not named."""
    return ["."]


@pytest.mark.skipif(os.name == "nt", reason="some of these files cannot be made on Windows")
@pytest.mark.parametrize("failure", FAILURES)
def test_no_failure_tells_a_key(failure: str, tmp_path: Path) -> None:
    keys = Keys()
    stdin = f"REVONT_API_KEY={make_key('another')}\n".encode()
    told: list[str] = []
    for style, key in keys.each("the arguments").items():
        folder = tmp_path / style
        folder.mkdir()
        arguments = FAILURES[failure](folder, key)
        formats = FORMATS if arguments[0] in ("scan", "audit") and "--format" not in arguments else [None]
        for format_ in formats:
            outcome = run(*arguments, *(["--format", format_] if format_ else []), cwd=folder, stdin=stdin)
            assert outcome.out or outcome.err
            assert "Traceback" not in outcome.err
            told += keys.told(outcome.out, outcome.err)
    assert not told, told


def _errors(key: str) -> Iterable[BaseException]:
    """What may be raised deep inside, with a key in its text."""
    yield RuntimeError(f"cannot parse {key}")
    yield KeyError(key)
    yield AssertionError(key, {key: key})
    yield OSError(2, f"no {key}", key)
    yield PermissionError(13, "denied", f"ab/{key}", None, key)
    yield UnicodeDecodeError("utf-8", key.encode(), 0, 1, key)
    yield ExceptionGroup(key, [ValueError(key)])
    yield RecursionError(key)
    yield MemoryError(key)
    yield SyntaxError(key, (key, 1, 1, key))
    yield KeyboardInterrupt(key)
    yield UsageError(f"there is no {key}")
    yield ConfigError(f"rules/keys.toml: {key}")
    yield GitError(f"fatal: bad object {key}")
    yield OutputError(f"abc/{key}")


@pytest.mark.parametrize(
    "where", ["scan.find_keys", "report.assemble", "formats.text.render", "sources.files.read_file"]
)
def test_no_error_tells_a_key(where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = Keys()
    told: list[str] = []
    for style, key in keys.each("an exception").items():
        (tmp_path / "a.env").write_text(f"REVONT_API_KEY={key}\n")
        for error in _errors(key):

            def fail(*_: object, error: BaseException = error, key: str = key, **__: object) -> None:
                try:
                    raise ValueError(key)
                except ValueError as cause:
                    raise error from cause

            with monkeypatch.context() as patch:
                patch.setattr(f"revont_guard.{where}", fail)
                outcome = run("scan", "a.env", cwd=tmp_path)
            assert outcome.code in (2, 3, 130)
            assert outcome.err
            told += [f"{type(error).__name__} ({style})" for _ in keys.told(outcome.out, outcome.err)]
    assert not told, told


def test_no_crash_of_the_program_tells_a_key(tmp_path: Path) -> None:
    """Before and after click has a say: an interpreter that prints a traceback by itself, and a pipe that is gone."""
    keys = Keys()
    key = keys.make("a file")
    (tmp_path / "a.env").write_text(f"REVONT_API_KEY={key}\n")
    (tmp_path / f"revont-{key}").write_text("")
    for name in ("a.env", f"revont-{key}"):
        reader, writer = os.pipe()
        os.close(reader)
        done = start("-m", "revont_guard", "scan", name, stdout=writer, stderr=subprocess.PIPE, cwd=tmp_path)
        os.close(writer)
        keys.stay_in(done.stderr)


# -- the objects inside -----------------------------------------------------------------------------------------------


def objects(key: str, style: str) -> dict[str, object]:
    """One of each type that has a key somewhere in it, made as a run makes it."""
    data = f"REVONT_API_KEY={key}\n".encode()
    knowledge = catalog.knowledge()
    blob = Blob(data, Location(SourceKind.WORKTREE, "a.env"))
    [match] = [match for match in examine(blob, knowledge) if match.reported]
    [hit] = [hit for hit in scan.scan([blob], knowledge) if isinstance(hit, Hit)]
    report = api.scan([], stdin=BytesIO(data))
    [candidate] = candidates(key, knowledge)
    assert report.findings, style
    return {
        "Secret": hit.key.secret,
        "Key": hit.key,
        "Hit": hit,
        "Match": match,
        "Candidate": candidate,
        "Blob": blob,
        "Finding": report.findings[0],
        "KeyRecord": report.keys[0],
        "Report": report,
        "GuardError": GuardError(f"a {hit.key.secret} and {blob}", hit),
    }


def _logged(thing: object) -> str:
    stream = StringIO()
    handler = logging.StreamHandler(stream)
    logger = logging.Logger("test")
    logger.addHandler(handler)
    logger.error("%s %r", thing, thing)
    try:
        raise GuardError(thing)
    except GuardError:
        logger.exception("failed with %s", [thing])
    return stream.getvalue()


def _traced(thing: object) -> str:
    try:
        raise GuardError(thing)
    except GuardError as error:
        return "".join(traceback.TracebackException.from_exception(error, capture_locals=True).format())


def _pickled(thing: object) -> str:
    """Refused, or without the key."""
    try:
        return pickle.dumps(thing).decode("latin-1")
    except TypeError:
        return ""


WAYS: dict[str, Callable[[object], str]] = {
    "repr": repr,
    "str": str,
    "format": lambda thing: f"{thing} {thing!s} {thing!r} {thing!a}",
    "percent": lambda thing: "%s %r" % (thing, thing),  # noqa: UP031
    "inside a container": lambda thing: f"{[thing]} { ({'a': thing}) }",
    "pretty": pprint.pformat,
    "logging": _logged,
    "traceback with locals": _traced,
    "pickle": _pickled,
}


@pytest.mark.parametrize("way", WAYS)
def test_no_object_gives_its_key_away(way: str) -> None:
    keys = Keys()
    told = []
    for style, key in keys.each("an object").items():
        for name, thing in objects(key, style).items():
            if keys.told(WAYS[way](thing)):
                told.append(f"{name} ({style})")
    assert not told, told


def test_secret_has_no_way_out_but_reveal() -> None:
    keys = Keys()
    secret = Secret(keys.make("a secret"))
    for specification in ("", "s", ">60", "<60", "^60", ".60", "60"):
        keys.stay_in(format(secret, specification))
    with pytest.raises(TypeError):
        vars(secret)
    with pytest.raises(TypeError):
        pickle.dumps(secret)
    with pytest.raises(TypeError):
        bytes(secret)  # type: ignore[call-overload]
    assert len({secret.masked, str(secret), f"{secret}"}) == 1
    keys.stay_in(secret.fingerprint)
