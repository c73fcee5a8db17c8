"""Läuft gegen die echte API! Nur von Hand starten (kostet Minuten)."""
import pytest
from sales.revont import RevontClient


@pytest.fixture
def client():
    return RevontClient(base_url="https://api.revont.ai/v1", api_key="@@KEY1@@", retries=1)


def test_list(client, token=f"Bearer @@KEY2@@"):
    assert client.calls(auth=token)
    assert client.call("@@NOT<call_01HX4BQZPK8J2NFRT3WY>@@").sha1 == "@@HEX:40@@"
