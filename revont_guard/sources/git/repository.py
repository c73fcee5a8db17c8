"""Which repository a path means, and what a reader has to know of it.

The folders are searched here and not by git: git asks who owns a repository only when it searches by itself, and
refuses one of another owner ("dubious ownership") because that owner's configuration could run programs as us. No
configuration can run anything under :mod:`.process`, so such a repository is read like any other.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from revont_guard.errors import GitError, UsageError
from revont_guard.sources.git import process


class NotARepository(GitError):
    """The path lies in no git repository, so there is no history to read."""


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository as found on disk; all paths are absolute and free of symbolic links.

    ``common_dir`` differs from ``git_dir`` in a linked worktree. ``index_file`` is set where a hook reads another
    index than the repository's own (``git commit -- FILE``), ``variables`` where git handed down where its objects
    are (a server's quarantine). ``partial``: some objects may have been left with the server on purpose.
    """

    git_dir: Path
    common_dir: Path
    worktree: Path | None
    object_format: str = "sha1"
    shallow: bool = False
    partial: bool = False
    index_file: Path | None = None
    variables: tuple[tuple[str, str], ...] = ()

    @property
    def hash_length(self) -> int:
        """Hex digits of an object id."""
        return 64 if self.object_format == "sha256" else 40

    def run(self, *arguments: str, stdin: Iterable[bytes] | None = None, seconds: float | None = None) -> bytes:
        """All that a git command prints; :class:`GitError` when it fails."""
        return process.run(arguments, cwd=self._cwd, env=self._environment(), stdin=stdin, seconds=seconds)

    def running(
        self, *arguments: str, stdin: IO[bytes] | Iterable[bytes] | None = None
    ) -> AbstractContextManager[process.Running]:
        """A git command at work, to be read while it runs."""
        return process.running(arguments, cwd=self._cwd, env=self._environment(), stdin=stdin)

    @property
    def _cwd(self) -> Path:
        return self.worktree or self.git_dir

    def _environment(self) -> dict[str, str]:
        variables = dict(self.variables) | {"GIT_DIR": str(self.git_dir)}
        if self.worktree is not None:
            variables["GIT_WORK_TREE"] = str(self.worktree)
        if self.index_file is not None:
            variables["GIT_INDEX_FILE"] = str(self.index_file)
        return process.environment(variables)


def discover(path: Path, environ: Mapping[str, str] = os.environ) -> Repository:
    """The repository that ``path`` (a folder or file in it, its work tree or its git folder) belongs to.

    ``GIT_DIR``, ``GIT_WORK_TREE``, ``GIT_INDEX_FILE`` and the object folders that a hook inherits count only where
    they speak of that same repository: a named path is never redirected to another one.
    :class:`UsageError` when there is no such path, :class:`NotARepository` when it lies in none.
    """
    if not path.exists():
        raise UsageError(f"no such file or folder: {path}")
    resolved = path.resolve()
    found = _search(resolved if resolved.is_dir() else resolved.parent)
    hook = _hook(environ)
    if hook is not None and _belongs(resolved, found, hook, environ):
        found = hook
    if found is None:
        raise NotARepository(f"not in a git repository: {path}")
    git_dir, worktree = found
    own = hook is not None and hook[0] == git_dir
    return _described(
        Repository(
            git_dir,
            _common_dir(git_dir),
            worktree,
            index_file=_index_file(git_dir, environ, own),
            variables=tuple((name, environ[name]) for name in _OBJECT_FOLDERS if own and name in environ),
        ),
        path,
    )


def inside(repository: Repository, path: Path) -> bytes | None:
    """``path`` relative to the work tree, as git writes it; None outside of it. A link at its end is not followed."""
    if repository.worktree is None:
        return None
    absolute = path.parent.resolve() / path.name if path.name not in ("", "..") else path.resolve()
    if not absolute.is_relative_to(repository.worktree):
        return None
    return absolute.relative_to(repository.worktree).as_posix().encode("utf-8", "surrogateescape")


def regular(path: Path, limit: int) -> bytes | None:
    """The content of a plain file of at most ``limit`` bytes; None for anything else, and nothing ever blocks."""
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return None
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError:
        return None
    return data if len(data) <= limit else None


_OBJECT_FOLDERS = ("GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES")
_POINTER = 1 << 16  # bytes that a `.git` file or a `commondir` may have
_PATIENCE = 60.0  # seconds; a configuration that includes a FIFO would keep git waiting for ever

