"""What the sources of a run give, gathered into a Report: hits, comments that allow some, and what was not read."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from revont_guard import catalog, liveness, report
from revont_guard import scan as loop
from revont_guard.detectors.prefilter import WordFilter
from revont_guard.detectors.redaction import masked, masked_name
from revont_guard.errors import GitError
from revont_guard.hints import Hints
from revont_guard.liveness import Ask
from revont_guard.model import Allow, Hit, Report, Secret, Skipped, Source, Tally
from revont_guard.project import Project
from revont_guard.sources.containers.source import Opened
from revont_guard.sources.exclusion import LeftOut
from revont_guard.suppressions.marking import mark

_T = TypeVar("_T", Hit, Allow)

Watch = Callable[[str, Tally], None]
"""Told of each source as its reading begins: what it is, and the tally that grows meanwhile."""


Join = Callable[[Report, Callable[[str], str]], Report]


@dataclass
class Gathered:
    """``suppressions``: whether what the projects accept counts. ``whole_files``, ``whole_history``, ``without_files``:
    see :func:`~revont_guard.suppressions.marking.mark`. ``published``: others may have the history already.
    ``limits_block``: whether a container that costs too much leaves the run incomplete.
    """

    watch: Watch
    suppressions: bool = True
    whole_files: bool = False
    whole_history: bool = False
    without_files: bool = False
    published: bool = True
    limits_block: bool = False
    _projects: list[Project] = field(default_factory=list)
    _hits: list[Hit] = field(default_factory=list)
    _allows: list[Allow] = field(default_factory=list)
    _skipped: list[Skipped] = field(default_factory=list)
    _tallies: list[Tally] = field(default_factory=list)
    _hints: list[Hints] = field(default_factory=list)

    def hits(self, what: str, source: Source, project: Project, prefix: str = "") -> list[Hit]:
        """The hits in a source, not yet added; what was skipped and read is, with ``prefix`` before its paths."""
        self.watch(what, source.tally)
        self._tallies.append(source.tally)
        hints = project.hints
        self._hints.append(hints)
        found = []
        opened = Opened(source, limits_block=self.limits_block)
        for item in loop.scan(opened.blobs(WordFilter(hints)), catalog.knowledge(), hints):
            match item:
                case Hit():
                    found.append(item)
                case Allow():
                    self._allows.append(below(prefix, item))
                case Skipped():
                    self._skipped.append(replace(item, what=prefix + item.what))
        return found

    def read(self, what: str, source: Source, project: Project, prefix: str = "") -> None:
        """Adds what a source of files gives; it has left out what the project excludes."""
        self.begin(project)
        self._hits += [below(prefix, hit) for hit in self.hits(what, source, project, prefix)]

    def add(self, hits: Iterable[Hit], project: Project) -> None:
        """Adds hits of the history, less those in files that the project excludes."""
        self.begin(project)
        left_out = LeftOut(project.excluded, "place in the history", "places in the history")
        self._hits += [hit for hit in hits if hit.location.path is None or not left_out(hit.location.path)]
        self._skipped += left_out.skipped()

    def begin(self, project: Project) -> None:
        """Lets count what ``project`` accepts."""
        if project not in self._projects:
            self._projects.append(project)

    def skip(self, skipped: Iterable[Skipped]) -> None:
        self._skipped += skipped

    def files(
        self, paths: Sequence[Path], root: Path, project: Project, prefix: str = "", *, all_needed: bool
    ) -> Source:
        """Files and folders as a source; ``all_needed``: what is too large, or hidden while git is silent, blocks."""
        from revont_guard.sources.files import Files
        from revont_guard.sources.git.index import tracked
        from revont_guard.sources.git.repository import discover

        def ask(folder: Path) -> frozenset[bytes] | None:
            try:
                return tracked(discover(folder))
            except GitError as error:
                why = f"git cannot tell what it tracks, so what .gitignore hides was not read: {error}"
                self.skip([Skipped(f"tracked files of {folder.name}", why, blocking=all_needed)])
                return None

        return Files(paths, root, tracked=ask, limits_block=all_needed, excluded=project.below(prefix))

    def report(self, command: str, ask: Ask | None = None, join: Join | None = None) -> Report:
        """Everything gathered, with what was accepted marked.

        ``ask`` tells what the keys may do; ``join`` adds what else is known of them, given what clears a text.
        """
        notices = [notice for project in self._projects for notice in project.notices]
        found = report.assemble(
            command,
            self._hits,
            self._skipped,
            self._tallies,
            notices,
            clean=self._without_keys,
            published=self.published,
        )
        if ask is not None:
            found = liveness.joined(found, ask(self._by_key()))
        if join is not None:
            found = join(found, self._without_keys)
        if not self.suppressions:
            return found
        fail_on = [project.config.fail_on for project in self._projects if project.config.fail_on is not None]
        complete = found.coverage.complete
        return mark(
            replace(found, fail_on=min(fail_on, default=found.fail_on)),
            [project.accepted for project in self._projects],
            self._allows,
            today=datetime.datetime.now(datetime.UTC).date(),
            without_files=self.without_files,
            whole_files=self.whole_files and complete,
            whole_history=self.whole_history and complete,
            clean=lambda text: masked(self._without_hinted(text), catalog.knowledge()),
        )

    def _by_key(self) -> dict[Secret, list[Hit]]:
        places: dict[Secret, list[Hit]] = {}
        for hit in self._hits:
            places.setdefault(hit.key.secret, []).append(hit)
        return places

    def _without_keys(self, name: str) -> str:
        return masked_name(self._without_hinted(name), catalog.knowledge())

    def _without_hinted(self, text: str) -> str:
        for hints in dict.fromkeys(self._hints):
            text = hints.masked(text)
        return text


def below(prefix: str, item: _T) -> _T:
    """``item`` with its path, and those of its comments, behind ``prefix``."""
    if not prefix:
        return item
    path = item.location.path
    placed = replace(item, location=replace(item.location, path=prefix + path)) if path else item
    if isinstance(placed, Hit):
        return replace(placed, allows=tuple(below(prefix, allow) for allow in placed.allows))
    return placed
