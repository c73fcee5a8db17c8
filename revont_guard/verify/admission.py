"""What may be sent to the vendor: its own keys, and nothing that may be something else."""

from __future__ import annotations

from collections.abc import Iterable

from revont_guard.catalog import Knowledge
from revont_guard.detectors.values import has_other_vendor_shape
from revont_guard.model import Hit, KeyKind, Secret

_LONGEST = 4096  # characters; servers refuse a longer header


def objection(secret: Secret, knowledge: Knowledge) -> str | None:
    """Why a value that the user names is not sent, in words that go on from "it"; None: it may be sent."""
    value = secret.reveal()
    if not value:
        return "is empty"
    if value != value.strip():
        return "begins or ends with white space or a line break"
    if any(character.isspace() for character in value):
        return "has white space in it, so it is no key"
    if not (value.isascii() and value.isprintable()):
        return "has characters in it that no key has"
    if len(value) > _LONGEST:
        return f"is longer than {_LONGEST} characters, so it is no key"
    if has_other_vendor_shape(value, knowledge):
        return "looks like another vendor's key"
    return None


def objection_to_found(hits: Iterable[Hit], knowledge: Knowledge) -> str | None:
    """The same for a key that was found, by all the places where it was: there is a first one.

    Nothing that only a file of the scanned tree declares makes a string a key here; see ``keys.toml [probe]``.
    """
    hits = list(hits)
    if any(hit.key.kind is not KeyKind.API_KEY for hit in hits):
        return "is, or may be, a webhook signing secret, which the API does not take"
    if not any(hit.sendable for hit in hits):
        return "is too likely something else to be sent (`revont-guard verify` sends what you name)"
    return objection(hits[0].key.secret, knowledge)
