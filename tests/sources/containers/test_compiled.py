"""What is common to compiled files: names and values come together, nothing is said of lines, hostile ones end."""

from __future__ import annotations

import random
import time

import pytest

from revont_guard import catalog, scan
from revont_guard.detectors.prefilter import WordFilter
from revont_guard.model import Hit, Inner
from revont_guard.sources.containers.compiled import Bytes, Text
from revont_guard.sources.containers.limits import Limits, Meter
from revont_guard.sources.containers.opening import opened
from revont_guard.sources.containers.parts import Broken
from tests.keys import make_key
from tests.sources.containers.build import blob, look, names_vendor, zipped
from tests.sources.containers.writers import dex, java_class, plist, resources

KEY = make_key("compiled")
FIELD = {"REVONT_API_KEY": KEY, "MODE": "release"}
FILES = {
    "resources.arsc": resources({"revont_api_key": KEY, "app_name": "Demo"}),
    "in UTF-16": resources({"revont_api_key": KEY, "app_name": "Demo"}, wide=True),
    "classes.dex": dex("com.acme.BuildConfig", FIELD),
    "BuildConfig.class": java_class("com.acme.BuildConfig", FIELD),
    "Info.plist": plist({"CFBundleName": "Demo", "RevontAPIKey": KEY}),
    "é.plist": plist({"clé": {"RevontAPIKey": KEY + "é"[:0]}, "é": ["é"]}),
}


def hits(data: bytes, path: str) -> list[Hit]:
    return [
        hit for hit in scan.scan(opened(blob(data, path), WordFilter()), catalog.knowledge()) if isinstance(hit, Hit)
    ]


@pytest.mark.parametrize("name", FILES)
def test_a_key_is_found_under_its_name_and_stands_on_no_line(name: str) -> None:
    [hit] = hits(zipped({name: FILES[name]}), "app.zip")
    assert hit.key.secret.reveal() == KEY
    assert "revont" in (hit.key.name or "").lower()
    at = hit.location
    assert (at.path, at.inner, at.line, at.column) == ("app.zip", (Inner(name),), None, None)
    [alone] = hits(FILES[name], name)
    assert (alone.location.path, alone.location.inner, alone.location.line) == (name, (), None)


@pytest.mark.parametrize("name", FILES)
def test_what_holds_nothing_of_interest_is_not_written_out(name: str) -> None:
    assert list(opened(blob(FILES[name]), lambda data: b"somebody else" in data)) == []


@pytest.mark.parametrize("name", FILES)
def test_cut_or_changed_anywhere_it_ends_without_a_traceback(name: str) -> None:
    data = FILES[name]
    for end in range(0, len(data), 3):
        look(data[:end])
    rng = random.Random(len(data))
    for _ in range(500):
        changed = bytearray(data)
        for _ in range(rng.randrange(1, 4)):
            changed[rng.randrange(4, len(data))] = rng.choice([0, 1, 0x7F, 0xFF, rng.randrange(256)])
        look(bytes(changed), Limits(unpacked=1 << 24))


@pytest.mark.parametrize("name", FILES)
def test_a_damaged_one_is_told_and_looked_at_as_it_is(name: str) -> None:
    data = FILES[name][: len(FILES[name]) // 2]
    said = blob(data + b"revont")
    assert said in opened(said, names_vendor)
    _, skipped = look(data)
    assert [(item.what, item.why, item.blocking) for item in skipped] == [("x", "it is damaged", False)]


def test_numbers_outside_of_the_file_are_damage() -> None:
    data = Bytes(b"\1\2\3\4")
    assert data.numbers("HH", 0) == (0x201, 0x403)
    for at in (1, 4, -9, 1 << 70):
        with pytest.raises(Broken):
            data.numbers("HH", at)
    for count in (2, 1 << 40):
        with pytest.raises(Broken):
            data.array("I", count, 0)


def test_what_leads_to_the_same_place_again_and_again_is_given_up() -> None:
    data = Bytes(bytes(1_000))
    with pytest.raises(Broken, match="overlap"):
        for _ in range(1_000):
            data.array("B", 1_000, 0)


def test_a_text_is_bounded() -> None:
    text = Text(Meter(Limits(), 1 << 30))
    started = time.perf_counter()
    with pytest.raises(Broken, match="32 MiB"):
        while True:
            text.line("x" * 10_000)
    assert time.perf_counter() - started < 5
    assert len("".join(passage.text for passage in text.passage())) <= 32 << 20
