"""How much each scanner finds of the labelled corpus, and what it reports besides.

    python -m benchmarks.recognition [AUTHOR ...] [--tools FOLDER]

Writes the cases of the authors (those held out, if none is named) to a temporary folder and lets each scanner read it:
ours as it is, each peer with the one rule for Revont in `rules/export/` that did best on the tuned
authors, everything else switched off. A positive counts as found when a finding stands on its line or holds its
value; every finding that does so for none is a false report. Kinds do not count, because the peers tell none.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from benchmarks.peers import (
    BETTERLEAKS,
    GITLEAKS,
    KINGFISHER,
    OWN,
    PATIENCE,
    ROOT,
    RULES,
    Scanner,
    install,
    surroundings,
)
from tests.corpus.cases import HELD_OUT, Case, Expected, cases

EXPORTED = ROOT / "rules" / "export"
PLUGINS = RULES / "recognition"
DETECT_SECRETS = Scanner("detect-secrets", None, "detect_secrets_revont.py")


@dataclass(frozen=True)
class Found:
    """A finding: the file, its lines, the value or the SHA-1 of it. Values are ours, made for the cases."""

    file: str
    first: int
    last: int
    value: str = ""
    sha1: str = ""

    def meets(self, expected: Expected) -> bool:
        if expected.value in self.value:
            return True
        if self.sha1 == hashlib.sha1(expected.value.encode(), usedforsecurity=False).hexdigest():
            return True
        return self.first <= expected.line <= self.last


@dataclass(frozen=True)
class Tool:
    """How a scanner reads a folder: its arguments, with {folder}, {report} and {rules} filled in, and its report."""

    scanner: Scanner
    arguments: Sequence[str]
    read: Callable[[Any], Iterator[Found]]
    module: str = ""
    """What Python runs, of a scanner that is installed here."""


def _own(report: Any) -> Iterator[Found]:
    for finding in report["findings"]:
        place = finding["location"]
        yield Found(place["path"], place["line"], place["line"])


def _gitleaks(report: Any) -> Iterator[Found]:
    for finding in report:
        yield Found(finding["File"], finding["StartLine"], finding["EndLine"], finding["Secret"])


def _betterleaks(report: Any) -> Iterator[Found]:
    for finding in report["findings"]:
        place = finding["location"]
        yield Found(place["path"], place["start_line"], place["end_line"], finding["match"]["value"])


def _kingfisher(report: Any) -> Iterator[Found]:
    for each in report["findings"]:
        finding = each["finding"]
        yield Found(finding["path"], finding["line"], finding["line"], finding["snippet"])


def _detect_secrets(report: Any) -> Iterator[Found]:
    for file, findings in report["results"].items():
        for finding in findings:
            if finding["type"] == "Revont rule":
                yield Found(file, finding["line_number"], finding["line_number"], sha1=finding["hashed_secret"])


TOOLS = (
    Tool(OWN, ("scan", "--format=json", "--output={report}", "{folder}"), _own, "revont_guard"),
    Tool(
        GITLEAKS,
        (
            *("dir", "--config={rules}", "--no-banner", "--ignore-gitleaks-allow", "--max-decode-depth=5"),
            *("-f=json", "-r={report}", "{folder}"),
        ),
        _gitleaks,
    ),
    Tool(
        BETTERLEAKS,
        ("filesystem", "--config={rules}", "--no-banner", "--no-allow-signatures", "--output={report}", "{folder}"),
        _betterleaks,
    ),
    Tool(
        KINGFISHER,
        (
            *("scan", "--no-validate", "--no-update-check", "--no-rule-cache", "--load-builtins=false"),
            *("--rules-path={rules}", "--confidence=low", "--no-limits", "--no-dedup", "--no-ignore"),
            *("--git-history=none", "--format=json", "--output={report}", "{folder}"),
        ),
        _kingfisher,
    ),
    Tool(
        DETECT_SECRETS,
        ("scan", "--all-files", "--no-verify", "-p={rules}", "{folder}"),
        _detect_secrets,
        "detect_secrets",
    ),
)


def written(folder: Path, authors: Sequence[str]) -> dict[str, Case]:
    """The cases by the folder that each is written to: its own, so that names and paths say what they did."""
    placed = {}
    for number, case in enumerate(cases(*authors)):
        file = folder / f"{number:04}" / case.path
        file.parent.mkdir(parents=True)
        file.write_bytes(case.text.encode())
        placed[f"{number:04}"] = case
    return placed


def run(tool: Tool, home: Path, program: Path | None, folder: Path) -> tuple[list[Found], float]:
    """The findings of ``tool`` in ``folder``, and the seconds that it took."""
    report = home / "report.json"
    words = {
        "folder": str(folder),
        "report": str(report),
        "rules": str((PLUGINS if tool.scanner is DETECT_SECRETS else EXPORTED) / tool.scanner.rules),
    }
    command = [argument.format(**words) for argument in tool.arguments]
    start = time.perf_counter()
    done = subprocess.run(
        [*([str(program)] if program else [sys.executable, "-m", tool.module]), *command],
        cwd=folder,
        env=surroundings(home) | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
        timeout=PATIENCE,
    )
    took = time.perf_counter() - start
    text = report.read_text() if report.exists() else done.stdout.decode()
    if not text:
        raise SystemExit(f"{tool.scanner.name} gave no report: {done.stderr.decode(errors='replace')[-500:]}")
    return list(tool.read(json.loads(text))), took


def scored(found: list[Found], placed: dict[str, Case], folder: Path) -> tuple[int, int, int]:
    """How many positives were found, how many there are, and how many findings are for none."""
    by_case: dict[str, list[Found]] = {}
    for finding in found:
        inside = os.path.relpath(folder / finding.file, folder)
        number, _, path = inside.partition(os.sep)
        by_case.setdefault(number, []).append(replace(finding, file=path))
    hit = positives = false = 0
    for number, case in placed.items():
        own = by_case.get(number, [])
        positives += len(case.expected)
        hit += sum(any(finding.meets(expected) for finding in own) for expected in case.expected)
        false += sum(not any(finding.meets(expected) for expected in case.expected) for finding in own)
    return hit, positives, false


def main() -> None:
    parser = argparse.ArgumentParser(description="How much each scanner finds of the labelled corpus.")
    parser.add_argument("authors", nargs="*", help="those held out, if none is named")
    parser.add_argument("--tools", type=Path, help="a folder to keep the peers in")
    asked = parser.parse_args()
    authors = asked.authors or HELD_OUT
    with tempfile.TemporaryDirectory() as scratch:
        folder, home = Path(scratch, "cases"), Path(scratch, "home")
        home.mkdir()
        placed = written(folder, authors)
        traps = sum(case.negatives for case in placed.values())
        print(f"{', '.join(authors)}: {len(placed)} files, {traps} labelled negatives\n")
        print("| scanner | found | false reports | of 100 findings true | seconds |\n|---|---|---|---|---|")
        for tool in TOOLS:
            program = install(tool.scanner, asked.tools or Path(scratch, "tools"))
            if not tool.module and program is None:
                print(f"| {tool.scanner.name} | could not be installed | | | |")
                continue
            (home / "report.json").unlink(missing_ok=True)
            found, took = run(tool, home, program, folder)
            hit, positives, false = scored(found, placed, folder)
            true = 100 * (len(found) - false) / (len(found) or 1)
            cells = (
                tool.scanner.name,
                f"{hit} of {positives} ({hit / positives:.2f})",
                false,
                f"{true:.0f}",
                f"{took:.1f}",
            )
            print(f"| {' | '.join(map(str, cells))} |")


if __name__ == "__main__":
    main()
