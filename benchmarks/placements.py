"""Where a key can hide in a git repository, and which tool finds it there.

    python -m benchmarks.placements [--output docs/history.md] [--tools FOLDER]

Makes a repository with a key of its own at each place, and faulty ones; runs `revont-guard audit` and the peers on
them, each with its most thorough options, validation off; writes a table. The peers come from PyPI, each into a virtual
environment of its own, in a temporary folder or in FOLDER, where the next run finds them again. Reports of the peers
hold whole keys (made here, they open nothing): they lie in a temporary folder and go with it.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.peers import BETTERLEAKS, GITLEAKS, KINGFISHER, OWN, PATIENCE, ROOT, Scanner, install, surroundings
from revont_guard.model import Secret
from tests.keys import make_key
from tests.repos import Files, Repo, git

LARGE = 96 << 20
"""Bytes of the large file: what GitHub still takes without LFS."""
SOUND = "whole, no key"
LOG = "--log-opts=--all --reflog --full-history -m --text"


@dataclass(frozen=True)
class Tool:
    """How a scanner is run. In ``passes``, whose findings count together, {repo}, {report} and {rules} are filled in."""

    scanner: Scanner
    history: tuple[tuple[str, ...], ...]
    rest: tuple[tuple[str, ...], ...] = ()

    @property
    def name(self) -> str:
        return self.scanner.name

    @property
    def passes(self) -> tuple[tuple[str, ...], ...]:
        return (*self.history, *self.rest)


_GITLEAKS = (
    "--config={rules}",
    "--no-banner",
    "--ignore-gitleaks-allow",
    "--max-archive-depth=8",
    "-f=json",
    "-r={report}",
)
_BETTERLEAKS = ("--config={rules}", "--no-banner", "--no-allow-signatures", "--output={report}")
_RESOURCES = "--include=commit-messages,tag-messages,reflogs"
_KINGFISHER = (
    *("scan", "--no-validate", "--no-update-check", "--no-rule-cache", "--load-builtins=false"),
    *("--rules-path={rules}", "--confidence=low", "--no-limits", "--no-dedup", "--no-ignore"),
    *("--format=json", "--output={report}"),
)
TOOLS = (
    Tool(OWN, (("audit", "--format=json", "--output={report}", "{repo}"),)),
    Tool(
        GITLEAKS,
        (("git", *_GITLEAKS, LOG, "{repo}"),),
        (
            ("git", *_GITLEAKS, "--staged", "{repo}"),
            ("git", *_GITLEAKS, "--pre-commit", "{repo}"),
            ("dir", *_GITLEAKS, "{repo}"),
        ),
    ),
    Tool(
        BETTERLEAKS,
        (("git", *_BETTERLEAKS, _RESOURCES, "{repo}"), ("git", *_BETTERLEAKS, _RESOURCES, LOG, "{repo}")),
        (
            ("git", *_BETTERLEAKS, "--staged", "{repo}"),
            ("git", *_BETTERLEAKS, "--unstaged", "{repo}"),
            ("filesystem", *_BETTERLEAKS, "{repo}"),
        ),
    ),
    Tool(
        KINGFISHER,
        ((*_KINGFISHER, "--git-history=full", "{repo}"),),
        ((*_KINGFISHER, "--staged", "{repo}"), (*_KINGFISHER, "--git-history=none", "{repo}")),
    ),
)


@dataclass(frozen=True)
class Ran:
    """What came of one pass. ``output`` holds keys: it is searched and never shown."""

    code: int
    output: str

    @property
    def tells(self) -> bool:
        """Whether its words or its report say that something is not there."""
        return bool(re.search(r'(?i)"shallow": ?true|incomplete|unable to read|could not read', self.output))


class Plants:
    """The keys, by the place where each stands."""

    def __init__(self) -> None:
        self.keys: dict[str, str] = {}

    def line(self, place: str) -> str:
        """An assignment of the key of ``place``."""
        assert place not in self.keys
        self.keys[place] = make_key(f"placements: {place}")
        return f"REVONT_API_KEY={self.keys[place]}"

    def text(self, place: str) -> str:
        return f"{self.line(place)}\n"


def plant(folder: Path) -> tuple[Path, dict[str, str]]:
    """A repository with a key at each place, and those keys. Everything beside it that it needs is in ``folder``."""
    plants = Plants()
    text = plants.text
    repo = Repo(folder / "repository").configure(gc_auto="0")
    plain = "".join(f"setting_{number} = {number * 7919 % 1000}\n" for number in range(2000))
    base = repo.commit({"README": "a service\n", "settings.ini": plain})

    later: Files = {
        "deploy/old.env": text("file deleted since"),
        "settings.ini": plain.replace("setting_900 = ", text("packed object, a delta") + "setting_900 = "),
    }
    repo.commit(later)
    repo.commit({"notes.txt": "more\n"}, branch="side", parents=[base])
    repo.merge("main", "side", {"merged.env": text("merge commit, in neither parent")})
    repo.commit({"topic.env": text("side branch, never merged")}, branch="topic", parents=[base])
    repo.commit({"pull.env": text("ref outside heads and tags (refs/pull/7/head)")}, branch="refs/pull/7/head")
    half = b"timeout = 30\n" * (LARGE // 26)
    repo.commit({"dump.sql": half + text("large file (96 MiB)").encode() + half})
    repo.commit({"app.bin": b"\x7fELF\x00\x01\x02" + text("binary file").encode() + b"\x00\xff\xfe\x00" * 64})
    repo.commit({"windows.reg": ("\ufeff" + text("UTF-16 file")).encode("utf-16-le")})
    repo.commit({plants.line("file name").lower().split("=")[0] + f"={plants.keys['file name']}.txt": "nothing\n"})
    repo.commit({"a.txt": "1\n"}, author=f"{plants.line('author name')} <person@example.org>")
    repo.commit({"a.txt": "2\n"}, message=f"Mend the import\n\n{plants.line('commit message')}")
    gone = ("deploy/old.env", "merged.env", "dump.sql", "app.bin", "windows.reg")
    named = f"revont_api_key={plants.keys['file name']}.txt"
    main = repo.commit({**dict.fromkeys((*gone, named)), "settings.ini": plain})

    repo.tag("v0.1", repo.lost({"tagged.env": text("commit that only a tag reaches")}, parents=[base]))
    repo.tag("v0.2", main, plants.line("annotated tag's message"))
    repo.git("update-ref", f"refs/tags/v0.3-{plants.line('tag name')}", base)
    repo.git("update-ref", f"refs/heads/try/{plants.line('branch name')}", base)
    repo.note(main, plants.line("git note"))
    repo.moved_away({"amended.env": text("commit that only a reflog reaches")})
    repo.git("update-ref", "--create-reflog", "-m", plants.line("reflog message"), "refs/heads/side", main)
    repo.lost({"lost.env": text("unreachable commit")})
    repo.blob(text("unreachable blob"))

    repo.checkout()
    repo.write({"README": text("older stash entry")}).git("stash", "push")
    repo.stage({"README": text("stash, staged part")}).write({"README": text("stash, tracked file")})
    repo.write({"scratch.env": text("stash, untracked file")}).git("stash", "push", "--include-untracked")
    repo.pack()

    repo.commit({"loose.env": text("loose object")}, branch="loose", parents=[base])
    other = Repo(folder / "alternate")
    borrowed = other.commit({"borrowed.env": text("alternate object store")})
    repo.borrow(other.git_dir).git("update-ref", "refs/heads/borrowed", borrowed)

    repo.stage({"staged.env": text("staged only")}).path.joinpath("staged.env").unlink()
    linked = repo.worktree(folder / "linked", "linked")
    (linked / "staged.env").write_text(text("staged only, in a linked worktree"))
    git(linked, "add", "staged.env")
    (linked / "staged.env").unlink()
    bisected = f"refs/bisect/{plants.line('name of a ref of a linked worktree (refs/bisect/…)')}"
    git(linked, "update-ref", bisected, base)

    inner = Repo(folder / "inner")
    inner.commit({"inner.env": text("submodule's history")})
    inner.commit({"inner.env": None, "README": "a part\n"})
    repo.submodule(inner, "part")
    repo.git("update-index", "--add", "--cacheinfo", f"100644,{repo.blob('')},{plants.line('file name, staged only')}")
    repo.write({"config/local.env": text("file of the worktree, untracked")})
    repo.write({".gitignore": ".env\n", ".env": text("file of the worktree, ignored")})
    repo.git("config", "alias.sync", f"!{plants.line('.git/config')} ./sync")
    (repo.git_dir / "hooks").mkdir(exist_ok=True)
    (repo.git_dir / "hooks" / "pre-push").write_text(f"#!/bin/sh\nexport {text('.git/hooks/pre-push')}")
    (repo.git_dir / "COMMIT_EDITMSG").write_text(text(".git/COMMIT_EDITMSG"))
    return repo.path, plants.keys


def faulty(folder: Path) -> dict[str, Path]:
    """Repositories whose key, but for the first, which has none, stands in what is not here any more."""
    made = {}
    for name in (SOUND, "shallow clone", "missing blob", "missing commit"):
        repo = Repo(folder / name.split(",")[0].replace(" ", "-")).configure(gc_auto="0")
        repo.commit({"README": "a service\n"})
        key = "" if name == SOUND else Plants().text(name)
        guilty = repo.commit({"old.env": f"# settings\n{key}"})
        repo.commit({"old.env": None, "README": "a better service\n"})
        repo.commit({"README": "the best service\n"})
        repo.checkout()
        if name == "missing blob":
            repo.loose(repo.git("rev-parse", f"{guilty}:old.env")).unlink()
        elif name == "missing commit":
            for part in (f"{guilty}:old.env", f"{guilty}:", guilty):
                repo.loose(repo.git("rev-parse", part)).unlink()
        made[name] = repo.clone(folder / "clone", "--depth=1") if name == "shallow clone" else repo.path
    return made


class Runner:
    """Runs one tool on repositories, with a home folder of its own and nothing of the user's git."""

    def __init__(self, tool: Tool, tools: Path, folder: Path) -> None:
        self.tool = tool
        self._folder = folder
        own = tool.scanner is OWN
        found = Path(sys.executable) if own else install(tool.scanner, tools)
        module = ("-m", "revont_guard") if own else ()
        self._command = (str(found), *module) if found else None
        self._env = surroundings(folder) | {"PYTHONPATH": str(ROOT)}
        (folder / "empty").mkdir()

    @property
    def ready(self) -> bool:
        return self._command is not None

    def _run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        assert self._command is not None
        return subprocess.run(
            (*self._command, *arguments),
            cwd=self._folder / "empty",
            env=self._env,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            stdin=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=False,
        )

    @property
    def version(self) -> str:
        return self._run(self.tool.scanner.asks_version).stdout.strip().split()[-1]

    def run(self, passes: Sequence[tuple[str, ...]], repo: Path) -> list[Ran]:
        """Each of ``passes`` over ``repo``."""
        done = []
        for arguments in passes:
            with tempfile.TemporaryDirectory(dir=self._folder) as reports:
                report = Path(reports) / "report.json"
                places = {"repo": str(repo), "report": str(report), "rules": self.tool.scanner.rules_path}
                ran = self._run(*(argument.format_map(places) for argument in arguments))
                written = report.read_text("utf-8", "replace") if report.exists() else ""
            done.append(Ran(ran.returncode, written + ran.stdout + ran.stderr))
        return done


