"""Programs inside of other files: found on the lines where they stand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from revont_guard import api
from revont_guard.model import Scope, Verdict

CODE = [
    "import os, requests\n",
    "%matplotlib inline\n",
    'H = {"Authorization": f"Bearer {os.environ[\'REVONT_API_KEY\']}"}\n',
    'requests.get("https://api.revont.ai/v1/calls", headers=H)',
]
HTTP = """@base = https://api.revont.ai/v1
@token = {{$dotenv REVONT_API_KEY}}

### the calls
GET {{base}}/calls?limit=5
Authorization: Bearer {{token}}

###
DELETE {{base}}/webhooks/{{id}} HTTP/1.1
Authorization: Bearer {{$processEnv REVONT_HOOK_KEY}}
"""
FETCH = "fetch('https://api.revont.ai/v1/calls', { headers: { Authorization: `Bearer ${%s}` } });"


def told(folder: Path) -> dict[str, list[tuple[str, str, int | None]]]:
    """By the name of a key, the requests: method, path and line."""
    report = api.scopes(folder)
    return {
        record.names[-1]: [(call.method, call.path, call.location.line) for call in record.need.calls]
        for record in report.keys
    }


@pytest.mark.parametrize("indent", [None, 1])
def test_cells_of_a_notebook(tmp_path: Path, indent: int | None) -> None:
    cells = [{"cell_type": "markdown", "source": ["# Revont"]}, {"cell_type": "code", "source": CODE, "outputs": []}]
    text = json.dumps({"cells": cells, "metadata": {}, "nbformat": 4}, indent=indent)
    (tmp_path / "a.ipynb").write_text(text)
    [(name, [(method, path, line)])] = told(tmp_path).items()
    assert (name, method, path) == ("REVONT_API_KEY", "GET", "/calls")
    if indent:
        assert line is not None and "/v1/calls" in text.splitlines()[line - 1]


def test_notebook_of_another_language_or_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "sync.py").write_text("".join(CODE[:1] + CODE[2:]))
    for text in ("revont {", json.dumps({"cells": [], "metadata": {"language_info": {"name": "R"}}, "x": "revont"})):
        (tmp_path / "a.ipynb").write_text(text)
        [record] = api.scopes(tmp_path, assume=Scope.READ_WRITE).keys
        assert record.verdict is Verdict.UNDETERMINED
        assert [item.reason for item in record.need.unresolved] == ["unsupported language a.ipynb"]


def test_files_of_requests(tmp_path: Path) -> None:
    (tmp_path / "a.http").write_text(HTTP)
    assert told(tmp_path) == {
        "REVONT_API_KEY": [("GET", "/calls", 5)],
        "REVONT_HOOK_KEY": [("DELETE", "/webhooks/{}", 9)],
    }


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.vue", "<template><b/></template>\n<script setup lang='ts'>\n" + FETCH + "\n</script>\n"),
        ("a.svelte", "<b/>\n<script>\n" + FETCH + "\n</script>\n"),
        ("a.html", "<html>\n<script type=module>\n" + FETCH + "\n</script></html>\n"),
        ("a.astro", "---\nconst a = 1;\n" + FETCH + "\n---\n<b/>\n"),
    ],
)
def test_scripts_of_components(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text % "import.meta.env.VITE_REVONT_KEY")
    assert told(tmp_path) == {"VITE_REVONT_KEY": [("GET", "/calls", 3)]}
