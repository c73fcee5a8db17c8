"""Text for people: by key, with evidence, next steps and coverage, and clean of what could drive a terminal."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from revont_guard import api, catalog
from revont_guard.formats.text import render, visible
from revont_guard.model import (
    Coverage,
    Finding,
    Hit,
    Key,
    KeyKind,
    Location,
    Notice,
    Report,
    Secret,
    Skipped,
    SourceKind,
    Status,
    SuppressedBy,
    Suppression,
    Tally,
)
from revont_guard.report import assemble
from tests.keys import make_key

SECRET = Secret(make_key("text"))
KEY = Key(SECRET, KeyKind.API_KEY, "REVONT_API_KEY")
AT = Location(SourceKind.WORKTREE, "src/app.py", 3, 12, 44)
THEN = Location(
    SourceKind.COMMIT,
    "old.py",
    7,
    1,
    33,
    commit="0123456789abcdef" * 2 + "01234567",
    object="2" * 40,
    author_date="2020-09-13T14:27:40+02:00",
    refs=("a", "b", "c", "d", "e"),
)
EVIDENCE = ("name-says-vendor", "name-says-key")


def text(*hits: Hit, coverage: Coverage | None = None, color: bool = False) -> str:
    report = assemble("audit", hits, [], [Tally(files=2, commits=3, blobs=4, bytes=1234)])
    return render(report if coverage is None else replace(report, coverage=coverage), color=color)


GOLDEN = """\
HIGH  Revont API key REVONT_API_KEY  <masked>
  src/app.py:3:12  hardcoded-key
    because <name-says-vendor>; <name-says-key>
  also old.py:7:1 in commit 0123456789ab of 2020-09-13, reached by a, b, c and 2 more

hardcoded-key: <why>

What to do with the API key:
  1. Make a new key in Settings → API → API Keys, read-only if reading is all that the code does.
  2. Put it where the program finds it at run time (environment or secret store), and check that it works.
  3. Delete the old key in Settings → API → API Keys; both work until then.
  4. Replace the literal in src/app.py by a look-up.
  5. The history keeps the old value; once it is deleted at the vendor, that does no harm.

