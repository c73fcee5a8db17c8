"""The only reader of ``rules/``: what is known about the vendor, its keys and the lints, as typed values.

Every table is checked when it is read: an entry that nobody knows is a ConfigError, never ignored.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import MISSING, dataclass, fields
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args

from revont_guard.errors import ConfigError
from revont_guard.model import Example, GrantStatus, Rule, Scope, Severity

_T = TypeVar("_T")
_INSTALLED = Path(__file__).parent / "_rules"
_TOML = {"bool": (bool,), "str": (str,), "int": (int,), "float": (float, int), "tuple": (list,), "frozenset": (list,)}
_CHECKOUT = Path(__file__).parent.parent / "rules"


JsonType = Literal["object", "array", "string"]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an answer of ``status`` means, if its body is JSON with a ``member`` (dots lead inward) of ``type``."""

    status: int
    member: str
    type: JsonType
    state: GrantStatus
    meaning: str
    scope: Scope | None = None


@dataclass(frozen=True, slots=True)
class Probe:
    """``revont.toml [probe]``: the one request that is ever made of the vendor, and what its answers mean."""

    method: str
    path: str
    remaining_header: str
    reset_header: str
    answers: tuple[Meaning, ...]


@dataclass(frozen=True, eq=False, slots=True)
class Vendor:
    """``revont.toml``: where the API lives, what a person does about a key, which identifiers are public."""

    name: str
    hosts: tuple[str, ...]
    bland_host_starts: tuple[str, ...]
    bland_host_ends: tuple[str, ...]
    api_url: str
    settings: str
    signature_header: str
    documentation: str
    public_id_prefixes: tuple[str, ...]
    probe: Probe
    resources: dict[str, Scope]


@dataclass(frozen=True, eq=False, slots=True)
class ApiError:
    """The body of an answer that refuses."""

    code: str
    message: str


@dataclass(frozen=True, eq=False, slots=True)
class StandIn:
    """``sandbox.toml``: what the stand-in server answers with; what each entry is for stands there."""

    requests_per_minute: int
    page: int
    largest_page: int
    outcomes: tuple[str, ...]
    events: tuple[str, ...]
    calls: int
    first_call: datetime
    call_id: str
    rep_ids: tuple[str, ...]
    cursor: str
    webhook_id: str
    signing_secret: str
    prospect: str
    prospect_email: str
    transcript: str
    summary: str
    action_item: str
    errors: dict[str, ApiError]


@dataclass(frozen=True, eq=False, slots=True)
class ShapeModel:
    """``shape.toml``: how text is told from random strings. Costs and margins are in bits, bigrams in half bits."""

    order: str
    bigrams: tuple[str, ...]
    case_change: float
    case_same: float
    digit: float
    separator: float
    opaque_margin: float
    strong_margin: float
    least_bits: float
    strong_bits: float
    least_length: int
    longest: int
    sequence_share: float
    distinct_share: float


@dataclass(frozen=True, eq=False, slots=True)
class Placeholders:
    """``placeholders.toml``: what stands where a key would stand."""

    words: frozenset[str]
    weak_words: frozenset[str]
    specimens: tuple[str, ...]
    reference_prefixes: tuple[str, ...]
    wrappers: tuple[tuple[str, str], ...]
    file_endings: tuple[str, ...]
    masks: tuple[str, ...]
    encrypted_prefixes: tuple[str, ...]


@dataclass(frozen=True, eq=False, slots=True)
class Computed:
    """``computed.toml``: what programs compute or hand out; what each list is for stands there."""

    hash_files: frozenset[str]
    hash_lists: frozenset[str]
    matchers: frozenset[str]
    computes: frozenset[str]
    looks_up: frozenset[str]
    objects: frozenset[str]
    things: frozenset[str]
    file_endings: frozenset[str]
    verifies: frozenset[str]
    looked_up: frozenset[str]
    stores: frozenset[str]
    store_reads: frozenset[str]
    prints: frozenset[str]
    git: frozenset[str]


