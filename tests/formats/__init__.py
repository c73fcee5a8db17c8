"""The JSON Schema of reports, for every test that has one in hand."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from jsonschema import Draft202012Validator


@cache
def document() -> dict[str, Any]:
    read: dict[str, Any] = json.loads((files("revont_guard.formats") / "report-v1.schema.json").read_text("utf-8"))
    return read


@cache
def schema() -> Draft202012Validator:
    Draft202012Validator.check_schema(document())
    return Draft202012Validator(document())


def validated(text: str) -> dict[str, Any]:
    """The report in ``text``, once it has proved to be ASCII and in its documented form."""
    assert text.isascii()
    report: dict[str, Any] = json.loads(text)
    schema().validate(report)
    return report
