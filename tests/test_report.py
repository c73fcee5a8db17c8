from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revont_guard.model import (
    Finding,
    Hit,
    Inner,
    Key,
    KeyKind,
    Location,
    Notice,
    Report,
    Secret,
    Severity,
    Skipped,
    SourceKind,
    Status,
    Tally,
)
from revont_guard.report import assemble, count_at_least
from tests.keys import make_key

KEY, OTHER = make_key("report"), make_key("report, another")
COMMIT = SourceKind.COMMIT


def hit(
    path: str | None = "app.py",
    line: int | None = 1,
    key: str = KEY,
    source: SourceKind = SourceKind.WORKTREE,
    kind: KeyKind = KeyKind.API_KEY,
    name: str | None = "REVONT_API_KEY",
    commit: str | None = None,
) -> Hit:
    location = Location(source, path, line, 5, 9, commit=commit, object=commit, refs=("main",) if commit else ())
    return Hit(Key(Secret(key), kind, name), location, ("name-says-vendor",))


def assembled(*hits: Hit) -> Report:
    return assemble("scan", hits, [], [])


def rules(*hits: Hit) -> list[str]:
    return [finding.rule for finding in assembled(*hits).findings]


def only(*hits: Hit) -> Finding:
    (finding,) = assembled(*hits).findings
    return finding


@pytest.mark.parametrize(
    ("path", "kind", "rule"),
    [
        ("src/app.py", KeyKind.API_KEY, "hardcoded-key"),
        ("src/app.py", KeyKind.WEBHOOK_SECRET, "hardcoded-webhook-secret"),
        (None, KeyKind.API_KEY, "hardcoded-key"),
        ("Dockerfile", KeyKind.API_KEY, "key-in-image"),
        ("Dockerfile", KeyKind.WEBHOOK_SECRET, "key-in-image"),
        (".github/workflows/ci.yml", KeyKind.API_KEY, "key-in-workflow"),
        ("tools/.github/workflows/ci.yml", KeyKind.API_KEY, "key-in-workflow"),
        ("dist/app.js", KeyKind.API_KEY, "key-in-bundle"),
        ("web/dist/assets/a.js", KeyKind.API_KEY, "key-in-bundle"),
        ("dist/.github/workflows/ci.yml", KeyKind.API_KEY, "key-in-bundle"),
        ("dist/Dockerfile", KeyKind.API_KEY, "key-in-bundle"),
        (".github/workflows/Dockerfile", KeyKind.API_KEY, "key-in-workflow"),
        ("static/app.min.js", KeyKind.API_KEY, "key-in-bundle"),
        ("distribution/app.py", KeyKind.API_KEY, "hardcoded-key"),
        ("my.github/workflows.md", KeyKind.API_KEY, "hardcoded-key"),
    ],
)
def test_the_most_specific_rule_wins(path: str | None, kind: KeyKind, rule: str) -> None:
    assert rules(hit(path, kind=kind)) == [rule]


@pytest.mark.parametrize("source", [COMMIT, SourceKind.UNREACHABLE, SourceKind.STASH, SourceKind.NOTE])
def test_a_key_in_the_history_is_a_finding_where_no_file_at_hand_holds_it(source: SourceKind) -> None:
    assert rules(hit(source=source, commit="c1")) == ["key-in-history"]
    assert rules(hit(source=source, commit="c1"), hit("b.py")) == ["hardcoded-key"]
    assert sorted(rules(hit(source=source, commit="c1"), hit("b.py", key=OTHER))) == ["hardcoded-key", "key-in-history"]


@pytest.mark.parametrize("source", [SourceKind.WORKTREE, SourceKind.INDEX, SourceKind.STDIN])
def test_worktree_index_and_standard_input_are_at_hand(source: SourceKind) -> None:
    assert rules(hit(source=source)) == ["hardcoded-key"]


