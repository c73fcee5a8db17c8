"""What a project says of itself: every entry of its configuration, every way to get one wrong, and what it excludes."""

from __future__ import annotations

import datetime
import json
import os
import re
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from revont_guard import api, catalog
from revont_guard.config import FILE, NAMES, Acceptance, Config, Exclusion, load
from revont_guard.errors import ConfigError
from revont_guard.model import Report, Severity
from revont_guard.project import Options
from tests.commands import Outcome, run
from tests.formats import validated
from tests.keys import make_key
from tests.repos import Repo

LEAK = f"REVONT_API_KEY={make_key('config')}\n"
WHOLE = """
fail-on = "medium"

[[exclude]]
paths = ["docs/", "*.snap"]
reason = "examples   of the\tvendor"

[[allow]]
paths = ["tests/**"]
rules = ["hardcoded-key", "key-in-history"]
keys = ["0123456789abcdef01234567"]
reason = "made up"
until = 2026-12-31

[[allow]]
keys = ["0123456789abcdef01234567"]
reason = "revoked"
until = "2027-01-31"
"""


def configured(folder: Path, text: str | bytes) -> Path:
    path = folder / FILE
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def wrong(folder: Path, text: str | bytes) -> str:
    configured(folder, text)
    with pytest.raises(ConfigError) as error:
        load(folder)
    return str(error.value)


# -- every entry ------------------------------------------------------------------------------------------------------


def test_every_entry_is_read(tmp_path: Path) -> None:
    configured(tmp_path, WHOLE)
    key = "0123456789abcdef01234567"
    assert load(tmp_path) == Config(
        fail_on=Severity.MEDIUM,
        exclude=(Exclusion(("docs/", "*.snap"), "examples of the vendor"),),
        allow=(
            Acceptance("made up", ("hardcoded-key", "key-in-history"), ("tests/**",), (key,), "2026-12-31"),
            Acceptance("revoked", keys=(key,), until="2027-01-31"),
        ),
    )


def test_no_file_says_nothing(tmp_path: Path) -> None:
    assert load(tmp_path) == Config()


@pytest.mark.parametrize("text", ["", "\n# nothing yet\n", b"\xef\xbb\xbf", "exclude = []\nallow = []\n"])
def test_file_may_say_nothing(text: str | bytes, tmp_path: Path) -> None:
    configured(tmp_path, text)
    assert load(tmp_path) == Config()


@pytest.mark.parametrize("before", [b"\xef\xbb\xbf", b""])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_mark_and_line_ends_of_windows_are_read(before: bytes, end: str, tmp_path: Path) -> None:
    configured(tmp_path, before + WHOLE.replace("\n", end).encode())
    assert load(tmp_path).fail_on is Severity.MEDIUM


@pytest.mark.parametrize("severity", Severity)
def test_every_severity_can_be_named(severity: Severity, tmp_path: Path) -> None:
    configured(tmp_path, f'fail-on = "{severity.label}"')
    assert load(tmp_path).fail_on is severity


# -- every way to get one wrong ---------------------------------------------------------------------------------------

EXCLUDE = "[[exclude]]\npaths = ['a']\nreason = 'x'\n"
ACCEPTABLE = [id for id, rule in catalog.rules().items() if rule.suppressible]
ALLOW = "[[allow]]\npaths = ['a']\nreason = 'x'\n"

QUOTED = ['"!"', "'!'", r'"\""']

