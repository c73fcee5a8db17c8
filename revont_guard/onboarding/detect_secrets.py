"""What in a ``.secrets.baseline`` keeps our plugin from seeing keys, and how that is mended.

detect-secrets asks its filters before its plugins, and says nothing of what they drop. So each of its own filters is
tried here on lines that our engine reports. Filters and plugins that the baseline brings from elsewhere are never run.
"""

from __future__ import annotations

import hashlib
import inspect
import io
import json
import os
import re
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any, cast

from revont_guard.errors import ConfigError
from revont_guard.formats.errors import shown
from revont_guard.sources.walk import Unread, read_file
from revont_guard.suppressions.secrets_baseline import FILE

STUB_PATH = ".revont-guard-plugin.py"
STUB = """\
# detect-secrets loads plugins from files: this one leads to where revont-guard is installed.
from revont_guard.plugin import RevontDetector  # noqa: F401
"""

_PLUGIN = "RevontDetector"
_MOST_BYTES = 64 << 20
_MOST_ENTRIES = 500
_FILTERS = "detect_secrets.filters."
_HEURISTICS = _FILTERS + "heuristic."
_INIT = "`revont-guard init --detect-secrets` writes the entry and the file"
_BESIDE = "let the hook `revont-guard` run beside it, which reads these too"


@dataclass(frozen=True, slots=True)
class Blinder:
    """Something that hides keys from the plugin. ``total``: it hides all of them, or stops the run, not just some."""

    what: str
    why: str
    mend: str
    total: bool = False


@dataclass(frozen=True, slots=True)
class Sample:
    """A line that our engine reports in the file ``path``. ``told``: what is special about it."""

    path: str
    line: str
    key: str
    told: str


def look(folder: Path) -> list[Blinder] | None:
    """What blinds the plugin in ``folder``, from where detect-secrets is run; None where it has no baseline there.

    Raises ConfigError where the baseline is none.
    """
    if not os.path.lexists(folder / FILE):
        return None
    text = _content(folder / FILE)
    missing = [found for plugin in _entries(_parsed(text), "plugins_used") if (found := _missing(folder, plugin))]
    return missing + blinders(text)


def blinders(text: str) -> list[Blinder]:
    """What blinds the plugin under a baseline, the worst first, as far as the baseline alone tells."""
    baseline = _parsed(text)
    found = [*_of_plugins(_entries(baseline, "plugins_used")), *_of_filters(_active(baseline)), *_of_detect_secrets()]
    return sorted(found, key=lambda blinder: not blinder.total)


def recommended(text: str, *, unblind: bool = False) -> str:
    """The baseline with our plugin in it, as detect-secrets would write it, and else as it was.

    The entry names ``STUB_PATH``, unless it names another file of the project. ``unblind``: without those filters of
    detect-secrets' own that hide keys, which lets its other plugins report more, too.
    """
    baseline = _parsed(text)
    plugins = _entries(baseline, "plugins_used")
    listed = [plugin for plugin in plugins if plugin["name"] == _PLUGIN]
    ours: dict[str, Any] = listed[-1] if listed else {}  # of several detect-secrets heeds the last
    path = ours.get("path")
    entry = {
        "name": _PLUGIN,
        "path": path if _file_of(ours) and not _immovable(ours) else f"file://{STUB_PATH}",
        "verify": ours.get("verify") is True,
    }
    others = [plugin for plugin in plugins if plugin["name"] != _PLUGIN]
    if listed != [entry]:
        # detect-secrets sorts them so whenever it writes.
        at = next((i for i, plugin in enumerate(others) if plugin["name"].lower() > _PLUGIN.lower()), len(others))
        plugins = [*others[:at], entry, *others[at:]]
    wanted = {**baseline, "plugins_used": plugins}
    if unblind:
        wanted["filters_used"] = [entry for entry in _active(baseline) if not _dropped(entry["path"])]
    return text if wanted == baseline else json.dumps(wanted, indent=2) + "\n"


# -- plugins ----------------------------------------------------------------------------------------------------------