def test_one_place_is_one_finding_and_two_places_are_two() -> None:
    assert len(assembled(hit(line=1), hit(line=1)).findings) == 1
    assert len(assembled(hit(line=1), replace(hit(line=1), evidence=("opaque",))).findings) == 1
    assert len(assembled(hit(line=1), hit(line=2)).findings) == 2
    assert len(assembled(hit("a.py"), hit("b.py")).findings) == 2


def test_a_path_in_the_history_is_one_finding_however_many_commits_have_it() -> None:
    hits = [hit(line=at, source=COMMIT, commit=f"c{at}") for at in (1, 2, 3)]
    report = assembled(*hits)
    assert len(report.findings) == 1
    assert len(report.keys[0].locations) == 3


def test_there_is_one_record_for_a_key_with_all_its_names_and_places() -> None:
    report = assembled(
        hit("a.py", name="A_KEY"),
        hit("b.py", name="B_KEY"),
        hit("c.py", name=None),
        hit("a.py", source=COMMIT, commit="c1", name="A_KEY"),
        hit("d.py", key=OTHER),
    )
    first, second = report.keys
    assert first.names == ("A_KEY", "B_KEY")
    assert [at.path for at in first.locations] == ["a.py", "b.py", "c.py", "a.py"]
    assert [at.path for at in second.locations] == ["d.py"]


def test_what_to_do_leads_to_the_vendors_settings_and_names_the_file() -> None:
    (record,) = assembled(hit("a.py")).keys
    assert any("Settings → API → API Keys" in step for step in record.next)
    assert any("a.py" in step for step in record.next)
    assert not any("history" in step for step in record.next)
    (old,) = assembled(hit("a.py", source=COMMIT, commit="c1")).keys
    assert any("history" in step for step in old.next)
    assert not any("literal" in step for step in old.next)
    (hook,) = assembled(hit("a.py", kind=KeyKind.WEBHOOK_SECRET)).keys
    assert "webhook" in hook.next[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (hit(line=1), hit(line=99)),
        (hit(source=COMMIT, commit="c1"), hit(line=7, source=COMMIT, commit="c2")),
        (hit(name="A"), hit(name="B")),
    ],
)
def test_a_fingerprint_has_no_position_commit_or_name_in_it(one: Hit, other: Hit) -> None:
    assert only(one).fingerprint == only(other).fingerprint


@pytest.mark.parametrize("other", [hit("b.py"), hit(key=OTHER), hit(source=COMMIT, commit="c1")])
def test_a_fingerprint_tells_rule_key_and_path_apart(other: Hit) -> None:
    assert only(hit()).fingerprint != only(other).fingerprint


def test_no_text_of_a_report_holds_a_key_that_was_found() -> None:
    location = Location(
        COMMIT,
        f"{KEY}/a.py",
        1,
        inner=(Inner(f"{KEY}.map", 1),),
        commit="c1",
        refs=("main", f"fix-{KEY}", f"x/{OTHER}"),
    )
    keyed = Hit(Key(Secret(KEY), KeyKind.API_KEY, f"revont.{KEY}"), location, ())
    second = hit(f"{OTHER}.py", key=OTHER)
    report = assemble(
        "audit",
        [keyed, second],
        [Skipped(f"{KEY}.bin", f"cannot read {OTHER}", True)],
        [],
        [Notice("kind", f"{KEY} is noted", Location(SourceKind.WORKTREE, f"{KEY}/b.py"))],
    )
    text = repr(report)
    assert len(report.findings) == 2
    assert [key for key in (KEY, OTHER) if key in text or key[4:-2] in text] == []


def test_of_two_keys_one_of_which_holds_the_other_nothing_remains() -> None:
    inner = KEY[:20]
    report = assembled(hit(f"{KEY}/{inner}.py"), hit("b.py", key=inner))
    text = repr([finding.location for finding in report.findings])
    assert KEY[4:20] not in text
    assert KEY[20:-2] not in text


