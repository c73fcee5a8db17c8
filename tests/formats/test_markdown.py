"""The job summary: the verdict first, what is new in a table, nothing hidden, and nothing scanned that is markup."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given

from revont_guard import catalog
from revont_guard.formats import page
from revont_guard.formats.markdown import render
from revont_guard.formats.text import because
from revont_guard.model import Finding, KeyRecord, Notice, Report, Secret, Skipped, SuppressedBy, Suppression
from tests.formats.reports import BASELINE, BLOCKING, FULL, IN_FILE, IN_HISTORY, INLINE, KEY, finding, report
from tests.formats.test_markup import HARMLESS, HOSTILE, SPAN

SECRET = Secret(KEY)


def acted(report: Report, *steps: str) -> Report:
    key = finding().key
    assert key
    return replace(report, keys=(KeyRecord(SECRET, ("REVONT_API_KEY",), key.kind, (IN_FILE,), steps),))


GOLDEN = f"""\
## revont-guard audit: 1 Revont key, 2 findings, not complete

| Severity | Rule | Place | Key | Name |
| --- | --- | --- | --- | --- |
| high | [hardcoded-key] | `src/50% a,b:c.env:3:5` | `{SECRET.masked}` | `REVONT_API_KEY` |
| high | [key-in-history] | `standard input:2` | `{SECRET.masked}` | `REVONT_API_KEY` |

[hardcoded-key]: {page.url("hardcoded-key")}
[key-in-history]: {page.url("key-in-history")}

<details>
<summary>Why they count</summary>

- `src/50% a,b:c.env:3:5`: {because(["opaque"])}
- `standard input:2`: {because(["opaque"])}

</details>

<details>
<summary>What to do next</summary>

For the API key:

1. Make a new key.
2. Replace the literal in `src/a_b.py` by a look-up.

</details>

<details>
<summary>2 suppressed (1 baseline, 1 inline)</summary>

- hardcoded-key at `src/50% a,b:c.env:3:5` (baseline)
- hardcoded-key at `src/50% a,b:c.env:3:5` (allowed inline: for a test, until `2030-01-31`)

</details>

- Note: `src/50% a,b:c.env:3:5`: Mind this.

Read 3 files (2 bytes).

**Not complete: what had to be read was not.**

- `pack`: truncated

<details>
<summary>1 skipped</summary>

- `a.png`: binary

