"""`revont-guard scopes`: need, verdict, exit code; what was not understood is said, and no key is in sight."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.commands import Outcome, run
from tests.formats import validated
from tests.keys import make_key
from tests.servers import Server, answering, like_the_api

READS = """import os, requests

HEADERS = {"Authorization": "Bearer " + os.environ["REVONT_API_KEY"]}


def calls():
    return requests.get("https://api.revont.ai/v1/calls", headers=HEADERS).json()
"""
WRITES = (
    READS
    + """

def hook(url):
    requests.post("https://api.revont.ai/v1/webhooks", headers=HEADERS, json={"url": url})
"""
)
KEY = make_key("scopes")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "sync.py").write_text(READS)
    return folder


def told(folder: Path, *arguments: str) -> dict[str, Any]:
    report = validated(run("scopes", str(folder), "--format", "json", *arguments).out)
    [record] = report["keys"]
    assert isinstance(record, dict)
    return record


def test_need_without_a_grant_is_told_and_no_finding(project: Path) -> None:
    outcome = run("scopes", cwd=project)
    assert outcome.code == 0
    assert outcome.out.startswith(
        "needs read-only  Revont API key REVONT_API_KEY\n  reads GET /calls\n    sync.py:7:12\n"
    )
    record = told(project)
    assert (record["verdict"], record["grant"]["status"]) == ("not-checked", "not-checked")
    assert (record["need"]["scope"], record["need"]["confidence"]) == ("read-only", "proved")
    [call] = record["need"]["calls"]
    assert (call["method"], call["path"], call["scope"]) == ("GET", "/calls", "read-only")
    assert (call["via"], call["confidence"], call["context"]) == ("direct", "proved", "app")
    assert [(at["path"], at["line"]) for at in record["locations"]] == [("sync.py", 3)]


@pytest.mark.parametrize(
    ("code", "assumed", "verdict", "exit_code"),
    [
        (READS, "read-write", "over-scoped", 1),
        (READS, "read-only", "fits", 0),
        (WRITES, "read-write", "fits", 0),
        (WRITES, "read-only", "under-scoped", 1),
    ],
)
def test_assumed_grant_gives_the_verdict(project: Path, code: str, assumed: str, verdict: str, exit_code: int) -> None:
    (project / "sync.py").write_text(code)
    outcome = run("scopes", str(project), "--assume", assumed, "--format", "json")
    report = validated(outcome.out)
    assert (outcome.code, report["keys"][0]["verdict"]) == (exit_code, verdict)
    assert [finding["rule"] for finding in report["findings"]] == ([f"{verdict}-key"] if exit_code else [])
    assert report["keys"][0]["grant"]["source"] == "assumed"


def test_what_forces_read_write_is_named_with_its_place(project: Path) -> None:
    (project / "sync.py").write_text(WRITES)
    out = run("scopes", cwd=project).out
    assert "needs read-write for\n    POST /webhooks  sync.py:11:5\n" in out


def test_key_is_verified_by_name_with_one_request(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REVONT_API_KEY", KEY)
    with Server(like_the_api({KEY: "read-write"})) as server:
        arguments = ("--verify", "--env", "REVONT_API_KEY", "--yes", "--api-url", server.url)
        outcome = run("scopes", str(project), *arguments, "--format", "json")
        assert len(server.heads) == 1
    report = validated(outcome.out)
    assert (outcome.code, report["keys"][0]["verdict"], report["coverage"]["requests"]) == (1, "over-scoped", 1)
    assert report["keys"][0]["grant"]["inferred"] is True
    assert KEY not in outcome.out + outcome.err


def test_answer_that_tells_nothing_is_exit_code_3(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REVONT_API_KEY", KEY)
    with Server(answering(500, {})) as server:
        outcome = run("scopes", str(project), "--verify", "--env", "REVONT_API_KEY", "--yes", "--api-url", server.url)
    assert outcome.code == 3
    assert KEY not in outcome.out + outcome.err


def usage_error(*arguments: str) -> Outcome:
    outcome = run("scopes", *arguments)
    assert outcome.code == 2
    return outcome


def test_wrong_usage(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REVONT_API_KEY", KEY)
    usage_error(str(project / "nowhere"))
    assert "take one" in usage_error(str(project), "--assume", "read-only", "--verify", "--env", "REVONT_API_KEY").err
    assert "--env" in usage_error(str(project), "--verify").err
    assert "goes with --verify" in usage_error(str(project), "--env", "REVONT_API_KEY").err
    assert "--yes" in usage_error(str(project), "--verify", "--env", "REVONT_API_KEY").err


@pytest.mark.parametrize("name", ["worker.rs", "Sync.kt", "app.swift"])
def test_program_that_speaks_of_the_vendor_in_another_language_leaves_it_undetermined(project: Path, name: str) -> None:
    (project / name).write_text("// sends the revont key\n")
    record = told(project, "--assume", "read-write")
    assert record["verdict"] == "undetermined"
    assert record["need"]["scope"] is None
    assert [item["reason"] for item in record["need"]["unresolved"]] == [f"unsupported language {name}"]


def test_file_that_could_not_be_parsed_whole_leaves_it_undetermined(project: Path) -> None:
    (project / "sync.py").write_text(READS + "\ndef broken(:\n")
    assert told(project, "--assume", "read-write")["verdict"] == "undetermined"


def test_tree_without_the_vendor_has_no_keys(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("import requests\nrequests.get('https://example.org/calls')\n")
    outcome = run("scopes", str(tmp_path))
    assert outcome.code == 0
    assert outcome.out.startswith("No code in this tree uses a Revont key")


def test_literal_key_is_a_record_that_shows_no_key(tmp_path: Path) -> None:
    code = f'fetch("https://api.revont.ai/v1/calls", {{ headers: {{ Authorization: "Bearer {KEY}" }} }});\n'
    (tmp_path / "a.js").write_text(code)
    for format_ in ("text", "json", "sarif"):
        outcome = run("scopes", str(tmp_path), "--assume", "read-write", "--format", format_)
        assert outcome.code == 1
        assert KEY not in outcome.out
    [record] = validated(run("scopes", str(tmp_path), "--format", "json").out)["keys"]
    assert (record["names"], record["need"]["scope"]) == ([], "read-only")
    assert record["fingerprint"]


def test_key_in_the_place_of_a_name_is_not_shown(tmp_path: Path) -> None:
    code = f'import os, requests\nrequests.get("https://api.revont.ai/v1/calls", auth=os.environ["{KEY}"])\n'
    (tmp_path / f"{KEY}.py").write_text(code)
    for format_ in ("text", "json", "sarif"):
        assert KEY not in run("scopes", str(tmp_path), "--assume", "read-write", "--format", format_).out


def test_secret_of_the_ci_is_the_outermost_name(tmp_path: Path) -> None:
    (tmp_path / ".github" / "workflows").mkdir(parents=True)
    (tmp_path / ".github" / "workflows" / "ci.yml").write_text(
        "jobs:\n  a:\n    env:\n      REVONT_API_KEY: ${{ secrets.SALES_KEY }}\n"
        "    steps:\n      - run: python sync.py\n"
    )
    (tmp_path / "sync.py").write_text(READS)
    assert told(tmp_path)["names"] == ["secrets.SALES_KEY", "REVONT_API_KEY"]


def test_action_of_somebody_else_leaves_it_undetermined(tmp_path: Path) -> None:
    (tmp_path / ".github" / "workflows").mkdir(parents=True)
    step = "      - uses: acme/sync@v1\n        with: {token: '${{ secrets.REVONT_API_KEY }}'}\n"
    (tmp_path / ".github" / "workflows" / "ci.yml").write_text(f"jobs:\n  a:\n    steps:\n{step}")
    record = told(tmp_path, "--assume", "read-write")
    assert record["verdict"] == "undetermined"
    assert [item["reason"] for item in record["need"]["unresolved"]] == ["third-party action acme/sync@v1"]
