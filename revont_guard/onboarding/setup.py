"""`init` as a function: what is to change in a project so that revont-guard looks at it from now on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from revont_guard.errors import UsageError
from revont_guard.onboarding import detect_secrets, ignore_files, pipelines, pre_commit
from revont_guard.onboarding.changes import ByHand, Change, Untouchable, existing
from revont_guard.onboarding.yaml_files import NotYaml, load
from revont_guard.sources.git.index import tracked
from revont_guard.sources.git.repository import NotARepository, Repository, discover
from revont_guard.suppressions import baseline as baselines
from revont_guard.suppressions import secrets_baseline

_PATIENCE = 60.0  # seconds for a git that only looks something up


@dataclass(frozen=True, slots=True)
class Choices:
    """What is wanted of all that can be set up."""

    hook: bool = True
    ci: bool = True
    baseline: bool = True
    gitignore: bool = True
    detect_secrets: bool = False


@dataclass(slots=True)
class Plan:
    """What to write, what is left to a person, what a person should know, and what comes next."""

    top: Path
    changes: list[Change] = field(default_factory=list)
    by_hand: list[ByHand] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    steps: list[str] = field(default_factory=list)

    def add(self, *results: Change | ByHand | None) -> None:
        for result in results:
            match result:
                case Change():
                    self.changes.append(result)
                case ByHand():
                    self.by_hand.append(result)


def plan(folder: Path, choices: Choices, baseline: Change | None = None) -> Plan:
    """What is to be done for the repository of ``folder``; nothing is written. ``baseline``: a new one, if wanted.

    :class:`UsageError` where ``folder`` is in no work tree.
    """
    repository = worktree_of(folder)
    top = repository.worktree
    assert top is not None
    made = Plan(top)
    names = tracked(repository)
    if choices.hook:
        made.add(pre_commit.change(top))
        made.notes += _other_hooks(top, made)
    if choices.ci:
        made.add(*pipelines.changes(top, origin_host(repository)))
    if choices.baseline:
        made.add(baseline)
        if baseline is not None or (top / baselines.FILE).exists():
            made.add(ignore_files.attributes_change(top))
    if choices.gitignore:
        made.add(ignore_files.ignore_change(top, names))
    if choices.detect_secrets:
        made.add(*_detect_secrets(top))
    made.notes += _tracked_secrets(ignore_files.env_files(names))
    made.steps += _steps(made)
    if not choices.detect_secrets and _lacks_plugin(top):
        made.steps.append("revont-guard init --detect-secrets    (lets detect-secrets report Revont keys, too)")
    return made


def worktree_of(folder: Path) -> Repository:
    """The repository of ``folder``, which has a work tree."""
    try:
        repository = discover(folder)
    except NotARepository as error:
        raise UsageError(f"{error}: `git init` makes one") from error
    if repository.worktree is None:
        raise UsageError(f"{folder} is a repository without files (bare)")
    return repository


def origin_host(repository: Repository) -> str:
    """The host of the remote ``origin``, in lower case; empty where there is none. The rest may hold a password."""
    url = (
        repository.run("config", "--default", "", "--get", "remote.origin.url", seconds=_PATIENCE)
        .decode("utf-8", "replace")
        .strip()
    )
    found = re.match(r"(?:[a-z+]+://)?(?:[^/@]*@)?([A-Za-z0-9.-]+)(?::\d+)?[:/]", url)
    return found[1].lower() if found else ""


def _other_hooks(top: Path, made: Plan) -> Iterator[str]:
    """pre-commit lets a hook that names no stage run at every stage that is installed."""
    change = next((change for change in made.changes if change.path == pre_commit.CONFIG), None)
    if change is None or change.before is None:
        return
    try:
        config = load(existing(top, pre_commit.CONFIG) or "")
    except (Untouchable, NotYaml):
        return
    others = pre_commit.runs_at_every_stage(config)
    if others and "default_install_hook_types" in change.after and "default_stages" not in change.after:
        yield (
            f"{', '.join(others[:3])}{' and others' if len(others) > 3 else ''} in {pre_commit.CONFIG} may now run for "
            "messages and pushes, too: `default_stages: [pre-commit]` there keeps them to commits"
        )


def _detect_secrets(top: Path) -> Iterator[Change | ByHand]:
    """Our plugin in the baseline of detect-secrets, and the file that leads to it."""
    path = secrets_baseline.FILE
    try:
        before = existing(top, path)
    except Untouchable as error:
        yield ByHand(path, str(error), '{"name": "RevontDetector", "path": "file://.revont-guard-plugin.py"}')
        return
    if before is None:
        raise UsageError(f"there is no {path} here: `detect-secrets scan > {path}` makes one")
    after = detect_secrets.recommended(before)
    if after != before:
        yield Change(path, before, after)
    if f'"file://{detect_secrets.STUB_PATH}"' not in after:
        return
    try:
        stub = existing(top, detect_secrets.STUB_PATH)
    except Untouchable as error:
        yield ByHand(detect_secrets.STUB_PATH, str(error), detect_secrets.STUB)
        return
    if stub is None:
        yield Change(detect_secrets.STUB_PATH, None, detect_secrets.STUB)
    elif "RevontDetector" not in stub:
        yield ByHand(detect_secrets.STUB_PATH, "there is another file of that name", detect_secrets.STUB)


def _lacks_plugin(top: Path) -> bool:
    try:
        text = existing(top, secrets_baseline.FILE)
    except Untouchable:
        return False
    return text is not None and "RevontDetector" not in text


def _tracked_secrets(names: list[str]) -> Iterator[str]:
    for name in names[:5]:
        yield (
            f"{name} is tracked by git: an ignore line does not change that. `git rm --cached` takes it out of the "
            "next commit; a key that was in it stays in the history and is to be replaced"
        )
    if len(names) > 5:
        yield f"{len(names) - 5} more such files are tracked"


def _steps(made: Plan) -> Iterator[str]:
    paths = [change.path for change in made.changes]
    if paths:
        yield f"git add {' '.join(paths)} && git commit"
    if pre_commit.CONFIG in paths:
        yield "pre-commit install    (everybody, once in each clone; `pip install pre-commit` brings it)"
    yield "revont-guard audit    (what the history holds already)"
