"""CI: what audits a shallow clone is told, what `init` writes is in order."""

from __future__ import annotations

from pathlib import Path

import pytest

from revont_guard.onboarding import pipelines
from revont_guard.onboarding.changes import Change, write
from revont_guard.onboarding.checks.pipelines import depth, present
from tests.onboarding.helpers import look_at, states
from tests.repos import Repo

BEFORE = {
    ".gitlab-ci.yml": "build: {script: make}\ntest: {script: make test}\n",
    "bitbucket-pipelines.yml": "pipelines:\n  default:\n    - step: {script: [make]}\n",
    "azure-pipelines.yml": "steps:\n  - script: make\n",
    "Jenkinsfile": "pipeline {\n    agent any\n    stages {\n        stage('B') { steps { sh 'make' } }\n    }\n}\n",
}


@pytest.mark.parametrize("path", [*BEFORE, ".github/workflows/ci.yml"])
def test_what_init_writes_is_found_and_in_order(path: str, tmp_path: Path) -> None:
    top = Repo(tmp_path).path
    (top / path).parent.mkdir(parents=True, exist_ok=True)
    (top / path).write_text(BEFORE.get(path, "jobs: {}\n"))
    assert states(look_at(present, top)) == ["note"]
    assert look_at(depth, top) == []
    write(top, [change for change in pipelines.changes(top, "") if isinstance(change, Change)])
    assert states(look_at(present, top)) == ["ok"]
    assert states(look_at(depth, top)) == ["ok"]


GITHUB = """\
jobs:
  keys:
    steps:
      - uses: actions/checkout@v5
        with: {{fetch-depth: {depth}}}
      - {step}
"""


@pytest.mark.parametrize(
    "step", ["uses: ./.github/actions/revont-guard", "uses: a/revont-guard@v1", "run: revont-guard audit"]
)
def test_github_job_that_audits_needs_depth_zero(step: str, tmp_path: Path) -> None:
    top = Repo(tmp_path).path
    (top / ".github/workflows").mkdir(parents=True)
    workflow = top / ".github/workflows/ci.yml"
    for value, state in (("1", "problem"), ("0", "ok"), ('"0"', "ok")):
        workflow.write_text(GITHUB.format(depth=value, step=step))
        assert states(look_at(depth, top)) == [state]
    workflow.write_text(GITHUB.format(depth=1, step="run: revont-guard scan"))
    assert look_at(depth, top) == []


@pytest.mark.parametrize(
    ("path", "text", "shallow"),
    [
        (".gitlab-ci.yml", "a: {script: [revont-guard audit]}\n", True),
        (".gitlab-ci.yml", 'variables: {GIT_DEPTH: "0"}\na: {script: revont-guard audit}\n', False),
        (".gitlab-ci.yml", "variables: {GIT_DEPTH: {value: 0}}\na: {script: revont-guard audit}\n", False),
        (".gitlab-ci.yml", ".b: {variables: {GIT_DEPTH: 0}}\na: {extends: .b, script: revont-guard audit}\n", False),
        (".gitlab-ci.yml", "a: {extends: .b, script: revont-guard audit}\n.b: {extends: [a]}\n", True),
        (".gitlab-ci.yml", "a: &a {variables: {GIT_DEPTH: 0}}\nb: {<<: *a, script: revont-guard audit}\n", False),
        ("bitbucket-pipelines.yml", "pipelines: {default: [{step: {script: [revont-guard audit]}}]}\n", True),
        (
            "bitbucket-pipelines.yml",
            "clone: {depth: full}\npipelines: {branches: {main: [{step: {script: [revont-guard audit]}}]}}\n",
            False,
        ),
        ("azure-pipelines.yml", "steps:\n- bash: revont-guard audit\n", True),
        (
            "azure-pipelines.yml",
            "jobs:\n- job: a\n  steps:\n  - {checkout: self, fetchDepth: 1}\n  - bash: revont-guard audit\n",
            True,
        ),
        ("azure-pipelines.yml", "steps:\n- {checkout: self, fetchDepth: 0}\n- bash: revont-guard audit\n", False),
        ("Jenkinsfile", "checkout scmGit(extensions: [cloneOption(shallow: true)])\nsh 'revont-guard audit'\n", True),
        ("Jenkinsfile", "sh 'revont-guard audit' // shallow: true\n", False),
    ],
)
def test_depth_is_found_where_each_ci_has_it(path: str, text: str, shallow: bool, tmp_path: Path) -> None:
    top = Repo(tmp_path).path
    (top / path).write_text(text)
    (check,) = look_at(depth, top)
    assert check.state == ("problem" if shallow else "ok")
    assert bool(check.mend) is shallow


def test_file_that_cannot_be_read_is_unknown(tmp_path: Path) -> None:
    top = Repo(tmp_path).path
    (top / ".gitlab-ci.yml").write_text("a: [\n")
    assert states(look_at(present, top)) == ["unknown"]
    assert look_at(depth, top) == []


def test_no_ci_is_a_note(tmp_path: Path) -> None:
    assert states(look_at(present, Repo(tmp_path).path)) == ["note"]
