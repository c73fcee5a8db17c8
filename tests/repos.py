"""Repositories for tests, of every shape: deterministic, quick (one git fast-import each), apart from the user's git.

repository = Repo(tmp_path / "r")
first = repository.commit({"a.txt": "one"})
repository.commit({"b.txt": "two"}, branch="side", parents=[first])
repository.merge("main", "side", {"c.txt": "only in the merge"})
repository.pack()
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Self

Content = str | bytes


@dataclass(frozen=True)
class Link:
    """A symbolic link as the content of a file."""

    target: Content


@dataclass(frozen=True)
class Submodule:
    """A submodule entry as the content of a file."""

    commit: str


Files = Mapping[Content, Content | Link | Submodule | None]
"""Path → content; None removes the file."""

AUTHOR = "A. Person <person@example.org>"
EPOCH = 1_600_000_000
ISOLATED = {
    "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "A. Person",
    "GIT_AUTHOR_EMAIL": "person@example.org",
    "GIT_COMMITTER_NAME": "A. Person",
    "GIT_COMMITTER_EMAIL": "person@example.org",
    "GIT_AUTHOR_DATE": f"{EPOCH} +0200",
    "GIT_COMMITTER_DATE": f"{EPOCH} +0200",
}


def git(folder: Path, *arguments: str, stdin: bytes = b"", env: Mapping[str, str] | None = None) -> bytes:
    """Run git in ``folder`` with fixed identities and dates and nobody's configuration; its output."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    command = ["git", "-c", "protocol.file.allow=always", "-c", "init.defaultBranch=main", *arguments]
    variables = kept | ISOLATED | dict(env or {})
    done = subprocess.run(command, cwd=folder, input=stdin, capture_output=True, env=variables, check=False)
    assert done.returncode == 0, (arguments, done.stderr.decode(errors="replace"))
    return done.stdout


def _bytes(text: Content) -> bytes:
    return text if isinstance(text, bytes) else text.encode()


def _quoted(path: Content) -> bytes:
    """A path as fast-import reads it, whatever bytes are in it."""
    return b'"' + b"".join(b"\\%03o" % byte for byte in _bytes(path)) + b'"'