@dataclass(frozen=True, eq=False, slots=True)
class Words:
    """The word lists of ``keys.toml``; what each is for stands there."""

    vendor: frozenset[str]
    key: frozenset[str]
    password: frozenset[str]
    webhook: frozenset[str]
    generic: frozenset[str]
    not_key: frozenset[str]
    digest: frozenset[str]
    not_secret: frozenset[str]
    other_kind: frozenset[str]
    framework_names: frozenset[str]
    other_vendor: frozenset[str]
    dummy: frozenset[str]
    transparent: frozenset[str]
    value_fields: frozenset[str]
    name_fields: frozenset[str]
    field_kinds: frozenset[str]
    arguments: frozenset[str]
    connectors: frozenset[str]
    components: frozenset[str]
    sessions: frozenset[str]
    steps: frozenset[str]
    documents: frozenset[str]
    chats: frozenset[str]
    messages: frozenset[str]
    light: frozenset[str]
    prepositions: frozenset[str]
    settings_endings: frozenset[str]
    hmac: frozenset[str]
    takes_key: frozenset[str]
    copulas: frozenset[str]
    schemes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Signal:
    """One piece of evidence: of each ``group`` only the strongest counts; ``weight`` may be negative."""

    id: str
    group: str
    weight: int
    text: str


@dataclass(frozen=True, slots=True)
class VendorShape:
    """A literal prefix of another vendor's keys, followed by at least ``least`` characters."""

    prefixes: tuple[str, ...]
    least: int


@dataclass(frozen=True, eq=False, slots=True)
class Grounds:
    """``keys.toml [probe]``: on which grounds what was found may be sent; what each entry is for stands there."""

    least: int
    without: frozenset[str]


@dataclass(frozen=True, eq=False, slots=True)
class Joints:
    """``escape.toml``: how strings are put together from pieces; what each list is for stands there."""

    adjacent: frozenset[str]
    appending: frozenset[str]
    concatenating: frozenset[str]


@dataclass(frozen=True, eq=False, slots=True)
class Knowledge:
    """All that recognising keys needs to know; ``report`` is the score from which a candidate is a finding."""

    report: int
    probe: Grounds
    words: Words
    signals: dict[str, Signal]
    other_vendor_shapes: tuple[VendorShape, ...]
    shape: ShapeModel
    placeholders: Placeholders
    joints: Joints
    computed: Computed
    vendor: Vendor


@cache
def vendor() -> Vendor:
    entry = {"probe": {}, "resources": {}, **_load("revont")}
    return _fill(
        Vendor,
        {**entry, "probe": _probe(dict(entry["probe"])), "resources": _resources(entry["resources"])},
        "revont.toml",
    )


def _resources(entry: dict[str, str]) -> dict[str, Scope]:
    scopes = {scope.label: scope for scope in Scope if scope}
    for name, scope in entry.items():
        if scope not in scopes:
            raise ConfigError(f"rules/revont.toml [resources]: {name} must be one of {', '.join(scopes)}")
    return {name: scopes[scope] for name, scope in entry.items()}


def _probe(entry: dict[str, Any]) -> Probe:
    where = "revont.toml [probe]"
    entry["answers"] = [_meaning(dict(answer)) for answer in entry.get("answers", [])]
    probe = _fill(Probe, entry, where)
    if probe.method != "GET":
        raise ConfigError(f"rules/{where}: method must be GET, which changes nothing")
    if not re.fullmatch(r"(?:/[A-Za-z0-9_-]+)+", probe.path):
        raise ConfigError(f"rules/{where}: path must begin with a slash and hold nothing but names")
    if len({answer.status for answer in probe.answers}) < len(probe.answers):
        raise ConfigError(f"rules/{where}: a status stands there twice")
    return probe


def _meaning(entry: dict[str, Any]) -> Meaning:
    where = "revont.toml [[probe.answers]]"
    if entry.get("type", "string") not in get_args(JsonType):
        raise ConfigError(f"rules/{where}: type must be one of {', '.join(get_args(JsonType))}")
    states = {state.value: state for state in (GrantStatus.ACTIVE, GrantStatus.INACTIVE)}
    scopes = {scope.label: scope for scope in Scope if scope}
    for name, known in (("state", states), ("scope", scopes)):
        if name in entry:
            if entry[name] not in known:
                raise ConfigError(f"rules/{where}: {name} must be one of {', '.join(known)}")
            entry[name] = known[entry[name]]
    meaning = _fill(Meaning, entry, where)
    if (meaning.scope is None) == (meaning.state is GrantStatus.ACTIVE):
        raise ConfigError(f"rules/{where}: an active key has a scope, and no other has one")
    return meaning


