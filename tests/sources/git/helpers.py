"""What the tests of the git sources share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from revont_guard.model import Blob, Prefilter, Skipped, Source, SourceKind


def marked(data: bytes) -> bool:
    """A prefilter: the mark that tests put into what is to be found."""
    return b"revont" in data


def everything(data: bytes) -> bool:
    return True


def read(source: Source, prefilter: Prefilter = marked) -> tuple[list[Blob], list[Skipped]]:
    """All that ``source`` yields, sorted apart."""
    items = list(source.blobs(prefilter))
    return [item for item in items if isinstance(item, Blob)], [item for item in items if isinstance(item, Skipped)]


def contents(source: Source, prefilter: Prefilter = marked) -> set[bytes]:
    """The contents that ``source`` yields; that nothing was skipped is asserted."""
    blobs, skipped = read(source, prefilter)
    assert not skipped
    return {blob.data for blob in blobs}


def file_oids(blobs: list[Blob]) -> set[str]:
    """The objects among ``blobs`` that are contents of files."""
    return {blob.origin.object or "" for blob in blobs if blob.origin.source is SourceKind.UNREACHABLE}


def blocking(skipped: list[Skipped]) -> str:
    """The reasons of what had to be read and was not."""
    return "\n".join(f"{item.what}: {item.why}" for item in skipped if item.blocking)


def no_child_is_left() -> bool:
    """Whether every process that was started has ended and was waited for."""
    try:
        os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        return True
    return False


def fake_git(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a shell script in the place of git; in it ``$GIT`` is the real one."""
    from revont_guard.sources.git import process

    real = process.executable()
    folder.mkdir(exist_ok=True)
    fake = folder / "git"
    fake.write_text(f"#!/bin/sh\nGIT={real}\n{script}\n")
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder) + os.pathsep + os.environ["PATH"])


posix = pytest.mark.skipif(os.name == "nt", reason="needs a POSIX system")
