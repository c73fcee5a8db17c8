"""Repositories made to harm whoever reads them: nothing that they bring may run, hang or hide."""

from __future__ import annotations

import hashlib
import itertools
import os
import subprocess
import time
import zlib
from pathlib import Path

import pytest

from revont_guard.errors import GitError
from revont_guard.model import SourceKind
from revont_guard.sources.git.attribution import attribute
from revont_guard.sources.git.index import Staged, differing, staged, tracked
from revont_guard.sources.git.objects import History
from revont_guard.sources.git.refs import refs
from revont_guard.sources.git.repository import Repository, discover
from revont_guard.sources.git.since import Since
from tests.repos import Link, Repo
from tests.sources.git.helpers import blocking, contents, everything, posix, read

pytestmark = posix


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    repo = Repo(tmp_path / "r")
    repo.commit({"a.txt": "revont one", ".gitattributes": "* filter=evil diff=evil merge=evil"})
    repo.commit({"a.txt": "revont two"})
    return repo


@pytest.fixture
def trap(tmp_path: Path) -> Path:
    """A program that leaves a trace when it is run."""
    program = tmp_path / "trap"
    program.write_text(f'#!/bin/sh\necho "$0 $*" >> {tmp_path / "sprung"}\n')
    program.chmod(0o755)
    return program


def sprung(trap: Path) -> bool:
    return trap.with_name("sprung").exists()


def read_all_of(path: Path) -> Repository:
    """Every way in which the package reads a repository."""
    repository = discover(path)
    read(History(repository), everything)
    read(History(repository, Since(("HEAD~1",))), everything)
    oids = repository.run("rev-list", "--all", "--objects", "--no-object-names", "--missing=allow-any").decode().split()
    attribute(repository, oids, ["a.txt"])
    if repository.worktree is not None:
        staged(repository)
        read(Staged(repository), everything)
        differing(repository, sorted(tracked(repository)))
    return repository


PROGRAMS = {
    "core.fsmonitor": "{trap}",
    "core.hooksPath": "{hooks}",
    "core.pager": "{trap}",
    "core.editor": "{trap}",
    "core.askPass": "{trap}",
    "core.sshCommand": "{trap}",
    "core.gitProxy": "{trap}",
    "core.alternateRefsCommand": "{trap}",
    "credential.helper": "!{trap}",
    "diff.external": "{trap}",
    "diff.evil.command": "{trap}",
    "diff.evil.textconv": "{trap}",
    "filter.evil.clean": "{trap}",
    "filter.evil.smudge": "{trap}",
    "filter.evil.process": "{trap}",
    "filter.evil.required": "true",
    "merge.evil.driver": "{trap}",
    "gpg.program": "{trap}",
    "log.showSignature": "true",
    "interactive.diffFilter": "{trap}",
    "pager.log": "{trap}",
    "pager.rev-list": "{trap}",
    "uploadpack.packObjectsHook": "{trap}",
    **{f"alias.{verb}": "!{trap}" for verb in ("log", "cat-file", "ls-files", "rev-list", "diff-index", "rev-parse")},
}


def set_traps(repo: Repo, trap: Path) -> None:
    hooks = trap.with_name("hooks")
    hooks.mkdir()
    for name in ("post-index-change", "pre-commit", "reference-transaction", "post-checkout", "fsmonitor-watchman"):
        (hooks / name).symlink_to(trap)
        (repo.git_dir / "hooks").mkdir(exist_ok=True)
        (repo.git_dir / "hooks" / name).symlink_to(trap)
    for name, value in PROGRAMS.items():
        repo.git("config", name, value.format(trap=trap, hooks=hooks))