Found = Mapping[str, bool]


def compare(tools: Path, folder: Path) -> tuple[dict[str, Found | None], dict[str, dict[str, list[Ran]]], list[str]]:
    """Per tool the places where it found the key, and what it made of the faulty repositories; the versions."""
    places: dict[str, Found | None] = {}
    faults: dict[str, dict[str, list[Ran]]] = {}
    versions = []
    for tool in TOOLS:
        here = folder / tool.name  # each gets repositories of its own: some write into what they read
        here.mkdir()
        runner = Runner(tool, tools, here)
        if not runner.ready:
            places[tool.name] = None
            continue
        repo, keys = plant(here / "planted")
        ran = runner.run(tool.passes, repo)
        said = "\n".join(each.output for each in ran)
        shown = {place: Secret(key).fingerprint if tool.scanner is OWN else key for place, key in keys.items()}
        places[tool.name] = found = {place: value in said for place, value in shown.items()}
        faults[tool.name] = {name: runner.run(tool.history, path) for name, path in faulty(here / "faulty").items()}
        if any(each.code for each in faults[tool.name][SOUND]) or not found["loose object"]:
            raise SystemExit(f"{tool.name} was not run right: it fails on a sound repository, or finds nothing")
        package = tool.scanner.package
        versions.append(f"{tool.name} {runner.version}" + (f" (PyPI: {package})" if package else ""))
        print(f"{tool.name}: exit codes {[each.code for each in ran]}", file=sys.stderr)
    return places, faults, [*versions, git(folder, "--version").decode().strip()]


