"""What may be sent: what the user names and may be a key, and what was found on good grounds."""

from __future__ import annotations

import itertools

import pytest

from revont_guard import catalog, scan
from revont_guard.detectors.paths import keys_in_path
from revont_guard.hints import NO_HINTS, Hints, Known, Pattern
from revont_guard.model import Blob, Hit, Key, KeyKind, Location, Secret, SourceKind
from revont_guard.verify.admission import objection, objection_to_found
from tests.keys import STYLES, make_key

KNOWLEDGE = catalog.knowledge()
KEY = make_key("admission")


def hits(text: str, hints: Hints = NO_HINTS, path: str = "src/app.py") -> list[Hit]:
    """Where KEY is found in ``text``, in which ``{key}`` stands for it."""
    blob = Blob(text.replace("{key}", KEY).encode(), Location(SourceKind.WORKTREE, path))
    found = [hit for hit in scan.scan([blob], KNOWLEDGE, hints) if isinstance(hit, Hit)]
    return [hit for hit in found if hit.key.secret == Secret(KEY)]


@pytest.mark.parametrize("style", STYLES)
def test_what_the_user_names_needs_no_grounds(style: str) -> None:
    assert objection(Secret(make_key("named", style)), KNOWLEDGE) is None
    assert objection(Secret("changeme"), KNOWLEDGE) is None
    assert objection(Secret("~!#$%&'()*+,-./:;<=>?@[]^_`{|}\"\\"), KNOWLEDGE) is None


@pytest.mark.parametrize(
    "code", [*range(0x21), 0x7F, 0x80, 0x85, 0xA0, 0xE9, 0xFF, 0x100, 0x2028, 0x3000, 0xFEFF, 0xD800]
)
@pytest.mark.parametrize("form", ["{}{}", "{}a{}b", "{}"])
def test_what_no_header_can_hold_is_never_sent(code: int, form: str) -> None:
    key = make_key("a key")
    for text in {form.format(key, chr(code)), chr(code) + key, key + chr(code), f"{key[:9]}{chr(code)}{key[9:]}"} - {
        key
    }:
        objected = objection(Secret(text), KNOWLEDGE)
        assert objected
        assert key not in objected


def test_what_is_too_long_or_nothing_is_never_sent() -> None:
    assert objection(Secret("a" * 4096), KNOWLEDGE) is None
    assert objection(Secret("a" * 4097), KNOWLEDGE)
    assert objection(Secret(""), KNOWLEDGE)


@pytest.mark.parametrize(
    "prefix", sorted(itertools.chain(*(shape.prefixes for shape in KNOWLEDGE.other_vendor_shapes)))
)
def test_key_of_another_vendor_is_never_sent(prefix: str) -> None:
    secret = Secret(prefix + make_key("another vendor", "base62-48"))
    assert objection(secret, KNOWLEDGE) == "looks like another vendor's key"
    at = Location(SourceKind.WORKTREE, "a.env")
    found = Hit(Key(secret, KeyKind.API_KEY, "REVONT_API_KEY"), at, (), sendable=True)
    assert objection_to_found([found], KNOWLEDGE) == "looks like another vendor's key"


@pytest.mark.parametrize(
    "text",
    [
        "REVONT_API_KEY = '{key}'",
        "revont:\n  api_key: {key}\n",
        "curl -H 'Authorization: Bearer {key}' https://api.revont.ai/v1/calls",
        "revont = Client(api_key='{key}')",
    ],
)
def test_key_on_good_grounds_may_be_sent(text: str) -> None:
    assert objection_to_found(hits(text), KNOWLEDGE) is None


@pytest.mark.parametrize(
    "text",
    [
        # Found, but more by what stands near than by what it is called.
        "# calls the Revont API\ntoken = '{key}'\n",
        "url = 'https://api.revont.ai/v1/calls'\n\n\n\ntoken = '{key}'\n",
    ],
)
def test_key_on_weak_grounds_is_not_sent(text: str) -> None:
    found = hits(text)
    assert found
    assert "too likely something else" in (objection_to_found(found, KNOWLEDGE) or "")


def test_name_that_only_the_tree_declares_is_no_ground() -> None:
    found = hits("SALES_TOKEN = '{key}'\n", Hints(names=frozenset({"sales_token"})))
    assert found
    assert objection_to_found(found, KNOWLEDGE)


def test_pattern_that_only_the_tree_declares_is_no_ground() -> None:
    found = hits("x = '{key}'\n", Hints(patterns=(Pattern(KEY[:8] + "[A-Za-z0-9]{24}"),)))
    assert found
    assert objection_to_found(found, KNOWLEDGE)


def test_declared_name_does_not_lessen_other_grounds() -> None:
    assert (
        objection_to_found(hits("REVONT_API_KEY = '{key}'", Hints(names=frozenset({"revont_api_key"}))), KNOWLEDGE)
        is None
    )


def test_key_that_the_user_holds_may_be_sent() -> None:
    assert objection_to_found(hits("x = '{key}'\n", Hints(known=(Known("HELD", Secret(KEY)),))), KNOWLEDGE) is None


def test_one_good_place_is_enough() -> None:
    weak, good = hits("# calls the Revont API\ntoken = '{key}'\n"), hits("REVONT_API_KEY = '{key}'")
    assert objection_to_found([*weak, *good], KNOWLEDGE) is None


def test_copy_beside_a_recognised_one_stands_on_its_own_grounds() -> None:
    weak, good = hits("value = '{key}'\n\n\n\n\n\n\n\nREVONT_API_KEY = '{key}'\n")
    assert not weak.sendable
    assert good.sendable


def test_webhook_secret_is_never_sent() -> None:
    found = hits("REVONT_WEBHOOK_SECRET = '{key}'")
    assert found
    assert "webhook" in (objection_to_found(found, KNOWLEDGE) or "")
    key = Key(Secret(KEY), KeyKind.WEBHOOK_SECRET, None)
    both = [*hits("REVONT_API_KEY = '{key}'"), Hit(key, Location(SourceKind.WORKTREE, "a"), (), sendable=True)]
    assert "webhook" in (objection_to_found(both, KNOWLEDGE) or "")


def test_name_of_a_file_is_no_ground() -> None:
    path = f"backup/revont_api_key_{KEY}.env"
    assert keys_in_path(path, KNOWLEDGE)
    found = [hit for hit in hits("", path=path) if hit.location.source is SourceKind.MESSAGE]
    assert found
    assert objection_to_found(found, KNOWLEDGE)


@pytest.mark.parametrize(
    "text",
    [
        "import revont\nSTRIPE_API_KEY = '{key}'\nREVONT_URL = 'https://api.revont.ai/v1'\n",
        "revont:\n  url: https://api.revont.ai/v1\nopenai:\n  api_key: {key}\n",
        "fetch('https://api.stripe.com/v1', {headers: {Authorization: 'Bearer {key}'}})  // not Revont\n",
    ],
)
def test_key_beside_the_vendors_code_is_not_sent(text: str) -> None:
    assert not any(hit.sendable for hit in hits(text))
