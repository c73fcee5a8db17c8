"""`revont-guard audit --verify`: which of the keys found work; each is asked about once, with consent."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.commands import Outcome, run
from tests.formats import validated
from tests.keys import make_key
from tests.repos import Content, Link, Repo, Submodule
from tests.servers import Server, answering, like_the_api

LIVE, READER, DEAD, PAST, HOOK, WEAK = (make_key(f"audit verify {name}") for name in "lrdphw")
KEYS = (LIVE, READER, DEAD, PAST, HOOK, WEAK)
FILES: dict[str | bytes, Content | Link | Submodule | None] = {
    "live.env": f"REVONT_API_KEY={LIVE}\n",
    "reader.env": f"REVONT_READER_KEY={READER}\n",
    "dead.env": f"REVONT_OLD_KEY={DEAD}\n",
    "hook.env": f"REVONT_WEBHOOK_SECRET={HOOK}\n",
}


@pytest.fixture
def api() -> Iterator[Server]:
    with Server(like_the_api({LIVE: "read-write", READER: "read-only"})) as server:
        yield server


@pytest.fixture
def project(tmp_path: Path) -> Path:
    repository = Repo(tmp_path / "project")
    repository.commit({**FILES, "past.env": f"REVONT_PAST_KEY={PAST}\n"})
    repository.commit({"past.env": None})
    repository.checkout()
    return repository.path


def audit(server: Server, project: Path, *arguments: str, **options: Any) -> Outcome:
    outcome = run("audit", "--verify", "--api-url", server.url, *arguments, cwd=project, **options)
    for key in KEYS:
        assert key not in outcome.out + outcome.err
    return outcome


def audited(server: Server, project: Path, *arguments: str) -> dict[str, Any]:
    return validated(audit(server, project, "--yes", "--format", "json", *arguments).out)


def by_name(report: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {record["names"][0]: record for record in report["keys"]}


def test_severity_follows_what_the_vendor_says(api: Server, project: Path) -> None:
    report = audited(api, project)
    assert {(f["rule"], f["key"]["name"], f["severity"]) for f in report["findings"]} == {
        ("live-key", "REVONT_API_KEY", "critical"),
        ("live-key", "REVONT_READER_KEY", "critical"),
        ("hardcoded-key", "REVONT_API_KEY", "high"),
        ("hardcoded-key", "REVONT_READER_KEY", "high"),
        ("hardcoded-key", "REVONT_OLD_KEY", "low"),
        ("key-in-history", "REVONT_PAST_KEY", "low"),
        ("hardcoded-webhook-secret", "REVONT_WEBHOOK_SECRET", "high"),
    }
    assert report["coverage"]["complete"]
    grants = {name: (record["grant"]["status"], record["grant"]["scope"]) for name, record in by_name(report).items()}
    assert grants == {
        "REVONT_API_KEY": ("active", "read-write"),
        "REVONT_READER_KEY": ("active", "read-only"),
        "REVONT_OLD_KEY": ("inactive", None),
        "REVONT_PAST_KEY": ("inactive", None),
        "REVONT_WEBHOOK_SECRET": ("not-checked", None),
    }


def test_each_api_key_is_sent_once_and_nothing_else(api: Server, project: Path) -> None:
    report = audited(api, project)
    assert report["coverage"]["requests"] == len(api.heads) == 4
    assert all(head.startswith(b"GET /v1/webhooks ") for head in api.heads)
    assert HOOK.encode() not in api.seen


def test_nothing_is_sent_unless_asked_for(api: Server, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REVONT_GUARD_API_URL", api.url)
    report = validated(run("audit", "--format", "json", cwd=project).out)
    assert {record["grant"]["status"] for record in report["keys"]} == {"not-checked"}
    assert api.connections == 0


def test_without_a_terminal_it_needs_a_yes_before_anything_is_read(api: Server, project: Path) -> None:
    outcome = audit(api, project)
    assert (outcome.code, api.connections) == (2, 0)
    assert "--yes" in outcome.err


@pytest.mark.parametrize(("answer", "sent"), [(b"y\n", 4), (b"n\n", 0), (b"\n", 0)])
def test_on_a_terminal_it_asks_and_says_how_many_keys_go_where(
    api: Server, project: Path, monkeypatch: pytest.MonkeyPatch, answer: bytes, sent: int
) -> None:
    monkeypatch.setattr("tests.commands.Stream.isatty", lambda self: True)
    outcome = audit(api, project, "--format", "json", stdin=answer)
    assert "4 keys can be asked about: each is sent to 127.0.0.1" in outcome.err
    assert len(api.heads) == sent
    record = by_name(json.loads(outcome.out))["REVONT_API_KEY"]
    assert record["grant"]["status"] == ("active" if sent else "not-checked")
    assert sent or "did not agree" in record["grant"]["reason"]


def test_live_key_cannot_be_accepted(api: Server, project: Path) -> None:
    (project / "live.env").write_text(f"REVONT_API_KEY={LIVE}  # revont-guard: allow[hardcoded-key, live-key] known\n")
    run("baseline", "create", "--reason", "known", cwd=project)
    report = audited(api, project)
    status = {(f["rule"], f["key"]["name"]): f["status"] for f in report["findings"]}
    assert status["live-key", "REVONT_API_KEY"] == status["live-key", "REVONT_READER_KEY"] == "new"
    assert (status["hardcoded-key", "REVONT_API_KEY"], status["hardcoded-key", "REVONT_OLD_KEY"]) == (
        "suppressed",
        "baseline",
    )
    assert [notice["kind"] for notice in report["notices"]] == ["invalid-suppression"]


def test_configuration_that_allows_a_live_key_is_an_error(api: Server, project: Path) -> None:
    (project / ".revont-guard.toml").write_text('[[allow]]\nrules = ["live-key"]\npaths = ["*"]\nreason = "no"\n')
    outcome = audit(api, project, "--yes")
    assert (outcome.code, api.connections) == (2, 0)
    assert "nothing can allow this rule" in outcome.err


def test_configuration_that_allows_all_rules_allows_no_live_key(api: Server, project: Path) -> None:
    (project / ".revont-guard.toml").write_text('[[allow]]\npaths = ["*"]\nreason = "all"\n')
    report = audited(api, project)
    assert {f["rule"] for f in report["findings"] if f["status"] == "new"} == {"live-key"}


def test_answer_that_tells_nothing_leaves_the_audit_incomplete(project: Path) -> None:
    with Server(answering(503, {})) as server:
        outcome = audit(server, project, "--yes", "--format", "json")
    report = validated(outcome.out)
    assert outcome.code == 3
    assert {f["severity"] for f in report["findings"]} == {"high"}
    assert by_name(report)["REVONT_API_KEY"]["grant"]["status"] == "unknown"
    [first, *_] = [item for item in report["coverage"]["skipped"] if item["blocking"]]
    assert first["what"].startswith("the answer of the API about")


def test_key_on_weak_grounds_is_not_sent_and_does_not_block(api: Server, tmp_path: Path) -> None:
    repository = Repo(tmp_path / "weak")
    repository.commit({".revont-guard.names": "CALLS_PASS\n", "a.env": f"CALLS_PASS={WEAK}\n"})
    repository.checkout()
    report = audited(api, repository.path)
    [record] = report["keys"]
    assert (record["grant"]["status"], record["grant"]["source"]) == ("unknown", "policy")
    assert (report["coverage"]["complete"], api.connections) == (True, 0)


def test_text_tells_what_was_asked_and_what_to_do(api: Server, project: Path) -> None:
    out = audit(api, project, "--yes").out
    assert "active, read-write (inferred), because" in out
    assert f"4 requests to 127.0.0.1:{api.port}. Nothing was changed" in out
    assert "It opens nothing any more, and stands in the history alone" in out
    assert "What to do with each API key that is not dead:" in out


def test_markdown_tells_the_same(api: Server, project: Path) -> None:
    out = audit(api, project, "--yes", "--format", "markdown").out
    assert "4 requests to" in out
    assert "It opens nothing any more" in out


@pytest.mark.parametrize("option", ["--api-url=http://127.0.0.1:1/v1", "--proxy=http://127.0.0.1:1", "--cache"])
def test_options_about_asking_need_verify(project: Path, option: str) -> None:
    outcome = run("audit", option, cwd=project)
    assert outcome.code == 2
    assert "goes with --verify" in outcome.err


def test_answers_are_kept_only_where_that_is_wanted(
    api: Server, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("revont_guard.inquiry.folder", lambda: tmp_path / "cache")
    for _ in range(2):
        audited(api, project, "--cache")
    assert len(api.heads) == 4
    audited(api, project)
    assert len(api.heads) == 8
