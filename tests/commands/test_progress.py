"""The progress line: on terminals only, gone at the end, and never in the way."""

from __future__ import annotations

import time
from contextlib import redirect_stderr

import pytest

from revont_guard.commands import progress
from revont_guard.commands.progress import Progress
from revont_guard.model import Tally
from tests.commands import Stream


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    for pause in ("_FIRST", "_EVERY"):
        monkeypatch.setattr(progress, pause, 0.01)


def until(shown: str, stream: Stream) -> bool:
    """Whether ``shown`` is written within ten seconds."""
    for _ in range(1000):
        if shown in stream.text:
            return True
        time.sleep(0.01)
    return False


def test_shows_the_tally_while_it_grows() -> None:
    tally = Tally(files=2, bytes=3000)
    with redirect_stderr(Stream(terminal=True)) as terminal, Progress() as line:
        line.watch("files", tally)
        assert until("Reading files: 2 files (3.0 kB)", terminal)
        tally.files = 7
        assert until("Reading files: 7 files (3.0 kB)", terminal)
        line.watch("history", Tally(commits=1, blobs=1, bytes=50))
        assert until("Reading history: 1 commit and 1 blob (50 bytes)", terminal)


def test_line_is_wiped_at_the_end_also_after_a_failure() -> None:
    with redirect_stderr(Stream(terminal=True)) as terminal, pytest.raises(RuntimeError), Progress() as line:
        line.watch("files", Tally())
        assert until("Reading", terminal)
        raise RuntimeError
    assert terminal.text.endswith("\r\x1b[K")


@pytest.mark.parametrize("wanted", [True, False])
def test_silent_without_a_terminal_or_when_unwanted(wanted: bool) -> None:
    with redirect_stderr(Stream(terminal=not wanted)) as stream, Progress(wanted=wanted) as line:
        line.watch("files", Tally())
        time.sleep(0.1)
    assert stream.text == ""


def test_short_run_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "_FIRST", 60)
    with redirect_stderr(Stream(terminal=True)) as terminal, Progress() as line:
        line.watch("files", Tally())
    assert "Reading" not in terminal.text
