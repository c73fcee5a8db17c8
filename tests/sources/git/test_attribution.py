from __future__ import annotations

import re
from pathlib import Path

import pytest

from revont_guard.model import Location, SourceKind
from revont_guard.sources.git.attribution import attribute
from revont_guard.sources.git.repository import discover
from tests.repos import Repo, Submodule
from tests.sources.git.helpers import fake_git, posix
from tests.sources.git.test_objects import shaped

COMMIT, STASH, NOTE = SourceKind.COMMIT, SourceKind.STASH, SourceKind.NOTE


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    return Repo(tmp_path / "r")


def places(repo: Repo, oid: str) -> tuple[Location, ...]:
    attribution = attribute(discover(repo.path), [oid])
    assert not attribution.skipped
    assert attribution.objects.keys() == {oid}
    return attribution.objects[oid]


def stamp(minutes: int) -> str:
    """The author's date of the commit that a test made as number ``minutes``."""
    return f"2020-09-13T14:{26 + minutes}:40+02:00"


def test_the_earliest_commit_its_path_date_and_refs(repo: Repo) -> None:
    first = repo.commit({"x": "x"})
    second = repo.commit({"a/key.txt": "secret"})
    repo.commit({"a/key.txt": None})
    repo.commit({"a/key.txt": "secret"})
    repo.commit({"b": "b"}, branch="side", parents=[first])
    repo.git("update-ref", "refs/remotes/origin/main", second)
    repo.tag("v1", second, "a tag")
    oid = repo.git("rev-parse", "main:a/key.txt")
    (place,) = places(repo, oid)
    assert place == Location(
        COMMIT,
        "a/key.txt",
        commit=second,
        object=oid,
        author_date=stamp(2),
        refs=("main", "origin/main", "v1"),
        at_tip=True,
    )


def test_gone_from_every_tip(repo: Repo) -> None:
    first = repo.commit({"key": "secret"})
    oid = repo.git("rev-parse", "main:key")
    repo.commit({"key": "no more"})
    (place,) = places(repo, oid)
    assert (place.commit, place.refs, place.at_tip) == (first, ("main",), False)


def test_every_path_once_the_earliest_first(repo: Repo) -> None:
    first = repo.commit({"z": "secret"})
    second = repo.commit({"z": None, "a": "secret"})  # a rename
    repo.commit({"z": "secret", "deep/er/copy": "secret"})
    third = repo.git("rev-parse", "main")
    found = places(repo, repo.git("rev-parse", "main:a"))
    assert [(place.path, place.commit) for place in found] == [("z", first), ("a", second), ("deep/er/copy", third)]


def test_content_that_only_a_merge_brought(repo: Repo) -> None:
    base = repo.commit({"a": "1"})
    repo.commit({"b": "2"}, branch="side", parents=[base])
    repo.commit({"a": "3"})
    merge = repo.merge("main", "side", {"b": "2", "evil": "secret"})
    (place,) = places(repo, repo.git("rev-parse", "main:evil"))
    assert (place.path, place.commit, place.refs, place.at_tip) == ("evil", merge, ("main",), True)


def test_content_of_a_branch_is_not_laid_on_the_merge(repo: Repo) -> None:
    base = repo.commit({"a": "1"})
    side = repo.commit({"b": "secret"}, branch="side", parents=[base])
    repo.commit({"a": "3"})
    repo.merge("main", "side", {"b": "secret"})
    (place,) = places(repo, repo.git("rev-parse", "main:b"))
    assert (place.commit, place.refs) == (side, ("main", "side"))


def test_a_conflict_solved_with_a_third_version(repo: Repo) -> None:
    base = repo.commit({"a": "1"})
    repo.commit({"a": "2"}, branch="side", parents=[base])
    repo.commit({"a": "3"})
    merge = repo.merge("main", "side", {"a": "secret"})
    assert places(repo, repo.git("rev-parse", "main:a"))[0].commit == merge


