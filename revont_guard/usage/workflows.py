"""CI definitions: which secret goes by which name in which script, and what else it is handed to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from revont_guard.flow.evaluate import Given
from revont_guard.flow.languages import languages
from revont_guard.flow.lower import lower
from revont_guard.flow.shell import lower_shell
from revont_guard.flow.tree import File
from revont_guard.flow.values import Setting
from revont_guard.model import Unresolved
from revont_guard.usage.nodes import content, get, items, pairs, place, values

_GITHUB = re.compile(
    r"(?:^|/)\.(?:github|gitea|forgejo)/(?:workflows/[^/]+|actions/.+/action)\.ya?ml$|(?:^|/)action\.ya?ml$"
)
_GITLAB = re.compile(r"(?:^|/)(?:\.gitlab-ci\.ya?ml|\.gitlab/.+\.ya?ml|[^/]+\.gitlab-ci\.ya?ml)$")
_EXPRESSION = re.compile(r"\$\{\{\s*(secrets|vars|env|inputs)\.([A-Za-z_]\w*)\s*\}\}")
_VARIABLE = re.compile(r"\$(?:\{(\w+)\}|(\w+))")
_SCRIPTS = ("before_script", "script", "after_script")
_PYTHON = re.compile(r"python|\bpy\b")


@dataclass(slots=True)
class Workflow:
    """What a CI definition tells.

    ``programs``: its scripts. ``aliases``: by the name of a variable, the secrets that it is given. ``handed``: by the
    name of a secret, to what it is handed that cannot be looked into.
    """

    programs: list[File] = field(default_factory=list)
    aliases: dict[str, set[str]] = field(default_factory=dict)
    handed: list[tuple[str, Unresolved]] = field(default_factory=list)

    def alias(self, variable: str, secret: str) -> None:
        self.aliases.setdefault(variable, set()).add(secret)


def is_workflow(path: str) -> bool:
    return bool(_GITHUB.search(path) or _GITLAB.search(path))


def read(path: str, text: str) -> Workflow | None:
    """What a CI definition tells; None where it is no YAML."""
    import yaml  # type: ignore[import-untyped]  # here: few trees have a CI definition that matters

    try:
        loaded = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError, ValueError):
        return None
    found = Workflow()
    if loaded is None:
        return found
    (_github if _GITHUB.search(path) else _gitlab)(path, loaded, found)
    return found


def _github(path: str, document: Any, found: Workflow) -> None:
    top = _env(document, found)
    jobs = get(document, "jobs")
    for job in values(jobs):
        env = top | _env(job, found)
        secrets = get(job, "secrets")
        uses = get(job, "uses")
        if uses is not None:
            for name in ["*"] if content(secrets) == "inherit" else _secrets_of(secrets):
                found.handed.append((name, Unresolved(f"third-party action {content(uses)}", place(path, uses))))
        for step in items(get(job, "steps")):
            _step(path, step, env | _env(step, found), found)
    for step in items(get(get(document, "runs"), "steps")):
        _step(path, step, top | _env(step, found), found)


def _step(path: str, step: Any, env: dict[str, str], found: Workflow) -> None:
    run, uses = get(step, "run"), get(step, "uses")
    if run is not None:
        _script(path, run, content(run), content(get(step, "shell")), found)
    if uses is not None:
        given = [*_secrets_of(get(step, "with")), *(secret for secret in env.values() if _is_own(step, secret))]
        for name in given:
            found.handed.append((name, Unresolved(f"third-party action {content(uses)}", place(path, uses))))


def _is_own(step: Any, secret: str) -> bool:
    return any(
        secret == f"{kind}.{name}"
        for value in values(get(step, "env"))
        for kind, name in _EXPRESSION.findall(content(value))
    )


def _gitlab(path: str, document: Any, found: Workflow) -> None:
    _variables(document, found)
    for name, job in pairs(document):
        if name in ("variables", "stages", "include", "workflow"):
            continue
        _variables(job, found)
        for key in _SCRIPTS:
            script = job if name == key else None if name in _SCRIPTS else get(job, key)
            for line in list(items(script)) or ([script] if script is not None else []):
                if line.id == "scalar":
                    _script(path, line, content(line), "", found)


def _variables(node: Any, found: Workflow) -> None:
    """``variables: {A: $B}``: one goes by the other's name."""
    for name, value in pairs(get(node, "variables")):
        match = _VARIABLE.fullmatch(content(value).strip())
        if match and (other := match[1] or match[2]) != name:
            found.alias(name, other)


def _script(path: str, node: Any, text: str, shell: str, found: Workflow) -> None:
    line = node.start_mark.line + (1 if node.style in ("|", ">") else 0)
    bound: dict[str, tuple[str, str]] = {}

    def named(match: re.Match[str]) -> str:
        name = f"{match[1]}_{match[2]}"
        bound[name] = (match[1], match[2])
        return f"${{{name}}}"

    if _PYTHON.match(shell):
        file = lower(text.encode(), path, languages()["py"])
    elif shell and not re.match(r"bash|sh\b|zsh", shell):
        return
    else:
        file = lower_shell(_EXPRESSION.sub(named, text).encode(), path, line)
    at = (node.start_mark.line + 1, node.start_mark.column + 1)
    for name, (kind, secret) in bound.items():
        told = Setting("env", secret, at, path) if kind == "env" else Setting("ci-secret", f"{kind}.{secret}", at, path)
        file.scope.bind(name, Given(at, told))
    found.programs.append(file)


def _env(node: Any, found: Workflow) -> dict[str, str]:
    """The variables of an ``env`` that are secrets."""
    told = {}
    for name, value in pairs(get(node, "env")):
        match = _EXPRESSION.fullmatch(content(value).strip())
        if match and match[1] in ("secrets", "vars"):
            told[name] = f"{match[1]}.{match[2]}"
            found.alias(name, told[name])
    return told


def _secrets_of(node: Any) -> Iterator[str]:
    for value in values(node):
        yield from (
            f"{kind}.{name}" for kind, name in _EXPRESSION.findall(content(value)) if kind in ("secrets", "env")
        )