LOCATIONS = st.builds(
    lambda source, path, line, commit: Location(
        source, path, line, 1, 2, commit=commit, object=commit, author_date=commit, refs=(commit,)
    ),
    st.sampled_from([SourceKind.WORKTREE, SourceKind.INDEX, COMMIT, SourceKind.STASH]),
    st.sampled_from(["a.py", "dist/b.js", None]),
    st.integers(1, 2),
    st.sampled_from(["c1", "c2"]),
)
HITS = st.builds(
    Hit,
    st.builds(
        Key,
        st.sampled_from([KEY, OTHER]).map(Secret),
        st.sampled_from(list(KeyKind)),
        st.sampled_from(["A", "B", None]),
    ),
    LOCATIONS,
    st.sampled_from([("name-says-vendor",), ("opaque",)]),
)


@given(st.lists(HITS, max_size=8).flatmap(lambda hits: st.tuples(st.just(hits), st.permutations(hits))))
def test_the_order_of_hits_does_not_matter(drawn: tuple[Sequence[Hit], Sequence[Hit]]) -> None:
    assert assembled(*drawn[0]) == assembled(*drawn[1])


def test_hits_at_one_place_come_out_alike_whatever_their_order() -> None:
    hits = [hit(name=f"NAME_{at}") for at in range(100)] + [hit(key=make_key(at)) for at in range(100)]
    assert assembled(*hits) == assembled(*reversed(hits)) == assembled(*hits[50:], *hits[:50])


@given(st.lists(HITS, max_size=8))
def test_every_finding_has_a_record_and_every_record_a_finding(hits: list[Hit]) -> None:
    report = assembled(*hits)
    found = {finding.key.secret for finding in report.findings if finding.key}
    assert {record.secret for record in report.keys} == found == {each.key.secret for each in hits}
    assert len(report.keys) == len(found)


def test_the_gravest_findings_come_first_then_by_place() -> None:
    report = assembled(hit("b.py", 2), hit("b.py", 1), hit("a.py", 9), hit("z/dist/x.js"))
    assert [(finding.location.path, finding.location.line) for finding in report.findings] == [
        ("z/dist/x.js", 1),
        ("a.py", 9),
        ("b.py", 1),
        ("b.py", 2),
    ]


def test_a_message_says_the_name_and_never_the_value() -> None:
    finding = only(hit(name="REVONT_API_KEY"))
    assert "REVONT_API_KEY" in finding.message
    assert KEY not in finding.message
    assert only(hit(name=None)).message.endswith(".")


def test_coverage_adds_up_what_the_sources_read_and_keeps_what_they_skipped() -> None:
    tallies = [Tally(files=2, bytes=10), Tally(commits=3, blobs=4, bytes=5)]
    skipped = [Skipped("a", "b", False)]
    coverage = assemble("audit", [], skipped, tallies).coverage
    assert (coverage.files, coverage.commits, coverage.blobs, coverage.bytes) == (2, 3, 4, 15)
    assert coverage.skipped == tuple(skipped)
    assert coverage.complete


def test_findings_are_counted_from_a_severity_on_and_only_new_ones() -> None:
    report = assembled(hit("a.py"), hit("dist/b.js"))
    assert [count_at_least(report, severity) for severity in Severity] == [2, 2, 2, 2, 1]
    old = replace(report, findings=tuple(replace(finding, status=Status.BASELINE) for finding in report.findings))
    assert count_at_least(old, Severity.INFO) == 0


def test_thousands_of_keys_are_reported_in_seconds() -> None:
    place = Location(SourceKind.WORKTREE, "revont.env", 1, 1, 33)
    hits = [Hit(Key(Secret(make_key(at)), KeyKind.API_KEY, f"REVONT_KEY_{at}"), place, ()) for at in range(5000)]
    start = time.process_time()
    assert len(assemble("scan", hits, [], []).keys) == 5000
    assert time.process_time() - start < 5
