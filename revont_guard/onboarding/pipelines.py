"""The CI systems: which of them a project uses, and the step that `init` gives each."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from revont_guard.onboarding.changes import ByHand, Change, Untouchable, existing
from revont_guard.onboarding.templates import template
from revont_guard.onboarding.yaml_files import Tree, add_entry, add_item, dig, entries, items, load, texts

OURS = "revont-guard"

Edit = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A CI system. ``edit`` puts the step into the text of ``path``, which is empty where there is none yet."""

    name: str
    path: str
    snippet: str
    edit: Edit


def pipelines(top: Path, host: str) -> list[Pipeline]:
    """The CI systems that the project at ``top`` uses; ``host`` is that of its origin, which suggests one, too."""
    found = []
    if (top / ".github" / "workflows").is_dir() or host == "github.com":
        path = ".github/workflows/revont-guard.yml"
        found.append(Pipeline("GitHub Actions", path, template("github.yml"), _github))
    if (top / ".gitlab-ci.yml").exists() or host == "gitlab.com":
        found.append(Pipeline("GitLab CI", ".gitlab-ci.yml", template("gitlab.yml", stage="test"), _gitlab))
    if (top / "bitbucket-pipelines.yml").exists():
        text = f"pipelines:\n  default:\n{textwrap.indent(template('bitbucket.yml'), '    ')}"
        found.append(Pipeline("Bitbucket Pipelines", "bitbucket-pipelines.yml", text, _bitbucket))
    for name in ("azure-pipelines.yml", "azure-pipelines.yaml"):
        if (top / name).exists():
            found.append(Pipeline("Azure Pipelines", name, f"steps:\n{template('azure-steps.yml')}", _azure))
    if (top / "Jenkinsfile").exists():
        found.append(Pipeline("Jenkins", "Jenkinsfile", template("jenkins.groovy"), _jenkins))
    return found


def changes(top: Path, host: str) -> list[Change | ByHand]:
    """The step for each CI system that has none of ours yet."""
    found: list[Change | ByHand] = []
    for pipeline in pipelines(top, host):
        try:
            if runs_ours(top, pipeline):
                continue
            before = existing(top, pipeline.path)
            found.append(Change(pipeline.path, before, pipeline.edit(before or "")))
        except Untouchable as error:
            found.append(ByHand(pipeline.path, str(error), pipeline.snippet))
    return found


def files(top: Path, pipeline: Pipeline) -> list[str]:
    """The files that a CI system reads: of GitHub every workflow."""
    if not pipeline.path.startswith(".github/"):
        return [pipeline.path] if (top / pipeline.path).exists() else []
    folder = top / ".github" / "workflows"
    try:
        names = sorted(entry.name for entry in folder.iterdir() if entry.suffix in (".yml", ".yaml"))
    except OSError:
        return []
    return [f".github/workflows/{name}" for name in names[:_MOST_WORKFLOWS]]


def runs_ours(top: Path, pipeline: Pipeline) -> bool:
    """Whether a CI system runs revont-guard already. A comment does not."""
    for path in files(top, pipeline):
        try:
            text = existing(top, path) or ""
            words = texts(load(text)) if path.endswith((".yml", ".yaml")) else [code_of_groovy(text)]
        except Untouchable:
            if path == pipeline.path:
                raise
            continue
        if any(OURS in word for word in words):
            return True
    return False


_MOST_WORKFLOWS = 500


# -- GitHub -----------------------------------------------------------------------------------------------------------


def _github(text: str) -> str:
    if text.strip():
        raise Untouchable("there is another workflow of that name")
    return template("github.yml")


# -- GitLab -----------------------------------------------------------------------------------------------------------


def _gitlab(text: str) -> str:
    return add_entry(text, template("gitlab.yml", stage=_stage(load(text))))


def _stage(config: Tree) -> str:
    """A stage that exists: ``.pre`` always does, ``test`` unless other stages are declared, here or in an include."""
    stages = dig(config, "stages")
    if stages is None:
        return ".pre" if "include" in entries(config) else "test"
    return "test" if "test" in items(stages) else ".pre"


# -- Bitbucket --------------------------------------------------------------------------------------------------------


def _bitbucket(text: str) -> str:
    """The first step of the default pipeline: what comes later may deploy."""
    return add_item(text, ("pipelines", "default"), template("bitbucket.yml"), first=True)


# -- Azure ------------------------------------------------------------------------------------------------------------


def _azure(text: str) -> str:
    config, steps = load(text), template("azure-steps.yml")
    job = template("azure-job.yml") + textwrap.indent(steps, "    ")
    if dig(config, "stages") is not None:
        return add_item(text, ("stages",), template("azure-stage.yml") + textwrap.indent(job, "    "))
    if dig(config, "jobs") is not None:
        return add_item(text, ("jobs",), job)
    checkouts = [step for step in items(dig(config, "steps")) if "checkout" in entries(step)]
    if checkouts:
        raise Untouchable("its steps have a 'checkout' already: give that one 'fetchDepth: 0', and add the other steps")
    # In reverse, since each becomes the first.
    for step in reversed(re.split(r"(?m)^(?=- )", steps)[1:]):
        text = add_item(text, ("steps",), step, first=True)
    return text


# -- Jenkins ----------------------------------------------------------------------------------------------------------


def _jenkins(text: str) -> str:
    """As the first stage of a declarative pipeline. There is no parser for Groovy here, so any doubt ends it."""
    code = _blanked(text)
    stages = list(re.finditer(r"(?m)^([ \t]*)stages[ \t]*\{[ \t]*(\r?)$", code))
    pipeline = re.search(r"(?m)^pipeline\s*\{", code)
    if pipeline is None or len(stages) != 1 or _depth(code[: stages[0].start()]) != 1 or _depth(code) != 0:
        raise Untouchable("no declarative pipeline with one list of stages can be made out in it")
    if re.search(r"\bagent\s+none\b", code):
        raise Untouchable("it has 'agent none': the stage needs an 'agent' of its own")
    (found,) = stages
    inside = re.match(r"\r?\n([ \t]+)\S", text[found.end() :])
    indent = inside[1] if inside else found[1] + "    "
    block = textwrap.indent(template("jenkins.groovy"), indent)
    if "\t" in indent:
        block = block.replace("    ", "\t")
    newline = "\r\n" if found[2] else "\n"
    at = text.find("\n", found.end()) + 1
    if not at:
        raise Untouchable("its list of stages has no end")
    after = text[:at] + newline.join(block.splitlines()) + newline + text[at:]
    if _depth(_blanked(after)) != 0:
        raise Untouchable("its layout leaves no safe place for the lines")
    return after


# What is never closed reaches to the end, so that each piece is tried once.
_PIECE = re.compile(
    r"""/\*.*?(?:\*/|\Z)|//[^\n]*|'''(?:\\.|.)*?(?:'''|\Z)|\"\"\"(?:\\.|.)*?(?:\"\"\"|\Z)"""
    r"""|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*\"""",
    re.DOTALL,
)


def code_of_groovy(text: str) -> str:
    """Groovy with its comments blanked."""
    return _blanked(text, strings=True)


def _blanked(groovy: str, *, strings: bool = False) -> str:
    """Groovy with its comments, and unless ``strings`` its strings, blanked: every offset stays what it was."""

    def blank(match: re.Match[str]) -> str:
        if strings and not match[0].startswith("/"):
            return match[0]
        return re.sub(r"[^\r\n]", " ", match[0])

    return _PIECE.sub(blank, groovy)


def _depth(code: str) -> int:
    return code.count("{") - code.count("}")
