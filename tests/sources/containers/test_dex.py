"""Compiled code of Android apps."""

from __future__ import annotations

from revont_guard.model import Blob
from revont_guard.sources.containers.opening import opened
from tests.sources.containers.build import blob, members, names_vendor
from tests.sources.containers.writers import dex

CALLS = [["header", "Authorization", "Bearer x"], ["url", "https://api.example.com/v1"]]


def test_constants_have_the_names_of_their_fields() -> None:
    text = members(dex("com.acme.BuildConfig", {"API_HOST": "example.com", "MODE": "release"}))[""].decode()
    assert 'com.acme.BuildConfig.API_HOST = "example.com"\ncom.acme.BuildConfig.MODE = "release"' in text


def test_texts_come_with_what_a_method_does_with_them() -> None:
    text = members(dex("com.acme.Api", {"A": "a"}, CALLS, {"token": "some text"}))[""].decode()
    assert (
        "\ncom.acme.Api.start:\n"
        'Api.header("Authorization", "Bearer x")\n'
        'Api.url("https://api.example.com/v1")\n'
        'Api.token = "some text"\n'
    ) in text


def test_methods_are_written_out_where_something_in_the_class_is_worth_it() -> None:
    def text(name: str, calls: list[list[str]]) -> str:
        found = opened(blob(dex(name, {"A": "a", "B": "revont"}, calls)), names_vendor)
        return "".join(item.data.decode() for item in found if isinstance(item, Blob))

    assert "start:" not in text("com.acme.Api", CALLS)
    assert "start:" in text("com.revont.Api", CALLS)
    assert "start:" in text("com.acme.Api", [*CALLS, ["url", "https://api.revont.ai"]])
    assert "start:" in text("com.acme.Api", [["revontCall", "x"]])


def test_other_texts_are_not_lost() -> None:
    """Such as those of annotations: here a text that no code loads."""
    data = dex("com.acme.Api", {"A": "X-Header: some text to send"})
    unset = data.replace(b"\1\x37", b"\0\x37")
    assert unset != data
    assert '"X-Header: some text to send"' in members(unset)[""].decode().splitlines()
