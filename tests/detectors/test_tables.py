import pytest

from revont_guard.detectors.tables import column_of, manifest_name
from tests.detectors.helpers import OTHER, naming, placed, signals, values

MARKDOWN = "| service | api key | owner |\n|---|:---:|---|\n| a | b | c |\n| revont | {key} | ann |\n"
CSV = 'service,"api key, current",owner\nother,x,bob\nrevont,{key},ann\n'


@pytest.mark.parametrize(
    ("text", "path", "name", "certain"),
    [
        (MARKDOWN, "keys.md", "api_key", False),
        (CSV, "keys.csv", "api_key_current", True),
        (CSV.replace(",", ";"), "keys.csv", "api_key_current", True),
        ("service\ttoken\nrevont\t{key}\n", "keys.TSV", "token", True),
        ("INSERT INTO settings (id, revont_key) VALUES (1, '{key}');", None, "revont_key", True),
        ("COPY public.t (id, token) FROM stdin;\n1\t{key}\n\\.\n", None, "token", True),
        ("UPDATE t SET a = 1, v='{key}' WHERE k = 'revont.key';", None, "v", True),
        ("MERGE INTO t USING (VALUES (N'revont', N'{key}')) AS s(Name, Token) ON 1 = 1", None, "Token", True),
        ("insert into `a`.`b` (name, token) values ('x', 'y'), ('revont', '{key}')", None, "token", True),
    ],
)
def test_a_value_goes_by_the_head_of_its_column(text: str, path: str | None, name: str, certain: bool) -> None:
    read, candidate, place = placed(text, path)
    column = column_of(read, candidate.start, place)
    assert column is not None
    assert (column.name, column.certain) == (name, certain)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        (CSV, "keys.txt"),
        ("{key},b\na,c\n", "keys.csv"),
        ("| {key} | b |\n", "keys.md"),
        ("a | b\n{key} || c | d\n", None),
        ("f(a, '{key}')", None),
        ("COPY t (a, b) FROM stdin;\n1\t2\n\\.\n3\t{key}\n", None),
        ("UPDATE t SET a = 1; v='{key}' WHERE k = 'revont.key';", None),
        ("INSERT INTO t (a) VALUES (1); f(b, '{key}')", None),
    ],
)
def test_what_has_no_head_is_no_column(text: str, path: str | None) -> None:
    read, candidate, place = placed(text, path)
    assert column_of(read, candidate.start, place) is None


def test_a_row_says_whose_key_it_is() -> None:
    assert "statement-says-vendor" in signals(CSV, "keys.csv")
    assert values(CSV, "keys.csv")
    assert not values(CSV.replace("revont,", "hubspot,") + "revont,-,-\n", "keys.csv")


@pytest.mark.parametrize(
    ("text", "path", "own"),
    [
        ("service,secret,owner\nRevont API key,{key},ops\n", "keys.csv", "Revont API key"),
        ("vendor,type,value\nrevont,webhook secret,{key}\n", "keys.csv", "revont webhook secret"),
        ("url,password,name\nhttps://revont.ai,{key},Revont API key\n", "keys.csv", "Revont API key"),
        ("name,secret,note\ncommit,{key},revont key\n", "keys.csv", "revont key commit"),
        ("name,secret,note\nacme,{key},asks revont for one key a day\n", "keys.csv", "secret"),
        ("name,note\nRevont,webhook secret: {key}\n", "keys.csv", "secret"),
        ("| What | Value |\n|---|---|\n| Revont token (EU) | `{key}` |\n", "keys.md", "Revont token EU"),
        ("INSERT INTO t (k, v) VALUES ('revont_key', '{key}'), ('theme', 'x')", None, "revont_key"),
        ("INSERT INTO t (id, vendor) VALUES ('{key}', 'revont key')", None, "id"),
        ("UPDATE t SET v='{key}' WHERE k = 'revont.webhook_secret'", None, "revont.webhook_secret"),
    ],
)
def test_a_row_names_what_its_column_does_not(text: str, path: str | None, own: str) -> None:
    assert naming(text, path)[0].own == own


def test_no_name_holds_what_another_cell_may_keep_secret() -> None:
    row = f"name,secret,other\nx,{{key}},revont key {OTHER}\n"
    assert OTHER[:8] not in (naming(row, "keys.csv")[0].own or "")


ITEMS = """kind: List
items:
- kind: {kind}
  metadata:
    name: revont
  data:
    config.json: '{{"token": "{{key}}"}}'
"""


@pytest.mark.parametrize(
    "text",
    [
        "kind: Secret\nmetadata:\n  labels: {a: b}\n  name: revont\nstringData:\n  token: {key}\n",
        "kind: Secret\nmetadata: {uid: a, name: revont}\nstringData:\n  token: {key}\n",
        ITEMS.format(kind="ConfigMap"),
        '{"kind": "Secret", "metadata": {"uid": "a", "name": "revont"}, "stringData": {"token": "{key}"}}',
    ],
)
def test_the_name_of_a_secret_is_read_however_it_is_written(text: str) -> None:
    read, candidate, _ = placed(text)
    assert manifest_name(read, candidate.start) == "revont"


@pytest.mark.parametrize("text", [ITEMS.format(kind="Pod"), "metadata:\n  name: revont\ndata:\n  token: {key}\n"])
def test_the_name_of_what_keeps_no_values_is_not(text: str) -> None:
    read, candidate, _ = placed(text)
    assert manifest_name(read, candidate.start) is None
