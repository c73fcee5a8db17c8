"""What a program computed or handed out, and nobody keeps secret: commits, checksums, chunks of a bundle, ids."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from pathlib import PurePosixPath

from revont_guard.catalog import Computed, Knowledge
from revont_guard.detectors import words as spelling
from revont_guard.detectors.candidates import Candidate
from revont_guard.detectors.text import Text

_SHA1 = re.compile(r"[0-9a-f]{40}")
_HEX = re.compile(r"[0-9a-f]{8,128}|[0-9A-F]{24,128}")
# In Base64, SHA-1, SHA-256, SHA-384 and SHA-512 are so long.
_BASE64 = frozenset([28, 44, 64, 88])
_INDENT = 40
_LEAD, _OBJECT = 300, 20_000
# ``sha256 cellar: :any, "…"`` and ``SHA256 (file) = …``: the statement begins with what computed the value.
_SUMMED = re.compile(
    r"[ \t]*(?:sha-?(?:1|224|256|384|512)|md5|blake(?:2[bs]?|3)|b2)(?:sums?)?(?:[ \t]+[^\s=:]|[ \t]*\()[^\n]*",
    re.IGNORECASE,
)
# ``…  archive.tgz``, as sha256sum prints and reads it; ``W/"…"``.
_LISTED = re.compile(r"(?:  | \*)[\w./-]{1,120}(?:[\"'\s|]|$)")
_WEAK = re.compile(r"(?<!\w)W/\\?\"$")
_ENTRY = re.compile(r"([A-Za-z_][\w.-]{0,80})[\"']?\s{0,9}[:=]\s{0,9}[\"']?$")
_HEX_LENGTHS = frozenset([32, 40, 56, 64, 96, 128])
_NUMBERED = re.compile(r"[{,]\s{0,9}[\"']?[0-9]{1,7}[\"']?\s{0,3}:\s{0,3}[\"']$")
# ``{12:"…"}[e]`` and ``{a:"…"}[e]+".js"``: the values are looked up, and become parts of the names of files.
_INDEXED = re.compile(r"\}\)?\s{0,3}\[")
_FILED = re.compile(r"\}\)?\s{0,3}\[[^\[\]\n]{1,40}\]\s{0,3}\+\s{0,3}[\"'`][^\"'`\n]{0,60}\.(?:m?js|css|json|wasm)\b")
_GIT_HEAD = re.compile(
    r"(?:commit|tree|parent|object|merge|from|index|reverts?|base-commit|this reverts commit|.{0,9}git bisect \w+)"
    r":?[ \t]+[0-9a-f .]*",
    re.IGNORECASE,
)
_HEXADECIMAL = re.compile(r"0[xX][0-9a-fA-F]+")
_SHELL_COMPARED = re.compile(r"\$\(+[ \t]*(\S[^\n]{0,120})\)[\"']?[ \t]+[!=]?=[ \t]+[\"']?$")
_REVISION = re.compile(r"[\w-]@$|@v?[\w./-]{1,40}[ \t]+#[ \t]*$")
_ENDINGS = re.compile(r"\w\.([a-z]{1,6})(?=$|::)")
_CALL = re.compile(r"([A-Za-z_]\w{0,60})[!?]?\(")
_CALLED = re.compile(r"[A-Za-z_$.][\w$.]*")
_COMPARED = re.compile(r"[!=]={1,2}[ \t]*[bBuU]?[\"'`]$")
_PROMPT = re.compile(
    r"[ \t]*(?:[$%>#]|[\w.-]{1,40}@[\w.-]{1,60}[^\n$#%]{0,60}[$#%])[ \t]+(?:sudo[ \t]+)?(\S[^\n]{0,200})"
)


def judge(candidate: Candidate, text: Text, knowledge: Knowledge) -> str | None:
    """The id of the signal that tells what computed the value, or None."""
    content, known = text.content, knowledge.computed
    if is_commit(candidate, text, known):
        return "commit-id"
    lead = max(0, candidate.start - _LEAD)
    line = content[max(lead, content.rfind("\n", lead, candidate.start) + 1) : candidate.start]
    if (
        (_is_listed(candidate.value, text.path, known) and not _is_named_key(line, knowledge))
        or _is_summed(candidate, line, content)
        or _is_chunk(candidate, content)
        or _is_compared(line, knowledge)
        or _is_printed(candidate, text, known)
        or _HEXADECIMAL.fullmatch(candidate.value)
    ):
        return "computed"
    if content[candidate.end : candidate.end + 1] == "(" and _CALLED.fullmatch(candidate.value):
        return "called"
    if _stored(known).search(line):
        return "reference"
    return None


def is_commit_like(value: str) -> bool:
    return _SHA1.fullmatch(value) is not None


def is_commit(candidate: Candidate, text: Text, known: Computed) -> bool:
    """Whether a string stands where commits have their ids.

    First on a line of text, alone in brackets, behind ``@`` or told to git.
    """
    start, end, content = candidate.start, candidate.end, text.content
    if not is_commit_like(candidate.value):
        return False
    before = content[max(0, start - _LEAD) : start]
    line = before[before.rfind("\n") + 1 :].lstrip()
    if _GIT_HEAD.fullmatch(line) or _REVISION.search(before) or _git(known).search(before):
        return True
    if content[start - 1 : start] == "(" and content[end : end + 1] == ")":
        return True
    begin = content.rfind("\n", max(0, start - _INDENT), start) + 1 or max(0, start - _INDENT)
    return not content[begin:start].strip(" \t*-|/\\") and re.match(r"[ \t]+\S", content[end : end + 20]) is not None


def looks_up(called: str, knowledge: Knowledge) -> bool:
    """Whether what is called takes the id of what it is after: ``routes.get``, ``deleteWebhook``, ``findByUuid``."""
    known, last = knowledge.computed, spelling.split(re.split(r"\W+", called)[-1], knowledge.words)
    if not last or last[-1] in known.looked_up:
        return bool(last)
    return last[0] in known.looks_up and (len(last) == 1 or (len(last) == 2 and last[1] in known.objects))


def names_file(name: str, known: Computed) -> bool:
    """Whether a name is that of a file, or of something in it: ``src/revontKey.ts``, ``test_key.py::test_key``."""
    return any(ending in known.file_endings for ending in _ENDINGS.findall(name))


def _is_listed(value: str, path: str | None, known: Computed) -> bool:
    """Whether it is a hash in a file that is made of them: of packages, of commits."""
    if not path:
        return False
    name = PurePosixPath(path).name.lower()
    return (name in known.hash_files or f"*{PurePosixPath(name).suffix}" in known.hash_files) and (
        _HEX.fullmatch(value) is not None or (len(value) in _BASE64 and "_" not in value and "-" not in value)
    )


def _is_named_key(line: str, knowledge: Knowledge) -> bool:
    """Whether a value is given the name of the vendor's key, as settings have it: an Xcode project has some.

    Without ``_`` it may be that of a package: ``RevontKey: 0b5c…`` among the checksums of CocoaPods.
    """
    named = _ENTRY.search(line)
    split = spelling.split(named[1], knowledge.words) if named and "_" in named[1] else ()
    return spelling.says_vendor(split, knowledge.words) and spelling.names_key(split, knowledge.words)


def _is_summed(candidate: Candidate, line: str, content: str) -> bool:
    """Whether what is told of it is that it is a sum, or it stands in a list of sums, or is the ETag of an answer."""
    if _WEAK.search(line):
        return True
    if _HEX.fullmatch(candidate.value) is None:
        return False
    return _SUMMED.fullmatch(line) is not None or (
        len(candidate.value) in _HEX_LENGTHS and _LISTED.match(content, candidate.end) is not None
    )


def _is_chunk(candidate: Candidate, content: str) -> bool:
    """Whether it is the hash in the name of a part of a bundle."""
    if content[candidate.end : candidate.end + 1] not in ("'", '"'):
        return False
    close = content.find("}", candidate.end, candidate.end + _OBJECT)
    if close < 0:
        return False
    numbered = _NUMBERED.search(content, max(0, candidate.start - _INDENT), candidate.start)
    return (numbered is not None and _INDEXED.match(content, close) is not None) or (
        _FILED.match(content, close) is not None
    )


def _is_compared(line: str, knowledge: Knowledge) -> bool:
    """Whether it is what the result of a computation is held against: ``sign(body) == "…"``."""
    if (shell := _SHELL_COMPARED.search(line)) and _prints(shell[1], knowledge.computed):
        return True
    if line[-1:] not in ("'", '"', "`"):
        return False
    compared = _COMPARED.search(line)
    calls = [spelling.split(name, knowledge.words) for name in _CALL.findall(line)]
    if not compared:
        matched = any(not knowledge.computed.matchers.isdisjoint(call) for call in calls)
        asserted = matched or any(call[:1] == ("assert",) for call in calls)
        if not asserted or not line[:-1].rstrip().endswith((",", "(")):
            return False
    return any(not knowledge.computed.computes.isdisjoint(call) for call in calls)


def _is_printed(candidate: Candidate, text: Text, known: Computed) -> bool:
    """Whether it stands alone below a command that prints ids or hashes."""
    line = text.line_of(candidate.start)
    start, end = text.line_span(line)
    if not line or (start, end) != (candidate.start, candidate.end):
        return False
    command = _PROMPT.match(text.line(line - 1)[:_LEAD])
    return command is not None and _prints(command[1], known)


def _prints(command: str, known: Computed) -> bool:
    """Whether a command prints hashes or ids."""
    parts = command.split()
    return parts[0] in known.prints or any(" ".join(pair) in known.prints for pair in pairwise(parts[:3]))


@lru_cache(maxsize=4)
def _git(known: Computed) -> re.Pattern[str]:
    verbs = "|".join(sorted(map(re.escape, known.git), key=len, reverse=True))
    return re.compile(rf"\bgit[ \t]+(?:-\S{{1,60}}[ \t]+(?:[^\s-]\S{{0,60}}[ \t]+)?)?(?:{verbs})\b[^\n|;&=]{{0,200}}\Z")


@lru_cache(maxsize=4)
def _stored(known: Computed) -> re.Pattern[str]:
    stores, reads = (
        "|".join(sorted(map(re.escape, each), key=len, reverse=True)) for each in (known.stores, known.store_reads)
    )
    return re.compile(
        rf"(?:^|[\s$`(|;&])(?:{stores})[ \t]+(?:\w[\w-]{{0,40}}[ \t]+){{0,2}}?"
        rf"(?:{reads})(?:-[\w-]{{1,40}})?[ \t][^\n|;&=)`]{{0,200}}\Z"
    )
