"""The hooks as their users get them: the real pre-commit, hooks made from this tree, the entry of the docs."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from revont_guard import __version__
from tests.keys import make_key
from tests.repos import ISOLATED, Link, Repo, Submodule

ROOT = Path(__file__).parent.parent
HOOKS = (".pre-commit-hooks.yaml", "pyproject.toml", "README.md", "LICENSE", "revont_guard", "rules")
HOME = "https://github.com/revont-guard/revont-guard"
DOCS = (ROOT / "docs" / "pre-commit.md").read_text(encoding="utf-8")
COMMANDS = "".join(re.findall(r"^```sh\n(.*?)^```", DOCS, re.M | re.S)).splitlines()
ENTRY, WITH_OPTIONS = re.findall(r"^```yaml\n(.*?)^```", DOCS, re.M | re.S)

KEY = make_key("pre-commit")
LEAK = f"REVONT_API_KEY={KEY}\n"
CLEAN = "REVONT_API_KEY=\n"


@dataclass(frozen=True)
class Installed:
    """A repository with the hooks installed in it."""

    repo: Repo
    environment: Mapping[str, str]

    def run(self, *command: str, cwd: Path | None = None, **variables: str) -> subprocess.CompletedProcess[str]:
        """A command as a user of the repository types it; both streams are one."""
        return subprocess.run(
            command,
            cwd=cwd or self.repo.path,
            env={**self.environment, **variables},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )

    def passes(self, *command: str, cwd: Path | None = None, **variables: str) -> str:
        done = self.run(*command, cwd=cwd, **variables)
        assert done.returncode == 0, done.stdout
        return done.stdout

    def refuses(self, *command: str, naming: str, cwd: Path | None = None, **variables: str) -> str:
        """It fails, shows where, shows no key, and nothing is committed."""
        before = self.repo.git("rev-list", "--all", "--count")
        done = self.run(*command, cwd=cwd, **variables)
        assert done.returncode != 0
        assert f"{naming}  hardcoded-key" in done.stdout
        assert KEY not in done.stdout
        assert self.repo.git("rev-list", "--all", "--count") == before
        return done.stdout


Install = Callable[[Path], Installed]


@pytest.fixture(scope="module")
def install(tmp_path_factory: pytest.TempPathFactory, outside: Mapping[str, str]) -> Install:
    """Makes repositories with the hooks. pre-commit builds one environment for all, when the first hook runs."""
    hooks = tmp_path_factory.mktemp("hooks")
    for name in HOOKS:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, hooks / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, hooks / name)
    made = Repo(hooks)
    made.git("add", "--all")
    made.git("commit", "--quiet", "--message=hooks")
    made.git("tag", f"v{__version__}")

    # pip needs the settings of the user. `pre-commit` and `python` are those of this environment.
    dropped = ("GIT_", "REVONT_", "PRE_COMMIT", "PYTHON", "SKIP")
    environment = {name: value for name, value in outside.items() if not name.startswith(dropped)} | ISOLATED
    environment["PRE_COMMIT_HOME"] = str(tmp_path_factory.mktemp("pre-commit"))
    environment["PATH"] = os.pathsep.join((str(Path(sys.executable).parent), environment.get("PATH", os.defpath)))

    def installed(path: Path) -> Installed:
        repo = Repo(path).stage({".pre-commit-config.yaml": ENTRY.replace(HOME, hooks.as_posix()), "app.env": CLEAN})
        repo.git("commit", "--quiet", "--message=first")
        result = Installed(repo, environment)
        result.passes("pre-commit", "install")
        return result

    return installed


@pytest.fixture
def at(install: Install, tmp_path: Path) -> Installed:
    return install(tmp_path / "repository")


def test_manifest_is_one_that_pre_commit_takes(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")]
    environment = {**os.environ, "PRE_COMMIT_HOME": str(tmp_path)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


# -- files ------------------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_commit_with_a_key_is_refused(at: Installed) -> None:
    at.repo.stage({"conf/b.env": "# two lines\n" + LEAK})
    at.refuses("git", "commit", "-m", "a change", naming="conf/b.env:2:16")


@pytest.mark.slow
def test_clean_commit_passes_both_hooks(at: Installed) -> None:
    at.repo.stage({"app.env": CLEAN + "REVONT_TIMEOUT=30\n"})
    assert at.passes("git", "commit", "-m", "a change").count("Passed") == 2


@pytest.mark.slow
def test_key_that_is_staged_and_gone_from_the_file_is_refused(at: Installed) -> None:
    at.repo.stage({"app.env": LEAK}).write({"app.env": CLEAN})
    at.refuses("git", "commit", "-m", "a change", naming="app.env:1:16")
    assert (at.repo.path / "app.env").read_text() == CLEAN


@pytest.mark.slow
def test_key_that_is_not_staged_passes_and_rests_in_the_cache_of_pre_commit(at: Installed) -> None:
    at.repo.stage({"app.env": CLEAN + "REVONT_TIMEOUT=30\n"}).write({"app.env": LEAK})
    at.passes("git", "commit", "-m", "a change")
    assert (at.repo.path / "app.env").read_text() == LEAK
    assert KEY not in at.repo.git("show", "HEAD")
    patches = Path(at.environment["PRE_COMMIT_HOME"]).glob("patch*")
    assert any(KEY in patch.read_text() for patch in patches)


@pytest.mark.slow
@pytest.mark.parametrize("what", ["--all", "app.env"])
def test_commit_of_what_was_not_staged_before_is_refused(what: str, at: Installed) -> None:
    """git then commits from an index of its own, while the repository's is still clean."""
    at.repo.write({"app.env": LEAK})
    at.refuses("git", "commit", "-m", "a change", what, naming="app.env:1:16")


