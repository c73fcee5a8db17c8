"""What is taken out of names and messages."""

from __future__ import annotations

import pytest

from revont_guard import catalog
from revont_guard.detectors.redaction import masked, masked_name
from tests.keys import STYLES, make_key

KNOWLEDGE = catalog.knowledge()
OBJECT = make_key("object", "hex-32") + "00112233"


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("form", ["{}", "ab/{}", "no such file: x_{}.py", "branch '{}'", "commit {}"])
def test_what_may_be_a_key_goes_from_a_message(form: str, style: str) -> None:
    key = make_key("message", style)
    told = masked(form.format(key), KNOWLEDGE)
    assert not any(key[at : at + 9] in told for at in range(5, len(key) - 9))


def test_objects_of_git_are_named_in_messages_about_git_and_nowhere_else() -> None:
    assert OBJECT in masked(f"git cat-file failed: object {OBJECT} is missing", KNOWLEDGE)
    assert OBJECT not in masked(f"no such file: object {OBJECT}", KNOWLEDGE)


def test_a_name_that_says_nothing_of_the_vendor_stays() -> None:
    path = f"dist/index-{make_key()}.js"
    assert masked_name(path, KNOWLEDGE) == path
    assert masked_name(f"revont/{path}", KNOWLEDGE) != f"revont/{path}"
