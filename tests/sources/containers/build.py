"""Containers made at run time, and what is needed to look into them."""

from __future__ import annotations

import base64
import io
import json
import struct
import tarfile
import zipfile
from collections.abc import Mapping
from typing import Any

from revont_guard.model import Blob, Location, Skipped, SourceKind
from revont_guard.sources.containers.limits import Limits
from revont_guard.sources.containers.opening import DEFAULT, opened

Files = Mapping[str, bytes]


def blob(data: bytes, path: str | None = "x") -> Blob:
    return Blob(data, Location(SourceKind.WORKTREE, path))


def everything(data: bytes) -> bool:
    return True


def names_vendor(data: bytes) -> bool:
    return b"revont" in data


def given(data: bytes, path: str | None = "x") -> list[Blob]:
    """What a container gives, less the names that come by themselves, as messages."""
    items = opened(blob(data, path), everything)
    return [item for item in items if isinstance(item, Blob) and item.origin.source is not SourceKind.MESSAGE]


def look(data: bytes, limits: Limits = DEFAULT, *, block: bool = False) -> tuple[dict[str, bytes], list[Skipped]]:
    """What lies in a container, by path (parts with a bar between), and what was not read."""
    found: dict[str, bytes] = {}
    skipped = []
    for item in opened(blob(data), everything, limits, limits_block=block):
        match item:
            case Blob() if item.origin.source is not SourceKind.MESSAGE:  # which is a name by itself
                path = "|".join(inner.path for inner in item.origin.inner)
                if path in found:  # a compiled file that is damaged comes as it is, too, after what was written out
                    path += " as it is"
                assert path not in found
                found[path] = item.data
            case Skipped():
                skipped.append(item)
    return found, skipped


def members(data: bytes) -> dict[str, bytes]:
    """What lies in a container that can be read to its end."""
    found, skipped = look(data)
    assert skipped == []
    return found


def reasons(data: bytes, limits: Limits = DEFAULT) -> list[tuple[str, str]]:
    return [(item.what, item.why) for item in look(data, limits)[1]]


def zipped(files: Files, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for path, data in files.items():
            archive.writestr(path, data)
    return out.getvalue()


def tarred(files: Files, mode: str = "w", **options: Any) -> bytes:
    out = io.BytesIO()
    write: Any = tarfile.open
    with write(fileobj=out, mode=mode, **options) as archive:
        for path, data in files.items():
            info = tarfile.TarInfo(path)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def asar(files: Files) -> bytes:
    """An archive as Electron's own tool writes it."""
    root: dict[str, Any] = {"files": {}}
    body = b""
    for path, data in files.items():
        *folders, name = path.split("/")
        at = root
        for folder in folders:
            at = at["files"].setdefault(folder, {"files": {}})
        at["files"][name] = {"size": len(data), "offset": str(len(body))}
        body += data
    return asar_of(root, body)


def asar_of(root: Any, body: bytes) -> bytes:
    header = json.dumps(root, separators=(",", ":")).encode()
    padded = header + b"\0" * (-len(header) % 4)
    return struct.pack("<4I", 4, len(padded) + 8, len(padded) + 4, len(header)) + padded + body


def crx3(archive: bytes) -> bytes:
    return b"Cr24" + struct.pack("<2I", 3, 5) + b"proof" + archive


def crx2(archive: bytes) -> bytes:
    return b"Cr24" + struct.pack("<3I", 2, 3, 4) + b"key" + b"sign" + archive


def docker_save(layers: list[bytes]) -> bytes:
    """An image as `docker save` wrote it before it took to the layout of OCI."""
    names = [f"{number:064x}/layer.tar" for number in range(len(layers))]
    manifest = [{"Config": "c.json", "RepoTags": ["app:latest"], "Layers": names}]
    return tarred({"manifest.json": json.dumps(manifest).encode(), **dict(zip(names, layers, strict=True))})


def source_map(files: Mapping[str, str], *, indent: int | None = None, **more: object) -> str:
    content = {"version": 3, "sources": list(files), "sourcesContent": list(files.values()), "mappings": "AAAA"}
    return json.dumps({**content, **more}, indent=indent)


def inline(text: str) -> str:
    coded = base64.b64encode(text.encode()).decode()
    return f"sourceMappingURL=data:application/json;charset=utf-8;base64,{coded}"
