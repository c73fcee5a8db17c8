"""Comments that accept what stands in a line, in the comment style of every language that people keep keys in."""

from __future__ import annotations

import time

import pytest

from revont_guard.detectors.allows import allows
from revont_guard.model import Allow
from tests.detectors.helpers import blob

MARK = "revont-guard: allow[hardcoded-key] a test key"

# How a comment is opened and closed in a language, and what code stands before it at the end of a line.
STYLES: dict[str, tuple[str, str]] = {
    "Python": ("# ", ""),
    "without a space": ("#", ""),
    "JavaScript": ("// ", ""),
    "Rust, for the module": ("//! ", ""),
    "C": ("/* ", " */"),
    "Javadoc": ("/** ", " */"),
    "JSX": ("{/* ", " */}"),
    "JSX without spaces": ("{/*", "*/}"),
    "HTML": ("<!-- ", " -->"),
    "ASP": ("<%-- ", " --%>"),
    "ERB": ("<%# ", " %>"),
    "FreeMarker": ("<#-- ", " -->"),
    "SQL": ("-- ", ""),
    "Haskell": ("{- ", " -}"),
    "ini": ("; ", ""),
    "Lisp": (";; ", ""),
    "TeX": ("% ", ""),
    "Visual Basic": ("' ", ""),
    "Fortran": ("! ", ""),
    "Vim": ('" ', ""),
    "PowerShell": ("# ", ""),
    "PowerShell, in a block": ("<# ", " #>"),
    "OCaml": ("(* ", " *)"),
    "Smarty": ("{* ", " *}"),
    "Razor": ("@* ", " *@"),
    "Velocity": ("## ", ""),
    "Velocity, in a block": ("#* ", " *#"),
    "batch": ("REM ", ""),
    "batch, hidden": ("@rem ", ""),
    "batch, as a label": (":: ", ""),
    "m4": ("dnl ", ""),
    "Jinja": ("{# ", " #}"),
    "Jinja, with its space trimmed": ("{#- ", " -#}"),
    "Handlebars": ("{{! ", " }}"),
    "Handlebars, long": ("{{!-- ", " --}}"),
    "a text of JSON": ('"', '"'),
    "a text with a comma": ('"', '",'),
    "a text in single quotes": ("'", "')"),
}


def found(text: str | bytes) -> list[Allow]:
    return allows(blob(text, "a"))


def one(text: str | bytes) -> Allow:
    [allow] = found(text)
    return allow


# -- which line it speaks for, and what it says -----------------------------------------------------------------------


@pytest.mark.parametrize("style", STYLES)
def test_comment_at_the_end_of_a_line_speaks_for_that_line(style: str) -> None:
    opens, closes = STYLES[style]
    allow = one(f"first\nkey = value {opens}{MARK}{closes}\nlast\n")
    assert (allow.line, allow.rules, allow.reason, allow.expires) == (2, ("hardcoded-key",), "a test key", None)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("indent", ["", "    ", "\t"])
def test_comment_in_a_line_of_its_own_speaks_for_the_next(style: str, indent: str) -> None:
    opens, closes = STYLES[style]
    allow = one(f"first\n{indent}{opens}{MARK}{closes}\nkey = value\n")
    assert (allow.line, allow.reason) == (3, "a test key")


@pytest.mark.parametrize("style", STYLES)
def test_day_and_reason_are_cut_clean_in_every_style(style: str) -> None:
    opens, closes = STYLES[style]
    allow = one(f"key = value {opens}{MARK} (until 2026-12-31){closes}\n")
    assert (allow.reason, allow.expires) == ("a test key", "2026-12-31")


def test_location_is_that_of_the_marker() -> None:
    at = one(f"first\nkey  # {MARK}\n").location
    assert (at.path, at.line, at.column, at.end_column) == ("a", 2, 8, 8 + len("revont-guard: allow[hardcoded-key]"))


@pytest.mark.parametrize("line", ["{}", "  {}", "\t{}"])
def test_marker_that_stands_first_needs_no_comment(line: str) -> None:
    """As in a commit message, or in a text that is one value."""
    assert one(f"{line.format(MARK)}\nkey\n").line == 2


@pytest.mark.parametrize("name", ["//", "_comment", "comment", ""])
def test_field_of_json_in_a_line_of_its_own_speaks_for_the_next_field(name: str) -> None:
    """JSON has no comments."""
    allow = one(f'{{\n  "{name}": "{MARK}",\n  "revont_key": "value"\n}}\n')
    assert (allow.line, allow.reason) == (3, "a test key")