@pytest.mark.slow
@pytest.mark.parametrize("name", ["-x.env", "-", "--explain=app.env:1", "--output=x", "--", "a b.env", "ü.env"])
def test_file_with_any_name_is_a_file(name: str, at: Installed) -> None:
    at.repo.stage({name: LEAK})
    at.refuses("git", "commit", "-m", "a change", naming=f"{name}:1:16")


@pytest.mark.slow
def test_all_files_reads_what_is_committed_in_one_report(at: Installed) -> None:
    """In a few processes, as without ``require_serial``, there would be a report of each."""
    at.repo.stage({f"{number}.env": CLEAN for number in range(20)})
    at.repo.stage({"old.env": LEAK, "link": Link(".git/HEAD")})
    at.repo.git("commit", "--quiet", "--no-verify", "--message=a leak")
    out = at.refuses("pre-commit", "run", "--all-files", naming="old.env:1:16")
    assert re.findall(r"Read (\d+) files", out) == ["23"]


@pytest.mark.slow
def test_options_count_in_entry_and_are_refused_in_args(at: Installed) -> None:
    config = at.repo.path / ".pre-commit-config.yaml"
    plain = config.read_text()
    hook = "      - id: revont-guard\n"
    assert hook in plain and WITH_OPTIONS.startswith(hook)

    config.write_text(plain.replace(hook, WITH_OPTIONS.replace("--fail-on high", "--fail-on critical")))
    at.repo.stage({".pre-commit-config.yaml": config.read_text(), "app.env": LEAK})
    at.passes("pre-commit", "run")
    config.write_text(plain.replace(hook, WITH_OPTIONS))
    at.repo.git("add", "--all")
    at.refuses("pre-commit", "run", naming="app.env:1:16")
    config.write_text(plain.replace(hook, f"{hook}        args: [--fail-on, critical]\n"))
    at.repo.git("add", "--all")
    done = at.run("pre-commit", "run")
    assert done.returncode != 0 and "no such file or folder: --fail-on" in done.stdout


# -- the message ------------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_message_with_a_key_is_refused(at: Installed) -> None:
    at.repo.stage({"a.txt": "a\n"})
    at.refuses("git", "commit", "-m", f"a change\n\n{LEAK}", naming=".git/COMMIT_EDITMSG:3:16")


@pytest.mark.slow
def test_message_with_a_key_is_refused_in_a_linked_worktree(at: Installed, tmp_path: Path) -> None:
    linked = at.repo.worktree(tmp_path / "linked", "side")
    command = ("git", "commit", "--allow-empty", "-m", LEAK)
    at.refuses(*command, cwd=linked, naming=".git/worktrees/linked/COMMIT_EDITMSG:1:16")


@pytest.mark.slow
def test_diff_below_a_message_is_read_as_well(at: Installed) -> None:
    """Not as it should be, but as the docs say; the commit itself holds no key any more."""
    at.repo.stage({"app.env": LEAK})
    at.repo.git("commit", "--quiet", "--no-verify", "--message=a leak")
    at.repo.stage({"app.env": CLEAN})
    done = at.run("git", "commit", "--verbose", GIT_EDITOR="sed -i.old 1s/^/Mend/")
    assert done.returncode != 0 and ".git/COMMIT_EDITMSG" in done.stdout and KEY not in done.stdout


# -- the push ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def pushing(at: Installed, tmp_path: Path) -> Installed:
    """With a remote that has the first commit."""
    Repo(tmp_path / "remote.git", bare=True)
    at.repo.git("remote", "add", "origin", str(tmp_path / "remote.git"))
    at.passes("git", "push", "--quiet", "origin", "HEAD:refs/heads/trunk")
    return at


