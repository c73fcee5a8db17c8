import pytest

from revont_guard import catalog
from revont_guard.detectors.candidates import candidates
from revont_guard.detectors.shape import Opacity
from tests.detectors.helpers import KEY, OTHER
from tests.keys import STYLES, make_key

KNOWLEDGE = catalog.knowledge()


def found(content: str, least: Opacity = Opacity.OPAQUE) -> list[str]:
    return [candidate.value for candidate in candidates(content, KNOWLEDGE, least)]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    "form",
    ["{}", '"{}"', "'{}'", "`{}`", "k={}", "k: {}", "<k>{}</k>", "({})", "[{},", "{}\n", "?t={}&x=1", "\\n{}"[2:]],
)
def test_a_key_is_one_candidate_in_any_style_and_between_any_marks(style: str, form: str) -> None:
    key = make_key(1, style)
    assert found(form.format(key)) == [key]


@pytest.mark.parametrize(
    "form", ["see {}.", "({})", "~{}", "-{}", "{},", "/{}/", "./{}", "https://host.example/{}/calls"]
)
def test_punctuation_and_paths_round_a_key_do_not_belong_to_it(form: str) -> None:
    assert found(form.format(KEY)) == [KEY]


def test_slashes_of_base64_belong_to_a_key() -> None:
    base64 = KEY[:10] + "/" + KEY[10:20] + "+" + KEY[20:30] + "A="
    assert found(f'"{base64}"') == [base64]
    assert found(f"key={base64}") == [base64]


@pytest.mark.parametrize("form", ["/srv/{}/{}", "~/{}/{}", "./{}/{}", "srv/data/{}/{}", '"/{}/{}"'])
def test_slashes_of_a_path_do_not(form: str) -> None:
    assert found(form.format(KEY, OTHER)) == [KEY, OTHER]


def test_offsets_lead_to_the_value() -> None:
    content = f"é {KEY}\n'{OTHER}'"
    assert [content[c.start : c.end] for c in candidates(content, KNOWLEDGE)] == [KEY, OTHER]


def test_text_is_a_candidate_only_where_it_is_asked_for() -> None:
    assert found("some_ordinary_identifier") == []
    assert found("some_ordinary_identifier", Opacity.TEXT) == ["some_ordinary_identifier"]


@pytest.mark.parametrize("length", [8, 15, 2000])
def test_what_is_too_short_or_too_long_for_a_key_is_none(length: int) -> None:
    key = "".join(make_key(at) for at in range(length // 32 + 1))[:length]
    assert found(f'"{key}"') == []


def test_signs_of_equality_round_a_key_are_markup() -> None:
    assert found(f"- Revont API key: ={KEY}=, new") == [KEY]
    assert found(f"key={KEY}=") == [f"{KEY}="]
