import os
import subprocess
import sys

import pytest

from revont_guard import catalog
from revont_guard.detectors import words

WORDS = catalog.knowledge().words


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("REVONT_API_KEY", "revont api key"),
        ("revontApiKey", "revont api key"),
        ("RevontAPIKey", "revont api key"),
        ("revont-api-key", "revont api key"),
        ("revont.api.key", "revont api key"),
        ("NEXT_PUBLIC_revontToken", "next public revont token"),
        ("APIKeyV2", "api key v2"),
        ("REVONT_SHA256", "revont sha256"),
        ("revonttoken", "revont token"),
        ("apikeyrevont", "apikey revont"),
        ("clé_revont", "cle revont"),
        ("SCHLÜSSEL", "schlussel"),
        ("", ""),
        ("__", ""),
    ],
)
def test_a_name_is_split_at_cases_separators_and_known_compounds(name: str, expected: str) -> None:
    assert " ".join(words.split(name, WORDS)) == expected


def test_a_compound_is_split_in_the_same_way_in_every_process() -> None:
    ask = (
        "from revont_guard import catalog; from revont_guard.detectors import words;"
        "print(words.split('revontapikey', catalog.knowledge().words))"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", ask], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in "12345"
    }
    assert len(answers) == 1


@pytest.mark.parametrize(
    "name", ["revont", "REVONT_KEY", "myRevontToken", "x-revont-key", "revontai_key", "revontapi", "revonttoken"]
)
def test_a_whole_word_says_the_vendor(name: str) -> None:
    assert words.says_vendor(words.split(name, WORDS), WORDS)


@pytest.mark.parametrize(
    "name",
    ["prevonto", "revonto", "revontuli", "REVONTULET_KEY", "arevon_token", "Revonta", "revontech", "RevOnt", "rev_ont"],
)
def test_a_word_that_merely_contains_the_vendor_does_not(name: str) -> None:
    assert not words.says_vendor(words.split(name, WORDS), WORDS)


@pytest.mark.parametrize("name", ["rev中ont_key", "r\u00e9vont_key", "ｒｅｖｏｎｔ_key"])
def test_the_vendor_is_not_made_by_dropping_what_is_not_ascii(name: str) -> None:
    # The prefilter looks for the plain word and cannot know what is left of a name once accents are gone.
    assert not words.says_vendor(words.split(name, WORDS), WORDS)


@pytest.mark.parametrize(
    ("name", "names_key"),
    [
        ("revont_api_key", True),
        ("token", True),
        ("key_production", True),
        ("key_id", False),
        ("tokenPath", False),
        ("secret-name", False),
        ("revont", False),
        ("key_id_key", True),
    ],
)
def test_what_follows_the_word_for_a_key_decides_whether_it_is_one(name: str, names_key: bool) -> None:
    assert words.names_key(words.split(name, WORDS), WORDS) is names_key


@pytest.mark.parametrize(
    ("name", "named"),
    [
        ("LaunchDarklyKey", True),
        ("AUTH0_SECRET", True),
        ("stripe_key", True),
        ("launch_key", False),
        ("striped", False),
    ],
)
def test_other_vendors_are_known_in_one_word_or_two(name: str, named: bool) -> None:
    assert words.names_other_vendor(words.split(name, WORDS), WORDS) is named


@pytest.mark.parametrize(
    ("name", "named"),
    [("revont_key", True), ("keys", True), ("revont_key_id", False), ("query_keys", False), ("secret_name", False)],
)
def test_a_key_is_named_by_neither_its_id_nor_a_key_of_another_kind(name: str, named: bool) -> None:
    assert words.names_key(words.split(name, WORDS), WORDS) is named
