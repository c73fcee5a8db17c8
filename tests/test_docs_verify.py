"""docs/verify.md, as a newcomer follows it: every command does what the page says, and the tables are complete."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from revont_guard import catalog
from revont_guard.cache import SECONDS
from revont_guard.commands.verify import verify
from revont_guard.model import Secret
from revont_guard.sandbox import Sandbox
from revont_guard.transport import Limits
from revont_guard.verify.exchange import LIMIT
from revont_guard.verify.probe import PATIENCE, REQUESTS
from tests.commands import run
from tests.docs import DOCS, commands
from tests.keys import make_key

PAGE = "verify.md"
TEXT = (DOCS / PAGE).read_text(encoding="utf-8")
WRITER, READER = make_key("docs of verify"), make_key("docs of verify, a reader")


@pytest.fixture
def sandbox(monkeypatch: pytest.MonkeyPatch) -> Iterator[Sandbox]:
    """The stand-in for the API, where the page has the API."""
    with Sandbox() as served:
        served.add(Secret(WRITER), "read-write")
        served.add(Secret(READER), "read-only")
        monkeypatch.setenv("REVONT_GUARD_API_URL", served.url)
        monkeypatch.setenv("REVONT_API_KEY", WRITER)
        monkeypatch.setenv("REVONT_READER", READER)
        yield served


def test_every_command_shows_what_the_page_says(sandbox: Sandbox, tmp_path: Path) -> None:
    typed = [command for command in commands(PAGE) if command.words[1] != "audit"]  # see test_audit_verify.py
    assert len(typed) == 3
    for command in typed:
        words, stdin = command.words, b""
        if "|" in words:
            words, stdin = words[words.index("|") + 1 :], WRITER.encode()
        outcome = run(*words[1:], cwd=tmp_path, stdin=stdin)
        assert outcome.code == 0
        assert command.shows(outcome.out), outcome.out
        assert WRITER not in outcome.out
    assert [(request.method, request.path) for request in sandbox.requests] == [("GET", "/v1/webhooks")] * 3


def test_job_of_the_page_fails_when_the_key_can_do_more(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REVONT_READER", WRITER)
    outcome = run(*next(command for command in commands(PAGE) if "--expect" in command.words).words[1:])
    assert outcome.code == 1
    assert "should be read-only" in outcome.out


def test_tables_and_figures_are_those_of_the_code() -> None:
    options = {option for parameter in verify.params for option in parameter.opts}
    assert set(re.findall(r"^\| `(--[a-z-]+)", TEXT, re.MULTILINE)) == options
    probe = catalog.vendor().probe
    assert f"One `{probe.method} {probe.path}`" in TEXT
    assert set(re.findall(r"^\| (\d{3}), ", TEXT, re.MULTILINE)) == {str(answer.status) for answer in probe.answers}
    assert LIMIT == 4 << 10 and "4 KiB" in TEXT
    assert f"within {Limits().total} seconds" in TEXT
    assert f"A run makes {REQUESTS} at the most" in TEXT
    assert (PATIENCE, SECONDS) == (10, 600) and "waits ten seconds" in TEXT and "last ten minutes" in TEXT
