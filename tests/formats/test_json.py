"""JSON, version 1: every report is in its documented form, ASCII, and readable by every reader."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import ValidationError

from revont_guard import __version__, api
from revont_guard.formats.json import render
from revont_guard.model import (
    Coverage,
    Finding,
    Grant,
    GrantSource,
    GrantStatus,
    Inner,
    Key,
    KeyKind,
    KeyRecord,
    Location,
    Notice,
    Report,
    Scope,
    Secret,
    Severity,
    Skipped,
    SourceKind,
    Status,
    SuppressedBy,
    Suppression,
)
from tests.formats import document, schema, validated
from tests.keys import make_key
from tests.repos import Repo

EVERYWHERE = Location(
    SourceKind.COMMIT,
    "lib/app.js.map",
    line=1,
    column=7,
    end_column=39,
    inner=(Inner("src/api.ts", 9, 4), Inner("src/b.ts")),
    commit="1" * 40,
    object="2" * 40,
    author_date="2020-09-13T14:27:40+02:00",
    refs=("main", "v1"),
    at_tip=True,
)
SECRET = Secret(make_key("json"))
GRANT = Grant(GrantStatus.ACTIVE, Scope.READ_ONLY, "it r\udcffeads", GrantSource.PROBE, "127.0.0.1:80", inferred=True)
FULL = Report(
    command="audit",
    findings=(
        Finding(
            "key-in-history",
            Severity.HIGH,
            "A Revont key.",
            EVERYWHERE,
            Key(SECRET, KeyKind.WEBHOOK_SECRET, None),
            ("opaque",),
            "a" * 24,
        ),
        Finding(
            "tls-not-verified",
            Severity.LOW,
            "Not verified.",
            Location(SourceKind.STDIN, None),
            None,
            (),
            "b" * 24,
            Status.SUPPRESSED,
            Suppression(SuppressedBy.INLINE, "for a test", "2030-01-31"),
        ),
    ),
    keys=(
        KeyRecord(SECRET, ("secrets.A", "A"), KeyKind.API_KEY, (EVERYWHERE,), ("Do it.",)),
        KeyRecord(None, ("PROMPT",), KeyKind.API_KEY, (), (), GRANT, expected=Scope.READ_WRITE),
    ),
    notices=(Notice("unused-suppression", "No longer needed."), Notice("other", "See there.", EVERYWHERE)),
    coverage=Coverage(1, 2, 3, 4, 5, (Skipped("a", "b", True), Skipped("c", "d", False))),
)


def test_everything_that_a_report_can_hold_is_in_the_documented_form() -> None:
    report = validated(render(FULL))
    assert report["tool"] == {"name": "revont-guard", "version": __version__}
    assert report["findings"][0]["location"] == {
        "source": "commit",
        "path": "lib/app.js.map",
        "line": 1,
        "column": 7,
        "end_column": 39,
        "inner": [{"path": "src/api.ts", "line": 9, "column": 4}, {"path": "src/b.ts", "line": None, "column": None}],
        "commit": "1" * 40,
        "object": "2" * 40,
        "author_date": "2020-09-13T14:27:40+02:00",
        "refs": ["main", "v1"],
    }
    assert report["findings"][0]["key"] == {
        "fingerprint": SECRET.fingerprint,
        "masked": SECRET.masked,
        "kind": "webhook-secret",
        "name": None,
    }
    assert report["findings"][0]["suppression"] is None
    assert report["findings"][1]["suppression"] == {"by": "inline", "reason": "for a test", "expires": "2030-01-31"}
    assert report["findings"][1]["key"] is None
    assert report["keys"][0]["grant"] == {
        "status": "not-checked",
        "scope": None,
        "reason": "no probe was asked for",
        "inferred": True,
        "source": "none",
        "host": None,
    }
    assert report["keys"][1]["grant"] == {
        "status": "active",
        "scope": "read-only",
        "reason": "it r\\xffeads",
        "inferred": True,
        "source": "probe",
        "host": "127.0.0.1:80",
    }
    assert [record["expected"] for record in report["keys"]] == [None, "read-write"]
    assert report["keys"][1]["fingerprint"] is None
    assert report["coverage"] == {
        "complete": False,
        "files": 1,
        "commits": 2,
        "blobs": 3,
        "bytes": 4,
        "requests": 5,
        "skipped": [{"what": "a", "why": "b", "blocking": True}, {"what": "c", "why": "d", "blocking": False}],
    }


def test_what_the_contract_does_not_know_is_refused() -> None:
    """The schema is worth something only if it is strict."""
    for path in ([], ["findings", 0], ["findings", 0, "location"], ["findings", 0, "key"], ["keys", 0], ["coverage"]):
        report = json.loads(render(FULL))
        place = report
        for step in path:
            place = place[step]
        place["surprise"] = 1
        with pytest.raises(ValidationError):
            schema().validate(report)


@pytest.mark.parametrize("status", [status for status in GrantStatus if status is not GrantStatus.ACTIVE])
def test_only_an_active_key_has_a_scope(status: GrantStatus) -> None:
    report = json.loads(render(FULL))
    report["keys"][1]["grant"]["status"] = status
    with pytest.raises(ValidationError):
        schema().validate(report)


SUPPRESSION = {"by": "inline", "reason": None, "expires": None}


@pytest.mark.parametrize(
    "changes",
    [
        {"status": "suppressed"},
        {"status": "baseline"},
        {"suppression": SUPPRESSION},
        {"status": "baseline", "suppression": SUPPRESSION},
        {"status": "suppressed", "suppression": SUPPRESSION | {"by": "baseline"}},
        {"status": "suppressed", "suppression": SUPPRESSION | {"by": "somebody"}},
        {"status": "suppressed", "suppression": SUPPRESSION | {"expires": "tomorrow"}},
        {"status": "suppressed", "suppression": SUPPRESSION, "rule": "live-key"},
    ],
    ids=str,
)
def test_status_and_suppression_say_the_same(changes: dict[str, Any]) -> None:
    report = json.loads(render(FULL))
    report["findings"][0] |= changes
    with pytest.raises(ValidationError):
        schema().validate(report)


@pytest.mark.parametrize(
    ("by", "status"),
    [("baseline", "baseline"), ("inline", "suppressed"), ("detect-secrets", "suppressed"), ("config", "suppressed")],
)
def test_every_way_to_suppress_has_its_status(by: str, status: str) -> None:
    report = json.loads(render(FULL))
    report["findings"][0] |= {"status": status, "suppression": SUPPRESSION | {"by": by}}
    schema().validate(report)


@pytest.mark.parametrize("missing", ["version", "tool", "findings", "keys", "notices", "coverage"])
def test_nothing_may_be_missing(missing: str) -> None:
    report = json.loads(render(FULL))
    del report[missing]
    with pytest.raises(ValidationError):
        schema().validate(report)


def test_rules_of_the_schema_are_those_that_can_be_reported() -> None:
    from revont_guard import catalog

    assert set(catalog.rules()) <= set(document()["$defs"]["finding"]["properties"]["rule"]["enum"])


def test_scan_and_audit_are_in_the_documented_form(tmp_path: Path) -> None:
    repository = Repo(tmp_path / "r")
    repository.commit({"old.env": f"REVONT_API_KEY={make_key('old')}\n"})
    repository.commit({"old.env": None, "new.env": f"REVONT_WEBHOOK_SECRET={make_key('new')}\n"})
    repository.checkout()
    assert len(validated(render(api.scan([repository.path])))["keys"]) == 1
    assert len(validated(render(api.audit([repository.path])))["keys"]) == 2
    assert validated(render(api.scan([])))["findings"] == []


def test_text_of_all_scripts_is_ascii_and_itself_again(tmp_path: Path) -> None:
    (tmp_path / "schlüssel-キー.env").write_text(f"REVONT_API_KEY={make_key()}\n")
    [finding] = validated(render(api.scan([tmp_path])))["findings"]
    assert finding["location"]["path"] == "schlüssel-キー.env"


@pytest.mark.skipif(os.name == "nt", reason="names are text on Windows")
def test_name_that_is_no_utf_8_is_shown_as_escapes(tmp_path: Path) -> None:
    """A lone surrogate would be valid for this module and for few readers."""
    name = os.path.join(os.fsencode(tmp_path), b"caf\xe9\xff.env")
    with open(name, "w", encoding="utf-8") as file:
        file.write(f"REVONT_API_KEY={make_key()}\n")
    text = render(api.scan([tmp_path]))
    [finding] = validated(text)["findings"]
    assert finding["location"]["path"] == r"caf\xe9\xff.env"
    assert "\\ud" not in text


def test_undecodable_text_is_escaped_wherever_it_stands() -> None:
    odd = "a\udcffb"
    at = Location(SourceKind.COMMIT, odd, inner=(Inner(odd),), refs=(odd,))
    key = Key(SECRET, KeyKind.API_KEY, odd)
    report = Report(
        "audit",
        (
            Finding("hardcoded-key", Severity.HIGH, odd, at, key, (), "c" * 24),
            Finding(
                "hardcoded-key",
                Severity.HIGH,
                odd,
                at,
                key,
                (),
                "c" * 24,
                Status.SUPPRESSED,
                Suppression(SuppressedBy.CONFIG, odd),
            ),
        ),
        (KeyRecord(SECRET, (odd,), KeyKind.API_KEY, (at,), (odd,)),),
        (Notice("kind", odd, at),),
        Coverage(skipped=(Skipped(odd, odd, False),)),
    )
    text = render(report)
    validated(text)
    assert "\\ud" not in text
    assert r"a\\xffb" in text


def test_half_of_a_pair_is_escaped() -> None:
    """A baseline is JSON, in which a reason may hold one."""
    said = replace(FULL.findings[1], suppression=Suppression(SuppressedBy.CONFIG, "a\ud800\udfffb"))
    [finding] = validated(render(replace(FULL, findings=(said,))))["findings"]
    assert finding["suppression"]["reason"] == r"a\ud800\udfffb"
