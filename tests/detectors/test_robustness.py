"""find_keys on hostile text: it never raises, its time grows with the text, and the key is still found."""

from __future__ import annotations

import base64
import random
import signal
import time
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revont_guard import catalog
from revont_guard.detectors.keys import examine, find_keys
from revont_guard.detectors.shape import Opacity
from revont_guard.hints import Hints
from revont_guard.model import Blob, Location, SourceKind
from tests.detectors.helpers import KEY, blob, values
from tests.keys import make_key

LEAK = f'\nREVONT_API_KEY = "{KEY}"\n'
SLACK = 0.1  # seconds of processor time that count as nothing
LIMIT = 10  # seconds after which a text has had its time
KEYS = [make_key(f"hostile {at}") for at in range(2000)]

Build = Callable[[int], str]


@pytest.fixture(autouse=True)
def limited() -> Iterator[None]:
    """No test runs forever, where the platform has alarms."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def stop(*_: object) -> None:
        pytest.fail("took too long", pytrace=False)

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, LIMIT)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


def seconds(data: bytes, path: str | None = None) -> float:
    """Processor time, so that a busy machine does not count."""
    subject, knowledge = Blob(data, Location(SourceKind.WORKTREE, path)), catalog.knowledge()
    start = time.process_time()
    find_keys(subject, knowledge)
    return time.process_time() - start


def assert_linear(build: Build, size: int, path: str | None = None) -> None:
    """Four times the text takes about four times as long; were the time quadratic, sixteen times.

    The line between the two leaves room for what looks at a bounded stretch of text that the small size does not fill.
    """
    small, large = build(size).encode(), build(4 * size).encode()
    for last in (False, False, True):
        before = seconds(small, path)
        after = seconds(large, path)
        if after < 9 * before + SLACK:
            return
        if last or after > 20:
            pytest.fail(
                f"{len(small):,} bytes took {before:.2f} s and {len(large):,} took {after:.2f} s", pytrace=False
            )


def repeated(unit: str) -> Build:
    return lambda size: unit * (size // len(unit)) + LEAK


def keyed(form: str, before: str = "revont\n", after: str = "") -> Build:
    """Many candidates: ``{k}`` is another key each time, ``{i}`` its number."""

    def build(size: int) -> str:
        count = size // len(form.format(k=KEY, i=0))
        return before + "".join(form.format(k=key, i=at) for at, key in enumerate(KEYS[:count])) + after

    return build


UNITS = [
    *"\"'`.-_ \t/\\+=~,;:([{)]}<>|#*@?$%\n\r\0aé",
    "aB3",
    'a"',
    "a.",
    "a-",
    "a:",
    "a::",
    "a->",
    "a ",
    '\\"',
    "\\'",
    "\\\n",
    "\r\n",
    " \n",
    "://",
    "a://",
    "a://b.",
    "https://h.example ",
    "https://api.revont.ai\n",
    "api.",
    "machine ",
    "Host: ",
    "([{",
    "()",
    "{[",
    "[a]\n",
    "[ ",
    "<a ",
    '<a b="',
    "<a>",
    "<name>",
    "<key> ",
    "</",
    "<!--",
    "/*",
    "//",
    "# a\n",
    "- a: \n",
    "a:\n ",
    "name: ",
    "name = ",
    "value: {",
    "a = (\n",
    "| ",
    "| a | b |\n",
    "|---|\n",
    "---\n",
    "a,b\n",
    "INSERT INTO a (",
    "INSERT INTO a (b) VALUES (",
    "Bearer ",
    "Authorization: ",
    "revont",
    "revont.",
    "revont ",
    "api_key ",
    "ENC[a ",
    "-----BEGIN A-----\n",
    "\u200b",
    "\ufffd",
]


@pytest.mark.parametrize("unit", UNITS, ids=ascii)
def test_time_grows_with_the_length_of_a_monotonous_text(unit: str) -> None:
    assert_linear(repeated(unit), 25_000)


DENSE: dict[str, tuple[Build, str | None]] = {
    "on one line": (keyed("{k} "), None),
    "on lines": (keyed("{k}\n"), None),
    "with names": (keyed('name_{i} = "{k}"\n'), None),
    "with vendor names": (keyed('revont_key_{i} = "{k}"\n'), None),
    "with one name": (keyed('abc_key = "{k}"\n'), None),
    "of secrets on one line": (keyed('secret="{k}" '), None),
    "in an object on one line": (keyed('"a{i}_key":"{k}",', '{{"revont":{{', "}}"), None),
    "in an object on lines": (keyed('  "a{i}_key":"{k}",\n', '{"revont":{\n', "}}"), None),
    "in a list": (keyed('"{k}",', "revont = [", "]"), None),
    "in a call": (keyed('"{k}",', "revont(", ")"), None),
    "in nested lists": (keyed('[ "{k}" '), None),
    "in nested objects": (keyed('{{ "k{i}": "{k}", '), None),
    "in nested calls": (keyed('f( "{k}", '), None),
    "behind deep nesting": (lambda size: "[" * (size // 2) + keyed('"{k}" ')(size // 2), None),
    "in strings with escapes": (keyed('"a \\" {k} (", '), None),
    "in one string": (keyed('(\\"{k}\\"), ', 'revont = "', '"'), None),
    "beside the vendor's host": (keyed('curl -H "Authorization: Bearer {k}" https://api.revont.ai/v1\n'), None),
    "beside hosts on one line": (keyed("Bearer {k} https://api.revont.ai/v1/calls "), None),
    "beside other hosts": (keyed('x = "{k}" https://h{i}.example.com/v1\n', LEAK), None),
    "on continued lines": (keyed("-H {k} \\\n"), None),
    "in a row": (keyed("{k},", "revont,token\n"), "keys.csv"),
    "in rows": (keyed("{k},a\n", "revont,token\n"), "keys.csv"),
    "in a table": (keyed("| {k} | x |\n", "| revont key | b |\n|---|---|\n"), "keys.md"),
    "in inserted rows": (keyed("('{k}', 1), ", "INSERT INTO t (revont_key, b) VALUES "), None),
    "in one inserted row": (keyed("'{k}', ", "INSERT INTO t (revont_key, b) VALUES (", ")"), None),
    "behind a long argument": (lambda size: "f('" + "a " * (size // 4) + "', " + keyed("{k} ")(size // 2) + ")", None),
    "below a long line": (lambda size: "ab " * (size // 6) + "\n" + keyed("  secret {k}")(size // 2), None),
    "below many returns": (lambda size: "\r" * (size // 2) + "\n" + keyed("  {k}\n")(size // 2), None),
    "in elements": (keyed("<a{i}><key>{k}</key></a{i}>", "<revont>"), None),
    "in attributes": (keyed(' <add key="a{i}" value="{k}"/>\n', "<revont>\n"), None),
    "as named values": (keyed("  - name: a{i}\n    value: {k}\n", "revont:\n"), None),
    "as parts of a path": (keyed("{k}/"), None),
}


@pytest.mark.parametrize("name", DENSE)
def test_time_grows_with_the_number_of_candidates(name: str) -> None:
    build, path = DENSE[name]
    assert_linear(build, 10_000, path)


SHORT = {
    "colons": f"# revont a{':' * 300}\nkey = '{KEY}'",
    "colons before a value": f"x{':' * 300} revont_key = '{KEY}'",
    "dots and dashes": f"# revont {'a-.-' * 90}\nkey = '{KEY}'",
    "a compound": f"revont{'apikey' * 50}q = '{KEY}'",
    "a compound of ambiguous words": f"revont{'readwrite' * 30}q = '{KEY}'",
    "a compound before the vendor": f"{'apikey' * 50}qrevont = '{KEY}'",
    "spaces in a section": "[{s}x\n[{s}x\n[{s}x\n[{s}x\n".format(s=" " * 390) + f"revont_key = '{KEY}'",
    "spaces in a rule": f"a\nb\n{' ' * 1900}|x\n| a | {KEY} | revont key |",
    "spaces in a name field": f"<name>{' ' * 5000}\n<value>{KEY}</value> revont",
    "spaces in a key tag": f"revont <key>{' ' * 370}<string>{KEY}</string>",
    "spaces in attributes": f"<add a{' ' * 350}=\n value='{KEY}' revont />",
    "brackets round a field": f"{'{' * 2500} value: '{KEY}', revont_key: 1{'}' * 2500}",
}


@pytest.mark.parametrize("name", SHORT)
def test_a_short_text_takes_no_time(name: str) -> None:
    taken = min(seconds(SHORT[name].encode()) for _ in range(2))
    assert taken < 0.25


@pytest.mark.parametrize(
    "text",
    [
        '"' * 9999 + LEAK,
        "(" * 5000 + LEAK,
        "[{" * 5000 + LEAK + "}]" * 5000,
        ")]}" * 3000 + LEAK,
        "\0" * 999 + LEAK,
        "\n" * 99_999 + LEAK,
        "\r" * 9999 + LEAK,
        "<" * 9999 + LEAK,
        "a." * 9999 + LEAK,
        "\\" * 9999 + LEAK,
        "'" + " it's" * 2000 + LEAK,
        "x" * 1_000_000 + LEAK,
        "x " * 500_000 + f"REVONT_API_KEY = '{KEY}'",
        f'{{"revont":{{"api_key":"{KEY}"}}' + ',"a":1' * 50_000,
        LEAK + '"' * 9999,
        LEAK + "(" * 9999,
        LEAK + "\0" * 9999,
    ],
    ids=lambda text: ascii(text[:6]),
)
def test_the_key_is_found_where_a_person_would_find_it(text: str) -> None:
    assert values(text) == [KEY]


@pytest.mark.parametrize("depth", [1, 50, 5000])
def test_a_key_is_found_at_any_depth(depth: int) -> None:
    assert values('{"a":' * depth + f'{{"revont_key": "{KEY}"}}' + "}" * depth) == [KEY]


def test_lone_surrogates_and_broken_encodings_hide_nothing() -> None:
    wide = LEAK.encode("utf-16-le")
    assert values(b"\xff\xfe" + "\ud800".encode("utf-16-le", "surrogatepass") + wide) == [KEY]
    assert values("\udc80".encode("utf-8", "surrogatepass") + LEAK.encode()) == [KEY]
    assert values(b"\xff\xfe" + wide + b"\0") == [KEY]
    assert values(b"\xef\xbb\xbf\xff" + LEAK.encode()) == [KEY]


SNIPPETS = [
    *"\"'`([{)]}<>|=:,;#\\/ \n\r\t\0é",
    KEY,
    "revont",
    "api.revont.ai",
    "https://",
    "Bearer ",
    "name: ",
    "value: ",
    "<key>",
    "</key>",
    "- ",
    "  ",
    "[a]\n",
    "INSERT INTO a (b) VALUES (",
    "|---|",
    "hmac(",
    "x-revont-signature",
    "{{",
    "-----BEGIN",
]


@given(
    st.lists(st.sampled_from(SNIPPETS), max_size=40).map("".join).map(str.encode) | st.binary(max_size=80),
    st.sampled_from([None, "a.csv", "revont/.netrc", "a.md", "\udcff"]),
)
def test_nothing_raises(data: bytes, path: str | None) -> None:
    subject = Blob(data, Location(SourceKind.WORKTREE, path))
    found = find_keys(subject, catalog.knowledge(), Hints(frozenset({"name"})))
    explained = examine(subject, catalog.knowledge(), least=Opacity.TEXT)
    assert all(match.line >= 1 and match.column >= 1 for match in (*found, *explained))


def test_what_is_empty_has_no_keys() -> None:
    assert find_keys(blob(b""), catalog.knowledge()) == []


def test_a_picture_in_base64_costs_little_and_hides_nothing() -> None:
    picture = base64.b64encode(random.Random(1).randbytes(900_000)).decode()
    text = f'{{"image/png": "{picture}", "source": "REVONT_API_KEY={KEY}"}}'
    start = time.process_time()
    found = find_keys(blob(text), catalog.knowledge())
    assert [match.key.secret.reveal() for match in found] == [KEY]
    assert time.process_time() - start < 3


@pytest.mark.parametrize("gap", [" ", "\n", "\t", " \n"])
@pytest.mark.parametrize(
    "list_", ['revont_key = ["abcdefgh", "ijklmnop"', "import revont", "x: >\n  abcdef\n  ghijkl", 'f("a")']
)
def test_much_space_behind_what_may_go_on_takes_no_time(list_: str, gap: str) -> None:
    assert seconds(f"revont\n{list_}{gap * 20_000}x".encode(), None) < 2
