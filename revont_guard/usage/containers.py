"""What containers are given: by which other name a variable of a program goes outside, and who else is handed a key."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import PurePosixPath
from typing import Any

from revont_guard.model import Location, Unresolved
from revont_guard.usage.nodes import content, get, items, pairs, place, values
from revont_guard.usage.workflows import Workflow

_COMPOSE = re.compile(r"(?:^|/)(?:docker-)?compose[^/]*\.ya?ml$")
_DOCKERFILE = re.compile(r"(?:^|/)(?:(?:Dockerfile|Containerfile)(?:\.[^/]+)?|[^/]+\.[Dd]ockerfile)$")
_ENV = re.compile(r"(?:^|/)(?:\.env(?:\.[^/]+)?|[^/]+\.env)$")
_YAML = (".yml", ".yaml")
_REFERENCE = re.compile(rb"secretKeyRef|configMapKeyRef")
_VARIABLE = re.compile(r"\$(?:\{(\w+)(?::?[-?][^}]*)?\}|(\w+))")
_SET = re.compile(
    r"^[ \t]*(?:export[ \t]+|ENV[ \t]+|ARG[ \t]+)?(\w+)[= \t][ \t]*([\"']?)(\$\{?\w[^\s\"']*)\2[ \t]*$", re.MULTILINE
)
_PUBLIC = frozenset(
    [
        "docker.io",
        "index.docker.io",
        "quay.io",
        "ghcr.io",
        "gcr.io",
        "mcr.microsoft.com",
        "public.ecr.aws",
        "registry.k8s.io",
        "lscr.io",
    ]
)
"""Registries that hold what anybody made."""


def is_container_file(path: str, text: bytes) -> bool:
    """Whether a file may tell what containers are given."""
    if _COMPOSE.search(path) or _DOCKERFILE.search(path) or _ENV.search(path):
        return True
    return path.endswith(_YAML) and _REFERENCE.search(text) is not None


def given(path: str, text: str, own: Collection[str]) -> Workflow | None:
    """What containers are given; None where the file is no YAML. ``own``: names of images that the tree makes."""
    found = Workflow()
    if not path.endswith(_YAML):
        for match in _SET.finditer(text):
            if outer := _outer(match[3]):
                _alias(found, match[1], outer)
        return found
    import yaml  # type: ignore[import-untyped]  # here: few trees have such files

    try:
        documents = [node for node in yaml.compose_all(text, Loader=yaml.SafeLoader) if node is not None]
    except (yaml.YAMLError, RecursionError, ValueError):
        return None
    for document in documents:
        if _COMPOSE.search(path):
            for service in values(get(document, "services")):
                _service(path, service, found, own)
        else:
            for container in _containers(document, 0):
                _container(path, container, found, own)
    return found


def _service(path: str, service: Any, found: Workflow, own: Collection[str]) -> None:
    environment = get(service, "environment")
    told = list(pairs(environment))
    for item in items(environment):
        name, _, value = content(item).partition("=")
        told.append((name, item if not value else _Scalar(value)))
    image = get(service, "image")
    foreign = get(service, "build") is None and image is not None and _is_foreign(content(image), own)
    for name, value in told:
        outer = _outer(content(value))
        if outer:
            _alias(found, name, outer)
        if foreign and (outer or not content(value) or content(value) == name):
            _hand(found, {name, outer or name}, place(path, image))


class _Scalar:
    """A value inside of another."""

    id = "scalar"

    def __init__(self, value: str) -> None:
        self.value = value


def _containers(node: Any, depth: int) -> Iterator[Any]:
    """What has an image and variables, wherever in a manifest."""
    if depth > 12:
        return
    if get(node, "image") is not None and get(node, "env") is not None:
        yield node
    for value in values(node):
        yield from _containers(value, depth + 1)
        for item in items(value):
            yield from _containers(item, depth + 1)


def _container(path: str, container: Any, found: Workflow, own: Collection[str]) -> None:
    image = get(container, "image")
    for entry in items(get(container, "env")):
        name = content(get(entry, "name"))
        reference = get(get(entry, "valueFrom"), "secretKeyRef")
        outer = ".".join(filter(None, (content(get(reference, "name")), content(get(reference, "key")))))
        if name and outer:
            _alias(found, name, outer)
            if _is_foreign(content(image), own):
                _hand(found, {name, outer}, place(path, image))


def _hand(found: Workflow, names: Collection[str], at: Location) -> None:
    found.handed += [(name, Unresolved("exported to process/container", at)) for name in sorted(names)]


def _alias(found: Workflow, name: str, outer: str) -> None:
    if name != outer:
        found.alias(name, outer)


def _outer(value: str) -> str | None:
    match = _VARIABLE.fullmatch(value.strip().strip("\"'"))
    return (match[1] or match[2]) if match else None


def _is_foreign(image: str, own: Collection[str]) -> bool:
    """Whether an image is made by others, as far as its name tells."""
    if not image or "$" in image or "{" in image:
        return False
    first, slash, _ = image.partition("/")
    host = first if slash and ("." in first or ":" in first or first == "localhost") else "docker.io"
    if host not in _PUBLIC:
        return False
    return PurePosixPath(image).name.partition("@")[0].partition(":")[0] not in own


def images(paths: Collection[str], root: str) -> frozenset[str]:
    """How images are called that are made of a tree: as it is, or as one of its folders with a Dockerfile."""
    made = [PurePosixPath(path).parent.name for path in paths if _DOCKERFILE.search(path)]
    return frozenset(name for name in (*made, root) if name) if made else frozenset()
