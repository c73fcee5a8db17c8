import pytest

from tests.detectors.helpers import KEY, OTHER, find, signals, values

ASKED = '[{"text": "which Revont key is it?"},\n {"user": "al", "text": '


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("rotate the Revont key\n\nwas {key}, now in Vault", "log.txt"),
        ("Ein neuer Revont-Schlüssel ist da.\nDer alte war {key} und ist gesperrt.", "mail.txt"),
        ("nowy klucz Revont\n\nstary był {key}", "mail.txt"),
        ("1/3/24, 10:02 - Jo: the Revont key?\n1/3/24, 10:03 - Al: sure, {key}", "chat.txt"),
        ("[10:02] <jo> our revont key?\n[10:03] <al> it's {key}", "chat.log"),
        (ASKED + '"{key}"}]', "export.json"),
        (ASKED + '"sure: `{key}` pls keep it"}]', "export.json"),
        ("// the shared Revont key of the sales team: {key}", "a.hs"),
        ("here is the API key for the Revont workspace:\n\n{key}\n", "key.eml"),
        ("# Revont test token:\n#   {key}\n", "a.rb"),
        ("/** Revont. Sandbox key: {@code {key}} */", "A.java"),
        ("== Revont ==\n* API key: <code>{key}</code>", "page.mediawiki"),
        ("sync:\n  # revont key (old): {key}\n  key: x\n", "a.yml"),
    ],
)
def test_a_value_is_what_people_say_that_it_is(text: str, path: str) -> None:
    assert values(text, path) == [KEY]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("rotate the Revont key\n\nbuild {key}, now in Vault", "log.txt"),
        ("Revont key: in Vault\nTenant {key}", "a.txt"),
        ("1/3/24, 10:02 - Jo: the Revont key?\n1/3/24, 10:03 - Al: in Vault, trace {key}", "chat.txt"),
        (ASKED + '"trace {key} was slow"}]', "export.json"),
        (ASKED.replace("text", "name") + '"{key}"}]', "export.json"),
        ("Revont:\ntoken in Vault\n\nAcme:\nuser jo\ntoken {key}", "a.txt"),
        ("// the Revont digest of the sales team: {key}", "a.hs"),
        ("here is the API key id for the Revont workspace:\n\n{key}\n", "key.eml"),
        ("#define NEXT_TO_THE_REVONT_ANCHOR {key}", "a.h"),
    ],
)
def test_and_not_what_they_say_of_something_else(text: str, path: str) -> None:
    assert values(text, path) == []


def test_a_label_below_a_line_with_a_value_of_its_own_is_one_of_a_list() -> None:
    text = "Revont\n\nAPI key: {other}\nTenant: {key}".replace("{other}", OTHER)
    assert "text-says-key" not in signals(text, "a.txt")


def test_words_of_other_scripts_name_the_secret_of_a_webhook() -> None:
    (match,) = find("// секрет вебхука, X-Revont-Signature\n//   {key}\n", "a.kt")
    assert match.key.kind == "webhook-secret"
