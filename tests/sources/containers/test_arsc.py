"""Resources of Android apps."""

from __future__ import annotations

import struct

import pytest

from tests.sources.containers.build import look, members
from tests.sources.containers.writers import resources

STRINGS = {"app_name": 'Demo "é"\n', "api_host": "https://api.example.com/" + "x" * 300, "empty": ""}
LINES = 'app_name = "Demo \\"é\\"\\n"\napi_host = "https://api.example.com/' + "x" * 300 + '"\nempty = ""'


@pytest.mark.parametrize("form", ["plain", "sparse", "short", "compact", "array"])
@pytest.mark.parametrize("wide", [False, True])
def test_names_come_with_their_values(form: str, wide: bool) -> None:
    assert members(resources(STRINGS, form=form, wide=wide)) == {"": LINES.encode()}


def test_what_many_languages_share_is_written_once() -> None:
    one = resources({"app_name": "Demo"})
    at = one.index(struct.pack("<HH", 0x0201, 84))
    (size,) = struct.unpack_from("<I", one, at + 4)
    package = one.index(struct.pack("<HHI", 0x0200, 288, len(one) - one.index(struct.pack("<HH", 0x0200, 288))))
    twice = bytearray(one + one[at : at + size])
    struct.pack_into("<I", twice, package + 4, len(twice) - package)
    struct.pack_into("<I", twice, 4, len(twice))
    assert members(bytes(twice)) == {"": b'app_name = "Demo"'}


def test_values_that_lead_nowhere_cost_no_other() -> None:
    data = resources({"first": "one", "second": "two"})
    at = data.rindex(struct.pack("<HBBI", 8, 0, 3, 0)) + 4
    found, skipped = look(data[:at] + struct.pack("<I", 99) + data[at + 4 :])
    assert (found, skipped) == ({"": b'second = "two"'}, [])


def test_a_pool_of_strings_that_are_one_string_is_decoded_once() -> None:
    data = bytearray(resources({f"name{number}": "x" * 30_000 for number in range(200)}))
    for number in range(200):
        struct.pack_into("<I", data, 12 + 28 + 4 * number, 0)
    found, skipped = look(bytes(data))
    assert len(found[""]) > 200 * 30_000
    assert skipped == []
