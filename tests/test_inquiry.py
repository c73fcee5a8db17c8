"""Asking the vendor: what is named is sent; what is found, on good grounds; what was answered is kept if wanted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from revont_guard.inquiry import Inquiry
from revont_guard.model import GrantSource, GrantStatus, Hit, Key, KeyKind, Location, Scope, Secret, SourceKind
from revont_guard.verify.endpoint import Endpoint, endpoint
from tests.keys import make_key
from tests.servers import Server, like_the_api

KEY = make_key("inquiry")


@pytest.fixture
def server() -> Iterator[Server]:
    with Server(like_the_api({KEY: "read-write"})) as serving:
        yield serving


@pytest.fixture
def where(server: Server) -> Endpoint:
    return endpoint(server.url, "it")


@pytest.fixture(autouse=True)
def cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr("revont_guard.inquiry.folder", lambda: tmp_path / "cache")
    return tmp_path / "cache"


def hit(*, sendable: bool, kind: KeyKind = KeyKind.API_KEY) -> Hit:
    return Hit(Key(Secret(KEY), kind, "A"), Location(SourceKind.WORKTREE, "a.env"), (), sendable=sendable)


def test_vendor_is_asked_unless_another_is_named() -> None:
    assert Inquiry().host == "api.revont.ai"


def test_key_is_sent_once_and_nothing_is_kept(server: Server, where: Endpoint, cache: Path) -> None:
    inquiry = Inquiry(where)
    grants = [inquiry.ask(Secret(KEY)) for _ in range(3)]
    assert {grant.scope for grant in grants} == {Scope.READ_WRITE}
    assert grants[0].host == inquiry.host == f"127.0.0.1:{server.port}"
    assert inquiry.requests == len(server.heads) == 1
    assert not cache.exists()


def test_found_key_is_sent_on_good_grounds_alone(server: Server, where: Endpoint) -> None:
    inquiry = Inquiry(where)
    for hits in ([hit(sendable=False)], [hit(sendable=True), hit(sendable=True, kind=KeyKind.WEBHOOK_SECRET)]):
        grant = inquiry.ask_about(hits)
        assert (grant.status, grant.source) == (GrantStatus.UNKNOWN, GrantSource.POLICY)
        assert "was not sent" in grant.reason
    assert server.connections == 0
    assert inquiry.ask_about([hit(sendable=False), hit(sendable=True)]).status is GrantStatus.ACTIVE
    assert len(server.heads) == 1


def test_answer_is_kept_where_that_is_wanted(server: Server, where: Endpoint) -> None:
    assert Inquiry(where, remember=True).ask(Secret(KEY)).source is GrantSource.PROBE
    again = Inquiry(where, remember=True)
    assert again.ask(Secret(KEY)).source is GrantSource.CACHE
    assert again.requests == 0
    assert Inquiry(where).ask(Secret(KEY)).source is GrantSource.PROBE
    assert len(server.heads) == 2


def test_fresh_answer_is_asked_for_and_kept(server: Server, where: Endpoint) -> None:
    Inquiry(where, remember=True).ask(Secret(KEY))
    assert Inquiry(where, remember=True, fresh=True).ask(Secret(KEY)).source is GrantSource.PROBE
    assert len(server.heads) == 2