class Repo:
    """A repository that grows. Each call gives the id of what it made; a minute passes between commits."""

    def __init__(self, path: Path, *, bare: bool = False, object_format: str = "sha1") -> None:
        self._path = path
        self.bare = bare
        self._clock = EPOCH
        self._mark = 0
        self._marks: dict[str, str] = {}
        self._tips: dict[str, str] = {}
        self._importer: subprocess.Popen[bytes] | None = None
        path.mkdir(parents=True, exist_ok=True)
        git(path, "init", "--quiet", f"--object-format={object_format}", "--template=", *(["--bare"] if bare else []))

    @property
    def path(self) -> Path:
        """Where it is. Everything made so far is then in it."""
        self.flush()
        return self._path

    @property
    def git_dir(self) -> Path:
        return self.path if self.bare else self.path / ".git"

    def git(self, *arguments: str, stdin: bytes = b"", env: Mapping[str, str] | None = None) -> str:
        """Run git in the repository; its output, stripped."""
        return git(self.path, *arguments, stdin=stdin, env=env).decode("utf-8", "surrogateescape").strip()

    def __del__(self) -> None:
        with suppress(AttributeError, AssertionError):
            self.flush()

    def flush(self) -> Self:
        """End the import, so that everything is in the repository. The next object starts another."""
        if self._importer is not None:
            process, self._importer, self._mark = self._importer, None, 0
            self._marks.clear()
            _, errors = process.communicate()
            assert process.returncode == 0, errors.decode(errors="replace")
        return self

    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        if self._importer is None:
            kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
            self._importer = subprocess.Popen(
                ["git", "fast-import", "--quiet", "--force", "--date-format=raw-permissive"],
                cwd=self._path,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=kept | ISOLATED,
            )
        assert self._importer.stdin is not None and self._importer.stdout is not None
        return self._importer.stdin, self._importer.stdout

    def _made(self, *lines: bytes) -> str:
        """Send ``lines``, which define the mark of the moment, and ask for the id that it got."""
        stdin, stdout = self._pipes()
        stdin.writelines(lines)
        stdin.write(b"get-mark :%d\n" % self._mark)
        with suppress(BrokenPipeError):
            stdin.flush()
        oid = stdout.readline().decode().strip()
        if not oid:
            self.flush()  # tells what was wrong
        self._marks[oid] = f":{self._mark}"  # an import finds its own commits by mark only
        return oid

    def _next_mark(self) -> bytes:
        self._pipes()
        self._mark += 1
        return b"mark :%d\n" % self._mark

    def commit(
        self,
        files: Files,
        message: Content = "a change",
        *,
        branch: str = "main",
        parents: Sequence[str] | None = None,
        author: Content = AUTHOR,
        when: Content | None = None,
    ) -> str:
        """A commit on ``branch`` (or on a full ref name), after ``parents`` if given, else after its tip."""
        self._clock += 60
        ref = branch if branch.startswith("refs/") else f"refs/heads/{branch}"
        text = _bytes(message).removesuffix(b"\n") + b"\n"
        stamp = _bytes(when) if when is not None else b"%d +0200" % self._clock
        lines = []
        if parents is not None and not parents:
            lines.append(b"reset %s\n\n" % ref.encode())
        lines += [
            b"commit %s\n" % ref.encode(),
            self._next_mark(),
            b"author %s %s\n" % (_bytes(author), stamp),
            b"committer %s %s\n" % (AUTHOR.encode(), stamp),
            b"data %d\n%s\n" % (len(text), text),
        ]
        tip = self._tips.get(ref)
        for word, parent in zip((b"from", *(b"merge",) * 9), [tip] if parents is None else parents, strict=False):
            if parent is not None:
                lines.append(b"%s %s\n" % (word, self._marks.get(parent, parent).encode()))
        for path, content in files.items():
            lines.append(_change(path, content))
        lines.append(b"\n")
        self._tips[ref] = oid = self._made(*lines)
        return oid

    def merge(self, into: str, other: str, files: Files, message: Content = "a merge") -> str:
        """A merge commit on ``into`` with ``files`` of its own; ``other`` is a branch."""
        parents = [self._tips[f"refs/heads/{into}"], self._tips[f"refs/heads/{other}"]]
        return self.commit(files, message, branch=into, parents=parents)

    def tag(self, name: str, target: str, message: Content | None = None) -> str:
        """A tag: of its own, with ``message``, or just a name; the id that the ref got."""
        if message is None:
            self.git("update-ref", f"refs/tags/{name}", target)
            return target
        kind = self.git("cat-file", "-t", target)
        head = f"object {target}\ntype {kind}\ntag {name}\ntagger {AUTHOR} {self._clock} +0200\n\n".encode()
        oid = self.git("hash-object", "-t", "tag", "-w", "--stdin", stdin=head + _bytes(message) + b"\n")
        self.git("update-ref", f"refs/tags/{name}", oid)
        return oid

    def note(self, target: str, text: Content) -> None:
        self.git("notes", "add", "-f", "-F", "-", target, stdin=_bytes(text))

    def stash(self, files: Files, *, base: str, message: str = "WIP on main") -> str:
        """A stash entry as git makes it: a merge of its base and of what was staged. Earlier ones move down."""
        staged = self.commit({}, f"index on main: {message}", branch="refs/temporary/stash", parents=[base])
        entry = self.commit(files, message, branch="refs/temporary/stash", parents=[base, staged])
        self.git("update-ref", "--create-reflog", "-m", message, "refs/stash", entry)
        self.git("update-ref", "-d", "refs/temporary/stash")
        return entry

    def blob(self, data: Content) -> str:
        """A blob that nothing refers to."""
        return self.git("hash-object", "-w", "--stdin", stdin=_bytes(data))

    def lost(self, files: Files, message: Content = "lost", *, parents: Sequence[str] = ()) -> str:
        """A commit that nothing refers to."""
        oid = self.commit(files, message, branch="refs/temporary/lost", parents=parents)
        self.git("update-ref", "-d", "refs/temporary/lost")
        self._tips.pop("refs/temporary/lost")
        return oid

    def moved_away(self, files: Files, *, branch: str = "main", message: str = "commit: amended later") -> str:
        """A commit that only the reflog of ``branch`` still names."""
        tip = self._tips[f"refs/heads/{branch}"]
        oid = self.lost(files, parents=[tip])
        for target in (oid, tip):
            self.git("update-ref", "--create-reflog", "-m", message, f"refs/heads/{branch}", target)
        return oid

    def checkout(self, branch: str = "main") -> Self:
        """Fill the work tree and the index from ``branch``."""
        self.git("symbolic-ref", "HEAD", f"refs/heads/{branch}")
        self.git("reset", "--quiet", "--hard")
        return self

    def write(self, files: Files) -> Self:
        """Files of the work tree, not staged."""
        for name, content in files.items():
            path = os.path.join(os.fsencode(self.path), _bytes(name))
            os.makedirs(os.path.dirname(path), exist_ok=True)
            if os.path.lexists(path):
                os.unlink(path)
            match content:
                case Link(target):
                    os.symlink(_bytes(target), path)
                case str() | bytes():
                    with open(path, "wb") as file:
                        file.write(_bytes(content))
                case None | Submodule():
                    pass
        return self

    def stage(self, files: Files) -> Self:
        """Write files and add them to the index."""
        self.write(files)
        listed = b"".join(_bytes(path) + b"\0" for path in files)
        self.git("add", "--force", "--all", "--pathspec-from-file=-", "--pathspec-file-nul", stdin=listed)
        return self

    def pack(self) -> Self:
        """Everything that a ref or reflog reaches into one pack with deep deltas; what nothing reaches stays loose."""
        self.git("repack", "-Adfq", "--depth=50")
        return self

    def clone(self, path: Path, *options: str) -> Path:
        """A clone through ``file://``, such as a shallow or a partial one."""
        self.git("config", "uploadpack.allowFilter", "true")
        git(path.parent, "clone", "--quiet", *options, self.path.as_uri(), str(path))
        return path

    def worktree(self, path: Path, branch: str) -> Path:
        """A linked worktree on a new branch."""
        self.git("worktree", "add", "--quiet", "-b", branch, str(path))
        return path

    def submodule(self, other: Repo, path: str) -> Path:
        other.flush()
        self.git("submodule", "--quiet", "add", str(other.path), path)
        return self.path / path

    def borrow(self, *others: Path) -> Self:
        """Use the objects of other repositories (their git folders), as ``clone --shared`` does."""
        lines = "".join(f"{other / 'objects'}\n" for other in others)
        (self.git_dir / "objects" / "info").mkdir(exist_ok=True)
        (self.git_dir / "objects" / "info" / "alternates").write_text(lines)
        return self

    def configure(self, **values: str) -> Self:
        """Settings of the repository, ``section_name`` for ``section.name``."""
        for name, value in values.items():
            self.git("config", name.replace("_", "."), value)
        return self

    def oids(self, kind: str | None = None) -> set[str]:
        """Every object as git lists it."""
        rows = self.git("cat-file", "--batch-all-objects", "--batch-check").splitlines()
        return {row.split()[0] for row in rows if kind is None or row.split()[1] == kind}

    def loose(self, oid: str) -> Path:
        """The file of a loose object."""
        return self.git_dir / "objects" / oid[:2] / oid[2:]


def _change(path: Content, content: Content | Link | Submodule | None) -> bytes:
    match content:
        case None:
            return b"D %s\n" % _quoted(path)
        case Link(target):
            mode, data = b"120000", _bytes(target)
        case Submodule(commit):
            return b"M 160000 %s %s\n" % (commit.encode(), _quoted(path))
        case str() | bytes():
            mode, data = b"100644", _bytes(content)
    return b"M %s inline %s\ndata %d\n%s\n" % (mode, _quoted(path), len(data), data)
