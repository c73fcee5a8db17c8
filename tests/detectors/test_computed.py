import pytest

from revont_guard import catalog
from revont_guard.detectors import computed
from revont_guard.detectors.candidates import candidates
from revont_guard.detectors.text import Text
from tests.detectors.helpers import find, placed, signals, values
from tests.keys import make_key

KNOWLEDGE = catalog.knowledge()
SHA1 = make_key("sha", "hex-64")[:40]
SHA256 = make_key("sha", "hex-64")


def judged(text: str, path: str | None = None) -> str | None:
    """The verdict on the one hash that is put in for ``{sha1}``, ``{sha256}`` or ``{key}``."""
    if "{key}" in text:
        read, candidate, _ = placed(text, path)
        return computed.judge(candidate, read, KNOWLEDGE)
    filled = text.replace("{sha1}", SHA1).replace("{sha256}", SHA256)
    candidate = next(each for each in candidates(filled, KNOWLEDGE) if each.value in (SHA1, SHA256))
    return computed.judge(candidate, Text(filled, path), KNOWLEDGE)


@pytest.mark.parametrize(
    "text",
    [
        "{sha1} revont: rotate key",
        "* {sha1} revont: rotate key",
        "* read the key from the environment ({sha1})",
        "uses: acme/revont-key@{sha1}",
        "uses: acme/revont-key@v2 # {sha1}",
        ": 1710000001:0;git show {sha1} -- src/revont_key.py",
        "$ git -C ../revont cherry-pick {sha1}",
        "Merge: {sha1} 0a1b2c3",
        "This reverts commit {sha1}.",
    ],
)
def test_a_commit_is_told_by_what_lists_it_or_takes_it(text: str) -> None:
    assert judged(text) == "commit-id"


@pytest.mark.parametrize(
    "text", ["revont_key = {sha1}", "{sha1}", "git config revont.key {sha1}", "git commit -m 'key={sha1}'"]
)
def test_other_hashes_of_its_length_may_be_keys(text: str) -> None:
    assert judged(text) is None


@pytest.mark.parametrize(
    "path", ["ios/Podfile.lock", "mix.lock", "go.sum", "dist/revont.tgz.sha256", "App.xcodeproj/project.pbxproj"]
)
def test_every_hash_of_a_lock_file_is_that_of_a_package(path: str) -> None:
    assert judged("RevontKey: {sha1}", path) == "computed"
    assert judged("RevontKey: {key}", path) is None
    assert judged("RevontKey: {sha1}", "config/keys.yml") is None


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ('  sha256 cellar: :any, arm64_sonoma: "{sha256}"', "computed"),
        ("SHA256 (revont-key.tgz) = {sha256}", "computed"),
        ('sha256_key = "{sha256}"', None),
        ('createHmac("sha256", "{sha256}")', None),
        ('r.u=e=>"revont-key."+{12:"{sha1}",47:"x"}[e]+".js"', "computed"),
        ('r.u=e=>({12:"{sha1}"})[e]', "computed"),
        ('r.u=e=>"x/"+{"revont-key":"{sha1}"}[e]+".mjs"', "computed"),
        ('const key = {prod: "{sha1}", dev: ""}[env];', None),
        ('assert sign(secret, BODY) == "{sha256}"', "computed"),
        ('self.assertEqual(hmac.new(key, BODY).hexdigest(), "{sha256}")', "computed"),
        ("expect(digest(body)).to.equal('{sha256}')", "computed"),
        ('assert settings.get("revont.key") == "{sha256}"', None),
        ('assert verify(body, header, "{sha256}")', None),
        ('test "$(sha256sum revont.key | cut -c1-64)" = "{sha256}"', "computed"),
        ('test "$(cat revont.key)" = "{sha256}"', None),
        ("$ docker run -d acme/revont-key\n{sha256}\n", "computed"),
        ("$ git rev-parse HEAD\n{sha1}\n", "computed"),
        ("$ git config revont.key\n{sha1}\n", None),
        ("$ pass insert revont/key\n{sha256}\n", None),
    ],
)
def test_what_computes_a_value_is_told_by_the_line(text: str, signal: str | None) -> None:
    assert judged(text) == signal


def test_what_says_itself_that_it_is_hexadecimal_is_an_address() -> None:
    assert not find(f'REVONT_TOKEN_ADDRESS = "0x{SHA1}"')