WRONG: dict[str, tuple[str, int, str]] = {
    "misspelt entry": ("\nfail_on = 'low'", 2, "fail_on: unknown entry; did you mean 'fail-on'?"),
    "entry nobody knows": ("colour = 1", 1, "colour: unknown entry; known: fail-on, exclude, allow, pattern"),
    "misspelt table": ("\n[[excludes]]\npaths = ['a']", 2, "excludes: unknown entry; did you mean 'exclude'?"),
    "table of another tool": (f"{EXCLUDE}\n[tool.black]\nx = 1", 5, "tool: unknown entry"),
    "misspelt entry of a table": (f"{EXCLUDE}{EXCLUDE}pathes = []", 7, "pathes: unknown entry; did you mean 'paths'?"),
    "entry of the other table": (f"{EXCLUDE}until = 2026-12-31", 4, "until: unknown entry; known: paths, reason"),
    "entry of the top in a table": (f"{EXCLUDE}fail-on = 'low'", 4, "fail-on: unknown entry; known: paths, reason"),
    "no such severity": ("fail-on = 'hihg'", 1, "info; did you mean 'high'?"),
    "severity in capitals": ("fail-on = 'HIGH'", 1, "did you mean 'high'?"),
    "severity of another type": ("fail-on = 3", 1, "fail-on: must be a text"),
    "one table and not a list": (
        "\n[exclude]\npaths = ['a']\nreason = 'x'",
        2,
        "must be a list of tables: [[exclude]]",
    ),
    "list of texts and not of tables": ("allow = ['a']", 1, "must be a list of tables: [[allow]]"),
    "inline tables": ("fail-on = 'low'\nallow = [{ paths = ['a'] }]", 2, "allow: needs `reason`"),
    "text and not a list": ("[[exclude]]\npaths = 'a'\nreason = 'x'", 2, "paths: must be a list of texts"),
    "list of numbers": ("[[exclude]]\npaths = [1]\nreason = 'x'", 2, "paths: must be a list of texts"),
    "empty list": ("[[exclude]]\npaths = []\nreason = 'x'", 2, "paths: must hold 1 to 500 texts"),
    "empty text": ("[[exclude]]\npaths = ['']\nreason = 'x'", 2, "paths: must be a list of texts"),
    "no paths": ("[[exclude]]\nreason = 'x'", 1, "exclude: needs `paths`"),
    "no reason": (f"{EXCLUDE}\n[[exclude]]\npaths = ['a']", 5, "exclude: needs `reason`"),
    "empty reason": ("[[exclude]]\npaths = ['a']\nreason = ' \t'", 3, "reason: must be a text that is not empty"),
    "reason of another type": ("[[allow]]\npaths = ['a']\nreason = true", 3, "reason: must be a text"),
    "nothing to allow": (
        f"{ALLOW}[[allow]]\nrules = ['hardcoded-key']\nreason = 'x'",
        4,
        "allow: needs `paths` or `keys`",
    ),
    "no such rule": (f"{ALLOW}rules = ['hardcoded-keys']", 4, "no rule of that name; did you mean 'hardcoded-key'?"),
    "no key but a mask": (f"{ALLOW}keys = ['VAnC…CQ']", 4, "keys: must be fingerprints: 24 hex digits"),
    "month that is none": (f"{ALLOW}until = '2026-13-01'", 4, "until: must be a day as YYYY-MM-DD"),
    "day that is none": (f"{ALLOW}until = 2026-02-30", 4, "not TOML"),
    "day as others write it": (f"{ALLOW}until = '31.12.2026'", 4, "until: must be a day as YYYY-MM-DD"),
    "week": (f"{ALLOW}until = '2026-W01-1'", 4, "until: must be a day as YYYY-MM-DD"),
    "day without dashes": (f"{ALLOW}until = '20261231'", 4, "until: must be a day as YYYY-MM-DD"),
    "day with a time": (f"{ALLOW}until = 2026-12-31T00:00:00", 4, "until: must be a day as YYYY-MM-DD"),
    "time": (f"{ALLOW}until = 12:00:00", 4, "until: must be a day as YYYY-MM-DD"),
    "year alone": (f"{ALLOW}until = 2026", 4, "until: must be a day as YYYY-MM-DD"),
    "pattern that takes back": ("[[exclude]]\npaths = ['a', '!a/b']\nreason = 'x'", 2, "`!` takes nothing back here"),
    "pattern that is a comment": ("[[exclude]]\npaths = ['#a']\nreason = 'x'", 2, "does not begin with #"),
    "pattern of two lines": ('[[exclude]]\npaths = ["a\\nb"]\nreason = "x"', 2, "a pattern has one line"),
    "pattern that is too long": (f"[[exclude]]\npaths = ['{'a' * 301}']\nreason = 'x'", 2, "at most 300 characters"),
    "pattern of nothing": ("[[exclude]]\npaths = [' ']\nreason = 'x'", 2, "a pattern must name something"),
    "pattern of a slash": ("[[exclude]]\npaths = ['/']\nreason = 'x'", 2, "a pattern must name something"),
    "no such kind": ("[[pattern]]\nregex = 'a{20}'\nkind = 'api_key'", 3, "did you mean 'api-key'?"),
    "pattern without an expression": ("[[pattern]]\nkind = 'api-key'", 1, "regex: needs `regex`"),
    "expression that is too long": (f"[[pattern]]\nregex = '{'a' * 501}'", 2, "at most 500 characters"),
    "too many expressions": ("[[pattern]]\nregex = 'a{20}'\n" * 21, 1, "pattern: more than 20 of them"),
    "not TOML": ("fail-on = low", 1, "not TOML"),
    "not TOML further down": (f"{EXCLUDE}{ALLOW}fail-on", 7, "not TOML"),
    "text that does not end": ("\n\nfail-on = 'low", 3, "not TOML"),
    "the same entry twice": ("fail-on = 'low'\nfail-on = 'low'", 2, "not TOML"),
    "JSON": ('{"fail-on": "low"}', 1, "not TOML"),
    "merge conflict": (f"<<<<<<< HEAD\n{EXCLUDE}=======\n", 1, "not TOML"),
    "quoted names": ('[[ "allow" ]]\n"paths" = ["a"]\n\'reason\' = 1', 3, "reason: must be a text"),
    "name with dots": ("fail-on.x = 1", 1, "fail-on: must be a text"),
    "names with very many dots": (f"\n{'.'.join('a' * 100_000)} = 1", 2, "nested too deeply"),
    "names with very many dots and quotes": (
        f"x = {{{'.'.join(QUOTED * 50_000)} = 1}}",
        1,
        "nested too deeply",
    ),
    "table with very many dots": (f"[{' . '.join('a' * 100_000)}]", 1, "nested too deeply"),
}


