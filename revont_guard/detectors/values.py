"""What a value says about itself, apart from its randomness: placeholder, reference, public id, another vendor's."""

from __future__ import annotations

import base64
import re

from revont_guard.catalog import Knowledge, Placeholders
from revont_guard.detectors import computed
from revont_guard.detectors import words as names
from revont_guard.detectors.candidates import Candidate
from revont_guard.detectors.shape import Opacity, assess, is_uuid
from revont_guard.detectors.text import Text

_KEY_MATERIAL = re.compile(
    r"(?:ssh-(?:rsa|ed25519|dss)|ecdsa-sha2-\S+|-----BEGIN [A-Z ]+-----|sha(?:1|256|384|512)|md5|blake[23]b?)"
    r"[ \t:=/-]*[A-Za-z0-9+/]*$|\bdata:[\w/+.;=-]{1,80}base64,$"
)
_MATERIAL_STARTS = (
    "AAAAB3NzaC1",
    "AAAAC3NzaC1",
    "AAAAE2VjZHNh",
    "MIIB",
    "MIIC",
    "MIID",
    "MIIE",
    "MIIF",
    "LS0tLS1CRUdJTi",
)
# Up to a slash of a URL's path; what stands in the query or before the host is another matter.
_URL_PATH = re.compile(r"://[^\s\"'`<>?#@]{0,300}/$")
# What Rails encrypts: three parts in Base64.
_PARTED = re.compile(r"={0,2}--[A-Za-z0-9+/=]{12,}--[A-Za-z0-9+/=]{12,}")
# ``revont:summary:…``: the last part of a name that a cache or a queue has for something.
_COMPOSITE = re.compile(r"(?<![\w:/.@-])(?:[A-Za-z][\w-]{0,60}:){1,6}([A-Za-z][\w-]{0,60}):$")
_NAMESPACE = re.compile(r"(?<!user)(?<!-u)[\s=(,\[][\"'`][a-z][\w-]{1,30}:$")
_PATH = re.compile(r"(?<![\w/.+=-])(?:[a-z][\w.-]{0,60}/|/[a-z][\w.-]{0,60}/)(?:[\w.-]{1,60}/){1,8}$")
_ARN = re.compile(r"\barn:[\w:/-]{0,200}$")
# ``"…" + ".json"``: a part of the name of a file.
_ENDING = re.compile(r"[\"'`]?\s{0,9}(?:\+|,|\.{1,2}|&|<>|~)?\s{0,9}[\"'`}](\.[A-Za-z0-9]{1,7})\b")
_WRAPPED = re.compile(r"[\s\"'#*>]*(?!/[a-z]+/)(?:[A-Za-z0-9+/=_-]{40,}|\$ANSIBLE_VAULT\S*|-----\w.*)[\s\"',]*")
_CHUNKS_BEFORE = re.compile(
    r"(?:(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{40,}+={0,2}+[ \\])+$"
)  # the letter of an escape is taken for its own
_CHUNKS_AFTER = re.compile(r"(?:(?: |\\n)[A-Za-z0-9+/]{40,}={0,2}(?![A-Za-z0-9+/]))+")
# A run of key characters that goes on behind a slash, far longer than a key.
_LONG_BEFORE, _LONG_AFTER = (
    re.compile(r"(?<![A-Za-z0-9+/=])[A-Za-z0-9+/=]{100,}(?<=/)$"),
    re.compile(r"/[A-Za-z0-9+/=]{100}"),
)
_CHUNKS, _FEW, _MANY = 400, 2, 3
_WORD = re.compile(r"[A-Za-z]+")
_SEPARATOR = re.compile(r"[^A-Za-z0-9]+")
_SHORT, _LONG = 4, 7


