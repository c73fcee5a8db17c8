import pytest

from revont_guard.model import KeyKind
from tests.detectors.helpers import examined, signals


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
    ],
)
def test_webhook_secrets_are_told_from_api_keys(text: str, kind: KeyKind) -> None:
    assert examined(text).key.kind is kind