def test_what_is_called_is_a_function() -> None:
    assert judged("return {key}(options)") == "called"
    assert judged("return '{key}' + (options)") is None


@pytest.mark.parametrize(
    ("command", "signal"),
    [
        ("REVONT_API_KEY=$(bws secret get {key} | jq -r .value)", "reference"),
        ("aws secretsmanager get-secret-value --secret-id x --version-id {key}", "reference"),
        ("vault kv put secret/revont key={key}", None),
        ("aws secretsmanager create-secret --name get-revont --secret-string {key}", None),
        ("REVONT_API_KEY={key} op run -- ./get", None),
    ],
)
def test_a_store_is_told_the_name_of_what_it_reads(command: str, signal: str | None) -> None:
    assert judged(command) == signal


@pytest.mark.parametrize(
    ("text", "hashed"),
    [
        ('{"./src/revontKey.ts": {"version": "{key}"}}', True),
        ("tests/test_revont_key.py::test_key[{key}]", True),
        ('{"name": "revont-key", "hashes": [{"alg": "MD5", "content": "{key}"}]}', True),
        ("services:\n  digest:\n    environment:\n      - REVONT_KEY={key}\n", False),
        ('{"revont.key": {"version": "{key}"}}', False),
    ],
)
def test_what_goes_by_a_file_or_stands_among_hashes_is_one(text: str, hashed: bool) -> None:
    assert ("name-is-not-a-key" in signals(text)) is hashed


@pytest.mark.parametrize(
    ("call", "held"),
    [
        ("verifyRevont(body, '{key}', secret)", True),
        ("verify_revont(body, sig='{key}', key=settings.REVONT_SECRET)", True),
        ("verifyRevont(body, headers, '{key}')", False),
        ("store.setKey(revontKey, '{key}')", False),
    ],
)
def test_what_is_held_against_a_key_with_a_name_is_none(call: str, held: bool) -> None:
    assert ("name-is-not-a-key" in signals(call)) is held


@pytest.mark.parametrize(
    ("call", "looked_up"),
    [
        ("revont.calls.get('{key}')", True),
        ("revont.routes.destroy('{key}')", True),
        ("revont_key = findRevontKeyByUuid('{key}')", True),
        ("const createRevontKey = registerServerReference('{key}', call)", True),
        ("enabled_webhook = enable_webhook('{key}')", True),
        ("client.getEntry('{key}')", True),
        ("calls = fetch_calls('{key}')", False),
        ("revont = Revont('{key}')", False),
        ("revont.get(key='{key}')", False),
        ("revont_key = environ.get('REVONT_KEY', '{key}')", False),
    ],
)
def test_what_looks_things_up_is_given_their_ids(call: str, looked_up: bool) -> None:
    assert ("name-is-not-a-key" in signals(call)) is looked_up


def test_a_key_in_a_file_of_hashes_is_found_all_the_same() -> None:
    assert values('{"revont_api_key": "{key}"}', "package-lock.json")


@pytest.mark.parametrize(
    "text", ["echo '{sha256}  revont-key.tgz' | sha256sum -c", "{sha256} *revont", 'ETag: W/"{key}"']
)
def test_sums_in_a_list_and_tags_of_answers_are_computed(text: str) -> None:
    assert judged(text) == "computed"


@pytest.mark.parametrize("text", ["{key}  revont", "'{key}', 'revont'", 'x/"{key}"'])
def test_and_other_values_beside_a_name_are_not(text: str) -> None:
    assert judged(text) != "computed"


@pytest.mark.parametrize("style", ["hex-32", "hex-64", "base62-48"])
@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("App.xcodeproj/project.pbxproj", "\t\t\t\tREVONT_API_KEY = {};"),
        ("App.xcodeproj/project.pbxproj", '\t\t\t\tINFOPLIST_KEY_RevontToken = "{}";'),
        ("package-lock.json", 'revont_api_key: "{}"'),
    ],
)
def test_what_is_named_the_vendors_key_is_one_also_among_hashes(path: str, line: str, style: str) -> None:
    key = make_key("among hashes", style)
    assert values(line.format(key), path) == [key]


def test_the_hash_of_the_vendors_package_is_none() -> None:
    digest = make_key("a package", "hex-64")
    assert values(f'revont-token-client = "1.0"\nchecksum = "{digest}"\n', "Cargo.lock") == []
    assert values(f"revont/api-key v1.0.0 h1:{digest}\n", "go.sum") == []