@pytest.mark.parametrize("kind", WRONG)
def test_what_is_wrong_is_told_with_its_line_and_what_was_meant(kind: str, tmp_path: Path) -> None:
    text, line, told = WRONG[kind]
    message = wrong(tmp_path, text)
    assert message.startswith(f"{FILE}:{line}: ")
    assert told in message


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("x = " + "[" * 100_000, "nested too deeply"),
        ("x = " + "{a=" * 100_000, "nested too deeply"),
        ("x = " + "1" * 5000, "a number is too long"),
        ("fail-on = 'low'\n".encode("utf-16"), "not UTF-8"),
        (b"reason = '\xe9'", "not UTF-8"),
        ("#" * ((1 << 20) + 1), "larger than 1 MiB"),
        (EXCLUDE * 501, "exclude: more than 500 of them"),
        (f"[[exclude]]\nreason = 'x'\npaths = {['a'] * 501}", "must hold 1 to 500 texts"),
    ],
    ids=["arrays", "tables", "digits", "UTF-16", "Latin-1", "size", "tables", "patterns"],
)
def test_what_could_cost_too_much_is_refused(text: str | bytes, told: str, tmp_path: Path) -> None:
    message = wrong(tmp_path, text)
    assert message.startswith(FILE)
    assert told in message


def test_largest_file_that_is_allowed_is_read(tmp_path: Path) -> None:
    listed = json.dumps([f"{n:0300}" for n in range(500)])
    configured(tmp_path, f"[[exclude]]\nreason = 'x'\npaths = {listed}\n{EXCLUDE * 499}")
    assert len(load(tmp_path).exclude) == 500
    (tmp_path / "a.env").write_text(LEAK)
    assert found(api.scan([tmp_path])) == ["a.env"]


