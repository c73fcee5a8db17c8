"""Files are shown before they are written, without keys, and written whole or not at all."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from revont_guard import catalog
from revont_guard.errors import OutputError
from revont_guard.onboarding.changes import Change, Untouchable, diff, existing, write
from tests.keys import make_key


def test_file_is_text_with_its_line_ends_and_mark(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"\xef\xbb\xbfa\r\nb")
    assert existing(tmp_path, "a") == "\ufeffa\r\nb"
    assert existing(tmp_path, "b") is None
    assert existing(tmp_path, "a/b") is None


def test_strange_file_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "utf16").write_bytes("a".encode("utf-16"))
    (tmp_path / "folder").mkdir()
    for name in ("utf16", "folder"):
        with pytest.raises(Untouchable):
            existing(tmp_path, name)


@pytest.mark.skipif(os.name == "nt", reason="links and pipes")
def test_link_and_pipe_are_not_touched(tmp_path: Path) -> None:
    top = tmp_path / "top"
    top.mkdir()
    (top / "link").symlink_to(tmp_path / "outside")
    (top / ".github").symlink_to(tmp_path)
    os.mkfifo(top / "pipe")
    for name in ("link", ".github/workflows/x.yml", "pipe"):
        with pytest.raises(Untouchable):
            existing(top, name)
    with pytest.raises(OutputError):
        write(top, [Change("ok", None, "1\n"), Change(".github/x.yml", None, "1\n")])
    assert sorted(os.listdir(tmp_path)) == ["top"]
    assert not (top / "ok").exists()


def test_files_are_written_with_their_rights_and_folders(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("1\n")
    (tmp_path / "a").chmod(0o640)
    write(tmp_path, [Change("a", "1\n", "1\r\n2"), Change("b/c/d", None, "\ufeffnew\n")])
    assert (tmp_path / "a").read_bytes() == b"1\r\n2"
    assert (tmp_path / "b/c/d").read_bytes() == b"\xef\xbb\xbfnew\n"
    if os.name != "nt":
        assert (tmp_path / "a").stat().st_mode & 0o777 == 0o640
    assert sorted(os.listdir(tmp_path)) == ["a", "b"]


def test_file_that_has_changed_meanwhile_stops_all(tmp_path: Path) -> None:
    (tmp_path / "b").write_text("theirs")
    with pytest.raises(OutputError, match="b has changed"):
        write(tmp_path, [Change("a", None, "1"), Change("b", "before", "2")])
    assert os.listdir(tmp_path) == ["b"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="a folder that cannot be written to")
def test_folder_without_rights_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(OutputError):
        write(tmp_path, [Change("a", None, "1")])


def test_diff_can_be_applied(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("1\n2\n3")
    changes = [Change("a", "1\n2\n3", "1\n2\n3\n4\n"), Change("b", None, "new\n")]
    done = subprocess.run(["git", "apply", "-"], input=diff(changes), text=True, cwd=tmp_path, check=False)
    assert done.returncode == 0
    assert [(tmp_path / name).read_text() for name in "ab"] == ["1\n2\n3\n4\n", "new\n"]


def test_diff_masks_keys_and_what_drives_a_terminal() -> None:
    key = make_key("diff")
    shown = diff([Change("a", f"KEY: {key}\n\x1b[2J\n", f"KEY: {key}\n\x1b[2J\nnew\n")])
    assert key not in shown and "\x1b" not in shown
    assert "+new\n" in shown


@pytest.mark.parametrize(
    "name",
    ["pre-commit.yaml", "github.yml", "gitlab.yml", "bitbucket.yml", "azure-steps.yml", "jenkins.groovy", "gitignore"],
)
def test_diff_shows_all_that_is_ours(name: str) -> None:
    text = catalog.text(f"onboarding/{name}")
    assert [line[1:] for line in diff([Change("a", None, text)]).splitlines()[3:]] == text.splitlines()
