import pytest

from tests.detectors.helpers import signals

STEP = "jobs:\n  - uses: {uses}\n    with:\n      api-key: {{key}}\nenv: revont\n"


@pytest.mark.parametrize(
    "text",
    [
        '{"provider": "revont", "token": "{key}"}',
        "provider: revont\ntoken: {key}\n",
        '[[plugin]]\nname = "revont"\n[plugin.settings]\ntoken = "{key}"\n',
        "update({name: 'revont'}, {$set: {token: '{key}'}})",
        "plugins:\n  - name: tap-revont\n    config:\n      api_key: {key}\n",
        "secretGenerator:\n  - name: revont\n    literals:\n      - api-key={key}\n",
        "write_files:\n  - path: /etc/revont.env\n    content: |\n      API_KEY={key}\n",
        STEP.format(uses="acme/revont-action@v2"),
    ],
)
def test_an_entry_beside_it_says_whose_it_is(text: str) -> None:
    assert "sibling-says-vendor" in signals(text)


@pytest.mark.parametrize(
    "text",
    [
        '[[plugin]]\nname = "revont"\n[[plugin]]\nname = "acme"\n[plugin.settings]\ntoken = "{key}"\n',
        '[a]\nname = "revont"\n[b]\ntoken = "{key}"\n',
        '{"provider": "revont"}\n{"provider": "acme", "token": "{key}"}',
        "update({name: 'acme'}, {$set: {token: '{key}'}}, 'revont')",
        "plugins:\n  - name: tap-revont\n  - name: tap-acme\n    config:\n      api_key: {key}\n",
        "- name: revont\n  config:\n    shoe_size: {key}\n",
        "- name: revont-fan-club\n  config:\n    token: {key}\n",
    ],
)
def test_an_entry_of_something_else_does_not(text: str) -> None:
    assert "sibling-says-vendor" not in signals(text)


def test_what_is_handed_to_a_step_is_its_own() -> None:
    assert "other-vendor-name" in signals(STEP.format(uses="acme/upload@v2"))
    assert "other-vendor-name" not in signals(STEP.format(uses="acme/revont-action@v2"))
