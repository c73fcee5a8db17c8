"""The file of accepted findings: its form, what it forgives a reader and an editor, and how git merges it."""

from __future__ import annotations

import itertools
import json
from io import BytesIO
from pathlib import Path

import pytest

from revont_guard import api
from revont_guard.errors import ConfigError
from revont_guard.model import Finding, Report, Status
from revont_guard.project import Options
from revont_guard.suppressions.baseline import FILE, Entry, dump, entries, load
from tests.keys import STYLES, make_key
from tests.repos import Repo

HEAD, TAIL = '{"version": 1, "findings": [\n', "null]}\n"


def leak(seed: object = 0) -> str:
    return f"REVONT_API_KEY={make_key(f'baseline {seed}')}\n"


def entry(path: str | None, fingerprint: str = "f" * 24, rule: str = "hardcoded-key", **more: str) -> Entry:
    return Entry(fingerprint, rule, path, **more)


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / FILE
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def line(**values: object) -> str:
    return json.dumps({"fingerprint": "f" * 24, "rule": "hardcoded-key", "path": "a", **values})


def create(folder: Path, *, history: bool = True) -> str:
    done = api.accept(folder, "create", history=history)
    done.path.write_text(done.text)
    return done.text


def change(folder: Path, how: api.Change) -> None:
    done = api.accept(folder, how)
    done.path.write_text(done.text)


def new(report: Report) -> list[tuple[str, str | None]]:
    return [(finding.rule, finding.location.path) for finding in report.findings if finding.status is Status.NEW]


# -- form -------------------------------------------------------------------------------------------------------------


def test_entry_is_a_line_that_ends_in_a_comma() -> None:
    """So that git can put lines of two branches together."""
    a, b = entry("a", "1" * 24, key="VAnC…CQ"), entry("b", "2" * 24, reason="a test", expires="2026-12-31")
    assert dump({"1": a, "2": b}) == (
        HEAD
        + f'{{"fingerprint": "{"1" * 24}", "rule": "hardcoded-key", "path": "a", "key": "VAnC\\u2026CQ"}},\n'
        + f'{{"fingerprint": "{"2" * 24}", "rule": "hardcoded-key", "path": "b", "reason": "a test",'
        + ' "expires": "2026-12-31"},\n'
        + TAIL
    )
    assert dump({}) == HEAD + TAIL


def test_order_is_that_of_path_rule_and_fingerprint() -> None:
    wanted = [
        entry(None, "3" * 24, "key-in-history"),
        entry("B", "9" * 24),
        entry("a", "8" * 24, "hardcoded-key"),
        entry("a", "1" * 24, "key-in-bundle"),
        entry("a", "2" * 24, "key-in-bundle"),
        entry("a/b", "0" * 24),
        entry("é", "7" * 24),
    ]
    texts = {dump({one.fingerprint: one for one in order}) for order in itertools.permutations(wanted, 7)}
    assert [json.loads(row.rstrip(",")) for row in texts.pop().splitlines()[1:-1]] == [
        {"fingerprint": one.fingerprint, "rule": one.rule, "path": one.path} for one in wanted
    ]
    assert not texts


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    texts = ["", "a", "é…\n\t\x1b[31m", "\U0001f511", '"},\n{"', "<<<<<<< HEAD", '"findings": [', "null]}"]
    kept = {
        f"{n:024x}": entry(text or None, f"{n:024x}", reason=text, key=text, expires="2026-12-31")
        for n, text in enumerate(texts)
    }
    assert load(written(tmp_path, dump(kept))) == kept
    assert dump(load(tmp_path / FILE)) == dump(kept)


def test_hand_edited_disorder_and_repetition_are_put_right(tmp_path: Path) -> None:
    a, b = line(path="a", fingerprint="1" * 24), line(path="b", fingerprint="2" * 24)
    tidy = dump(load(written(tmp_path, f"{HEAD}{a},\n{b},\n{TAIL}")))
    for messy in (
        f"{HEAD}{b},\n{a},\n{b},\n{TAIL}",
        f'\ufeff{{"findings": [{b}, null, {a}], "version": 1}}',
        f'{{"version": 1, "findings": [\r\n{b},\r\n{a}\r\n]}}\r\n',
        json.dumps(json.loads(f"{HEAD}{b},{a},{TAIL}"), indent=4),
    ):
        assert dump(load(written(tmp_path, messy))) == tidy


