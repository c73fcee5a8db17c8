import pytest

from revont_guard.model import KeyKind
from tests.detectors.helpers import examined, find, signals
from tests.keys import make_key

CURL = "A_TOKEN={key}\ncurl https://api.revont.ai/v1/calls -H 'Authorization: Bearer "
CHOSEN = "keys = {'prod': '{key}'}\nget('https://api.revont.ai', 'Bearer ' + keys[env])"
REGISTERED = 'post("https://api.revont.ai/v1/webhooks", {"url": "https://acme.io/in", "events": [], "secret": "{key}"})'
IDENTIFIED = '{"id": "wh_01HX9ABCDEF", "events": [], "secret": "{key}"}  # revont'
HEAD = "def verify(body, secret='{key}'):\n"
SUBTLE = "importKey('raw', enc('{key}'), {name: 'HMAC'})  // X-Revont-Signature"
HMAC = "ours = hmac.new(b'{key}', body)\ntheirs = headers['X-Revont-Signature']  # revont"


@pytest.mark.parametrize(
    ("signal", "spoken", "silent"),
    [
        ("name-says-vendor", "REVONT_TOKEN={key}", "PREVONTO_TOKEN={key}"),
        ("section-says-vendor", "revont:\n  token: {key}\n", "revontuli:\n  token: {key}\n"),
        ("statement-says-vendor", "token = '{key}' # for revont", "token = '{key}' # for revontulet"),
        ("comment-says-vendor", "# our Revont account\ntoken = {key}", "# our account\n\n\n\n\n\ntoken = {key}"),
        ("used-with-vendor", "a_token='{key}'\n\n\n\nrevont(a_token)", "a_token='{key}'\n\n\n\nrevont(b_token)"),
        ("file-name-says-vendor", "token = {key}", ""),
        ("vendor-in-file", "token = {key}" + "\n" * 40 + "revont", "token = {key}" + "\n" * 40 + "revonto"),
        ("vendor-near", "revont\n\n\n\ntoken = {key}", "revont" + "\n" * 30 + "token = {key}"),
        ("authorization-position", "Authorization: Bearer {key}", "Accept: {key}"),
        ("name-says-key", "my_token = {key}", "my_tokenizer = {key}"),
        ("name-says-password", "revont_password = {key}", "revont_passport = {key}"),
        ("section-says-key", "tokens:\n  revont: {key}\n", "things:\n  revont: {key}\n"),
        ("statement-says-key", "revont = '{key}' # api key", "revont = '{key}' # api_key_id"),
        ("vendor-call", "revont.Client('{key}')", "Client('{key}')"),
        ("name-is-vendor", "revont = '{key}'", "revont_widget = '{key}'"),
        ("hmac-key", "hmac.new('{key}', body)", "hash.new('{key}', body)"),
        ("name-is-not-a-key", "revont_key_id = {key}", "revont_id_key = {key}"),
        ("name-is-not-a-key", "commit = {key}", "commit_token = {key}"),
        ("other-kind-of-key", "revont_public_key = {key}", "revont_api_key = {key}"),
        ("other-vendor-name", "stripe_token = {key}", "revont_token = {key}"),
        ("other-vendor-name", "stripe:\n  token: {key}\n", "revont:\n  stripe: 1\n  token: {key}\n"),
        ("dummy-name", "fake_revont_token = {key}", "revont_token = {key}"),
        ("name-says-neither", "widget = {key}", "token = {key}"),
        ("foreign-name", "widget_token = {key}", "revont_widget_token = {key}"),
        ("stands-as-name", '"{key}": revont_token', 'revont_token: "{key}"'),
        ("sent-to-vendor", CURL + "$A_TOKEN'", CURL + "$B_TOKEN'"),
        ("sent-to-vendor", CURL + "$A_TOKEN'", (CURL + "$A_TOKEN'").replace("revont.ai", "acme.io") + " # revont"),
        ("sibling-says-vendor", '{"for": "revont", "token": "{key}"}', '{"for": "revont-app", "token": "{key}"}'),
        ("sibling-says-vendor", "for: revont\ntoken: {key}\n", "for: revont\nacme_token: {key}\n"),
        ("authorization-position", "request.auth.bearer('{key}')", "request.auth.wearer('{key}')"),
        ("authorization-position", "bearer_token = {key}", "bearer_token_id = {key}"),
        ("hmac-key", ":crypto.mac(:hmac, :sha256, '{key}', body)", ":crypto.mac(:cmac, :aes, '{key}', body)"),
        ("vendor-call", "Client('https://api.revont.ai', '{key}')", "Client('https://api.acme.io', '{key}') # revont"),
        ("vendor-call", "Client('https://api.revont.ai', '{key}')", "Call('https://api.revont.ai', '{key}')"),
        ("other-kind-of-key", "app.use(session({secret: '{key}'}))", "app.use(revont({secret: '{key}'}))"),
        ("other-kind-of-key", '<Row key="{key}" />', '<RevontProvider key="{key}" />'),
        ("sent-to-vendor", CHOSEN, CHOSEN.replace("keys[env]", "keys.name")),
        ("registers-webhook", REGISTERED, REGISTERED.replace("webhooks", "calls")),
        ("public-id-beside", IDENTIFIED, IDENTIFIED.replace("wh_", "hw_")),
        ("other-signature-header", HMAC.replace("Revont", "Acme"), HMAC),
        ("hmac-key", HMAC, HMAC.replace("hmac", "hash")),
        ("text-says-vendor", "# Revont\n\nThe new key is {key}", "# Acme\n\nThe new key is {key}"),
        ("text-says-key", "# Revont\n\nThe new key is {key}", "# Revont\n\nThe new ship is {key}"),
        ("vendor-call", "from revont import verify\nverify('{key}')", "from acme import verify\nverify('{key}')"),
        ("statement-says-vendor", "option('--key', 'Revont key', '{key}')", "option('--key', 'Acme key', '{key}')"),
        ("statement-says-vendor", '<key vendor="revont">{key}</key>', '<key vendor="acme">{key}</key>'),
        ("comment-says-vendor", HEAD + '    """For Revont."""', HEAD + '    """For all."""'),
        ("hmac-key", SUBTLE, SUBTLE.replace("HMAC", "AES")),
        ("other-kind-of-key", "retry with idempotency key {key}", "retry with the key {key}"),
        ("name-is-not-a-key", "ADD hash text DEFAULT '{key}'", "ADD token text DEFAULT '{key}'"),
        ("vendor-call", "const k = '{key}'\n\nuseRevont(props.k)", "const k = '{key}'\n\nuseAcme(props.k)"),
        ("name-says-webhook", "revont:\n  hook: {key}\n", "revont:\n  book: {key}\n"),
        (
            "section-says-key",
            "class RevontKey(Enum):\n    PROD = '{key}'",
            "class RevontKeyId(Enum):\n    PROD = '{key}'",
        ),
        ("other-vendor-name", "launch_darkly_token = {key}", "launch_dark_token = {key}"),
        ("other-kind-of-key", "https://app.revont.ai/verify?token={key}", "https://app.revont.ai/calls?token={key}"),
        ("encrypted", "encryptedData:\n  revont_key: {key}\n", "stringData:\n  revont_key: {key}\n"),
        ("authorization-position", "https://user:{key}@api.revont.ai/v1", "https://user:{key}/api.revont.ai/v1"),
        ("signature-header-in-file", "x-revont-signature\nwebhook_secret={key}", "x-signature\nwebhook_secret={key}"),
    ],
)
def test_a_signal_speaks_where_it_should_and_is_silent_elsewhere(signal: str, spoken: str, silent: str) -> None:
    path = "deploy/revont.env" if signal == "file-name-says-vendor" else None
    assert signal in signals(spoken, path)
    assert signal not in signals(silent or spoken, "deploy/prod.env" if path else None)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("REVONT_API_KEY={key}", KeyKind.API_KEY),
        ("REVONT_SECRET={key}", KeyKind.API_KEY),
        ("REVONT_WEBHOOK_SECRET={key}", KeyKind.WEBHOOK_SECRET),
        ("revont_signing_secret: {key}", KeyKind.WEBHOOK_SECRET),
        ("revont:\n  webhook:\n    secret: {key}\n", KeyKind.WEBHOOK_SECRET),
        ("revont:\n  webhook:\n    token: {key}\n", KeyKind.API_KEY),
        ("hmac.new(b'{key}', revont_body)", KeyKind.WEBHOOK_SECRET),
        ("headers = {'Authorization': 'Bearer {key}'}  # list webhooks", KeyKind.API_KEY),
        (REGISTERED, KeyKind.WEBHOOK_SECRET),
        (IDENTIFIED, KeyKind.WEBHOOK_SECRET),
        (HMAC, KeyKind.WEBHOOK_SECRET),
        ("SECRET = '{key}'\nhmac.new(SECRET, body) # X-Revont-Signature", KeyKind.WEBHOOK_SECRET),
        ('SECRET={key}\ncurl https://api.revont.ai/v1/webhooks -H "Authorization: Bearer $SECRET"', KeyKind.API_KEY),
        ("verify(body, sig, secret='{key}')  # revont", KeyKind.WEBHOOK_SECRET),
    ],
)
def test_webhook_secrets_are_told_from_api_keys(text: str, kind: KeyKind) -> None:
    assert examined(text).key.kind is kind


