"""What the code tells of keys, in the audit: names and literals that it sends, what it needs, what is expected."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from revont_guard import api
from revont_guard.errors import ConfigError
from revont_guard.formats import sarif
from revont_guard.formats.registry import FORMATS
from revont_guard.model import Report, Scope, Verdict
from tests.commands import run
from tests.keys import make_key

KEY = make_key("learned")
CLIENT = """import os, requests
HEADERS = {"Authorization": f"Bearer {os.environ['%s']}"}
def calls():
    return requests.get("https://api.revont.ai/v1/calls", headers=HEADERS).json()
print(calls())
"""
WRITER = CLIENT.replace("requests.get", "requests.post").replace("/calls", "/webhooks")


def audited(tmp_path: Path, files: dict[str, str]) -> Report:
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return api.audit([tmp_path], history=False)


def found(report: Report) -> set[tuple[str | None, str]]:
    return {(finding.location.path, finding.rule) for finding in report.findings}


def test_a_variable_that_is_sent_to_the_vendor_is_a_key_everywhere(tmp_path: Path) -> None:
    report = audited(tmp_path, {"client.py": CLIENT % "CALLS_TOKEN", "deploy/prod.env": f"CALLS_TOKEN={KEY}\n"})
    assert found(report) == {("deploy/prod.env", "hardcoded-key")}
    assert report.learned == ("CALLS_TOKEN",)
    (record,) = report.keys
    assert record.secret is not None and record.need.scope is Scope.READ_ONLY


def test_a_name_that_says_no_key_is_one_too(tmp_path: Path) -> None:
    report = audited(tmp_path, {"client.py": CLIENT % "SALES_INSIGHT", ".env": f"SALES_INSIGHT={KEY}\n"})
    assert found(report) == {(".env", "hardcoded-key")}


def test_nothing_is_learned_of_what_goes_elsewhere(tmp_path: Path) -> None:
    other = (CLIENT % "CALLS_TOKEN").replace("api.revont.ai", "api.example.org")
    report = audited(tmp_path, {"client.py": other, "revont.md": "revont\n", ".env": f"CALLS_TOKEN={KEY}\n"})
    assert not report.findings and not report.learned


def test_a_name_that_others_use_is_not_learned(tmp_path: Path) -> None:
    shared = {"client.py": CLIENT % "API_TOKEN", "other/job.py": "import os\nT = os.environ['API_TOKEN']\n"}
    report = audited(tmp_path, {**shared, "other/.env": f"API_TOKEN={KEY}\n"})
    assert not report.findings and not report.learned
    (tmp_path / "other/job.py").unlink()
    assert api.audit([tmp_path], history=False).learned == ("API_TOKEN",)


def test_a_literal_that_another_file_sends_is_found_where_it_stands(tmp_path: Path) -> None:
    client = (CLIENT % "X").replace("os.environ['X']", "settings.ACCESS").replace("os, requests", "requests, settings")
    report = audited(tmp_path, {"client.py": client, "settings.py": f"ACCESS = '{KEY}'\n"})
    assert ("settings.py", "hardcoded-key") in found(report)


def test_names_are_written_on_request(tmp_path: Path) -> None:
    audited(tmp_path, {"client.py": CLIENT % "CALLS_TOKEN"})
    result = run("audit", "--no-history", "--write-names", "--no-progress", str(tmp_path))
    assert result.code == 0, result.out
    assert "CALLS_TOKEN\n" in (tmp_path / ".revont-guard.names").read_text()
    assert api.audit([tmp_path], history=False).learned == ()


def test_an_audit_tells_what_the_code_needs(tmp_path: Path) -> None:
    audited(tmp_path, {"client.py": CLIENT % "REVONT_API_KEY"})
    result = run("audit", "--no-history", "--no-progress", str(tmp_path))
    assert "REVONT_API_KEY  needs read-only in this tree: GET /calls" in result.out
    result = run("audit", "--no-history", "--format", "json", str(tmp_path))
    (record,) = json.loads(result.out)["keys"]
    assert record["need"]["scope"] == "read-only" and record["fingerprint"] is None


POLICY = '[keys.REVONT_API_KEY]\nscope = "%s"\nowner = "ann"\n%s'


@pytest.mark.parametrize(
    ("code", "scope", "verdict", "rule"),
    [
        (CLIENT, "read-write", Verdict.OVER_SCOPED, "over-scoped-key"),
        (WRITER, "read-only", Verdict.UNDER_SCOPED, "under-scoped-key"),
        (CLIENT, "read-only", Verdict.FITS, None),
        (WRITER, "read-write", Verdict.FITS, None),
    ],
)
def test_what_differs_from_the_policy_fails(
    tmp_path: Path, code: str, scope: str, verdict: Verdict, rule: str | None
) -> None:
    files = {"client.py": code % "REVONT_API_KEY", ".revont-guard.toml": POLICY % (scope, "")}
    report = audited(tmp_path, files)
    (record,) = report.keys
    assert record.verdict is verdict and record.expected and record.expected.label == scope
    assert [finding.rule for finding in report.findings] == ([rule] if rule else [])
    assert [finding.rule for finding in api.scopes(tmp_path).findings] == ([rule] if rule else [])


def test_a_policy_that_is_over_does_not_count(tmp_path: Path) -> None:
    policy = POLICY % ("read-write", "until = 2020-01-01\n")
    report = audited(tmp_path, {"client.py": CLIENT % "REVONT_API_KEY", ".revont-guard.toml": policy})
    assert not report.findings and [notice.kind for notice in report.notices] == ["expired-policy"]


def test_a_policy_with_an_unknown_scope_is_an_error_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"toml:2: scope: must be one of read-only, read-write"):
        audited(tmp_path, {".revont-guard.toml": POLICY % ("readonly", "")})


def test_the_way_to_the_write_is_in_the_sarif(tmp_path: Path) -> None:
    wrapped = WRITER.replace("def calls():\n    return requests.post(", "def post(path):\n    return requests.post(")
    wrapped = wrapped.replace('"https://api.revont.ai/v1/webhooks"', '"https://api.revont.ai/v1" + path')
    wrapped = wrapped.replace("print(calls())", 'post("/webhooks")')
    report = audited(
        tmp_path, {"client.py": wrapped % "REVONT_API_KEY", ".revont-guard.toml": POLICY % ("read-only", "")}
    )
    (result,) = json.loads(sarif.render(report))["runs"][0]["results"]
    assert len(result["codeFlows"][0]["threadFlows"][0]["locations"]) == 2


def needs(tmp_path: Path, files: dict[str, str]) -> dict[str, Verdict]:
    report = audited(tmp_path, {**files, ".revont-guard.toml": POLICY % ("read-write", "")})
    return {name: record.verdict for record in report.keys for name in record.names}


COMPOSE = "services:\n  app:\n    %s\n    environment:\n      - CALLS_TOKEN=${REVONT_API_KEY:?none}\n"


def test_a_variable_of_compose_is_the_key_that_it_is_given(tmp_path: Path) -> None:
    files = {"client.py": CLIENT % "CALLS_TOKEN", "compose.yaml": COMPOSE % "build: ."}
    told = needs(tmp_path, files)
    assert told == {"REVONT_API_KEY": Verdict.OVER_SCOPED, "CALLS_TOKEN": Verdict.OVER_SCOPED}


@pytest.mark.parametrize("name", ["docker-compose.prod.yml", "deploy/k8s.yaml"])
def test_a_key_that_an_image_of_others_is_given_is_not_called_over_scoped(tmp_path: Path, name: str) -> None:
    manifest = """kind: Deployment