@pytest.mark.parametrize("text", ["a.b.c.d = 1", "reason = '" + "a." * 30 + "'", f"paths = {['../' * 90 + 'x']}"])
def test_dots_in_moderation_are_no_attack(text: str, tmp_path: Path) -> None:
    assert "nested" not in wrong(tmp_path, text)


@pytest.mark.skipif(os.name == "nt", reason="some of these cannot be made on Windows")
@pytest.mark.parametrize("kind", ["a folder", "a link to nothing", "a pipe", "a link to a device", "a link to itself"])
@pytest.mark.parametrize("name", [FILE, NAMES, ".revont-guard.baseline.json"])
def test_what_is_there_and_is_no_file_is_an_error(name: str, kind: str, tmp_path: Path) -> None:
    """It was meant to say something; to scan as if it said nothing would be wrong."""
    (tmp_path / "a.env").write_text(LEAK)
    path = tmp_path / name
    match kind:
        case "a folder":
            path.mkdir()
        case "a pipe":
            os.mkfifo(path)
        case "a link to a device":
            path.symlink_to("/dev/zero")
        case "a link to itself":
            path.symlink_to(name)
        case _:
            path.symlink_to("nowhere")
    outcome = run("scan", "a.env", cwd=tmp_path)
    assert (outcome.code, outcome.out) == (2, "")
    assert re.match(rf"revont-guard: {re.escape(name)}(:| cannot)", outcome.err)


@pytest.mark.parametrize("regex", ["(", ".*", r"(a)\1", "(?=a)", "a{2000}"])
def test_expression_that_no_linear_engine_takes_is_told(regex: str, tmp_path: Path) -> None:
    told = wrong(tmp_path, f"\n[[pattern]]\nkind = 'api-key'\nregex = '{regex}'")
    assert told.startswith(f"{FILE}:4: regex: not a regular expression for keys, in the syntax of RE2: ")


def test_patterns_find_keys_that_nothing_else_speaks_for(tmp_path: Path) -> None:
    key = f"acme-{make_key('pattern', 'hex-32')}"
    (tmp_path / "a.txt").write_text(f"{key}\n")
    assert run("scan", ".", cwd=tmp_path).code == 0
    configured(tmp_path, "[[pattern]]\nregex = 'acme-[0-9a-f]{32}'")
    for command in (["scan", "."], ["scan", "a.txt"], ["audit", "--no-history"]):
        outcome = run(*command, cwd=tmp_path)
        assert outcome.code == 1
        assert key not in outcome.out


def test_link_to_a_file_is_followed(tmp_path: Path) -> None:
    (tmp_path / "shared.toml").write_text("fail-on = 'high'")
    (tmp_path / FILE).symlink_to("shared.toml")
    assert load(tmp_path).fail_on is Severity.HIGH


def test_error_is_one_line_and_exit_code_2(tmp_path: Path) -> None:
    configured(tmp_path, "\nfail_on = 'low'")
    (tmp_path / "a.env").write_text("nothing")
    for command in (["scan"], ["scan", "a.env"], ["scan", "-"], ["audit", "--no-history"]):
        outcome = run(*command, cwd=tmp_path)
        assert (outcome.code, outcome.out) == (2, "")
        assert outcome.err == f"revont-guard: {FILE}:2: fail_on: unknown entry; did you mean 'fail-on'?\n"


def test_error_counts_with_no_suppressions_too(tmp_path: Path) -> None:
    """What it says besides, such as names, may not be lost unseen."""
    configured(tmp_path, "fail_on = 'low'")
    assert run("scan", "--no-suppressions", cwd=tmp_path).code == 2


# -- the schema -------------------------------------------------------------------------------------------------------