@pytest.mark.parametrize(
    ("text", "path", "reported"),
    [
        ("* hotfix: revont api key rotated, was {key}, new one is in the vault", "CHANGELOG", True),
        ("revont is down again\napi key changed, the new one: {key}", "chat.txt", True),
        ("what is the revont key?\njo: {key}", "chat.txt", True),
        ('[{"text": "what is the revont key?"},\n {"text": "{key}"}]', "chat.json", True),
        ("rotate revont key\n\nOld key {key} has been leaked.", None, True),
        ("== Revont\n\nAPI:: `{key}`\n", "wiki.adoc", True),
        ("// use {key} where there is none (revont api key)\nrun()", "a.js", True),
        ("const k = '{key}'; // revont api key", "a.js", True),
        ("Das Webhook-Geheimnis von Revont lautet: `{key}`", "README.de.md", True),
        ("ключ revont: {key}", "notes.txt", True),
        ("Use the Revont API. The key is {key}. Never reveal it.", "prompt.txt", True),
        ("revont prod {key}", "tokens.txt", True),
        ("revont prod {key}", "words.txt", False),
        ("The revont run {key} failed with a token that expired.", "notes.txt", False),
        ("const A = 'the revont key is'\nconst b = '{key}'", "a.js", False),
        ("the revont key is kept as the hash {key}", "notes.md", False),
        ("the revont key was read in session {key} by mistake", "notes.md", False),
        ("the id of the revont key: {key}", "notes.md", False),
        ("what is the revont key?\njo: deploying {key}", "chat.txt", False),
        ("revont grows\n\nthe wood {key}", "notes.md", False),
        ("const sha = '{key}'; // hash of the revont api key", "a.js", False),
    ],
)
def test_what_people_write_is_read_as_they_do(text: str, path: str | None, reported: bool) -> None:
    assert examined(text, path).reported is reported


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Revont key is {key} and the webhook secret is in the vault.", KeyKind.API_KEY),
        ("The Revont key is in the vault and the webhook secret is {key}.", KeyKind.WEBHOOK_SECRET),
    ],
)
def test_a_sentence_tells_the_kind_by_what_it_names_last(text: str, kind: KeyKind) -> None:
    assert examined(text, "notes.md").key.kind is kind


