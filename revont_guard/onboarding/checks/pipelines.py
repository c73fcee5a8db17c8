"""CI: whether it runs revont-guard, and whether it hands it the whole history."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from revont_guard.onboarding.changes import Untouchable, existing
from revont_guard.onboarding.check import Check, State, Subject
from revont_guard.onboarding.pipelines import Pipeline, code_of_groovy, files, pipelines, runs_ours
from revont_guard.onboarding.setup import origin_host
from revont_guard.onboarding.yaml_files import Tree, dig, entries, items, load, texts

_AUDIT = re.compile(r"\brevont[-_]guard[\"']?\s+audit\b")
_ACTION = re.compile(r"(?:^|/)revont-guard(?:@|$)")


def present(subject: Subject) -> Iterator[Check]:
    found = pipelines(subject.top, origin_host(subject.repository))
    if not found:
        what = "no CI that `revont-guard init` knows was found here"
        yield Check("ci", State.NOTE, what, "let yours run `revont-guard audit` in a full clone: docs/ci.md")
    for pipeline in found:
        try:
            runs = runs_ours(subject.top, pipeline)
        except Untouchable as error:
            yield Check("ci", State.UNKNOWN, f"{pipeline.path}: {error}", "see whether it runs `revont-guard audit`")
            continue
        if runs:
            yield Check("ci", State.OK, f"{pipeline.name} runs revont-guard")
        else:
            yield Check("ci", State.NOTE, f"{pipeline.name} does not run revont-guard", "`revont-guard init` adds it")


def depth(subject: Subject) -> Iterator[Check]:
    """An audit of a shallow clone ends with exit code 3: it would be red for ever, or switched off."""
    for pipeline in pipelines(subject.top, ""):
        shallow = _SHALLOW[pipeline.name]
        for path in files(subject.top, pipeline):
            try:
                text = existing(subject.top, path) or ""
                mends = [*shallow(text)]
            except Untouchable:
                continue  # told by :func:`present`, or no workflow of ours
            for where, mend in mends:
                what = f"{path}: {where} audits a shallow clone, which ends with exit code 3"
                yield Check("ci-depth", State.PROBLEM, what, mend)
            if not mends and _audits(pipeline, text):
                yield Check("ci-depth", State.OK, f"{path} clones the whole history")


def _audits(pipeline: Pipeline, text: str) -> bool:
    words = [code_of_groovy(text)] if pipeline.name == "Jenkins" else texts(load(text))
    return any(_AUDIT.search(word) or _is_action(word) for word in words)


def _is_action(uses: str) -> bool:
    """Whether a step uses our action or component. Their names end in ours, whoever holds the copy."""
    return bool(_ACTION.search(uses.removesuffix("/")))


# -- each: what audits without the whole history, and how that is mended ----------------------------------------------

_Found = Iterator[tuple[str, str]]


def _github(text: str) -> _Found:
    for name, job in entries(dig(load(text), "jobs")).items():
        steps = items(dig(job, "steps"))
        at = next((at for at, step in enumerate(steps) if _audits_here(step)), None)
        if at is None:
            continue
        checkouts = [step for step in steps[:at] if str(dig(step, "uses")).startswith("actions/checkout@")]
        if any(dig(step, "with", "fetch-depth") != "0" for step in checkouts):
            yield f"the job {name}", "`with: {fetch-depth: 0}` at its actions/checkout"


def _audits_here(step: Tree) -> bool:
    uses, run = dig(step, "uses"), dig(step, "run")
    return (isinstance(uses, str) and _is_action(uses)) or (isinstance(run, str) and bool(_AUDIT.search(run)))


def _gitlab(text: str) -> _Found:
    config = entries(load(text))
    for name, job in config.items():
        if name in ("variables", "default", "include", "stages", "workflow", "spec"):
            continue
        script = [*texts(_inherited(config, name, "before_script")), *texts(_inherited(config, name, "script"))]
        if isinstance(job, dict) and not name.startswith(".") and any(_AUDIT.search(line) for line in script):
            depth = _inherited(config, name, "variables", "GIT_DEPTH") or dig(config, "variables", "GIT_DEPTH")
            if _value(depth) != "0":
                yield f"the job {name}", '`variables: {GIT_DEPTH: "0"}` in that job'


def _inherited(config: dict[str, Tree], name: str, *keys: str) -> Tree:
    """What a job, or the nearest that it extends in the same file, has under ``keys``."""
    seen: set[str] = set()
    open_ = [name]
    while open_:
        job = open_.pop()
        if job in seen:
            continue
        seen.add(job)
        if (found := dig(config, job, *keys)) is not None:
            return found
        extended = dig(config, job, "extends")
        open_ += (
            [extended] if isinstance(extended, str) else [name for name in items(extended) if isinstance(name, str)]
        )
    return None


def _value(variable: Tree) -> Tree:
    """A variable's value, which may be written with a description beside it."""
    return dig(variable, "value") if isinstance(variable, dict) else variable


def _bitbucket(text: str) -> _Found:
    config = load(text)
    for step in _steps(dig(config, "pipelines")):
        if any(_AUDIT.search(line) for line in texts(dig(step, "script"))):
            depth = dig(step, "clone", "depth") or dig(config, "clone", "depth")
            if depth != "full":
                yield f"the step {dig(step, 'name') or 'without a name'}", "`clone: {depth: full}` in that step"


def _steps(tree: Tree) -> Iterator[Tree]:
    """Every step of Bitbucket, wherever it stands."""
    for key, value in entries(tree).items():
        if key == "step":
            yield value
        else:
            yield from _steps(value)
    for item in items(tree):
        yield from _steps(item)


def _azure(text: str) -> _Found:
    for where, steps in _lists_of_steps(load(text), "the pipeline"):
        at = next((at for at, step in enumerate(steps) if any(_AUDIT.search(word) for word in texts(step))), None)
        if at is not None:
            checkouts = [step for step in steps[:at] if dig(step, "checkout") is not None]
            if not checkouts or any(dig(step, "fetchDepth") != "0" for step in checkouts):
                yield where, "`- checkout: self` with `fetchDepth: 0` as its first step"


def _lists_of_steps(tree: Tree, where: str) -> Iterator[tuple[str, list[Tree]]]:
    for key, value in entries(tree).items():
        if key == "steps":
            yield where, items(value)
        else:
            name = dig(tree, "job") or dig(tree, "deployment")
            yield from _lists_of_steps(value, f"the job {name}" if name else where)
    for item in items(tree):
        name = dig(item, "job") or dig(item, "deployment")
        yield from _lists_of_steps(item, f"the job {name}" if name else where)


def _jenkins(text: str) -> _Found:
    """Jenkins clones the whole history unless it is told otherwise, which may also be done outside of this file."""
    code = code_of_groovy(text)
    if _AUDIT.search(code) and re.search(r"\bshallow\s*:\s*true\b", code):
        yield "a stage", "`shallow: false` where it checks out"


_SHALLOW: dict[str, Callable[[str], _Found]] = {
    "GitHub Actions": _github,
    "GitLab CI": _gitlab,
    "Bitbucket Pipelines": _bitbucket,
    "Azure Pipelines": _azure,
    "Jenkins": _jenkins,
}