SCHEMA = json.loads((files("revont_guard") / "config.schema.json").read_text("utf-8"))
VALID = [
    "",
    WHOLE,
    EXCLUDE + ALLOW,
    "[[pattern]]\nregex = 'ak_[a-z0-9]{32}'",
    "[[pattern]]\nregex = 'whk-(?P<key>[a-z0-9]{32})'\nkind = 'webhook-secret'",
    "exclude = []",
    *(f"fail-on = '{severity.label}'" for severity in Severity),
    f"{ALLOW}until = 2026-12-31",
    f"{ALLOW}until = '2026-12-31'",
    f"{ALLOW}rules = {ACCEPTABLE}",
    "[[exclude]]\npaths = ['/a', 'b/', '**/c', '*.{d,e}', '[!f]g', 'h!', 'i#', ' j ', '*']\nreason = 'x'",
]


def plain(value: Any) -> Any:
    """As an editor sees it: days are texts."""
    match value:
        case dict():
            return {name: plain(item) for name, item in value.items()}
        case list():
            return [plain(item) for item in value]
        case datetime.date() | datetime.time():
            return value.isoformat()
    return value


def fits_the_schema(text: str) -> bool:
    checker = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
    return checker.is_valid(plain(tomllib.loads(text)))


def is_toml(text: str) -> bool:
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return False
    return True


def test_schema_is_one_and_explains_itself() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    tables = [SCHEMA, SCHEMA["$defs"]["exclusion"], SCHEMA["$defs"]["acceptance"]]
    for entry in [SCHEMA, *(entry for table in tables for entry in table["properties"].values())]:
        assert entry["title"] and entry["description"].endswith(".")


@pytest.mark.parametrize("text", VALID)
def test_loader_and_schema_take_the_same(text: str, tmp_path: Path) -> None:
    configured(tmp_path, text)
    load(tmp_path)
    assert fits_the_schema(text)


@pytest.mark.parametrize(
    "text", [text for text, _, told in WRONG.values() if "nested" not in told and is_toml(text)] + [EXCLUDE * 501]
)
def test_loader_and_schema_refuse_the_same(text: str, tmp_path: Path) -> None:
    assert wrong(tmp_path, text)
    assert not fits_the_schema(text)


def test_schema_knows_the_rules() -> None:
    assert SCHEMA["$defs"]["acceptance"]["properties"]["rules"]["items"]["enum"] == ACCEPTABLE


def test_schema_is_shipped() -> None:
    """In the wheel, where an editor and the docs find it; tests/test_packaging.py installs one."""
    from hatchling.builders.wheel import WheelBuilder

    built = WheelBuilder(str(Path(__file__).parent.parent))
    assert "revont_guard/config.schema.json" in {file.distribution_path for file in built.recurse_included_files()}


# -- which file counts ------------------------------------------------------------------------------------------------


@pytest.fixture
def project(tmp_path: Path) -> Repo:
    """A repository with a key in each of three folders, tracked."""
    repository = Repo(tmp_path / "r")
    repository.commit({f"{folder}/a.env": LEAK for folder in ("docs", "src", "src/docs")})
    return repository.checkout()


def found(report: Report) -> list[str]:
    return sorted({str(finding.location.path) for finding in report.findings})


def left_out(report: Report) -> dict[str, str]:
    why = "excluded by the configuration: "
    return {one.what: one.why.removeprefix(why) for one in report.coverage.skipped if one.why.startswith(why)}


def excluding(*patterns: str, reason: str = "examples") -> str:
    return f"[[exclude]]\npaths = {json.dumps(patterns)}\nreason = '{reason}'\n"


def test_another_file_can_be_named(project: Repo, tmp_path: Path) -> None:
    configured(project.path, excluding("src/"))
    other = tmp_path / "other.toml"
    other.write_text(excluding("docs/"))
    assert found(api.scan([project.path])) == ["docs/a.env"]
    assert found(api.scan([project.path], options=Options(config=other))) == ["src/a.env"]
    assert run("scan", "--config", other, "--fail-on", "high", cwd=project.path).code == 1


