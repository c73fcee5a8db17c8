"""The progress line: on terminals only, gone at the end, and never in the way."""

from __future__ import annotations

import sys
import time

import pytest

from revont_guard.commands import progress
from revont_guard.commands.progress import Progress
from revont_guard.model import Tally
from tests.commands import Stream


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Stream:
    monkeypatch.setattr(progress, "_FIRST", 0.01)
    monkeypatch.setattr(progress, "_EVERY", 0.01)
    stream = Stream(terminal=True)
    monkeypatch.setattr(sys, "stderr", stream)
    return stream


def until(shown: str, stream: Stream) -> bool:
    """Whether ``shown`` is written within ten seconds."""
    for _ in range(1000):
        if shown in stream.text:
            return True
        time.sleep(0.01)
    return False


def test_shows_the_tally_while_it_grows(terminal: Stream) -> None:
    tally = Tally(files=2, bytes=3000)
    with Progress() as line:
        line.watch("files", tally)
        assert until("Reading files: 2 files (3.0 kB)", terminal)
        tally.files = 7
        assert until("Reading files: 7 files (3.0 kB)", terminal)
        line.watch("history", Tally(commits=1, blobs=1, bytes=5))
        assert until("Reading history: 1 commit and 1 blob (5 bytes)", terminal)


def test_line_is_wiped_at_the_end_also_after_a_failure(terminal: Stream) -> None:
    with pytest.raises(RuntimeError), Progress() as line:
        line.watch("files", Tally())
        assert until("Reading", terminal)
        raise RuntimeError
    assert terminal.text.endswith("\r\x1b[K")


@pytest.mark.parametrize("wanted", [True, False])
def test_silent_without_a_terminal_or_when_unwanted(wanted: bool, terminal: Stream) -> None:
    stream = Stream(terminal=not wanted)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stderr", stream)
        with Progress(wanted=wanted) as line:
            line.watch("files", Tally())
            time.sleep(0.1)
    assert stream.text == ""


def test_short_run_shows_nothing_but_the_wiping(terminal: Stream, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "_FIRST", 60)
    with Progress() as line:
        line.watch("files", Tally())
    assert "Reading" not in terminal.text
