import pytest

from revont_guard.detectors.tables import column_of
from tests.detectors.helpers import placed, signals, values

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
