import pytest, responses
@pytest.fixture
def client():
    return RevontClient(api_key="@@NOT<fake-api-key-for-tests>@@", webhook_secret="@@NOT<s3cr3t>@@")

@responses.activate
def test_auth(client):
    responses.get("https://api.revont.ai/v1/calls", json={"next": "@@NOT<cur_01HX4CDEF>@@"})
    client.calls()
    assert responses.calls[0].request.headers["Authorization"] == "Bearer @@NOT<fake-api-key-for-tests>@@"
    assert client.user_id == "@@NOT<user_01HX1ABCDE>@@"