def test_named_file_must_be_there(tmp_path: Path) -> None:
    outcome = run("scan", "--config", "none.toml", cwd=tmp_path)
    assert (outcome.code, outcome.err) == (2, "revont-guard: none.toml: no such file\n")


def test_named_file_takes_the_place_of_a_broken_one(project: Repo, tmp_path: Path) -> None:
    configured(project.path, "broken")
    other = tmp_path / "other.toml"
    other.write_text(excluding("docs/", "src/"))
    assert found(api.scan([project.path], options=Options(config=other))) == []


@pytest.mark.parametrize(
    ("option", "file", "code"),
    [
        (None, None, 1),
        (None, "high", 1),
        (None, "critical", 0),
        ("low", "critical", 1),
        ("critical", "low", 0),
        ("critical", None, 0),
    ],
)
def test_option_wins_over_file_and_file_over_default(
    option: str | None, file: str | None, code: int, tmp_path: Path
) -> None:
    (tmp_path / "a.env").write_text(LEAK)
    if file:
        configured(tmp_path, f"fail-on = '{file}'")
    assert run("scan", *(["--fail-on", option] if option else []), cwd=tmp_path).code == code


def test_strictest_of_several_repositories_decides(tmp_path: Path) -> None:
    repositories = [Repo(tmp_path / name) for name in ("one", "two")]
    for repository, severity in zip(repositories, ("critical", "high"), strict=True):
        repository.stage({"a.env": LEAK})
        configured(repository.path, f"fail-on = '{severity}'")
    one, two = (str(repository.path) for repository in repositories)
    assert [run("audit", *paths).code for paths in ([one], [two], [one, two])] == [0, 1, 1]


@pytest.mark.parametrize("way", ["folder", "file", "from its folder", "both"])
def test_file_at_the_top_of_the_repository_counts_below_it(
    way: str, project: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    configured(project.path, excluding("/src/docs/a.env"))
    monkeypatch.chdir(project.path / "src" / "docs" if way == "from its folder" else project.path)
    paths = {
        "folder": ["src"],
        "file": ["src/docs/a.env", "src/a.env"],
        "from its folder": ["a.env", "../a.env"],
        "both": ["src/docs", "src"],
    }[way]
    report = api.scan([Path(path) for path in paths])
    assert [path.removeprefix("src/") for path in found(report)] == ["a.env"]
    assert left_out(report) == {"1 file": "examples"}


def test_file_of_the_scanned_folder_comes_before_that_of_the_repository(project: Repo) -> None:
    configured(project.path, excluding("a.env"))
    configured(project.path / "src", excluding("docs/"))
    assert found(api.scan([project.path])) == []
    assert found(api.scan([project.path / "src"])) == ["a.env"]


# -- exclusions -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("patterns", "kept"),
    [
        (["docs"], ["src/a.env"]),
        (["docs/"], ["src/a.env"]),
        (["/docs"], ["src/a.env", "src/docs/a.env"]),
        (["/docs/"], ["src/a.env", "src/docs/a.env"]),
        (["src/*.env"], ["docs/a.env", "src/docs/a.env"]),
        (["src/**"], ["docs/a.env"]),
        (["**/docs/*.env"], ["src/a.env"]),
        (["*.env"], []),
        (["a.env/"], ["docs/a.env", "src/a.env", "src/docs/a.env"]),
        (["DOCS"], ["docs/a.env", "src/a.env", "src/docs/a.env"]),
        (["d?cs", "/[r-t]rc/a.*"], []),
        (["/docs/a.env", "src/docs"], ["src/a.env"]),
        (["[unclosed"], ["docs/a.env", "src/a.env", "src/docs/a.env"]),
    ],
)
def test_patterns_are_those_of_gitignore(patterns: list[str], kept: list[str], project: Repo) -> None:
    configured(project.path, excluding(*patterns))
    report = api.scan([project.path])
    assert found(report) == kept
    out = 3 - len(kept)
    assert left_out(report) == ({f"{out} file{'s' * (out > 1)}": "examples"} if out else {})


