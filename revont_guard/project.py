"""A scanned project and what the files at its root say: configuration, learned names, accepted findings."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from revont_guard import catalog, config
from revont_guard.config import Config
from revont_guard.detectors.redaction import masked
from revont_guard.errors import ConfigError
from revont_guard.hints import Hints, Known
from revont_guard.model import Notice
from revont_guard.sources.ignore import covering
from revont_guard.sources.walk import enclosing_top
from revont_guard.suppressions import baseline, secrets_baseline
from revont_guard.suppressions.marking import Accepted
from revont_guard.suppressions.secrets_baseline import SecretsBaseline

_FILES = (config.FILE, config.NAMES, baseline.FILE)


@dataclass(frozen=True, slots=True)
class Options:
    """What the user says of the project's files: other ones, or that those which hide something do not count.

    ``read_baseline``: whether there is one; not while the first is made. ``known``: keys that the user holds.
    """

    config: Path | None = None
    baseline: Path | None = None
    suppressions: bool = True
    read_baseline: bool = True
    known: tuple[Known, ...] = ()


@dataclass(frozen=True)
class Project:
    """``shown``: what its paths begin with in the report; ``inside``: what leads from ``folder`` to what is scanned."""

    folder: Path | None
    shown: str = ""
    inside: str = ""
    config: Config = field(default_factory=Config)
    accepted: Accepted = field(default_factory=Accepted)
    notices: tuple[Notice, ...] = ()
    known: tuple[Known, ...] = ()

    @cached_property
    def hints(self) -> Hints:
        """What is looked for besides what the rules tell of."""
        return Hints(self.config.names, self.config.patterns, self.known)

    @cached_property
    def _exclusions(self) -> list[tuple[Callable[[str], bool], str]]:
        """Each with its reason, in which nothing may be a key: it is shown."""
        return [(covering(entry.paths), masked(entry.reason, catalog.knowledge())) for entry in self.config.exclude]

    def knowing(self, names: Iterable[str], known: Iterable[Known]) -> Project:
        """The same project, in which further names and keys are looked for."""
        config = replace(self.config, names=self.config.names.union(names))
        return replace(self, config=config, known=(*self.known, *known))

    def relative(self, path: str) -> str | None:
        """A path of the report as seen from ``folder``; None where it belongs to another project."""
        if not path.startswith(self.shown) or path.startswith("/"):
            return None
        return self.inside + path[len(self.shown) :]

    def excluded(self, path: str) -> str | None:
        """Why a path of the report is not to be read."""
        inside = self.relative(path) if self._exclusions else None
        return next((reason for covers, reason in self._exclusions if inside is not None and covers(inside)), None)

    def below(self, prefix: str) -> Callable[[str], str | None]:
        """:meth:`excluded` for paths that lack ``prefix``."""
        return lambda path: self.excluded(prefix + path)


def opened(root: Path | None, options: Options, shown: str = "") -> Project:
    """The project of the scanned ``root``: that folder if it holds a file of ours, else its repository's top.

    None: there are no files (a repository without a worktree), so only what ``options`` name counts. Raises
    ConfigError.
    """
    folder, inside = _home(root) if root is not None else (None, "")
    settings = config.load(folder, options.config) if folder else Config()
    if folder is None and options.config is not None:
        settings = config.load(options.config.parent, options.config)
    if not options.suppressions:
        settings = Config(names=settings.names, patterns=settings.patterns, keys=settings.keys)
        return Project(folder, shown, inside, settings, known=options.known)
    notices: list[Notice] = []
    project = Project(folder, shown, inside, settings)
    accepted = Accepted(
        relative=project.relative,
        baseline=_baseline(folder, options.baseline) if options.read_baseline else {},
        secrets=_secrets(folder, notices),
        acceptances=tuple((entry, covering(entry.paths)) for entry in settings.allow),
        files=folder is not None,
    )
    return Project(folder, shown, inside, settings, accepted, tuple(notices), options.known)


def _home(root: Path) -> tuple[Path, str]:
    """The folder whose files count, and what leads from it to ``root``."""
    if any(os.path.lexists(root / name) for name in _FILES):
        return root, ""
    raw = os.fsencode(root.resolve())
    top = enclosing_top(raw)
    if top is None or top == raw:
        return root, ""
    return Path(os.fsdecode(top)), os.fsdecode(os.path.relpath(raw, top)).replace(os.sep, "/") + "/"


def _baseline(folder: Path | None, named: Path | None) -> baseline.Baseline:
    if named is not None:
        return baseline.load(named)
    path = folder / baseline.FILE if folder else None
    return baseline.load(path) if path is not None and os.path.lexists(path) else {}


def _secrets(folder: Path | None, notices: list[Notice]) -> SecretsBaseline:
    """What the baseline of detect-secrets accepts. One that cannot be read accepts nothing: that hides no finding."""
    path = folder / secrets_baseline.FILE if folder else None
    try:
        return secrets_baseline.load(path) if path is not None and os.path.lexists(path) else frozenset()
    except ConfigError as error:
        notices.append(Notice("unread-suppressions", f"{error}; it accepts nothing"))
        return frozenset()
