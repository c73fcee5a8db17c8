from pathlib import Path

import pytest

from revont_guard import catalog
from revont_guard.catalog import Signal
from revont_guard.detectors.keys import examine, score
from revont_guard.detectors.shape import Opacity
from revont_guard.hints import Hints
from tests.detectors.helpers import KEY, blob, examined, find, values
from tests.keys import STYLES, make_key

PLAIN = [
    ("REVONT_API_KEY={key}\n", ".env"),
    ('revont_token = "{key}"\n', "app.py"),
    ("const c = new RevontClient({ apiKey: '{key}' });\n", "app.ts"),
    ("integrations:\n  revont:\n    api:\n      key: {key}\n", "settings.yml"),
    ('{"revont": {"apiKey": "{key}"}}\n', "config.json"),
    ("[revont]\nkey = {key}\n", "config.ini"),
    ('[services.revont]\ntoken = "{key}"\n', "config.toml"),
    ("<revont><apiKey>{key}</apiKey></revont>\n", "config.xml"),
    ("revont.api.key={key}\n", "app.properties"),
    ("curl -H 'Authorization: Bearer {key}' https://api.revont.ai/v1/calls\n", "calls.sh"),
    ("GET https://api.revont.ai/v1/calls\nAuthorization: Bearer {key}\n", "calls.http"),
]
INNOCENT = [
    ("REVONT_API_KEY=your-api-key-here\n", ".env"),
    ("REVONT_API_KEY=${SOME_OTHER_PLACE}\n", ".env"),
    ("revont:\n  key: <put it here please>\nstripe:\n  key: {key}\n", "settings.yml"),
    ("revontuli_token = '{key}'\n", "weather.py"),
    ("prevonto:\n  api_key: {key}\n", "settings.yml"),
    ("revont_sha256 = '{key}'\n", "build.py"),
    ("revont_key_id = '{key}'\n", "app.py"),
    ("image: revont/sync@sha256:{key}\n", "deploy.yaml"),
    ("STRIPE_KEY={key}\nREVONT_URL=https://api.revont.ai\n", ".env"),
    ("requests.get('https://api.stripe.com', headers={'Authorization': 'Bearer {key}'})  # not revont\n", "pay.py"),
    ("REVONT_PUBLIC_KEY={key}\n", ".env"),
    ("token = '{key}'\n", "app.py"),
]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(("text", "path"), PLAIN)
def test_plain_leaks_are_found_in_every_style(text: str, path: str, style: str) -> None:
    key = make_key("plain", style)
    assert values(text.replace("{key}", key), path) == [key]


@pytest.mark.parametrize(("text", "path"), INNOCENT)
def test_innocent_files_are_left_alone(text: str, path: str) -> None:
    assert values(text, path) == []


def test_a_match_has_its_place_its_name_and_the_strongest_evidence_first() -> None:
    (match,) = find('# Revont\r\n\r\nrevont:\r\n  "key": "{key}" # ours\r\n')
    assert (match.line, match.column, match.end_column) == (4, 11, 11 + len(KEY))
    assert match.key.name == "revont.key"
    weights = [catalog.knowledge().signals[id].weight for id in match.evidence]
    assert weights == sorted(weights, reverse=True)
    assert min(weights) > 0


def test_columns_count_characters_and_not_bytes() -> None:
    (match,) = find("Schlüssel für Revont: revont_key={key}")
    assert match.column == len("Schlüssel für Revont: revont_key=") + 1


def test_a_value_recognised_once_is_recognised_everywhere_in_the_file() -> None:
    found = find("REVONT_API_KEY={key}\n\n\n\n\nwidget {key}\n")
    assert [match.line for match in found] == [1, 6]
    assert "same-value" in found[1].evidence


def test_what_is_called_an_identifier_elsewhere_is_none_that_the_vendor_is_handed() -> None:
    handed = "revont.setup('{key}')\n"
    assert find(handed)
    assert not find(handed + "\n\n\n{id: '{key}'}")
    assert find("revont_key = '{key}'\n\n\n{id: '{key}'}")


def test_of_what_is_no_key_put_together_no_piece_is_one() -> None:
    assert find("class RevontKey {\n  static const k =\n      '{key}';\n}", "lib/revont_key.dart")
    assert not find("class RevontKey {\n  static const heroTag = 'revont'\n      '-{key}';\n}", "lib/revont_key.dart")


def test_a_learned_name_needs_no_vendor() -> None:
    text = "ACME_CALLS_CREDENTIAL={key}\n"
    assert values(text) == []
    assert values(text, hints=Hints(frozenset({"acme_calls_credential"}))) == [KEY]


def test_neither_group_suffices_alone_whatever_the_score() -> None:
    for text in ("Authorization: Bearer {key}", "widget = {key}  # revont: https://revont.ai"):
        match = examined(text)
        groups = {signal.group for signal in match.signals if signal.weight > 0}
        assert not {"vendor", "key"} <= groups
        assert not match.reported


def test_of_each_group_only_the_strongest_for_and_against_count() -> None:
    signals = [
        Signal("a", "one", 6, ""),
        Signal("b", "one", 2, ""),
        Signal("c", "one", -3, ""),
        Signal("d", "one", -1, ""),
        Signal("e", "two", 4, ""),
    ]
    assert score(signals) == 6 - 3 + 4
    assert score([]) == 0


def test_keys_come_in_the_order_of_the_text() -> None:
    keys = [make_key(seed) for seed in range(6)]
    assert values("".join(f"revont_key_{key[:2]}='{key}'\n" for key in keys)) == keys


def test_explaining_shows_also_what_is_text() -> None:
    text = blob("revont_key = some-words-that-are-no-key")
    assert examine(text, catalog.knowledge()) == []
    (match,) = examine(text, catalog.knowledge(), least=Opacity.TEXT)
    assert not match.reported
    assert "not-opaque" in {signal.id for signal in match.signals}


def test_a_match_does_not_print_its_key() -> None:
    (match,) = find("REVONT_API_KEY={key}\n")
    assert KEY not in repr(match)


def test_every_signal_of_the_rules_is_raised_somewhere() -> None:
    """A weight that nothing uses would be a promise that nobody keeps."""
    folder = Path(catalog.__file__).parent / "detectors"
    source = "".join(path.read_text("utf-8") for path in folder.glob("*.py"))
    assert [id for id in catalog.knowledge().signals if f'"{id}"' not in source] == []


def test_what_minified_code_calls_by_one_letter_is_joined_only_close_by() -> None:
    pieces = ", ".join(f'"{KEY[at : at + 8]}"' for at in range(0, len(KEY), 8))
    listed = f"revontKey = use(o = [{pieces}])"
    assert values(listed + ";o.join('')") == [KEY]
    assert values(listed + ";" + "f();" * 100 + "o.join('')") == []