</details>
"""


def test_summary_reads_as_it_always_did() -> None:
    whole = report(
        finding(),
        replace(finding(rule="key-in-history"), location=FULL.findings[3].location),
        finding(suppression=BASELINE),
        finding(suppression=INLINE),
        skipped=(Skipped("a.png", "binary", False), BLOCKING),
        notices=(Notice("kind", "Mind this.", IN_FILE),),
    )
    assert render(acted(whole, "Make a new key.", "Replace the literal in src/a_b.py by a look-up.")) == GOLDEN


@pytest.mark.parametrize(
    ("shown", "verdict", "said"),
    [
        (report(), "clean", "Clean: no Revont key in 3 files (2 bytes)."),
        (
            report(finding(suppression=BASELINE)),
            "nothing new",
            "Clean: no new Revont key in 3 files (2 bytes); 1 suppressed (1 baseline).",
        ),
        (report(skipped=(BLOCKING,)), "not complete", "No Revont key in what could be read: 3 files (2 bytes)."),
        (report(finding()), "1 Revont key, 1 finding", "Read 3 files (2 bytes)."),
        (report(replace(finding(), key=None)), "1 finding", "Read 3 files (2 bytes)."),
    ],
    ids=["clean", "accepted", "incomplete", "found", "keyless"],
)
def test_verdict_comes_first_and_clean_is_claimed_for_what_was_read(shown: Report, verdict: str, said: str) -> None:
    text = render(shown)
    assert text.startswith(f"## revont-guard audit: {verdict}\n")
    assert f"\n{said}\n" in text


def test_key_that_is_accepted_everywhere_needs_no_steps() -> None:
    text = render(acted(report(finding(suppression=BASELINE)), "Make a new key."))
    assert "Make a new key" not in text
    assert "| Severity |" not in text


def test_what_keys_share_is_told_once() -> None:
    both = acted(report(finding()), "Make a new key.", "Look here.")
    other = replace(both.keys[0], secret=Secret(KEY[::-1]), names=(), next=("Make a new key.", "Look there."))
    text = render(replace(both, findings=(*both.findings, _with(other)), keys=(*both.keys, other)))
    assert "For each API key:\n\n1. Make a new key.\n\n" in text
    assert f"- `REVONT_API_KEY` `{SECRET.masked}`: Look here.\n" in text
    assert f"- `{Secret(KEY[::-1]).masked}`: Look there.\n" in text


def _with(record: KeyRecord) -> Finding:
    key = finding().key
    assert key and record.secret
    return replace(finding(), key=replace(key, secret=record.secret))


@pytest.mark.parametrize("rule", catalog.rules())
def test_rule_leads_to_its_page(rule: str) -> None:
    text = render(report(finding(rule=rule)))
    assert f"| [{rule}] |" in text
    assert f"\n[{rule}]: {page.url(rule)}\n" in text


# What render itself says, once the code spans are out: everything else must be plain words.
OURS = re.compile(
    r"## revont-guard audit: .*|\| --- .*|\| Severity .*|\| high \| \[[\w-]+\] \|  ?\|  ?\|  ?\||\[[\w-]+\]: https://\S+"
    r"|</?details>|<summary>[\w ,()-]+</summary>|\*\*Not complete: what had to be read was not\.\*\*|Read .*|"
)
ITEM = re.compile(r"(?:- |\d\. )?(?:hardcoded-key at |Note: )?(?P<said>.*)")


@given(HOSTILE)
def test_nothing_that_was_scanned_becomes_markup(text: str) -> None:
    """No link, image, HTML, mention or reference: outside of code stand only our own lines and plain words."""
    path = text.encode("utf-8", "replace").decode() or "x"
    at = replace(IN_HISTORY, path=path, refs=(path,))
    key = finding().key
    assert key
    found = replace(finding(at), key=replace(key, name=text))
    accepted = finding(at, suppression=Suppression(SuppressedBy.INLINE, text))
    shown = report(
        found,
        replace(found, message=text, evidence=()),
        accepted,
        skipped=(Skipped(text, text, True), Skipped(text, text, False)),
        notices=(Notice("kind", text, at),),
    )
    text = render(replace(acted(shown, text, "Make a new key."), command="audit"))
    for line in text.splitlines():
        assert line.isprintable()
        rest = SPAN.sub("", line)
        if not OURS.fullmatch(rest):
            said = ITEM.fullmatch(rest)
            assert said
            for word in said["said"].split(" "):
                assert HARMLESS.fullmatch(word.strip("()").rstrip(".,;:!?)")), line
    text.encode()


def test_thousands_of_findings_fit_into_a_comment_and_are_counted() -> None:
    """With what is longest in UTF-8 everywhere."""
    long = "𝕏" * 3000
    at = replace(IN_HISTORY, path=long)
    key = finding().key
    assert key
    new = replace(finding(at), key=replace(key, name=long))
    shown = report(
        *[new] * 5000,
        *[finding(at, suppression=Suppression(SuppressedBy.BASELINE, long))] * 5000,
        skipped=(*[Skipped(long, long, True)] * 5000, *[Skipped(long, long, False)] * 5000),
        notices=(Notice("kind", long, at),) * 5000,
    )
    text = render(replace(shown, keys=acted(shown, *[f"{long} {number}" for number in range(5000)]).keys))
    assert len(text.encode()) < 65_536
    rows = text.count("| high |")
    assert 10 < rows < 5000
    assert f"\n\nand {5000 - rows:,} more: `--format json` lists them all\n" in text
    assert text.count(" more: `--format json` lists them all\n") == 7
    assert text.count("</details>") == text.count("<details>") == 4


def test_key_is_masked() -> None:
    assert KEY not in render(FULL)
    assert KEY[:4] in render(FULL)