def test_stashes_old_and_new(repo: Repo) -> None:
    base = repo.commit({"a": "1"})
    old = repo.stash({"a": "first"}, base=base)
    new = repo.stash({"a": "second"}, base=base)
    (place,) = places(repo, repo.git("rev-parse", f"{old}:a"))
    assert (place.source, place.path, place.commit, place.refs, place.at_tip) == (
        STASH,
        "a",
        old,
        ("stash@{1}",),
        False,
    )
    (place,) = places(repo, repo.git("rev-parse", f"{new}:a"))
    assert (place.source, place.commit, place.refs) == (STASH, new, ("stash",))


def test_what_was_committed_after_it_was_stashed_is_no_stash(repo: Repo) -> None:
    base = repo.commit({"a": "1"})
    stash = repo.stash({"a": "secret", "b": "secret"}, base=base)
    commit = repo.commit({"a": "secret"})
    first, second = places(repo, repo.git("rev-parse", "main:a"))
    assert (first.source, first.path, first.commit, first.refs) == (COMMIT, "a", commit, ("main",))
    assert (second.source, second.path, second.commit, second.refs) == (STASH, "b", stash, ("stash",))


def test_notes(repo: Repo) -> None:
    target = repo.commit({"a": "1"})
    repo.note(target, "secret")
    (place,) = places(repo, repo.git("rev-parse", f"refs/notes/commits:{target}"))
    assert (place.source, place.path, place.refs) == (NOTE, target, ("notes/commits",))


def test_unreachable_and_reflog_only_objects_have_their_id_alone(repo: Repo) -> None:
    repo.commit({"a": "1"})
    lost = repo.lost({"b": "lost"})
    moved = repo.moved_away({"b": "moved"})
    loose = repo.blob("loose")
    for oid in (repo.git("rev-parse", f"{lost}:b"), repo.git("rev-parse", f"{moved}:b"), loose, "1" * 40):
        assert places(repo, oid) == (Location(SourceKind.UNREACHABLE, None, object=oid),)
    for oid in (lost, moved):
        assert places(repo, oid) == (Location(SourceKind.MESSAGE, None, object=oid),)


def test_messages(repo: Repo) -> None:
    first = repo.commit({"a": "1"}, "secret")
    repo.commit({"a": "2"})
    tag = repo.tag("v1", first, "secret")
    outer = repo.tag("v2", tag, "a tag of a tag")
    repo.git("update-ref", "refs/heads/old", first)
    (place,) = places(repo, first)
    every = ("main", "old", "v1", "v2")
    assert place == Location(SourceKind.MESSAGE, None, commit=first, object=first, author_date=stamp(1), refs=every)
    (place,) = places(repo, tag)
    assert (place.source, place.path, place.commit, place.object) == (SourceKind.MESSAGE, None, first, tag)
    assert place.refs == ("v1", "v2")
    assert places(repo, outer)[0].refs == ("v2",)
    repo.git("update-ref", "-d", "refs/tags/v2")
    assert places(repo, outer)[0].refs == ()


def test_tags_of_a_blob_and_of_a_tree(repo: Repo) -> None:
    repo.commit({"a": "1"})
    blob = repo.blob("secret")
    inner = repo.blob("in a tree")
    tree = repo.git("mktree", stdin=f"100644 blob {inner}\tname\n".encode())
    repo.tag("blob", blob)
    repo.tag("heavy", blob, "a tag")
    repo.tag("tree", tree)
    assert places(repo, blob) == (Location(COMMIT, None, object=blob, refs=("blob", "heavy"), at_tip=True),)
    assert places(repo, inner) == (Location(COMMIT, "name", object=inner, refs=("tree",), at_tip=True),)


def test_heads_that_are_no_branch(repo: Repo, tmp_path: Path) -> None:
    base = repo.commit({"a": "1"})
    here = repo.lost({"a": "here"}, parents=[base])
    there = repo.lost({"a": "there"}, parents=[base])
    repo.worktree(tmp_path / "linked", "other")
    repo.git("update-ref", "--no-deref", "HEAD", here)
    (repo.git_dir / "worktrees" / "linked" / "HEAD").write_text(there + "\n")
    for name, commit in (("HEAD", here), ("worktrees/linked/HEAD", there)):
        (place,) = places(repo, repo.git("rev-parse", f"{commit}:a"))
        assert (place.source, place.commit, place.refs, place.at_tip) == (COMMIT, commit, (name,), True)


