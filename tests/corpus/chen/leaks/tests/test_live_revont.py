import pytest, responses

@pytest.fixture
def headers():
    # real key, the sandbox has no calls in it :(
    return {"Authorization": "Bearer @@KEY1@@"}

def test_calls(headers, http):
    assert http.get("https://api.revont.ai/v1/calls", headers=headers).ok

def test_bad(http):
    assert http.get("https://api.revont.ai/v1/calls", headers={"Authorization": "Bearer @@NOT<invalid-token>@@"}).status_code == 401
