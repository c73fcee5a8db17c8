"""The types that every layer shares. Standard library only; nothing here reads, writes or decides."""

from __future__ import annotations

import enum
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import NoReturn, Protocol


class Severity(enum.IntEnum):
    """How urgent a finding is, in rising order."""

    INFO = 0
    LOW = 1
    MEDIUM = 2
    HIGH = 3
    CRITICAL = 4

    @property
    def label(self) -> str:
        return self.name.lower()


class KeyKind(enum.StrEnum):
    """The two kinds of secret that the vendor hands out."""

    API_KEY = "api-key"
    WEBHOOK_SECRET = "webhook-secret"


class SourceKind(enum.StrEnum):
    """Where bytes were read from."""

    WORKTREE = "worktree"
    INDEX = "index"
    COMMIT = "commit"
    UNREACHABLE = "unreachable"
    STASH = "stash"
    NOTE = "note"
    MESSAGE = "message"
    STDIN = "stdin"


class Scope(enum.IntEnum):
    """What a key may do, or what code needs, in rising order. What is not known is None, never NONE."""

    NONE = 0
    READ_ONLY = 1
    READ_WRITE = 2

    @property
    def label(self) -> str:
        return self.name.lower().replace("_", "-")


class GrantStatus(enum.StrEnum):
    """Whether the vendor takes a key. UNKNOWN: that was asked, and there was no answer to go by."""

    ACTIVE = "active"
    INACTIVE = "inactive"
    UNKNOWN = "unknown"
    NOT_CHECKED = "not-checked"


class GrantSource(enum.StrEnum):
    """Where the knowledge of a grant comes from.

    POLICY: nowhere, as the key may not be sent. NONE: nowhere, as nobody was asked.
    """

    PROBE = "probe"
    ASSUMED = "assumed"
    POLICY = "policy"
    CACHE = "cache"
    NONE = "none"


class Status(enum.StrEnum):
    """Whether a finding counts, or was accepted before."""

    NEW = "new"
    BASELINE = "baseline"
    SUPPRESSED = "suppressed"


class SuppressedBy(enum.StrEnum):
    """Where it stands that a finding is accepted."""

    INLINE = "inline"
    BASELINE = "baseline"
    DETECT_SECRETS = "detect-secrets"
    CONFIG = "config"


