"""Keys in the names of files and folders."""

from __future__ import annotations

import pytest

from revont_guard import catalog
from revont_guard.detectors.paths import keys_in_path
from revont_guard.model import KeyKind
from tests.keys import STYLES, make_key

KNOWLEDGE = catalog.knowledge()
FORMS = ["revont_api_key_{}.env", "backup/revont-token-{}", "revont/key/{}/a.txt", "RevontKey={}", "revont.key.{}.bak"]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("form", FORMS)
def test_a_key_behind_a_word_for_one_in_a_path_that_names_the_vendor(form: str, style: str) -> None:
    key = make_key("path", style)
    assert [found.secret.reveal() for found, _ in keys_in_path(form.format(key), KNOWLEDGE)] == [key]


def test_the_kind_follows_the_words_before() -> None:
    ((found, _),) = keys_in_path(f"revont_webhook_secret_{make_key()}", KNOWLEDGE)
    assert found.kind is KeyKind.WEBHOOK_SECRET


@pytest.mark.parametrize(
    "form", ["{}/revont_key", "revont/{}.js", "revontuli_key_{}", "stripe_key_{}", "revont_key_of_the_sales_team.txt"]
)
def test_other_paths_hold_none(form: str) -> None:
    assert keys_in_path(form.format(make_key()), KNOWLEDGE) == []
