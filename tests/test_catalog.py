from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from revont_guard import api, catalog
from revont_guard.errors import ConfigError

RULES = Path(__file__).parent.parent / "rules"
DESIGN = ["key-in-bundle", "key-in-workflow", "key-in-image", "hardcoded-key", "hardcoded-webhook-secret"]


@pytest.fixture
def rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of rules/ to spoil, which the catalog reads instead."""
    copy = tmp_path / "rules"
    shutil.copytree(RULES, copy)
    monkeypatch.setattr(catalog, "_INSTALLED", copy)
    caches = (catalog.vendor, catalog.knowledge, catalog.rules, catalog.stand_in)
    for cached in caches:
        cached.cache_clear()
    yield copy
    for cached in caches:
        cached.cache_clear()


def spoil(file: Path, pattern: str, replacement: str) -> None:
    text, count = re.subn(pattern, replacement, file.read_text(encoding="utf-8"), count=1, flags=re.MULTILINE)
    assert count == 1
    file.write_text(text, encoding="utf-8")


def test_the_examples_of_every_rule_come_out_as_they_say() -> None:
    assert api.check_rules() == []


def test_every_rule_of_a_literal_finds_and_ignores_something() -> None:
    for rule in catalog.rules().values():
        if rule.files:
            assert rule.finds, rule.id
            assert rule.ignores, rule.id


def test_the_most_specific_rules_come_first_and_the_general_one_is_about_every_file() -> None:
    ids = list(catalog.rules())
    assert [id for id in ids if id in DESIGN] == DESIGN
    assert catalog.rules()["hardcoded-key"].files == ("**",)


def test_every_rule_says_what_is_wrong_why_and_what_to_do() -> None:
    for rule in catalog.rules().values():
        assert re.fullmatch(r"[a-z]+(-[a-z]+)+", rule.id)
        assert rule.title
        assert rule.why.endswith(".")
        assert rule.fix.endswith(".")
        assert all(reference.startswith("https://") for reference in rule.references)
        assert rule.references


def test_the_fix_of_an_api_key_leads_to_the_vendors_settings() -> None:
    assert "Settings → API → API Keys" in catalog.rules()["hardcoded-key"].fix
    assert catalog.vendor().settings == "Settings → API → API Keys"


def test_signals_are_in_the_groups_that_decide() -> None:
    signals = catalog.knowledge().signals
    for signal in signals.values():
        assert signal.text
        assert signal.weight
        if signal.group in ("vendor", "key"):
            assert signal.weight > 0, signal.id
    assert {"vendor", "key"} <= {signal.group for signal in signals.values()}


def test_what_speaks_for_one_group_alone_never_suffices() -> None:
    knowledge = catalog.knowledge()
    best = {"vendor": 0, "shape": 0}
    for signal in knowledge.signals.values():
        if signal.group in best:
            best[signal.group] = max(best[signal.group], signal.weight)
    assert best["vendor"] + best["shape"] > knowledge.report - 1  # so the groups asked for are what stops it
    assert all(word == word.lower() for word in knowledge.words.vendor | knowledge.words.key)


@pytest.mark.parametrize(
    ("file", "pattern", "replacement", "told"),
    [
        ("revont.toml", r"^name = ", "nmae = ", ["rules/revont.toml", "'nmae'", "'name' is missing"]),
        ("revont.toml", r"^settings = .*$", "", ["rules/revont.toml", "'settings' is missing"]),
        ("keys.toml", r"^report = 10$", "report = 10\nreprot = 11", ["rules/keys.toml", "'reprot'"]),
        ("keys.toml", r"^dummy = ", "dumy = ", ["rules/keys.toml [words]", "'dumy'", "'dummy' is missing"]),
        ("keys.toml", r"^weight = 8$", "wieght = 8", ["rules/keys.toml [signals.", "'wieght'", "'weight' is missing"]),
        ("keys.toml", r"^least = 16$", "most = 16", ["rules/keys.toml [[other_vendor_shapes]]", "'most'"]),
        ("shape.toml", r"^digit = .*$", "", ["rules/shape.toml", "'digit' is missing"]),
        ("placeholders.toml", r"^masks = ", "mask = ", ["rules/placeholders.toml", "'mask'"]),
        ("sandbox.toml", r"^page = ", "pgae = ", ["rules/sandbox.toml", "'pgae'", "'page' is missing"]),
        ("sandbox.toml", r"^code = ", "kode = ", ["rules/sandbox.toml [errors.401]", "'kode'", "'code' is missing"]),
        ("lints.toml", r"^why = ", "because = ", ["rules/lints.toml [key-in-bundle]", "'because'", "'why' is missing"]),
        (
            "lints.toml",
            r'^severity = "critical"',
            'severity = "grave"',
            ["rules/lints.toml [key-in-bundle]", "severity"],
        ),
        ("lints.toml", r"\{ path = ", "{ pfad = ", ["rules/lints.toml [key-in-bundle] finds", "'pfad'"]),
        ("lints.toml", r"^severity = .*$", "", ["rules/lints.toml [key-in-bundle]", "severity"]),
        ("revont.toml", r"^name = ", "name ", ["rules/revont.toml"]),
        ("keys.toml", r"^\[words\]", "[wrods]", ["rules/keys.toml", "words"]),
        ("keys.toml", r"^weight = 8$", 'weight = "8"', ["rules/keys.toml [signals.", "weight"]),
        ("revont.toml", r"^hosts = .*$", 'hosts = "revont.ai"', ["rules/revont.toml", "hosts"]),
        ("revont.toml", r"^method = .*$", 'method = "POST"', ["rules/revont.toml [probe]", "method must be GET"]),
        ("revont.toml", r"^path = .*$", 'path = "/webhooks?a=b"', ["rules/revont.toml [probe]", "path must"]),
        ("revont.toml", r"^status = 403$", "status = 401", ["rules/revont.toml [probe]", "twice"]),
        ("revont.toml", r"^status = 401$", 'status = "401"', ["rules/revont.toml [[probe.answers]]", "status must"]),
        ("revont.toml", r"^member = .*$", "", ["rules/revont.toml [[probe.answers]]", "'member' is missing"]),
        ("revont.toml", r'^type = "string"$', 'type = "text"', ["rules/revont.toml [[probe.answers]]", "type must"]),
        (
            "revont.toml",
            r'^state = "active"$',
            'state = "alive"',
            ["rules/revont.toml [[probe.answers]]", "state must"],
        ),
        (
            "revont.toml",
            r'^scope = "read-only"$',
            'scope = "none"',
            ["rules/revont.toml [[probe.answers]]", "scope must"],
        ),
        ("revont.toml", r'^scope = "read-only"$', "", ["rules/revont.toml [[probe.answers]]", "has a scope"]),
        ("keys.toml", r"^without = .*$", 'without = ["leanred-name"]', ["rules/keys.toml [probe]", "'leanred-name'"]),
    ],
)
def test_a_file_out_of_form_is_named_with_the_entry(
    rules: Path, file: str, pattern: str, replacement: str, told: list[str]
) -> None:
    spoil(rules / file, pattern, replacement)
    with pytest.raises(ConfigError) as raised:
        (catalog.knowledge(), catalog.rules(), catalog.stand_in())
    assert [part for part in told if part not in str(raised.value)] == []


ELSEWHERE = {"settings.toml", "shell.toml", "usage.toml"}
"""Read by what analyses code, when it does."""


@pytest.mark.parametrize("file", sorted(ELSEWHERE))
def test_a_file_for_the_analysis_of_code_that_is_missing_is_named_too(rules: Path, file: str) -> None:
    (rules / file).unlink()
    with pytest.raises(ConfigError, match=rf"rules/{file}.*reinstall"):
        catalog.text(file)


@pytest.mark.parametrize("file", sorted({path.name for path in RULES.glob("*.toml")} - ELSEWHERE))
def test_a_file_that_is_missing_is_named_with_what_to_do(rules: Path, file: str) -> None:
    (rules / file).unlink()
    with pytest.raises(ConfigError, match=rf"rules/{file}.*reinstall"):
        (catalog.knowledge(), catalog.rules(), catalog.stand_in())


def test_an_installed_copy_is_read_before_the_checkout(rules: Path) -> None:
    spoil(rules / "revont.toml", r"^name = .*$", 'name = "Installed"')
    assert catalog.vendor().name == "Installed"
