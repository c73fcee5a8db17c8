"""Whom to ask: https, or http on this very machine; and an address is read in one way only."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revont_guard import catalog
from revont_guard.errors import UsageError
from revont_guard.verify.endpoint import Endpoint, Proxy, endpoint, loopback, proxy
from tests.keys import make_key


@pytest.mark.parametrize(
    ("url", "host", "port", "path", "shown"),
    [
        ("https://api.example.org/v1", "api.example.org", 443, "/v1", "api.example.org"),
        ("https://api.example.org:8443", "api.example.org", 8443, "", "api.example.org:8443"),
        ("https://localhost/", "localhost", 443, "", "localhost"),
        ("http://127.0.0.1:8080/v1/", "127.0.0.1", 8080, "/v1", "127.0.0.1:8080"),
        ("http://127.9.8.7", "127.9.8.7", 80, "", "127.9.8.7"),
        ("http://[::1]:80/v1", "::1", 80, "/v1", "[::1]"),
    ],
)
def test_address(url: str, host: str, port: int, path: str, shown: str) -> None:
    found = endpoint(url, "it")
    assert found == Endpoint(url.partition(":")[0], host, port, path)
    assert str(found) == shown


def test_vendors_own_address_is_one() -> None:
    vendor = catalog.vendor()
    found = endpoint(vendor.api_url, "it")
    assert found.scheme == "https"
    assert found.host.endswith(tuple(vendor.hosts))


@pytest.mark.parametrize(
    "url",
    [
        "",
        "api.example.org",
        "ftp://127.0.0.1/",
        "file:///etc/passwd",
        "https://",
        "https:///v1",
        "https://a b/v1",
        "https://api.example.org/v1?key=1",
        "https://api.example.org/v1#a",
        "https://api.example.org\\@evil.example/v1",
        "https://api.example.org/v1\r\nHost: evil.example",
        "https://api.example.org/v1\n",
        "https://user@api.example.org/v1",
        "https://user:word@api.example.org/v1",
        "https://api.example.org:0/v1",
        "https://api.example.org:65536/v1",
        "https://api.example.org:/v1",
        "https://api..example.org/v1",
        "https://.example.org/v1",
        f"https://{'a' * 64}.example.org",
        f"https://{'a.' * 127}",
        "https://[::1/v1",
        "https://[1::2::3]/v1",
        "https://[::1%25eth0]/v1",
        "https://exämple.org/v1",
        "https://api.example.org/%2e%2e",
        # In the clear, to another machine or to a name that others resolve.
        "http://api.example.org/v1",
        "http://localhost:8080/v1",
        "http://127.0.0.1.example.org/v1",
        "http://127.1/v1",
        "http://2130706433/v1",
        "http://0x7f.0.0.1/v1",
        "http://0177.0.0.1/v1",
        "http://0.0.0.0/v1",
        "http://128.0.0.1/v1",
        "http://10.0.0.1/v1",
        "http://[::]/v1",
        "http://[::ffff:127.0.0.1]/v1",
        "http://[fe80::1]/v1",
    ],
)
def test_what_is_none_is_refused_unquoted(url: str) -> None:
    with pytest.raises(UsageError) as raised:
        endpoint(url, "--api-url")
    assert str(raised.value).startswith("--api-url must") or str(raised.value).startswith("--api-url has")
    assert url in ("", "https://") or url not in str(raised.value)


@pytest.mark.parametrize("url", ["http://127.0.0.1:1/v1", "https://127.0.0.1/v1", "https://[::1]/v1"])
def test_loopback(url: str) -> None:
    assert loopback(url, "it") == endpoint(url, "it")


@pytest.mark.parametrize("url", ["https://api.example.org/v1", "https://localhost/v1", "https://127.1/v1"])
def test_what_is_elsewhere_is_no_loopback(url: str) -> None:
    with pytest.raises(UsageError, match="must be on 127"):
        loopback(url, "it")


def test_proxy_keeps_its_password_to_itself() -> None:
    word = make_key("the password of a proxy")
    found = proxy(f"http://me:{word}@proxy.example.org:3128", "--proxy")
    assert (found.host, found.port) == ("proxy.example.org", 3128)
    assert found.credentials
    assert word not in repr(found)
    assert found.credentials not in repr(found)
    assert proxy("http://127.0.0.1", "--proxy") == Proxy("127.0.0.1", 80)


@pytest.mark.parametrize(
    "url",
    ["https://proxy.example.org", "socks5://127.0.0.1:1080", "proxy.example.org:3128", "http://a/b", "http://a@b@c"],
)
def test_what_is_no_proxy_is_refused_unquoted(url: str) -> None:
    with pytest.raises(UsageError) as raised:
        proxy(url, "--proxy")
    assert url not in str(raised.value)


@given(st.text(max_size=40) | st.text(alphabet="htps:/[]@.0127?#%\\ \n", max_size=40))
def test_any_text_is_an_address_or_refused(text: str) -> None:
    for read in (endpoint, loopback, proxy):
        for url in (text, f"http://{text}", f"https://{text}"):
            try:
                found = read(url, "it")
            except UsageError:
                continue
            assert found.host.isascii()
            assert found.host == found.host.strip()