class TestPrograms:
    """Settings that make git start something."""

    def test_none_is_run(self, repo: Repo, trap: Path) -> None:
        repo.checkout()
        set_traps(repo, trap)
        trap.with_name("sprung").unlink(missing_ok=True)  # by the setting up
        (repo.path / "a.txt").write_text("revont 111")  # the same size, at the same time as the index: git would filter
        read_all_of(repo.path)
        assert not sprung(trap)
        subprocess.run(["git", "status"], cwd=repo.path, capture_output=True, check=False)
        assert sprung(trap), "the traps do not work, so the test proves nothing"

    def test_nor_through_an_include(self, repo: Repo, trap: Path, tmp_path: Path) -> None:
        repo.checkout()
        (tmp_path / "included").write_text(f"[core]\n\tfsmonitor = {trap}\n")
        repo.git("config", "include.path", str(tmp_path / "included"))
        read_all_of(repo.path)
        assert not sprung(trap)
        subprocess.run(["git", "status"], cwd=repo.path, capture_output=True, check=False)
        assert sprung(trap)

    def test_nor_in_the_configuration_of_a_worktree(self, repo: Repo, trap: Path) -> None:
        repo.checkout()
        repo.git("config", "extensions.worktreeConfig", "true")
        repo.git("config", "--worktree", "core.fsmonitor", str(trap))
        read_all_of(repo.path)
        assert not sprung(trap)

    def test_nor_by_a_signature(self, repo: Repo, trap: Path) -> None:
        raw = repo.git("cat-file", "commit", "main").replace(
            "\n\n", "\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n\n", 1
        )
        signed = repo.git("hash-object", "-t", "commit", "-w", "--stdin", stdin=raw.encode() + b"\n")
        repo.git("update-ref", "refs/heads/main", signed)
        set_traps(repo, trap)
        trap.with_name("sprung").unlink(missing_ok=True)
        read_all_of(repo.path)
        assert not sprung(trap)
        subprocess.run(["git", "log", "-1", signed], cwd=repo.path, capture_output=True, check=False)

    @pytest.mark.parametrize(
        "url", ["ext::{trap} %S", "ssh://host/x", "file:///nowhere", "none::x", "https://127.0.0.1:9/x"]
    )
    def test_nothing_is_fetched_for_a_promised_object(self, repo: Repo, trap: Path, url: str) -> None:
        gone = repo.git("rev-parse", "main:a.txt")
        repo.pack()
        repo.git("update-ref", "refs/heads/x", "main")
        settings = {
            "core.repositoryFormatVersion": "1",
            "extensions.partialClone": "origin",
            "remote.origin.url": url.format(trap=trap),
            "remote.origin.promisor": "true",
            "protocol.allow": "always",
            "protocol.ext.allow": "always",
            "core.sshCommand": str(trap),
        }
        pack = _rewritten_without(repo, gone)
        (pack.with_suffix(".promisor")).touch()
        for name, value in settings.items():
            repo.git("config", name, value)
        _, skipped = read(History(discover(repo.path)))
        assert f"1 git object: {gone}: left with the server" in blocking(skipped)
        read_all_of(repo.path)
        assert not sprung(trap)
        if url.startswith(("ext", "ssh")):
            subprocess.run(["git", "cat-file", "-p", gone], cwd=repo.path, capture_output=True, check=False)
            assert sprung(trap), "the trap does not work, so the test proves nothing"


def _rewritten_without(repo: Repo, gone: str) -> Path:
    """Pack all objects but one, and drop everything else."""
    oids = sorted(repo.oids() - {gone})
    name = repo.git("pack-objects", "-q", ".git/objects/pack/pack", stdin="\n".join(oids).encode())
    keep = repo.git_dir / "objects" / "pack" / f"pack-{name}.pack"
    for path in keep.parent.iterdir():
        if name not in path.name:
            path.unlink()
    repo.git("prune-packed")
    return keep


