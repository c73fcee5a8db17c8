from __future__ import annotations

import hashlib
import os
import random
from pathlib import Path

import pytest

from revont_guard.model import SourceKind
from revont_guard.sources.git import lfs
from revont_guard.sources.git.objects import History
from revont_guard.sources.git.repository import discover
from revont_guard.sources.git.since import Since
from tests.repos import Files, Link, Repo
from tests.sources.git.helpers import (
    blocking,
    contents,
    everything,
    fake_git,
    file_oids,
    marked,
    no_child_is_left,
    posix,
    read,
)


def shaped(path: Path, seed: int, object_format: str = "sha1") -> Repo:
    """A repository with something of everything, different for each seed."""
    rng = random.Random(seed)
    repo = Repo(path, bare=seed % 3 == 0, object_format=object_format)
    commits = [repo.commit({"README": "read me"})]
    branches = ["main"]
    for number in range(rng.randrange(10, 30)):
        names: list[str | bytes] = ["a", "b/c", "b/d/e", "ünï", b"\xff\xfe", "new\nline", "--option", ' "quoted"']
        contents: list[str | Link | None] = [f"text {rng.randrange(20)}", f"{rng.random()}", Link("../away"), "", None]
        files: Files = {rng.choice(names): rng.choice(contents)}
        if rng.random() < 0.3:
            branches.append(f"branch-{number}")
            commits.append(repo.commit(files, branch=branches[-1], parents=[rng.choice(commits)]))
        elif len(branches) > 1 and rng.random() < 0.3:
            into, other = rng.sample(branches, 2)
            commits.append(repo.merge(into, other, files))
        else:
            commits.append(repo.commit(files, branch=rng.choice(branches)))
    repo.tag("light", commits[1])
    repo.tag("heavy", commits[2], "a tag")
    repo.tag("of-a-blob", repo.blob("tagged"))
    repo.note(commits[0], "a note")
    repo.stash({"a": "stashed first"}, base=commits[0])
    repo.stash({"a": "stashed second"}, base=commits[0])
    repo.moved_away({"a": "amended"})
    if rng.random() < 0.7:
        repo.pack()
    repo.lost({"lost": f"lost {seed}"})
    repo.blob(f"loose {seed}")
    return repo


@pytest.mark.parametrize("seed", range(6))
def test_every_object_is_seen_once(tmp_path: Path, seed: int) -> None:
    repo = shaped(tmp_path / "r", seed, "sha256" if seed == 5 else "sha1")
    history = History(discover(repo.path))
    blobs, skipped = read(history, everything)
    files = [blob for blob in blobs if blob.origin.source is SourceKind.UNREACHABLE and blob.origin.path is None]
    assert not skipped
    assert sorted(blob.origin.object or "" for blob in files) == sorted(repo.oids("blob"))
    assert history.tally.blobs == len(repo.oids("blob"))
    assert history.tally.commits == len(repo.oids("commit"))
    assert history.tally.bytes == sum(len(blob.data) for blob in files)
    for blob in files:
        header = b"blob %d\0" % len(blob.data)
        assert hashlib.new(discover(repo.path).object_format, header + blob.data).hexdigest() == blob.origin.object
    messages = {blob.origin.object for blob in blobs if not blob.origin.refs} - file_oids(blobs)
    assert messages >= repo.oids("commit") | repo.oids("tag")


def test_only_what_passes_is_yielded_and_all_is_counted(tmp_path: Path) -> None:
    repo = Repo(tmp_path / "r")
    repo.commit({"a": "nothing", "b": "a revont key"})
    history = History(discover(repo.path))
    assert contents(history) == {b"a revont key"}
    assert (history.tally.blobs, history.tally.commits, history.tally.bytes) == (2, 1, 19)


