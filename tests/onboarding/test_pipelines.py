"""The step for each CI: put where it belongs, once, and left to the user where that cannot be told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml  # type: ignore[import-untyped]

from revont_guard import __version__
from revont_guard.onboarding.changes import ByHand, Change, write
from revont_guard.onboarding.pipelines import changes, pipelines, runs_ours

JENKINS = """\
pipeline {
    agent any
    stages {
        stage('Build') {
            steps { sh 'make' }
        }
    }
}
"""


def changed(top: Path, path: str, text: str, host: str = "") -> str:
    """The file ``path`` with ``text`` after the change, which is then the only one and never repeated."""
    (top / path).write_text(text, newline="")
    (change,) = changes(top, host)
    assert isinstance(change, Change), change
    assert change.path == path
    write(top, [change])
    assert changes(top, host) == []
    return change.after


def left(top: Path, path: str, text: str) -> ByHand:
    (top / path).write_text(text)
    (result,) = changes(top, "")
    assert isinstance(result, ByHand)
    assert result.path == path and f"revont-guard=={__version__}" in result.snippet
    return result


def parsed(text: str) -> Any:
    return yaml.safe_load(text)


def test_nothing_is_found_where_there_is_nothing(tmp_path: Path) -> None:
    assert pipelines(tmp_path, "git.example") == []


# -- GitHub -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("folder", "host"), [(".github/workflows", ""), (".", "github.com")])
def test_github_gets_a_workflow_of_its_own(folder: str, host: str, tmp_path: Path) -> None:
    (tmp_path / folder).mkdir(parents=True, exist_ok=True)
    (change,) = changes(tmp_path, host)
    assert isinstance(change, Change) and change.before is None
    workflow = parsed(change.after)
    (job,) = workflow["jobs"].values()
    checkout, action = job["steps"]
    assert checkout["with"]["fetch-depth"] == 0
    assert action["uses"] == f"revont-guard/revont-guard@v{__version__}"
    assert workflow["permissions"] == {}
    assert {name for name, right in job["permissions"].items() if right == "write"} == {"security-events"}
    write(tmp_path, [change])
    assert changes(tmp_path, host) == []


@pytest.mark.parametrize(
    "step",
    ["uses: revont-guard/revont-guard@v9", "run: pipx run revont-guard audit", "run: |\n          revont-guard scan"],
)
def test_workflow_that_runs_us_is_enough(step: str, tmp_path: Path) -> None:
    folder = tmp_path / ".github/workflows"
    folder.mkdir(parents=True)
    (folder / "broken.yml").write_text("a: [")
    (folder / "ci.yaml").write_text(f"jobs:\n  a:\n    steps:\n      - {step}\n")
    assert changes(tmp_path, "") == []


def test_comment_and_strange_workflow_do_not_count_as_running_us(tmp_path: Path) -> None:
    folder = tmp_path / ".github/workflows"
    folder.mkdir(parents=True)
    (folder / "ci.yml").write_text("# revont-guard\njobs: {}\n")
    (folder / "revont-guard.yml").write_text("jobs: {}\n")
    (result,) = changes(tmp_path, "")
    assert isinstance(result, ByHand) and "another workflow" in result.why


# -- GitLab -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("", "test"),
        ("build:\n  script: make", "test"),
        ("stages: [test, deploy]\nbuild: {stage: test, script: make}\n", "test"),
        ("stages: [build]\nbuild: {stage: build, script: make}\n", ".pre"),
        ("include: other.yml\n", ".pre"),
        ("spec: {inputs: {}}\n---\nbuild:\n  script: !reference [.a, script]\n", "test"),
    ],
)
def test_gitlab_gets_a_job_in_a_stage_that_exists(text: str, stage: str, tmp_path: Path) -> None:
    after = changed(tmp_path, ".gitlab-ci.yml", text, "gitlab.com")
    assert after.startswith(text)
    job = parsed(after[after.index("revont-guard:\n") :])["revont-guard"]
    assert job["stage"] == stage
    assert job["variables"] == {"GIT_DEPTH": "0"}
    assert job["artifacts"]["reports"] == {"secret_detection": "gl-secret-detection-report.json"}
    assert job["artifacts"]["when"] == "always"


@pytest.mark.parametrize("text", ["{build: {script: make}}\n", "build:\n\tscript: make\n", "a: [\n"])
def test_gitlab_of_another_layout_is_left_to_the_user(text: str, tmp_path: Path) -> None:
    left(tmp_path, ".gitlab-ci.yml", text)


# -- Bitbucket --------------------------------------------------------------------------------------------------------


def test_bitbucket_gets_the_first_step_of_the_default(tmp_path: Path) -> None:
    text = "pipelines:\r\n  default:\r\n  - parallel:\r\n    - step: {script: [make]}\r\n"
    after = changed(tmp_path, "bitbucket-pipelines.yml", text)
    step = parsed(after)["pipelines"]["default"][0]["step"]
    assert step["clone"] == {"depth": "full"}
    assert "\n" not in after.replace("\r\n", "")


@pytest.mark.parametrize(
    "text", ["pipelines:\n  branches: {}\n", "pipelines: {default: [{step: {script: [make]}}]}\n", ""]
)
def test_bitbucket_without_a_default_list_is_left_to_the_user(text: str, tmp_path: Path) -> None:
    left(tmp_path, "bitbucket-pipelines.yml", text)


# -- Azure ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("steps:\n- script: make\n", ()),
        ("jobs:\n  - job: a\n    steps:\n      - script: make\n", ("jobs", 1)),
        ("stages:\n- stage: a\n  jobs:\n  - job: a\n    steps:\n    - script: make\n", ("stages", 1, "jobs", 0)),
    ],
)
def test_azure_gets_steps_a_job_or_a_stage(text: str, where: tuple[str | int, ...], tmp_path: Path) -> None:
    found = parsed(changed(tmp_path, "azure-pipelines.yml", text))
    for key in where:
        found = found[key]
    checkout, _, audit, publish = found["steps"][:4]
    assert checkout == {"checkout": "self", "fetchDepth": "0"}
    assert audit["bash"].endswith('revont-guard audit --also junit="$AGENT_TEMPDIRECTORY/revont-guard.xml"\n')
    assert publish["condition"] == "succeededOrFailed()"


@pytest.mark.parametrize("text", ["steps:\n- checkout: self\n- script: make\n", "extends: {template: a.yml}\n"])
def test_azure_that_checks_out_itself_is_left_to_the_user(text: str, tmp_path: Path) -> None:
    left(tmp_path, "azure-pipelines.yml", text)


# -- Jenkins ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        JENKINS,
        JENKINS.replace("    ", "\t"),
        JENKINS.replace("\n", "\r\n"),
        "#!groovy\n// stages {\n/* pipeline {\nstages {\n*/\n" + JENKINS.replace("make", 'echo "}" # {'),
    ],
)
def test_jenkins_gets_the_first_stage(text: str, tmp_path: Path) -> None:
    after = changed(tmp_path, "Jenkinsfile", text)
    assert after.index("stage('Revont keys')") < after.index("stage('Build')")
    assert after.count("\t") > 10 if "\t" in text else "\t" not in after
    assert after.count("\r\n") == after.count("\n") if "\r\n" in text else "\r" not in after
    added = after.splitlines()
    for line in text.splitlines():
        added.remove(line)  # all that was there is there
    assert "".join(added).count("{") == "".join(added).count("}")


@pytest.mark.parametrize(
    "text",
    [
        "node { sh 'make' }\n",
        JENKINS.replace("agent any", "agent none"),
        JENKINS.replace("        stage('Build')", "        stage('P') { stages {\n} }\n        stage('Build')"),
        JENKINS + "}\n",
        JENKINS.replace("stages {", "stages { // {\n{"),
        "/*" * 100_000,
    ],
    ids=["scripted", "agent none", "two lists", "closed twice", "never closed", "hostile"],
)
def test_jenkins_in_doubt_is_left_to_the_user(text: str, tmp_path: Path) -> None:
    if text.count("stages {\n} }"):
        text = text.replace("stages {\n} }", "\n    stages {\n} }")
    left(tmp_path, "Jenkinsfile", text)


def test_unreadable_file_is_no_yes_and_no_no(tmp_path: Path) -> None:
    (tmp_path / ".gitlab-ci.yml").write_bytes("a: 1".encode("utf-16"))
    (pipeline,) = pipelines(tmp_path, "")
    with pytest.raises(Exception, match="UTF-8"):
        runs_ours(tmp_path, pipeline)
