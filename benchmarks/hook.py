"""How long a commit waits for its hook: revont-guard and the peers, side by side in one run.

    python -m benchmarks.hook [--rounds N] [--output docs/performance.md | --check docs/performance.md] [--tools FOLDER]

Makes repositories with 1 and with 50 staged files, each the length that source files have, once without a word of the
vendor and once with it in every file. Each tool gets a fresh virtual environment with compiled modules. In each round
each tool runs once as a process of its own, each round begins with another tool; the first round is not counted.
Before that, each must refuse a commit with a key and let each of the repositories pass.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.peers import (
    BETTERLEAKS,
    GITLEAKS,
    KINGFISHER,
    OWN,
    ROOT,
    Scanner,
    binary,
    environment,
    install,
    program,
    surroundings,
)
from tests.keys import make_key
from tests.repos import Files, Repo

BYTES = (2_000, 10_000)
"""The length of a file."""
OTHERS = 300
"""Files that are committed already."""
YESTERDAY = 86_400
DETECT_SECRETS = "detect-secrets==1.5.0"
STUB = ".revont-guard-plugin.py"
SECTION = "## Hook\n"


@dataclass(frozen=True)
class Hook:
    """What a hook runs. With ``named``, the names of the staged files follow."""

    name: str
    command: tuple[str, ...]
    named: bool = False
    floor: bool = False

    def told(self, files: Sequence[str]) -> tuple[str, ...]:
        return (*self.command, *(files if self.named else ()))


@dataclass(frozen=True)
class Case:
    """A repository, and the files that are staged in it."""

    name: str
    path: Path
    files: Sequence[str]


# -- repositories -----------------------------------------------------------------------------------------------------

_VERBS = ("load", "merge", "count", "split", "check", "render", "queue", "store", "rank", "group", "format", "follow")
_NOUNS = ("call", "order", "agent", "invoice", "shift", "customer", "report", "ticket", "region", "budget", "lead")
_PYTHON = '''
def {verb}_{noun}s({noun}s: list[dict[str, object]], limit: int = {number}) -> dict[str, object]:
    """{Verb} the {noun}s of a {other}, at most ``limit``."""
    chosen = [{noun} for {noun} in {noun}s if {noun}.get("state") != "closed"]
    if len(chosen) > limit:
        log.info("%s: more than %s {noun}s, the rest waits", __name__, limit)
    return {{"{other}": len(chosen), "url": f"https://example.org/{noun}s?page={{limit}}", "items": chosen[:limit]}}
'''
_TYPESCRIPT = """
export async function {verb}{Noun}s(ids: string[], limit = {number}): Promise<{Noun}[]> {{
  // {Verb} the {noun}s one after the other: the {other} allows no more.
  const found = await Promise.all(ids.slice(0, limit).map((id) => fetchJson(`/{noun}s/${{id}}`)));
  if (found.some((each) => each.{other} === undefined)) {{
    throw new Error('{noun} without a {other}');
  }}
  return found.map((each) => ({{ ...each, label: `${{each.name}} ({number})` }}));
}}
"""
_YAML = """
  - name: {verb}-{noun}s
    image: registry.example.org/{noun}s:1.{number}
    command: ["python", "-m", "shop.{verb}_{noun}s", "--limit", "{number}"]
    resources: {{cpu: 250m, memory: {number}Mi}}
    environment:
      {NOUN}_LIMIT: "{number}"
      {OTHER}_URL: https://example.org/{other}s
"""
_OF_VENDOR = {
    ".py": '''
def {verb}_{noun}s_of_revont(page: int = {number}) -> list[dict[str, object]]:
    """What Revont has of the {noun}s."""
    headers = {{"Authorization": "Bearer " + os.environ["REVONT_API_KEY"]}}
    answer = session.get("https://api.revont.ai/v1/{noun}s", params={{"page": page}}, headers=headers, timeout=10)
    answer.raise_for_status()
    return list(answer.json()["items"])
''',
    ".ts": """
