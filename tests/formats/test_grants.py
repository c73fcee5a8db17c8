"""What keys may do, in words: the scope is called inferred, and it is said what was asked of whom."""

from __future__ import annotations

from dataclasses import replace

from revont_guard.formats.grants import render
from revont_guard.model import (
    Coverage,
    Grant,
    GrantSource,
    GrantStatus,
    KeyKind,
    KeyRecord,
    Notice,
    Report,
    Scope,
    Secret,
)
from tests.formats.reports import HOSTILE
from tests.keys import make_key

SECRET = Secret(make_key("grants"))
READER = Grant(GrantStatus.ACTIVE, Scope.READ_ONLY, "it reads", GrantSource.PROBE, "api.example.org")


def report(*grants: Grant, requests: int = 1, names: tuple[str, ...] = ("A", "B"), told: str | None = None) -> Report:
    records = tuple(KeyRecord(SECRET, names, KeyKind.API_KEY, (), ("Do this.",), grant) for grant in grants)
    notices = (Notice("not-as-expected", told),) if told else ()
    return Report("verify", (), records, notices, Coverage(requests=requests))


def test_text_says_what_why_what_next_and_what_was_asked() -> None:
    assert render(report(READER)) == (
        f"active, read-only (inferred)  Revont API key A, B  {SECRET}\n"
        "  because it reads\n"
        "  → Do this.\n"
        "\n"
        "1 request to api.example.org. Nothing was changed, and nothing that came back was kept.\n"
    )


def test_scope_that_is_assumed_is_not_called_inferred() -> None:
    assumed = replace(READER, source=GrantSource.ASSUMED, inferred=False)
    assert render(report(assumed)).startswith("active, read-only  Revont")


def test_unknown_is_said_at_the_end_too() -> None:
    unknown = Grant(GrantStatus.UNKNOWN, None, "nobody answered", GrantSource.POLICY)
    lines = render(report(unknown, unknown, requests=0)).splitlines()
    assert lines[0].startswith("unknown  Revont API key")
    assert lines[-2].startswith("No request was made.")
    assert lines[-1] == "Not known of 2 keys."


def test_answers_of_before_are_counted() -> None:
    assert "No request was made; 1 answer from the cache." in render(
        report(replace(READER, source=GrantSource.CACHE), requests=0)
    )


def test_what_is_not_as_expected_is_said() -> None:
    assert "Not as expected: A is active" in render(report(READER, told="A is active, and should be inactive"))


def test_nothing_drives_the_terminal() -> None:
    for color in (False, True):
        text = render(
            report(replace(READER, reason=HOSTILE, host=HOSTILE), names=(HOSTILE,), told=HOSTILE), color=color
        )
        assert "\x1b[2J" not in text
        assert "\x00" not in text
        assert ("\x1b[1m" in text) is color
        assert SECRET.reveal() not in text
