import pytest
from app.revont import Client

@pytest.fixture
def client():
    return Client(api_key="@@NOT<test-key>@@", webhook_secret="@@NOT<not-a-real-secret>@@")

def test_header(client):
    assert client.headers()["Authorization"] == "@@NOT<Bearer test-key>@@"

def test_sig(client):
    assert client.sign(b"{}") == "sha256=@@HEX:64@@"
