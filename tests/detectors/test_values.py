import pytest

from revont_guard import catalog
from revont_guard.detectors import values
from revont_guard.detectors.candidates import candidates
from revont_guard.detectors.text import Text
from tests.detectors.helpers import KEY, OTHER, placed
from tests.keys import STYLES, make_key

KNOWLEDGE = catalog.knowledge()
UPPER = make_key("upper", "base62-32").upper()


def judged(text: str) -> str | None:
    read, candidate, _ = placed(text)
    return values.judge(candidate, read, KNOWLEDGE)


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("key = {key}", None),
        ('key = "{key}"', None),
        ("key: ${{key}}", "reference"),
        ("key: ${{{key}}}", "reference"),
        ("key: {{{key}}}", "reference"),
        ("key: <{key}>", "reference"),
        ("key: ${key}", "reference"),
        ("key: %{key}%", "reference"),
        ("key: vault:{key}", "reference"),
        ("key: op://{key}", None),
        ("key: ***{key}", "masked"),
        ("key: {key}...", "masked"),
        ("key: {key}…", "masked"),
        ("key: ENC[AES256_GCM,data:{key},type:str]", "encrypted"),
        ("key: {cipher}{key}", "encrypted"),
        ("ssh-ed25519 {key}", "key-material"),
        ("sha256:{key}", "key-material"),
        ("secure: '{key}'", "encrypted"),
        ("insecure: true, key: '{key}'", None),
        ("SetCredentialEncrypted=revont_key: {key}", "encrypted"),
        ("get('revont:summary:{key}')", "part-of-id"),
        ("get('revont:token:{key}')", None),
        ("get('user:{key}')", None),
        ("https://api.revont.ai/v1/calls/{key}", "in-url-path"),
        ("projects/1/secrets/{key}", "in-url-path"),
        ('{"kty": "RSA", "n": "{key}"}', "key-material"),
        ("<apiKey>{key}</apiKey>", None),
        ('paste0("revont_calls_", "{key}", ".rds")', "reference"),
        ('{"key": "EJ[1:abc:{key}:def]"}', "encrypted"),
        ("GET /settings/revont/keys/{key} HTTP/1.1", "in-url-path"),
    ],
)
def test_what_stands_at_the_value_tells_what_it_is(text: str, signal: str | None) -> None:
    assert judged(text) == signal


@pytest.mark.parametrize("style", STYLES)
def test_a_key_of_any_style_is_taken_for_nothing_else(style: str) -> None:
    keys = [make_key(seed, style) for seed in range(20)]
    read = [values.has_other_vendor_shape(key, KNOWLEDGE) or values.is_public_id(key, KNOWLEDGE) for key in keys]
    assert not any(read)


@pytest.mark.parametrize("prefix", ["call", "user", "wh", "cur"])
def test_documented_identifiers_are_public(prefix: str) -> None:
    assert values.is_public_id(f"{prefix}_{UPPER[:20]}", KNOWLEDGE)
    assert not values.is_public_id(f"{prefix}_{UPPER[:20].lower()}", KNOWLEDGE)
    assert not values.is_public_id(f"key_{UPPER[:20]}", KNOWLEDGE)
    assert not values.is_public_id(f"{prefix}{UPPER[:20]}", KNOWLEDGE)


@pytest.mark.parametrize("prefix", ["sk_live_", "ghp_", "xoxb-", "AKIA", "SG.", "sk-ant-"])
def test_prefixes_of_other_vendors_count_before_enough_characters(prefix: str) -> None:
    assert values.has_other_vendor_shape(prefix + OTHER, KNOWLEDGE)
    assert not values.has_other_vendor_shape(prefix + OTHER[:4], KNOWLEDGE)
    assert not values.has_other_vendor_shape(OTHER[:4] + prefix + OTHER, KNOWLEDGE)


def test_a_line_of_random_text_among_others_is_a_certificate_and_not_a_key() -> None:
    long = make_key("line", "base62-48")
    text = f"-----BEGIN CERTIFICATE-----\n{long}\n{KEY}{OTHER}\n{long[::-1]}\n-----END CERTIFICATE-----\n"
    found = list(candidates(text, KNOWLEDGE))
    assert len(found) == 3
    assert {values.judge(candidate, Text(text), KNOWLEDGE) for candidate in found} == {"encrypted"}


@pytest.mark.parametrize("letters", ["TU", "ihr", "nil"])
def test_short_words_between_the_digits_of_a_key_are_chance(letters: str) -> None:
    (candidate,) = candidates(f"4{letters}8{KEY}", KNOWLEDGE)
    assert not values.is_placeholder(candidate, KNOWLEDGE)
    (candidate,) = candidates(f"{letters}-{KEY}", KNOWLEDGE)
    assert values.is_placeholder(candidate, KNOWLEDGE)


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ('dialog = "{uuid}"', "part-of-id"),
        ('"key": "revont:uuid"', "part-of-id"),
        ('"key": "uuid"', None),
        ("curl -u 'revont:uuid'", None),
    ],
)
def test_a_uuid_in_braces_or_behind_a_name_is_an_identifier(text: str, signal: str | None) -> None:
    read = Text(text.replace("uuid", make_key("id", "uuid")))
    (candidate,) = candidates(read.content, KNOWLEDGE)
    assert values.judge(candidate, read, KNOWLEDGE) == signal


def test_one_of_many_chunks_is_a_part_of_something_long() -> None:
    chunks = [make_key(seed, "hex-64") for seed in range(4)]
    parted = [f"{KEY}/{chunk}" for chunk in chunks]

    def verdicts(text: str) -> set[str | None]:
        read = Text(text)
        return {values.judge(candidate, read, KNOWLEDGE) for candidate in candidates(text, KNOWLEDGE)}

    assert verdicts(f"certificate: {' '.join(parted[:3])}") == {"encrypted"}
    assert verdicts(f"signature: {' '.join(chunks)}") == {"encrypted"}
    assert verdicts(f"key: {chr(92)}n{(chr(92) + 'n').join(parted[:3])}") == {"encrypted"}
    assert verdicts(f"token: //{'/'.join(chunks)}") == {"in-url-path"}
    assert verdicts(f"KEYS='{' '.join(chunks[:3])}'") == {None}


@pytest.mark.parametrize(
    "value", [f"2YotnFZF{KEY[:20]}", f"{KEY[:12]}SEXAMPLE{KEY[12:20]}", f"{KEY[:12]}placeholder{KEY[12:]}"]
)
def test_specimens_of_standards_and_long_words_inside_are_placeholders(value: str) -> None:
    (candidate,) = candidates(value, KNOWLEDGE)
    assert values.is_placeholder(candidate, KNOWLEDGE)