def judge(candidate: Candidate, text: Text, knowledge: Knowledge) -> str | None:
    """The id of the signal of the group ``value`` that speaks against the candidate, or None."""
    content = text.content
    value, before = candidate.value, content[max(0, candidate.start - 300) : candidate.start]
    if is_public_id(value, knowledge):
        return "public-id"
    if any(mark in value for mark in knowledge.placeholders.masks) or content[candidate.end : candidate.end + 3] in (
        "***",
        "...",
    ):
        return "masked"
    if before.endswith(("***", "...", "…", "•")) or content[candidate.end : candidate.end + 1] in ("…", "•"):
        return "masked"
    if is_placeholder(candidate, knowledge) or _is_encoded_text(value, knowledge):
        return "placeholder"
    if _URL_PATH.search(before) or _PATH.search(before) or _is_cut(candidate, content):
        return "in-url-path"
    if told := computed.judge(candidate, text, knowledge):
        return told
    if (composite := _COMPOSITE.search(before)) and not _says_key(composite[1], knowledge):
        return "part-of-id"
    if is_uuid(value) and _is_identifier(candidate, content):
        return "part-of-id"
    if is_encrypted(candidate, content, knowledge) or _is_wrapped(candidate, content):
        return "encrypted"
    if is_reference(candidate, content, knowledge):
        return "reference"
    if value.startswith(_MATERIAL_STARTS) or _KEY_MATERIAL.search(before) or '"kty"' in before:
        return "key-material"
    if has_other_vendor_shape(value, knowledge):
        return "other-vendor-shape"
    return None


def _is_encoded_text(value: str, knowledge: Knowledge) -> bool:
    """Whether it is Base64 of something that a person wrote; what is drawn all but never decodes to text."""
    try:
        decoded = base64.b64decode(value, validate=True).decode("ascii").strip()
    except ValueError:
        return False
    return (
        decoded.isprintable() and assess(decoded[: knowledge.shape.longest], knowledge.shape).opacity < Opacity.OPAQUE
    )


def _is_identifier(candidate: Candidate, content: str) -> bool:
    """``"{UUID}"`` and ``"team:UUID"``: what registries and caches have."""
    before, after = content[max(0, candidate.start - 40) : candidate.start], content[candidate.end : candidate.end + 2]
    return (before.endswith(('"{', "'{")) and after in ('}"', "}'")) or _NAMESPACE.search(before) is not None


def _says_key(name: str, knowledge: Knowledge) -> bool:
    split = names.split(name, knowledge.words)
    return names.says_key(split, knowledge.words) or not knowledge.words.webhook.isdisjoint(split)


def is_public_id(value: str, knowledge: Knowledge) -> bool:
    """``call_01HX4BQZPK8J2NFRT3WY``: a documented prefix, an underscore, upper-case letters and digits."""
    prefix, _, rest = value.partition("_")
    return prefix in knowledge.vendor.public_id_prefixes and rest.isalnum() and rest.isupper() and rest.isascii()


def is_placeholder(candidate: Candidate, knowledge: Knowledge) -> bool:
    if candidate.shape.dummy:
        return True
    known = knowledge.placeholders
    if candidate.value.startswith(known.specimens) or _spells(candidate.value.lower(), known):
        return True
    parts = [word.lower() for word in _WORD.findall(candidate.value)]
    if any(len(word) >= _SHORT for word in known.words.intersection(parts)):
        return True
    # Two or three letters may stand between the digits of any key.
    if not known.words.isdisjoint(_SEPARATOR.split(candidate.value.lower())):
        return True
    found = set(names.split(candidate.value, knowledge.words)) if len(candidate.value) < 80 else set(parts)
    if found.isdisjoint(known.weak_words | known.words):
        return False
    rest = candidate.value
    for word in sorted((found & (known.weak_words | known.words)), key=len, reverse=True):
        rest = re.sub(re.escape(word), "", rest, count=1, flags=re.IGNORECASE) if len(word) > 2 else rest
    return assess(rest.strip("_-."), knowledge.shape).opacity < Opacity.OPAQUE


def _spells(value: str, known: Placeholders) -> bool:
    """Whether a long word is in it wherever that begins: ``…SEXAMPLEKEY``."""
    return any(len(word) >= _LONG and word in value for word in known.words if word.isalpha())