@cache
def stand_in() -> StandIn:
    entry = {"errors": {}, **_load("sandbox")}
    errors = {
        status: _fill(ApiError, error, f"sandbox.toml [errors.{status}]") for status, error in entry["errors"].items()
    }
    return _fill(StandIn, {**entry, "errors": errors}, "sandbox.toml")


@cache
def knowledge() -> Knowledge:
    """What ``find_keys`` works with. Raises ConfigError when a rules file is not in its documented form."""
    keys = {"probe": {}, "words": {}, "signals": {}, "other_vendor_shapes": [], **_load("keys")}
    signals = {
        name: _fill(Signal, {"id": name, **entry}, f"keys.toml [signals.{name}]")
        for name, entry in keys["signals"].items()
    }
    grounds = _fill(Grounds, keys["probe"], "keys.toml [probe]")
    if unknown := sorted(grounds.without - signals.keys()):
        raise ConfigError(f"rules/keys.toml [probe]: without names an unknown signal {unknown[0]!r}")
    return _fill(
        Knowledge,
        {
            **keys,
            "probe": grounds,
            "words": _fill(Words, keys["words"], "keys.toml [words]"),
            "signals": signals,
            "other_vendor_shapes": [
                _fill(VendorShape, entry, "keys.toml [[other_vendor_shapes]]") for entry in keys["other_vendor_shapes"]
            ],
            "shape": _fill(ShapeModel, _load("shape"), "shape.toml"),
            "placeholders": _fill(Placeholders, _load("placeholders"), "placeholders.toml"),
            "computed": _fill(Computed, _load("computed"), "computed.toml"),
            "joints": _fill(Joints, _load("escape"), "escape.toml"),
            "vendor": vendor(),
        },
        "keys.toml",
    )


@cache
def rules() -> dict[str, Rule]:
    """The rules by id, in the order of ``lints.toml``."""
    return {name: _rule(name, dict(entry)) for name, entry in _load("lints").items()}


def _rule(name: str, entry: dict[str, Any]) -> Rule:
    where = f"lints.toml [{name}]"
    for examples in ("finds", "ignores"):
        entry[examples] = [_fill(Example, example, f"{where} {examples}") for example in entry.get(examples, [])]
    try:
        entry["severity"] = Severity[entry["severity"].upper()]
    except KeyError:
        raise ConfigError(f"rules/{where}: severity must be one of critical, high, medium, low, info") from None
    return _fill(Rule, {"id": name, **entry}, where)


def text(name: str) -> str:
    """The file ``name`` of ``rules/`` as it is."""
    folder = _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT
    try:
        return (folder / name).read_text(encoding="utf-8")
    except OSError as error:
        raise ConfigError(f"rules/{name} cannot be read ({error.strerror}): reinstall revont-guard") from error


def _load(name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text(f"{name}.toml"))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"rules/{name}.toml: {error}") from error


def _fill(kind: type[_T], entry: dict[str, Any], where: str) -> _T:
    """An instance of the dataclass ``kind``; lists become the tuples or sets that its fields are annotated with."""
    known = {field.name: field for field in fields(kind)}  # type: ignore[arg-type]
    unknown = entry.keys() - known.keys()
    absent = {name for name, field in known.items() if field.default is MISSING} - entry.keys()
    if unknown or absent:
        told = [f"unknown entry {name!r}" for name in sorted(unknown)]
        told += [f"entry {name!r} is missing" for name in sorted(absent)]
        raise ConfigError(f"rules/{where}: {'; '.join(told)}")
    for name, value in entry.items():
        wanted = _TOML.get(str(known[name].type).partition("[")[0])
        if wanted and not isinstance(value, wanted):
            raise ConfigError(f"rules/{where}: {name} must be {wanted[0].__name__}, not {type(value).__name__}")
    return kind(**{name: _frozen(value, str(known[name].type)) for name, value in entry.items()})


def _frozen(value: Any, annotation: str) -> Any:
    if not isinstance(value, list):
        return value
    if annotation.startswith("frozenset"):
        return frozenset(value)
    return tuple(tuple(item) if isinstance(item, list) else item for item in value)
