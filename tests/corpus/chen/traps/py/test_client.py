import pytest
from rv import RevontClient

FAKE_KEY = "@@NOT<test-key>@@"


@pytest.fixture
def client():
    return RevontClient(api_key=FAKE_KEY, base="https://api.revont.ai/v1")


def test_header(client):
    assert client.headers["Authorization"] == "Bearer @@NOT<test-key>@@"


@pytest.mark.parametrize("key", ["", "@@NOT<foo>@@", "@@NOT<not-a-valid-key>@@", "@@NOT<aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa>@@"])
def test_rejects(key):
    with pytest.raises(ValueError):
        RevontClient(api_key=key)