def is_encrypted(candidate: Candidate, content: str, knowledge: Knowledge) -> bool:
    value, at = candidate.value, candidate.start
    before = content[max(0, at - 80) : at]
    prefixes = knowledge.placeholders.encrypted_prefixes
    if value.startswith(tuple(prefix for prefix in prefixes if len(prefix) > 3)):
        return True
    if any(_encloses(opening, content, at) for opening in ("ENC[", "EJ[")):
        return True
    if value.startswith(("AgA", "AgB", "AgC")) and len(value) > 120:  # a sealed secret
        return True
    if _PARTED.match(content, candidate.end):
        return True
    entry = before.rstrip(" \t\"'")
    return any(
        entry.endswith(prefix) if prefix.endswith(":") else prefix in before[-24 - len(prefix) :]
        for prefix in prefixes
        if not prefix.isalnum()
    )


def _encloses(opening: str, content: str, at: int) -> bool:
    start = content.rfind(opening, max(0, at - 4000), at)
    return start >= 0 and "]" not in content[start:at]


def _is_wrapped(candidate: Candidate, content: str) -> bool:
    """A line of nothing but the value beside another such line: a certificate, a vault, a picture."""
    if _is_chunk(candidate, content):
        return True
    start = content.rfind("\n", 0, candidate.start) + 1
    end = content.find("\n", candidate.end)
    end = len(content) if end < 0 else end
    if end - start > len(candidate.value) + 200:
        return False
    if content[start:end].strip(" \t\r\",'#*>") != candidate.value:
        return False
    above = content[content.rfind("\n", 0, max(0, start - 1)) + 1 : max(0, start - 1)]
    below = content[end + 1 : (content.find("\n", end + 1) + len(content) + 1) % (len(content) + 1)]
    beside = (above, below) if len(candidate.value) >= 40 else (above,)  # the last line is a shorter one
    return any(_WRAPPED.fullmatch(line) for line in beside)


def _is_cut(candidate: Candidate, content: str) -> bool:
    """Whether it is what slashes cut out of a long token or ciphertext."""
    before = content[max(0, candidate.start - _CHUNKS) : candidate.start]
    return bool((before.endswith("/") and _LONG_BEFORE.search(before)) or _LONG_AFTER.match(content, candidate.end))


def _is_chunk(candidate: Candidate, content: str) -> bool:
    """Whether it is one of several long runs of Base64 or hex with single spaces between, as in a certificate."""
    before = content[max(0, candidate.start - _CHUNKS) : candidate.start]
    left = _CHUNKS_BEFORE.search(before) if before.endswith((" ", "\\")) else None
    right = _CHUNKS_AFTER.match(content, candidate.end, candidate.end + _CHUNKS)
    beside = "".join(each[0] for each in (left, right) if each).replace("\\", " ")
    chunks = [candidate.value, *beside.split()]
    return len(chunks) > _FEW and (any("+" in chunk or "/" in chunk for chunk in chunks) or len(chunks) > _MANY)


def is_reference(candidate: Candidate, content: str, knowledge: Knowledge) -> bool:
    """Whether the value itself is the name of a place: ``${VALUE}``, ``vault:VALUE``, ``<VALUE>``, ``$VALUE``."""
    before = content[max(0, candidate.start - 200) : candidate.start]
    if candidate.value.lower().endswith(knowledge.placeholders.file_endings) or before.endswith(
        ("}}-", "}-", "}}_", "}_")
    ):
        return True
    ending = _ENDING.match(content, candidate.end)
    if ending and ending[1].lower() in knowledge.placeholders.file_endings:
        return True
    after = content[candidate.end : candidate.end + 4]
    if _ARN.search(before):
        return True
    if before.endswith(("$", "%")) and not before.endswith("%3D"):
        return True
    for opening, closing in knowledge.placeholders.wrappers:
        if (
            closing
            and before.rstrip(" ").endswith(opening)
            and after.lstrip(" ").startswith(closing)
            and not opening.isalnum()
        ):
            return True
    lead = before.lower()
    return any(
        lead.endswith(prefix.lower())
        for prefix in knowledge.placeholders.reference_prefixes
        if not prefix.endswith("//")
    )


def has_other_vendor_shape(value: str, knowledge: Knowledge) -> bool:
    return any(
        value.startswith(shape.prefixes) and len(value) - min(map(len, shape.prefixes)) >= shape.least
        for shape in knowledge.other_vendor_shapes
    )