@pytest.mark.parametrize(
    "line",
    [
        f'{{"//": "{MARK}", "revont_key": "value"}}',
        f'"//": "{MARK}", "revont_key": "value"',
        f'{{"revont_key": "value", "//": "{MARK}"}}',
        f"/* {MARK} */ const revontKey = 'value';",
        f"<!-- {MARK} --> <revont key='value'/>",
        f"{{# {MARK} #}} revont_key: value",
    ],
)
def test_comment_before_code_speaks_for_its_own_line_and_keeps_the_code_out_of_the_reason(line: str) -> None:
    allow = one(f"first\n{line}\nlast\n")
    assert (allow.line, allow.reason) == (2, "a test key")


def test_stacked_comments_speak_for_the_line_below_all_of_them() -> None:
    comments = "".join(f"# revont-guard: allow[{rule}] reason\n" for rule in ("hardcoded-key", "key-in-bundle", "x"))
    assert [allow.line for allow in found(f"first\n{comments}key = value\n")] == [5, 5, 5]


def test_comment_below_a_line_of_code_does_not_reach_up() -> None:
    assert [allow.line for allow in found(f"a  # {MARK}\n# {MARK}\nb\n")] == [1, 3]


@pytest.mark.parametrize(("opens", "closes"), [("/*", "*/"), ("#", "")])
def test_two_comments_in_a_line_both_speak_for_it(opens: str, closes: str) -> None:
    line = f"a {opens} revont-guard: allow[hardcoded-key] one {closes} {opens} revont-guard: allow[key-in-bundle] two"
    assert [(allow.line, allow.rules, allow.reason) for allow in found(line)] == [
        (1, ("hardcoded-key",), "one"),
        (1, ("key-in-bundle",), "two"),
    ]


def test_comment_in_the_last_line_speaks_for_nothing_that_is_there() -> None:
    assert one(f"key\n# {MARK}").line == 3


# -- rules, reason, day -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "rules"),
    [
        ("allow[hardcoded-key]", ("hardcoded-key",)),
        ("allow[hardcoded-key,key-in-bundle]", ("hardcoded-key", "key-in-bundle")),
        ("allow[ hardcoded-key , key-in-bundle ]", ("hardcoded-key", "key-in-bundle")),
        ("allow [hardcoded-key]", ("hardcoded-key",)),
        ("  allow\t[hardcoded-key]", ("hardcoded-key",)),
        ("ALLOW[hardcoded-key]", ("hardcoded-key",)),
        ("allow[no-such-rule]", ("no-such-rule",)),
        # None of these is about every rule: a rule must be named.
        ("allow", ("",)),
        ("allow[]", ("",)),
        ("allow[hardcoded-key", ("",)),
        ("allow hardcoded-key", ("",)),
        (f"allow[{'x' * 301}]", ("",)),
    ],
)
def test_rules_are_those_in_brackets(written: str, rules: tuple[str, ...]) -> None:
    assert one(f"key # revont-guard:{written} reason\n").rules == rules


@pytest.mark.parametrize(
    ("rest", "reason"),
    [
        ("", None),
        ("   ", None),
        (" a test key", "a test key"),
        (": a test key", "a test key"),
        (" - a test key", "a test key"),
        (" — a test key", "a test key"),
        ("\ta   test\tkey  ", "a test key"),
        (" it's a key of the vendor's docs", "it's a key of the vendor's docs"),
        (" see #12, (not live)", "see #12, (not live)"),
        (" schlüssel für tests", "schlüssel für tests"),
    ],
)
def test_reason_is_what_follows(rest: str, reason: str | None) -> None:
    assert one(f"key  # revont-guard: allow[hardcoded-key]{rest}\n").reason == reason


@pytest.mark.parametrize(
    ("rest", "reason", "expires"),
    [
        (" a key (until 2026-12-31)", "a key", "2026-12-31"),
        (" (until 2026-12-31)", None, "2026-12-31"),
        (" (until 2026-12-31) a key", "a key", "2026-12-31"),
        (" a key (until 2026-12-31) #12", "a key #12", "2026-12-31"),
        (" a key ( Until  2026-12-31 )", "a key", "2026-12-31"),
        (" a key (until: 2026-12-31)", "a key", "2026-12-31"),
        (" a key (until 2026-12-31", "a key", "2026-12-31"),
        # What is no day is kept, so that it can be told: nothing is accepted for ever by a slip.
        (" a key (until tomorrow)", "a key", "tomorrow"),
        (" a key (until 31.12.2026)", "a key", "31.12.2026"),
        (" a key (until)", "a key", ""),
        (" a key (untilled)", "a key (untilled)", None),
    ],
)
def test_day_may_stand_anywhere_behind_the_rules(rest: str, reason: str | None, expires: str | None) -> None:
    allow = one(f"key  # revont-guard: allow[hardcoded-key]{rest}\n")
    assert (allow.reason, allow.expires) == (reason, expires)


