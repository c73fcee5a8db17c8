import pytest

from revont_guard import catalog
from revont_guard.detectors.fields import fields

FIELDS = fields(catalog.knowledge().words)


@pytest.mark.parametrize(
    "name", ["value", "currentValue", "option_value", "Argument.value", "android:value", "p_value"]
)
def test_what_holds_any_value_is_no_name(name: str) -> None:
    assert FIELDS.is_value(name)


@pytest.mark.parametrize("name", ["revont_value", "valuation", "token", "face_value", ""])
def test_what_says_more_of_its_value_is_one(name: str) -> None:
    assert not FIELDS.is_value(name)


@pytest.mark.parametrize("name", ["name", "ParameterKey", "option_name", "android:name", "param-name", "@name"])
def test_fields_that_name_another(name: str) -> None:
    assert FIELDS.is_name(name)


@pytest.mark.parametrize("name", ["secret_key", "revont_name", "keynote", "filename"])
def test_fields_that_name_none(name: str) -> None:
    assert not FIELDS.is_name(name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('"ParameterKey": "revont_key", "ParameterValue": "?"', "revont_key"),
        ("@name = N'revont.key', @value = N'?'", "revont.key"),
        ('<p name="Argument.name">revont_key</p><p name="Argument.value">?</p>', "revont_key"),
        ("<param-name>revont_key</param-name><param-value>?</param-value>", "revont_key"),
        ("name: plain\nvalue: ?\n" + "#" * 50 + "\nname: revont_key\n", "plain"),
        ("name: plain\na: b\nc: d\nvalue: ?\nname: revont_key\n", "revont_key"),
        ("this, 'revont_key', {a: ?", "revont_key"),
        ("this, 'plain', {a: ?", None),
        ("value: ?", None),
    ],
)
def test_the_nearest_name_counts_and_one_right_beside_it_before_one_that_speaks(text: str, name: str | None) -> None:
    def worth(name: str) -> int | None:
        return 0 if "revont" in name else None if FIELDS.is_value(name) else 200

    assert FIELDS.nearest(text, text.index("?"), worth) == name


def test_a_tag_is_named_by_the_attribute_that_names() -> None:
    assert FIELDS.named('android:value="a" android:name="b"') == "b"
    assert FIELDS.named('value="a"') is None