def test_messages_authors_names_and_logs(tmp_path: Path) -> None:
    repo = Repo(tmp_path / "r")
    first = repo.commit({"a": "1", "dir/revont-1": "2"}, "a message with revont", author="revont <r@example.org>")
    tree = repo.git("rev-parse", f"{first}:dir")
    repo.commit({"dir/other": "3"})
    tag = repo.tag("v1", first, "a revont tag")
    repo.git("update-ref", "refs/heads/feature/revont-2", first)
    lost = repo.moved_away({"a": "4"}, message="commit: revont amended")
    blobs, skipped = read(History(discover(repo.path)))
    assert not skipped
    found = {blob.data: (blob.origin.source, blob.origin.object, blob.origin.refs) for blob in blobs}
    message = SourceKind.MESSAGE
    author = (
        b"author revont <r@example.org> 1600000060 +0200\ncommitter A. Person <person@example.org> 1600000060 +0200"
    )
    assert found.pop(author + b"\n\na message with revont\n") == (message, first, ())
    assert found.pop(b"2")[0] is SourceKind.UNREACHABLE  # what lies under a name that passes
    kind, where, _ = found.pop(b"revont-1")
    assert (kind, where in repo.oids("tree")) == (message, True)
    assert tree in repo.oids("tree")
    assert found.pop(b"refs/heads/feature/revont-2") == (message, first, ("feature/revont-2",))
    (tagged,) = [data for data in found if b"a revont tag" in data]
    assert found.pop(tagged) == (message, tag, ())
    assert tagged.startswith(b"type commit\ntag v1\ntagger ")
    (logged,) = found
    assert b"commit: revont amended" in logged
    assert {blob.origin.object for blob in blobs if blob.data == logged} <= {lost, repo.git("rev-parse", "main")}
    assert found[logged][2] == ("main",)


def test_a_log_whose_ref_and_commit_are_gone(tmp_path: Path) -> None:
    repo = Repo(tmp_path / "r")
    first = repo.commit({"a": "1"})
    log = repo.git_dir / "logs" / "refs" / "heads" / "gone"
    log.parent.mkdir(parents=True, exist_ok=True)
    log.write_bytes(b"%s %s P <p@x> 1 +0000\tcommit: revont\n" % (first.encode(), b"1" * 40))
    (blob,), skipped = read(History(discover(repo.path)))
    assert (blob.origin.object, blob.origin.refs, skipped) == ("1" * 40, ("gone",), [])


def test_a_name_is_given_once_however_many_versions_its_folder_has(tmp_path: Path) -> None:
    repo = Repo(tmp_path / "r")
    for number in range(10):
        repo.commit({"revont.txt": str(number)})
    blobs, _ = read(History(discover(repo.path)))
    assert [blob.data for blob in blobs if blob.origin.source is SourceKind.MESSAGE] == [b"revont.txt"]


def test_what_lies_under_a_name_that_passes_comes_whatever_it_holds(tmp_path: Path) -> None:
    repo = Repo(tmp_path / "r")
    first = repo.commit({"etc/revont/deep/er/a": "one", "etc/other/a": "two", "revont.env": "three"})
    second = repo.commit({"etc/revont/deep/er/a": "four"})
    blobs, skipped = read(History(discover(repo.path)))
    files = {(blob.origin.path, blob.data) for blob in blobs if blob.origin.source is SourceKind.UNREACHABLE}
    assert not skipped
    assert files == {("revont/deep/er/a", b"one"), ("revont.env", b"three"), ("revont/deep/er/a", b"four")}
    blobs, _ = read(History(discover(repo.path), Since(known=(first,))))
    assert {blob.data for blob in blobs if blob.origin.source is SourceKind.UNREACHABLE} == {b"four"}
    assert second


@posix
def test_closing_early_leaves_no_process(tmp_path: Path) -> None:
    repo = Repo(tmp_path / "r")
    for _ in range(20):
        repo.commit({"a": os.urandom(200_000)})
    stream = History(discover(repo.path)).blobs(everything)
    next(stream)
    stream.close()  # type: ignore[attr-defined]
    assert no_child_is_left()


