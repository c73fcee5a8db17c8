"""The only client socket: one request to one host, within a time that nobody out there can stretch.

The key stands in the one header and nowhere else, also not in what is raised: no exception leaves this module. No
redirect is followed and nothing is sent twice. Of the environment only OpenSSL's SSL_CERT_FILE and SSL_CERT_DIR count,
which say where a system keeps its certificates; no proxy, .netrc or SSLKEYLOGFILE does.
"""

from __future__ import annotations

import contextlib
import http.client
import socket
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from revont_guard import __version__
from revont_guard.catalog import Probe
from revont_guard.errors import UsageError
from revont_guard.model import Secret
from revont_guard.verify.endpoint import Endpoint, Proxy
from revont_guard.verify.exchange import LIMIT, Answer, Silence


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds: until a connection stands, for each wait for the server, and for all of it, DNS included."""

    connect: float = 8
    read: float = 8
    total: float = 20


def system_trust() -> ssl.SSLContext:
    """TLS as the system trusts it: certificates and the host's name are checked, nothing is logged."""
    import truststore

    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


class Transport:
    """Sends probes to one endpoint. ``trust`` makes the TLS context. Raises UsageError if a proxy would read along."""

    def __init__(
        self,
        endpoint: Endpoint,
        *,
        proxy: Proxy | None = None,
        limits: Limits | None = None,
        trust: Callable[[], ssl.SSLContext] = system_trust,
    ) -> None:
        if proxy and endpoint.scheme != "https":
            raise UsageError("a proxy goes with https alone: it would read the key otherwise")
        self.endpoint = endpoint
        self.proxy = proxy
        self.limits = limits or Limits()
        self._trust = trust

    @cached_property
    def tls(self) -> ssl.SSLContext:
        context = self._trust()
        context.set_alpn_protocols(["http/1.1"])
        return context

    def send(self, probe: Probe, secret: Secret) -> Answer | Silence:
        """Makes the one request. Answers or gives up in time, whatever the network does."""
        exchange = _Exchange(self, probe, secret)
        # A thread of its own, because nothing else ends a look-up of DNS. It sends nothing once it was given up.
        thread = threading.Thread(target=exchange.run, name="revont-guard probe", daemon=True)
        thread.start()
        try:
            thread.join(self.limits.total)
        finally:  # also when the user interrupts
            exchange.give_up()
        return exchange.outcome or Silence(
            f"{self.endpoint} did not answer whole within {self.limits.total:g} seconds; {_AGAIN}", exchange.is_sent
        )


_AGAIN = "run this again later"
_ONLINE = "is this machine online? A proxy is named with --proxy"
# By OpenSSL's numbers (X509_V_ERR_…). Other systems give none.
_CERTIFICATE = {
    9: "is not valid yet",
    10: "has expired",
    18: "is signed by itself",
    62: "is another host's",
    64: "is another host's",
}


class _Refused(Exception):
    """The proxy does not connect; ``args``: the status of its answer."""


