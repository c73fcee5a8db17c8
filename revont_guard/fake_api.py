"""The API as its documentation describes it: a function from requests to answers. It has made-up data and no socket.

What the documentation leaves open is decided here and in ``rules/sandbox.toml``, and told in docs/sandbox.md.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from math import ceil
from typing import Any, Literal
from urllib.parse import parse_qsl, urlsplit

from revont_guard import catalog
from revont_guard.model import Secret

KeyScope = Literal["read-only", "read-write"]
Resource = dict[str, Any]

_MINUTE = 60  # seconds
_MODIFYING = {"POST", "PUT", "PATCH", "DELETE"}
_RESOURCES = ("calls", "summaries", "action-items", "contacts", "webhooks")
_MANY = 100
"""Parameters that a query may have."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A status, the JSON below it (None: no body), and the headers that every answer has."""

    status: int
    body: Resource | None
    headers: Mapping[str, str]


class _Refused(Exception):
    """Ends a request with the error body of ``status``; ``message``: instead of the usual one."""

    def __init__(self, status: int, message: str | None = None) -> None:
        error = catalog.stand_in().errors[str(status)]
        self.status = status
        self.body = {"error": {"code": error.code, "message": message or error.message}}


class FakeApi:
    """One workspace: its keys, its webhooks, its rate limit. ``clock``: seconds since 1970.

    Every request counts against the limit, whoever sends it.
    """

    def __init__(self, rate_limit: int, clock: Callable[[], float]) -> None:
        self.keys: dict[Secret, KeyScope] = {}
        self._webhooks: dict[str, Resource] = {}
        self._created = 0
        self._clock = clock
        self._limit = rate_limit
        self._count = 0
        self._reset = 0

    def answer(self, method: str, target: str, key: Secret | None, body: bytes) -> Answer:
        """What the API says to ``method`` on ``target``, a path with its query, sent with ``key``."""
        try:
            self._spend()
            status, answer = self._served(method, target, self._scope(key), body)
        except _Refused as refused:
            status, answer = refused.status, refused.body
        headers = {"Limit": self._limit, "Remaining": max(0, self._limit - self._count), "Reset": self._reset}
        return Answer(status, answer, {f"X-RateLimit-{name}": str(value) for name, value in headers.items()})

    def _spend(self) -> None:
        now = self._clock()
        if now >= self._reset:
            self._count, self._reset = 0, ceil(now) + _MINUTE
        self._count += 1
        if self._count > self._limit:
            raise _Refused(429)

    def _scope(self, key: Secret | None) -> KeyScope:
        if key is None or key not in self.keys:
            raise _Refused(401)
        return self.keys[key]

    def _served(self, method: str, target: str, scope: KeyScope, body: bytes) -> tuple[int, Resource | None]:
        path, query = _split(target)
        if scope == "read-only" and (method in _MODIFYING or path[:1] == ["webhooks"]):
            raise _Refused(403)
        verb = "GET" if method == "HEAD" else method
        match verb, path:
            case "GET", ["calls"]:
                return 200, _page(_filtered(calls(), query), query)
            case "GET", ["calls", id_]:
                return 200, _call(id_)
            case "GET", ["summaries"]:
                return 200, _page(_of_each_call(text=catalog.stand_in().summary), query)
            case "GET", ["action-items"]:
                return 200, _page(_of_each_call(text=catalog.stand_in().action_item, completed=False), query)
            case "GET", ["contacts"]:
                return 200, _page(_contacts(), query)
            case "GET", ["webhooks"]:
                return 200, {"data": list(self._webhooks.values())}
            case "POST", ["webhooks"]:
                return 201, self._created_webhook(_json(body))
            case "DELETE", ["webhooks", id_] if id_ in self._webhooks:
                del self._webhooks[id_]
                return 204, None
        raise _Refused(404)

    def _created_webhook(self, wanted: Resource) -> Resource:
        """The webhook with its signing secret, which no later answer shows."""
        facts = catalog.stand_in()
        url, events, description = wanted.get("url"), wanted.get("events"), wanted.get("description")
        if not isinstance(url, str) or not _is_https(url):
            raise _Refused(400, "url must be an https URL.")
        if not isinstance(events, list) or not events or any(event not in facts.events for event in events):
            raise _Refused(400, f"events must be a list of some of: {', '.join(facts.events)}.")
        if not isinstance(description, str | None):
            raise _Refused(400, "description must be a text.")
        self._created += 1
        webhook: Resource = {
            "id": _numbered(facts.webhook_id, self._created),
            "url": url,
            "events": events,
            "description": description,
            "created_at": _written(datetime.fromtimestamp(self._clock(), UTC)),
            "status": "active",
        }
        self._webhooks[webhook["id"]] = webhook
        return webhook | {"signing_secret": _numbered(facts.signing_secret, self._created)}


