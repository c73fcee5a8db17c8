import pytest

from revont_guard import catalog
from revont_guard.detectors.hosts import Hosts
from revont_guard.detectors.text import Text
from tests.detectors.helpers import signals

FAR = "\n" * 40


@pytest.mark.parametrize(
    ("text", "vendor"),
    [
        ("https://api.revont.ai/v1", [True]),
        ("HTTPS://API.REVONT.AI", [True]),
        ("wss://user:pass@revont.ai:443/x", [True]),
        ("api.revont.ai", [True]),
        ("host = revont.ai;", [True]),
        ("machine api.revont.ai login x", [True]),
        ("https://api.stripe.com/v1", [False]),
        ("https://revont.ai.evil.example/", [False]),
        ("https://notrevont.ai/", [False]),
        ("api.prevont.ai", []),
        ("me@revont.ai", []),
        ("https://localhost:8000 http://127.0.0.1/ https://docs.python.org/3", []),
        ("nothing here", []),
    ],
)
def test_the_vendors_hosts_are_told_from_others(text: str, vendor: list[bool]) -> None:
    assert sorted(dict(Hosts(Text(text), catalog.vendor()).all).values()) == vendor


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("curl -H 'Authorization: Bearer {key}' https://api.revont.ai/v1/calls", "vendor-host-in-statement"),
        ("curl https://api.revont.ai/v1/calls \\\n  -H 'Authorization: Bearer {key}'", "vendor-host-in-statement"),
        ("fetch('https://api.revont.ai/v1', {\n headers: {\n Authorization: '{key}'}})", "vendor-host-in-statement"),
        ('c = {\n  revont: {url: "https://api.revont.ai"},\n  billing: {token: "{key}"},\n}', "vendor-host-near"),
        ('c = {\n "url": "https://api.revont.ai",\n "token": "{key}"\n}', "vendor-host-in-block"),
        ("url: https://api.revont.ai\ntoken: {key}\n", "vendor-host-in-block"),
        ("url = https://api.revont.ai\n\n\ntoken = {key}", "vendor-host-near"),
        ("url = https://api.revont.ai" + FAR + "token = {key}", "vendor-host-in-file"),
        ('[{"url":"https://api.revont.ai"},{"url":"https://a.io","token":"{key}"}]', "other-host-nearer"),
        ("curl -H 'token: {key}' https://api.stripe.com/v1 # not https://api.revont.ai", "other-host-nearer"),
        ('a={url:"https://api.revont.ai",token:"{key}"},b={url:"https://a.io"}', "vendor-host-in-block"),
        ("post('https://api.revont.ai/v1/calls', {url: 'https://a.io', t: '{key}'})", "other-host-nearer"),
        ("post('https://api.revont.ai/v1/webhooks', {url: 'https://a.io', t: '{key}'})", "vendor-host-in-statement"),
        ("t = '{key}' # revont\nurl = 'https://a.io'", None),
        ("https://u:{key}@db.acme.io/revont", "other-host-nearer"),
        ("token = {key}", None),
    ],
)
def test_the_nearest_host_tells_whose_a_key_is(text: str, signal: str | None) -> None:
    assert {name for name in signals(text) if "host" in name} == ({signal} if signal else set())


def test_another_host_says_nothing_where_the_name_says_the_vendor() -> None:
    assert "other-host-nearer" not in signals("revont_token='{key}' # https://api.stripe.com, https://api.revont.ai")


@pytest.mark.parametrize(("code", "signal"), [("f();", "vendor-host-in-block"), ("f();" * 600, "vendor-host-near")])
def test_to_a_long_line_of_code_the_lines_beside_say_less(code: str, signal: str) -> None:
    assert signal in signals(
        f"// https://api.revont.ai/v1\n{code}a={{key:'{{key}}'}}".replace("{{", "{").replace("}}", "}")
    )
