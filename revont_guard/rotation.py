"""The vendor's rotation steps, each checked: what is done, what is not yet, and what cannot be told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from revont_guard.catalog import Vendor
from revont_guard.model import Grant, GrantStatus, KeyRecord, Location, Scope, Step, StepStatus
from revont_guard.report import is_present

_DONE, _NOT_YET, _UNKNOWN = StepStatus.DONE, StepStatus.NOT_YET, StepStatus.UNKNOWN


@dataclass(frozen=True, slots=True)
class Rotation:
    """What is known of the two keys.

    ``mentions``: where the files at hand name what the old key goes by. ``need``: the least scope that the code gets by
    with, None where that is not known. ``history``: whether there is one; ``complete``: whether all was read that had
    to be.
    """

    old: KeyRecord
    new: KeyRecord
    mentions: Sequence[Location]
    need: Scope | None
    history: bool
    complete: bool


def steps(rotation: Rotation, vendor: Vendor) -> list[Step]:
    """The steps in the order in which they are to be done; only the last one ends a key."""
    before = [
        _works(rotation.new, vendor),
        _suffices(rotation),
        _not_broader(rotation, vendor),
        Step(
            "same-workspace",
            _UNKNOWN,
            "The API does not tell which workspace a key belongs to.",
            f"Look at {vendor.settings}: both keys stand there if they are of one workspace.",
        ),
        _not_exposed(rotation),
        _replaced(rotation),
        _supplied(rotation),
    ]
    ready = not any(step.status is _NOT_YET for step in before) and before[0].status is _DONE
    deleted = _deleted(rotation.old, vendor, ready=ready)
    return [*before, deleted, _history(rotation)]


def _works(new: KeyRecord, vendor: Vendor) -> Step:
    id, told = "new-key-works", f"The new key is {_told(new.grant)}: {new.grant.reason}."
    match new.grant.status:
        case GrantStatus.ACTIVE:
            return Step(id, _DONE, told)
        case GrantStatus.INACTIVE:
            return Step(
                id, _NOT_YET, told, f"Make a new key in {vendor.settings}, and copy it whole: it is shown once."
            )
        case _:
            return Step(id, _UNKNOWN, told, "Do not delete the old key before the new one is known to work.")


def _suffices(rotation: Rotation) -> Step:
    """new grant ≥ need"""
    id, old, new, need = "new-key-suffices", rotation.old.grant.scope, rotation.new.grant.scope, rotation.need
    if new is None:
        return Step(id, _UNKNOWN, "It is not known what the new key may do.")
    if new is Scope.READ_WRITE:
        return Step(id, _DONE, "The new key may do all that the API offers.")
    if need is not None and need > new:
        told = f"The new key is {new.label}, and the code in this tree needs {need.label}."
        return Step(id, _NOT_YET, told, f"Make a new key that is {need.label}.")
    if need is not None:
        return Step(id, _DONE, f"The code in this tree needs no more than {new.label}.")
    if old is new:
        return Step(id, _DONE, f"The new key may do what the old one may: both are {new.label}.")
    told = "The new key only reads" + (", the old one may also write" if old is Scope.READ_WRITE else "")
    ask = "Make sure that nothing which uses it creates or deletes webhooks: such calls would be denied."
    return Step(id, _UNKNOWN, f"{told}; whether the code writes is not known.", ask)


def _not_broader(rotation: Rotation, vendor: Vendor) -> Step:
    """old grant ≥ new grant, and no more than the need"""
    id, old, new, need = "new-key-not-broader", rotation.old.grant.scope, rotation.new.grant.scope, rotation.need
    if new is None:
        return Step(id, _UNKNOWN, "It is not known what the new key may do.")
    if new is Scope.READ_ONLY:
        return Step(id, _DONE, "The new key only reads: no key may do less.")
    if need is Scope.READ_WRITE:
        return Step(id, _DONE, "The code in this tree writes, so it needs a key that is read-write.")
    less = f"Make a read-only key in {vendor.settings} instead, if the code only reads."
    if need is not None:
        return Step(id, _NOT_YET, "The new key may write, and the code in this tree only reads.", less)
    if old is Scope.READ_ONLY:
        return Step(id, _NOT_YET, "The new key may write, and the old one only reads.", less)
    if old is Scope.READ_WRITE:
        return Step(id, _DONE, "The new key may do no more than the old one: both are read-write.")
    return Step(id, _UNKNOWN, "The new key may write; what the old one may do is not known.", less)


def _not_exposed(rotation: Rotation) -> Step:
    id, places = "new-key-not-exposed", rotation.new.locations
    if places:
        told = f"The new key stands in {_counted(places)} already: whoever reads {_them(places)} has it."
        return Step(id, _NOT_YET, told, "Make another one, and give it to the program at run time alone.", places)
    if not rotation.complete:
        return Step(id, _UNKNOWN, "The new key was not found in what could be read; not all could.")
    return Step(id, _DONE, f"The new key stands nowhere in the files{' or the history' if rotation.history else ''}.")


def _replaced(rotation: Rotation) -> Step:
    id, places = "old-key-replaced", _at_hand(rotation.old)
    if places:
        told = f"The old key still stands in {_counted(places)} of the files at hand."
        return Step(id, _NOT_YET, told, "Take it out: read the key from the environment or a secret store.", places)
    if not rotation.complete:
        return Step(id, _UNKNOWN, "The old key was not found in what could be read; not all could.")
    return Step(id, _DONE, "The old key stands in none of the files at hand.")


def _supplied(rotation: Rotation) -> Step:
    id, names = "new-key-supplied", ", ".join(rotation.old.names)
    if not rotation.mentions:
        return Step(id, _DONE, f"No file at hand speaks of {names}.")
    told = f"{names}: read at {_counted(rotation.mentions)}; what it holds where that runs cannot be seen from here."
    ask = "Give each of them the new key: environment, secret store, settings of the CI; then deploy."
    return Step(id, _UNKNOWN, told, ask, tuple(rotation.mentions))


def _deleted(old: KeyRecord, vendor: Vendor, *, ready: bool) -> Step:
    id, told = "old-key-deleted", f"The old key is {_told(old.grant)}: {old.grant.reason}."
    match old.grant.status:
        case GrantStatus.INACTIVE:
            return Step(id, _DONE, told)
        case GrantStatus.ACTIVE if ready:
            ask = f"When everything runs with the new key, delete the old one in {vendor.settings}: only you can."
            return Step(id, _NOT_YET, told, ask)
        case GrantStatus.ACTIVE:
            return Step(
                id, _NOT_YET, told, f"Not before the steps above are done; then delete it in {vendor.settings}."
            )
        case _:
            return Step(id, _UNKNOWN, told, "Run this again: a deleted key is answered with 401.")


def _history(rotation: Rotation) -> Step:
    id, old = "old-key-in-history", rotation.old
    places = tuple(at for at in old.locations if not is_present(at))
    if not rotation.history:
        return Step(id, _UNKNOWN, "There is no git repository here, so no history to look at.")
    if not places and not rotation.complete:
        return Step(id, _UNKNOWN, "The old key was not found in what could be read of the history; not all could.")
    if not places:
        return Step(id, _DONE, "The old key stands nowhere in the history.")
    told = f"The old key stands in the history, at {_counted(places)}."
    if old.grant.status is GrantStatus.INACTIVE:
        return Step(id, _DONE, f"{told} It opens nothing any more: the history need not be rewritten.", None, places)
    ask = "Delete the key at the vendor: once it opens nothing, the history does no harm and need not be rewritten."
    return Step(id, _NOT_YET, told, ask, places)


def _at_hand(key: KeyRecord) -> tuple[Location, ...]:
    return tuple(at for at in key.locations if is_present(at))


def _told(grant: Grant) -> str:
    return "not known to work" if grant.status is GrantStatus.UNKNOWN else str(grant)


def _counted(places: Sequence[Location]) -> str:
    return "1 place" if len(places) == 1 else f"{len(places):,} places"


def _them(places: Sequence[Location]) -> str:
    return "it" if len(places) == 1 else "them"