def base_path() -> str:
    """What the path of every request begins with."""
    return urlsplit(catalog.vendor().api_url).path


def shown(target: str) -> str:
    """The path of ``target`` as it may be printed: what is neither a word of the API nor a public id is ``{}``."""
    ids = rf"(?:{'|'.join(catalog.vendor().public_id_prefixes)})_[A-Z0-9]{{1,32}}"
    known = re.compile(rf"{'|'.join((*base_path().split('/')[1:], *_RESOURCES))}|{ids}|")
    path = target.partition("?")[0]
    return "/".join(part if known.fullmatch(part) else "{}" for part in path.split("/"))


def _split(target: str) -> tuple[list[str], dict[str, str]]:
    """The segments below the base path, and the query."""
    path, _, query = target.partition("?")
    base = base_path() + "/"
    if not path.startswith(base):
        raise _Refused(404)
    try:
        return path.removeprefix(base).split("/"), dict(parse_qsl(query, max_num_fields=_MANY))
    except ValueError:
        raise _Refused(400) from None


def _json(body: bytes) -> Resource:
    try:
        read = json.loads(body)
    except (ValueError, RecursionError):
        read = None
    if not isinstance(read, dict):
        raise _Refused(400, "The body must be a JSON object.")
    return read


def _is_https(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme == "https" and bool(parts.hostname)


# -- lists ------------------------------------------------------------------------------------------------------------


def _page(items: list[Resource], query: Mapping[str, str]) -> Resource:
    """The part of ``items`` that ``query`` asks for."""
    facts = catalog.stand_in()
    limit = query.get("limit", str(facts.page))
    if not re.fullmatch("[0-9]{1,3}", limit) or not 1 <= int(limit) <= facts.largest_page:
        raise _Refused(400, f"limit must be a number from 1 to {facts.largest_page}.")
    begin = _position(query["cursor"]) if "cursor" in query else 0
    end = begin + int(limit)
    more = end < len(items)
    return {"data": items[begin:end], "next_cursor": _numbered(facts.cursor, end) if more else None, "has_more": more}


def _position(cursor: str) -> int:
    found = re.fullmatch(catalog.stand_in().cursor + "([0-9]{4})", cursor)
    if not found:
        raise _Refused(400, "cursor must be the next_cursor of an earlier answer.")
    return int(found[1])


def _filtered(items: list[Resource], query: Mapping[str, str]) -> list[Resource]:
    outcomes = catalog.stand_in().outcomes
    if query.get("outcome", outcomes[0]) not in outcomes:
        raise _Refused(400, f"outcome must be one of: {', '.join(outcomes)}.")
    for name in ("rep_id", "outcome"):
        if name in query:
            items = [item for item in items if item[name] == query[name]]
    if "from" in query:
        least = _moment(query["from"], "from")
        items = [item for item in items if _moment(item["started_at"]) >= least]
    if "to" in query:
        most = _moment(query["to"], "to", time.max)
        items = [item for item in items if _moment(item["started_at"]) <= most]
    return items


def _moment(text: str, name: str = "it", of_day: time = time.min) -> datetime:
    """A date, which stands for ``of_day`` on it, or a date with a time; without an offset it is UTC."""
    try:
        moment = datetime.fromisoformat(text)
        if len(text) <= len("2024-01-01"):
            moment = datetime.combine(date.fromisoformat(text), of_day)
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        raise _Refused(400, f"{name} must be a date or a time of ISO 8601.") from None


def _written(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


# -- made-up data -----------------------------------------------------------------------------------------------------


def _numbered(beginning: str, number: int) -> str:
    return f"{beginning}{number:04}"


@cache
def calls() -> list[Resource]:
    """The calls of the workspace, the latest first."""
    facts = catalog.stand_in()
    return [
        {
            "id": _numbered(facts.call_id, number),
            "rep_id": facts.rep_ids[number % len(facts.rep_ids)],
            "prospect_email": facts.prospect_email.format(number),
            "started_at": _written(facts.first_call + timedelta(hours=7 * (number - 1))),
            "outcome": facts.outcomes[number % len(facts.outcomes)],
        }
        for number in range(facts.calls, 0, -1)
    ]


def _call(id_: str) -> Resource:
    for call in calls():
        if call["id"] == id_:
            return call | {"transcript": catalog.stand_in().transcript}
    raise _Refused(404)


def _of_each_call(**fields: Any) -> list[Resource]:
    return [{"call_id": call["id"], **fields} for call in calls()]


def _contacts() -> list[Resource]:
    facts = catalog.stand_in()
    return [
        {"name": facts.prospect.format(number), "email": facts.prospect_email.format(number)}
        for number in range(1, facts.calls + 1)
    ]
