"""Which findings were accepted, and which acceptances are of no use any more. Nothing is dropped: it is marked."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from revont_guard import catalog
from revont_guard.config import Acceptance, is_day
from revont_guard.model import (
    Allow,
    Finding,
    Location,
    Notice,
    Report,
    SourceKind,
    Status,
    SuppressedBy,
    Suppression,
)
from revont_guard.report import fingerprint
from revont_guard.suppressions.baseline import Baseline
from revont_guard.suppressions.secrets_baseline import SecretsBaseline

_AT_HAND = (SourceKind.WORKTREE, SourceKind.INDEX, SourceKind.STDIN)


@dataclass(frozen=True, slots=True)
class Accepted:
    """What the files at the root of one project accept.

    ``relative``: a path of the report as seen from that root, None where it lies elsewhere. ``acceptances``: those of
    the configuration, each with what tells whether a path is among its ``paths``. ``files``: whether there are files
    besides the history.
    """

    relative: Callable[[str], str | None] = field(default=lambda path: path)
    baseline: Baseline = field(default_factory=dict)
    secrets: SecretsBaseline = frozenset()
    acceptances: tuple[tuple[Acceptance, Callable[[str], bool]], ...] = ()
    files: bool = True


@dataclass(slots=True)
class _Used:
    """What accepted a finding of this run."""

    allows: set[Allow] = field(default_factory=set)
    entries: set[str] = field(default_factory=set)
    acceptances: set[Acceptance] = field(default_factory=set)
    expired: dict[Notice, None] = field(default_factory=dict)

    def counts(self, what: str, expires: str | None, today: datetime.date, at: Location | None = None) -> bool:
        """Whether something that accepts a finding still does; that it no longer does is noted."""
        if expires is None or (is_day(expires) and today <= datetime.date.fromisoformat(expires)):
            return True
        if is_day(expires):
            told = f"{what} accepted this until {expires}: the finding counts again"
            self.expired[Notice("expired-suppression", told, at)] = None
        return False


def mark(
    report: Report,
    accepted: Sequence[Accepted],
    allows: Iterable[Allow] = (),
    *,
    today: datetime.date,
    without_files: bool = False,
    whole_files: bool = False,
    whole_history: bool = False,
    clean: Callable[[str], str] = str,
) -> Report:
    """``report`` with each finding that is accepted marked as such, and a notice for each acceptance that has no use.

    ``allows``: every comment that was read. ``without_files``: the history alone was read, so what was accepted in a
    file counts there. ``whole_files``, ``whole_history``: all of the files, or of the history, was read, so what
    accepts nothing there accepts nothing. ``clean`` takes out of a text what may be a key.
    """
    used = _Used()
    findings = tuple(_marked(finding, accepted, used, today, without_files) for finding in report.findings)
    notices = [*used.expired]
    notices += [notice for allow in dict.fromkeys(allows) for notice in _comment(allow, used)]
    notices += [notice for one in accepted for notice in _unused(one, used, whole_files and one.files, whole_history)]
    notices = [_clean_notice(notice, clean) for notice in notices]
    return replace(
        report,
        findings=tuple(_cleaned(finding, clean) for finding in findings),
        notices=(*report.notices, *notices),
    )


def _clean_notice(notice: Notice, clean: Callable[[str], str]) -> Notice:
    """The comments were not cleared with the findings: a key may stand in the path of one."""
    at = notice.location
    cleared = replace(at, path=clean(at.path)) if at and at.path else at
    return replace(notice, message=clean(notice.message), location=cleared)


def _cleaned(finding: Finding, clean: Callable[[str], str]) -> Finding:
    said = finding.suppression
    if said is None or said.reason is None:
        return finding
    return replace(finding, suppression=replace(said, reason=clean(said.reason)))


def _marked(
    finding: Finding, accepted: Sequence[Accepted], used: _Used, today: datetime.date, without_files: bool
) -> Finding:
    if not catalog.rules()[finding.rule].suppressible:
        return finding
    path = finding.location.path
    own = [one for one in accepted if path is None or one.relative(path) is not None]
    without_files = without_files or (bool(own) and not any(one.files for one in own))
    rules = (finding.rule, finding.in_file) if without_files and finding.in_file else (finding.rule,)
    found = [*_inline(finding, rules, used, today)]
    for one in own:
        found += _by_files(finding, rules, one, used, today)
    if not found:
        return finding
    status = Status.BASELINE if found[0].by is SuppressedBy.BASELINE else Status.SUPPRESSED
    return replace(finding, status=status, suppression=found[0])


def _inline(finding: Finding, rules: Sequence[str], used: _Used, today: datetime.date) -> Iterator[Suppression]:
    for allow in finding.allows:
        if not allow.rules or not set(rules).isdisjoint(allow.rules):
            used.allows.add(allow)
            if used.counts("a comment", allow.expires, today, allow.location):
                yield Suppression(SuppressedBy.INLINE, allow.reason, allow.expires)


def _by_files(
    finding: Finding, rules: Sequence[str], accepted: Accepted, used: _Used, today: datetime.date
) -> Iterator[Suppression]:
    """What the files at a root say of ``finding``. One without a path is known to a baseline by its object."""
    path = finding.location.path
    inside = accepted.relative(path) if path is not None else None
    for acceptance, covers in accepted.acceptances:
        if _fits(acceptance, covers, finding, rules, inside):
            used.acceptances.add(acceptance)
            if used.counts("an [[allow]] of the configuration", acceptance.until, today, finding.location):
                yield Suppression(SuppressedBy.CONFIG, acceptance.reason, acceptance.until)
    key = finding.key
    where = inside if inside is not None else finding.location.object or ""
    for rule in rules:
        name = fingerprint(rule, key, where) if key else finding.fingerprint
        if entry := accepted.baseline.get(name):
            used.entries.add(name)
            if used.counts("the baseline", entry.expires, today, finding.location):
                yield Suppression(SuppressedBy.BASELINE, entry.reason, entry.expires)
    if key and inside is not None and (inside, key.secret.sha1) in accepted.secrets:
        yield Suppression(SuppressedBy.DETECT_SECRETS)


def _fits(
    acceptance: Acceptance, covers: Callable[[str], bool], finding: Finding, rules: Sequence[str], path: str | None
) -> bool:
    return (
        (not acceptance.rules or not set(rules).isdisjoint(acceptance.rules))
        and (not acceptance.keys or (finding.key is not None and finding.key.secret.fingerprint in acceptance.keys))
        and (not acceptance.paths or (path is not None and covers(path)))
    )


def _comment(allow: Allow, used: _Used) -> Iterator[Notice]:
    """What is wrong with a comment that was read in a file at hand."""
    if allow.location.source not in _AT_HAND:
        return
    known = catalog.rules()
    for rule in allow.rules:
        if rule in known and not known[rule].suppressible:
            told = f"a comment allows {rule}, which nothing can allow: a key that works is to be replaced"
            yield Notice("invalid-suppression", told, allow.location)
        if rule not in known:
            close = get_close_matches(rule, known, n=1)
            told = f"allows {rule!r}, which is no rule" if rule else "allows no rule: `allow[rule-id]` names one"
            meant = f"; did you mean {close[0]!r}?" if close else "; `revont-guard rules list` shows them"
            yield Notice("unknown-rule", f"a comment {told}{meant if rule else ''}", allow.location)
    if allow.expires is not None and not is_day(allow.expires):
        told = "the day until which a comment allows something must be written as YYYY-MM-DD; it allows nothing"
        yield Notice("invalid-suppression", told, allow.location)
    elif allow not in used.allows and any(rule in known and known[rule].suppressible for rule in allow.rules):
        told = f"a comment allows {', '.join(allow.rules)}, and nothing in its line needs it: remove it"
        yield Notice("unused-suppression", told, allow.location)


def _unused(accepted: Accepted, used: _Used, files: bool, history: bool) -> Iterator[Notice]:
    for entry in accepted.baseline.values():
        if entry.fingerprint not in used.entries and (history if entry.rule == "key-in-history" else files):
            told = (
                f"the baseline accepts {entry.rule} in {entry.path or 'an object of the history'}, which is not there"
            )
            yield Notice("unused-suppression", f"{told} any more: `revont-guard baseline prune` removes it")
    for acceptance, _ in accepted.acceptances:
        if files and history and acceptance not in used.acceptances:
            told = f"an [[allow]] of the configuration accepts nothing that is there ({acceptance.reason}): remove it"
            yield Notice("unused-suppression", told)