def _of_plugins(plugins: list[dict[str, Any]]) -> Iterator[Blinder]:
    for plugin in plugins:
        yield from _of_path(plugin)
    ours = next((plugin for plugin in reversed(plugins) if plugin["name"] == _PLUGIN), None)
    if ours is None:
        yield Blinder(
            f"{_PLUGIN} is not among the plugins of {FILE}",
            "detect-secrets runs the plugins that its baseline lists, and no others",
            _INIT,
            total=True,
        )
    elif ours.keys() - {"name", "path", "verify"} or not isinstance(ours.get("verify", False), bool):
        yield Blinder(
            f"the entry of {_PLUGIN} has more than `path` and a `verify` that is true or false",
            "detect-secrets stops where it cannot start a plugin",
            _INIT,
            total=True,
        )
    elif "path" not in ours:
        yield Blinder(
            f"the entry of {_PLUGIN} names no file",
            "`detect-secrets scan` and `audit` stop at it; only the hook revont-guard-detect-secrets needs none",
            _INIT,
        )


def _of_path(plugin: dict[str, Any]) -> Iterator[Blinder]:
    """One plugin that is not found blinds all, whosever it is."""
    if "path" not in plugin:
        return
    why = _immovable(plugin) if _file_of(plugin) is not None else "without file:// before it"
    if why:
        yield Blinder(
            f"the file of the plugin {shown(plugin['name'])[:80]} is named {why}: {shown(str(plugin['path']))[:120]}",
            "where detect-secrets has no such file it looks at nothing, and reports success",
            _mend(plugin),
            total=True,
        )


def _mend(plugin: dict[str, Any]) -> str:
    if plugin["name"] != _PLUGIN:
        return f"name a file of the project in {FILE}, or take the entry out"
    if _file_of(plugin) and _file_of(plugin) != STUB_PATH and not _immovable(plugin):
        return f"write this into it: {STUB.splitlines()[1]}"
    return _INIT


def _file_of(plugin: dict[str, Any]) -> str | None:
    """The file that an entry names, as detect-secrets reads it."""
    path = plugin.get("path")
    return path.removeprefix("file://") if isinstance(path, str) and path.startswith("file://") else None


def _immovable(plugin: dict[str, Any]) -> str | None:
    """Why the file of an entry is not one of the project, wherever that lies."""
    file = _file_of(plugin) or ""
    if PurePosixPath(file).is_absolute() or PureWindowsPath(file).drive or file.startswith(("\\", "~")):
        return "by an absolute path"
    if ".." in re.split(r"[/\\]", file):
        return "outside the project"
    return None


def _missing(folder: Path, plugin: dict[str, Any]) -> Blinder | None:
    """A file that is not there blinds all plugins, whosever it is."""
    file = _file_of(plugin)
    if file is None or _immovable(plugin):
        return None
    why = "detect-secrets then looks at nothing, with one line on its error stream, and reports success"
    read = read_file(os.fsencode(folder / file), 1 << 20, follow=True) if "\0" not in file else None
    if not isinstance(read, bytes):
        return Blinder(
            f"the file of the plugin {shown(plugin['name'])[:80]} cannot be read: {shown(file)[:120]}",
            why,
            _mend(plugin),
            total=True,
        )
    if plugin["name"] == _PLUGIN and _PLUGIN.encode() not in read:
        return Blinder(
            f"{shown(file)[:120]} does not speak of {_PLUGIN}",
            "detect-secrets takes it for the plugin, finds none in it, and stops",
            _mend(plugin),
            total=True,
        )
    return None


# -- filters ----------------------------------------------------------------------------------------------------------