class _Exchange:
    """One connection and the one request on it, made in a thread that may be given up at any moment."""

    def __init__(self, transport: Transport, probe: Probe, secret: Secret) -> None:
        self.outcome: Answer | Silence | None = None
        self.is_sent = False
        self._transport = transport
        self._probe = probe
        self._secret = secret
        self._step = "connect"
        self._lock = threading.Lock()
        self._given_up = False
        self._grip: socket.socket | None = None  # a second hold on the connection, to end it by

    def run(self) -> None:
        try:
            outcome = self._made()
        except Exception as error:
            outcome = Silence(self._why(error), self.is_sent)
        with self._lock:
            if not self._given_up:
                self.outcome = outcome
        self._end()

    def give_up(self) -> None:
        """From now on nothing is sent, and no outcome counts that is not there yet."""
        with self._lock:
            self._given_up = True
        self._end()

    def _end(self) -> None:
        with self._lock:
            grip, self._grip = self._grip, None
        if grip is not None:
            with contextlib.suppress(OSError), grip:
                grip.shutdown(socket.SHUT_RDWR)

    def _made(self) -> Answer | Silence | None:
        endpoint, limits = self._transport.endpoint, self._transport.limits
        with self._connected() as connected:
            connected.settimeout(limits.read)
            connection = http.client.HTTPConnection(endpoint.host, endpoint.port)
            connection.set_debuglevel(0)
            connection.auto_open = 0
            connection.sock = connected
            headers = {
                "Host": str(endpoint),
                "Accept": "application/json",
                "Accept-Encoding": "identity",
                "Connection": "close",
                "User-Agent": f"revont-guard/{__version__}",
                "Authorization": f"Bearer {self._secret.reveal()}",
            }
            with self._lock:
                if self._given_up:
                    return None
                self.is_sent = True
            self._step = "request"
            connection.request(self._probe.method, endpoint.path + self._probe.path, headers=headers)
            with connection.getresponse() as response:
                return self._answer(response)

    def _answer(self, response: http.client.HTTPResponse) -> Answer:
        body = response.read(LIMIT)
        if len(body) < LIMIT and response.length:
            raise http.client.IncompleteRead(b"")
        return Answer(
            status=response.status,
            body=body,
            cut=len(body) == LIMIT and response.length != 0,
            remaining=response.getheader(self._probe.remaining_header),
            reset=response.getheader(self._probe.reset_header),
        )

    def _connected(self) -> socket.socket:
        """A connection to the endpoint, through the proxy if there is one, inside TLS where that is wanted."""
        endpoint, hop = self._transport.endpoint, self._transport.proxy or self._transport.endpoint
        connected = socket.create_connection((hop.host, hop.port), self._transport.limits.connect)
        try:
            with self._lock:
                if self._given_up:
                    raise TimeoutError
                self._grip = connected.dup()
            if self._transport.proxy:
                self._step = "proxy"
                self._tunnel(connected, self._transport.proxy)
            if endpoint.scheme == "https":
                self._step = "tls"
                connected = self._transport.tls.wrap_socket(connected, server_hostname=endpoint.host)
        except BaseException:
            connected.close()
            raise
        return connected

    def _tunnel(self, connected: socket.socket, proxy: Proxy) -> None:
        """Has the proxy connect to the endpoint. The key is not told to it."""
        endpoint = self._transport.endpoint
        there = f"{endpoint.name}:{endpoint.port}"
        lines = [f"CONNECT {there} HTTP/1.1", f"Host: {there}"]
        if proxy.credentials:
            lines.append(f"Proxy-Authorization: Basic {proxy.credentials}")
        connected.sendall("\r\n".join([*lines, "", ""]).encode("ascii"))
        with http.client.HTTPResponse(connected, method="CONNECT") as response:
            response.begin()
            if response.status != 200:
                raise _Refused(response.status)

    def _why(self, error: Exception) -> str:
        """What went wrong, and what to do. Nothing of the error's own text: it may quote what was sent or received."""
        host = self._transport.endpoint
        match self._step:
            case "connect":
                return self._why_unreachable(error)
            case "proxy":
                return _why_refused(error)
            case "tls" if isinstance(error, ssl.SSLCertVerificationError):
                what = _CERTIFICATE.get(error.verify_code, "is signed by nobody that this system trusts")
                return (
                    f"the certificate of {host} {what}, so the key was not sent: something may be reading along; try "
                    "from another network, or add your organisation's certificate to those that the system trusts"
                )
            case "tls":
                return f"no TLS connection with {host} could be made, so the key was not sent: is that the API?"
        match error:
            case TimeoutError():
                return f"{host} did not answer whole within {self._transport.limits.read:g} seconds; {_AGAIN}"
            case OSError() | http.client.IncompleteRead():
                return f"the connection was dropped before {host} had answered whole; {_AGAIN}"
            case http.client.HTTPException():
                return f"what answers at {host} does not speak HTTP as the API does: check --api-url and --proxy"
        return f"the request failed here ({type(error).__name__}); please tell us"

    def _why_unreachable(self, error: Exception) -> str:
        proxy = self._transport.proxy
        name = f"the proxy {proxy.host}:{proxy.port}" if proxy else str(self._transport.endpoint)
        match error:
            case socket.gaierror():
                return f"the name of {name} is not known to DNS: {_ONLINE}"
            case ConnectionRefusedError():
                return f"nothing answers at {name}: is it the right address, and is it running?"
            case TimeoutError():
                return f"{name} did not answer within {self._transport.limits.connect:g} seconds: {_ONLINE}"
        return f"{name} cannot be reached: {_ONLINE}"


def _why_refused(error: Exception) -> str:
    match error:
        case _Refused(args=(407,)):
            return "the proxy wants a user name and a password: --proxy http://USER:PASSWORD@HOST:PORT"
        case _Refused(args=(status,)):
            return f"the proxy refuses to connect ({status}): is it the right one?"
        case TimeoutError():
            return f"the proxy did not connect in time; {_AGAIN}"
    return "the proxy does not answer as a proxy does: check --proxy"