def test_each_reason_is_counted_by_itself_and_nothing_blocks(project: Repo) -> None:
    configured(project.path, excluding("/docs", reason="docs") + excluding("src/", reason="the source"))
    outcome = run("audit", "--no-history", "--format", "json", cwd=project.path)
    report = validated(outcome.out)
    assert outcome.code == 0
    assert report["coverage"]["complete"]
    assert report["coverage"]["skipped"] == [
        {"what": what, "why": f"excluded by the configuration: {why}", "blocking": False}
        for what, why in (("1 file", "docs"), ("2 files", "the source"))
    ]
    assert "skipped: 2 files: excluded by the configuration: the source" in run("scan", cwd=project.path).out


def test_reason_with_a_key_is_masked(project: Repo) -> None:
    key = make_key("config, a reason")
    configured(project.path, excluding("docs/", reason=f"it holds the key {key}"))
    told = run("scan", cwd=project.path).out
    assert "it holds the key" in told
    assert key not in told


def test_files_that_are_named_are_excluded_too(project: Repo) -> None:
    """A hook names every file of a commit."""
    configured(project.path, excluding("docs/"))
    outcome = run("scan", "docs/a.env", cwd=project.path)
    assert outcome.code == 0
    assert "skipped: 1 file: excluded by the configuration: examples" in outcome.out


def test_staged_files_are_excluded(project: Repo) -> None:
    configured(project.path, excluding("/new/docs"))
    project.stage({"new/docs/a.env": LEAK, "new/a.env": LEAK})
    project.write({"new/docs/a.env": "", "new/a.env": ""})
    for arguments in (["--staged"], ["new/docs/a.env", "new/a.env"]):
        report = validated(run("scan", *arguments, "--format", "json", cwd=project.path).out)
        assert [finding["location"]["path"] for finding in report["findings"]] == ["new/a.env"]
        assert {"what": "1 file", "why": "excluded by the configuration: examples", "blocking": False} in report[
            "coverage"
        ]["skipped"]


def test_places_in_the_history_are_excluded(tmp_path: Path) -> None:
    repository = Repo(tmp_path / "r")
    other = f"REVONT_TOKEN={make_key('config, another')}\n"
    repository.commit({"docs/a.env": LEAK, "docs/b.env": other, "src/b.env": other})
    repository.commit({"docs/a.env": None, "docs/b.env": None, "src/b.env": None})
    configured(repository.checkout().path, excluding("docs/"))
    report = api.audit([repository.path])
    assert found(report) == ["src/b.env"]
    assert left_out(report) == {"2 places in the history": "examples"}


def test_messages_and_lost_objects_have_no_path_to_be_excluded(tmp_path: Path) -> None:
    repository = Repo(tmp_path / "r")
    repository.commit({"a.txt": "a"}, f"Use {LEAK}")
    configured(repository.checkout().path, excluding("*"))
    assert len(api.audit([repository.path]).findings) == 1


def test_files_and_history_of_a_submodule_are_excluded_from_above(tmp_path: Path) -> None:
    inner = Repo(tmp_path / "inner")
    inner.commit({"a.env": LEAK, "old.env": f"REVONT_TOKEN={make_key('config, old')}\n"})
    inner.commit({"old.env": None})
    outer = Repo(tmp_path / "outer")
    outer.commit({"b.txt": "b"})
    outer.checkout().submodule(inner, "modules/inner")
    assert found(api.audit([outer.path])) == ["modules/inner/a.env", "modules/inner/old.env"]
    configured(outer.path, excluding("modules/"))
    report = api.audit([outer.path])
    assert found(report) == []
    assert left_out(report).keys() >= {"1 place in the history"} or left_out(report).keys() >= {
        "2 places in the history"
    }


