"""Containers in containers, opened, and what is looked at in them."""

from __future__ import annotations

import bz2
import gzip
import json
import lzma
import zipfile
from pathlib import Path

import pytest

from revont_guard import catalog
from revont_guard.detectors.keys import find_keys
from revont_guard.detectors.prefilter import WordFilter
from revont_guard.model import Blob, Inner, Location, SourceKind
from revont_guard.sources.containers.inside import Inside
from revont_guard.sources.containers.opening import opened
from tests.keys import make_key
from tests.sources.containers.build import (
    asar,
    blob,
    crx3,
    docker_save,
    inline,
    look,
    members,
    names_vendor,
    source_map,
    tarred,
    zipped,
)

KEY = make_key("container")
SOURCE = f'import requests\n\nREVONT_API_KEY = "{KEY}"\n'
FILE = {"src/app.py": SOURCE.encode(), "other.txt": b"nothing"}
HERE = Inner("src/app.py", 3, 19)


@pytest.mark.parametrize(
    ("data", "leading"),
    [
        (zipped(FILE), ()),
        (zipped(FILE, zipfile.ZIP_STORED), ()),
        (crx3(zipped(FILE)), ()),
        (tarred(FILE), ()),
        (tarred(FILE, "w:gz"), ()),
        (tarred(FILE, "w:xz"), ()),
        (asar(FILE), ()),
        (zipped({"Payload/app.asar": asar(FILE)}), ("Payload/app.asar",)),
        (tarred({"a.tgz": tarred(FILE, "w:gz")}), ("a.tgz",)),
        (tarred({"a.whl": zipped({"b.zip": zipped(FILE)})}, "w:bz2"), ("a.whl", "b.zip")),
        (docker_save([tarred({"etc/os-release": b""}), tarred(FILE)]), (f"{1:064x}/layer.tar",)),
        (tarred({"blobs/sha256/0a": tarred(FILE, "w:gz"), "oci-layout": b"{}"}), ("blobs/sha256/0a",)),
        (zipped({"app.zip.xz": lzma.compress(zipped(FILE))}), ("app.zip.xz", "app.zip")),
    ],
    ids=[
        *("zip", "zip, stored", "crx", "tar", "tgz", "txz", "asar"),
        *("asar in ipa", "tgz in tar", "zip in whl in tbz", "docker save", "oci", "zip in xz in zip"),
    ],
)
def test_a_key_is_found_once_and_where_it_stands(data: bytes, leading: tuple[str, ...]) -> None:
    [found] = opened(blob(data, "outer"), WordFilter())
    assert isinstance(found, Inside)
    [match] = find_keys(found, catalog.knowledge())
    assert match.key.secret.reveal() == KEY
    at = found.at(match.line, match.column, match.end_column)
    assert at == Location(SourceKind.WORKTREE, "outer", inner=(*map(Inner, leading), HERE))


@pytest.mark.parametrize("wrap", [lambda text: text, lambda text: f"f()\n//# {inline(text)}"])
def test_a_key_in_an_original_of_a_bundle_in_an_archive(wrap: type[str]) -> None:
    text = wrap(source_map({"src/app.py": SOURCE}))
    [found] = opened(blob(tarred({"dist/app.js": text.encode()}, "w:gz"), "a.tgz"), WordFilter())
    assert isinstance(found, Inside)
    [match] = find_keys(found, catalog.knowledge())
    at = found.at(match.line, match.column, match.end_column)
    assert at.inner == (Inner("dist/app.js", text.count("\n") + 1), HERE)


def test_only_what_passes_is_given() -> None:
    data = zipped({"a.txt": b"revont", "b.txt": b"other", "revont/c.txt": b"by name", "d.gz": gzip.compress(b"revont")})
    found = [item for item in opened(blob(data), names_vendor) if isinstance(item, Blob)]
    assert [item.origin.inner for item in found] == [
        (Inner("a.txt"),),
        (Inner("revont/c.txt"),),
        (Inner("d.gz"), Inner("d")),
    ]


def test_members_keep_where_their_container_came_from() -> None:
    origin = Location(SourceKind.COMMIT, "a.zip", object="ab", commit="cd", refs=("main",))
    [found] = opened(Blob(zipped({"a": b"text"}), origin, True), lambda data: data == b"text")
    assert isinstance(found, Inside)
    assert found.tracked is True
    assert found.at(1, 1, 2) == Location(
        SourceKind.COMMIT, "a.zip", object="ab", commit="cd", refs=("main",), inner=(Inner("a", 1, 1),)
    )


def test_an_archive_is_not_looked_at_itself() -> None:
    """Its bytes may name the vendor, and nobody could read them."""
    assert list(opened(blob(tarred({"a": b"x"}) + b"\0revont"), names_vendor)) == []


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"PK\x03\x04 revont", "it is cut short: its directory is missing"),
        (b"\x1f\x8b\x08\0 revont and some more", "it is damaged"),
        (b"\xfd7zXZ\0 revont and some more", "it is damaged"),
        (b"BZh91AY&SY revont and some more", "it is damaged"),
        (b"7z\xbc\xaf\x27\x1c revont", "it is a 7z archive, which cannot be read here"),
        (b"Rar!\x1a\x07\x01\0 revont", "it is a rar archive, which cannot be read here"),
        (b"\0" * 257 + b"ustar revont" + bytes(400), "it is damaged"),
    ],
)
def test_what_cannot_be_opened_is_looked_at_as_it_is(data: bytes, why: str) -> None:
    found, skipped = look(data)
    assert found == {"": data}
    assert [(item.what, item.why, item.blocking) for item in skipped] == [("x", why, False)]
    found, _ = look(zipped({"inner": data}))
    assert found == {"inner": data} or why == "it is damaged"


def test_what_is_no_container_is_given_back() -> None:
    assert list(opened(blob(b"revont"), names_vendor)) == [blob(b"revont")]
    assert list(opened(blob(b"other"), names_vendor)) == []


def test_a_damaged_member_costs_no_other() -> None:
    files = {"a": bz2.compress(b"x" * 99)[:20], "b": b"text", "c": gzip.compress(b"y" * 999)[:-9], "d": b"more"}
    for data in (zipped(files), tarred(files), tarred(files, "w:gz"), asar(files)):
        found, skipped = look(data)
        assert (found["b"], found["d"]) == (b"text", b"more")
        assert [(item.what, item.why) for item in skipped] == [
            ("x → a", "it is cut short"),
            ("x → c → c", "it is cut short"),
        ]


def test_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    files = {"../up": b"text", str(tmp_path / "abs"): b"text", "a/b": tarred({"c": b"text"}, "w:gz")}
    for data in (zipped(files), tarred(files), asar({"a/b": b""})):
        assert look(data)[0]
    assert list(tmp_path.iterdir()) == []


def test_a_package_of_a_browser_or_a_phone_is_a_zip() -> None:
    manifest = {"manifest.json": json.dumps({"name": "x"}).encode()}
    assert members(zipped(manifest)) == manifest
