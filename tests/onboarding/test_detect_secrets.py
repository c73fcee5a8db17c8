"""What blinds the plugin, told from a baseline; each claim is held against the real detect-secrets."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from detect_secrets.core.plugins.util import get_mapping_from_secret_type_to_class
from detect_secrets.core.scan import scan_file
from detect_secrets.settings import Settings, transient_settings

from revont_guard import catalog
from revont_guard.detectors.keys import find_keys
from revont_guard.errors import ConfigError
from revont_guard.model import Blob, Location, SourceKind
from revont_guard.onboarding.detect_secrets import (
    STUB,
    STUB_PATH,
    Blinder,
    Sample,
    blinders,
    look,
    recommended,
    samples,
)
from revont_guard.plugin import RevontDetector
from tests.keys import make_key

KEY = make_key("blinders")
HEURISTICS = "detect_secrets.filters.heuristic."
OWN = sorted(set(Settings().filters) - Settings.DEFAULT_FILTERS)
ENTRY = {"name": "RevontDetector", "path": f"file://{STUB_PATH}", "verify": False}
HIDING = {"is_indirect_reference", "is_likely_id_string", "is_lock_file", "is_potential_uuid", "is_swagger_file"}
ALWAYS = ("is_non_text_file hides", "of YAML files", "files that are not in the encoding")


def baseline(*plugins: Any, filters: list[Any] | None = None, **more: Any) -> str:
    """As detect-secrets writes one; without filters, unless some are named."""
    content = {"version": "1.5.0", "plugins_used": list(plugins), "filters_used": filters or [], "results": {}, **more}
    return json.dumps(content, indent=2) + "\n"


def told(text: str) -> list[Blinder]:
    """But for what no setting changes."""
    found = blinders(text)
    assert [blinder.what.startswith(ALWAYS) for blinder in found[-3:]] == [True] * 3
    return found[:-3]


def whats(found: list[Blinder] | None) -> str:
    assert found is not None
    return "\n".join(blinder.what for blinder in found)


# -- filters ----------------------------------------------------------------------------------------------------------


def test_engine_reports_every_sample() -> None:
    for sample in samples():
        place = Location(SourceKind.WORKTREE, sample.path)
        found = find_keys(Blob(sample.line.encode(), place), catalog.knowledge())
        assert [match.key.secret.reveal() for match in found] == [sample.key], sample.told


@pytest.fixture
def registered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(get_mapping_from_secret_type_to_class(), "Revont Key", RevontDetector)


@pytest.mark.usefixtures("registered")
@pytest.mark.parametrize("sample", samples(), ids=lambda sample: str(sample.told))
def test_sample_is_found_once_no_filter_that_is_named_hides_it(
    sample: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / sample.path
    path.parent.mkdir(exist_ok=True)
    path.write_text(sample.line + "\n")

    def found(*names: str) -> bool:
        filters = [{"path": HEURISTICS + name} for name in names]
        with transient_settings({"plugins_used": [{"name": "RevontDetector"}], "filters_used": filters}):
            return sample.key in {secret.secret_value for secret in scan_file(sample.path)}

    hidden_by = {
        name
        for name in HIDING
        if any(sample.told in b.what for b in told(baseline(ENTRY, filters=[{"path": HEURISTICS + name}])))
    }
    always = any(sample.told in blinder.what for blinder in blinders(baseline(ENTRY))[-3:])
    assert hidden_by or always
    assert found() is not always
    assert {name for name in HIDING if not found(name)} == (HIDING if always else hidden_by)


def test_own_filters_that_hide_nothing_of_ours_are_not_accused() -> None:
    named = {blinder.what.split()[0] for blinder in told(baseline(ENTRY, filters=[{"path": path} for path in OWN]))}
    assert named == HIDING
    # Without a list detect-secrets takes its own.
    assert {
        blinder.what.split()[0] for blinder in told(json.dumps({"version": "1.5.0", "plugins_used": [ENTRY]}))
    } == HIDING


REGEX = "detect_secrets.filters.regex.should_exclude_"
POLICY = "detect_secrets.filters.common.is_ignored_due_to_verification_policies"
ASKED_FOR: list[tuple[dict[str, Any], str]] = [
    ({"path": REGEX + "file", "pattern": ["^old/", "x"]}, "files that match `^old/`, `x`"),
    ({"path": REGEX + "line", "pattern": ["(a+)+$"]}, "lines that match `(a+)+$`"),
    ({"path": REGEX + "secret", "pattern": ["a", "b", "c", "d"]}, "`c` and 1 more"),
    ({"path": REGEX + "secret", "pattern": 3}, "keys that match "),
    ({"path": "detect_secrets.filters.wordlist.should_exclude_secret", "file_name": "w"}, "a word list hides"),
    ({"path": "detect_secrets.filters.gibberish.should_exclude_secret"}, "the gibberish filter"),
    ({"path": "file://filters.py::drop"}, "somebody else's is active: file://filters.py::drop"),
    ({"path": "os.system"}, "somebody else's is active: os.system"),
    ({"path": POLICY, "min_level": 3}, "only verified"),
]


@pytest.mark.parametrize(("entry", "what"), ASKED_FOR, ids=[what for _, what in ASKED_FOR])
def test_filter_that_somebody_asked_for(entry: dict[str, Any], what: str) -> None:
    (found,) = told(baseline(ENTRY, filters=[entry]))
    assert (what in found.what, found.total) == (True, entry["path"] == POLICY)


def test_filters_about_what_is_allowed_or_verified_hide_nothing() -> None:
    allowed = {"path": "detect_secrets.filters.allowlist.is_line_allowlisted"}
    policy = {"path": POLICY, "min_level": 2}
    file = {"path": "detect_secrets.filters.common.is_baseline_file", "filename": ".secrets.baseline"}
    assert told(baseline(ENTRY, filters=[allowed, policy, file])) == []


def test_no_code_that_a_baseline_names_is_run(tmp_path: Path) -> None:
    for name in ("evil.py", STUB_PATH):
        (tmp_path / name).write_text(f"RevontDetector = open({str(tmp_path / 'ran')!r}, 'w')\ndef drop(line): pass\n")
    filters = [
        {"path": path}
        for path in ("file://evil.py::drop", "evil.drop", HEURISTICS + "os.system", HEURISTICS + "string")
    ]
    (tmp_path / ".secrets.baseline").write_text(baseline(ENTRY, filters=filters))
    assert look(tmp_path)
    assert not (tmp_path / "ran").exists()


def test_key_in_a_baseline_is_not_shown() -> None:
    pattern = {"path": "detect_secrets.filters.regex.should_exclude_secret", "pattern": [KEY]}
    other = {"name": f"A{KEY}", "path": f"file:///x/{KEY}"}
    found = told(baseline(ENTRY, other, filters=[pattern, {"path": f"file://{KEY}.py::f"}]))
    assert len(found) == 3
    assert KEY not in repr(found)


# -- plugins ----------------------------------------------------------------------------------------------------------

AWS = {"name": "AWSKeyDetector"}
ZERO = {"name": "Zzz", "limit": 4.5}
WRONG = {
    "nothing": ([], "is not among the plugins", True),
    "another": ([AWS], "is not among the plugins", True),
    "no file": ([{"name": "RevontDetector"}], "names no file", False),
    "absolute": ([{**ENTRY, "path": "file:///home/me/plugin.py"}], "by an absolute path", True),
    "drive": ([{**ENTRY, "path": "file://C:/plugin.py"}], "by an absolute path", True),
    "outside": ([{**ENTRY, "path": "file://../plugin.py"}], "outside the project", True),
    "no scheme": ([{**ENTRY, "path": STUB_PATH}], "without file:// before it", True),
    "no text": ([{**ENTRY, "path": 3}], "without file:// before it", True),
    "option": ([{**ENTRY, "limit": 3}], "has more than", True),
    "verify": ([{**ENTRY, "verify": "yes"}], "has more than", True),
    "last counts": ([ENTRY, {**ENTRY, "path": "file:///x.py"}], "by an absolute path", True),
}


@pytest.mark.parametrize(("plugins", "what", "total"), WRONG.values(), ids=WRONG)
def test_entry_that_does_not_lead_to_the_plugin_everywhere(plugins: list[Any], what: str, total: bool) -> None:
    (found,) = told(baseline(*plugins))
    assert (what in found.what, found.total) == (True, total)
    assert "`revont-guard init --detect-secrets`" in found.mend


@pytest.mark.parametrize("unblind", [True, False])
@pytest.mark.parametrize("plugins", [plugins for plugins, _, _ in WRONG.values()], ids=WRONG)
def test_recommended_baseline_is_not_blind_and_stays_as_it_is(plugins: list[Any], unblind: bool) -> None:
    text = recommended(baseline(*plugins, filters=[{"path": path} for path in OWN]), unblind=unblind)
    assert {blinder.what.split()[0] for blinder in told(text)} == (set() if unblind else HIDING)
    assert [entry for entry in json.loads(text)["plugins_used"] if entry["name"] == "RevontDetector"] == [ENTRY]
    assert recommended(text, unblind=unblind) == text


def test_recommended_baseline_is_else_what_it_was() -> None:
    results = {"a.py": [{"type": "Hex", "hashed_secret": "0" * 40, "line_number": 3, "is_secret": False}]}
    given = baseline(AWS, ZERO, filters=[{"path": "a.b", "x": 1.5}], results=results, generated_at="2020", other="ü\n")
    lines = recommended(given).splitlines()
    added = json.dumps({"plugins_used": [ENTRY]}, indent=2).splitlines()[2:-2]
    at = lines.index('      "name": "RevontDetector",') - 1
    assert lines[at : at + 5] == [*added[:-1], added[-1] + ","]
    assert lines[:at] + lines[at + 5 :] == given.splitlines()


def test_entry_that_works_is_kept() -> None:
    own = {"name": "RevontDetector", "path": "file://tools/ours.py", "verify": True}
    for text in (baseline(own), baseline(AWS, own, ZERO), json.dumps(json.loads(baseline(own)))):
        assert recommended(text) == text
    assert json.loads(recommended(baseline(ENTRY, own)))["plugins_used"] == [own]


# -- the folder -------------------------------------------------------------------------------------------------------


def test_folder_without_a_baseline_has_nothing_to_tell(tmp_path: Path) -> None:
    assert look(tmp_path) is None


def test_folder_with_the_stub_is_well(tmp_path: Path) -> None:
    (tmp_path / ".secrets.baseline").write_text(baseline(ENTRY))
    (tmp_path / STUB_PATH).write_text(STUB)
    assert look(tmp_path) == blinders(baseline(ENTRY))
    assert told(baseline(ENTRY)) == []


@pytest.mark.parametrize(
    ("path", "mend"),
    [
        (STUB_PATH, "`revont-guard init --detect-secrets`"),
        ("tools/ours.py", "from revont_guard.plugin import RevontDetector"),
    ],
)
def test_file_that_is_missing_or_another_blinds_all(path: str, mend: str, tmp_path: Path) -> None:
    (tmp_path / ".secrets.baseline").write_text(baseline({**ENTRY, "path": f"file://{path}"}))
    found = look(tmp_path)
    assert found and found[0].total and mend in found[0].mend and f"cannot be read: {path}" in found[0].what
    (tmp_path / path).parent.mkdir(exist_ok=True)
    (tmp_path / path).write_text("pass\n")
    found = look(tmp_path)
    assert found and found[0].total and mend in found[0].mend and "does not speak of" in found[0].what


def test_file_of_any_other_plugin_that_is_missing_blinds_all(tmp_path: Path) -> None:
    (tmp_path / STUB_PATH).write_text(STUB)
    (tmp_path / ".secrets.baseline").write_text(baseline(ENTRY, {"name": "Own", "path": "file://own.py"}))
    assert "the plugin Own cannot be read: own.py" in whats(look(tmp_path))


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", r"\.secrets\.baseline:1: no JSON"),
        ("{\n}}", r"\.secrets\.baseline:2: no JSON"),
        ("[" * 200_000, "JSON that no baseline holds"),
        ("1" * 5000, "JSON that no baseline holds"),
        ("[]", "not a baseline of detect-secrets"),
        ("{}", "not a baseline of detect-secrets"),
        ('{"version": 1}', "not a baseline of detect-secrets"),
        ('{"version": "0.14.3"}', "brings it up to date"),
        ('{"version": "1.5.0", "plugins_used": {}}', "plugins_used must be a list"),
        ('{"version": "1.5.0", "plugins_used": [{"name": 1}]}', "plugins_used must be a list"),
        ('{"version": "1.5.0", "plugins_used": [], "filters_used": ["x"]}', "filters_used must be a list"),
        (baseline(*[AWS] * 501), "more than 500 entries in plugins_used"),
    ],
)
def test_text_that_is_no_baseline(text: str, error: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=error):
        blinders(text)
    (tmp_path / ".secrets.baseline").write_text(text)
    with pytest.raises(ConfigError, match=error):
        look(tmp_path)


def test_file_that_is_no_text(tmp_path: Path) -> None:
    place = tmp_path / ".secrets.baseline"
    place.write_bytes(b"\xff\xfe{")
    with pytest.raises(ConfigError, match="not in UTF-8"):
        look(tmp_path)
    place.unlink()
    place.symlink_to("nowhere")
    with pytest.raises(ConfigError, match="cannot be read"):
        look(tmp_path)
    place.unlink()
    if hasattr(os, "mkfifo"):
        os.mkfifo(place)
        with pytest.raises(ConfigError, match="named pipe"):
            look(tmp_path)