def test_of_two_entries_for_a_finding_the_later_counts(tmp_path: Path) -> None:
    path = written(tmp_path, f"{HEAD}{line(reason='one')},\n{line(reason='two', expires=None)},\n{TAIL}")
    assert load(path)["f" * 24].reason == "two"


@pytest.mark.parametrize(
    ("text", "where", "told"),
    [
        ("", ":1", "not JSON"),
        ("[]", "", "baseline create"),
        ("{}", "", "baseline create"),
        ("null", "", "baseline create"),
        ('{"version": 2, "entries": {}, "findings": []}', "", "version 2 is not known"),
        ('{"version": true, "findings": []}', "", "version True is not known"),
        ('{"version": "1", "findings": []}', "", "version '1' is not known"),
        ('{"version": 1, "findings": [], "more": 1}', "", "unknown entry 'more'"),
        ('{"version": 1, "findings": {}}', "", "findings must be a list"),
        (f"{HEAD}{line()}\n{line()},\n{TAIL}", ":3", "not JSON"),
        (f"{HEAD}{line()},\n1,\n{TAIL}", ":3", "must be a table with fingerprint, path, rule"),
        (f'{HEAD}{line()},\n{{"rule": "x"}},\n{TAIL}', ":3", "must be a table with fingerprint, path, rule"),
        (f"{HEAD}\n\n{line()},\n{line(expiry='2026-12-31')},\n{TAIL}", ":5", "unknown entry 'expiry'"),
        (f"{HEAD}{line(expires='2026-02-30')},\n{TAIL}", ":2", "expires must be a day as YYYY-MM-DD"),
        (f"{HEAD}{line(expires='31.12.2026')},\n{TAIL}", ":2", "expires must be a day as YYYY-MM-DD"),
        (f"{HEAD}{line(expires=20261231)},\n{TAIL}", ":2", "expires must be a text"),
        (f"{HEAD}{line(fingerprint=None)},\n{TAIL}", ":2", "fingerprint must be a text"),
        (f"{HEAD}{line(rule=[])},\n{TAIL}", ":2", "rule must be a text"),
        (f"{HEAD}{line(path=1)},\n{TAIL}", ":2", "path must be a text"),
        (f"{HEAD}{line()},\n{line(reason=chr(0xD800))},\n{TAIL}", ":3", "reason must be a text"),
        ("[" * 200_000, "", "nested too deeply"),
        (f'{{"version": 1, "findings": [{"1" * 5000}]}}', "", "not JSON"),
        (b"\xff\xfe", "", "not UTF-8"),
    ],
    ids=str,
)
def test_what_is_wrong_is_told_with_its_line(text: str | bytes, where: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as error:
        load(written(tmp_path, text))
    assert str(error.value).startswith(f"{FILE}{where}: ")
    assert told in str(error.value)


@pytest.mark.parametrize("first", [HEAD, ""])
def test_merge_conflict_is_told_as_one(first: str, tmp_path: Path) -> None:
    conflict = f"{first}<<<<<<< HEAD\n{line()},\n=======\n{line(path='b')},\n>>>>>>> side\n{TAIL}"
    with pytest.raises(ConfigError, match=r"baseline\.json:\d+: not JSON \(an unresolved merge conflict\)"):
        load(written(tmp_path, conflict))


# -- what is in it ----------------------------------------------------------------------------------------------------


def test_entry_holds_no_key_no_day_and_no_place_in_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.env").write_text("\n" * 41 + leak())
    [entry_] = json.loads(create(tmp_path))["findings"][:-1]
    [finding] = api.scan([tmp_path], options=Options(suppressions=False)).findings
    assert finding.key is not None
    assert entry_ == {
        "fingerprint": finding.fingerprint,
        "rule": "hardcoded-key",
        "path": "a.env",
        "key": finding.key.secret.masked,
    }


def test_same_findings_are_the_same_bytes_whatever_moves(tmp_path: Path) -> None:
    """In the file, in the repository, in the history."""
    texts = set()
    for n, before in enumerate(("", "# a comment\n" * 50, "\t\r\n\r\n")):
        repository = Repo(tmp_path / f"r{n}")
        for _ in range(n):
            repository.commit({"other.txt": "other"}, f"a change {n}")
        repository.commit(
            {"b.env": before + leak("b"), "a/a.env": before + leak("a") * (n + 1), "old.env": leak("old")}
        )
        repository.commit({"old.env": None}, f"another {n}")
        texts.add(create(repository.checkout().path))
    assert len(texts) == 1


def test_paths_that_are_no_utf_8_are_written_and_found_again(tmp_path: Path) -> None:
    repository = Repo(tmp_path / "r")
    repository.commit({b"caf\xe9.env": leak()})
    repository.checkout()
    assert r"caf\\xe9.env" in create(repository.path)
    assert new(api.audit([repository.path])) == []
    assert api.accept(repository.path, "update").text == (repository.path / FILE).read_text()


@pytest.mark.parametrize("style", STYLES)
def test_mask_is_all_that_is_told_of_a_key(style: str, tmp_path: Path) -> None:
    key = make_key("baseline", style)
    (tmp_path / "a.env").write_text(f"REVONT_API_KEY={key}\n")
    text = create(tmp_path)
    assert text.count("\n") == 3
    assert not any(
        key[at : at + 5] in text for at in range(len(key) - 4) if not "rvk_live_".startswith(key[at : at + 5])
    )


def test_finding_that_is_accepted_has_its_entry(tmp_path: Path) -> None:
    (tmp_path / "a.env").write_text(leak())
    findings: tuple[Finding, ...] = api.scan([tmp_path]).findings
    made = entries(findings, "a test", "2026-12-31")
    assert [(one.path, one.reason, one.expires) for one in made.values()] == [("a.env", "a test", "2026-12-31")]
    assert set(made) == {finding.fingerprint for finding in findings}


# -- what it accepts --------------------------------------------------------------------------------------------------


@pytest.fixture
def accepted(tmp_path: Path) -> Repo:
    """A repository with a key at hand and one in the history, both accepted."""
    repository = Repo(tmp_path / "r")
    repository.commit({"a.env": leak("a"), "old.env": leak("old")})
    repository.commit({"old.env": None})
    create(repository.checkout().path)
    return repository


def test_everything_found_is_accepted(accepted: Repo) -> None:
    report = api.audit([accepted.path])
    assert {(finding.rule, finding.status.value) for finding in report.findings} == {
        ("hardcoded-key", "baseline"),
        ("key-in-history", "baseline"),
    }
    assert report.notices == ()
    assert new(api.scan([accepted.path])) == []


@pytest.mark.parametrize(
    "text", ["\n" * 100 + leak("a"), "x=1\r\n  " + leak("a"), leak("a") * 2, f"export {leak('a')}"]
)
def test_key_that_moves_in_its_file_stays_accepted(text: str, accepted: Repo) -> None:
    accepted.write({"a.env": text})
    assert new(api.audit([accepted.path])) == []


def test_key_at_a_new_path_is_new(accepted: Repo) -> None:
    accepted.write({"b.env": leak("a"), "deep/a.env": leak("a")})
    assert new(api.scan([accepted.path])) == [("hardcoded-key", "b.env"), ("hardcoded-key", "deep/a.env")]


def test_another_key_at_the_path_is_new(accepted: Repo) -> None:
    accepted.write({"a.env": leak("a") + leak("another")})
    assert new(api.scan([accepted.path])) == [("hardcoded-key", "a.env")]


def test_key_of_the_history_that_comes_back_is_new(accepted: Repo) -> None:
    accepted.write({"old.env": leak("old")})
    assert new(api.audit([accepted.path])) == [("hardcoded-key", "old.env")]


def test_key_under_another_rule_is_new(accepted: Repo) -> None:
    """What was accepted in a file of the team goes out to the world from a bundle."""
    accepted.write({"dist/a.env": leak("a"), "a.env": ""})
    assert new(api.scan([accepted.path])) == [("key-in-bundle", "dist/a.env")]


@pytest.mark.parametrize("way", ["folder", "file", "from its folder", "staged", "stdin"])
def test_it_counts_however_a_file_is_named(way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository = Repo(tmp_path / "r")
    repository.stage({"src/deep/a.env": leak()})
    create(repository.path, history=False)
    deep = repository.path / "src" / "deep"
    monkeypatch.chdir(deep if way == "from its folder" else repository.path)
    report = {
        "folder": lambda: api.scan([deep]),
        "file": lambda: api.scan([deep / "a.env"]),
        "from its folder": lambda: api.scan([Path("a.env")]),
        "staged": lambda: api.scan([], staged=True),
        "stdin": lambda: api.scan([], stdin=BytesIO(leak().encode()), stdin_name="src/deep/a.env"),
    }[way]()
    assert [finding.status.value for finding in report.findings] == ["baseline"]


def test_another_file_can_be_named(accepted: Repo, tmp_path: Path) -> None:
    (accepted.path / FILE).rename(tmp_path / "elsewhere.json")
    assert len(new(api.audit([accepted.path]))) == 2
    assert new(api.audit([accepted.path], options=Options(baseline=tmp_path / "elsewhere.json"))) == []


def test_named_file_takes_the_place_of_the_one_at_the_root(accepted: Repo, tmp_path: Path) -> None:
    other = tmp_path / "empty.json"
    other.write_text(dump({}))
    assert len(new(api.audit([accepted.path], options=Options(baseline=other)))) == 2


def test_baseline_of_another_file_accepts_all_that_is_found(accepted: Repo, tmp_path: Path) -> None:
    """Not what the one at the root lacks: the other takes its place."""
    other = tmp_path / "other.json"
    done = api.accept(accepted.path, "create", options=Options(baseline=other))
    assert done.added == 2
    other.write_text(dump({}))
    assert api.accept(accepted.path, "update", options=Options(baseline=other)).added == 2


def test_what_was_accepted_in_the_file_counts_where_the_history_alone_is_read(tmp_path: Path) -> None:
    """Before a push, and in a bare repository, a key in a file is one in the history."""
    repository = Repo(tmp_path / "r")
    repository.commit({"a.env": leak()})
    create(repository.checkout().path)
    (repository.path / FILE).replace(tmp_path / "kept.json")
    outgoing = api.audit([repository.path], outgoing=api.Outgoing(), options=Options(baseline=tmp_path / "kept.json"))
    bare = repository.clone(tmp_path / "bare.git", "--bare")
    at_rest = api.audit([bare], options=Options(baseline=tmp_path / "kept.json"))
    for report in (outgoing, at_rest):
        assert [(finding.rule, finding.status.value) for finding in report.findings] == [("key-in-history", "baseline")]


# -- two branches -----------------------------------------------------------------------------------------------------

MERGED = f"/{FILE} merge=union\n"


class Team:
    """A repository whose branches change what is accepted."""

    def __init__(self, path: Path, *files: str) -> None:
        self.repository = Repo(path)
        self.repository.commit({".gitattributes": MERGED, **{name: leak(name) for name in files}})
        self.repository.checkout()
        create(self.repository.path)
        self.commit()

    def commit(self) -> None:
        self.repository.git("add", "--all")
        self.repository.git("commit", "--quiet", "-m", "a change")

    def branch(self, name: str, *, adds: tuple[str, ...] = (), removes: tuple[str, ...] = ()) -> None:
        """A branch on which keys come, which are accepted, and go, and what they need no more is pruned."""
        self.repository.git("checkout", "--quiet", "-b", name, "main")
        self.repository.write({file: leak(file) for file in adds})
        change(self.repository.path, "update")
        for file in removes:
            (self.repository.path / file).unlink()
        if removes:
            change(self.repository.path, "prune")
        self.commit()

    def merge(self, *names: str) -> None:
        self.repository.git("checkout", "--quiet", "main")
        for name in names:
            self.repository.git("merge", "--quiet", "--no-edit", name)

    def accepted(self) -> list[str | None]:
        return [one.path for one in load(self.repository.path / FILE).values() if one.rule == "hardcoded-key"]


def test_two_branches_that_add_at_the_same_gap_merge(tmp_path: Path) -> None:
    team = Team(tmp_path / "r", "a.env", "z.env")
    team.branch("one", adds=("m.env", "n.env"))
    team.branch("two", adds=("l.env", "o.env"))
    team.merge("one", "two")
    assert sorted(map(str, team.accepted())) == ["a.env", "l.env", "m.env", "n.env", "o.env", "z.env"]
    assert new(api.audit([team.repository.path])) == []


def test_two_branches_that_add_the_same_merge_to_one_entry(tmp_path: Path) -> None:
    team = Team(tmp_path / "r", "a.env")
    team.branch("one", adds=("b.env",))
    team.branch("two", adds=("b.env", "c.env"))
    team.merge("one", "two")
    assert sorted(map(str, team.accepted())) == ["a.env", "b.env", "c.env"]


def test_one_branch_prunes_while_another_adds(tmp_path: Path) -> None:
    """Far apart, each gets its way. Side by side, what was pruned may come back: it accepts nothing, and is told."""
    team = Team(tmp_path / "r", *(f"{letter}.env" for letter in "abcdefghijklmnop"))
    team.branch("one", removes=("b.env",))
    team.branch("two", adds=("n2.env",))
    team.branch("three", adds=("h2.env",), removes=("h.env",))
    team.branch("four", adds=("h3.env",))
    team.merge("one", "two", "three", "four")
    assert set(team.accepted()) >= {"a.env", "n2.env", "h2.env", "h3.env"}
    assert "b.env" not in team.accepted()
    assert "hardcoded-key" not in {rule for rule, _ in new(api.audit([team.repository.path]))}


def test_merged_file_becomes_tidy_with_the_next_change(tmp_path: Path) -> None:
    team = Team(tmp_path / "r", "a.env", "z.env")
    team.branch("one", adds=("m.env",))
    team.branch("two", adds=("l.env",))
    team.merge("two", "one")
    change(team.repository.path, "update")
    text = (team.repository.path / FILE).read_text()
    assert text == dump(load(team.repository.path / FILE))
    assert sorted(map(str, team.accepted())) == ["a.env", "l.env", "m.env", "z.env"]


def test_two_branches_that_both_begin_one_merge(tmp_path: Path) -> None:
    team = Team(tmp_path / "r", "a.env")
    team.repository.git("rm", "--quiet", FILE)
    team.repository.git("commit", "--quiet", "-m", "none yet")
    for name in ("one", "two"):
        team.repository.git("checkout", "--quiet", "-b", name, "main")
        team.repository.write({f"{name}.env": leak(name)})
        create(team.repository.path)
        team.commit()
    team.merge("one", "two")
    assert sorted(map(str, team.accepted())) == ["a.env", "one.env", "two.env"]


def test_a_day_that_both_branches_change_is_one_of_the_two(tmp_path: Path) -> None:
    team = Team(tmp_path / "r", "a.env", "b.env")
    path = team.repository.path / FILE
    for name, day in (("one", "2026-12-30"), ("two", "2026-12-31")):
        team.repository.git("checkout", "--quiet", "-b", name, "main")
        path.write_text(path.read_text().replace('"path": "a.env",', f'"path": "a.env", "expires": "{day}",'))
        team.commit()
    team.merge("one", "two")
    [merged] = [one for one in load(path).values() if one.path == "a.env"]
    assert merged.expires in ("2026-12-30", "2026-12-31")