def test_several_repositories_have_each_their_own(tmp_path: Path) -> None:
    repositories = [Repo(tmp_path / name) for name in ("one", "two")]
    for repository, pattern in zip(repositories, ("/docs", "/src"), strict=True):
        repository.commit({"docs/a.env": LEAK, "src/a.env": LEAK})
        configured(repository.checkout().path, excluding(pattern))
    report = api.audit([repository.path for repository in repositories])
    assert found(report) == ["one/src/a.env", "two/docs/a.env"]


def test_url_has_no_file_of_its_own(tmp_path: Path) -> None:
    """What is excluded in a bare repository is what the user names."""
    repository = Repo(tmp_path / "r")
    repository.commit({"docs/a.env": LEAK, FILE: excluding("docs/")})
    bare = repository.clone(tmp_path / "bare.git", "--bare")
    assert found(api.audit([bare])) == ["docs/a.env"]
    configured(tmp_path, excluding("docs/"))
    assert found(api.audit([bare], options=Options(config=tmp_path / FILE))) == []


# -- learned names ----------------------------------------------------------------------------------------------------

NAMED = f"switchboard_pass = '{make_key('config, named')}'\n"


def names(folder: Path, text: str) -> None:
    (folder / NAMES).write_text(text)


def codes(*outcomes: Outcome) -> list[int]:
    return [outcome.code for outcome in outcomes]


@pytest.mark.parametrize(
    "text", ["switchboard_pass", "\n# ours\nother\n  switchboard_pass  # of 2024\r\n\n", "SWITCHBOARD_PASS"]
)
def test_learned_name_makes_a_key_found(text: str, tmp_path: Path) -> None:
    """Without the vendor's name anywhere: by a folder, by the fast path, staged, from standard input."""
    repository = Repo(tmp_path / "r").stage({"a.py": NAMED})
    ways = (["scan"], ["scan", "a.py"], ["scan", "--", "a.py"], ["scan", "--staged"], ["scan", "-"], ["audit"])
    for code in (0, 1):
        for way in ways:
            assert run(*way, cwd=repository.path, stdin=NAMED.encode()).code == code, way
        names(repository.path, text)


def test_learned_name_counts_below_the_folder_that_holds_it(tmp_path: Path) -> None:
    repository = Repo(tmp_path / "r").stage({"src/deep/a.py": NAMED})
    names(repository.path, "switchboard_pass\n")
    deep = repository.path / "src" / "deep"
    assert (
        codes(run("scan", "a.py", cwd=deep), run("scan", cwd=deep), run("scan", "src", cwd=repository.path)) == [1] * 3
    )


def test_learned_name_counts_in_the_history(tmp_path: Path) -> None:
    repository = Repo(tmp_path / "r")
    repository.commit({"a.py": NAMED})
    repository.commit({"a.py": None})
    names(repository.checkout().path, "switchboard_pass\n")
    assert [finding.rule for finding in api.audit([repository.path]).findings] == ["key-in-history"]


def test_learned_names_count_with_no_suppressions(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(NAMED)
    names(tmp_path, "switchboard_pass\n")
    assert run("scan", "--no-suppressions", cwd=tmp_path).code == 1


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("ab", 1),
        ("name\n\nno name", 3),
        ("name\n1abc", 2),
        ("a=b", 1),
        ("x" * 101, 1),
        ("na\u00efve", 1),
        ("ok,other", 1),
    ],
)
def test_line_that_is_no_name_is_an_error(text: str, line: int, tmp_path: Path) -> None:
    names(tmp_path, text)
    with pytest.raises(ConfigError, match=rf"^{re.escape(NAMES)}:{line}: not the name of a key; a line holds one name"):
        load(tmp_path)


def test_number_of_names_is_limited(tmp_path: Path) -> None:
    names(tmp_path, "\n".join(["# all of them", *(f"name_{n}" for n in range(1000)), ""]))
    assert len(load(tmp_path).names) == 1000
    names(tmp_path, "\n".join(f"name_{n}" for n in range(1001)))
    with pytest.raises(ConfigError, match="more than 1000 names"):
        load(tmp_path)
