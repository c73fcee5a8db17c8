"""The entry for pre-commit: written by `init`, looked at by `doctor`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from revont_guard.onboarding.changes import ByHand, Change, Untouchable, existing
from revont_guard.onboarding.templates import template
from revont_guard.onboarding.yaml_files import Tree, add_entry, add_item, add_word, dig, items, load

CONFIG = ".pre-commit-config.yaml"
STAGES = {
    "revont-guard": "pre-commit",
    "revont-guard-commit-msg": "commit-msg",
    "revont-guard-pre-push": "pre-push",
    "revont-guard-detect-secrets": "pre-commit",
}
"""The hooks of ``.pre-commit-hooks.yaml`` and the stage that each runs at."""

ALIASES = {"commit": "pre-commit", "push": "pre-push"}
"""The names that stages had before pre-commit 3.2, and still may have."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a configuration has of ours. ``rev`` is None for a repository that has none, such as ``local``."""

    rev: str | None
    hooks: tuple[str, ...]
    install: tuple[str, ...]

    @property
    def stages(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(STAGES[hook] for hook in self.hooks))


def wanted() -> tuple[str, ...]:
    """The hooks that `init` writes."""
    return tuple(str(hook) for hook in _ids(load(template("pre-commit.yaml"))[0]))


def entry(config: Tree) -> Entry | None:
    """Our hooks in the configuration of pre-commit, and the hook types that it installs by default."""
    ours = [(repo, [hook for hook in _ids(repo) if hook in STAGES]) for repo in items(dig(config, "repos"))]
    revs = [rev for repo, hooks in ours if hooks and isinstance(rev := dig(repo, "rev"), str)]
    hooks = tuple(dict.fromkeys(hook for _, found in ours for hook in found))
    types = dig(config, "default_install_hook_types")
    install = [ALIASES.get(str(kind), str(kind)) for kind in (["pre-commit"] if types is None else items(types))]
    return Entry(revs[0] if revs else None, hooks, tuple(install)) if hooks else None


def change(top: Path) -> Change | ByHand | None:
    """The configuration with our entry in it; None where it is there already."""
    snippet = f"{_types()}\nrepos:\n{_indented(template('pre-commit.yaml'))}"
    try:
        before = existing(top, CONFIG)
        after = added(before or "")
    except Untouchable as error:
        return ByHand(CONFIG, str(error), snippet)
    return None if after == before else Change(CONFIG, before, after)


def added(text: str) -> str:
    """``text`` with our entry, where it has none, and with the hook types that our hooks need."""
    config = load(text)
    if config is None:
        text = add_entry(text, f"repos:\n{_indented(template('pre-commit.yaml'))}")
    elif entry(config) is None:
        text = add_item(text, ("repos",), template("pre-commit.yaml"))
    found = entry(load(text))
    assert found is not None
    if dig(config, "default_install_hook_types") is None:
        needed = {*found.stages} - {"pre-commit"}
        return add_entry(text, _types(found.stages), above="repos") if needed else text
    for stage in found.stages:
        if stage not in found.install:
            text = add_word(text, "default_install_hook_types", stage)
    return text


def runs_at_every_stage(config: Tree) -> list[str]:
    """The hooks of others that say nothing of stages, so that installing ours lets them run there, too."""
    if dig(config, "default_stages") is not None:
        return []
    return [
        str(dig(hook, "id"))
        for repo in items(dig(config, "repos"))
        for hook in items(dig(repo, "hooks"))
        if dig(hook, "id") not in STAGES and dig(hook, "stages") is None
    ]


def _ids(repo: Tree) -> list[str]:
    return [name for hook in items(dig(repo, "hooks")) if isinstance(name := dig(hook, "id"), str)]


def _types(stages: Sequence[str] = ()) -> str:
    needed = dict.fromkeys(("pre-commit", *(stages or [STAGES[hook] for hook in wanted()])))
    return f"default_install_hook_types: [{', '.join(needed)}]"


def _indented(text: str) -> str:
    return "".join(f"  {line}\n" for line in text.splitlines())
