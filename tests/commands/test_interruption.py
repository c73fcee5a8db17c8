"""Ctrl-C in the middle of an audit: one clean line, no report, no process left behind."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.repos import Repo

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals and scripts as programs are POSIX")

_SLOW_GIT = """#!/bin/sh
case "$*" in
    *--batch-all-objects*) echo $$ > "$PID_FILE"; exec sleep 600 ;;
    *) exec "$REAL_GIT" "$@" ;;
esac
"""


def test_ctrl_c_ends_an_audit_and_its_git(tmp_path: Path) -> None:
    repository = Repo(tmp_path / "r")
    repository.commit({"a": "1"})
    program = tmp_path / "bin" / "git"
    program.parent.mkdir()
    program.write_text(_SLOW_GIT)
    program.chmod(0o755)
    pid_file = tmp_path / "pid"
    real = shutil.which("git")
    assert real is not None
    environment = os.environ | {
        "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}",
        "PID_FILE": str(pid_file),
        "REAL_GIT": real,
    }
    report = tmp_path / "report.json"
    arguments = ["-m", "revont_guard", "audit", str(repository.path), "--output", str(report)]
    with subprocess.Popen([sys.executable, *arguments], env=environment, stderr=subprocess.PIPE, text=True) as audit:
        deadline = time.monotonic() + 30
        while not (pid_file.exists() and pid_file.read_text().strip()) and time.monotonic() < deadline:
            time.sleep(0.02)
        audit.send_signal(signal.SIGINT)
        _, told = audit.communicate(timeout=30)
    assert audit.returncode == 130
    assert told.strip() == "Interrupted: nothing was reported."
    assert not report.exists()
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid_file.read_text()), 0)
