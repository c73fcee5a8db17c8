"""Classes of Java."""

from __future__ import annotations

from revont_guard.model import Blob
from revont_guard.sources.containers.opening import opened
from tests.keys import make_key
from tests.sources.containers.build import blob, members
from tests.sources.containers.writers import java_class


def test_constants_have_the_names_of_their_fields() -> None:
    text = members(java_class("com.acme.Config", {"API_HOST": "example.com", "MODE": "é"}))[""].decode()
    assert text.startswith('com.acme.Config.API_HOST = "example.com"\ncom.acme.Config.MODE = "é"\n')


def test_texts_come_with_what_a_method_does_with_them() -> None:
    calls = [["Request.header", "Authorization", "Bearer x"], ["Request.url", "https://api.example.com/v1"]]
    text = members(java_class("com.acme.Api", {}, calls))[""].decode()
    assert text.startswith(
        "\ncom.acme.Api.start:\n"
        'Request.header("Authorization", "Bearer x")\n'
        'Request.url("https://api.example.com/v1")\n'
    )


def test_a_text_that_is_worth_a_look_is_not_lost_wherever_it_stands() -> None:
    """Such as a key that the user holds, in an annotation: here the name of a field."""
    known = make_key("held")
    [found] = opened(blob(java_class("com.acme.Api", {known: "x"})), lambda data: known.encode() in data)
    assert isinstance(found, Blob)
    assert f'"{known}"' in found.data.decode().splitlines()


def test_a_program_for_several_processors_is_no_class() -> None:
    data = b"\xca\xfe\xba\xbe\0\0\0\2" + bytes(100)
    assert members(data) == {"": data}
