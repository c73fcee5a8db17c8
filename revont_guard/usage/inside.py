"""Programs inside of other files, on the lines where they stand: notebooks, components, files of requests."""

from __future__ import annotations

import json
import re
from pathlib import PurePosixPath

from revont_guard.flow.languages import languages
from revont_guard.flow.lower import lower
from revont_guard.flow.shell import lower_shell
from revont_guard.flow.tree import File

_SCRIPT = re.compile(r"(<script\b[^>]*>)(.*?)(</script\s*>)", re.DOTALL | re.IGNORECASE)
_COMPONENTS = frozenset({"vue", "svelte", "astro", "html", "htm"})
_FRONT = re.compile(r"\A(---\r?\n)(.*?)(\r?\n---)", re.DOTALL)
_REQUEST = re.compile(r"^(GET|HEAD|OPTIONS|POST|PUT|PATCH|DELETE)[ \t]++((?:\{\{[^{}]*+\}\}|\S)++)")
_HEADER = re.compile(r"^([A-Za-z][\w-]*):\s*(.*)$")
_VARIABLE = re.compile(r"^@([\w-]+)\s*=\s*(.*)$")
_USE = re.compile(r"\{\{\s*(?:\$(?:dotenv|processEnv|env)\s+%?)?\$?([\w.-]+)\s*\}\}")


def is_container(path: str) -> bool:
    """Whether a file may hold programs, going by its name."""
    ending = PurePosixPath(path).suffix[1:].lower()
    return ending in _COMPONENTS or ending in ("ipynb", "http", "rest")


def programs(path: str, text: str) -> list[File] | None:
    """The programs in a file, lowered; None where it is not what its name says."""
    ending = PurePosixPath(path).suffix[1:].lower()
    if ending == "ipynb":
        code = _notebook(text)
        return [lower(code.encode(), path, languages()["py"])] if code is not None else None
    if ending in ("http", "rest"):
        return [lower_shell(_requests(text).encode(), path)]
    return [lower(_scripts(text, ending).encode(), path, languages()["tsx" if ending == "astro" else "ts"])]


def _notebook(text: str) -> str | None:
    """The code of all cells, each line on the line of the file that holds it."""
    try:
        notebook = json.loads(text)
        cells = [cell for cell in notebook["cells"] if cell.get("cell_type") == "code"]
        if not str(notebook.get("metadata", {}).get("language_info", {}).get("name", "python")).startswith("python"):
            return None
        sources = [cell["source"] for cell in cells]
    except (ValueError, RecursionError, KeyError, TypeError, AttributeError):
        return None
    raw = text.splitlines()
    placed = [""] * len(raw)
    at = 0
    for source in sources:
        lines = [str(line) for line in source] if isinstance(source, list) else str(source).splitlines(keepends=True)
        for line in lines:
            found = next((n for n in range(at, len(raw)) if _holds(raw[n], line)), None)
            if found is None:  # written otherwise than notebooks are
                return "\n".join(str(one).rstrip("\n") for one in lines)
            code = line.rstrip("\n")
            placed[found] = "" if code.lstrip().startswith(("%", "!")) else f"{placed[found]}{code}"
            at = found + (0 if isinstance(source, str) else 1)
    return "\n".join(placed)


def _holds(raw: str, line: str) -> bool:
    return json.dumps(line)[1:-1] in raw or json.dumps(line, ensure_ascii=False)[1:-1] in raw


def _scripts(text: str, ending: str) -> str:
    """What stands between script tags; all else is blank."""
    spans = [found.span(2) for found in _SCRIPT.finditer(text)]
    if ending == "astro" and (front := _FRONT.search(text)) is not None:
        spans.insert(0, front.span(2))
    out, at = [], 0
    for start, end in spans:
        out += [_blank(text[at:start]), text[start:end]]
        at = end
    return "".join([*out, _blank(text[at:])])


def _blank(text: str) -> str:
    return re.sub(r"[^\r\n]", " ", text)


def _requests(text: str) -> str:
    """Files of requests, as HTTP clients of editors read them, in the words of the shell."""
    lines = text.splitlines()
    out = [""] * len(lines)
    request: int | None = None
    for number, line in enumerate(lines):
        if (variable := _VARIABLE.match(line)) is not None:
            out[number] = f'{_name(variable[1])}="{_used(variable[2])}"'
        elif (asked := _REQUEST.match(line)) is not None:
            request = number
            out[number] = f'curl -X {asked[1]} "{_used(asked[2])}"'
        elif line.startswith("###"):
            request = None
        elif request is not None and (header := _HEADER.match(line)) is not None:
            out[request] += f' -H "{header[1]}: {_used(header[2])}"'
    return "\n".join(out)


def _used(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("`", "\\`").replace("$", "\\$")
    return _USE.sub(lambda found: f"${{{_name(found[1])}}}", escaped.replace("{{\\$", "{{$").replace("{{ \\$", "{{ $"))


def _name(name: str) -> str:
    return re.sub(r"\W", "_", name)