class TestGaps:
    """What could not be read is said, and what could be read is not lost."""

    @pytest.fixture
    def repo(self, tmp_path: Path) -> Repo:
        repo = Repo(tmp_path / "r")
        for number in range(5):
            repo.commit({"a": f"revont {number}", "b": f"other {number}"}, f"change {number}")
        return repo

    def test_a_shallow_clone(self, repo: Repo, tmp_path: Path) -> None:
        history = History(discover(repo.clone(tmp_path / "c", "--depth=2")))
        blobs, skipped = read(history)
        assert {blob.data for blob in blobs} == {b"revont 3", b"revont 4"}
        for remedy in ("git fetch --unshallow", "fetch-depth: 0", "GIT_DEPTH: 0"):
            assert remedy in blocking(skipped)

    @pytest.mark.parametrize("filtered", ["blob:none", "tree:0", "blob:limit=8"])
    def test_a_partial_clone(self, repo: Repo, tmp_path: Path, filtered: str) -> None:
        path = repo.clone(tmp_path / "c", "--no-checkout", f"--filter={filtered}")
        repo.path.rename(tmp_path / "away")  # nothing can be fetched meanwhile
        blobs, skipped = read(History(discover(path)))
        expected = {b"revont 0", b"revont 1", b"revont 2", b"revont 3", b"revont 4"} if "limit" in filtered else set()
        assert {blob.data for blob in blobs} <= expected
        assert "left with the server by a partial clone: make a clone without `--filter`" in blocking(skipped)
        assert ("5 git objects: " if filtered == "tree:0" else "10 git objects: ") in blocking(skipped) or expected

    def test_a_missing_object_is_named(self, repo: Repo) -> None:
        gone = repo.git("rev-parse", "main~3:a")
        repo.loose(gone).unlink()
        blobs, skipped = read(History(discover(repo.path)))
        assert len(blobs) == 4
        assert blocking(skipped) == f"1 git object: {gone}: missing from the object store"

    def test_a_missing_commit_is_named(self, repo: Repo) -> None:
        gone = repo.git("rev-parse", "main~2")
        repo.loose(gone).unlink()
        blobs, skipped = read(History(discover(repo.path)))
        assert len(blobs) == 5
        assert gone in blocking(skipped)

    @pytest.mark.parametrize("damage", [b"", b"garbage", b"cut"])
    def test_a_corrupt_object_is_named_and_the_rest_is_read(self, repo: Repo, damage: bytes) -> None:
        bad = [repo.git("rev-parse", f"main~{number}:a") for number in (1, 3)]
        for oid in bad:
            path = repo.loose(oid)
            path.chmod(0o644)
            path.write_bytes(path.read_bytes()[:-4] if damage == b"cut" else damage)
        history = History(discover(repo.path))
        blobs, skipped = read(history)
        assert {blob.data for blob in blobs} == {b"revont 0", b"revont 2", b"revont 4"}
        for oid in bad:
            assert oid in blocking(skipped)
        assert history.tally.commits == 5

    def test_a_truncated_pack(self, repo: Repo) -> None:
        repo.pack()
        (pack,) = (repo.git_dir / "objects" / "pack").glob("*.pack")
        pack.chmod(0o644)
        pack.write_bytes(pack.read_bytes()[:200])
        _, skipped = read(History(discover(repo.path)))
        assert blocking(skipped)

    @pytest.mark.parametrize("suffix", [".pack", ".idx"])
    @pytest.mark.slow
    def test_wherever_a_pack_or_its_index_is_damaged(self, repo: Repo, suffix: str) -> None:
        """Each blob is read, or else it is said that something was not."""
        expected = {f"{word} {number}".encode() for word in ("revont", "other") for number in range(5)}
        repo.pack()
        (original,) = (repo.git_dir / "objects" / "pack").glob("*" + suffix)
        data = original.read_bytes()
        original.chmod(0o644)
        for start in range(0, len(data), len(data) // 12):
            for damaged in (data[:start], data[:start] + bytes(8) + data[start + 8 :]):
                original.write_bytes(damaged)
                blobs, skipped = read(History(discover(repo.path)), everything)
                assert expected <= {blob.data for blob in blobs} or blocking(skipped)

    @pytest.mark.parametrize(("removed", "why"), [(".idx", "it has no index"), (".pack", "its pack is missing")])
    def test_half_a_pack(self, repo: Repo, removed: str, why: str) -> None:
        repo.pack()
        (path,) = (repo.git_dir / "objects" / "pack").glob("*" + removed)
        path.unlink()
        assert why in blocking(read(History(discover(repo.path)))[1])

    def test_an_alternate_that_is_gone(self, repo: Repo, tmp_path: Path) -> None:
        repo.borrow(tmp_path / "nowhere")
        blobs, skipped = read(History(discover(repo.path)))
        assert len(blobs) == 5
        assert "check .git/objects/info/alternates" in blocking(skipped) or "error:" in blocking(skipped)

    def test_a_branch_that_leads_nowhere(self, repo: Repo) -> None:
        (repo.git_dir / "refs" / "heads" / "broken").write_text("1" * 40 + "\n")
        blobs, skipped = read(History(discover(repo.path)))
        assert len(blobs) == 5
        assert blocking(skipped)

    def test_an_object_over_the_limit(self, repo: Repo) -> None:
        large = repo.blob("revont" * 100)
        blobs, skipped = read(History(discover(repo.path), limit=500))
        assert len(blobs) == 5
        assert f"object {large}: larger than" in blocking(skipped)

    @posix
    def test_a_git_that_is_killed(self, repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        script = (
            'case "$*" in *--batch-all-objects*) "$GIT" "$@" | head -c 900; kill -9 $$;; *) exec "$GIT" "$@";; esac'
        )
        fake_git(tmp_path / "bin", script, monkeypatch)
        blobs, skipped = read(History(discover(repo.path)), everything)
        assert file_oids(blobs)
        assert "was killed (signal 9)" in blocking(skipped)

    @posix
    def test_a_git_that_fails(self, repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        script = 'case "$*" in *--batch*) echo "fatal: out of luck" >&2; exit 128;; *) exec "$GIT" "$@";; esac'
        fake_git(tmp_path / "bin", script, monkeypatch)
        blobs, skipped = read(History(discover(repo.path)), everything)
        assert not file_oids(blobs)
        assert "git cat-file: fatal: out of luck" in blocking(skipped)


class TestLfs:
    """Git LFS: a blob that only points to its content."""

    def test_content_that_is_here_is_read(self, tmp_path: Path) -> None:
        repo = Repo(tmp_path / "r")
        repo.commit({"a.bin": lfs.pointer_to(b"revont in a large file")})
        oid = repo.git("rev-parse", "main:a.bin")
        path = lfs.stored(discover(repo.path), hashlib.sha256(b"revont in a large file").hexdigest())
        path.parent.mkdir(parents=True)
        path.write_bytes(b"revont in a large file")
        (blob,), skipped = read(History(discover(repo.path)))
        assert (blob.data, blob.origin.object, skipped) == (b"revont in a large file", oid, [])

    def test_content_that_is_not_blocks_once_for_all(self, tmp_path: Path) -> None:
        repo = Repo(tmp_path / "r")
        repo.commit({f"{number}.bin": lfs.pointer_to(b"%d" % number) for number in range(7)})
        _, (skipped,) = read(History(discover(repo.path)))
        assert skipped.blocking
        assert skipped.what.startswith("7 git objects: ")
        assert skipped.what.endswith(" and 4 more")
        assert "git lfs fetch --all" in skipped.why

    def test_a_text_about_pointers_is_none(self) -> None:
        assert lfs.pointer(b"version https://git-lfs.github.com/spec/v1\nno oid\n") is None
        assert lfs.pointer(b"see version https://git-lfs.github.com/spec/v1\n") is None
        assert lfs.pointer(lfs.pointer_to(b"x") + b" " * 2000) is None


@pytest.mark.slow
def test_twenty_thousand_refs(tmp_path: Path) -> None:
    repo = Repo(tmp_path / "r")
    oid = repo.commit({"a": "revont"})
    lines = [f"{oid} refs/heads/team/{number:05}\n" for number in range(20_000)]
    repo.flush()
    (repo.git_dir / "packed-refs").write_text("# pack-refs with: peeled fully-peeled sorted \n" + "".join(lines))
    repo.git("pack-refs", "--all")
    assert contents(History(discover(repo.path))) == {b"revont"}


def test_what_git_lists_while_it_is_repacked_is_still_all(tmp_path: Path) -> None:
    """Objects that stand in several packs and loose besides come once."""
    repo = Repo(tmp_path / "r")
    oids = [repo.commit({"a": f"revont {number}"}) for number in range(4)]
    repo.git("repack", "-q")
    repo.git("pack-objects", "-q", ".git/objects/pack/pack", stdin="\n".join(oids).encode())
    blobs, _ = read(History(discover(repo.path)), marked)
    assert sorted(blob.data for blob in blobs) == [b"revont 0", b"revont 1", b"revont 2", b"revont 3"]
