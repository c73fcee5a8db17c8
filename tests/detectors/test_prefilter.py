"""The prefilter's law: whatever find_keys would report, it passes."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from revont_guard import catalog
from revont_guard.detectors.keys import find_keys
from revont_guard.detectors.prefilter import VENDOR, WordFilter
from revont_guard.hints import Hints
from revont_guard.model import Blob, Location, SourceKind
from tests.corpus import score
from tests.corpus.cases import AUTHORS, HELD_OUT, cases
from tests.keys import STYLES, make_key

ENCODINGS = {
    "utf-8": b"",
    "utf-8-sig": b"",
    "latin-1": b"",
    "utf-16-le": b"",
    "utf-16-be": b"",
    "utf-32-le": b"",
    "utf-32-be": b"",
    "utf-16-le with a mark": codecs.BOM_UTF16_LE,
    "utf-16-be with a mark": codecs.BOM_UTF16_BE,
    "utf-32-le with a mark": codecs.BOM_UTF32_LE,
    "utf-32-be with a mark": codecs.BOM_UTF32_BE,
}
# {v} is the vendor, a learned name or anything else, {k} a key.
FORMS = [
    "{v}_API_KEY={k}",
    "{v}={k}",
    'token = "{k}"  # {v}',
    "# {v}\ntoken = '{k}'",
    'const {v}ApiKey = "{k}";',
    'client = {v}("{k}")',
    '{{"{v}": {{"api_key": "{k}"}}}}',
    '{{"name": "{v}", "value": "{k}"}}',
    '{{"{v}_token": "{k}"}}',
    "{v}:\n  api:\n    key: {k}\n",
    "integrations:\n  - name: {v}_KEY\n    value: {k}\n",
    "[{v}]\nkey = {k}\n",
    "<{v}><apiKey>{k}</apiKey></{v}>",
    '<add key="{v}:ApiKey" value="{k}"/>',
    "curl -H 'Authorization: Bearer {k}' https://api.{v}.ai/v1/calls",
    "Authorization: Bearer {k}\nHost: api.{v}.ai",
    "X-{v}-Signature\nWEBHOOK_SECRET={k}",
    "Please use the {v} key {k} for now.",
    "| service | key |\n|---|---|\n| {v} | {k} |",
    "service,{v} key\nours,{k}\n",
    "INSERT INTO t ({v}_key) VALUES ('{k}')",
    "https://host.example/?{v}_key={k}",
    "api_key: {k}",
    "x->{v}->key = '{k}'",
]
VENDORS = [
    "revont",
    "Revont",
    "REVONT",
    "rEVONt",
    "revontai",
    "rev-ont",
    "réVont",
    "rev中ont",
    "ｒｅｖｏｎｔ",
    "acme",
    "Acme Calls",
]
LEARNED = ["acme", "ACME_API_KEY", "acme_token", "acmeApiKey", "acme_key", "wörter_key", "kelvin_key"]
PATHS = [None, "app.py", "deploy/revont.env", "Revont/keys.csv", "keys.csv", "notes.md", ".netrc"]
SURROUNDINGS = st.text(st.sampled_from("ab _-.:/\\\"'`=,;(){}[]<>\n\r\t#üé中\0" + "K"), max_size=30)


def encoded(text: str, encoding: str) -> bytes:
    codec = encoding.split(" ", 1)[0]
    return ENCODINGS[encoding] + text.encode(codec, "replace")


def obeys(blob: Blob, names: frozenset[str] = frozenset()) -> bool:
    """Whether the law holds for ``blob``, and for its path alone where that is what says the vendor."""
    hints = Hints(names)
    passes = WordFilter(hints)
    if passes(blob.data) or (blob.origin.path and passes(blob.origin.path.encode())):
        return True
    return find_keys(blob, catalog.knowledge(), hints) == []


@st.composite
def blobs(draw: st.DrawFn) -> tuple[Blob, frozenset[str]]:
    form, vendor = draw(st.sampled_from(FORMS)), draw(st.sampled_from(VENDORS))
    key = make_key(draw(st.integers(0, 5)), draw(st.sampled_from(sorted(STYLES))))
    text = draw(SURROUNDINGS) + draw(st.sampled_from(["", "\n"])) + form.format(v=vendor, k=key) + draw(SURROUNDINGS)
    if draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    data = encoded(text, draw(st.sampled_from(sorted(ENCODINGS))))
    names = frozenset(draw(st.lists(st.sampled_from(LEARNED), max_size=2)))
    return Blob(data, Location(SourceKind.WORKTREE, draw(st.sampled_from(PATHS)))), names


@settings(max_examples=60)
@given(blobs())
def test_whatever_is_reported_passes(drawn: tuple[Blob, frozenset[str]]) -> None:
    assert obeys(*drawn)


@settings(max_examples=60)
@given(st.text(max_size=12), st.text(max_size=12), st.sampled_from(FORMS))
@example("", "", "{v}_API_KEY={k}")
@example("", "\x80", "[{v}]\nkey = {k}\n")
def test_no_other_spelling_of_the_vendor_is_reported(before: str, inside: str, form: str) -> None:
    spelt = f"{before}rev{inside}ont"
    text = form.format(v=spelt, k=make_key("spelt"))
    assert obeys(Blob(text.encode("utf-8", "replace"), Location(SourceKind.WORKTREE, None)))


@pytest.mark.parametrize(
    ("text", "path", "name"),
    [
        ("ACME_TOKEN={k}", None, "acme_token"),
        ("acme_token={k}", None, "ACME_TOKEN"),
        ("acme->token->value = '{k}'", None, "acme.token"),
        ("acme::token::value = '{k}'", None, "acme.token"),
        ("acme token,x\n{k},y\n", "keys.csv", "acme_token"),
        ("x,acme token\ny,{k}\n", "keys.csv", "acme_token"),
        ("SCHLÜSSEL={k}", None, "schlüssel"),
        ("\u212aelvin_key={k}", None, "kelvin_key"),
    ],
)
def test_a_learned_name_passes_however_it_is_written(text: str, path: str | None, name: str) -> None:
    data = text.format(k=make_key("learned")).encode()
    assert obeys(Blob(data, Location(SourceKind.WORKTREE, path)), frozenset({name}))


def test_a_learned_name_passes_in_latin_1() -> None:
    data = f"schlüssel={make_key('learned')}".encode("latin-1")
    assert obeys(Blob(data, Location(SourceKind.WORKTREE, None)), frozenset({"schlüssel"}))


@pytest.mark.parametrize("encoding", sorted(ENCODINGS))
def test_the_vendor_is_seen_in_every_encoding(encoding: str) -> None:
    assert WordFilter()(encoded("x = 'ReVoNt'", encoding))


@pytest.mark.parametrize("data", [b"", b"\0" * 64, b"rev ont", b"r\0e\0v", "révont".encode(), b"\xff" * 100])
def test_what_does_not_say_the_vendor_is_not_looked_at(data: bytes) -> None:
    assert not WordFilter()(data)


def test_the_tuned_corpus_obeys() -> None:
    tuned = cases(*(author for author in AUTHORS if author not in HELD_OUT))
    assert [case.name for case in tuned if not obeys(score.blob(case))] == []


def test_every_form_is_one_that_find_keys_may_report() -> None:
    # Or the property above would hold for want of anything to report.
    key = make_key("form")
    reported = [
        form
        for form in FORMS
        if find_keys(
            Blob(form.format(v="REVONT", k=key).encode(), Location(SourceKind.WORKTREE, None)), catalog.knowledge()
        )
    ]
    assert len(reported) >= len(FORMS) - 4


def test_every_word_for_the_vendor_in_the_rules_holds_the_prefilters_word() -> None:
    knowledge, vendor = catalog.knowledge(), VENDOR.decode()
    words = {*knowledge.words.vendor, *knowledge.vendor.hosts, knowledge.vendor.name.lower()}
    assert {word for word in (*words, knowledge.vendor.signature_header.lower()) if vendor not in word} == set()
