"""Answers of before: a few minutes old, for this user alone, and in a file that tells nothing to anybody."""

from __future__ import annotations

import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from revont_guard import catalog
from revont_guard.cache import SECONDS, Answers, folder
from revont_guard.model import Grant, GrantSource, GrantStatus, Scope, Secret
from tests.keys import make_key

PROBE = catalog.vendor().probe
HOST = "api.example.org"
SECRET = Secret(make_key("cache"))
NOW = 1_800_000_000.0
DEAD = Grant(GrantStatus.INACTIVE, None, "dead", GrantSource.PROBE, HOST)
READER = Grant(GrantStatus.ACTIVE, Scope.READ_ONLY, "reads", GrantSource.PROBE, HOST)
POSIX = pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX's")


def answers(place: Path, *, host: str = HOST, later: float = 0, probe: catalog.Probe = PROBE) -> Answers:
    return Answers(place, host, probe, lambda: NOW + later)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A cache that holds one answer."""
    answers(tmp_path / "cache").put(SECRET, READER)
    return tmp_path / "cache"


def test_answer_comes_back_as_one_of_before(place: Path) -> None:
    grant = answers(place, later=150).get(SECRET)
    assert grant is not None
    assert (grant.status, grant.scope, grant.source, grant.host) == (
        GrantStatus.ACTIVE,
        Scope.READ_ONLY,
        GrantSource.CACHE,
        HOST,
    )
    assert "asked 2 min ago" in grant.reason


def test_only_the_same_key_host_and_rules_have_it(place: Path) -> None:
    assert answers(place).get(Secret(make_key("another"))) is None
    assert answers(place, host="127.0.0.1:1").get(SECRET) is None
    assert answers(place, probe=replace(PROBE, path="/calls")).get(SECRET) is None
    assert answers(place).get(SECRET) is not None


@pytest.mark.parametrize(
    ("later", "there"), [(0, True), (SECONDS, True), (SECONDS + 1, False), (-1, False), (1e9, False)]
)
def test_it_counts_for_ten_minutes(later: float, there: bool, place: Path) -> None:
    assert (answers(place, later=later).get(SECRET) is not None) is there


def test_latest_answer_counts(place: Path) -> None:
    answers(place, later=1).put(SECRET, DEAD)
    grant = answers(place, later=2).get(SECRET)
    assert grant is not None
    assert grant.status is GrantStatus.INACTIVE


@pytest.mark.parametrize(
    "grant",
    [
        Grant(GrantStatus.UNKNOWN, None, "?", GrantSource.PROBE, HOST),
        Grant(GrantStatus.UNKNOWN, None, "?", GrantSource.POLICY),
        replace(READER, source=GrantSource.CACHE),
        replace(READER, source=GrantSource.ASSUMED),
    ],
)
def test_nothing_but_what_a_probe_answered_is_kept(grant: Grant, tmp_path: Path) -> None:
    answers(tmp_path / "cache").put(SECRET, grant)
    assert not (tmp_path / "cache").exists()


def test_old_entries_go(place: Path) -> None:
    before = (place / "answers.json").stat().st_size
    answers(place, later=SECONDS + 1).put(SECRET, DEAD)
    assert (place / "answers.json").stat().st_size == before


def test_files_tell_neither_key_nor_answer(place: Path) -> None:
    text = b"".join(path.read_bytes() for path in sorted(place.iterdir()))
    for word in (SECRET.reveal(), SECRET.fingerprint, SECRET.masked, HOST, "active", "read-only"):
        assert word.encode() not in text
    assert sorted(path.name for path in place.iterdir()) == ["answers.json", "answers.key"]


@POSIX
def test_files_are_for_this_user_alone(place: Path) -> None:
    assert stat.S_IMODE(place.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in place.iterdir()} == {0o600}


@POSIX
@pytest.mark.parametrize("name", ["answers.json", "answers.key"])
def test_files_that_others_can_read_do_not_count(name: str, place: Path) -> None:
    (place / name).chmod(0o644)
    assert answers(place).get(SECRET) is None


@POSIX
@pytest.mark.parametrize("name", ["answers.json", "answers.key"])
def test_what_is_no_file_does_not_count(name: str, place: Path) -> None:
    (place / name).rename(place / "moved")
    (place / name).symlink_to(place / "moved")
    assert answers(place).get(SECRET) is None
    (place / name).unlink()
    os.mkfifo(place / name, 0o600)
    assert answers(place).get(SECRET) is None
    (place / name).unlink()
    (place / name).mkdir()
    assert answers(place).get(SECRET) is None
    answers(place).put(SECRET, READER)  # cannot, and does not say so


@pytest.mark.parametrize("name", ["answers.json", "answers.key"])
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=60) | st.text(alphabet='{}[]",:0123456789eranswvio', max_size=60).map(str.encode))
def test_whatever_is_in_a_file_it_is_no_answer_and_is_mended(name: str, data: bytes, tmp_path: Path) -> None:
    place = tmp_path / "cache"
    answers(place).put(SECRET, READER)
    (place / name).write_bytes(data)
    assert answers(place).get(SECRET) is None
    answers(place).put(SECRET, READER)
    assert answers(place).get(SECRET) is not None


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        '{"version": 1, "answers": [[1800000000, "\u00e9"]]}',
        '{"version": 1, "answers": [[true, "a"], [1e400, "a"], [1800000000, 1], [1], 5]}',
        '{"version": 2, "answers": []}',
        '{"version": 1, "answers": {"a": 1}}',
        '{"version": 1, "answers": [[1' + "0" * 5_000 + ', "a"]]}',
    ],
)
def test_entries_out_of_form_are_none(text: str, place: Path) -> None:
    (place / "answers.json").write_text(text, encoding="utf-8")
    assert answers(place).get(SECRET) is None


def test_other_answer_cannot_be_made_of_an_entry(place: Path) -> None:
    """An entry is bound to its time, too."""
    text = (place / "answers.json").read_text()
    (place / "answers.json").write_text(text.replace("1800000000", "1800000500"))
    assert answers(place, later=SECONDS + 10).get(SECRET) is None


def test_folder_that_cannot_be_made_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    answers(tmp_path / "file" / "cache").put(SECRET, READER)
    assert answers(tmp_path / "file" / "cache").get(SECRET) is None


def test_it_lies_where_the_users_caches_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = folder()
    assert found is not None
    assert found.name == "revont-guard"
    assert Path.home() in found.parents


def test_it_never_lies_in_the_folder_of_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "cache")
    found = folder()
    assert found is None or found.is_absolute()
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_, **__: Path("cache"))
    assert folder() is None
