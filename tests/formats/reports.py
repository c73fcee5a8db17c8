"""A report that holds all that a report can hold, for the tests of every format."""

from __future__ import annotations

from dataclasses import replace

from revont_guard.model import (
    Coverage,
    Finding,
    Inner,
    Key,
    KeyKind,
    Location,
    Notice,
    Report,
    Secret,
    Severity,
    Skipped,
    SourceKind,
    Status,
    SuppressedBy,
    Suppression,
)
from tests.keys import make_key

KEY = make_key("formats")
IN_FILE = Location(SourceKind.WORKTREE, "src/50% a,b:c.env", line=3, column=5, end_column=37)
IN_HISTORY = Location(
    SourceKind.COMMIT,
    "lib/app.js.map",
    line=1,
    column=7,
    end_column=39,
    inner=(Inner("src/api.ts", 9, 4),),
    commit="1" * 40,
    object="2" * 40,
    author_date="2020-09-13T14:27:40+02:00",
    refs=("main", "v1"),
    at_tip=False,
)
ON_STDIN = Location(SourceKind.STDIN, None, line=2)
IN_MESSAGE = Location(SourceKind.MESSAGE, None, line=1, column=1, object="3" * 40)
HOSTILE = "a\x00b\x1b[2J\r\n::error::]](x){0}<&>\ud800\udcff\ufffe"
BLOCKING = Skipped("pack", "truncated", True)
BASELINE = Suppression(SuppressedBy.BASELINE)
INLINE = Suppression(SuppressedBy.INLINE, "for a test", "2030-01-31")


def finding(
    at: Location = IN_FILE,
    rule: str = "hardcoded-key",
    suppression: Suppression | None = None,
    message: str = "Said.",
) -> Finding:
    key = Key(Secret(KEY), KeyKind.API_KEY, "REVONT_API_KEY")
    return Finding(rule, Severity.HIGH, message, at, key, ("opaque",), "a" * 24, _status(suppression), suppression)


def _status(suppression: Suppression | None) -> Status:
    if suppression is None:
        return Status.NEW
    return Status.BASELINE if suppression.by is SuppressedBy.BASELINE else Status.SUPPRESSED


def report(*findings: Finding, skipped: tuple[Skipped, ...] = (), notices: tuple[Notice, ...] = ()) -> Report:
    return Report("audit", findings, (), notices, Coverage(files=3, bytes=2, skipped=skipped))


FULL = report(
    finding(),
    finding(),
    finding(IN_HISTORY, "key-in-history"),
    finding(ON_STDIN),
    finding(IN_MESSAGE),
    finding(suppression=BASELINE),
    finding(suppression=INLINE),
    finding(suppression=Suppression(SuppressedBy.DETECT_SECRETS)),
    finding(suppression=Suppression(SuppressedBy.CONFIG, HOSTILE, "2030-01-31")),
    finding(
        replace(IN_HISTORY, path=HOSTILE.replace("\ud800", ""), inner=(Inner(HOSTILE),), refs=(HOSTILE,)),
        message=HOSTILE,
    ),
    replace(finding(), key=None, evidence=(), severity=Severity.INFO),
    skipped=(BLOCKING, Skipped(HOSTILE, HOSTILE, False)),
    notices=(Notice("kind", HOSTILE), Notice("kind", "There.", replace(IN_FILE, path=HOSTILE.replace("\ud800", "")))),
)