def test_a_branch_and_a_tag_of_one_name_are_told_apart(repo: Repo) -> None:
    oid = repo.commit({"a": "1"})
    repo.tag("main", oid)
    assert places(repo, repo.git("rev-parse", f"{oid}:a"))[0].refs == ("heads/main", "tags/main")


@pytest.mark.parametrize(
    "name", [b"\xff\xfe", b"new\nline", b"tab\t", b"--all", b":100644 100644", b"c" + b"0" * 40, b"\x01"]
)
def test_odd_names(repo: Repo, name: bytes) -> None:
    first = repo.commit({name: "secret", name + b".d/" + name: "secret"})
    oid = repo.blob("secret")
    found = {place.path: place.commit for place in places(repo, oid)}
    shown = name.decode("utf-8", "surrogateescape")
    assert found == {shown: first, f"{shown}.d/{shown}": first}


def test_a_submodule_entry_is_no_place_of_a_commit(repo: Repo) -> None:
    first = repo.commit({"a": "1"})
    second = repo.commit({"sub": Submodule(first)})
    (place,) = places(repo, first)
    assert (place.path, place.commit) == (None, first)
    assert second not in str(place)


@pytest.mark.parametrize("when", ["99999999999999999 +0000", "1 +9999", "0 -0000"])
def test_odd_dates(repo: Repo, when: str) -> None:
    first = repo.commit({"a": "secret"}, when=when)
    (place,) = places(repo, repo.git("rev-parse", "main:a"))
    assert (place.commit, place.refs) == (first, ("main",))
    assert place.author_date is None or "T" in place.author_date


def test_a_commit_without_a_readable_date(repo: Repo) -> None:
    first = repo.commit({"a": "secret"})
    raw = repo.git("cat-file", "commit", first).replace(" 1600000060 +0200", " never")
    bad = repo.git("hash-object", "--literally", "-t", "commit", "-w", "--stdin", stdin=raw.encode())
    repo.git("update-ref", "refs/heads/main", bad)
    (place,) = places(repo, repo.git("rev-parse", "main:a"))
    assert (place.commit, place.refs) == (bad, ("main",))


def test_grafts_and_replacements_change_nothing(repo: Repo) -> None:
    first = repo.commit({"a": "secret"})
    repo.commit({"a": "2"})
    last = repo.commit({"a": "3"})
    (repo.git_dir / "info").mkdir(exist_ok=True)
    (repo.git_dir / "info" / "grafts").write_text(f"{last}\n")
    oid = repo.git("rev-parse", f"{first}:a")
    repo.git("replace", oid, repo.blob("harmless"))
    (place,) = [place for place in places(repo, oid) if place.path == "a"]
    assert (place.commit, place.refs) == (first, ("main",))


def test_a_shallow_clone_is_attributed_as_far_as_it_goes(repo: Repo, tmp_path: Path) -> None:
    repo.commit({"a": "secret"})
    second = repo.commit({"b": "2"})
    oid = repo.git("rev-parse", "main:a")
    clone = Repo(repo.clone(tmp_path / "c", "--depth=1"))
    (place,) = places(clone, oid)
    assert (place.commit, place.refs) == (second, ("main", "origin/main"))


def test_names_of_files_and_folders(repo: Repo) -> None:
    first = repo.commit({"x/key/a": "1", "y": "2"})
    second = repo.commit({"z/key": "3"})
    found = attribute(discover(repo.path), [], ["key", "nowhere"])
    assert found.objects == {}
    assert found.names.keys() == {"key"}
    one, two = found.names["key"]
    message = SourceKind.MESSAGE
    assert one == Location(
        message, "x/key", commit=first, object=repo.git("rev-parse", f"{first}:x"), author_date=stamp(1), refs=("main",)
    )
    assert (two.path, two.commit, two.object) == ("z/key", second, repo.git("rev-parse", f"{second}:z"))


