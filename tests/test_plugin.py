"""The plugin in the real detect-secrets: its scan, its hook, its audit, and ours."""

from __future__ import annotations

import inspect
import json
import os
import subprocess
import sys
import traceback
from collections.abc import Iterator, Mapping
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from detect_secrets.constants import VerifiedResult
from detect_secrets.core import scan
from detect_secrets.core.plugins.util import get_mapping_from_secret_type_to_class, get_plugins_from_module
from detect_secrets.core.potential_secret import PotentialSecret
from detect_secrets.plugins.base import BasePlugin
from detect_secrets.settings import Settings, get_plugins, transient_settings

from revont_guard import catalog, plugin
from revont_guard.detectors.keys import find_keys
from revont_guard.errors import GuardError
from revont_guard.model import Blob, Location, SourceKind
from revont_guard.onboarding.detect_secrets import STUB, STUB_PATH, recommended
from revont_guard.plugin import RevontDetector
from tests.commands import start
from tests.corpus.cases import HELD_OUT, Case, cases
from tests.corpus.score import blob
from tests.keys import make_key
from tests.repos import ISOLATED, Repo

ROOT = Path(__file__).parent.parent
KEY = make_key("plugin")
HOOK = make_key("plugin, webhook")
LEAK = f"REVONT_API_KEY={KEY}\n"
# Only the whole file tells whose key this is.
FAR = f'base = "https://api.revont.ai/v1"\n\n\n\n\n\n\n\nsession.headers["Authorization"] = "Bearer {KEY}"\n'