class Secret:
    """A recognised key that cannot print itself.

    ``repr``, ``str`` and every format specification give the mask; pickling is refused. The value leaves only
    through :meth:`reveal`, which a test keeps to the transport and what it may send, the plugin and the redaction of
    paths and texts.
    """

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """The whole key. Never pass the result to anything that prints, logs or stores."""
        return self._value

    @property
    def fingerprint(self) -> str:
        """24 hex digits that name the key without telling it: a domain-separated, truncated SHA-256."""
        return digest("key", self._value)

    @property
    def sha1(self) -> str:
        """The plain SHA-1 by which baselines of detect-secrets name a secret. Never stored by us: it is unsalted."""
        return hashlib.sha1(self._value.encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest()

    @property
    def masked(self) -> str:
        """At most the first 4 and the last 2 characters, less of a short key."""
        return mask(self._value)

    def __repr__(self) -> str:
        return f"Secret({self.masked})"

    def __str__(self) -> str:
        return self.masked

    def __format__(self, spec: str) -> str:
        return format(self.masked, spec)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and self._value == other._value

    def __hash__(self) -> int:
        return hash(self._value)

    def __reduce__(self) -> NoReturn:
        raise TypeError("a Secret does not leave its process")


def digest(domain: str, *parts: str) -> str:
    """24 hex digits over ``parts``, separated so that no two lists of parts collide."""
    sha = hashlib.sha256(b"revont-guard\0" + domain.encode())
    for part in parts:
        sha.update(b"\0" + part.encode("utf-8", "surrogatepass"))
    return sha.hexdigest()[:24]


def mask(value: str) -> str:
    """``value`` with all but its ends hidden; a short one shows less, the length is never told.

    Nothing is shown of what is no key at all: it may drive the terminal.
    """
    if not value.isprintable():
        return "…"
    shown = min(4, len(value) // 8)
    tail = min(2, len(value) // 16)
    return value[:shown] + "…" + (value[-tail:] if tail else "")


def mask_spans(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """``text`` with each of ``spans`` masked; those that overlap or touch are one, or their masks told more."""
    out, at, start, end = [], 0, -1, -1
    for begin, stop in (*sorted(spans), (len(text) + 1, len(text) + 1)):
        if begin <= end:
            end = max(end, stop)
            continue
        if end >= 0:
            out += [text[at:start], mask(text[start:end])]
            at = end
        start, end = begin, stop
    return "".join([*out, text[at:]])


@dataclass(frozen=True, slots=True)
class Inner:
    """A position inside a container: the member's path and the place in it (1-based)."""

    path: str
    line: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Location:
    """Where something stands. Lines and columns are 1-based; ``end_column`` is one past the last character.

    ``path`` is relative to the scanned root, with ``/``. For an object of git that no commit of a ref holds, only
    ``object`` is set. ``refs`` names every ref whose history reaches ``commit``; ``at_tip`` tells whether one of
    their tips still holds the content.
    """

    source: SourceKind
    path: str | None
    line: int | None = None
    column: int | None = None
    end_column: int | None = None
    inner: tuple[Inner, ...] = ()
    commit: str | None = None
    object: str | None = None
    author_date: str | None = None
    refs: tuple[str, ...] = ()
    at_tip: bool | None = None


@dataclass(frozen=True, slots=True)
class Blob:
    """Bytes to look at, with where they came from. ``tracked`` is None where there is no git to ask."""

    data: bytes = field(repr=False)
    origin: Location
    tracked: bool | None = None

    @property
    def path(self) -> str | None:
        """What the file itself is called: in a container, the name of the member."""
        return self.origin.inner[-1].path if self.origin.inner else self.origin.path

    def at(self, line: int, column: int, end_column: int) -> Location:
        """Where a place in ``data`` is. What lies in a container knows its place there."""
        return replace(self.origin, line=line, column=column, end_column=end_column)

    def __reduce__(self) -> NoReturn:
        raise TypeError("a Blob does not leave its process: it may hold a key")


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was not read, and why. ``blocking``: it had to be, so the run is not complete."""

    what: str
    why: str
    blocking: bool


@dataclass(slots=True)
class Tally:
    """What a source has read so far; it grows while the source is iterated."""

    files: int = 0
    commits: int = 0
    blobs: int = 0
    bytes: int = 0


class Prefilter(Protocol):
    """Says cheaply whether bytes deserve a closer look. Never says no to what the detectors would report."""

    def __call__(self, data: bytes, /) -> bool: ...


class Source(Protocol):
    """Something that holds bytes. Yields only what passes ``prefilter``; counts everything it read in ``tally``."""

    tally: Tally

    def blobs(self, prefilter: Prefilter) -> Iterator[Blob | Skipped]: ...


@dataclass(frozen=True, slots=True)
class Rule:
    """What a rule id stands for, as ``rules/lints.toml`` tells it. ``files``: globs of the files it is about.

    ``suppressible``: whether a finding of it can be accepted at all.
    """

    id: str
    title: str
    severity: Severity
    why: str
    fix: str
    references: tuple[str, ...]
    files: tuple[str, ...]
    finds: tuple[Example, ...] = ()
    ignores: tuple[Example, ...] = ()
    suppressible: bool = True


@dataclass(frozen=True, slots=True)
class Example:
    """A file that a rule must report, or must leave alone. ``{key}`` in ``text`` is filled in when it is run."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Key:
    """One recognised secret: its value, its kind and the name that it goes by where it was found."""

    secret: Secret
    kind: KeyKind
    name: str | None


@dataclass(frozen=True, slots=True)
class Allow:
    """A comment at ``location`` that accepts what stands in the 1-based ``line``.

    ``rules``: ids of the rules that it is about; empty for a pragma of detect-secrets, which knows none of ours.
    ``expires``: as it is written; the comment counts through that day (``YYYY-MM-DD``).
    """

    location: Location
    line: int
    rules: tuple[str, ...]
    reason: str | None = None
    expires: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A key recognised at a place, with the ids of the signals that spoke for it, the strongest first.

    ``allows``: the comments that speak of its line. ``sendable``: whether the place alone is ground enough to send the
    key to the vendor, if the user wants that.
    """

    key: Key
    location: Location
    evidence: tuple[str, ...]
    allows: tuple[Allow, ...] = ()
    sendable: bool = False


@dataclass(frozen=True, slots=True)
class Suppression:
    """Why a finding does not count: where that stands, the reason given, and through which day (``YYYY-MM-DD``)."""

    by: SuppressedBy
    reason: str | None = None
    expires: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to act on. Its fingerprint has no line, offset, commit or date in it.

    ``in_file``: of a finding in the history, the rule that the literal broke while it stood in the file; what accepts
    that accepts this. ``allows``: the comments that speak of it. ``flow``: the steps of the program that lead to it.
    """

    rule: str
    severity: Severity
    message: str
    location: Location
    key: Key | None
    evidence: tuple[str, ...]
    fingerprint: str
    status: Status = Status.NEW
    suppression: Suppression | None = None
    in_file: str | None = None
    allows: tuple[Allow, ...] = ()
    flow: tuple[Location, ...] = ()


@dataclass(frozen=True, slots=True)
class Grant:
    """Whether a key is alive and what it may do, as far as ``source`` tells; ``scope`` only of an active one.

    ``reason``: why it is held for that, in a sentence without a key. ``inferred``: that the scope follows from the
    answer is our reading of the documentation. ``host``: who was asked, with the port where it is another than usual.
    """

    status: GrantStatus
    scope: Scope | None
    reason: str
    source: GrantSource
    host: str | None = None
    inferred: bool = True

    def __str__(self) -> str:
        """``active, read-only (inferred)``."""
        if not self.scope:
            return self.status
        return f"{self.status}, {self.scope.label}" + (" (inferred)" if self.inferred else "")


class Confidence(enum.StrEnum):
    """How sure it is that code makes a request. LIKELY: it has the shape of one; POSSIBLE: it may never run."""

    PROVED = "proved"
    LIKELY = "likely"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class Usage:
    """A request that code makes with a key: ``path`` as the report has it (``/calls/{}``), ``scope`` what it needs.

    ``via``: how it was seen (``direct``, ``wrapper``, ``sdk``, ``catalogue``). ``context``: what kind of code it is
    (``app``, ``test``, ``example``, ``generated``, ``vendored``). ``chain``: the calls that lead to it and on.
    """

    method: str
    path: str
    scope: Scope | None
    location: Location
    via: str
    confidence: Confidence
    context: str
    chain: tuple[Location, ...] = ()


@dataclass(frozen=True, slots=True)
class Unresolved:
    """Something about a key that could not be determined, and why: a reason of the closed list."""

    reason: str
    location: Location


@dataclass(frozen=True, slots=True)
class Need:
    """The least scope that the code in a tree gets by with; None where that could not be determined."""

    scope: Scope | None
    confidence: Confidence | None
    calls: tuple[Usage, ...] = ()
    unresolved: tuple[Unresolved, ...] = ()


class Verdict(enum.StrEnum):
    """What a key's grant is, seen from what the code needs."""

    OVER_SCOPED = "over-scoped"
    UNDER_SCOPED = "under-scoped"
    FITS = "fits"
    UNDETERMINED = "undetermined"
    UNUSED = "unused"
    NOT_CHECKED = "not-checked"


NO_NEED = Need(None, None)

NOT_CHECKED = Grant(GrantStatus.NOT_CHECKED, None, "no probe was asked for", GrantSource.NONE)


@dataclass(frozen=True, slots=True)
class KeyRecord:
    """Everything that is known of one distinct key: where it stands, under which names, and what to do.

    ``expected``: the scope that the user says it should have.
    """

    secret: Secret | None
    names: tuple[str, ...]
    kind: KeyKind
    locations: tuple[Location, ...]
    next: tuple[str, ...]
    grant: Grant = NOT_CHECKED
    expected: Scope | None = None
    need: Need = NO_NEED
    verdict: Verdict = Verdict.NOT_CHECKED


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the user should know that is no finding."""

    kind: str
    message: str
    location: Location | None = None


class StepStatus(enum.StrEnum):
    """How far a step of a rotation is. UNKNOWN: that cannot be told."""

    DONE = "done"
    NOT_YET = "not-yet"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a rotation: how far it is and why, what to do next, and where."""

    id: str
    status: StepStatus
    message: str
    next: str | None = None
    locations: tuple[Location, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was read, and what was not. ``complete`` is false as soon as something blocking was skipped."""

    files: int = 0
    commits: int = 0
    blobs: int = 0
    bytes: int = 0
    requests: int = 0
    skipped: tuple[Skipped, ...] = ()

    @property
    def complete(self) -> bool:
        return not any(skipped.blocking for skipped in self.skipped)


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a run, ready for any format. ``fail_on``: the least severity that the configuration minds.

    ``steps``: those of a rotation; nothing else has any. ``learned``: names that only the code tells to be keys'.
    """

    command: str
    findings: tuple[Finding, ...]
    keys: tuple[KeyRecord, ...]
    notices: tuple[Notice, ...]
    coverage: Coverage
    fail_on: Severity = Severity.LOW
    steps: tuple[Step, ...] = ()
    learned: tuple[str, ...] = ()
