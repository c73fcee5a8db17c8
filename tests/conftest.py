"""What every test stands on: nothing of the user's machine is read or written, nothing reaches the network."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator, Mapping
from typing import Any

import hypothesis
import pytest

# Files of the labelled corpus are material for the scanner, whatever their names are.
collect_ignore_glob = ["corpus/*/leaks/*", "corpus/*/traps/*"]

# A busy machine is no failure, and no example that broke a test is written to disk.
hypothesis.settings.register_profile("guard", deadline=None, database=None)
hypothesis.settings.load_profile("guard")

_OUTSIDE = dict(os.environ)
_LOOPBACK = {"127.0.0.1", "::1", "localhost"}


@pytest.fixture(scope="session")
def outside() -> Mapping[str, str]:
    """The environment as it was before :func:`isolated`, for tools that need the user's settings, such as pip."""
    return _OUTSIDE


@pytest.fixture(scope="session", autouse=True)
def isolated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A home folder of its own, git without any configuration, and no variable that points to a repository or an API.

    A hook sets GIT_DIR and GIT_INDEX_FILE for what it runs, so tests run from one would otherwise write there.
    """
    home = str(tmp_path_factory.mktemp("home"))
    with pytest.MonkeyPatch.context() as patch:
        for name in os.environ:
            if name.startswith(("GIT_", "XDG_", "REVONT_")):
                patch.delenv(name)
        for name in ("HOME", "USERPROFILE"):
            patch.setenv(name, home)
        for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
            patch.setenv(name, os.devnull)
        patch.setenv("GIT_CONFIG_NOSYSTEM", "1")
        yield


@pytest.fixture(autouse=True)
def offline(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only loopback can be reached, unless the test is marked ``network``."""
    if request.node.get_closest_marker("network"):
        return
    connect, look_up = socket.socket.connect, socket.getaddrinfo

    def guarded_connect(self: socket.socket, address: Any) -> None:
        if isinstance(address, tuple):
            _allow(address[0])
        connect(self, address)

    def guarded_look_up(host: Any, *rest: Any, **options: Any) -> Any:
        _allow(host)
        return look_up(host, *rest, **options)

    monkeypatch.setattr(socket.socket, "connect", guarded_connect)
    monkeypatch.setattr(socket, "getaddrinfo", guarded_look_up)


def _allow(host: object) -> None:
    name = host.decode() if isinstance(host, bytes) else host
    if name is not None and name not in _LOOPBACK:
        # No host in the text: a test may have put a key where the host should be.
        pytest.fail("a test without the mark 'network' tried to open a connection", pytrace=True)