def _row(first: str, cells: Sequence[str]) -> str:
    return f"| {' | '.join((first, *cells))} |"


def _verdict(ran: Sequence[Ran]) -> str:
    codes = " and ".join(str(each.code) for each in ran)
    clean = not any(each.code for each in ran)
    return f"{codes}: {'clean' if clean else 'not clean'}{', but tells' if clean and any(r.tells for r in ran) else ''}"


def document(
    places: Mapping[str, Found | None], faults: Mapping[str, Mapping[str, list[Ran]]], versions: Sequence[str]
) -> str:
    """docs/history.md."""
    names = [tool.name for tool in TOOLS]
    own = places[OWN.name]
    assert own is not None
    head = [_row("key in", names), _row("---", ["---"] * len(names))]
    rows = []
    for place in own:
        founds = [places[name] for name in names]
        rows.append(_row(place, ["not run" if found is None else "yes" if found[place] else "–" for found in founds]))
    totals = [f"{sum(found.values())} of {len(found)}" if found else "not run" for found in places.values()]
    states = []
    for fault in faults[OWN.name]:
        states.append(_row(fault, [_verdict(faults[name][fault]) if name in faults else "not run" for name in names]))
    options = [
        f"- {tool.name}: " + "; ".join(f"`{' '.join(_told(each))}`" for each in tool.passes)
        for tool in TOOLS
        if tool.scanner is not OWN
    ]
    return TEXT.format(
        places="\n".join([*head, *rows, _row("**found**", totals)]),
        faults="\n".join([_row("repository", names), head[1], *states]),
        versions=", ".join(versions),
        options="\n".join(options),
    )


