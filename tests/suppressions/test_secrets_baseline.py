"""What was looked at in the audit of detect-secrets counts here, too; what was found to be real does not."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import Any

import pytest

from revont_guard import api
from revont_guard.errors import ConfigError
from revont_guard.model import Report
from revont_guard.suppressions.secrets_baseline import FILE, load
from tests.keys import make_key
from tests.repos import Repo

KEY = make_key("secrets baseline")
SHA1 = hashlib.sha1(KEY.encode()).hexdigest()
LEAK = f"REVONT_API_KEY={KEY}\n"


def entry(**values: Any) -> dict[str, Any]:
    return {"type": "Secret Keyword", "hashed_secret": SHA1, "line_number": 1, "is_verified": False, **values}


def written(folder: Path, results: Any, **values: Any) -> Path:
    path = folder / FILE
    path.write_text(json.dumps({"version": "1.5.0", "plugins_used": [], "results": results, **values}))
    return path


def states(report: Report) -> list[tuple[str | None, str, str | None]]:
    return [
        (finding.location.path, finding.status.value, finding.suppression.by.value if finding.suppression else None)
        for finding in report.findings
    ]


@pytest.mark.parametrize("path", ["a/b.env", "./a/b.env", r"a\b.env"])
def test_path_is_read_as_every_system_writes_it(path: str, tmp_path: Path) -> None:
    assert load(written(tmp_path, {path: [entry()]})) == {("a/b.env", SHA1)}


@pytest.mark.parametrize(
    ("audited", "accepted"),
    [({}, True), ({"is_secret": False}, True), ({"is_secret": None}, True), ({"is_secret": True}, False)],
)
def test_secret_that_a_person_called_real_is_not_accepted(
    audited: dict[str, Any], accepted: bool, tmp_path: Path
) -> None:
    (tmp_path / "a.env").write_text(LEAK)
    written(tmp_path, {"a.env": [entry(**audited)]})
    wanted = ("suppressed", "detect-secrets") if accepted else ("new", None)
    assert states(api.scan([tmp_path])) == [("a.env", *wanted)]


def test_it_is_about_that_secret_in_that_file(tmp_path: Path) -> None:
    (tmp_path / "a.env").write_text(LEAK + f"REVONT_TOKEN={make_key('another')}\n")
    (tmp_path / "b.env").write_text(LEAK)
    written(tmp_path, {"a.env": [entry()]})
    assert states(api.scan([tmp_path])) == [
        ("a.env", "suppressed", "detect-secrets"),
        ("a.env", "new", None),
        ("b.env", "new", None),
    ]


def test_what_detect_secrets_itself_writes_is_understood(tmp_path: Path) -> None:
    from detect_secrets.core.scan import scan_file
    from detect_secrets.core.secrets_collection import SecretsCollection
    from detect_secrets.settings import transient_settings

    (tmp_path / "a.py").write_text(f"revont_api_key = '{KEY}'\n")
    found = SecretsCollection()
    with transient_settings({"plugins_used": [{"name": "KeywordDetector"}]}):
        for secret in scan_file(str(tmp_path / "a.py")):
            secret.filename = "a.py"
            found["a.py"].add(secret)
    assert found.json()["a.py"][0]["hashed_secret"] == SHA1
    written(tmp_path, found.json())
    assert states(api.scan([tmp_path])) == [("a.py", "suppressed", "detect-secrets")]


def test_it_counts_for_a_file_that_is_named_in_a_repository(tmp_path: Path) -> None:
    repository = Repo(tmp_path / "r").stage({"src/a.env": LEAK})
    written(repository.path, {"src/a.env": [entry()]})
    for report in (
        api.scan([repository.path / "src" / "a.env"]),
        api.scan([repository.path / "src"]),
        api.scan([], staged=True, cwd=repository.path),
        api.audit([repository.path]),
    ):
        assert [status for _, status, _ in states(report)] == ["suppressed"]


BROKEN: dict[str, Any] = {
    "not JSON": "no",
    "empty": "",
    "another file": "[]",
    "without results": "{}",
    "results are a list": '{"results": []}',
    "a file holds a table": '{"results": {"a.env": {}, "b.env": {"x": 1}}}',
    "an entry is a text": '{"results": {"a.env": ["x"]}}',
    "an entry has no hash": '{"results": {"a.env": [{"type": "x"}]}}',
    "nested too deeply": "[" * 100_000,
    "a number too long": "1" * 5000,
    "not UTF-8": b"\xff",
}


@pytest.mark.parametrize("kind", BROKEN)
def test_broken_one_accepts_nothing_and_is_told(kind: str, tmp_path: Path) -> None:
    """It belongs to another tool, and to leave it out hides no finding: that is no reason to stop."""
    content = BROKEN[kind]
    (tmp_path / "a.env").write_text(LEAK)
    (tmp_path / FILE).write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(ConfigError):
        load(tmp_path / FILE)
    report = api.scan([tmp_path])
    assert states(report) == [("a.env", "new", None)]
    [notice] = report.notices
    assert notice.kind == "unread-suppressions"
    assert notice.message.startswith(FILE) and notice.message.endswith("it accepts nothing")


@pytest.mark.skipif(os.name == "nt", reason="some of these cannot be made on Windows")
@pytest.mark.parametrize("kind", ["folder", "link to nothing", "pipe"])
def test_what_is_no_file_is_told_as_well(kind: str, tmp_path: Path) -> None:
    (tmp_path / "a.env").write_text(LEAK)
    path = tmp_path / FILE
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to("nowhere")
    report = api.scan([tmp_path / "a.env"])
    assert [status for _, status, _ in states(report)] == ["new"]
    assert [notice.kind for notice in report.notices] == ["unread-suppressions"]