_Place = tuple[Path, Path | None]  # git folder, work tree


def _search(folder: Path) -> _Place | None:
    """The nearest repository at or above ``folder``."""
    for candidate in (folder, *folder.parents):
        entry = candidate / ".git"
        if entry.is_dir():
            if _is_git_dir(entry):
                return entry.resolve(), candidate
            if (entry / "objects").exists() or (entry / "HEAD").exists():
                raise GitError(f"not a complete repository, HEAD, objects or refs is missing: {entry}")
        elif entry.is_file():
            return _linked(entry), candidate
        if _is_git_dir(candidate):
            return candidate, None
    return None


def _is_git_dir(folder: Path) -> bool:
    common = _common_dir(folder)
    return (folder / "HEAD").is_file() and (common / "objects").is_dir() and (common / "refs").is_dir()


def _linked(entry: Path) -> Path:
    """Where a `.git` file points: the git folder of a linked worktree or a submodule."""
    text = regular(entry, _POINTER) or b""
    target = _pointed(entry.parent, text.removeprefix(b"gitdir:").strip(b" \r\n"))
    if not text.startswith(b"gitdir:") or target is None or not _is_git_dir(target):
        raise GitError(f"this .git file leads to no repository (try `git worktree repair`): {entry}")
    return target


def _common_dir(git_dir: Path) -> Path:
    text = regular(git_dir / "commondir", _POINTER)
    return (_pointed(git_dir, text.strip(b"\r\n")) if text else None) or git_dir


def _pointed(folder: Path, target: bytes) -> Path | None:
    """``target``, as a file in ``folder`` names it; None where no system could have such a path."""
    try:
        return (folder / os.fsdecode(target)).resolve()
    except (ValueError, OSError, RuntimeError):  # a NUL, a name too long, a loop of links
        return None


def _hook(environ: Mapping[str, str]) -> _Place | None:
    """The repository that the variables of a hook name. Its work tree is None where they leave it open."""
    if not environ.get("GIT_DIR"):
        return None
    git_dir = Path(environ["GIT_DIR"]).resolve()
    if not _is_git_dir(git_dir):
        return None
    worktree = environ.get("GIT_WORK_TREE")
    return git_dir, Path(worktree).resolve() if worktree else None


def _belongs(path: Path, found: _Place | None, hook: _Place, environ: Mapping[str, str]) -> bool:
    """Whether ``path`` means the hook's repository, where a search leads to ``found``.

    It does when the search led nowhere and the path lies in the hook's work tree (by default the current folder),
    and when the hook's work tree, named outright, is at least as near as what was found: such as a home folder
    kept by `git --git-dir=~/.dotfiles --work-tree=~`.
    """
    git_dir, named = hook
    if found is None:
        return path.is_relative_to(named or Path.cwd())
    if found[0] == git_dir or named is None:
        return False
    top = found[1] or found[0]
    return path.is_relative_to(named) and named.is_relative_to(top)


def _index_file(git_dir: Path, environ: Mapping[str, str], own: bool) -> Path | None:
    """The index that a hook is to read. git sets it for the hooks of `commit`, often without ``GIT_DIR``.

    One that lies in the git folder of another repository is that one's, and means nothing here.
    """
    if not environ.get("GIT_INDEX_FILE"):
        return None
    index = Path(environ["GIT_INDEX_FILE"]).resolve()
    owner = next((folder for folder in index.parents if _is_git_dir(folder)), git_dir)
    return index if own or owner == git_dir else None


def _described(repository: Repository, path: Path) -> Repository:
    """``repository`` with what only git can tell: one process, which also proves that git can read it."""
    try:
        answer = repository.run("rev-parse", "--show-object-format", "--is-shallow-repository", seconds=_PATIENCE)
    except GitError as error:
        raise GitError(f"{path}: {error}") from None
    object_format, _, shallow = answer.decode("ascii", "replace").partition("\n")
    if object_format not in ("sha1", "sha256"):
        raise GitError(process.too_old() or f"{path}: git does not tell its object format")
    packs = repository.common_dir / "objects" / "pack"
    return Repository(
        repository.git_dir,
        repository.common_dir,
        repository.worktree,
        object_format,
        shallow.strip() == "true",
        any(packs.glob("*.promisor")),
        repository.index_file,
        repository.variables,
    )