@dataclass(frozen=True)
class Project:
    """A repository with a baseline, in which commands run as its people type them."""

    repo: Repo

    @property
    def baseline(self) -> Any:
        return json.loads(self.text)

    @property
    def text(self) -> str:
        return (self.repo.path / ".secrets.baseline").read_text()

    @property
    def entry(self) -> Any:
        return next((entry for entry in self.baseline["plugins_used"] if entry["name"] == "RevontDetector"), None)

    def found(self) -> dict[str, list[int]]:
        """The lines with our type of secret in the baseline, by file."""
        results = self.baseline["results"]
        lines = {
            file: [one["line_number"] for one in found if one["type"] == "Revont Key"]
            for file, found in results.items()
        }
        return {file: found for file, found in lines.items() if found}

    def set_baseline(self, baseline: Any) -> None:
        self.repo.stage({".secrets.baseline": json.dumps(baseline, indent=2) + "\n"})

    def run(self, module: str, *arguments: str, stdin: str = "", **variables: str) -> subprocess.CompletedProcess[str]:
        """``python -m MODULE ARGUMENTS``; nothing that it says or writes into the baseline is the key."""
        done = self.run_showing(module, *arguments, stdin=stdin, **variables)
        for text in (done.stdout, done.stderr, self.text):
            assert KEY not in text and HOOK not in text
        return done

    def run_showing(
        self, module: str, *arguments: str, stdin: str = "", **variables: str
    ) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", module, *arguments]
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        env = kept | ISOLATED | {"PYTHONPATH": str(ROOT), "TERM": "dumb"} | variables
        return subprocess.run(
            command, cwd=self.repo.path, env=env, input=stdin, capture_output=True, text=True, timeout=60, check=False
        )

    def scan(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        done = self.run("detect_secrets", "scan", "--baseline", ".secrets.baseline", *arguments)
        assert done.returncode == 0, done.stderr
        return done


EMPTY = {
    "version": "1.5.0",
    "plugins_used": [{"name": "AWSKeyDetector"}],
    "filters_used": [
        {"path": path} for path in sorted(Settings().filters) if path not in Settings.DEFAULT_FILTERS
    ],
    "results": {},
    "generated_at": "2026-01-01T00:00:00Z",
}  # fmt: skip


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """With the stub, and with the baseline that is recommended."""
    made = Project(Repo(tmp_path / "project").stage({STUB_PATH: STUB, "app.py": FAR, "clean.py": "x = 1\n"}))
    made.repo.stage({".secrets.baseline": recommended(json.dumps(EMPTY))})
    return made


# -- scan -------------------------------------------------------------------------------------------------------------


def test_scan_finds_what_only_the_whole_file_tells(project: Project) -> None:
    project.scan()
    assert project.found() == {"app.py": [9]}


def test_entry_of_the_baseline_survives_and_names_no_place_of_this_machine(project: Project) -> None:
    before = project.entry
    assert before == {"name": "RevontDetector", "path": f"file://{STUB_PATH}", "verify": False}
    project.scan()
    once = project.baseline
    project.scan()
    assert project.entry == before
    assert {**project.baseline, "generated_at": ""} == {**once, "generated_at": ""}
    assert str(project.repo.path) not in project.text and str(ROOT) not in project.text


def test_plugin_by_its_own_file(project: Project) -> None:
    project.set_baseline(EMPTY)
    done = project.run("detect_secrets", "scan", "-p", str(ROOT / "revont_guard" / "plugin.py"), "app.py")
    written = json.loads(done.stdout)
    assert [found["type"] for found in written["results"]["app.py"] if found["line_number"] == 9].count(
        "Revont Key"
    ) == 1
    # The reason for the stub.
    (entry,) = (entry for entry in written["plugins_used"] if entry["name"] == "RevontDetector")
    assert entry["path"] == f"file://{ROOT}/revont_guard/plugin.py"


def test_all_files_are_scanned_in_worker_processes(project: Project) -> None:
    project.repo.write({"new/one.env": LEAK, "new/two.env": "\n" + LEAK})
    project.scan()
    assert project.found() == {"app.py": [9]}
    project.scan("--all-files", ".")
    assert project.found() == {"app.py": [9], "new/one.env": [1], "new/two.env": [2]}


@pytest.mark.parametrize(("string", "verdict"), [(LEAK.strip(), "True  (unverified)"), ("REVONT_API_KEY=", "False")])
def test_string_by_hand(string: str, verdict: str, project: Project) -> None:
    done = project.run("detect_secrets", "scan", "--baseline", ".secrets.baseline", "--string", string)
    assert f"RevontDetector: {verdict}" in done.stdout.splitlines()


def test_pragma_is_heeded_and_can_be_looked_at(project: Project) -> None:
    project.repo.stage({"app.py": f"{LEAK.strip()}  # pragma: allowlist secret\n"})
    project.scan()
    assert project.found() == {}
    done = project.scan("--only-allowlisted", "app.py")
    assert [found["type"] for found in json.loads(done.stdout)["results"]["app.py"]] == ["Revont Key"]


# -- verification, options --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("option", "found"), [("--no-verify", {"app.py": [9]}), ("--only-verified", {})])
def test_options_about_verification(option: str, found: Mapping[str, list[int]], project: Project) -> None:
    project.scan(option)
    assert project.found() == found


@pytest.mark.parametrize("verify", [True, False])
def test_options_survive_a_scan(verify: bool, project: Project) -> None:
    """And with worker processes, which get them from ``json()``."""
    baseline = project.baseline
    next(entry for entry in baseline["plugins_used"] if entry["name"] == "RevontDetector")["verify"] = verify
    project.set_baseline(baseline)
    project.scan("--all-files", ".")
    assert project.entry["verify"] is verify
    assert project.found() == {"app.py": [9]}


def test_json_has_every_option_of_the_constructor() -> None:
    options = dict.fromkeys(inspect.signature(RevontDetector).parameters, True)
    assert RevontDetector(**options).json() == {"name": "RevontDetector", **options}
    assert RevontDetector() != RevontDetector(**options)


@pytest.mark.parametrize("wrong", ["true", 1, None])
def test_option_of_another_type_is_refused(wrong: Any) -> None:
    with pytest.raises(TypeError, match="verify must be true or false"):
        RevontDetector(verify=wrong)


def test_nothing_is_verified_yet() -> None:
    assert RevontDetector(verify=True).verify(KEY) is VerifiedResult.UNVERIFIED


def test_no_other_class_is_registered_with_it() -> None:
    assert list(get_plugins_from_module(plugin)) == [RevontDetector]
    assert RevontDetector.secret_type == "Revont Key"


# -- audit ------------------------------------------------------------------------------------------------------------


AUDIT = ("revont_guard.detect_secrets_hook", "audit")


def test_audit_of_detect_secrets_itself_loads_no_plugin_from_a_file(project: Project) -> None:
    """Why ours is there. Where this fails, theirs has learned it."""
    project.scan()
    done = project.run("detect_secrets", "audit", "--stats", ".secrets.baseline")
    assert (done.returncode, "KeyError: 'Revont Key'" in done.stderr) == (1, True)


@pytest.mark.slow
@pytest.mark.parametrize(("answer", "real"), [("n", True), ("y", False)])
def test_audit_shows_the_line_and_keeps_what_is_decided(answer: str, real: bool, project: Project) -> None:
    project.scan()
    entry = project.entry
    shown = project.run_showing(*AUDIT, ".secrets.baseline", stdin=f"{answer}\n")
    assert (shown.returncode, "Revont Key" in shown.stdout, KEY in shown.stdout) == (0, True, True), shown.stderr
    for _ in range(2):
        assert [found["is_secret"] for found in project.baseline["results"]["app.py"]] == [real]
        assert project.entry == entry
        project.scan()


@pytest.mark.slow
def test_audit_counts_and_reports(project: Project) -> None:
    project.scan()
    project.run_showing(*AUDIT, ".secrets.baseline", stdin="n\n")
    stats = project.run(*AUDIT, "--stats", "--json", ".secrets.baseline")
    raw = {"true-positives": 1, "false-positives": 0, "unknown": 0}
    assert json.loads(stats.stdout)["RevontDetector"]["stats"]["raw"] == raw
    report = project.run_showing(*AUDIT, "--report", ".secrets.baseline")
    (found,) = json.loads(report.stdout)["results"]
    assert (found["types"], found["category"], list(found["lines"])) == (["Revont Key"], "VERIFIED_TRUE", ["9"])
    assert found["secrets"] == KEY  # as for every plugin: what audit prints is not for logs


# -- hooks ------------------------------------------------------------------------------------------------------------

THEIRS, OURS = ("detect_secrets.pre_commit_hook",), ("revont_guard.detect_secrets_hook", "hook")
WITH_BASELINE = ("--baseline", ".secrets.baseline")


@pytest.mark.slow
@pytest.mark.parametrize("hook", [THEIRS, OURS], ids=["theirs", "ours"])
def test_hook_exits_as_the_hook_of_detect_secrets(hook: tuple[str], project: Project) -> None:
    new = project.run(*hook, *WITH_BASELINE, "app.py", "clean.py")
    assert (new.returncode, "Revont Key" in new.stdout, "app.py:9" in new.stdout) == (1, True, True)
    assert project.run(*hook, *WITH_BASELINE, "clean.py").returncode == 0
    project.scan()
    project.repo.git("add", ".secrets.baseline")
    assert project.run(*hook, *WITH_BASELINE, "app.py").returncode == 0
    project.repo.stage({"app.py": "\n" + FAR})
    moved = project.run(*hook, *WITH_BASELINE, "app.py")
    assert (moved.returncode, project.found()) == (3, {"app.py": [10]})
    assert project.entry == {"name": "RevontDetector", "path": f"file://{STUB_PATH}", "verify": False}


def test_hook_of_ours_needs_no_baseline(project: Project) -> None:
    assert project.run(*OURS, "app.py").returncode == 1
    assert project.run(*OURS, "clean.py").returncode == 0
    assert project.run(*THEIRS, "app.py").stdout.count("Revont Key") == 0


ENTRIES = {
    "none": None,
    "plain": {"name": "RevontDetector"},
    "verify": {"name": "RevontDetector", "verify": True},
    "stub that is not there": {"name": "RevontDetector", "path": "file://gone.py"},
    "another machine": {"name": "RevontDetector", "path": "file:///nowhere/plugin.py"},
}


@pytest.mark.parametrize("entry", ENTRIES.values(), ids=ENTRIES)
def test_hook_of_ours_looks_whatever_the_baseline_names(entry: dict[str, Any] | None, project: Project) -> None:
    plugins = [{"name": "AWSKeyDetector"}, *([entry] if entry else [])]
    project.set_baseline({**EMPTY, "plugins_used": plugins})
    new = project.run(*OURS, *WITH_BASELINE, "app.py")
    assert (new.returncode, "Revont Key" in new.stdout, new.stderr) == (1, True, "")


@pytest.mark.parametrize("entry", ENTRIES.values(), ids=ENTRIES)
def test_hook_of_ours_leaves_the_entry_as_it_was(entry: dict[str, Any] | None, project: Project) -> None:
    """An entry without a file, where there was none, would stop `detect-secrets scan`."""
    project.scan()
    results = project.baseline["results"]
    plugins = [{"name": "AWSKeyDetector"}, *([entry] if entry else [])]
    project.set_baseline({**EMPTY, "plugins_used": plugins, "results": results})
    project.repo.stage({"app.py": "\n" + FAR})
    assert project.run(*OURS, *WITH_BASELINE, "app.py").returncode == 3
    assert project.entry == (entry and {"verify": False, **entry})
    assert project.found() == {"app.py": [10]}
    project.repo.git("add", ".secrets.baseline")
    assert project.run(*OURS, *WITH_BASELINE, "app.py").returncode == 0


def test_hook_of_ours_can_be_told_to_leave_the_plugin_out(project: Project) -> None:
    assert project.run(*OURS, *WITH_BASELINE, "--disable-plugin", "RevontDetector", "app.py").returncode == 0


def test_hook_of_ours_runs_other_plugins_of_the_project(project: Project) -> None:
    other = (
        "from detect_secrets.plugins.base import BasePlugin\n\nclass Other(BasePlugin):\n    secret_type = 'Other'\n\n"
    )
    project.repo.stage(
        {
            "other.py": other
            + "    def analyze_string(self, string):\n        yield from ['1'] if '1' in string else []\n"
        }
    )
    baseline = project.baseline
    project.set_baseline({**baseline, "plugins_used": [*baseline["plugins_used"], {"name": "Other", "path": "file://other.py"}],
                          "filters_used": []})  # fmt: skip
    assert "Other" in project.run(*OURS, *WITH_BASELINE, "clean.py").stdout


def test_file_of_another_plugin_is_missing(project: Project) -> None:
    """detect-secrets by itself looks at nothing then, and reports success."""
    baseline = project.baseline
    project.set_baseline(
        {**baseline, "plugins_used": [*baseline["plugins_used"], {"name": "Other", "path": "file://gone.py"}]}
    )
    assert project.run(*THEIRS, *WITH_BASELINE, "app.py").returncode == 0
    done = project.run(*OURS, *WITH_BASELINE, "app.py")
    assert (done.returncode, done.stdout) == (3, "")
    assert "cannot load its plugins (FileNotFoundError), so nothing was looked at" in done.stderr


@pytest.mark.parametrize(("arguments", "code"), [((), 2), (("--help",), 0), (("app.py",), 2), (("scan", "app.py"), 2)])
def test_what_to_do_must_be_said(arguments: tuple[str, ...], code: int, project: Project) -> None:
    """Only the first word can say it, so that no name of a file is taken for it."""
    done = project.run("revont_guard.detect_secrets_hook", *arguments)
    assert (done.returncode, "usage: revont-guard-detect-secrets hook" in done.stdout + done.stderr) == (code, True)


def test_file_that_is_named_like_an_option_is_a_file_behind_two_dashes(project: Project) -> None:
    project.repo.stage({"--disable-plugin=RevontDetector": LEAK})
    assert project.run(*OURS, *WITH_BASELINE, "--", "--disable-plugin=RevontDetector").returncode == 1


BREAK = f"""
import sys
from revont_guard import catalog
def broken():
    raise RuntimeError({KEY!r})
catalog.knowledge = broken
from revont_guard.detect_secrets_hook import main
sys.exit(main(["hook", "app.py"]))
"""


def test_failing_engine_ends_the_hook_in_one_line_without_the_key(project: Project) -> None:
    project.repo.write({"broken.py": BREAK})
    done = project.run("broken")
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == "revont-guard: RevontDetector failed: RuntimeError at __main__:5\n"


# -- lines ------------------------------------------------------------------------------------------------------------


def on(line: str, filename: str = "adhoc-string-scan", number: int = 0) -> set[str]:
    found = RevontDetector().analyze_line(filename=filename, line=line, line_number=number)
    return {str(secret.secret_value) for secret in found}


@pytest.fixture
def inside(tmp_path: Path) -> Iterator[Path]:
    with chdir(tmp_path):
        yield tmp_path


def test_both_kinds_of_key_have_one_type() -> None:
    assert on(LEAK) == {KEY}
    assert on(f"REVONT_WEBHOOK_SECRET={HOOK}") == {HOOK}


def test_string_by_hand_has_nothing_to_do_with_a_file_of_the_name_that_it_is_given(inside: Path) -> None:
    (inside / "adhoc-string-scan").write_text(FAR)
    assert on(FAR.splitlines()[8]) == set()


def test_line_that_the_file_does_not_hold_is_looked_at_by_itself(inside: Path) -> None:
    """As in a diff of another version; a name that the file has on that line must not vouch for it."""
    (inside / "a.env").write_text("x=1\ny=2\n")
    assert on(LEAK, "a.env", 2) == {KEY}
    assert on(f"OTHER={KEY}", "a.env", 2) == set()
    assert on(LEAK, "gone.env", 1) == {KEY}
    assert on(LEAK, ".", 1) == {KEY}
    assert on(LEAK, "\0", 1) == {KEY}


def test_line_of_a_diff_that_has_moved_is_known_from_the_file(inside: Path) -> None:
    (inside / "app.py").write_text(FAR)
    line = FAR.splitlines()[8]
    assert on(line) == set()
    assert on(line, "app.py", 4) == {KEY}
    assert on(line.replace("session", "other"), "app.py", 9) == {KEY}
    assert on(line.replace(KEY, f"x{KEY}"), "app.py", 9) == set()


@pytest.mark.usefixtures("registered")
def test_what_the_file_speaks_against_is_not_found_by_the_line_alone(inside: Path) -> None:
    """Nor by the line that detect-secrets makes of it."""
    text = f"stripe:\n  api_key: {KEY}  # old\n"
    (inside / "revont.yml").write_text(text)
    made = [line for _, line in shown("revont.yml") if KEY in line]
    assert made == [f'api_key: "{KEY}"  # old']
    for line in (*made, text.splitlines()[1]):
        assert on(line, "gone/revont.yml", 2) == {KEY}
        assert on(line, "revont.yml", 2) == set()


def test_line_counts_in_which_the_engine_finds_the_key(inside: Path) -> None:
    """Not every line in which it stands."""
    text = f"{LEAK}note_{KEY}\n"
    (inside / "a.env").write_text(text)
    assert [number for number, line in enumerate(text.splitlines(), 1) if on(line, "a.env", number)] == [1]


def test_file_is_read_once_and_again_when_it_has_changed(inside: Path) -> None:
    path = inside / "a.env"
    path.write_text("x=1\n" * 50 + LEAK)
    plugin._read.cache_clear()
    found = [number for number in range(1, 52) if on(path.read_text().splitlines()[number - 1], "a.env", number)]
    assert (found, plugin._read.cache_info().misses) == ([51], 1)
    path.write_text(LEAK)
    assert on(LEAK.strip(), "a.env", 1) == {KEY}
    assert plugin._read.cache_info().misses == 2


def test_name_of_the_file_counts_but_not_of_folders_above_the_project(inside: Path) -> None:
    folder = inside / "revont" / "project"
    folder.mkdir(parents=True)
    line = f"API_KEY={KEY}"
    for name in ("a.env", "revont.env"):
        (folder / name).write_text(line)
    with chdir(folder):
        assert on(line, "revont.env", 1) == on(line, str(folder / "revont.env"), 1) == {KEY}
        assert on(line, "a.env", 1) == on(line, str(folder / "a.env"), 1) == set()
    (inside / "elsewhere").mkdir()
    with chdir(inside / "elsewhere"):
        assert on(line, str(folder / "revont.env"), 1) == {KEY}
        assert on(line, str(folder / "a.env"), 1) == set()
    assert on(line, "revont/project/a.env", 1) == on(line, str(folder / "a.env"), 1) == {KEY}


def test_file_over_the_limit_is_looked_at_line_by_line(inside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plugin, "_LIMIT", len(FAR))
    (inside / "app.py").write_text(FAR + LEAK)
    assert on(FAR.splitlines()[8], "app.py", 9) == set()
    assert on(LEAK, "app.py", 10) == {KEY}


def test_lone_carriage_returns_count_as_lines_for_detect_secrets(inside: Path) -> None:
    (inside / "app.py").write_bytes(b"x = 1\rx = 2\r" + FAR.encode())
    lines = (inside / "app.py").read_text().splitlines()
    assert [number for number, line in enumerate(lines, 1) if on(line, "app.py", number)] == [11]


def test_no_value_is_yielded_that_does_not_stand_on_the_line() -> None:
    wide = LEAK.encode("utf-16-le").decode()
    assert {match.key.secret.reveal() for match in find_keys(_blob(wide, None), catalog.knowledge())} == {KEY}
    assert on(wide) == set()


def test_clean_file_costs_no_engine(inside: Path) -> None:
    (inside / "a.py").write_text("x = 1\n")
    code = """
import sys
from revont_guard.plugin import RevontDetector
assert not RevontDetector().analyze_line("a.py", "x = 1", 1)
print(*(name for name in sys.modules if name.startswith("revont_guard.")))
"""
    done = start("-c", code, capture_output=True)
    assert set(done.stdout.decode().split()) == {
        f"revont_guard.{name}" for name in ("plugin", "errors", "detectors", "detectors.prefilter", "detectors.text")
    }


def test_failure_of_the_engine_ends_the_scan_and_tells_no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise ValueError(KEY)

    monkeypatch.setattr(catalog, "knowledge", broken)
    with pytest.raises(GuardError) as raised:
        on(LEAK)
    assert "ValueError at tests.test_plugin:" in str(raised.value)
    assert KEY not in "".join(traceback.format_exception(raised.value))


# -- parity -----------------------------------------------------------------------------------------------------------


class Lines(BasePlugin):
    """Finds nothing, and sees all that detect-secrets shows to plugins."""

    secret_type = "lines"
    seen: list[tuple[int, str]] = []  # noqa: RUF012

    def analyze_string(self, string: str) -> Iterator[str]:  # type: ignore[override]
        yield from ()

    def analyze_line(self, filename: str, line: str, line_number: int = 0) -> set[PotentialSecret]:  # type: ignore[override]
        self.seen.append((line_number, line))
        return set()


@pytest.fixture
def registered(monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in (Lines, RevontDetector):
        monkeypatch.setitem(get_mapping_from_secret_type_to_class(), kind.secret_type, kind)


FILTERS = [{"path": path} for path in Settings().filters]
OF_VALUES = ("is_potential_uuid", "is_likely_id_string")


@pytest.mark.slow
@pytest.mark.usefixtures("registered")
@pytest.mark.parametrize("style", [None, "uuid", "hex-64"])
@pytest.mark.parametrize("author", ["ana", "boris", "dora"])
def test_plugin_finds_what_the_engine_finds_on_the_lines_that_are_shown(
    author: str, style: str | None, inside: Path
) -> None:
    """With the filters of lines and files on, and those of values off, which drop what was found already."""
    assert author not in HELD_OUT
    found = 0
    for case in cases(author, style=style):
        file = inside / case.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(case.text.encode())
        got = scanned(case.path, RevontDetector)
        assert got == reported(case, shown(case.path)), case.name
        found += len(got)
    assert found > 50


def scanned(path: str, kind: type[BasePlugin]) -> set[tuple[int, str]]:
    filters = [entry for entry in FILTERS if not entry["path"].endswith(OF_VALUES)]
    with transient_settings({"plugins_used": [{"name": kind.__name__}], "filters_used": filters}):
        assert [type(one) for one in get_plugins()] == [kind]
        return {(secret.line_number, secret.secret_hash) for secret in scan.scan_file(path)}


def shown(path: str) -> set[tuple[int, str]]:
    Lines.seen.clear()
    scanned(path, Lines)
    return set(Lines.seen)


def reported(case: Case, lines: set[tuple[int, str]]) -> set[tuple[int, str]]:
    """What the engine reports on lines; on one that detect-secrets has made over, and perhaps moved, by its text."""
    matches = find_keys(blob(case), catalog.knowledge())
    raw = dict(enumerate((line.rstrip() for line in case.text.split("\n")), 1))
    return {
        (number, match.key.secret.sha1)
        for number, line in lines
        for match in matches
        if match.key.secret.reveal() in line and (match.line == number or raw.get(number) != line)
    }


def _blob(text: str, path: str | None) -> Blob:
    return Blob(text.encode(), Location(SourceKind.WORKTREE, path))
