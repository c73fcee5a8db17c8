"""The GitHub Action, the GitLab component, the steps of every CI and their docs: valid, and run as a runner does."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import venv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml  # type: ignore[import-untyped]

from revont_guard import __version__
from revont_guard.onboarding import pipelines
from revont_guard.onboarding.changes import Change
from revont_guard.onboarding.templates import template
from tests.commands import run
from tests.keys import make_key
from tests.onboarding.checks.test_pipelines import BEFORE
from tests.repos import Files, Repo

ROOT = Path(__file__).parent.parent
ACTION: Any = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
SPEC, COMPONENT = yaml.safe_load_all((ROOT / "templates" / "revont-guard.yml").read_text("utf-8"))
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"]}
DOCS = (ROOT / "docs" / "ci.md").read_text("utf-8")

KEY = make_key("action")
LEAK: Files = {"app.env": f"REVONT_API_KEY={KEY}\n"}

posix = pytest.mark.skipif(os.name == "nt", reason="a bash of its own")


# -- as written -------------------------------------------------------------------------------------------------------


def test_no_input_is_written_into_a_script() -> None:
    for step in STEPS.values():
        assert "${{" not in step.get("run", "")
    job = COMPONENT["revont-guard"]
    assert "$[[" not in "".join((*job["before_script"], *job["script"]))


def test_scripts_run_python_isolated_from_what_is_scanned() -> None:
    runs = "\n".join(step.get("run", "") for step in STEPS.values())
    started = re.findall(r'"\$(?:python|GUARD_PYTHON|bin/python)" -(\w)', runs)
    assert started == ["I", "I", "I"]


def test_every_input_is_used_and_documented() -> None:
    text = (ROOT / "action.yml").read_text("utf-8")
    for name in ACTION["inputs"]:
        assert f"inputs.{name} " in text
        assert f"| `{name}` |" in DOCS
    listed = re.search(r"Its inputs: (.*)\.\n", DOCS)
    assert listed and re.findall(r"`(\w+)`", listed[1]) == [*SPEC["spec"]["inputs"]]


def test_component_installs_this_version() -> None:
    assert SPEC["spec"]["inputs"]["version"]["default"] == __version__


@pytest.mark.parametrize("name", ["github.yml", "gitlab.yml", "bitbucket.yml", "azure-steps.yml", "jenkins.groovy"])
def test_docs_show_what_init_writes(name: str) -> None:
    assert f"\n{template(name, stage='test')}```\n" in DOCS


@pytest.mark.parametrize("command", re.findall(r"^\$ revont-guard ([^#\n]*)", DOCS, re.M))
def test_command_of_the_docs_has_these_options(command: str) -> None:
    assert run(*command.split(), "--help").code == 0


# -- as run -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Runner:
    """A machine with the tool installed by the action itself, and nothing else of ours."""

    temp: Path
    environment: Mapping[str, str]

    @property
    def bin(self) -> Path:
        return self.temp / "revont-guard" / "bin"

    def bash(self, script: str, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
        """As GitHub runs ``shell: bash``."""
        file = self.temp / "script.sh"
        file.write_text(script)
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(file)]
        environment = {**self.environment, **variables}
        return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)

    def audit(self, cwd: Path, **inputs: str) -> tuple[subprocess.CompletedProcess[str], dict[str, str], str]:
        """The step that audits: how it ended, its outputs and the job summary."""
        output, summary = self.temp / "output", self.temp / "summary"
        output.write_text("")
        summary.write_text("")
        given = {"GUARD_PATH": ".", "GUARD_ARGS": "", "GUARD_FORMAT": "github"} | inputs
        files = {"GITHUB_OUTPUT": str(output), "GITHUB_STEP_SUMMARY": str(summary)}
        done = self.bash(STEPS["Audit"]["run"], cwd, **given, **files)
        assert KEY not in done.stdout + done.stderr + summary.read_text()
        return done, dict(line.split("=", 1) for line in output.read_text().splitlines()), summary.read_text()


@pytest.fixture(scope="module")
def runner(tmp_path_factory: pytest.TempPathFactory, outside: Mapping[str, str]) -> Runner:
    temp = tmp_path_factory.mktemp("runner")
    dropped = ("GIT_", "REVONT_", "PYTHON", "PRE_COMMIT")
    environment = {name: value for name, value in outside.items() if not name.startswith(dropped)}
    folder = str(Path(sys.executable).parent)
    environment |= {
        "PATH": os.pathsep.join((folder, environment.get("PATH", os.defpath))),
        "GITHUB_ACTION_PATH": str(ROOT),
        "GITHUB_ACTIONS": "true",
        "GITHUB_OUTPUT": str(temp / "found"),
        "RUNNER_TEMP": str(temp),
        "CI": "true",
    }
    runner = Runner(temp, environment)
    # A module of the scanned repository that would come before one of Python's own.
    hostile = tmp_path_factory.mktemp("hostile")
    for name in ("venv", "pip", "ensurepip", "sys"):
        (hostile / f"{name}.py").write_text("raise SystemExit('sprung')\n")
    looked = runner.bash(STEPS["Look for Python"]["run"], hostile)
    assert looked.returncode == 0, looked.stderr
    python = (temp / "found").read_text().strip().removeprefix("found=")
    done = runner.bash(STEPS["Install revont-guard"]["run"], hostile, GUARD_PYTHON=python, GUARD_VERSION="")
    assert done.returncode == 0, done.stdout + done.stderr
    return runner


@posix
@pytest.mark.slow
def test_leak_fails_and_is_in_log_summary_and_sarif(runner: Runner, tmp_path: Path) -> None:
    top = Repo(tmp_path).stage(LEAK).path
    done, outputs, summary = runner.audit(top)
    assert done.returncode == 1 and outputs["exit-code"] == "1"
    assert "::error " in done.stdout and "app.env" in done.stdout
    assert "app.env" in summary
    (told,) = json.loads(Path(outputs["sarif"]).read_text())["runs"]
    assert [result["ruleId"] for result in told["results"]] == ["hardcoded-key"]


@posix
@pytest.mark.slow
def test_clean_repository_passes(runner: Runner, tmp_path: Path) -> None:
    top = Repo(tmp_path).stage({"a.txt": "a\n"}).path
    done, outputs, summary = runner.audit(top)
    assert (done.returncode, outputs["exit-code"]) == (0, "0"), done.stderr
    assert Path(outputs["sarif"]).exists() and summary


@posix
@pytest.mark.slow
def test_shallow_clone_fails_as_unfinished(runner: Runner, tmp_path: Path) -> None:
    repo = Repo(tmp_path / "r")
    repo.commit({"a": "1"})
    repo.commit({"a": "2"})
    done, outputs, _ = runner.audit(repo.clone(tmp_path / "clone", "--depth=1"))
    assert (done.returncode, outputs["exit-code"]) == (3, "3")


@posix
@pytest.mark.slow
def test_inputs_are_words_and_nothing_else(runner: Runner, tmp_path: Path) -> None:
    top = Repo(tmp_path).stage(LEAK).path
    assert runner.audit(top, GUARD_ARGS="--fail-on\n  critical  --no-history")[0].returncode == 0
    for variable in ("GUARD_PATH", "GUARD_ARGS", "GUARD_FORMAT"):
        for text in ("$(touch sprung)", "`touch sprung`", "; touch sprung", '" touch sprung "', "*", "--no-such"):
            done, outputs, _ = runner.audit(top, **{variable: text})
            assert (done.returncode, outputs["exit-code"]) == (2, "2")
            assert "sarif" not in outputs
    version = {"GUARD_PYTHON": sys.executable, "GUARD_VERSION": "1.0; touch sprung"}
    assert runner.bash(STEPS["Install revont-guard"]["run"], top, **version).returncode == 2
    assert not (top / "sprung").exists()


def job_of(name: str) -> tuple[str, str]:
    """The script of a step as its CI would run it, and the report that it leaves; installing is left out."""
    match name:
        case "gitlab":
            return "\n".join(yaml.safe_load(template("gitlab.yml", stage="test"))["revont-guard"]["script"]), (
                "gl-secret-detection-report.json"
            )
        case "component":
            return "\n".join(COMPONENT["revont-guard"]["script"]), "gl-secret-detection-report.json"
        case "bitbucket":
            (step,) = yaml.safe_load(template("bitbucket.yml"))
            return "\n".join(step["step"]["script"][1:]), "test-results/revont-guard.xml"
        case "azure":
            (script,) = [step["bash"] for step in yaml.safe_load(template("azure-steps.yml")) if "bash" in step]
            return script.split("\n", 1)[1], "temp/revont-guard.xml"
        case _:
            script = re.findall(r"'''\n(.*?)\n *'''", template("jenkins.groovy"), re.S)[0]
            return script.splitlines()[-1], "revont-guard.xml"


@posix
@pytest.mark.slow
@pytest.mark.parametrize("name", ["gitlab", "component", "bitbucket", "azure", "jenkins"])
def test_step_of_each_ci_fails_and_leaves_its_report(name: str, runner: Runner, tmp_path: Path) -> None:
    top = Repo(tmp_path).stage(LEAK).path
    (top / "temp").mkdir()
    script, report = job_of(name)
    assert "install" not in script
    done = runner.bash(
        script,
        top,
        PATH=f"{runner.bin}{os.pathsep}{runner.environment['PATH']}",
        WORKSPACE_TMP=str(runner.temp),
        AGENT_TEMPDIRECTORY=str(top / "temp"),
        REVONT_GUARD_PATH=".",
        REVONT_GUARD_ARGS="--fail-on high",
    )
    assert done.returncode == 1, done.stderr
    assert "app.env" in done.stdout  # the log says it as well
    text = (top / report).read_text()
    assert KEY not in text + done.stdout
    if report.endswith(".xml"):
        assert ElementTree.fromstring(text).get("failures") == "1"
    else:
        assert len(json.loads(text)["vulnerabilities"]) == 1


# -- as their schemas have it -----------------------------------------------------------------------------------------


def filled_component() -> str:
    """The component as GitLab makes it into a job, with the defaults of its inputs."""
    defaults = {name: declared["default"] for name, declared in SPEC["spec"]["inputs"].items()}
    text = (ROOT / "templates" / "revont-guard.yml").read_text("utf-8").partition("\n---\n")[2]
    return re.sub(r"\$\[\[ inputs\.(\w+) \]\]", lambda found: json.dumps(defaults[found[1]]), text)


@pytest.mark.slow
def test_files_are_valid_for_their_ci(tmp_path: Path, outside: Mapping[str, str]) -> None:
    """By the schemas of schemastore.org, as check-jsonschema ships them."""
    (tmp_path / ".github" / "workflows").mkdir(parents=True)
    azure = {
        "jobs": "jobs:\n- job: a\n  steps:\n  - script: make\n",
        "stages": "stages:\n- stage: a\n  jobs:\n  - job: a\n    steps:\n    - script: make\n",
    }
    for path, text in BEFORE.items():
        (tmp_path / path).write_text(text)
    made = {change.path: change.after for change in pipelines.changes(tmp_path, "") if isinstance(change, Change)}
    for name, text in azure.items():
        (tmp_path / "azure-pipelines.yml").write_text(text)
        (change,) = [item for item in pipelines.changes(tmp_path, "") if item.path.startswith("azure")]
        assert isinstance(change, Change)
        made[f"{name}.yml"] = change.after
    files = {
        "github-actions": [(ROOT / "action.yml").read_text("utf-8")],
        "github-workflows": [made[".github/workflows/revont-guard.yml"]],
        "gitlab-ci": [made[".gitlab-ci.yml"], yaml.safe_dump(SPEC), filled_component()],
        "azure-pipelines": [made["azure-pipelines.yml"], made["jobs.yml"], made["stages.yml"]],
        "bitbucket-pipelines": [made["bitbucket-pipelines.yml"]],
    }
    venv.create(tmp_path / "environment", with_pip=True)
    scripts = tmp_path / "environment" / ("Scripts" if os.name == "nt" else "bin")
    clean = {name: value for name, value in outside.items() if not name.startswith("PYTHON")}
    install: list[str | Path] = [scripts / "python", "-m", "pip", "install", "--quiet", "check-jsonschema>=0.30"]
    subprocess.run(install, env=clean, check=True, capture_output=True)
    for schema, texts in files.items():
        for number, text in enumerate(texts):
            file = tmp_path / f"{schema}-{number}.yml"
            file.write_text(text)
            command: list[str | Path] = [scripts / "check-jsonschema", "--builtin-schema", f"vendor.{schema}", file]
            done = subprocess.run(command, env=clean, capture_output=True, text=True, check=False)
            assert done.returncode == 0, f"{schema}: {done.stdout}"