spec:
  template:
    spec:
      containers:
        - name: flows
          image: n8nio/n8n:1.2
          env:
            - name: REVONT_API_KEY
              valueFrom: {secretKeyRef: {name: sales, key: token}}
"""
    text = COMPOSE.replace("CALLS_TOKEN", "REVONT_API_KEY") % "image: n8nio/n8n:1.2"
    files = {"client.py": CLIENT % "REVONT_API_KEY", name: manifest if "k8s" in name else text}
    assert needs(tmp_path, files)["REVONT_API_KEY"] is Verdict.UNDETERMINED


def test_an_image_of_our_own_is_our_code(tmp_path: Path) -> None:
    manifest = (
        "spec:\n  containers:\n    - image: registry.acme.test/sync:3\n      env:\n        - name: REVONT_API_KEY\n"
    )
    manifest += "          valueFrom: {secretKeyRef: {name: sales, key: token}}\n"
    told = needs(tmp_path, {"client.py": CLIENT % "REVONT_API_KEY", "deploy/k8s.yaml": manifest})
    assert told == {"sales.token": Verdict.OVER_SCOPED, "REVONT_API_KEY": Verdict.OVER_SCOPED}


@pytest.mark.parametrize(
    ("name", "line"), [("Dockerfile", "ENV CALLS_TOKEN=$REVONT_API_KEY"), (".env", "CALLS_TOKEN=${REVONT_API_KEY}")]
)
def test_a_variable_is_what_it_is_set_to(tmp_path: Path, name: str, line: str) -> None:
    told = needs(tmp_path, {"client.py": CLIENT % "CALLS_TOKEN", name: f"{line}\n"})
    assert told == {"REVONT_API_KEY": Verdict.OVER_SCOPED, "CALLS_TOKEN": Verdict.OVER_SCOPED}


def test_of_several_projects_each_has_its_own_names_and_paths(tmp_path: Path) -> None:
    for name, variable in (("one", "CALLS_TOKEN"), ("two", "SALES_TOKEN")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "client.py").write_text(CLIENT % variable)
        (tmp_path / name / ".env").write_text(f"CALLS_TOKEN={make_key(name)}\n")
    report = api.audit([tmp_path / "one", tmp_path / "two"], history=False)
    assert found(report) == {("one/.env", "hardcoded-key")}
    places = {call.location.path for record in report.keys for call in record.need.calls}
    assert places == {"one/client.py", "two/client.py"}
    assert [notice.location.path for notice in report.notices if notice.location] == ["one/client.py", "two/client.py"]


def test_what_the_tree_declares_is_no_ground_to_ask_the_vendor(tmp_path: Path) -> None:
    asked: list[int] = []
    (tmp_path / "client.py").write_text(CLIENT % "CALLS_TOKEN")
    (tmp_path / ".env").write_text(f"CALLS_TOKEN={KEY}\n")

    def refuse(count: int, host: str) -> bool:
        asked.append(count)
        return False

    verification = api.Verification(refuse)
    report = api.audit([tmp_path], history=False, verification=verification)
    assert found(report) == {(".env", "hardcoded-key")} and not asked


@pytest.mark.parametrize("format_", FORMATS)
def test_no_format_shows_a_key_that_was_learned(tmp_path: Path, format_: str) -> None:
    client = (CLIENT % "CALLS_TOKEN") + f"# {KEY}\n"
    policy = POLICY.replace("REVONT_API_KEY", "CALLS_TOKEN") % ("read-write", f'reason = "it was {KEY}"\n')
    files = {"client.py": client, f"deploy/{KEY}.env": f"CALLS_TOKEN={KEY}\n", ".revont-guard.toml": policy}
    audited(tmp_path, files)
    result = run("audit", "--no-history", "--format", format_, str(tmp_path))
    assert result.code == 1, result.err
    assert KEY not in result.out + result.err