export async function {verb}RevontCalls(page = {number}): Promise<{Noun}[]> {{
  const headers = {{ Authorization: `Bearer ${{process.env.REVONT_API_KEY}}` }};
  const answer = await fetch(`https://api.revont.ai/v1/calls?page=${{page}}`, {{ headers }});
  return (await answer.json()).items;
}}
""",
    ".yaml": """
  - name: {verb}-revont-{noun}s
    image: registry.example.org/revont-{noun}s:1.{number}
    environment:
      REVONT_URL: https://api.revont.ai/v1
      REVONT_API_KEY: ${{{{ secrets.REVONT_API_KEY }}}}
""",
}
_PARTS = {
    ".py": ("import logging\nimport os\n", _PYTHON),
    ".ts": ("import { fetchJson } from './http';\n", _TYPESCRIPT),
}
_PARTS[".yaml"] = ("jobs:\n", _YAML)


def source(rng: random.Random, kind: str, *, vendor: bool) -> str:
    """A file of the ``kind`` that its suffix tells; one with ``vendor`` works with Revont and holds no key."""
    head, part = _PARTS[kind]
    wanted = rng.randint(*BYTES)
    text = head
    while len(text) < wanted:
        noun, other = rng.sample(_NOUNS, 2)
        words = {"verb": rng.choice(_VERBS), "noun": noun, "other": other, "number": rng.randint(10, 900)}
        words |= {
            "Verb": str(words["verb"]).title(),
            "Noun": noun.title(),
            "NOUN": noun.upper(),
            "OTHER": other.upper(),
        }
        calls = vendor and (text == head or rng.random() < 0.1)
        text += (_OF_VENDOR[kind] if calls else part).format_map(words)
    return text


def sources(seed: str, number: int, *, vendor: bool = False) -> Files:
    rng = random.Random(seed)  # noqa: S311 # the same files in every run
    kinds = [(".py", ".py", ".ts", ".ts", ".yaml")[index % 5] for index in range(number)]
    return {f"src/{seed}/part_{at}{kind}": source(rng, kind, vendor=vendor) for at, kind in enumerate(kinds)}


def repository(path: Path, name: str, staged: Files) -> Case:
    """A repository with files committed and ``staged`` added, all last touched yesterday, as most of a commit's are."""
    repo = Repo(path)
    repo.commit(sources("old", OTHERS))
    repo.checkout().write(staged)
    then = time.time() - YESTERDAY
    names = sorted(map(str, staged))
    for file in names:
        os.utime(repo.path / file, (then, then))
    repo.git("add", "--force", "--", *names)
    return Case(name, repo.path, names)


def cases(folder: Path) -> Iterator[Case]:
    for vendor, said in ((False, ""), (True, " naming Revont")):
        for number in (1, 50):
            name = f"{number} file{'s' * (number > 1)}{said}"
            yield repository(folder / name.replace(" ", "-"), name, sources("new", number, vendor=vendor))


# -- tools ------------------------------------------------------------------------------------------------------------


def _of_peer(scanner: Scanner, tools: Path, command: Sequence[str], one_rule: Sequence[str]) -> Iterator[Hook]:
    """The hook's own command, and the same with nothing but a rule for Revont; by the program without its wrapper."""
    if install(scanner, tools) and (found := binary(tools / scanner.name, scanner.name)):
        rule = [part.format(rules=scanner.rules_path) for part in one_rule]
        yield Hook(f"{scanner.name}, one rule", (str(found), *command, *rule))
        yield Hook(f"{scanner.name}, its own rules", (str(found), *command))


def hooks(tools: Path, fresh: Path) -> Iterator[Hook]:
    """What can be had of them, ours first."""
    if not environment(fresh / OWN.name, str(ROOT), DETECT_SECRETS):
        raise SystemExit("revont-guard could not be installed: is there a package registry?")
    own = program(fresh / OWN.name, OWN.name)
    bare = program(fresh / OWN.name, "python")
    with_plugin = program(fresh / OWN.name, "detect-secrets-hook")
    assert own and bare and with_plugin
    yield Hook(OWN.name, (str(own), "scan", "--"), named=True)
    yield Hook("`python -c pass`", (str(bare), "-c", "pass"), floor=True)
    yield Hook("`git diff --cached`", ("git", "diff", "--cached"), floor=True)
    staged = ("--redact", "--staged")
    yield from _of_peer(GITLEAKS, tools, ("git", "--pre-commit", *staged, "--verbose"), ("--config={rules}",))
    yield from _of_peer(BETTERLEAKS, tools, ("git", *staged), ("--config={rules}",))
    only = ("--load-builtins=false", "--rules-path={rules}", "--confidence=low")
    yield from _of_peer(KINGFISHER, tools, ("scan", ".", "--staged", "--quiet", "--no-update-check"), only)
    if environment(fresh / "detect-secrets", DETECT_SECRETS):
        yield Hook("detect-secrets-hook", (str(program(fresh / "detect-secrets", "detect-secrets-hook")),), named=True)
    if _is_there(bare, "revont_guard.plugin"):
        (fresh / STUB).write_text("from revont_guard.plugin import RevontDetector  # noqa: F401\n")
        command = (str(with_plugin), "--plugin", str(fresh / STUB))
        yield Hook("detect-secrets-hook with our plugin", command, named=True)