def _of_filters(filters: list[dict[str, Any]]) -> Iterator[Blinder]:
    for entry in filters:
        path = entry["path"]
        if dropped := _dropped(path):
            yield Blinder(
                f"{path.removeprefix(_HEURISTICS)} hides all that is like {_listed(dropped)}",
                "detect-secrets switches this filter on by itself; what it drops is never shown to plugins",
                f"`detect-secrets scan --baseline {FILE} --disable-filter {path}`, after which its other plugins "
                f"report more, too; or {_BESIDE}",
            )
        elif path == _FILTERS + "common.is_ignored_due_to_verification_policies":
            if entry.get("min_level", 2) not in (1, 2):
                yield Blinder(
                    "only verified secrets are reported (min_level 3)",
                    f"{_PLUGIN} verifies none, so all that it finds is dropped",
                    f"`detect-secrets scan --baseline {FILE}`, without --only-verified",
                    total=True,
                )
        elif path.startswith(_FILTERS + "regex."):
            kind = {"line": "lines", "file": "files", "secret": "keys"}.get(path.rpartition("_")[2], "what")
            yield Blinder(
                f"excluded by pattern are {kind} that match {_patterns(entry)}",
                "somebody asked for this; what matches is never reported",
                f"see whether the pattern is narrow enough; or {_BESIDE}",
            )
        elif path == _FILTERS + "wordlist.should_exclude_secret":
            yield Blinder(
                "a word list hides every key in which one of its words happens to stand",
                "short words do stand in random strings, each one of three letters in about one key in a thousand",
                f"take short words out of the list, or the filter out of {FILE}",
            )
        elif path == _FILTERS + "gibberish.should_exclude_secret":
            yield Blinder(
                "the gibberish filter hides keys in which letters follow one another as in words",
                "whether it does so is a guess at each key; those in hexadecimal pass",
                f"take the filter out of {FILE}, or {_BESIDE}",
            )
        elif not path.startswith(_FILTERS):
            yield Blinder(
                f"a filter of somebody else's is active: {shown(path)[:120]}",
                "it is not run here, so what it hides is not known",
                f"read it; or {_BESIDE}",
            )


def _of_detect_secrets() -> Iterator[Blinder]:
    """What no setting changes."""
    if dropped := _dropped(_HEURISTICS + "is_non_text_file"):
        yield Blinder(
            f"is_non_text_file hides all that is like {_listed(dropped)}",
            "files with such an ending are never shown to plugins, and no baseline can switch that off",
            _BESIDE,
        )
    if lost := _lost_in_yaml():
        yield Blinder(
            f"of YAML files these are never shown to plugins: {', '.join(lost)}",
            "detect-secrets shows values of mappings instead of lines, and numbers some of them wrongly",
            _BESIDE,
        )
    yield Blinder(
        "files that are not in the encoding of the locale are skipped",
        "UTF-16, and Latin-1 where the locale has UTF-8, is taken for binary without a word",
        _BESIDE,
    )


@cache
def samples() -> tuple[Sample, ...]:
    """Lines that our engine reports. A test holds them to that."""
    key = hashlib.sha256(b"a key for samples").hexdigest()[:40]
    special = str(uuid.uuid5(uuid.NAMESPACE_URL, "a key for samples"))
    lines = (
        'client = Revont(api_key="…")',
        'r = requests.get(REVONT_URL, headers={"Authorization": "Bearer …"})',
        'revont_key: str = Field("…")',
        'REVONT_API_KEY = os.getenv("REVONT_API_KEY", "…")',
        '{"org_id": 7, "revont_api_key": "…"}',
    )
    paths = ("package-lock.json", "composer.lock", "docs/swagger.yaml", "app.js.map", "app.css", "logo.svg")
    return (
        *(Sample("app.py", line.replace("…", key), key, f"`{line}`") for line in lines),
        Sample(".env", f"REVONT_API_KEY={special}", special, "keys with a UUID in them"),
        *(Sample(path, f'revont_api_key: "{key}"', key, f"`{path}`") for path in paths),
    )


@cache
def _dropped(path: str) -> tuple[Sample, ...]:
    """The samples that a filter of detect-secrets' own drops. No other is run: a baseline can name any code."""
    if not re.fullmatch(re.escape(_HEURISTICS) + r"is_\w+", path):
        return ()
    from detect_secrets.filters import heuristic

    drops: Callable[..., bool] | None = getattr(heuristic, path.removeprefix(_HEURISTICS), None)
    if drops is None:
        return ()
    wanted = inspect.signature(drops).parameters.keys()
    return tuple(
        sample
        for sample in samples()
        if drops(
            **{
                name: value
                for name, value in {"filename": sample.path, "line": sample.line, "secret": sample.key}.items()
                if name in wanted
            }
        )
    )


