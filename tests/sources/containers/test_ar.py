"""Packages of Debian."""

from __future__ import annotations

from tests.sources.containers.build import look, members, tarred
from tests.sources.containers.writers import deb

FILES = {"./etc/app.conf": b"a=1", "./usr/bin/app": b"#!/bin/sh\n"}


def test_the_files_of_both_tars() -> None:
    data = deb({"control.tar.xz": tarred({"./control": b"Package: a"}, "w:xz"), "data.tar.gz": tarred(FILES, "w:gz")})
    assert members(data) == {
        "debian-binary": b"2.0\n",
        "control.tar.xz|./control": b"Package: a",
        "data.tar.gz|./etc/app.conf": b"a=1",
        "data.tar.gz|./usr/bin/app": b"#!/bin/sh\n",
    }


def test_what_comes_before_the_damage_is_read() -> None:
    data = deb({"one": b"odd", "two": b"text"})
    found, [skipped] = look(data[:-64] + bytes(64))
    assert found == {"debian-binary": b"2.0\n", "one": b"odd"}
    assert skipped.why == "it is damaged"
    found, skips = look(data[:-2])
    assert found["one"] == b"odd"
    assert {item.why for item in skips} == {"it is cut short"}