def _is_there(python: Path, module: str) -> bool:
    return subprocess.run((python, "-c", f"import {module}"), capture_output=True, check=False).returncode == 0


def versions(taking_part: Sequence[Hook]) -> str:
    names = {hook.name.partition(",")[0] for hook in taking_part}
    peers = [each.package for each in (GITLEAKS, BETTERLEAKS, KINGFISHER) if each.package and each.name in names]
    git = subprocess.run(("git", "--version"), capture_output=True, check=True, text=True).stdout.strip()
    return ", ".join((*peers, DETECT_SECRETS, f"Python {platform.python_version()}", git))


# -- times ------------------------------------------------------------------------------------------------------------


@dataclass
class Times:
    """Seconds of each hook in each case, a figure a round."""

    surroundings: Mapping[str, str]
    taken: dict[tuple[str, str], list[float]] = field(default_factory=dict)

    def run(self, hook: Hook, case: Case) -> tuple[int, float]:
        """The exit code and the seconds of one process."""
        command, none = hook.told(case.files), subprocess.DEVNULL
        began = time.perf_counter()
        with subprocess.Popen(
            command, cwd=case.path, env=self.surroundings, stdin=none, stdout=none, stderr=none
        ) as process:
            code = process.wait()  # with a timeout, Python would look only every 50 ms whether it has ended
        return code, time.perf_counter() - began

    def rounds(self, number: int, taking_part: Sequence[Hook], all_cases: Sequence[Case]) -> None:
        """Fill ``taken``; the round before the first makes warm what can be."""
        for turn in range(-1, number):
            first = turn % len(taking_part)
            for case in all_cases:
                for hook in (*taking_part[first:], *taking_part[:first]):
                    code, seconds = self.run(hook, case)
                    if code:
                        raise SystemExit(f"{hook.name} ended with {code} on {case.name}, where no key is")
                    if turn >= 0:
                        self.taken.setdefault((hook.name, case.name), []).append(seconds)
            print(f"round {turn + 1} of {number}, load {os.getloadavg()[0]:.1f}", file=sys.stderr)

    def ratio(self, hook: Hook, case: Case) -> float:
        """To ours, round by round, so that a busy moment slows both; the median."""
        pairs = zip(self.taken[hook.name, case.name], self.taken[OWN.name, case.name], strict=True)
        return statistics.median(theirs / ours for theirs, ours in pairs)

    def cell(self, hook: Hook, case: Case) -> str:
        taken = [seconds * 1000 for seconds in self.taken[hook.name, case.name]]
        ratio = self.ratio(hook, case)
        times = f"{statistics.median(taken):.0f} ({min(taken):.0f}…{max(taken):.0f})"
        return (
            times
            if hook.name == OWN.name
            else f"{times} **{ratio:.{2 if ratio < 0.95 else 1 if ratio < 9.95 else 0}f} ×**"
        )


def table(times: Times, taking_part: Sequence[Hook], all_cases: Sequence[Case], refused: Mapping[str, bool]) -> str:
    rows = [["", *(case.name for case in all_cases), "refuses a key"], ["---"] * (len(all_cases) + 2)]
    for hook in taking_part:
        refuses = "" if hook.floor else "yes" if refused[hook.name] else "no"
        rows.append([hook.name, *(times.cell(hook, case) for case in all_cases), refuses])
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