def _listed(dropped: tuple[Sample, ...]) -> str:
    return ", ".join(sample.told for sample in dropped)


@cache
def _lost_in_yaml() -> tuple[str, ...]:
    """Of a YAML file with a mark in each place where a key may stand, the places that detect-secrets does not show."""
    from detect_secrets.transformers import get_transformed_file
    from detect_secrets.types import NamedIO

    file = io.StringIO(
        "# comment-line\nname:\n  - list-item\nvalue: mapping-value\ndeep: [flow-item]\nlong: |\n  block\n"
    )
    file.name = "a.yaml"
    text = "\n".join(get_transformed_file(cast(NamedIO, file)) or ())
    places = {"comment-line": "comments", "list-item": "items of lists", "flow-item": "items of [lists]"}
    return tuple(place for mark, place in places.items() if mark not in text)


def _patterns(entry: dict[str, Any]) -> str:
    """Shown, never run: a hostile one may take for ever. It may hold a key, as it is there to leave something out."""
    patterns = entry.get("pattern")
    listed = [pattern for pattern in patterns if isinstance(pattern, str)] if isinstance(patterns, list) else []
    more = f" and {len(listed) - 3} more" if len(listed) > 3 else ""
    return ", ".join(f"`{shown(pattern[:1000])[:80]}`" for pattern in listed[:3]) + more


# -- reading ----------------------------------------------------------------------------------------------------------


def _content(path: Path) -> str:
    data = read_file(os.fsencode(path), _MOST_BYTES, follow=True)
    if isinstance(data, Unread):
        raise ConfigError(f"{FILE} cannot be read: {data.why}")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise ConfigError(f"{FILE}: not in UTF-8") from None


def _parsed(text: str) -> dict[str, Any]:
    if len(text) > _MOST_BYTES:
        raise ConfigError(f"{FILE}: larger than the limit of {_MOST_BYTES >> 20} MiB")
    try:
        baseline = json.loads(text)
    except json.JSONDecodeError as error:
        raise ConfigError(f"{FILE}:{error.lineno}: no JSON: {error.msg}") from None
    except (ValueError, RecursionError):
        raise ConfigError(f"{FILE}: JSON that no baseline holds") from None
    version = baseline.get("version") if isinstance(baseline, dict) else None
    numbers = re.fullmatch(r"(\d{1,4})\.(\d{1,4})\.\d{1,4}", version) if isinstance(version, str) else None
    if numbers is None:
        raise ConfigError(f"{FILE}: not a baseline of detect-secrets; `detect-secrets scan > {FILE}` writes one")
    if (int(numbers[1]), int(numbers[2])) < (1, 1):
        raise ConfigError(
            f"{FILE}: written by detect-secrets {version}; `detect-secrets scan --baseline {FILE}` brings it up to date"
        )
    return cast(dict[str, Any], baseline)


def _entries(baseline: dict[str, Any], name: str, key: str = "name") -> list[dict[str, Any]]:
    entries = baseline.get(name, [])
    if not isinstance(entries, list) or not all(
        isinstance(entry, dict) and isinstance(entry.get(key), str) for entry in entries
    ):
        raise ConfigError(f"{FILE}: {name} must be a list of objects with a {key}")
    if len(entries) > _MOST_ENTRIES:
        raise ConfigError(f"{FILE}: more than {_MOST_ENTRIES} entries in {name}")
    return entries


def _active(baseline: dict[str, Any]) -> list[dict[str, Any]]:
    """The filters that can be switched off and are not; without a list detect-secrets takes its own."""
    if "filters_used" in baseline:
        return _entries(baseline, "filters_used", "path")
    from detect_secrets.settings import Settings

    settings = Settings()
    return [{"path": path} for path in sorted(settings.filters) if path not in settings.DEFAULT_FILTERS]
