"""Labelled projects: what their code calls with which key, and what is to be said of the key if it is read-write.

A comment with ``@@ KEY METHOD PATH`` stands on the line that names the endpoint; ``VERDICT`` has a line for each key.
Segments that are no names of resources count as ``{}``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from revont_guard import api
from revont_guard.model import Report, Scope

CORPUS = Path(__file__).parent / "corpus"
_LABEL = re.compile(r"@@ (\S+) ([A-Z]+) ([^\s`]+)")


@dataclass(frozen=True, order=True)
class Label:
    """A request that the code makes: where it is told, with which key."""

    file: str
    line: int
    key: str
    method: str
    path: str


@dataclass(frozen=True)
class Case:
    folder: Path
    labels: frozenset[Label]
    verdicts: dict[str, str]


def cases() -> list[Case]:
    return [_case(folder) for folder in sorted(CORPUS.iterdir()) if folder.is_dir()]


def _case(folder: Path) -> Case:
    labels = set()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name != "VERDICT":
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                name = path.relative_to(folder).as_posix()
                labels |= {Label(name, number, *told) for told in _LABEL.findall(line)}
    written = folder / "VERDICT"
    lines = written.read_text(encoding="utf-8").splitlines() if written.exists() else []
    return Case(folder, frozenset(labels), dict(line.split() for line in lines))


def analysed(case: Case) -> Report:
    return api.scopes(case.folder, assume=Scope.READ_WRITE)


def found(report: Report) -> set[Label]:
    """The requests of a report as labels."""
    return {
        Label(call.location.path or "", call.location.line or 0, record.names[-1], call.method, normal(call.path))
        for record in report.keys
        if record.names
        for call in record.need.calls
    }


def normal(path: str) -> str:
    first, *rest = path.strip("/").split("/")
    return "/" + "/".join([first, *("{}" for _ in rest)])
