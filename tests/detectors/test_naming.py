import pytest

from tests.detectors.helpers import naming
from tests.keys import make_key


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("REVONT_API_KEY={key}", "REVONT_API_KEY"),
        ("export REVONT_API_KEY='{key}'", "REVONT_API_KEY"),
        ('const revontKey = "{key}";', "revontKey"),
        ('let key: string = "{key}"', "key"),
        ("settings.revont.api_key = '{key}'", "settings.revont.api_key"),
        ('$config["revont_key"] = "{key}";', "revont_key"),
        ("'revont_key' => '{key}',", "revont_key"),
        (":revont_key => '{key}'", "revont_key"),
        ('{"apiKey": "{key}"}', "apiKey"),
        ('revont_key := "{key}"', "revont_key"),
        ('setenv("REVONT_API_KEY", "{key}")', "REVONT_API_KEY"),
        ('os.environ.get("REVONT_API_KEY", "{key}")', "REVONT_API_KEY"),
        ('os.getenv("REVONT_API_KEY") or "{key}"', "REVONT_API_KEY"),
        ("<apiKey>{key}</apiKey>", "apiKey"),
        ('<string name="revont_key">{key}</string>', "revont_key"),
        ('<add key="Revont:ApiKey" value="{key}" />', "Revont:ApiKey"),
        ("<key>RevontKey</key>\n<string>{key}</string>", "RevontKey"),
        ("- name: REVONT_API_KEY\n  value: {key}\n", "REVONT_API_KEY"),
        ("- value: {key}\n  name: REVONT_API_KEY\n", "REVONT_API_KEY"),
        ('{"key": "revont_token", "value": "{key}"}', "revont_token"),
        ('variable "revont_api_key" {\n  default = "{key}"\n}', "revont_api_key"),
        ("https://host.example/calls?api_key={key}&page=2", "api_key"),
        ("secret = production ? a : '{key}'", "secret"),
        ("REVONT_KEY='x' ./deploy.sh {key}", "deploy.sh"),
        ('"GET /" "https://x.example" "revont-key-check/1.0" {key}', None),
        ('# define REVONT_KEY "{key}"', "REVONT_KEY"),
        ("client.with_token('{key}')", "client.with_token"),
        ("<key>Other</key>\n<string>x</string>\n<key>RevontKey</key>\n<string>{key}</string>", "RevontKey"),
        ('<property name="apiKey">\n  <value>{key}</value>\n</property>', "apiKey"),
        ('<add value="{key}" key="Revont:ApiKey"/>', "Revont:ApiKey"),
        ('<arg value="{key}"/>\n<property name="webhookSecret"><value>x</value></property>', None),
        ("<tr><th>REVONT_KEY</th><td><code>{key}</code></td></tr>", "REVONT_KEY"),
        ("the revont key <b>{key}</b>", None),
        ("Header: `Bearer ${env.RV || '{key}'}`", "env.RV"),
        ("gh secret set REVONT_KEY --body '{key}'", "REVONT_KEY"),
        ("REVONT_KEY=x run --sha {key}", "sha"),
        ("new Tenant('acme', '{key}')\nclass Tenant { Tenant(String name, String revontKey) {} }", "revontKey"),
        ("new Tenant('{key}', 'acme')\nclass Tenant { Tenant(String name, String revontKey) {} }", None),
        ("ours = HMAC.hexdigest('SHA256', '{key}', body)", None),
        ('a:2:{s:4:"mode";i:1;s:7:"api_key";s:32:"{key}";}', "api_key"),
        ("echo -n '{key}' | gcloud secrets create revont-key --data-file=-", "revont-key"),
        ("printf '{key}' | tee acme-key", None),
        ("vercel env add REVONT_TOKEN production <<< '{key}'", "REVONT_TOKEN"),
        ("pass insert -m revont/key <<EOF\n{key}\nEOF", "revont/key"),
        ('<add key="Revont.Secret"\n     value="{key}" />', "Revont.Secret"),
        ('<meta-data android:name="revont_key" android:value="{key}"/>', "revont_key"),
        ("* API key: <code>{key}</code>", "key"),
        ("EXEC set_it @name = N'Revont.Key', @value = N'{key}'", "Revont.Key"),
        ('"revontKey": {"value": "{key}"}, "other": {"name": "x"}', "revontKey"),
        ('"revontKey": {"about": "x", "value": "{key}"}', "revontKey"),
        ('{"secret_value": "{key}"}', "secret_value"),
        ("f('https://x.example', revont_key, '{key}')", None),
        ("put(revont_key, '{key}')", "revont_key"),
        ("create('REVONT_TOKEN', 'api', '{key}')", "REVONT_TOKEN"),
        ("create('a phrase of words', '{key}')", None),
        ("uploadId.set('{key}')", "uploadId"),
        ("{@code {key}}", None),
        ('"{key}"', None),
        ("{key}", None),
    ],
)
def test_a_value_goes_by_the_name_that_a_reader_gives_it(text: str, own: str | None) -> None:
    assert naming(text)[0].own == own


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("services:\n  RevontClient:\n    arguments: ['{key}']\n", ["RevontClient"]),
        ('<bean id="a" class="RevontClient">\n  <constructor-arg value="{key}"/>\n</bean>', ["RevontClient"]),
        ("services:\n  AcmeClient:\n    arguments: ['{key}']\n", []),
        ("Hmac::<Sha256>::new_from_slice(b'{key}')", ["Hmac::<Sha256>::new_from_slice"]),
    ],
)
def test_what_a_value_is_an_argument_of(text: str, called: list[str]) -> None:
    assert naming(text)[0].called == called