class TestLies:
    """Settings and files that would make git leave something out."""

    def test_settings_of_log_and_diff(self, repo: Repo) -> None:
        base = repo.git("rev-parse", "main~1")
        repo.commit({"s": "1"}, branch="side", parents=[base])
        merge = repo.merge("main", "side", {"evil": "revont merged"})
        (repo.git_dir / "order").write_text("nothing\n")
        for name, value in {
            "log.diffMerges": "off", "log.showRoot": "false", "log.follow": "true", "diff.relative": "true",
            "diff.orderFile": str(repo.git_dir / "order"), "diff.renames": "copies", "diff.ignoreSubmodules": "all",
            "core.quotePath": "true", "color.ui": "always", "color.diff": "always", "format.pretty": "oneline",
            "core.abbrev": "4", "log.date": "relative", "core.notesRef": "refs/notes/x", "diff.noprefix": "true",
            "transfer.hideRefs": "refs", "log.excludeDecoration": "*", "core.bigFileThreshold": "1",
            "core.deltaBaseCacheLimit": "1",
        }.items():  # fmt: skip
            repo.git("config", name, value)
        assert contents(History(discover(repo.path))) == {b"revont one", b"revont two", b"revont merged"}
        first, evil = repo.git("rev-parse", f"{base}:a.txt"), repo.git("rev-parse", f"{merge}:evil")
        found = attribute(discover(repo.path), [first, evil])
        assert (found.objects[first][0].commit, found.objects[evil][0].commit) == (base, merge)

    def test_a_replacement_hides_nothing(self, repo: Repo) -> None:
        repo.git("replace", repo.git("rev-parse", "main:a.txt"), repo.blob("harmless"))
        repo.git("replace", repo.git("rev-parse", "main"), repo.git("rev-parse", "main~1"))
        assert contents(History(discover(repo.path))) == {b"revont one", b"revont two"}

    def test_a_commit_graph_that_lies_is_not_asked(self, repo: Repo) -> None:
        first = repo.git("rev-parse", "main~1")
        oid = repo.git("rev-parse", f"{first}:a.txt")
        repo.git("commit-graph", "write", "--reachable")
        graph = repo.git_dir / "objects" / "info" / "commit-graph"
        graph.chmod(0o644)
        data = bytearray(graph.read_bytes())
        data[-60:] = bytes(60)
        graph.write_bytes(data)
        assert attribute(discover(repo.path), [oid]).objects[oid][0].commit == first

    def test_names_that_look_like_git_output_or_options(self, repo: Repo) -> None:
        names = ["--output=x", "-", ":100644 100644 x", "c" + "0" * 40, "a missing", "\n", "\x1b[31m", "\xff" * 60]
        commit = repo.commit({name: f"revont {number}" for number, name in enumerate(names)} | {b"\xff\xfe": "revont"})
        blobs, skipped = read(History(discover(repo.path)))
        assert len(blobs) == 3 + len(names)
        assert not skipped
        found = attribute(discover(repo.path), [blob.origin.object or "" for blob in blobs])
        paths = {place.path for places in found.objects.values() for place in places if place.commit == commit}
        assert paths == {*names, "\udcff\udcfe"}

    def test_refs_that_look_like_options(self, repo: Repo) -> None:
        oid = repo.git("rev-parse", "main")
        names = ["refs/heads/--upload-pack=x", "refs/heads/-q", "refs/tags/--all", "refs/heads/\xff\xfe"]
        (repo.git_dir / "packed-refs").write_bytes(
            b"# pack-refs with: peeled fully-peeled sorted \n"
            + b"".join(f"{oid} {name}\n".encode("latin-1") for name in sorted(names))
        )
        assert contents(History(discover(repo.path))) == {b"revont one", b"revont two"}
        blob = repo.git("rev-parse", "main~1:a.txt")
        found = attribute(discover(repo.path), [blob]).objects[blob][0].refs
        assert {"--upload-pack=x", "-q", "--all", "main", "\udcff\udcfe"} == set(found)


