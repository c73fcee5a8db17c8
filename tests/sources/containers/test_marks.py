"""Which bytes are taken for a container."""

from __future__ import annotations

import bz2
import gzip
import lzma
import subprocess
import sys
import timeit

import pytest

from revont_guard.sources.containers.marks import is_container, kind
from tests.sources.containers.build import asar, crx2, crx3, inline, source_map, tarred, zipped

FILES = {"a.txt": b"some text"}
NOTEBOOK = b'\n{\n "cells": [],\n "nbformat": 4\n}'
CONTAINERS = [
    ("zip", zipped(FILES)),
    ("zip", zipped({})),
    ("zip", crx2(zipped(FILES))),
    ("zip", crx3(zipped(FILES))),
    ("zip", b"#!/usr/bin/env python3\n" + zipped(FILES)),
    ("zip", b"MZ a program" + zipped(FILES)),
    ("tar", tarred(FILES)),
    ("gzip", tarred(FILES, "w:gz")),
    ("gzip", gzip.compress(b"")),
    ("bzip2", bz2.compress(b"text")),
    ("bzip2", bz2.compress(b"")),
    ("xz", lzma.compress(b"text")),
    ("zstd", b"\x28\xb5\x2f\xfd\x20\0\x01\0\0"),
    ("7z archive", b"7z\xbc\xaf\x27\x1c\0\x04"),
    ("rar archive", b"Rar!\x1a\x07\x01\0"),
    ("rpm package", b"\xed\xab\xee\xdb\3\0\0\0"),
    ("cab archive", b"MSCF\0\0\0\0\x80"),
    ("deb", b"!<arch>\ndebian-binary   0  "),
    ("asar", asar(FILES)),
    ("source map", source_map({"a.ts": "x"}).encode()),
    ("source map", b"\xef\xbb\xbf" + source_map({"a.ts": "x"}).encode()),
    ("source map", b")]}'\n" + source_map({"a.ts": "x"}).encode()),
    ("notebook", NOTEBOOK),
    ("inline source map", b"f()\n//# " + inline(source_map({"a.ts": "x"})).encode() + b"\n"),
]


@pytest.mark.parametrize(("expected", "data"), CONTAINERS, ids=[name for name, _ in CONTAINERS])
def test_kind(expected: str, data: bytes) -> None:
    assert kind(data) == expected


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK",
        b"BZh9 is how a text may begin",
        b"import revont\n",
        b'{"sources": []}',
        b"mark = '\"sourcesContent\"'",
        b"//# sourceMappingURL=app.js.map",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR sourceMappingURL=data:",
        b"#!/bin/sh\necho PK",
        b"100644 a\0" + b"\x04" * 400,
    ],
)
def test_everything_else_is_none(data: bytes) -> None:
    assert not is_container(data)


def test_the_fast_path_can_afford_it() -> None:
    """Nothing is imported for it, and the answer for a source file takes no longer than a few prefilters."""
    module = "revont_guard.sources.containers.marks"
    code = f"import sys; old = set(sys.modules); import {module}; print(set(sys.modules) - old)"
    done = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True)
    new = {name for name in eval(done.stdout) if not name.startswith("revont_guard")}
    assert new <= {"__future__"}
    data = b"def call(path):\n    return client.get(path)\n" * 200
    asked = min(timeit.repeat(lambda: is_container(data), number=200, repeat=5))
    assert asked < 10 * min(timeit.repeat(lambda: b"revont" in data.lower(), number=200, repeat=5))