def refused(at: Installed, *command: str) -> str:
    done = at.run(*command)
    assert done.returncode != 0, done.stdout
    assert "key-in-history" in done.stdout and KEY not in done.stdout
    assert "never pushed" in done.stdout
    return done.stdout


def committed(
    at: Installed, files: dict[str | bytes, str | bytes | Link | Submodule | None], message: str = "a change"
) -> None:
    at.repo.stage(files)
    at.repo.git("commit", "--quiet", "--no-verify", f"--message={message}")


@pytest.mark.slow
def test_push_of_a_key_that_a_later_commit_takes_out_is_refused(pushing: Installed) -> None:
    committed(pushing, {"app.env": LEAK})
    committed(pushing, {"app.env": CLEAN})
    out = refused(pushing, "git", "push", "origin", "HEAD:refs/heads/trunk")
    assert "app.env:1:16" in out and "Read 2 commits" in out


@pytest.mark.slow
def test_push_of_a_new_branch_reads_what_the_remote_lacks(pushing: Installed) -> None:
    committed(pushing, {"a.txt": "a\n"})
    assert "Passed" in pushing.passes("git", "push", "origin", "HEAD:refs/heads/side")
    committed(pushing, {"b.txt": "b\n"}, message=f"a change\n\n{LEAK}")
    assert "Read 1 commit " in refused(pushing, "git", "push", "origin", "HEAD:refs/heads/other")


@pytest.mark.slow
def test_very_first_push_reads_everything(at: Installed, tmp_path: Path) -> None:
    committed(at, {"app.env": LEAK})
    committed(at, {"app.env": CLEAN})
    Repo(tmp_path / "remote.git", bare=True)
    at.repo.git("remote", "add", "origin", str(tmp_path / "remote.git"))
    assert "Read 3 commits" in refused(at, "git", "push", "origin", "HEAD:refs/heads/trunk")


@pytest.mark.slow
def test_push_does_not_mind_what_is_not_pushed(pushing: Installed) -> None:
    pushing.repo.git("checkout", "--quiet", "-b", "elsewhere")
    committed(pushing, {"app.env": LEAK})
    pushing.repo.git("checkout", "--quiet", "-")
    pushing.repo.write({"untracked.env": LEAK})
    committed(pushing, {"a.txt": "a\n"})
    pushing.passes("git", "push", "origin", "HEAD:refs/heads/trunk")


@pytest.mark.slow
def test_push_passes_what_was_accepted_in_the_file(pushing: Installed) -> None:
    committed(pushing, {"app.env": LEAK.strip() + "  # revont-guard: allow[hardcoded-key] of the sandbox\n"})
    pushing.passes("git", "push", "origin", "HEAD:refs/heads/trunk")


# -- detect-secrets ---------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_hook_of_detect_secrets_refuses_a_key_and_passes_what_is_clean(at: Installed) -> None:
    config = at.repo.path / ".pre-commit-config.yaml"
    hooks = config.read_text().partition("      - id: ")[0] + "      - id: revont-guard-detect-secrets\n"
    at.repo.stage({".pre-commit-config.yaml": hooks, "app.env": LEAK})
    done = at.run("git", "commit", "-m", "a change")
    assert done.returncode != 0 and "Revont Key" in done.stdout and "app.env:1" in done.stdout
    assert KEY not in done.stdout
    at.repo.stage({"app.env": CLEAN})
    at.passes("git", "commit", "-m", "a change")


# -- the docs ---------------------------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("command", COMMANDS)
def test_command_of_the_docs_does_what_they_say(command: str, at: Installed) -> None:
    """Those that skip a hook get something to skip, and pass only with the skip."""
    skipped = re.match(r"SKIP=([\w-]+) (.*)", command)
    if skipped is None:
        at.passes("sh", "-c", command)
        return
    in_message = skipped[1] == "revont-guard-commit-msg"
    at.repo.stage({"app.env": CLEAN + "\n"} if in_message else {"app.env": LEAK})
    editor = f"sed -i.old '1s/^/{LEAK.strip()}/'"
    naming = ".git/COMMIT_EDITMSG:1:16" if in_message else "app.env:1:16"
    at.refuses("sh", "-c", skipped[2], naming=naming, GIT_EDITOR=editor)
    out = at.passes("sh", "-c", command, GIT_EDITOR=editor)
    assert len(re.findall(r"revont-guard.*Skipped", out)) == 1 and out.count("Passed") == 1


def test_docs_tell_the_version_and_every_hook() -> None:
    assert f"rev: v{__version__}\n" in ENTRY
    manifest = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    of_their_own = ["revont-guard-detect-secrets"]  # docs/detect-secrets.md
    assert re.findall(r"^- id: (\S+)", manifest, re.M) == re.findall(r"- id: (\S+)", ENTRY) + of_their_own