def _told(arguments: Sequence[str]) -> list[str]:
    """The arguments that decide what is read."""
    common = {*_GITLEAKS, *_BETTERLEAKS, *_KINGFISHER[1:], "{repo}"}
    quoted = f"--log-opts='{LOG.partition('=')[2]}'"
    return [quoted if each == LOG else each for each in arguments if each not in common]


TEXT = """\
# What audit reads of a repository

- The files of the worktree, those that `.gitignore` names excepted.
- Every object of the object store and its alternates, each once, however it is or is no longer reached: contents up to
  256 MiB, binary or not, in UTF-8, UTF-16, UTF-32 and Latin-1; texts of commits and annotated tags with authors; names
  of files. That covers stashes, notes, what is staged, and what was amended, reset or deleted until git prunes it.
- Names of branches, tags and other refs; reflogs.

What had to be read and was not is listed under `coverage.skipped` and gives exit code 3.

## Side by side

One repository, made on the spot, with a key of its own at each place and nowhere else; what is committed to the main
branch is removed again before its tip. `yes`: the key's value is in a report of the tool (in ours, which never shows
one, its fingerprint). Each tool gets the path of the repository, a rule for `revont_api_key = …` and its most thorough
options, without validation or network; the findings of all its runs count together.

{places}

The places are our choice, so the totals compare nothing beyond this list. The last eight, but for the untracked file,
were added because audit did not read them; where it still says "–", `coverage` does not say so either, the ignored file excepted.
The peers have names of branches and tags, and what stands in `.git`, from reading the files of `.git` as plain text.

## What is not here

The key stands in the part that is not here. Exit codes of the runs over the history; 0 counts as "clean".

{faults}

"but tells": a line of the log or a field of the report says so, the exit code does not.

- Shallow: audit names the cure (`git fetch --unshallow`, `fetch-depth: 0`); exit code 3.
- Missing object: audit reads all that is here and names what is missing; exit code 3.

## Reproduce

    python -m benchmarks.placements --output docs/history.md

Versions: {versions}.
Rules: `benchmarks/rules/`. What each peer ran, one after the other:

{options}
"""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.placements", description=__doc__.splitlines()[0])
    parser.add_argument("--output", type=Path, help="write the document here (default: print it)")
    parser.add_argument("--tools", type=Path, help="where the peers are installed, kept for the next run")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="placements-") as temporary:
        folder = Path(temporary)
        (folder / "runs").mkdir()
        written = document(*compare((chosen.tools or folder / "tools").resolve(), folder / "runs"))
    if chosen.output:
        chosen.output.write_text(written, "utf-8")
    else:
        print(written, end="")


if __name__ == "__main__":
    main()
