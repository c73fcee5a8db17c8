"""The functions that others build upon: their arguments, what they give, what they raise."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path

import pytest

from revont_guard import api
from revont_guard.errors import ConfigError, ExitCode, GitError, GuardError, OutputError, UsageError
from revont_guard.model import KeyKind, Report, SourceKind, Tally
from tests.keys import make_key
from tests.repos import Repo

KEY = make_key("api")
LEAK = f"REVONT_API_KEY={KEY}\n"


def found(report: Report) -> list[tuple[str, str | None]]:
    return [(finding.rule, finding.location.path) for finding in report.findings]


@pytest.fixture
def repository(tmp_path: Path) -> Repo:
    """A key in the first commit only, another in the second only, and nothing at hand."""
    repository = Repo(tmp_path / "r")
    repository.commit({"one.env": LEAK, "a.txt": "a"})
    repository.commit({"one.env": None, "two.env": f"REVONT_TOKEN={make_key('two')}\n"})
    repository.commit({"two.env": None})
    return repository.checkout()


# -- scan -----------------------------------------------------------------------------------------------------------


def test_scan_gives_findings_keys_and_coverage(tmp_path: Path) -> None:
    (tmp_path / "a.env").write_text(LEAK)
    (tmp_path / "b.txt").write_text("nothing")
    report = api.scan([tmp_path])
    [finding] = report.findings
    assert (report.command, finding.rule, finding.status) == ("scan", "hardcoded-key", "new")
    assert (finding.location.path, finding.location.line, finding.location.column) == ("a.env", 1, 16)
    assert finding.location.end_column == 16 + len(KEY)
    assert finding.key is not None
    assert (finding.key.kind, finding.key.name) == (KeyKind.API_KEY, "REVONT_API_KEY")
    assert finding.key.secret.reveal() == KEY
    assert [record.secret for record in report.keys] == [finding.key.secret]
    assert (report.coverage.files, report.coverage.bytes) == (2, len(LEAK) + 7)
    assert report.coverage.complete


def test_scan_takes_relative_paths_from_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.env").write_text(LEAK)
    monkeypatch.chdir(tmp_path)
    assert found(api.scan([Path("deep/a.env")])) == [("hardcoded-key", "deep/a.env")]
    assert found(api.scan([tmp_path / "deep" / "a.env"], cwd=tmp_path / "deep")) == [("hardcoded-key", "a.env")]


def test_scan_reads_a_stream_under_its_name() -> None:
    [finding] = api.scan([], stdin=BytesIO(LEAK.encode()), stdin_name="Dockerfile").findings
    assert (finding.rule, finding.location.source, finding.location.path) == (
        "key-in-image",
        SourceKind.STDIN,
        "Dockerfile",
    )


def test_scan_of_nothing_has_read_nothing() -> None:
    report = api.scan([])
    assert (report.findings, report.keys, report.coverage.files) == ((), (), 0)


def test_scan_of_an_unknown_path_is_a_usage_error_before_anything_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.env").write_text(LEAK)
    watched: list[str] = []
    with pytest.raises(UsageError, match="nowhere"):
        api.scan([tmp_path / "a.env", tmp_path / "nowhere"], watch=lambda what, _: watched.append(what))
    assert watched == []


def test_watch_is_told_of_each_source_and_its_growing_tally(repository: Repo) -> None:
    watched: dict[str, Tally] = {}
    report = api.audit([repository.path], watch=watched.__setitem__)
    assert watched.keys() == {"code", "files", "history"}
    assert watched["files"].files == report.coverage.files == 1
    assert watched["history"].commits == report.coverage.commits == 3


# -- audit ----------------------------------------------------------------------------------------------------------


def test_audit_reads_files_and_history(repository: Repo) -> None:
    repository.write({"three.env": f"REVONT_TOKEN={make_key('three')}\n"})
    report = api.audit([repository.path])
    assert report.command == "audit"
    assert sorted(found(report)) == [
        ("hardcoded-key", "three.env"),
        ("key-in-history", "one.env"),
        ("key-in-history", "two.env"),
    ]


def test_audit_without_history_reads_files_alone(repository: Repo, tmp_path: Path) -> None:
    assert api.audit([repository.path], history=False).findings == ()
    (tmp_path / "plain").mkdir()
    (tmp_path / "plain" / "a.env").write_text(LEAK)
    assert found(api.audit([tmp_path / "plain"], history=False)) == [("hardcoded-key", "a.env")]


def test_audit_since_a_revision_reads_what_is_new(repository: Repo) -> None:
    assert found(api.audit([repository.path], since="main~2")) == [("key-in-history", "two.env")]
    assert found(api.audit([repository.path], since="main")) == []


def test_audit_joins_repositories_by_key(tmp_path: Path) -> None:
    for name in ("one", "two"):
        Repo(tmp_path / name).stage({"a.env": LEAK})
    report = api.audit([tmp_path / "one", tmp_path / "two"])
    assert found(report) == [("hardcoded-key", "one/a.env"), ("hardcoded-key", "two/a.env")]
    [record] = report.keys
    places = {at.path for at in record.locations if at.source is SourceKind.WORKTREE}
    assert places == {"one/a.env", "two/a.env"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are of Unix")
def test_audit_tells_in_which_repository_something_was_not_read(tmp_path: Path) -> None:
    for name in ("one", "two"):
        os.mkfifo(Repo(tmp_path / name).path / "pipe")
    report = api.audit([tmp_path / "one", tmp_path / "two"], history=False)
    assert [item.what for item in report.coverage.skipped] == ["one/pipe", "two/pipe"]


def test_audit_of_the_current_folder_and_another_names_both(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("one", "two"):
        Repo(tmp_path / name).stage({"a.env": LEAK})
    monkeypatch.chdir(tmp_path / "one")
    report = api.audit([Path("."), Path("../two")])
    assert {path for _, path in found(report)} == {"one/a.env", "two/a.env"}


def test_audit_raises_what_the_user_can_mend(repository: Repo, tmp_path: Path) -> None:
    (tmp_path / "plain").mkdir()
    with pytest.raises(GitError, match="not in a git repository"):
        api.audit([tmp_path / "plain"])
    with pytest.raises(UsageError, match="no such file"):
        api.audit([tmp_path / "nowhere"])
    with pytest.raises(UsageError, match="unknown revision"):
        api.audit([repository.path], since="nowhere")


# -- explain and the rules ------------------------------------------------------------------------------------------


def test_explain_gives_candidates_reported_or_not(tmp_path: Path) -> None:
    path = tmp_path / "a.env"
    path.write_text(f"\nREVONT_API_KEY={KEY}\nBUILD={make_key('build')}\n")
    [match], threshold = (
        [match for match in api.explain(path, 2)[0] if match.key.secret.reveal() == KEY],
        api.explain(path, 2)[1],
    )
    assert match.reported
    assert match.score >= threshold
    assert (match.line, match.column) == (2, 16)
    assert not any(match.reported for match in api.explain(path, 3)[0])
    with pytest.raises(UsageError, match="no line 4"):
        api.explain(path, 4)


def test_explain_of_an_unreadable_file_is_a_usage_error(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(UsageError, match=r"is no file|no such file"):
            api.explain(path, 1)


def test_rules_do_what_their_examples_say() -> None:
    assert api.check_rules() == []


# -- errors ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (GuardError, ExitCode.INCOMPLETE),
        (GitError, ExitCode.INCOMPLETE),
        (OutputError, ExitCode.INCOMPLETE),
        (UsageError, ExitCode.USAGE),
        (ConfigError, ExitCode.USAGE),
    ],
)
def test_every_error_knows_its_exit_code(error: type[GuardError], code: ExitCode) -> None:
    assert error("text").exit_code is code