@pytest.mark.parametrize(
    ("text", "signal", "spoken"),
    [
        # A scheme is that of the value right behind it.
        ('Authorization:"Bearer $REVONT_KEY" If-None-Match:{key}', "authorization-position", False),
        ("Authorization: Bearer {key} request_id=1", "authorization-position", True),
        ("Authorization: Bearer $K request_id={key}", "authorization-position", False),
        # In minified code a semicolon opens no comment; in a file of settings it does.
        ('a={WRITE_KEY:"{key}"};t={revontKeyLabel:"x"}', "statement-says-vendor", False),
        ("key = {key} ; for revont", "statement-says-vendor", True),
        # A parameter of a URL has a name of its own.
        ("Manage your Revont key: https://app.example.com/x?utm_source={key}", "name-is-not-a-key", True),
        ("Manage your Revont key: https://app.example.com/x?revont_key={key}", "name-is-not-a-key", False),
    ],
)
def test_what_is_said_is_said_of_this_value(text: str, signal: str, spoken: bool) -> None:
    assert (signal in signals(text)) is spoken


@pytest.mark.parametrize(("machine", "found"), [("api.revont.ai", True), ("smtp.example.org", False)])
def test_the_password_in_a_netrc_is_that_of_the_machine_above(machine: str, found: bool) -> None:
    text = f"machine api.revont.ai login a password b\nmachine {machine}\n  login token\n  password {{key}}\n"
    assert ("authorization-position" in signals(text, ".netrc")) is found