1 Revont key, 1 finding. Read 2 files, 3 commits and 4 blobs (1.2 kB).
"""


def unwrapped(text: str) -> str:
    """Paragraphs in one line, however wide the page is."""
    return re.sub(r"(?m)(?<=^)(\w[\w-]*: .*(?:\n  .*)*)", lambda found: re.sub(r"\n +", " ", found[0]), text)


def test_report_reads_as_it_always_did() -> None:
    """Apart from the mask and from what rules/ says."""
    said = text(Hit(KEY, AT, EVIDENCE), Hit(KEY, THEN, EVIDENCE)).replace(SECRET.masked, "<masked>")
    for id in EVIDENCE:
        said = said.replace(catalog.knowledge().signals[id].text, f"<{id}>")
    assert unwrapped(said).replace(catalog.rules()["hardcoded-key"].why, "<why>") == GOLDEN


def test_key_has_one_heading_however_often_it_stands_somewhere() -> None:
    elsewhere = replace(AT, path="b.py")
    other = replace(KEY, name="OTHER_NAME")
    said = text(Hit(KEY, AT, EVIDENCE), Hit(other, elsewhere, EVIDENCE), Hit(KEY, replace(AT, line=9), EVIDENCE))
    headings = [line for line in said.splitlines() if line.startswith("HIGH")]
    assert headings == [f"HIGH  Revont API key OTHER_NAME, REVONT_API_KEY  {SECRET.masked}"]
    assert all(f"  {place}  hardcoded-key" in said for place in ("b.py:3:12", "src/app.py:3:12", "src/app.py:9:12"))
    assert "Replace the literal in 2 files by a look-up" in said
    assert "1 Revont key, 3 findings." in said


def test_webhook_secret_has_steps_of_its_own() -> None:
    said = text(Hit(Key(SECRET, KeyKind.WEBHOOK_SECRET, None), AT, EVIDENCE))
    assert "Revont webhook signing secret" in said
    assert "Create the webhook anew" in said
    assert "API Keys" not in said


def test_steps_that_keys_share_are_told_once() -> None:
    other = Key(Secret(make_key("other")), KeyKind.API_KEY, "REVONT_TOKEN")
    said = text(Hit(KEY, AT, EVIDENCE), Hit(other, replace(AT, path="b.py"), EVIDENCE))
    assert said.count("Make a new key") == 1
    assert "  → Replace the literal in b.py by a look-up." in said
    assert "  → Replace the literal in src/app.py by a look-up." in said
    assert "What to do with each API key:" in said


def test_steps_lead_to_the_vendors_settings() -> None:
    assert "Delete the old key in Settings → API → API Keys" in text(Hit(KEY, THEN, EVIDENCE))


def test_many_places_are_counted_and_not_all_told() -> None:
    hits = [Hit(KEY, replace(THEN, path=f"{number:02}.py"), EVIDENCE) for number in range(30)]
    said = text(Hit(KEY, AT, EVIDENCE), *hits)
    assert "also 19.py:7:1" in said
    assert "20.py:7:1" not in said
    assert "and 10 places more: --format json lists them all" in said


@pytest.mark.parametrize(
    ("at", "shown"),
    [
        (AT, "src/app.py:3:12"),
        (Location(SourceKind.STDIN, None, 1, 2, 3), "standard input:1:2"),
        (replace(AT, source=SourceKind.INDEX), "src/app.py:3:12 (staged)"),
        (
            Location(SourceKind.UNREACHABLE, None, 1, 2, 3, object="ab" * 20),
            "object:1:2 in object abababababab (no ref reaches it)",
        ),
        (
            replace(THEN, source=SourceKind.MESSAGE, path=None, refs=()),
            "message:7:1 in commit 0123456789ab of 2020-09-13",
        ),
        (replace(AT, source=SourceKind.MESSAGE, line=None, column=None), "the name of src/app.py"),
    ],
)
def test_place_is_told_in_words(at: Location, shown: str) -> None:
    assert f"  {shown}  " in text(Hit(KEY, at, EVIDENCE))


# -- suppressions ---------------------------------------------------------------------------------------------------

BASELINE = Suppression(SuppressedBy.BASELINE)
INLINE = Suppression(SuppressedBy.INLINE, "for a test", "2030-01-31")
OTHER = Key(Secret(make_key("accepted")), KeyKind.API_KEY, "OLD_KEY")


def suppressed(report: Report, by_line: dict[int, Suppression]) -> Report:
    """``report`` with the findings in these lines suppressed."""

    def marked(finding: Finding) -> Finding:
        said = by_line.get(finding.location.line or 0)
        return replace(finding, status=Status.SUPPRESSED, suppression=said) if said else finding

    return replace(report, findings=tuple(map(marked, report.findings)))


def found(*hits: Hit) -> Report:
    return assemble("audit", hits, [], [Tally(files=2, bytes=1234)])


def test_key_that_is_accepted_everywhere_is_counted_and_not_to_be_acted_on() -> None:
    accepted = [Hit(OTHER, replace(AT, path="dist/b.js", line=line), EVIDENCE) for line in (7, 8)]
    report = suppressed(found(Hit(KEY, AT, EVIDENCE), *accepted), {7: BASELINE, 8: INLINE})
    said = render(report)
    assert "OLD_KEY" not in said
    assert "b.js" not in said
    assert "key-in-bundle" not in said
    assert "What to do with the API key:" in said
    assert said.endswith("1 Revont key, 1 finding; 2 suppressed (1 baseline, 1 inline). Read 2 files (1.2 kB).\n")


def test_run_without_anything_new_is_clean_and_counts_the_rest() -> None:
    report = suppressed(
        found(Hit(KEY, AT, EVIDENCE), Hit(KEY, replace(AT, line=7), EVIDENCE)), {3: INLINE, 7: BASELINE}
    )
    assert render(report) == ("Clean: no new Revont key in 2 files (1.2 kB); 2 suppressed (1 inline, 1 baseline).\n")


def test_accepted_place_of_a_key_that_is_new_elsewhere_is_told_dimly() -> None:
    hits = [Hit(KEY, replace(AT, path="dist/a.js", line=line), EVIDENCE) for line in (7, 8)]
    report = suppressed(found(*hits, Hit(KEY, AT, EVIDENCE)), {7: BASELINE, 8: INLINE})
    said = render(report)
    assert said.startswith("HIGH  ")  # as severe as what is new; what is accepted in dist/ is critical
    assert "  dist/a.js:7:12  key-in-bundle (baseline)\n" in said
    assert "  dist/a.js:8:12  key-in-bundle (allowed inline: for a test, until 2030-01-31)\n" in said
    assert said.count("    because ") == 1
    assert "\nkey-in-bundle: " not in said
    assert "\x1b[2m  dist/a.js:7:12  key-in-bundle (baseline)\x1b[0m\n" in render(report, color=True)


def test_reason_cannot_drive_the_terminal() -> None:
    hits = (Hit(KEY, AT, EVIDENCE), Hit(KEY, replace(AT, line=7), EVIDENCE))
    said = render(suppressed(found(*hits), {7: Suppression(SuppressedBy.CONFIG, "a\x1b[2Jb\nc\udcff")}))
    assert r"(allowed by configuration: a\x1b[2Jb\nc\udcff)" in said


def test_note_says_where() -> None:
    said = render(replace(found(), notices=(Notice("kind", "Mind this.", AT), Notice("kind", "And that."))))
    assert said.startswith("Note: src/app.py:3:12: Mind this.\nNote: And that.\n")


# -- coverage -------------------------------------------------------------------------------------------------------


def test_clean_is_claimed_for_what_was_read() -> None:
    assert text() == "Clean: no Revont key in 2 files, 3 commits and 4 blobs (1.2 kB).\n"


def test_what_was_not_read_is_told_and_clean_is_not_claimed() -> None:
    said = text(coverage=Coverage(files=1, skipped=(Skipped("a", "ignored", False), Skipped("b", "locked", True))))
    assert "Clean" not in said
    assert said.splitlines() == [
        "No Revont key in what could be read: 1 file (0 bytes).",
        "  skipped: a: ignored",
        "  not read: b: locked",
        "Not complete: what is marked above had to be read and was not.",
    ]


def test_findings_do_not_hide_what_was_not_read() -> None:
    said = text(Hit(KEY, AT, EVIDENCE), coverage=Coverage(files=1, skipped=(Skipped("b", "locked", True),)))
    assert "1 Revont key, 1 finding. Read 1 file (0 bytes).\n  not read: b: locked\nNot complete:" in said


# -- nothing drives the terminal ------------------------------------------------------------------------------------

CONTROLS = ["\x1b[2J", "\x07", "\r", "\n", "\x9b1m", "\u202e", "\u2028", "\x00", "\x7f", "\udcff"]


@pytest.mark.parametrize("control", CONTROLS, ids=ascii)
def test_control_sequences_are_shown_as_escapes(control: str) -> None:
    odd = f"a{control}b"
    at = replace(THEN, path=odd, refs=(odd,))
    said = render(
        replace(
            assemble("audit", [Hit(replace(KEY, name=odd), at, EVIDENCE)], [], []),
            notices=(Notice("kind", odd),),
            coverage=Coverage(skipped=(Skipped(odd, odd, True),)),
        )
    )
    assert control not in said.replace("\n", "") if control != "\n" else odd not in said
    assert all(line.isprintable() for line in said.split("\n"))
    assert said.count(visible(odd)) >= 6
    said.encode()


def test_file_name_cannot_drive_the_terminal(tmp_path: Path) -> None:
    try:
        (tmp_path / "a\x1b[2J\n.env").write_text(f"REVONT_API_KEY={make_key()}\n")
    except OSError:
        pytest.skip("this system refuses such names")
    said = render(api.scan([tmp_path]))
    assert r"a\x1b[2J\n.env:1:16" in said
    assert "\x1b" not in said


def test_text_that_is_harmless_stays_as_it_is() -> None:
    assert visible("schlüssel キー → …") == "schlüssel キー → …"


def test_color_changes_nothing_but_the_color() -> None:
    plain, colored = (text(Hit(KEY, AT, EVIDENCE), color=color) for color in (False, True))
    assert "\x1b" not in plain
    assert colored != plain
    assert re.sub(r"\x1b\[\d*m", "", colored) == plain


def test_empty_report_says_that_nothing_was_read() -> None:
    assert render(Report("scan", (), (), (), Coverage())) == "Clean: no Revont key in 0 files (0 bytes).\n"
