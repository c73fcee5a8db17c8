"""What a report comes to: what is new, what was accepted, and which keys are to be acted on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from revont_guard.formats import outcome
from revont_guard.model import Finding, Key, KeyKind, KeyRecord, Report, Secret, SuppressedBy, Suppression
from tests.formats.reports import BASELINE, INLINE, KEY, finding, report
from tests.keys import make_key

OTHER = Key(Secret(make_key("another")), KeyKind.API_KEY, "OTHER")


def record(secret: Secret | None, *steps: str, kind: KeyKind = KeyKind.API_KEY) -> KeyRecord:
    return KeyRecord(secret, (), kind, (), steps)


def keys(*findings: Finding) -> Report:
    return replace(report(*findings), keys=(record(Secret(KEY)), record(OTHER.secret)))


def test_new_and_accepted_are_all_there_is() -> None:
    findings = (finding(), finding(suppression=BASELINE), finding(suppression=INLINE))
    assert outcome.new(findings) == [findings[0]]
    assert outcome.accepted(findings) == [(findings[1], BASELINE), (findings[2], INLINE)]


def test_suppressed_are_counted_by_where_it_is_said_the_most_first() -> None:
    told = outcome.suppressed(report(finding(), finding(suppression=INLINE), *[finding(suppression=BASELINE)] * 1200))
    assert told == "1,201 suppressed (1,200 baseline, 1 inline)"
    assert outcome.suppressed(report(finding())) == ""


@pytest.mark.parametrize(
    ("suppression", "told"),
    [
        (BASELINE, "baseline"),
        (INLINE, "allowed inline: for a test, until 2030-01-31"),
        (Suppression(SuppressedBy.CONFIG, "for a test"), "allowed by configuration: for a test"),
        (
            Suppression(SuppressedBy.DETECT_SECRETS, expires="2030-01-31"),
            "accepted in detect-secrets: until 2030-01-31",
        ),
    ],
)
def test_suppression_is_told_with_its_terms(suppression: Suppression, told: str) -> None:
    assert outcome.told(suppression) == told


def test_key_of_which_every_finding_is_suppressed_is_not_to_be_acted_on() -> None:
    old, new = finding(suppression=BASELINE), replace(finding(), key=OTHER)
    assert outcome.to_act_on(keys(old, new)) == [(record(OTHER.secret), [new])]


def test_key_with_one_new_finding_keeps_the_suppressed_ones() -> None:
    old, new = finding(suppression=BASELINE), finding()
    assert outcome.to_act_on(keys(old, new))[0] == (record(Secret(KEY)), [old, new])


def test_key_without_findings_is_not_hidden() -> None:
    assert [known for known, _ in outcome.to_act_on(keys())] == [record(Secret(KEY)), record(OTHER.secret)]


def test_steps_are_shared_within_a_kind() -> None:
    shared = outcome.shared_steps(
        [record(None, "a", "b"), record(None, "b", "c"), record(None, "d", kind=KeyKind.WEBHOOK_SECRET)]
    )
    assert shared == {KeyKind.API_KEY: ["b"], KeyKind.WEBHOOK_SECRET: ["d"]}
