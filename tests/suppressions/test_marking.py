"""Which findings are accepted, by what, and when a person is told that something accepts nothing."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from revont_guard import api
from revont_guard.model import Location, Report, Status
from revont_guard.project import Options
from revont_guard.suppressions import baseline, secrets_baseline
from revont_guard.suppressions.marking import Accepted, mark
from tests.commands import run
from tests.formats import validated
from tests.keys import make_key
from tests.repos import Repo

KEY = make_key("marking")
LEAK = f"REVONT_API_KEY={KEY}"
TODAY = datetime.datetime.now(datetime.UTC).date()
TOMORROW, YESTERDAY = (str(TODAY + datetime.timedelta(days=days)) for days in (1, -1))
ALLOW = "# revont-guard: allow[hardcoded-key]"
FULL = "# revont-guard: allow[hardcoded-key, key-in-history]"
NO_SUPPRESSIONS = Options(suppressions=False)


def inline(text: str = "inline") -> str:
    return f"{LEAK}  {ALLOW} {text}\n"


def create(folder: Path, reason: str | None = "baseline", until: str | None = None, *, history: bool = True) -> Path:
    done = api.accept(folder, "create", reason=reason, until=until, history=history)
    done.path.write_text(done.text)
    return done.path


def detect_secrets(folder: Path, path: str = "a.env") -> None:
    results = {path: [{"hashed_secret": hashlib.sha1(KEY.encode()).hexdigest()}]}
    (folder / secrets_baseline.FILE).write_text(json.dumps({"results": results}))


def configured(folder: Path, *lines: str, reason: str = "config", paths: str = '["a.env"]') -> None:
    text = f'[[allow]]\npaths = {paths}\nreason = "{reason}"\n' + "".join(f"{line}\n" for line in lines)
    (folder / ".revont-guard.toml").write_text(text)


def by(report: Report) -> list[str | None]:
    """What accepted each finding."""
    return [finding.suppression.by.value if finding.suppression else None for finding in report.findings]


FILES: dict[str, Callable[[Path], object]] = {
    "baseline": create,
    "config": configured,
    "detect-secrets": detect_secrets,
}


def told(report: Report) -> list[tuple[str, int | None]]:
    return [(notice.kind, notice.location.line if notice.location else None) for notice in report.notices]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "project"
    path.mkdir()
    (path / "a.env").write_text(f"{LEAK}\n")
    return path


# -- by what ----------------------------------------------------------------------------------------------------------


def test_finding_carries_who_accepted_it_why_and_until_when(folder: Path) -> None:
    (folder / "a.env").write_text(f"{LEAK}  {ALLOW} a test (until {TOMORROW})\n")
    [finding] = api.scan([folder]).findings
    assert finding.suppression is not None
    assert (finding.status, finding.suppression.reason, finding.suppression.expires) == (
        Status.SUPPRESSED,
        "a test",
        TOMORROW,
    )


def test_order_is_inline_configuration_baseline_detect_secrets(folder: Path) -> None:
    """The nearest comes first; each counts where those before it do not."""
    detect_secrets(folder)
    assert by(api.scan([folder])) == ["detect-secrets"]
    (folder / secrets_baseline.FILE).unlink()
    create(folder)
    detect_secrets(folder)
    assert by(api.scan([folder])) == ["baseline"]
    configured(folder)
    assert by(api.scan([folder])) == ["config"]
    (folder / "a.env").write_text(inline())
    assert by(api.scan([folder])) == ["inline"]


def test_expired_one_leaves_the_word_to_the_next(folder: Path) -> None:
    create(folder)
    (folder / "a.env").write_text(inline(f"once (until {YESTERDAY})"))
    assert by(api.scan([folder])) == ["baseline"]


@pytest.mark.parametrize(("until", "status"), [(TOMORROW, "new"), (str(TODAY), "new"), (YESTERDAY, "expired")])
@pytest.mark.parametrize("how", ["inline", "baseline", "config"])
def test_the_day_itself_still_counts(how: str, until: str, status: str, folder: Path) -> None:
    if how == "inline":
        (folder / "a.env").write_text(inline(f"(until {until})"))
    elif how == "baseline":
        create(folder, until=until)
    else:
        configured(folder, f"until = {until}")
    report = api.scan([folder])
    if status == "expired":
        assert by(report) == [None]
        assert told(report) == [("expired-suppression", 1)]
        assert f"until {until}" in report.notices[0].message
    else:
        assert by(report) == [how]
        assert told(report) == []


def test_day_is_the_one_of_the_run(folder: Path) -> None:
    (folder / "a.env").write_text(inline("(until 2026-12-31)"))
    report = api.scan([folder], options=NO_SUPPRESSIONS)
    for day, accepted in ((datetime.date(2026, 12, 31), ["inline"]), (datetime.date(2027, 1, 1), [None])):
        assert by(mark(report, [Accepted()], today=day)) == accepted


@pytest.mark.parametrize(
    ("rules", "accepted"),
    [
        ("hardcoded-key", True),
        ("key-in-bundle, hardcoded-key", True),
        ("key-in-bundle", False),
        ("hardcoded_key", False),
        ("Hardcoded-Key", False),
        ("hardcoded-*", False),
        ("*", False),
        ("", False),
    ],
)
def test_comment_is_about_the_rules_that_it_names(rules: str, accepted: bool, folder: Path) -> None:
    (folder / "a.env").write_text(f"{LEAK}  # revont-guard: allow[{rules}] reason\n")
    assert by(api.scan([folder])) == (["inline"] if accepted else [None])


def test_comment_above_and_pragma_of_the_other_tool(folder: Path) -> None:
    (folder / "a.env").write_text(f"{ALLOW}\n{LEAK}\n")
    assert by(api.scan([folder])) == ["inline"]
    (folder / "a.env").write_text(f"{LEAK}  # pragma: allowlist secret\n")
    assert by(api.scan([folder])) == ["inline"]
    (folder / "a.env").write_text(f"# pragma: allowlist nextline secret\n{LEAK}\n")
    assert by(api.scan([folder])) == ["inline"]


def test_comment_is_about_its_line_alone(folder: Path) -> None:
    other = make_key("marking, another")
    (folder / "a.env").write_text(f"{inline()}REVONT_TOKEN={other}\n\n{ALLOW}\n\nREVONT_SECRET={other}\n")
    assert by(api.scan([folder])) == ["inline", None, None]


def test_configuration_can_name_paths_keys_and_rules(folder: Path) -> None:
    [finding] = api.scan([folder]).findings
    assert finding.key is not None
    key = finding.key.secret.fingerprint
    (folder / "b.env").write_text(f"{LEAK}\n")
    for paths, keys, rules, accepted in (
        ("['a.env']", None, None, ["config", None]),
        ("['*.env']", None, None, ["config", "config"]),
        (None, f"['{key}']", None, ["config", "config"]),
        ("['b.env']", f"['{key}']", None, [None, "config"]),
        ("['*.env']", f"['{'0' * 24}']", None, [None, None]),
        ("['*.env']", None, "['hardcoded-key']", ["config", "config"]),
        ("['*.env']", None, "['key-in-bundle']", [None, None]),
    ):
        given = {"paths": paths, "keys": keys, "rules": rules, "reason": "'a test'"}
        text = "[[allow]]\n" + "".join(f"{name} = {value}\n" for name, value in given.items() if value)
        (folder / ".revont-guard.toml").write_text(text)
        assert by(api.scan([folder])) == accepted, text


def test_comments_count_in_the_version_that_is_staged(tmp_path: Path) -> None:
    repository = Repo(tmp_path / "r").stage({"a.env": inline()})
    repository.write({"a.env": f"{LEAK}\n"})
    assert by(api.scan([repository.path / "a.env"])) == ["inline"]
    repository.stage({"a.env": f"{LEAK}\n"})
    repository.write({"a.env": inline()})
    assert by(api.scan([], staged=True, cwd=repository.path)) == [None]


# -- where the history is read ----------------------------------------------------------------------------------------


def accept_in_file(repository: Repo, how: str) -> Options:
    """Accepts the key in ``a.env`` as a rule of files, and commits that."""
    repository.commit({"a.env": inline() if how == "inline" else f"{LEAK}\n"})
    repository.checkout()
    if how == "baseline":
        create(repository.path)
    elif how == "config":
        configured(repository.path, 'rules = ["hardcoded-key"]')
    elif how == "detect-secrets":
        detect_secrets(repository.path)
    repository.git("add", "--all")
    repository.git("commit", "--quiet", "--allow-empty", "-m", "accepted")
    return Options()


WAYS = ["inline", "baseline", "config", "detect-secrets"]


@pytest.mark.parametrize("how", WAYS)
def test_what_was_accepted_in_the_file_may_be_pushed(how: str, tmp_path: Path) -> None:
    repository = Repo(tmp_path / "r")
    accept_in_file(repository, how)
    report = api.audit([repository.path], outgoing=api.Outgoing())
    assert [finding.rule for finding in report.findings] == ["key-in-history"]
    assert by(report) == [how]
    assert report.notices == ()


def test_comment_counts_in_a_bare_repository(tmp_path: Path) -> None:
    repository = Repo(tmp_path / "r")
    accept_in_file(repository, "inline")
    assert by(api.audit([repository.clone(tmp_path / "bare.git", "--bare")])) == ["inline"]


def test_files_that_are_named_count_in_a_bare_repository(tmp_path: Path) -> None:
    repository = Repo(tmp_path / "r")
    accept_in_file(repository, "baseline")
    bare = repository.clone(tmp_path / "bare.git", "--bare")
    assert by(api.audit([bare])) == [None]
    assert by(api.audit([bare], options=Options(baseline=repository.path / baseline.FILE))) == ["baseline"]
    configured(tmp_path)
    assert by(api.audit([bare], options=Options(config=tmp_path / ".revont-guard.toml"))) == ["config"]


def test_each_repository_decides_for_itself(tmp_path: Path) -> None:
    """A bare one beside one with files: what its comments say counts as when it is alone."""
    one, other = Repo(tmp_path / "one"), Repo(tmp_path / "other")
    accept_in_file(one, "inline")
    bare = one.clone(tmp_path / "bare.git", "--bare")
    other.commit({"b.txt": "b"})
    assert by(api.audit([bare, other.checkout().path])) == ["inline"]


def test_key_that_left_its_file_is_a_finding_of_its_own(tmp_path: Path) -> None:
    """Accepted in the file is not accepted in the history, unless both rules are named."""
    for rules, accepted in ((ALLOW, [None]), (FULL, ["inline"])):
        repository = Repo(tmp_path / str(len(rules)))
        repository.commit({"a.env": f"{LEAK}  {rules}\n"})
        repository.commit({"a.env": None})
        assert by(api.audit([repository.checkout().path])) == accepted


# -- notices ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (f"REVONT_X=1  {ALLOW}\n", [("unused-suppression", 1)]),
        (f"{ALLOW}\n\n{LEAK}\n", [("unused-suppression", 1)]),
        (f"{LEAK}  # revont-guard: allow[key-in-bundle]\n", [("unused-suppression", 1)]),
        (f"{LEAK}  # revont-guard: allow[hardcoded-kee]\n", [("unknown-rule", 1)]),
        (f"{LEAK}  # revont-guard: allow[hardcoded-key, x]\n", [("unknown-rule", 1)]),
        (f"{LEAK}  # revont-guard: allow\n", [("unknown-rule", 1)]),
        (f"{LEAK}  {ALLOW} (until soon)\n", [("invalid-suppression", 1)]),
        (f"{LEAK}  {ALLOW} (until 2026-02-30)\n", [("invalid-suppression", 1)]),
        (f"{LEAK}  {ALLOW} (until {YESTERDAY})\n", [("expired-suppression", 1)]),
        (f"{ALLOW}\n{ALLOW}\n{LEAK}\n", []),
        (f"{LEAK}  # pragma: allowlist secret\nREVONT_X=1  # pragma: allowlist secret\n", []),
        (inline(), []),
    ],
)
def test_comment_that_does_nothing_is_told_where_it_stands(
    text: str, kinds: list[tuple[str, int]], folder: Path
) -> None:
    (folder / "a.env").write_text(text)
    report = api.scan([folder])
    assert told(report) == kinds
    assert all(notice.location and notice.location.path == "a.env" for notice in report.notices)


def test_unknown_rule_is_told_with_the_one_that_was_meant(folder: Path) -> None:
    (folder / "a.env").write_text(f"{LEAK}  # revont-guard: allow[hardcoded-kee]\n")
    assert "did you mean 'hardcoded-key'?" in api.scan([folder]).notices[0].message


def test_comments_of_the_history_are_no_ones_to_mend(tmp_path: Path) -> None:
    repository = Repo(tmp_path / "r")
    repository.commit({"a.env": f"REVONT_X=1  {ALLOW}\n{LEAK}  # revont-guard: allow[x]\n"})
    repository.commit({"a.env": None})
    assert told(api.audit([repository.checkout().path])) == []


@pytest.fixture
def stale(tmp_path: Path) -> Repo:
    """Entries for a file and for the history that accept nothing any more, and an [[allow]] that does not, either."""
    repository = Repo(tmp_path / "r")
    repository.stage({"a.env": f"{LEAK}\n", "b.txt": "b", "sub/c.txt": "c"})
    path = create(repository.path)
    gone = baseline.Entry("0" * 24, "key-in-history", "old.env")
    path.write_text(baseline.dump({**baseline.load(path), gone.fingerprint: gone}))
    configured(repository.path, paths='["nowhere/"]')
    repository.stage({"a.env": "REVONT_API_KEY=\n"})
    repository.commit({"b.txt": "b"})
    return repository


def test_entries_that_accept_nothing_are_told_when_all_was_read(stale: Repo) -> None:
    messages = [notice.message for notice in api.audit([stale.path]).notices]
    assert len(messages) == 3
    assert "hardcoded-key in a.env" in messages[0] and "`revont-guard baseline prune`" in messages[0]
    assert "key-in-history in old.env" in messages[1]
    assert "[[allow]]" in messages[2] and "(config)" in messages[2]


PARTIAL: dict[str, tuple[Callable[[Path], Report], int]] = {
    "all files": (lambda path: api.scan([path]), 1),
    "audit without history": (lambda path: api.audit([path], history=False), 1),
    "a part of the history": (lambda path: api.audit([path], since="HEAD"), 1),
    "a file": (lambda path: api.scan([path / "b.txt"]), 0),
    "every file by name": (lambda path: api.scan([path / "a.env", path / "b.txt", path / "sub" / "c.txt"]), 0),
    "a folder inside": (lambda path: api.scan([path / "sub"]), 0),
    "the top and a folder inside": (lambda path: api.scan([path, path / "sub"]), 0),
    "what is staged": (lambda path: api.scan([], staged=True, cwd=path), 0),
    "what would be pushed": (lambda path: api.audit([path], outgoing=api.Outgoing()), 0),
    "without suppressions": (lambda path: api.audit([path], options=NO_SUPPRESSIONS), 0),
}


@pytest.mark.parametrize("part", PARTIAL)
def test_entries_are_not_called_useless_by_who_has_not_read_all(part: str, stale: Repo) -> None:
    read, notices = PARTIAL[part]
    assert len(told(read(stale.path))) == notices


def test_entries_are_not_called_useless_by_an_incomplete_run(stale: Repo, tmp_path: Path) -> None:
    stale.checkout()
    create_again = (stale.path / "old.bin", (64 << 20) + 1)
    create_again[0].touch()
    with create_again[0].open("r+b") as file:
        file.truncate(create_again[1])
    report = api.audit([stale.path])
    assert not report.coverage.complete
    assert told(report) == []


def test_folder_without_git_has_no_history_to_miss(folder: Path) -> None:
    create(folder)
    configured(folder, paths='["nowhere/"]')
    (folder / "a.env").write_text("")
    assert [kind for kind, _ in told(api.scan([folder]))] == ["unused-suppression"] * 2


def test_bare_repository_cannot_tell_of_files_that_git_does_not_track(tmp_path: Path) -> None:
    """A key in a file that was never committed is not there for who reads the history alone."""
    repository = Repo(tmp_path / "r")
    repository.commit({"b.txt": "b"})
    repository.checkout().write({"a.env": f"{LEAK}\n"})
    path = create(repository.path)
    bare = repository.clone(tmp_path / "bare.git", "--bare")
    assert told(api.audit([bare], options=Options(baseline=path))) == []


# -- --no-suppressions ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("how", [*WAYS, "pragma", "exclude"])
def test_no_suppressions_ignores_all(how: str, folder: Path) -> None:
    if how == "inline":
        (folder / "a.env").write_text(f"{inline()}REVONT_X=1 {ALLOW}\n")
    elif how == "pragma":
        (folder / "a.env").write_text(f"{LEAK}  # pragma: allowlist secret\n")
    elif how == "exclude":
        (folder / ".revont-guard.toml").write_text("[[exclude]]\npaths = ['a.env']\nreason = 'x'\n")
    else:
        FILES[how](folder)
    assert run("scan", cwd=folder).code == 0
    outcome = run("scan", "--no-suppressions", "--format", "json", cwd=folder)
    report = validated(outcome.out)
    assert outcome.code == 1
    assert [(one["status"], one["suppression"]) for one in report["findings"]] == [("new", None)]
    assert (report["notices"], report["coverage"]["skipped"]) == ([], [])


def test_no_suppressions_ignores_what_does_not_fail(folder: Path) -> None:
    (folder / ".revont-guard.toml").write_text('fail-on = "critical"\n')
    assert run("scan", cwd=folder).code == 0
    assert run("scan", "--no-suppressions", cwd=folder).code == 1


def test_no_suppressions_beats_a_named_baseline(folder: Path, tmp_path: Path) -> None:
    create(folder).rename(tmp_path / "elsewhere.json")
    named = ("--baseline", tmp_path / "elsewhere.json")
    assert run("scan", *named, cwd=folder).code == 0
    assert run("scan", *named, "--no-suppressions", cwd=folder).code == 1


# -- counted, and without a key ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("how", [*WAYS, "pragma"])
def test_what_is_accepted_is_in_the_report_all_the_same(how: str, folder: Path) -> None:
    if how in ("inline", "pragma"):
        (folder / "a.env").write_text(inline() if how == "inline" else f"{LEAK}  # pragma: allowlist secret\n")
    else:
        FILES[how](folder)
    outcome = run("scan", "--format", "json", cwd=folder)
    report = validated(outcome.out)
    [finding] = report["findings"]
    assert outcome.code == 0
    assert len(report["keys"]) == 1
    assert finding["status"] == ("baseline" if how == "baseline" else "suppressed")
    assert finding["suppression"] == {
        "by": "inline" if how == "pragma" else how,
        "reason": how if how in ("inline", "baseline", "config") else None,
        "expires": None,
    }
    assert "1 accepted" in run("scan", cwd=folder).out or "suppressed" in run("scan", cwd=folder).out


def test_reason_for_which_a_key_was_given_is_masked(folder: Path) -> None:
    other = make_key("marking, in a reason")
    for how in ("inline", "baseline", "config"):
        for name in (".revont-guard.toml", baseline.FILE):
            (folder / name).unlink(missing_ok=True)
        (folder / "a.env").write_text(f"{LEAK}\n")
        if how == "inline":
            (folder / "a.env").write_text(inline(f"it was {other} once"))
        elif how == "baseline":
            assert other not in create(folder, f"it was {other} once").read_text()
        else:
            configured(folder, reason=f"it was {other} once")
        for finding in api.scan([folder]).findings:
            reason = finding.suppression.reason if finding.suppression else None
            assert reason is not None and reason.startswith("it was ") and reason.endswith(" once")
            assert other not in reason


@pytest.mark.parametrize(
    "text", [f"X=1  {ALLOW}", f"{LEAK}  {ALLOW} (until {YESTERDAY})", f"{LEAK}  {ALLOW} (until x)"]
)
def test_notice_about_a_file_with_a_key_in_its_name_does_not_tell_it(text: str, folder: Path) -> None:
    other = make_key("marking, in a name")
    (folder / f"revont_api_key={other}.env").write_text(f"{text}\n")
    report = api.scan([folder])
    assert report.notices
    assert other not in repr(report.notices)


def test_text_in_a_file_of_the_history_at_the_location_of_a_notice(tmp_path: Path) -> None:
    """An expired comment in the history is told by its object: it has no line that could be mended."""
    repository = Repo(tmp_path / "r")
    repository.commit({"a.env": f"{LEAK}  {FULL} (until {YESTERDAY})\n"})
    repository.commit({"a.env": None})
    report = api.audit([repository.checkout().path])
    assert by(report) == [None]
    [notice] = report.notices
    assert notice.kind == "expired-suppression"
    assert isinstance(notice.location, Location) and notice.location.object