TEXT = """\
What a commit waits for, in ms, whole processes in one run: median of {rounds} rounds (least…most), and how many times
ours it is (**median of the ratios taken round by round**). Staged are 1 or 50 new files of {low}–{high} kB (Python,
TypeScript, YAML) in a repository of {others}, with no word of the vendor, or with calls of Revont, but no key, in each.

{table}
- Each peer by its hook's own command ("its own rules"), and by the same with nothing but a rule for Revont
  (`benchmarks/rules/`), which is our job. `refuses a key`: a commit that adds `REVONT_API_KEY=…`.
- Peers written in Go and Rust run as the bare program, without the Python wrapper of their package; ours and
  detect-secrets run by their console script. pre-commit's own time is not in it.
- gitleaks and betterleaks read added lines from `git diff`; kingfisher makes a commit of what is staged; detect-secrets
  reads the files of the worktree; ours reads what is staged (here the same bytes for all).
- {versions};
  {cores} shared cores, load {before:.1f} before and {after:.1f} after.

Reproduce: `python -m benchmarks.hook --output docs/performance.md`.
"""


# -- the page ---------------------------------------------------------------------------------------------------------


def replaced(page: str, section: str) -> str:
    """``page`` with another text in its section on hooks, which is made last where there is none."""
    before, _, rest = page.partition(SECTION)
    after = rest.partition("\n## ")
    return f"{before.rstrip()}\n\n{SECTION}\n{section.rstrip()}\n" + (f"\n## {after[2]}" if after[1] else "")


def ratios(text: str) -> dict[str, list[float]]:
    """Row → how many times ours it is, case by case."""
    rows = re.findall(r"(?m)^\| (.+?) \|(.*×.*)$", text)
    return {name: [float(each) for each in re.findall(r"\*\*([\d.]+) ×", cells)] for name, cells in rows}


def departures(said: Mapping[str, Sequence[float]], seen: Mapping[str, Sequence[float]]) -> list[str]:
    """Where a page and a run disagree by more than a factor of two, or on what was measured."""
    found = [f"only on one side: {name}" for name in sorted(said.keys() ^ seen.keys())]
    for name in sorted(said.keys() & seen.keys()):
        if not all(0.5 < old / new < 2 for old, new in zip(said[name], seen[name], strict=True)):
            found.append(f"{name}: the page says {said[name]}, this run {seen[name]}")
    return found


def measure(number: int, tools: Path, folder: Path) -> str:
    home = folder / "home"
    home.mkdir()
    times = Times(surroundings(home))
    taking_part = list(hooks(tools, folder))
    all_cases = list(cases(folder / "repositories"))
    leak = repository(folder / "leak", "a key", {"deploy/shop.env": f"REVONT_API_KEY={make_key('hook')}\n"})
    refused = {hook.name: times.run(hook, leak)[0] != 0 for hook in taking_part}
    wrong = [hook.name for hook in taking_part if refused[hook.name] == hook.floor and "own rules" not in hook.name]
    if wrong:
        raise SystemExit(f"not run right, a commit with a key went through: {', '.join(wrong)}")
    before = os.getloadavg()[0]
    times.rounds(number, taking_part, all_cases)
    low, high = (size // 1000 for size in BYTES)
    return TEXT.format(
        rounds=number,
        low=low,
        high=high,
        others=OTHERS,
        table=table(times, taking_part, all_cases, refused),
        versions=versions(taking_part),
        cores=os.cpu_count(),
        before=before,
        after=os.getloadavg()[0],
    )


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.hook", description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=15, help="counted runs of each tool in each case (default: 15)")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--output", type=Path, help="write the section into this page")
    where.add_argument("--check", type=Path, help="compare with the section of this page")
    parser.add_argument("--tools", type=Path, help="where the peers are installed, kept for the next run")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="hook-") as temporary:
        folder = Path(temporary)
        section = measure(chosen.rounds, (chosen.tools or folder / "tools").resolve(), folder)
    print(section, end="")
    if chosen.output:
        chosen.output.write_text(replaced(chosen.output.read_text("utf-8"), section), "utf-8")
    elif chosen.check:
        found = departures(ratios(chosen.check.read_text("utf-8")), ratios(section))
        print("\n".join((f"\nNot as {chosen.check} says:", *found)) if found else f"\nAs {chosen.check} says.")
        sys.exit(bool(found))


if __name__ == "__main__":
    main()