# -- bytes ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_counts(end: str) -> None:
    text = end.join(["first", f"a  # {MARK}", f"# {MARK} (until 2026-12-31)", "b", ""])
    assert [(allow.line, allow.reason, allow.expires) for allow in found(text)] == [
        (2, "a test key", None),
        (4, "a test key", "2026-12-31"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1"])
def test_every_encoding_is_read(encoding: str) -> None:
    allow = one(f"first line\nkey = value  # {MARK}\n".encode(encoding))
    assert (allow.line, allow.location.column, allow.reason) == (2, 16, "a test key")


def test_of_very_many_comments_the_first_speak_for_a_line() -> None:
    """The others accept nothing, so a finding stays; each key of the line is held against every comment."""
    rules = [f"rule-{n}" for n in range(30)]
    line = " ".join(f"/* revont-guard: allow[{rule}] */" for rule in rules)
    assert [allow.rules[0] for allow in found(f"first\n{line} key\n")] == rules[:20]
    stack = "".join(f"# revont-guard: allow[{rule}]\n" for rule in rules)
    assert [(allow.line, allow.rules[0]) for allow in found(stack)] == [(31, rule) for rule in rules[:20]]


HOSTILE = {
    "one line": "x = 1; " * 700_000 + f"// {MARK}",
    "openers": "# " * 2_500_000,
    "dashes": "-" * 5_000_000,
    "blanks": "#" + " " * 5_000_000,
    "comments in one line": f"// {MARK} " * 100_000,
    "stacked comments": f"# {MARK}\n" * 100_000,
    "unclosed brackets": "# revont-guard: allow[" * 220_000,
    "unclosed days": "# revont-guard: allow[a](until" * 160_000,
    "pragmas": "# pragma: allowlist secret " * 190_000,
    "quotes": '"' * 2_500_000 + ' allow "' * 10,
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_five_megabytes_cost_little(kind: str) -> None:
    data = blob(HOSTILE[kind])
    began = time.process_time()
    allows(data)
    assert time.process_time() - began < 15, "took too long"


# -- detect-secrets ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("word", ["allowlist", "whitelist", "ALLOWLIST"])
@pytest.mark.parametrize(
    "comment", ["# {}", "// {}", "/* {} */", "' {}", "-- {}", "<!-- {} -->", "#{}", "# {} because", "; {}"]
)
def test_pragma_of_detect_secrets_speaks_for_its_line_and_every_rule(comment: str, word: str) -> None:
    allow = one(f"first\nkey {comment.format(f'pragma: {word} secret')}\n")
    assert (allow.line, allow.rules, allow.reason, allow.expires) == (2, (), None, None)


@pytest.mark.parametrize("pragma", ["pragma: allowlist nextline secret", "pragma: allowlist-nextline-secret"])
def test_pragma_for_the_next_line_speaks_for_that_alone(pragma: str) -> None:
    assert one(f"first\n# {pragma}\nkey\n").line == 3


def test_pragma_in_a_line_of_its_own_does_not_reach_down() -> None:
    """As in detect-secrets: only the form with nextline does."""
    assert one("# pragma: allowlist secret\nkey\n").line == 1


def test_both_kinds_come_in_order() -> None:
    assert [
        allow.rules for allow in found(f"a # pragma: allowlist secret\nb # {MARK}\nc # pragma: allowlist secret")
    ] == [
        (),
        ("hardcoded-key",),
        (),
    ]


# -- what is none -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "To accept a line, write revont-guard: allow[hardcoded-key] at its end.",
        "Use `revont-guard: allow[hardcoded-key]`.",
        "url = 'https://example.org/revont-guard: allow[hardcoded-key]'",
        "# see how revont-guard: allow[hardcoded-key] works",
        "# revont-guard allow[hardcoded-key]",
        "# revont-guard: allows[hardcoded-key]",
        "# revont-guard: disallow[hardcoded-key]",
        "# my-revont-guard: allow[hardcoded-key]",
        "# revont_guard: allow[hardcoded-key]",
        "# revont-guard:\n# allow[hardcoded-key]",
        "key  # a premium pragma: allowlist secret",
        "We use pragma: allowlist secret.",
        "# pragma: allowlist secrets",
        "# pragma: allowlist",
        "allow whitelist",
        "",
    ],
)
def test_words_alone_accept_nothing(text: str) -> None:
    assert found(text) == []