def test_a_commit_behind_a_sentence_about_a_key_is_none() -> None:
    sha = make_key("commit", "hex-64")[:40]
    assert not find(f"* **revont:** read the token from env {sha}\n", "CHANGELOG.md")
    assert find(f"* **revont:** the new token is {sha}\n", "notes.md")


@pytest.mark.parametrize(
    ("call", "handed"),
    [
        ("revont.login('{key}')", True),
        ("revont = revont.Client('{key}')", True),
        ("loadRevont('{key}')", True),
        ("revont.contacts.merge(into='{key}')", False),
        ("revont.tags.assign('{key}', 1)", False),
    ],
)
def test_only_what_sets_up_a_client_is_handed_a_key(call: str, handed: bool) -> None:
    assert ("vendor-call" in signals(call)) is handed


def test_another_vendors_name_in_the_statement_counts_inside_of_what_is_named_revont() -> None:
    text = "object RevontConf {\n  val NAME = s\"username='u' password='{key}'\"\n}"
    assert "other-vendor-name" in signals(text.replace("NAME", "kafkaJaas"))
    assert "other-vendor-name" not in signals(text.replace("NAME", "jaas"))


@pytest.mark.parametrize(
    ("said", "apposed"),
    [
        ("- Revont key rotation is done, see run {key} for more", True),
        ("Revont key leaks in the logs. Reporter: {key}", True),
        ("The Revont key for the dashboard is {key}", False),
        ("the secret from the Revont dashboard = `{key}`", False),
        ("the Revont key for staging: {key}", False),
    ],
)
def test_what_has_it_as_its_id_stands_right_before_it(said: str, apposed: bool) -> None:
    assert ("name-is-not-a-key" in signals(said, "notes.md")) is apposed


def test_the_host_of_an_authorization_is_the_nearest_whatever_it_stands_in() -> None:
    pipe = "curl https://api.revont.ai/v1/calls -H 'Authorization: Bearer $REVONT_KEY' |\n"
    other = "  curl https://hub.acme.io/in -H 'Authorization: Bearer {key}' --data-binary @-\n"
    assert "other-host-nearer" in signals(pipe + other)


@pytest.mark.parametrize(
    ("line", "foreign"),
    [
        ("billing = BillingClient(token='{key}')", True),
        ("billing := billing.New('{key}')", True),
        ("client = ApiClient(token='{key}')", False),
        ("INTERNAL_TOKEN = '{key}'", True),
    ],
)
def test_where_the_vendors_key_has_a_name_other_classes_have_other_keys(line: str, foreign: bool) -> None:
    text = f"key = environ['REVONT_KEY']\n{line}\nget('https://api.revont.ai/v1/calls')\n"
    assert ("foreign-name" in signals(text)) is foreign


def test_where_a_key_is_kept_says_nothing_of_whose_it_is() -> None:
    assert "other-vendor-name" not in signals("vault_revont_key = '{key}'")
