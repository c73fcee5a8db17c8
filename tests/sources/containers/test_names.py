"""A key in the name of an archive, or of what lies in one: where it is said to be, and by which rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from revont_guard import api
from revont_guard.model import Finding, Inner, SourceKind
from tests.keys import make_key
from tests.repos import Repo
from tests.sources.containers.build import tarred, zipped

KEY = make_key("name")
NAMED = f"backup/revont_api_key_{KEY}"
SHOWN = "backup/revont_api_key_" + KEY[:4] + "…" + KEY[-2:]


def place(finding: Finding) -> tuple[str, SourceKind, str | None, int | None, tuple[Inner, ...]]:
    at = finding.location
    return finding.rule, at.source, at.path, at.line, at.inner


@pytest.mark.parametrize(
    ("path", "data", "shown", "inner"),
    [
        ("a.zip", zipped({f"{NAMED}.txt": b"x"}), "a.zip", [f"{SHOWN}.txt"]),
        ("a.tgz", tarred({f"{NAMED}.zip": zipped({"x": b"x"})}, "w:gz"), "a.tgz", [f"{SHOWN}.zip"]),
        ("a.tar", tarred({"in.zip": zipped({f"{NAMED}/x": b"x"})}), "a.tar", ["in.zip", f"{SHOWN}/x"]),
        (f"{NAMED}.zip", zipped({"x": b"x"}), f"{SHOWN}.zip", []),
        (f"{NAMED}.7z", b"7z\xbc\xaf\x27\x1c\0\4", f"{SHOWN}.7z", []),
    ],
    ids=["member", "archive in one", "member of an archive in one", "archive", "archive that cannot be read"],
)
@pytest.mark.parametrize("rule", ["hardcoded-key", "key-in-bundle"])
def test_of_files_at_hand(path: str, data: bytes, shown: str, inner: list[str], rule: str, tmp_path: Path) -> None:
    folder = "dist/" if rule == "key-in-bundle" else ""
    (tmp_path / folder / path).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / folder / path).write_bytes(data)
    [finding] = api.scan([tmp_path]).findings
    assert place(finding) == (rule, SourceKind.MESSAGE, folder + shown, None, tuple(map(Inner, inner)))
    assert KEY not in repr(finding)


def test_of_staged_files(tmp_path: Path) -> None:
    repo = Repo(tmp_path)
    repo.stage({"a.zip": zipped({f"{NAMED}.txt": b"x"}), f"{NAMED}.txt": b"x"})
    found = api.scan([], staged=True, cwd=tmp_path).findings
    assert sorted(map(place, found), key=repr) == [
        ("hardcoded-key", SourceKind.MESSAGE, "a.zip", None, (Inner(f"{SHOWN}.txt"),)),
        ("hardcoded-key", SourceKind.MESSAGE, f"{SHOWN}.txt", None, ()),
    ]


def test_of_the_history(tmp_path: Path) -> None:
    repo = Repo(tmp_path / "r")
    first = repo.commit({"a.zip": zipped({f"{NAMED}.txt": b"x"})})
    repo.commit({"a.zip": None})
    repo.checkout()
    [finding] = api.audit([repo.path]).findings
    assert place(finding) == ("key-in-history", SourceKind.MESSAGE, "a.zip", None, (Inner(f"{SHOWN}.txt"),))
    assert finding.location.commit == first
    assert finding.location.object == repo.git("rev-parse", f"{first}:a.zip")


def test_what_the_files_and_the_history_hold_is_one_of_the_files(tmp_path: Path) -> None:
    repo = Repo(tmp_path / "r")
    repo.commit({"a.zip": zipped({f"{NAMED}.txt": b"x"}), f"{NAMED}.txt": b"x"})
    repo.checkout()
    found = api.audit([repo.path]).findings
    assert {finding.rule for finding in found} == {"hardcoded-key"}
    assert [finding.location.path for finding in found] == ["a.zip", f"{SHOWN}.txt"]