class TestShapes:
    """Shapes that would keep a reader busy, or break it."""

    def test_alternates_in_a_loop(self, repo: Repo, tmp_path: Path) -> None:
        other = Repo(tmp_path / "other")
        other.commit({"b": "revont three"})
        repo.borrow(other.git_dir, repo.git_dir)
        other.borrow(repo.git_dir, other.git_dir)
        blobs, _ = read(History(discover(repo.path)))
        assert {blob.data for blob in blobs} == {b"revont one", b"revont two", b"revont three"}

    def test_alternates_nested_too_deep_are_told(self, tmp_path: Path) -> None:
        chain = [Repo(tmp_path / str(number)) for number in range(9)]
        for number, one in enumerate(chain):
            one.commit({"a": f"revont {number}"})
        for borrower, lender in itertools.pairwise(chain):
            borrower.borrow(lender.git_dir)
        blobs, skipped = read(History(discover(chain[0].path)))
        assert len(blobs) < 9
        assert "nesting too deep" in blocking(skipped)

    def test_deep_trees(self, repo: Repo) -> None:
        path = "/".join(["d"] * 1000) + "/key"
        commit = repo.commit({path: "revont deep"})
        assert b"revont deep" in contents(History(discover(repo.path)))
        oid = repo.blob("revont deep")
        (place,) = attribute(discover(repo.path), [oid]).objects[oid]
        assert (place.path, place.commit) == (path, commit)

    @pytest.mark.slow
    def test_trees_deeper_than_git_can_walk_are_told_and_lose_nothing(self, repo: Repo) -> None:
        parent = repo.git("rev-parse", "main")
        oid = _loose(repo, b"blob", b"revont at the bottom")
        blob, mode = oid.hex(), b"100644 key"
        for _ in range(30_000):
            oid, mode = _loose(repo, b"tree", mode + b"\0" + oid), b"40000 d"
        head = f"tree {oid.hex()}\nparent {parent}\nauthor A <a@b> 1 +0000\ncommitter A <a@b> 1 +0000\n\nx\n"
        repo.git("update-ref", "refs/heads/deep", _loose(repo, b"commit", head.encode()).hex())
        blobs, _ = read(History(discover(repo.path)))
        assert {one.data for one in blobs} == {b"revont one", b"revont two", b"revont at the bottom"}
        attribution = attribute(discover(repo.path), [blob])
        (place,) = attribution.objects[blob]
        assert place.source is SourceKind.COMMIT or blocking(list(attribution.skipped))
        earlier = repo.git("rev-parse", "main~1:a.txt")
        assert attribute(discover(repo.path), [blob, earlier]).objects[earlier][0].path == "a.txt"

    def test_symlinks_out_of_the_tree_are_text(self, repo: Repo, tmp_path: Path) -> None:
        (tmp_path / "outside").write_text("revont outside")
        repo.commit({"link": Link("../outside"), "folder": Link("/etc")})
        repo.checkout()
        repo.stage({"other": Link("../outside")})
        found = discover(repo.path)
        assert b"revont outside" not in {blob.data for blob in read(History(found), everything)[0]}
        assert contents(Staged(found)) == set()
        assert differing(found, [b"link", b"other"]) == {}

    def test_files_of_git_that_are_no_files(self, repo: Repo) -> None:
        os.mkfifo(repo.git_dir / "logs" / "pipe")
        (repo.git_dir / "logs" / "zero").symlink_to("/dev/zero")
        (repo.git_dir / "logs" / "loop").symlink_to(repo.git_dir / "logs")
        assert contents(History(discover(repo.path))) == {b"revont one", b"revont two"}

    def test_a_configuration_that_never_ends(self, repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
        from revont_guard.sources.git import repository

        os.mkfifo(repo.git_dir / "pipe")
        with (repo.git_dir / "config").open("a") as config:
            config.write("[include]\n\tpath = pipe\n")
        monkeypatch.setattr(repository, "_PATIENCE", 0.5)
        with pytest.raises(GitError, match="did not answer"):
            discover(repo.path)

    def test_a_git_file_that_is_none(self, repo: Repo, tmp_path: Path) -> None:
        for number, text in enumerate([b"", b"gitdir: ", b"gitdir: /dev", b"\xff\0", b"gitdir: " + b"x" * 100_000]):
            folder = tmp_path / f"f{number}"
            folder.mkdir()
            (folder / ".git").write_bytes(text)
            with pytest.raises(GitError, match="leads to no repository"):
                discover(folder)

    @pytest.mark.slow
    def test_a_million_refs_cost_in_proportion(self, repo: Repo) -> None:
        oid = repo.git("rev-parse", "main")
        spent = []
        for count in (10_000, 40_000):
            lines = "".join(f"{oid} refs/heads/b/{number:06}\n" for number in range(count))
            (repo.git_dir / "packed-refs").write_text("# pack-refs with: peeled fully-peeled sorted \n" + lines)
            started = time.monotonic()
            found = discover(repo.path)
            assert len(refs(found)) == count + 1
            read(History(found))
            blob = repo.git("rev-parse", "main~1:a.txt")
            assert len(attribute(found, [blob]).objects[blob][0].refs) == count + 1
            spent.append(time.monotonic() - started)
        assert spent[1] < 10 * spent[0]


def _loose(repo: Repo, kind: bytes, data: bytes) -> bytes:
    """Write an object as git would, without git."""
    raw = kind + b" %d\0" % len(data) + data
    digest = hashlib.sha1(raw, usedforsecurity=False)
    folder = os.path.join(repo.git_dir, "objects", digest.hexdigest()[:2])
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, digest.hexdigest()[2:]), "wb") as file:
        file.write(zlib.compress(raw, 1))
    return digest.digest()
