"""Classes of Java."""

from __future__ import annotations

from tests.sources.containers.build import members
from tests.sources.containers.writers import java_class


def test_constants_have_the_names_of_their_fields() -> None:
    text = members(java_class("com.acme.Config", {"API_HOST": "example.com", "MODE": "é"}))[""].decode()
    assert text == 'com.acme.Config.API_HOST = "example.com"\ncom.acme.Config.MODE = "é"'


def test_texts_come_with_what_a_method_does_with_them() -> None:
    calls = [["Request.header", "Authorization", "Bearer x"], ["Request.url", "https://api.example.com/v1"]]
    assert members(java_class("com.acme.Api", {}, calls))[""].decode() == (
        '\ncom.acme.Api.start:\nRequest.header("Authorization", "Bearer x")\nRequest.url("https://api.example.com/v1")'
    )


def test_a_program_for_several_processors_is_no_class() -> None:
    data = b"\xca\xfe\xba\xbe\0\0\0\2" + bytes(100)
    assert members(data) == {"": data}