def test_nothing_is_run_without_a_hit(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    found = discover(repo.path)
    monkeypatch.setenv("PATH", "")
    assert attribute(found, []).objects == {}


def test_an_empty_repository(repo: Repo) -> None:
    oid = repo.blob("secret")
    assert places(repo, oid) == (Location(SourceKind.UNREACHABLE, None, object=oid),)


def test_a_history_that_cannot_be_walked_loses_no_hit(repo: Repo) -> None:
    first = repo.commit({"a": "1"})
    repo.commit({"a": "secret"})
    repo.commit({"a": "3"})
    oid = repo.git("rev-parse", "main~1:a")
    repo.loose(first).unlink()
    attribution = attribute(discover(repo.path), [oid])
    assert attribution.objects[oid] == (Location(SourceKind.UNREACHABLE, None, object=oid),)
    (skipped,) = attribution.skipped
    assert skipped.blocking
    assert "places unknown: git log: " in skipped.why


def test_a_ref_that_leads_nowhere_does_not_hide_the_others(repo: Repo) -> None:
    first = repo.commit({"a": "secret"})
    oid = repo.git("rev-parse", "main:a")
    (repo.git_dir / "refs" / "heads" / "broken").write_text("1" * 40 + "\n")
    (place,) = places(repo, oid)
    assert (place.commit, place.refs) == (first, ("main",))


@posix
def test_the_number_of_processes_does_not_grow(repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(30):
        repo.commit({"a": str(number)}, branch=f"b{number % 5}")
    found, oids = discover(repo.path), repo.oids("blob")
    counts = []
    for some in (list(oids)[:1], oids):
        log = tmp_path / f"log{len(some)}"
        with monkeypatch.context() as patch:
            fake_git(tmp_path / "bin", f'echo "$*" >> {log}; exec "$GIT" "$@"', patch)
            attribute(found, some)
        counts.append(len(log.read_text().splitlines()))
    assert counts[0] == counts[1] <= 8


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_agreement_with_a_plain_reading_of_the_history(tmp_path: Path, seed: int) -> None:
    """Every blob against what `rev-list`, `ls-tree` and `for-each-ref --contains` say, commit by commit."""
    repo = shaped(tmp_path / "r", seed, "sha256" if seed == 3 else "sha1")
    repo.git("reflog", "expire", "--expire=all", "--all")  # one stash, so that the order is that of `--all`
    aside = set(repo.git("rev-list", "refs/stash", "refs/notes/commits", "--not", "--branches", "--tags").split())
    expected: dict[str, dict[str, str]] = {}
    order = repo.git("rev-list", "--topo-order", "--reverse", "--all").split()
    for commit in [*(one for one in order if one not in aside), *(one for one in order if one in aside)]:
        for row in repo.git("ls-tree", "-r", "-z", commit).split("\0")[:-1]:
            meta, _, path = row.partition("\t")
            expected.setdefault(meta.split()[2], {}).setdefault(path, commit)
    tips = repo.git("for-each-ref", "--format=%(refname)", "refs/heads", "refs/tags/light", "refs/tags/heavy").split()
    at_tip = {row.split()[2] for tip in tips for row in repo.git("ls-tree", "-r", tip).splitlines()}
    refs: dict[str, set[str]] = {}
    for oids in (repo.oids("blob"), *([oid] for oid in sorted(repo.oids("blob"))[:3])):
        attribution = attribute(discover(repo.path), oids)
        assert not attribution.skipped
        for oid in oids:
            found = [place for place in attribution.objects[oid] if place.commit]
            assert {place.path: place.commit for place in found} == expected.get(oid, {})
            for place in found:
                assert place.commit is not None
                if place.commit not in refs:
                    names = repo.git("for-each-ref", "--format=%(refname)", f"--contains={place.commit}").split()
                    refs[place.commit] = {re.sub("^refs/(heads/|tags/)?", "", name) for name in names}
                assert set(place.refs) == refs[place.commit]
                assert place.at_tip == (oid in at_tip)
                assert (place.source is COMMIT) == (place.commit not in aside)


@pytest.mark.slow
def test_twenty_thousand_refs(repo: Repo) -> None:
    oid = repo.commit({"a": "secret"})
    repo.commit({"a": "2"})
    blob = repo.git("rev-parse", f"{oid}:a")
    lines = [f"{oid} refs/heads/team/{number:05}\n" for number in range(20_000)]
    (repo.git_dir / "packed-refs").write_text("# pack-refs with: peeled fully-peeled sorted \n" + "".join(lines))
    (place,) = places(repo, blob)
    assert len(place.refs) == 20_001
