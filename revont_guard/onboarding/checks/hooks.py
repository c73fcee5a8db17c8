"""The hooks: in the configuration of pre-commit, and where git looks for them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from revont_guard import __version__
from revont_guard.onboarding import pre_commit
from revont_guard.onboarding.changes import existing
from revont_guard.onboarding.check import Check, State, Subject
from revont_guard.onboarding.checks.repository import users_environment
from revont_guard.onboarding.pre_commit import CONFIG, STAGES, Entry
from revont_guard.onboarding.yaml_files import NotYaml, load
from revont_guard.sources.git import process
from revont_guard.sources.git.repository import regular

_PATIENCE = 60.0  # seconds
_MOST_BYTES = 1 << 20  # of a hook
# pre-commit's own hook, a line that runs it or its faster relative, or one that runs us. A sample speaks of neither.
_OURS = re.compile(rb"pre-commit\.com|pre_commit|\b(?:pre-commit|prek) (?:run|hook-impl)|revont-guard")
_ADD = "`revont-guard init` adds them"


def config(subject: Subject) -> Iterator[Check]:
    try:
        text = existing(subject.top, CONFIG)
        found = pre_commit.entry(load(text or ""))
    except NotYaml as error:
        yield Check("hook-config", State.PROBLEM, f"{CONFIG}: {error}", "pre-commit validate-config")
        return
    if text is None and any(_runs_ours(subject, stage) for stage in set(STAGES.values())):
        yield Check("hook-config", State.OK, "a hook of git runs revont-guard without pre-commit")
    elif text is None:
        yield Check("hook-config", State.NOTE, f"no {CONFIG}: nothing is read before a commit", _ADD)
    elif found is None:
        yield Check("hook-config", State.NOTE, f"{CONFIG} has none of our hooks", _ADD)
    elif missing := [hook for hook in pre_commit.wanted() if hook not in found.hooks]:
        mend = f"add {' and '.join(f'`- id: {hook}`' for hook in missing)} below the others, if you want them"
        yield Check("hook-config", State.NOTE, f"{CONFIG} lacks {', '.join(missing)}", mend)
    else:
        yield Check("hook-config", State.OK, f"{CONFIG} has {', '.join(found.hooks)}")


def version(subject: Subject) -> Iterator[Check]:
    """The hooks run the version of ``rev``, whatever is installed here."""
    found = _entry(subject)
    if found is None or found.rev is None:
        return
    if found.rev.removeprefix("v") == __version__:
        yield Check("hook-version", State.OK, f"the hooks are of {found.rev}, like what is installed")
    else:
        what = f"the hooks are of {found.rev}, revont-guard {__version__} is installed"
        yield Check("hook-version", State.NOTE, what, f"pre-commit autoupdate, or `rev: v{__version__}` in {CONFIG}")


def installed(subject: Subject) -> Iterator[Check]:
    """The hooks of git itself, one for each stage that a hook of ours is configured for."""
    found = _entry(subject)
    if found is None:
        return
    folder, configured = folder_of_hooks(subject)
    missing = [stage for stage in found.stages if _hook(folder, stage) is None]
    if missing and configured:
        yield Check(
            "hook-installed",
            State.PROBLEM,
            f"core.hooksPath leads git to {folder}, where nothing runs at {', '.join(missing)}",
            f"let the hook there run `pre-commit run --hook-stage {missing[0]}` (or `revont-guard scan --staged`), or "
            "`git config --unset core.hooksPath` and `pre-commit install`",
        )
    elif missing:
        types = "".join(f" --hook-type {stage}" for stage in missing)
        what = f"nothing runs at {', '.join(missing)}: {folder} has no hook for it"
        yield Check("hook-installed", State.PROBLEM, what, f"pre-commit install{types}")
    for stage in found.stages:
        text = _hook(folder, stage)
        if text is None:
            continue
        if os.name != "nt" and not os.access(folder / stage, os.X_OK):
            what = f"the {stage} hook is not executable, so git skips it"
            yield Check("hook-installed", State.PROBLEM, what, f"chmod +x {folder / stage}")
        elif not _is_ours(text):
            what = f"the {stage} hook in {folder} runs neither pre-commit nor revont-guard"
            mend = f"pre-commit install --hook-type {stage} (the hook that is there is kept and run, too)"
            yield Check("hook-installed", State.PROBLEM, what, mend)
        else:
            yield Check("hook-installed", State.OK, f"the {stage} hook is in place")


def folder_of_hooks(subject: Subject) -> tuple[Path, bool]:
    """Where git looks for hooks, and whether a setting says so: the user's, the repository's or the work tree's.

    Without one all linked work trees share the folder of the repository.
    """
    repository = subject.repository
    environment = users_environment() | {"GIT_DIR": str(repository.git_dir), "GIT_WORK_TREE": str(subject.top)}
    command = ("config", "--type=path", "--default", "", "--get", "core.hooksPath")
    # Without the usual options, of which one sets what is asked for. `config` runs nothing.
    with process.running(command, cwd=subject.top, env=environment, options=("--no-pager",)) as git:
        answer = git.stdout.read(_MOST_BYTES)
        git.expect_success()
    path = os.fsdecode(answer.removesuffix(b"\n"))
    return (subject.top / path, True) if path else (repository.common_dir / "hooks", False)


def _entry(subject: Subject) -> Entry | None:
    try:
        return pre_commit.entry(load(existing(subject.top, CONFIG) or ""))
    except NotYaml:
        return None  # told by :func:`config`


def _runs_ours(subject: Subject, stage: str) -> bool:
    folder, _ = folder_of_hooks(subject)
    text = _hook(folder, stage)
    return text is not None and b"revont-guard" in text


def _hook(folder: Path, stage: str) -> bytes | None:
    """The text of a hook; None where git would find none. A link to it is followed, as git does."""
    try:
        return regular((folder / stage).resolve(), _MOST_BYTES)
    except (OSError, RuntimeError):
        return None


def _is_ours(text: bytes) -> bool:
    return _OURS.search(text) is not None
