"""What the code of a tree needs of each key: the requests that it makes with it, and what about that is not known.

Two questions, answered apart: what is proved to be used, and what may be used. Only where every use of a key is
accounted for does the first answer the second.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from revont_guard.catalog import Knowledge, Vendor
from revont_guard.detectors import words
from revont_guard.detectors.shape import Opacity, assess
from revont_guard.flow.evaluate import Evaluator
from revont_guard.flow.project import Project
from revont_guard.flow.tree import At, File, Node
from revont_guard.flow.values import (
    Frame,
    Known,
    Open,
    Setting,
    Value,
    leaves,
)
from revont_guard.model import Confidence, Location, Need, Scope, Secret, SourceKind, Unresolved, Usage
from revont_guard.usage.addresses import Address, addresses, scope
from revont_guard.usage.handed import Handed, KeyName
from revont_guard.usage.knowledge import Conventions
from revont_guard.usage.requests import Request, Requests
from revont_guard.usage.workflows import Workflow

_WRITES = frozenset({"POST", "PUT", "PATCH", "DELETE"})


@dataclass(slots=True)
class KeyUse:
    """One key as the code knows it, where it is read, and what is done with it. ``secrets``: what it is in the CI.

    ``sent``: a request to the vendor's own host is made with it, and with no other key.
    """

    key: KeyName
    secret: Secret | None = None
    secrets: set[str] = field(default_factory=set)
    locations: list[Location] = field(default_factory=list)
    calls: list[Usage] = field(default_factory=list)
    unresolved: list[Unresolved] = field(default_factory=list)
    sent: bool = False

    @property
    def need(self) -> Need:
        """The least scope that is known to be enough, or known to be needed."""
        calls = tuple(dict.fromkeys(self.calls))
        unresolved = tuple(dict.fromkeys(self.unresolved))
        run = [call for call in calls if call.confidence is not Confidence.POSSIBLE]
        app = [call for call in run if call.context == "app"]
        for confidence in (Confidence.PROVED, Confidence.LIKELY):
            if any(call.scope is Scope.READ_WRITE and call.confidence is confidence for call in app):
                return Need(Scope.READ_WRITE, confidence, calls, unresolved)
        if unresolved or any(call.scope is not Scope.READ_ONLY for call in run):
            return Need(None, None, calls, unresolved)
        if not app:
            return Need(Scope.NONE if not run else None, None, calls, unresolved)
        sure = all(call.confidence is Confidence.PROVED for call in run)
        return Need(Scope.READ_ONLY, Confidence.PROVED if sure else Confidence.LIKELY, calls, unresolved)


def uses(
    files: Iterable[File],
    unread: Iterable[Unresolved],
    knowledge: Knowledge,
    names: Iterable[str] = (),
    workflows: Iterable[Workflow] = (),
) -> list[KeyUse]:
    """Every Revont key that the code of a project knows, with what it needs.

    ``unread``: files that speak of the vendor and could not be analysed. ``names``: of keys, learned before.
    """
    workflows = list(workflows)
    programs = [*files, *(program for workflow in workflows for program in workflow.programs)]
    return _Analysis(Project(programs), list(unread), knowledge, frozenset(names), workflows).uses()


class _Analysis:
    def __init__(
        self,
        project: Project,
        unread: list[Unresolved],
        knowledge: Knowledge,
        names: frozenset[str],
        workflows: list[Workflow],
    ) -> None:
        self._project = project
        self._unread = unread
        self._knowledge = knowledge
        self._vendor: Vendor = knowledge.vendor
        self._names = names
        self._workflows = workflows
        self._conventions = Conventions.loaded()
        self._keys: dict[KeyName, KeyUse] = {}
        self._anybody: list[Usage] = []

    def uses(self) -> list[KeyUse]:
        analysed = Requests(self._project, self._conventions.clients)
        requests = list(analysed.all())
        seen: list[tuple[Request, list[Address]]] = []
        for request in requests:
            places = addresses(request.addresses, request.bases, self._vendor)
            if any(place.vendor for place in places) or any(self._is_named(key) for key in request.keys):
                seen.append((request, places))
        for request, _ in seen:
            for key in request.keys:
                if (name := self._name(key)) is not None and not isinstance(key, Open):
                    self._use(name, key)
        for request, places in seen:
            self._note(request, places)
        self._reads()
        self._open_uses(analysed, requests)
        if seen or self._keys:
            self._likely(requests, seen)
        self._not_followed(requests, seen)
        self._of_workflows()
        limits = [Unresolved("depth limit", _location(*where)) for where in analysed.given_up]
        for use in self._keys.values():
            use.unresolved += [*self._unread, *limits]
            use.unresolved += [
                Unresolved(
                    "file not fully parsed" if file.why != "depth limit" else "depth limit",
                    _location(file.path, (1, 1)),
                )
                for file in self._project.all
                if file.why and self._concerns(file)
            ]
            use.calls += self._anybody
        return sorted(self._keys.values(), key=lambda use: (use.key.kind, use.key.name))

    # -- keys ---------------------------------------------------------------------------------------------------------

    def _is_named(self, value: Value) -> bool:
        """Whether a value is called as a Revont key is."""
        if not isinstance(value, (Setting, Open)):
            return False
        if value.name in self._names:
            return True
        found = words.split(value.name, self._knowledge.words)
        return words.says_vendor(found, self._knowledge.words) and words.says_key(found, self._knowledge.words)

    def _name(self, value: Value) -> KeyName | None:
        match value:
            case Setting(kind=kind, name=name):
                return KeyName(kind, name)
            case Open(name=name):
                return KeyName("parameter", name)
            case Known(text=text) if assess(text, self._knowledge.shape).opacity >= Opacity.OPAQUE:
                return KeyName("literal", Secret(text).fingerprint)
            case _:
                return None

    def _use(self, name: KeyName, value: Value) -> KeyUse:
        use = self._keys.setdefault(name, KeyUse(name))
        if isinstance(value, Known):
            use.secret = Secret(value.text)
        if isinstance(value, Setting) and value.path:
            at = _location(value.path, value.at)
            if at not in use.locations:
                use.locations.append(at)
        elif isinstance(value, Open) and not use.locations:
            use.locations.append(_location(value.scope.file.path, value.scope.at))
        return use

    def _concerns(self, file: File) -> bool:
        """Whether a file has to do with the vendor's keys: where one is read, or requests are made with one."""
        paths = {at.path for use in self._keys.values() for at in use.locations}
        paths |= {call.location.path for use in self._keys.values() for call in use.calls}
        return file.path in paths

    # -- requests -----------------------------------------------------------------------------------------------------

    def _note(self, request: Request, places: list[Address]) -> None:
        """A request with the keys that it is made with; one whose key is not known may be any key's."""
        # Beside what a parameter is by default, nothing is known of it, and its callers are tried.
        defaults = any(isinstance(key, Setting) for key in request.keys)
        keys = [key for key in request.keys if not ((request.dead or defaults) and isinstance(key, Open))]
        found = [(name, key) for key in keys if (name := self._name(key)) is not None]
        context = self._conventions.context(request.file)
        elsewhere = bool(places) and all(place.vendor is False for place in places)
        if elsewhere:
            for name, key in found:
                if self._is_named(key):
                    self._use(name, key).unresolved.append(
                        Unresolved("opaque callee of another host", _location(request.file, request.at))
                    )
            return
        usages = list(self._usages(request, places, context))
        if not found:
            self._anybody += usages if not request.dead else []
            return
        ambiguous = len({name for name, _ in found}) > 1
        for name, key in found:
            use = self._use(name, key)
            use.sent = use.sent or (not ambiguous and any(place.vendor for place in places))
            for usage in usages:
                use.calls.append(usage)
                if usage.scope is None and not request.dead:
                    reason = self._reason(request, usage)
                    use.unresolved.append(Unresolved(reason, usage.location))
            if ambiguous and not request.dead and any(usage.scope is Scope.READ_WRITE for usage in usages):
                others = " or ".join(sorted(other.name for other, _ in found if other.kind != "literal"))
                use.unresolved.append(Unresolved(f"ambiguous key ({others})", _location(request.file, request.at)))

    def _reason(self, request: Request, usage: Usage) -> str:
        if usage.method == "?":
            told = [hole for hole in request.holes if hole in ("depth limit", "parameter nobody supplies")]
            return told[0] if told else "dynamic method"
        if request.still_open:
            return "parameter nobody supplies"
        if "depth limit" in request.holes:
            return "depth limit"
        return "dynamic path"

    def _usages(self, request: Request, places: list[Address], context: str) -> Iterator[Usage]:
        chain = tuple(_location(path, at) for path, at in request.chain)
        for place in places:
            if place.vendor is False:
                continue
            for method in sorted(request.methods):
                needed = scope(method, place, self._vendor)
                proved = place.vendor or any(self._is_named(key) for key in request.keys)
                if place.based and place.vendor is None and not _is_base(request.base_names):
                    needed = needed if needed is Scope.READ_WRITE else None
                sure = (
                    Confidence.PROVED if proved and method != "?" and len(request.methods) == 1 else Confidence.LIKELY
                )
                if place.segment == "webhooks" and method in ("GET", "HEAD"):
                    sure = Confidence.LIKELY
                if request.dead:
                    sure = Confidence.POSSIBLE
                via = "wrapper" if chain else "direct"
                yield Usage(method, place.path, needed, _location(request.file, request.at), via, sure, context, chain)

    def _likely(self, requests: list[Request], seen: list[tuple[Request, list[Address]]]) -> None:
        """Requests of a path of the vendor's, by a client of which nothing is known: likely, with any of the keys."""
        known = {(request.file, request.at) for request, _ in seen}
        for request in requests:
            if (request.file, request.at) in known or request.keys:
                continue
            for place in addresses(request.addresses, request.bases, self._vendor):
                if (
                    place.vendor is None
                    and place.segment in self._vendor.resources
                    and "/" in "".join(request.addresses)
                ):
                    for usage in self._usages(request, [place], self._conventions.context(request.file)):
                        method = usage.method
                        needed = scope(method, place, self._vendor)
                        self._anybody.append(
                            Usage(
                                method,
                                place.path,
                                needed,
                                usage.location,
                                "catalogue",
                                Confidence.LIKELY,
                                usage.context,
                                usage.chain,
                            )
                        )

    def _not_followed(self, requests: list[Request], seen: list[tuple[Request, list[Address]]]) -> None:
        """A key that is read where a request goes nobody knows whither is not called unused."""
        known = {request.sent for request, _ in seen}
        loose: dict[str, Request] = {}
        for request in requests:
            places = addresses(request.addresses, request.bases, self._vendor)
            if request.sent not in known and not request.keys and any(place.vendor is None for place in places):
                loose.setdefault(request.sent[0], request)
        for use in self._keys.values():
            if not use.calls and not use.unresolved:
                for at in use.locations:
                    if at.path in loose:
                        request = loose[at.path]
                        use.unresolved.append(Unresolved("config from outside", _location(request.file, request.at)))

    def _of_workflows(self) -> None:
        """Which secret of the CI a variable of the code is, and what else the CI hands it to."""
        for workflow in self._workflows:
            for variable, secrets in workflow.aliases.items():
                use = self._keys.get(KeyName("env", variable))
                for secret in sorted(secrets):
                    told = Setting("ci-secret", secret, (1, 1), "")
                    if use is None and (self._is_named(told) or self._is_named(Setting("env", variable, (1, 1), ""))):
                        use = self._use(KeyName("env", variable), told)
                    if use is not None:
                        use.secrets.add(secret)
            for secret, unresolved in workflow.handed:
                told = Setting("ci-secret", secret, (1, 1), "")
                users = [use for use in self._keys.values() if secret in use.secrets or use.key.name == secret]
                users += [
                    use
                    for use in self._keys.values()
                    if secret == "*" and (use.secrets or use.key.kind == "ci-secret") and use not in users
                ]
                if not users and self._is_named(told):
                    users = [self._use(KeyName("ci-secret" if "." in secret else "env", secret), told)]
                for use in users:
                    use.unresolved.append(unresolved)

    # -- every other use ----------------------------------------------------------------------------------------------

    def _reads(self) -> None:
        """Keys that are read and named as such, whether or not a request is made with them."""
        evaluator = Evaluator(self._project, follows=False, steps=500)
        for place in self._project.scopes():
            frame = evaluator.open_frame(place)
            nodes = [value for values in place.names.values() for value in values if isinstance(value, Node)]
            nodes += [change for changes in place.changes.values() for change in changes]
            self._note_reads([*nodes, *place.results], frame, evaluator)
        for file in self._project.all:
            for call, where in file.calls:
                self._note_reads([call, *(one.value for one in call.arguments)], evaluator.open_frame(where), evaluator)

    def _note_reads(self, nodes: Iterable[Node], frame: Frame, evaluator: Evaluator) -> None:
        for node in nodes:
            evaluator.steps = 0
            for leaf in leaves(evaluator.value(node, frame), 100):
                if isinstance(leaf, Setting) and self._is_named(leaf):
                    self._use(KeyName(leaf.kind, leaf.name), leaf)

    def _open_uses(self, requests: Requests, made: list[Request]) -> None:
        """What keys are handed to that is no request, and of which nothing is known."""
        handed = Handed(self._project, self._conventions, requests.consulted, {request.sent for request in made})
        for name, reason, path, at in handed.uses(self._keys):
            self._keys[name].unresolved.append(Unresolved(reason, _location(path, at)))
        for file, call in handed.made_up_code():
            for use in self._keys.values():
                if self._concerns(file):
                    use.unresolved.append(Unresolved("opaque callee exec", _location(file.path, call.at)))


def _is_base(names: Iterable[str]) -> bool:
    return any(re.search(r"url|host|base|endpoint|api|origin|domain", name, re.IGNORECASE) for name in names)


def _location(path: str, at: At) -> Location:
    return Location(SourceKind.WORKTREE, path, at[0], at[1])
