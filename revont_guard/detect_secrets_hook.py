"""A program: ``hook`` and ``audit`` of detect-secrets with our plugin in them, wherever that is installed.

``hook`` takes what ``detect-secrets-hook`` takes and exits as that does: 0 nothing new, 1 something new, 3 the baseline
was brought up to date. Where it could not look, it says why in one line and exits as we do. ``audit`` is here because
that of detect-secrets cannot load plugins from files: https://github.com/Yelp/detect-secrets/issues/611
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from detect_secrets import main as program
from detect_secrets import pre_commit_hook
from detect_secrets.plugins import base
from detect_secrets.settings import get_plugins, get_settings

from revont_guard.errors import ExitCode, GuardError
from revont_guard.plugin import RevontDetector

_NAME = RevontDetector.__name__
_UPDATED = 3
_USAGE = """\
usage: revont-guard-detect-secrets hook [--baseline FILE] [OPTIONS]... [--] [FILES]...
       revont-guard-detect-secrets audit [OPTIONS]... FILE
detect-secrets with the plugin of revont-guard; its options are those of detect-secrets"""


def main(argv: list[str] | None = None) -> int:
    """Runs detect-secrets in this process, which keeps its settings; the exit code."""
    verb, *arguments = (sys.argv[1:] if argv is None else argv) or [""]
    setattr(base, _NAME, RevontDetector)  # every plugin that stands in a module of its plugins is known to it
    try:
        match verb:
            case "hook":
                return _hook(arguments)
            case "audit":
                return program.main([verb, *arguments])
            case _:
                print(_USAGE, file=sys.stdout if verb in ("-h", "--help") else sys.stderr)
                return ExitCode.CLEAN if verb in ("-h", "--help") else ExitCode.USAGE
    except GuardError as error:
        print(f"revont-guard: {error}", file=sys.stderr)
        return error.exit_code


def _hook(arguments: list[str]) -> int:
    lacking: list[Path] = []
    theirs = pre_commit_hook.parse_args

    def parse_args(argv: list[str] | None = None) -> argparse.Namespace:
        parsed = theirs(argv)
        if _NAME not in get_settings().plugins and _NAME not in (parsed.disable_plugin or ()):
            get_settings().configure_plugins([{"name": _NAME}])
            if parsed.baseline is not None:
                lacking.append(Path(parsed.baseline_filename))
        _load_plugins()
        return parsed

    pre_commit_hook.parse_args = parse_args
    try:
        status = pre_commit_hook.main(arguments)
    finally:
        pre_commit_hook.parse_args = theirs
    if status == _UPDATED:
        for baseline in lacking:
            _leave_out(baseline)
    return status


def _load_plugins() -> None:
    """Loads all plugins; ours from here, whatever file the baseline names for it.

    Without this a file that is missing makes detect-secrets look at nothing and report success.
    """
    ours = get_settings().plugins.get(_NAME, {})
    path = ours.pop("path", None)
    try:
        get_plugins()
    except Exception as error:
        raise GuardError(
            f"detect-secrets cannot load its plugins ({type(error).__name__}), so nothing was looked at; "
            "compare plugins_used in the baseline with what is there"
        ) from None
    if path is not None:
        ours["path"] = path


def _leave_out(baseline: Path) -> None:
    """Takes our entry, which names no file, out of a baseline that had none: detect-secrets by itself stops at it."""
    content = json.loads(baseline.read_text())
    content["plugins_used"] = [plugin for plugin in content["plugins_used"] if plugin["name"] != _NAME]
    baseline.write_text(json.dumps(content, indent=2) + "\n")


if __name__ == "__main__":
    sys.exit(main())