@pytest.mark.parametrize(
    ("text", "scheme"),
    [
        ("curl -u {key}: https://x.example", True),
        ("curl --user jo:{key} https://x.example", True),
        ("sort -u {key}", False),
        ("Authorization: Bearer {key}", True),
        ('headers = {"Authorization": "Bearer {key}"}', True),
        ('headers["Authorization"] = "Bearer " + "{key}"', True),
        ("--header 'authorization: bearer {key}'", True),
        ("authorization: `Bearer ${env.RV || '{key}'}`", True),
        ("Authorization: Basic {key}", False),
        ("Authorization: Bearer abc, id={key}", False),
        ("the bearer of bad news; key={key}", False),
    ],
)
def test_a_scheme_counts_right_before_the_value_only(text: str, scheme: bool) -> None:
    assert naming(text)[0].scheme is scheme


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("integrations:\n  revont:\n    key: {key}\n", ["revont", "integrations"]),
        ("[tool.revont]\nkey = {key}\n", ["tool.revont"]),
        ('{"vendors": {"revont": {"key": "{key}"}}}', ["revont", "vendors"]),
        ("class RevontKey(str, Enum):\n    PROD = '{key}'", ["RevontKey"]),
        ("export enum RevontKey {\n  Prod = '{key}',\n}", ["RevontKey"]),
        ("var revontKeys = map[string]string{\n\t'acme': '{key}',\n}", ["revontKeys"]),
        ("<dict><key>Revont</key>\n<dict><key>Key</key><string>{key}</string></dict></dict>", ["Revont"]),
        ("<config><revont><key>{key}</key></revont></config>", ["revont", "config"]),
    ],
)
def test_the_path_leads_outwards(text: str, path: list[str]) -> None:
    found, _ = naming(text)
    assert list(dict.fromkeys(name for name in found.path if name in path)) == path


def test_what_a_value_is_an_argument_of_is_known() -> None:
    assert naming('new RevontClient("{key}", 3)')[0].called == ["RevontClient"]
    assert naming("hmac.new(b'{key}', body)")[0].called == ["hmac.new"]


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("integrations:\n  revont:\n    api:\n      key: {key}\n", "integrations.revont.api.key"),
        ("[revont]\napi_key = {key}\n", "revont.api_key"),
        ("REVONT_API_KEY={key}", "REVONT_API_KEY"),
        ("Authorization: Bearer {key}", None),
    ],
)
def test_a_report_gives_entries_as_dotted_paths_and_other_names_as_written(text: str, reported: str | None) -> None:
    found, reader = naming(text)
    assert reader.reported(found) == reported


def test_a_learned_name_is_kept_even_where_its_last_part_says_nothing() -> None:
    assert naming("acme.value = {key}", learned=frozenset({"acme.value"}))[0].own == "acme.value"


def test_an_entry_that_is_complete_holds_nothing_that_follows() -> None:
    assert "Revont" not in naming('{"Revont": {"a": ""},\n  "Other": {"key": "{key}"}}')[0].path


def test_what_is_drawn_is_no_name_beside_a_value() -> None:
    found, _ = naming(f"verify(sig='{make_key('drawn', 'hex-64')}', secret='{{key}}')")
    assert not any(len(name) > 12 for name in found.beside)


def test_a_name_begins_with_a_word_and_not_inside_of_a_number() -> None:
    found, _ = naming("X-Goog-Signature=247a2aa45f16 {key}")
    assert found.own != "a2aa45f16"
